import Foundation
import FrontisTestSupport
import Testing

/// A site and the bucket that its pictures are copied to.
struct PublishedSite {
    let site: SiteUnderTest
    let vendor: StorageVendor
    let server: VendorServer

    init(
        _ vendor: StorageVendor, _ server: VendorServer, pictures: VendorServer? = nil, prefix: String = "/blog",
        settings: String = "", images: String = "variants: false", posts: Int = 3
    ) throws {
        let publish =
            "publish: { to: \"gs://test-bucket\(prefix)\", endpoint: \"\(server.origin)\", "
            + "credentials: keys/painter.json\(settings) }\n"
            + (pictures == nil ? "images: { \(images) }\n" : "")
        site = try SiteUnderTest(vendor: pictures, configuration: publish)
        try site.write("keys/painter.json", GoogleAccounts.serviceAccountFile(server.origin))
        for number in 0..<posts { try site.post("p\(number)", "Picture of number \(number)") }
        self.vendor = vendor
        self.server = server
    }

    func build(_ options: String...) async throws -> ProgramRun.Result {
        try await ProgramRun.run(
            ["build", "--now", "2026-06-01T12:00:00Z"] + options, in: site.folder.path,
            environment: ["ART_KEY": SiteUnderTest.key, "NO_GCE_CHECK": "true"])
    }

    /// The output's pictures by their names in the bucket.
    func pictures(prefix: String = "blog/") throws -> [String: [UInt8]] {
        let files = try site.folder.tree(of: "public/images")
        return Dictionary(uniqueKeysWithValues: files.map { ("\(prefix)images/\($0.key)", $0.value) })
    }

    /// Uploads of bytes, whole or in pieces.
    var uploads: Int { server.requests(.upload).count }

    /// Files that the record knows.
    var recorded: Int {
        get throws {
            guard site.folder.exists(".frontis/cache/v1/published") else { return 0 }
            return try site.folder.tree(of: ".frontis/cache/v1/published").values
                .reduce(0) { $0 + $1.count { $0 == UInt8(ascii: "\n") } }
        }
    }

    /// A build that has to look at everything, with the record as it is.
    func forgetState() throws {
        if site.folder.exists(".frontis/cache/v1/builds") { try site.folder.remove(".frontis/cache/v1/builds") }
    }
}

func withPublishedSite(
    _ vendor: StorageVendor = StorageVendor(), prefix: String = "/blog", settings: String = "",
    images: String = "variants: false", posts: Int = 3,
    _ body: (PublishedSite) async throws -> Void
) async throws {
    try await withVendor(vendor) { server in
        try await body(PublishedSite(vendor, server, prefix: prefix, settings: settings, images: images, posts: posts))
    }
}

/// `publish:` through the built program, against a strict bucket over real HTTP.
@Suite(.timeLimit(.minutes(10))) struct PublishingTests {
    private static let immutable = "public, max-age=31536000, immutable"

    private func json(_ run: ProgramRun.Result) throws -> VendorJSON {
        try #require(VendorJSON(Array(run.standardOutput.utf8)))
    }

    @Test func variantsCardsAndOriginalsAreThere() async throws {
        try await withPublishedSite(images: "publish-originals: true", posts: 1) { published in
            #expect(try await published.build().status == 0)
            let local = try published.pictures()
            let originals = try published.site.folder.tree(of: "public/originals")
            #expect(local.count == 13 && originals.count == 1)
            let there = published.vendor.objects.mapValues(\.bytes)
            #expect(there.filter { $0.key.hasPrefix("blog/images/") } == local)
            #expect(there["blog/originals/" + (originals.keys.first ?? "")] == originals.values.first)
            let page = try published.site.page("posts/p0/index.html")
            let bucket = published.server.origin + "/test-bucket/blog/images/"
            #expect(page.contains("srcset=\"\(bucket)") && page.contains("imagesrcset=\"\(bucket)"))
            #expect(page.contains("property=\"og:image\" content=\"\(bucket)"))
            #expect(!page.contains("\"/images/") && !page.contains(", /images/"))
            let uploads = published.uploads
            try published.site.post("p0", "Picture of number 0", body: "Other words.")
            #expect(try await published.build().status == 0)
            #expect(published.uploads == uploads)
        }
    }

    @Test func picturesAreUploadedOnce() async throws {
        try await withPublishedSite { published in
            let first = try await published.build()
            #expect(first.status == 0, "\(first.standardError)")
            #expect(first.standardOutput.contains(" · 3 in the bucket (3 uploaded) · "))
            #expect(published.server.violations == [])
            #expect(published.server.requests(.token).count == 1)
            let local = try published.pictures()
            #expect(local.count == 3)
            #expect(published.vendor.objects.mapValues(\.bytes) == local)
            #expect(published.vendor.objects.values.allSatisfy { $0.cacheControl == Self.immutable })
            // Whoever has a page asks the bucket: in the page, in its head, in feeds.
            let origin = published.server.origin
            for name in local.keys {
                let address = "\(origin)/test-bucket/\(name)"
                let pages = try published.site.folder.tree(of: "public").filter { $0.key.hasSuffix("index.html") }
                let text = pages.values.map { String(decoding: $0, as: UTF8.self) }.joined()
                #expect(text.contains("src=\"\(address)\""))
                #expect(text.contains("property=\"og:image\" content=\"\(address)\""))
                #expect(try published.site.page("rss.xml").contains("url=\"\(address)\""))
                #expect(try published.site.page("atom.xml").contains(address))
                #expect(!text.contains("src=\"/images/"))
            }
            // Nothing is asked again: not by a build that changes nothing, and not by one that changes a page.
            let asked = published.server.requests.count
            let second = try await published.build("--format", "json")
            #expect(try json(second)["published"] == ["uploaded": 0, "kept": 3])
            try published.site.post("p1", "Picture of number 1", body: "Other words.")
            let third = try await published.build("--format", "json")
            #expect(try json(third)["published"] == ["uploaded": 0, "kept": 3])
            #expect(published.server.requests.count == asked)
            #expect(try published.site.page("posts/p1/index.html").contains(origin + "/test-bucket/blog/images/"))
            // A new picture is the only one that is sent.
            try published.site.post("p9", "Picture of number 9")
            let fourth = try await published.build("--format", "json")
            #expect(try json(fourth)["published"] == ["uploaded": 1, "kept": 3])
            #expect(published.uploads == 4)
        }
    }

    @Test func publicURLAndNoPrefix() async throws {
        try await withPublishedSite(prefix: "", settings: ", public-url: \"https://cdn.example.org/x\"", posts: 1) { published in
            #expect(try await published.build().status == 0)
            let name = try #require(try published.pictures(prefix: "").keys.first)
            #expect(published.vendor.objects.keys.sorted() == [name])
            #expect(try published.site.page("posts/p0/index.html").contains("src=\"https://cdn.example.org/x/\(name)\""))
        }
    }

    /// The same site without the block, from nothing.
    @Test func withoutTheBlockPagesAreAsTheyWere() async throws {
        try await withPublishedSite { published in
            let text = try published.site.folder.read("frontis.yaml")
            let plain = text.split(separator: "\n").filter { !$0.hasPrefix("publish:") }.joined(separator: "\n") + "\n"
            try published.site.write("frontis.yaml", plain)
            #expect(try await published.build().status == 0)
            let before = try published.site.folder.tree(of: "public")
            try published.site.write("frontis.yaml", text)
            #expect(try await published.build().status == 0)
            #expect(try published.site.folder.tree(of: "public") != before)
            try published.site.write("frontis.yaml", plain)
            let run = try await published.build("--format", "json")
            #expect(try json(run)["published"] == nil)
            #expect(try published.site.folder.tree(of: "public") == before)
        }
    }

    @Test func aSiteWithoutPicturesAsksNobody() async throws {
        try await withPublishedSite(posts: 0) { published in
            try published.site.post("a", nil)
            #expect(try await published.build().status == 0)
            #expect(published.server.requests.isEmpty)
        }
    }

    // MARK: The record

    @Test(arguments: [1000, 2])
    func aLostRecordCostsAListAndNoUpload(pageSize: Int) async throws {
        try await withPublishedSite(StorageVendor(pageSize: pageSize)) { published in
            #expect(try await published.build().status == 0)
            let pages = try published.site.folder.tree(of: "public")
            published.server.reset()
            try published.site.folder.remove(".frontis/cache")
            let run = try await published.build("--format", "json")
            #expect(try json(run)["published"] == ["uploaded": 0, "kept": 3])
            #expect(published.uploads == 0)
            #expect(published.server.requests(.question).count == (pageSize == 2 ? 2 : 1))
            #expect(try published.recorded == 3)
            #expect(try published.site.folder.tree(of: "public") == pages)
            #expect(published.server.violations == [])
        }
    }

    /// An account that may only create objects finds out by being refused.
    @Test func anAccountThatMayNotList() async throws {
        try await withPublishedSite(StorageVendor(mayLook: false)) { published in
            #expect(try await published.build().status == 0)
            try published.site.folder.remove(".frontis/cache")
            let run = try await published.build("--format", "json")
            #expect(run.status == 0, "\(run.standardError)")
            #expect(try json(run)["published"] == ["uploaded": 0, "kept": 3])
            #expect(published.uploads == 6)
            #expect(try published.recorded == 3)
            #expect(published.server.violations == [])
        }
    }

    @Test func aRecordThatCannotBeWrittenIsAWarning() async throws {
        try await withPublishedSite { published in
            try published.site.write(".frontis/cache/v1/published", "in the way")
            let run = try await published.build()
            #expect(run.status == 0, "\(run.standardError)")
            #expect(run.standardError.contains("warning: the record of what gs://test-bucket/blog holds: cannot "))
            #expect(published.vendor.objects.count == 3)
        }
    }

    /// Another machine may encode the same picture with a byte of its own.
    @Test func aVariantOfAnotherMachineWillDo() async throws {
        try await withPublishedSite(images: "candidates: 1", posts: 1) { published in
            #expect(try await published.build().status == 0)
            let count = published.vendor.objects.count
            let name = try #require(published.vendor.objects.keys.sorted().first)
            published.vendor.objects[name] = .init(bytes: [1, 2, 3])
            try published.site.folder.remove(".frontis/cache")
            let run = try await published.build("--format", "json")
            #expect(run.status == 0, "\(run.standardError)")
            #expect(try json(run)["published"]?["uploaded"]?.integer == 0)
            #expect(try json(run)["published"]?["kept"]?.integer == count)
            #expect(published.vendor.objects[name]?.bytes == [1, 2, 3])
        }
    }

    /// Somebody has put something else there: an error, and nothing of it is touched.
    @Test(arguments: [true, false])
    func otherBytesUnderTheName(hasRecord: Bool) async throws {
        try await withPublishedSite { published in
            #expect(try await published.build().status == 0)
            let name = try #require(published.vendor.objects.keys.sorted().first)
            published.vendor.objects[name] = .init(bytes: [1, 2, 3])
            if !hasRecord { try published.site.folder.remove(".frontis/cache") }
            let pages = try published.site.folder.tree(of: "public")
            try published.site.post("new", "Another")
            let run = try await published.build()
            // The record says that it is there, and nobody looks again.
            #expect(run.status == (hasRecord ? 0 : 1))
            guard !hasRecord else { return }
            #expect(
                run.standardError.contains(
                    "frontis.yaml:2:16: error: cannot publish to gs://test-bucket/blog: the bucket holds other bytes as "
                        + "\(name) [publish-failed]\n"), "\(run.standardError)")
            #expect(published.vendor.objects[name]?.bytes == [1, 2, 3])
            #expect(published.vendor.objects.count == 4)
            #expect(try published.site.folder.tree(of: "public") == pages)
        }
    }

    // MARK: Modes

    @Test func aFrozenBuildPublishes() async throws {
        try await withPublishedSite { published in
            let run = try await published.build("--frozen")
            #expect(run.status == 0, "\(run.standardError)")
            #expect(published.vendor.objects.count == 3)
        }
    }

    @Test func offlineSendsNothingAndSaysSo() async throws {
        try await withPublishedSite { published in
            let run = try await published.build("--offline")
            #expect(run.status == 0)
            #expect(published.server.requests.isEmpty)
            #expect(
                run.standardError == """
                    frontis.yaml:2:16: warning: nothing is sent to gs://test-bucket/blog, and pages show their own copies of pictures [publish-offline]
                      help: build without --offline

                    """)
            #expect(try published.site.page("posts/p0/index.html").contains("src=\"/images/"))
            #expect(try await published.build().status == 0)
            #expect(published.vendor.objects.count == 3)
            // What the bucket has is of no use to whoever is offline.
            #expect(try await published.build("--offline").status == 0)
            #expect(try published.site.page("posts/p0/index.html").contains("src=\"/images/"))
        }
    }

    @Test func anotherErrorKeepsPicturesBack() async throws {
        try await withPublishedSite { published in
            try published.site.write("content/posts/broken.md", "---\ntitle: [\n---\nText.\n")
            #expect(try await published.build().status == 1)
            #expect(published.server.requests.isEmpty)
        }
    }

    /// Pictures that cost money: publishing neither buys nor counts any.
    @Test func moneyIsLeftAlone() async throws {
        try await withVendor(makesSmallPictures: true) { pictures in
            let vendor = StorageVendor()
            try await withVendor(vendor) { server in
                let published = try PublishedSite(vendor, server, pictures: pictures)
                let first = try json(try await published.build("--format", "json"))
                let made = pictures.requests.count
                let ledger = try published.site.folder.read(".frontis/store/v1/spend.jsonl")
                #expect(first["published"] == ["uploaded": 3, "kept": 0])
                #expect(abs((first["cost"]?["usd"]?.number ?? 0) - pictures.ledger.usd) < 0.0002)
                try published.site.folder.remove(".frontis/cache")
                let second = try json(try await published.build("--format", "json"))
                #expect(second["cost"]?["usd"] == 0)
                #expect(pictures.requests.count == made)
                #expect(try published.site.folder.read(".frontis/store/v1/spend.jsonl") == ledger)
                let lock = try published.site.folder.read("frontis.lock")
                #expect(!lock.contains("test-bucket") && !lock.contains(server.origin))
            }
        }
    }
}
