import Foundation
import FrontisTestSupport
import Testing

/// Something wrong that can be found without asking anyone.
struct CostlessFault: Sendable, CustomTestStringConvertible {
    let name: String
    /// The end of the first line of its finding.
    let words: String
    let make: @Sendable (SiteUnderTest) throws -> Void

    var testDescription: String { name }

    init(_ name: String, _ words: String, _ make: @escaping @Sendable (SiteUnderTest) throws -> Void) {
        (self.name, self.words, self.make) = (name, words, make)
    }

    private static func templates(_ post: String) -> @Sendable (SiteUnderTest) throws -> Void {
        { site in
            try site.write(
                tree: """
                    -- templates/post.mustache --
                    \(post)
                    -- templates/list.mustache --
                    {{#pages}}{{title}}{{/pages}}
                    -- templates/page.mustache --
                    {{page.title}}
                    """)
        }
    }

    /// Raises a finding to an error.
    private static func raise(_ id: String, _ body: String) -> @Sendable (SiteUnderTest) throws -> Void {
        { site in
            try site.post("b", nil, body: body)
            try site.append("diagnostics: { \(id): error }\n")
        }
    }

    private static func image(_ entry: String) -> @Sendable (SiteUnderTest) throws -> Void {
        { try $0.post("b", entry) }
    }

    static let all = [
        CostlessFault("front matter", "[front-matter-yaml]") {
            try $0.write("content/posts/b.md", "---\ntitle: [\n---\n")
        },
        CostlessFault("a date that is none", "date 'soon' is not a date [front-matter-date]") {
            try $0.write("content/posts/b.md", "---\ntitle: B\ndate: soon\n---\n")
        },
        CostlessFault("an unknown key", "did you mean 'prompt'? [ai-image-unknown-key]", image("{ promt: A fox }")),
        CostlessFault("an unknown configuration key", "[configuration-unknown-key]") { try $0.append("imags: {}\n") },
        CostlessFault("a template's tags", "[template-syntax]", templates("{{page.title}")),
        CostlessFault("a template's names", "[template-unknown-name]", templates("{{page.titel}}")),
        CostlessFault("a template's partials", "[template-unknown-partial]", templates("{{>nowhere}}")),
        CostlessFault("a template's cycle", "[template-cycle]", templates("{{>post}}")),
        CostlessFault("a template that is not there", "unknown template 'essay' [template-unknown]") {
            try $0.post("b", nil, extra: "template: essay\n")
        },
        CostlessFault("two pages with one address", "[page-url-conflict]") {
            try $0.post("b", nil, extra: "slug: a\n")
        },
        CostlessFault("an address outside", "[page-url-unsafe]") { try $0.post("b", nil, extra: "url: /../../b/\n") },
        CostlessFault(
            "two files for one path",
            "a page and static/posts/a/index.html both want to be 'posts/a/index.html' in the output [output-conflict]"
        ) { try $0.write("static/posts/a/index.html", "Mine") },
        CostlessFault("a dead link", "[link-dead]", raise("link-dead", "[There](nowhere.md)")),
        CostlessFault("a missing picture", "[image-missing]", raise("image-missing", "![A boat](boat.jpg)")),
        CostlessFault("a picture without words", "[alt-missing]", raise("alt-missing", "![](photo.png)")),
        CostlessFault(
            "a reference picture that is not there", "there is no reference picture 'nope.png' [ai-image-reference]",
            image("{ prompt: A fox, reference: nope.png }")),
        CostlessFault("a style's reference picture", "'nope.png' does not exist [ai-image-reference]") {
            try $0.append("styles: { ink: { reference: nope.png } }\n")
            try $0.post("b", "{ prompt: A fox, style: ink }")
        },
        CostlessFault("an unknown style", "unknown style 'oil' [ai-image-unknown-style]", image("{ prompt: A fox, style: oil }")),
        CostlessFault(
            "an unknown provider", "unknown provider 'nobody' [ai-image-unknown-provider]",
            image("{ prompt: A fox, provider: nobody }")),
        CostlessFault(
            "what the model cannot do", "[ai-image-unsupported]",
            image("{ prompt: A fox, model: dall-e-3, background: transparent }")),
        CostlessFault("a word that cannot be filled in", "[ai-image-value]", image("A fox at {{hour}}")),
        CostlessFault("a name that no picture has", "[ai-image-unknown-slot]") {
            try $0.post("b", nil, body: "![A map](ai:map)")
        },
        CostlessFault("a font that is not there", "[configuration-value]") {
            let text = try $0.folder.read("frontis.yaml")
            try $0.write(
                "frontis.yaml", text.replacing("provider: art }", with: "provider: art, social: { font-file: no.ttf } }"))
        },
        CostlessFault("an output of somebody else", "'public' holds files that Frontis did not write") {
            try $0.write("public/mine.txt", "Mine")
        },
        CostlessFault("a file where pages need a folder", "[output-conflict]") { try $0.write("static/posts", "Mine") },
        CostlessFault("a page below a page", "[output-conflict]") {
            try $0.write(
                tree: """
                    -- content/z.md --
                    ---
                    title: Z
                    url: /z.html
                    ---
                    Z.
                    -- content/y.md --
                    ---
                    title: Y
                    url: /z.html/y/
                    ---
                    Y.
                    """)
        },
        CostlessFault("an output that is a file", "[output-unsafe]") { try $0.write("public", "Mine") },
        CostlessFault("a lock in conflict", "[lock-unreadable]") {
            try $0.write("frontis.lock", "<<<<<<< ours\n=======\n>>>>>>> theirs\n")
        },
    ]
}

extension SiteUnderTest {
    /// Adds to the configuration.
    func append(_ text: String) throws { try write("frontis.yaml", try folder.read("frontis.yaml") + text) }
}

/// Money is spent, files are encoded and uploaded only for a site that can be built.
@Suite(.timeLimit(.minutes(20))) struct ChecksBeforeMoneyTests {
    /// A site that wants a picture made, a photograph encoded, and both published.
    private func withSite(_ body: (SiteUnderTest, VendorServer, VendorServer) async throws -> Void) async throws {
        try await withVendor(StorageVendor()) { bucket in
            try await withVendor(makesSmallPictures: true) { vendor in
                let site = try SiteUnderTest(
                    vendor: vendor,
                    configuration:
                        "publish: { to: \"gs://test-bucket/x\", endpoint: \"\(bucket.origin)\", credentials: none }\n")
                try site.post("a", "A fox", body: "![A square](photo.png)")
                try site.folder.write("content/posts/photo.png", TestPNG(width: 300, height: 200, text: "square").bytes)
                try await body(site, vendor, bucket)
            }
        }
    }

    private func expectNothingDone(_ site: SiteUnderTest, _ vendor: VendorServer, _ bucket: VendorServer) {
        #expect(vendor.requests.isEmpty)
        #expect(bucket.requests.isEmpty)
        #expect(!site.folder.exists(".frontis/cache/v1/variants"))
        #expect(!site.folder.exists(".frontis/store/v1/spend.jsonl"))
    }

    @Test(arguments: CostlessFault.all)
    func nothingIsBoughtForASiteThatCannotBeBuilt(fault: CostlessFault) async throws {
        try await withSite { site, vendor, bucket in
            try fault.make(site)
            let run = try await site.run("build")
            #expect(run.status == 1)
            let errors = run.standardError.split(separator: "\n").filter { $0.contains("error: ") }
            #expect(errors.contains { $0.contains(fault.words) }, "\(run.standardError)")
            expectNothingDone(site, vendor, bucket)
        }
    }

    /// The site without a fault does all of it, so that the test above cannot pass for want of work.
    @Test func theSameSiteWithoutAFault() async throws {
        try await withSite { site, vendor, bucket in
            _ = try await site.run("build")
            #expect(vendor.requests(.images).count == 1)
            #expect(site.folder.exists(".frontis/cache/v1/variants"))
            #expect(!bucket.requests.isEmpty)
        }
    }

    @Test func oneRunShowsTheErrorsOfAllStages() async throws {
        try await withSite { site, vendor, bucket in
            try site.append("diagnostics: { link-dead: error }\n")
            try site.write(
                tree: """
                    -- content/posts/b.md --
                    ---
                    title: [
                    ---
                    -- content/posts/c.md --
                    ---
                    title: c
                    date: 2026-03-02
                    ai-image: { prompt: A fox, style: oil }
                    ---
                    [There](nowhere.md)
                    -- templates/post.mustache --
                    {{page.titel}} {{/x}}
                    -- templates/list.mustache --
                    {{title}}
                    -- static/posts/a/index.html --
                    Mine
                    -- public/mine.txt --
                    Mine
                    """)
            let run = try await site.run("build")
            for id in [
                "front-matter-yaml", "ai-image-unknown-style", "link-dead", "template-syntax", "template-unknown-name",
                "output-conflict", "output-foreign",
            ] {
                #expect(run.standardError.contains("[\(id)]"), "\(id): \(run.standardError)")
            }
            expectNothingDone(site, vendor, bucket)
        }
    }

    /// What an earlier build has paid for and is lost stops a later one before it pays for anything else.
    @Test(arguments: [true, false])
    func aPictureThatIsLostOrDamaged(isDamaged: Bool) async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            try site.post("a", "A fox")
            #expect(try await site.run("build").status == 0)
            let object = try #require(try site.folder.tree(of: ".frontis/store/v1/objects").keys.first)
            let path = ".frontis/store/v1/objects/" + object
            if isDamaged { try site.write(path, "no picture") } else { try site.folder.remove(path) }
            try site.post("b", "A heron")
            let asked = vendor.requests.count
            let run = try await site.run("build")
            #expect(run.status == 1)
            #expect(run.standardError.contains("[picture-lost]"), "\(run.standardError)")
            #expect(vendor.requests.count == asked)
        }
    }

    /// By hand a picture may be made for a page while another page is unfinished, but not for one that cannot be read.
    @Test(
        arguments: [
            ("posts/a.md#hero", "posts/b.md", false), ("posts/b.md#hero", "posts/b.md", true), ("posts/a.md#hero", nil, true),
        ] as [(String, String?, Bool)])
    func commandsThatPayCheckWhatTheyAreAskedAbout(slot: String, broken: String?, isStopped: Bool) async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            try site.post("a", "A fox")
            try site.post("b", "A heron")
            if broken != nil {
                try site.post("b", "A heron", extra: "date: never\n")
            } else {
                try site.append("imags: {}\n")
            }
            let run = try await site.run("image", "regenerate", slot)
            #expect(run.status == (isStopped ? 1 : 0), "\(run.standardError)")
            #expect(vendor.requests(.images).count == (isStopped ? 0 : 1))
            if isStopped { #expect(run.standardError.contains("error: "), "\(run.standardError)") }
        }
    }

    /// Where a picture is to go is looked at before it is paid for.
    @Test(arguments: ["content", "frontis.yaml/a.png"])
    func aPictureThatHasNowhereToGo(file: String) async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            try site.post("a", nil)
            let run = try await site.run("image", "make", "A fox", "-o", file)
            #expect(run.status == 1)
            #expect(run.standardError.contains("error: cannot write '\(file)': "), "\(run.standardError)")
            #expect(vendor.requests.isEmpty)
        }
    }
}
