import FrontisTestSupport
import Testing

/// Each mistake with the literal message that a person sees, through the built program.
@Suite struct BadInputTests {
    private static let template = """
        <!DOCTYPE html>
        <html lang="en"><head><title>{{page.title}}</title></head><body>{{{page.content}}}</body></html>

        """

    private func expect(
        _ message: String, _ prepare: (SiteUnderTest) throws -> Void,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let site = try SiteUnderTest()
        try site.write("content/posts/good.md", "---\ntitle: Good\ndate: 2026-03-02\n---\nText.\n")
        try prepare(site)
        let run = try await site.run("build", environment: [:])
        #expect(run.status == 1, sourceLocation: sourceLocation)
        #expect(run.standardError == message, sourceLocation: sourceLocation)
        #expect(!site.folder.exists("public"), sourceLocation: sourceLocation)
    }

    @Test func twoPostsWithOneAddress() async throws {
        try await expect(
            """
            content/posts/good.md:1:1: error: address /posts/good/ belongs to content/posts/a.md already \
            [page-url-conflict]
                help: give one of the two another slug or url, or its section another address: permalinks: in \
            frontis.yaml

            """.replacing("    help", with: "  help")
        ) { try $0.write("content/posts/a.md", "---\nslug: good\n---\n") }
    }

    @Test func aTemplateThatDoesNotExist() async throws {
        try await expect(
            """
            content/posts/a.md:2:11: error: unknown template 'pots'; did you mean 'post'? [template-unknown]
              2 | template: pots
                |           ^~~~
                help: templates here are: 404, base, home, list, page, post, search, tag, taxonomy

            """
        ) { try $0.write("content/posts/a.md", "---\ntemplate: pots\n---\n") }
    }

    @Test func aTemplateOfAnotherGeneratorIsANote() async throws {
        let site = try SiteUnderTest()
        try site.write("content/posts/a.md", "---\ntitle: A\ntemplate: special.html\n---\n")
        let run = try await site.run("build", "--verbose")
        #expect(run.status == 0)
        #expect(
            run.standardError == """
                content/posts/a.md:3:11: note: template 'special.html' belongs to another generator; the default is \
                used [template-foreign]
                  3 | template: special.html
                    |           ^~~~~~~~~~~~

                """)
    }

    @Test func anUnknownNameInATemplate() async throws {
        try await expect(
            """
            templates/page.mustache:1:3: error: unknown name 'pge.title'; did you mean 'page.title'? \
            [template-unknown-name]
              1 | {{pge.title}}
                |   ^~~~~~~~~

            """
        ) {
            try $0.write("templates/page.mustache", "{{pge.title}}\n")
        }
    }

    @Test func aBrokenTemplate() async throws {
        let site = try SiteUnderTest()
        try site.write(
            tree: """
                -- content/a.md --
                Text
                -- templates/page.mustache --
                {{#page}}
                {{title}
                """)
        let run = try await site.run("build")
        #expect(run.status == 1)
        #expect(run.standardError.contains("templates/page.mustache:2:1: error: "))
        #expect(run.standardError.contains("[template-syntax]"))
    }

    @Test func aPartialThatIncludesItself() async throws {
        try await expect(
            """
            templates/_a.mustache:1:5: error: partial '_a' includes itself: _a → _a [template-cycle]
              1 | {{> _a}}
                |     ^~

            """
        ) {
            try $0.write(
                tree: """
                    -- templates/page.mustache --
                    \(Self.template){{> _a}}
                    -- templates/_a.mustache --
                    {{> _a}}
                    """)
        }
    }

    @Test func anUnknownPartial() async throws {
        let site = try SiteUnderTest()
        try site.write(
            tree: """
                -- content/a.md --
                Text
                -- templates/page.mustache --
                {{> _haeder}}
                -- templates/_header.mustache --
                x
                """)
        let run = try await site.run("build")
        #expect(run.standardError.contains("unknown partial '_haeder'; did you mean '_header'?"))
    }

    @Test func anUnknownProvider() async throws {
        let site = try SiteUnderTest(configuration: "images: { provider: opnai }\n")
        try site.post("a", "A fox")
        let run = try await site.run("build")
        #expect(run.status == 1)
        #expect(
            run.standardError.hasPrefix(
                "frontis.yaml:2:21: error: unknown provider 'opnai'; did you mean 'openai'? [ai-image-unknown-provider]\n"
                    + "  2 | images: { provider: opnai }\n    |                     ^"))
    }

    @Test func anEnvironmentVariableThatIsNotSet() async throws {
        try await withVendor { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            try site.post("a", "A fox")
            let run = try await site.run("build", environment: [:])
            #expect(run.status == 1)
            #expect(
                run.standardError.hasPrefix(
                    "frontis.yaml:4:3: error: environment variable ART_KEY is not set, and provider 'art' needs "
                        + "it for api-key (for 1 picture) [environment-unset]\n  4 |   art: { dialect: openai, "))
            #expect(vendor.requests.isEmpty)
            // Whoever has no key can still plan, and see the site.
            #expect(try await site.run("plan", environment: [:]).status == 0)
            #expect(try await site.run("build", "--offline", environment: [:]).status == 0)
        }
    }

    @Test(arguments: [
        ("html", Behaviour.html(), "[provider-unusable]"),
        ("picture is html", Behaviour.htmlPicture, "the answer is HTML, not a picture [provider-unusable]"),
        ("truncated", Behaviour.truncatedPicture, "the PNG picture is cut off before its end [provider-unusable]"),
        (
            "claims too much", Behaviour.pictureClaiming(width: 60_000, height: 60_000),
            "the picture claims 60000 × 60000 pixels; the limit is 16384 a side and 100 million in all [provider-unusable]"
        ),
        ("file address", Behaviour.address("file:///etc/passwd"), "[provider-unusable]"),
        ("no results", Behaviour.noResults, "[provider-unusable]"),
        ("broken", Behaviour.brokenJSON, "[provider-unusable]"),
        ("refused", Behaviour.refused, "[provider-refused]"),
        (
            "unauthorised",
            Behaviour.status(401, body: "{\"error\":{\"message\":\"Incorrect API key\",\"code\":\"invalid_api_key\"}}"),
            "[provider-credentials]"
        ),
        (
            "quota",
            Behaviour.status(
                429, body: "{\"error\":{\"message\":\"You exceeded your current quota\",\"code\":\"insufficient_quota\"}}"),
            "[provider-quota]"
        ),
        (
            "retired",
            Behaviour.status(404, body: "{\"error\":{\"message\":\"The model 'x' does not exist.\",\"code\":\"model_not_found\"}}"),
            "[provider-retired]"
        ),
    ])
    func badAnswersPointAtThePromptAndPublishNothing(name: String, behaviour: Behaviour, expected: String) async throws {
        try await withVendor { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            try site.post("a", "A fox")
            vendor.always(.images, behaviour)
            let run = try await site.run("build")
            #expect(run.status == 1)
            let isAboutAccount = ["unauthorised", "quota"].contains(name)
            let place = isAboutAccount ? "frontis.yaml:4:3" : "content/posts/a.md:4:11"
            #expect(run.standardError.contains("\(place): error: provider 'art': "), "\(run.standardError)")
            #expect(run.standardError.contains(expected), "\(run.standardError)")
            #expect(vendor.requests(.images).count == 1)
            #expect(vendor.requests(.chat).isEmpty)
            #expect(!site.folder.exists("public"))
        }
    }

    @Test func everythingWrongIsShownInOneRun() async throws {
        let site = try SiteUnderTest()
        // A space at the end of a line, which an editor may take away.
        let nothing = ""
        try site.write(
            tree: """
                -- content/a.md --
                ---
                title: [x]
                ---
                -- content/b.md --
                ---
                title: a: b
                ---
                -- content/c.md --
                ![](ai:nope)
                -- content/d.md --
                +++
                x = \(nothing)
                +++
                """)
        let run = try await site.run("build")
        #expect(run.status == 1)
        for id in ["front-matter-type", "front-matter-yaml", "ai-image-unknown-slot", "front-matter-toml"] {
            #expect(run.standardError.contains("[\(id)]"))
        }
        #expect(run.standardError.hasSuffix("4 errors\n"))
        let lines = run.standardError.split(separator: "\n").filter { $0.contains(": error:") }
        #expect(lines.count == 4)
    }

    @Test func anErrorLeavesTheOutputAsItWas() async throws {
        let site = try SiteUnderTest()
        try site.post("a", "A fox")
        #expect(try await site.run("build").status == 0)
        let before = try site.folder.tree(of: "public")
        let times = try site.folder.modificationTimes(of: "public")
        try site.post("b", "A bear")
        try site.write("content/posts/c.md", "---\ntitle: [x]\n---\n")
        let run = try await site.run("build")
        #expect(run.status == 1)
        #expect(run.standardOutput.hasPrefix("Not built, public is as it was: "))
        #expect(try site.folder.tree(of: "public") == before)
        #expect(try site.folder.modificationTimes(of: "public") == times)
    }

    @Test func nothingLeavesTheOutput() async throws {
        // In a folder of its own, as what lies beside it is everybody's.
        let site = try SiteUnderTest()
        try site.write("site/frontis.yaml", "site: { url: \"https://example.org/\" }\n")
        try site.write("site/content/a.md", "---\nslug: ../../x\naliases: [/../../y, ok]\n---\n")
        let before = try site.folder.tree(of: ".")
        let run = try await site.run("build", "--site", "site")
        #expect(run.status == 1)
        #expect(run.standardError.contains("slug '../../x' leaves the output directory [page-url-unsafe]"))
        #expect(run.standardError.contains("alias '/../../y' is not an address in this site [alias-unsafe]"))
        #expect(try site.folder.tree(of: ".").filter { !$0.key.contains(".frontis") } == before)
    }

    @Test(arguments: [["build", "--jobs", "0"], ["build", "--site", "/nowhere"], ["bild"], ["build", "--now", "x"]])
    func wrongUsageIsStatus64(arguments: [String]) async throws {
        let folder = try TemporarySite()
        let run = try await ProgramRun.run(arguments, in: folder.path, environment: [:])
        #expect(run.status == 64)
        #expect(run.standardOutput.isEmpty)
    }
}
