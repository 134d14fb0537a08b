import Foundation
import FrontisTestSupport
import Testing

/// Findings that need a whole site, each with its literal message.
@Suite struct FindingTests {
    private func expect(
        _ message: String, status: Int32 = 0, arguments: [String] = ["build", "--verbose"],
        configuration: String = "", tree: String, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let site = try SiteUnderTest(configuration: configuration)
        try site.write(tree: tree)
        let run = try await ProgramRun.run(arguments, in: site.folder.path, environment: [:])
        #expect(run.status == status, sourceLocation: sourceLocation)
        #expect(run.standardError == message, sourceLocation: sourceLocation)
    }

    @Test func oneAliasOfTwoPosts() async throws {
        try await expect(
            """
            content/b.md:2:11: warning: alias /old/ belongs to content/a.md already [alias-duplicate]

            """,
            tree: """
                -- content/a.md --
                ---
                aliases: [old]
                ---
                -- content/b.md --
                ---
                aliases: [/old/]
                ---
                """)
    }

    @Test(arguments: ["/posts/a/index.html", "/posts/a/", "posts/a"]) func onePathOfTwoPages(address: String) async throws {
        try await expect(
            """
            content/posts/b.md:1:1: error: address /posts/a/ belongs to content/posts/a.md already [page-url-conflict]
              help: give one of the two another slug or url, or its section another address: permalinks: in frontis.yaml

            """, status: 1,
            tree: """
                -- content/posts/a.md --
                ---
                title: A
                ---
                -- content/posts/b.md --
                ---
                url: \(address)
                ---
                """)
    }

    /// For a browser there is nothing above a site, and a link that goes there leads where it leads for others.
    @Test func aStepTooManyLeadsNowhereElse() async throws {
        try await expect(
            """
            content/posts/a.md:4:9: warning: link to '../../../etc/x': leads nowhere in this site [link-dead]
              4 | [there](../../../etc/x) ![A boat](../../../img/boat.png) ![A sun](../../../sun.svg)
                |         ^~~~~~~~~~~~~~
            content/posts/a.md:4:35: warning: picture '../../../img/boat.png': there is no such file [image-missing]
              4 | [there](../../../etc/x) ![A boat](../../../img/boat.png) ![A sun](../../../sun.svg)
                |                                   ^~~~~~~~~~~~~~~~~~~~~
            2 warnings

            """,
            tree: """
                -- content/posts/a.md --
                ---
                title: A
                ---
                [there](../../../etc/x) ![A boat](../../../img/boat.png) ![A sun](../../../sun.svg)
                -- static/sun.svg --
                <svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>
                """)
    }

    /// The configuration and the plan find it both.
    @Test func whatIsFoundTwiceIsSaidOnce() async throws {
        try await expect(
            """
            frontis.yaml:2:21: error: unknown provider 'dalle' [ai-image-unknown-provider]
              2 | images: { provider: dalle }
                |                     ^~~~~
                help: providers are defined under 'providers:' in frontis.yaml; gemini, openai and pattern need no entry

            """, status: 1, configuration: "images: { provider: dalle }\n",
            tree: """
                -- content/posts/a.md --
                ---
                ai-image: A fox
                ---
                """)
    }

    @Test func whereThereIsNoSiteThereIsNothingToPlan() async throws {
        let folder = try TemporarySite()
        let run = try await ProgramRun.run(["plan"], in: folder.path)
        #expect(run.status == 1)
        #expect(run.standardOutput == "")
        #expect(run.standardError.contains("[site-missing]"))
    }

    /// What cannot be read does not say that something is missing in it.
    @Test func aBrokenConfigurationSaysNothingOfItsAddress() async throws {
        let site = try SiteUnderTest()
        try site.write("frontis.yaml", "site: { url: \"https://example.org/\" }\nimages:\n  budget: 5\n provider: pattern\n")
        try site.post("a", nil)
        let run = try await site.run("build", environment: [:])
        #expect(run.status == 1)
        #expect(run.standardError.contains("[configuration-yaml]"))
        #expect(!run.standardError.contains("[site-url-missing]"), "\(run.standardError)")
    }

    @Test func anOutputOfALongName() async throws {
        let site = try SiteUnderTest()
        try site.post("a", nil)
        let name = String(repeating: "x", count: 300)
        let run = try await site.run("build", "--output", name, environment: [:])
        #expect(run.status == 1)
        #expect(
            run.standardError == """
                error: '\(name)' cannot be the output: cannot read '\(name)': File name too long [output-unsafe]
                  help: choose a folder of its own with --output, such as 'public'

                """)
    }

    @Test func picturesThatAreNotThereOrSayNothing() async throws {
        try await expect(
            """
            content/a.md:1:1: warning: alt text 'png' says nothing about the picture [alt-suspicious]
              1 | <img src='x.png' alt='png'>
                | ^~~~~~~~~~~~~~~~~~~~~~~~~~~
                help: say what it shows, in a sentence
            content/a.md:1:1: warning: picture 'x.png': there is no such file [image-missing]
              1 | <img src='x.png' alt='png'>
                | ^~~~~~~~~~~~~~~~~~~~~~~~~~~
            content/a.md:3:5: warning: picture 'https://e.org/y.png' has no alt text [alt-missing]
              3 | ![](https://e.org/y.png)
                |     ^~~~~~~~~~~~~~~~~~~
                help: say what it shows: ![Two boats on a canal](https://e.org/y.png)
                      or, for decoration: <img src="…" alt="">
            3 warnings

            """,
            tree: """
                -- content/a.md --
                <img src='x.png' alt='png'>

                ![](https://e.org/y.png)
                """)
    }

    @Test func picturesThatNoBrowserShows() async throws {
        try await expect(
            """
            content/a.md:2:7: warning: picture 'x.HEIC' is a HEIC file, which most browsers do not show [picture-format]
              2 | hero: x.HEIC
                |       ^~~~~~
                help: export it as JPEG, PNG, WebP or AVIF
            content/a.md:5:6: warning: picture '/y.tiff?v=1' is a TIFF file, which most browsers do not show [picture-format]
              5 | ![A](/y.tiff?v=1)
                |      ^~~~~~~~~~~
                help: export it as JPEG, PNG, WebP or AVIF
            2 warnings

            """,
            tree: """
                -- content/a.md --
                ---
                hero: x.HEIC
                hero-alt: X
                ---
                ![A](/y.tiff?v=1)

                ![B](https://e.org/z.psd)
                -- content/x.HEIC --
                x
                -- static/y.tiff --
                y
                """)
    }

    @Test func linksThatLeadNowhere() async throws {
        try await expect(
            """
            content/a.md:1:5: warning: link to 'c.md': there is no content/c.md; did you mean 'a.md'? [link-dead]
              1 | [x](c.md)
                |     ^~~~

            """,
            tree: """
                -- content/a.md --
                [x](c.md)
                """)
    }

    @Test func severitiesCanBeChanged() async throws {
        try await expect(
            """
            content/a.md:1:5: error: link to '/nope/': leads nowhere in this site [link-dead]
              1 | [x](/nope/)
                |     ^~~~~~

            """, status: 1, configuration: "diagnostics: { link-dead: error }\n",
            tree: """
                -- content/a.md --
                [x](/nope/)
                """)
    }

    @Test func filesThatAreNotText() async throws {
        let site = try SiteUnderTest()
        try site.write("content/a.md", "ok\n")
        try Data("line\nna\u{EF}ve".unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) })
            .write(to: URL(fileURLWithPath: site.folder.path + "/content/b.md"))
        let run = try await site.run("build")
        #expect(
            run.standardError == """
                content/b.md:2:1: error: file is not UTF-8 [file-encoding]
                  help: save it as UTF-8, for example with: iconv -f latin1 -t utf-8

                """)
    }

    @Test func filesThatCannotBeRead() async throws {
        let site = try SiteUnderTest()
        try FileManager.default.removeItem(atPath: site.folder.path + "/frontis.yaml")
        try site.write("frontis.yaml/x", "")
        let run = try await site.run("build")
        #expect(run.standardError == "error: cannot read 'frontis.yaml': Is a directory [file-unreadable]\n")
    }

    @Test func twoFilesWithOnePlaceInTheOutput() async throws {
        try await expect(
            """
            error: a page and static/a/index.html both want to be 'a/index.html' in the output [output-conflict]
              help: rename one of the two

            """, status: 1,
            tree: """
                -- content/a.md --
                x
                -- static/a/index.html --
                y
                """)
    }

    @Test func anOutputThatIsAFile() async throws {
        let site = try SiteUnderTest()
        try site.write("content/a.md", "x\n")
        try site.write("file", "x")
        let run = try await site.run("build", "--output", "file")
        #expect(run.status == 1)
        #expect(run.standardError.contains("error: 'file' is a file, not a folder [output-unsafe]"))
    }

    @Test func aSiteWithoutAnAddress() async throws {
        let folder = try TemporarySite()
        try folder.write("content/a.md", "x\n")
        let run = try await ProgramRun.run(["build"], in: folder.path, environment: [:])
        #expect(run.status == 0)
        #expect(
            run.standardError == """
                frontis.yaml:1:1: warning: site.url is not set, so feeds and the sitemap point at http://localhost/ \
                [site-url-missing]
                  help: add to frontis.yaml: site: { url: https://example.org/ }

                """)
    }

    @Test func aPromptThatWouldHaveToBeWrittenInAFrozenRun() async throws {
        let site = try SiteUnderTest()
        try site.write(
            "frontis.yaml",
            """
            site: { title: Test, url: "https://example.org/" }
            images: { provider: art }
            providers: { art: { dialect: openai, api-key: "${ART_KEY}" } }
            """)
        try site.write("content/a.md", "---\nai-image: auto\n---\n")
        let run = try await site.run("build", environment: ["CI": "true"])
        #expect(run.status == 1)
        #expect(
            run.standardError == """
                content/a.md:2:11: error: the prompt of a.md#hero would have to be written, and this run is frozen \
                [picture-frozen]
                  2 | ai-image: auto
                    |           ^~~~
                    help: build where pictures may be made and commit frontis.lock and .frontis/store

                """)
    }
    @Test func anUnknownSlotInTheText() async throws {
        try await expect(
            """
            content/a.md:4:5: error: no picture is named 'mop'; did you mean 'map'? [ai-image-unknown-slot]
              4 | ![](ai:mop)
                |     ^~~~~~
                help: name it under ai-images in the front matter, or write a prompt of several words: \
            ![](<ai:a fox in fresh snow>)

            """, status: 1,
            tree: """
                -- content/a.md --
                ---
                ai-images: { map: A map }
                ---
                ![](ai:mop)
                """)
    }

    @Test func whatAModelCannotDo() async throws {
        try await withVendor { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            try site.post("a", "{ prompt: A fox, size: 100x100 }")
            try site.post("b", "{ prompt: A bear, seed: 7 }")
            let run = try await site.run("build", "--verbose")
            #expect(run.status == 1)
            #expect(run.standardError.contains("content/posts/a.md:4:21: error: "))
            #expect(run.standardError.contains("[ai-image-unsupported]"))
            #expect(run.standardError.contains("content/posts/b.md:4:21: note: "))
            #expect(run.standardError.contains("[ai-image-note]"))
            // What is impossible is known beforehand, so that its neighbour is not asked for either.
            #expect(vendor.requests(.images).isEmpty)
        }
    }

    @Test func aPictureOfAnotherSizeIsKept() async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            try site.post("a", "{ prompt: A fox, size: 1536x1024 }")
            let run = try await site.run("build")
            #expect(run.status == 0)
            #expect(
                run.standardError.hasPrefix(
                    "content/posts/a.md:4:21: warning: asked for 1536x1024, provider 'art' made "))
            #expect(run.standardError.contains("[picture-size]"))
            #expect(try await site.run("build").status == 0)
            #expect(vendor.requests(.images).count == 1)
        }
    }

    @Test func vendorsThatStayBusyOrSayNo() async throws {
        try await withVendor { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            try site.post("a", "A fox")
            vendor.always(.images, .status(500, headers: ["retry-after-ms": "1"], body: "{}"))
            let busy = try await site.run("build")
            #expect(busy.standardError.contains("content/posts/a.md:4:11: error: provider 'art': busy (status 500)"))
            #expect(busy.standardError.contains("[provider-busy]"))
            #expect(vendor.requests(.images).count == 4)
            vendor.always(
                .images,
                .status(400, body: "{\"error\":{\"message\":\"Unknown parameter: 'x'.\",\"type\":\"invalid_request_error\",\"code\":\"unknown_parameter\"}}"))
            let rejected = try await site.run("build")
            #expect(rejected.standardError.contains("Unknown parameter: 'x'."))
            #expect(rejected.standardError.contains("[provider-rejected]"))
            #expect(vendor.requests(.images).count == 5)
        }
    }

    @Test func altTextsThatDoNotCome() async throws {
        try await withVendor { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            try site.post("a", "A fox")
            vendor.always(.chat, .refused)
            let run = try await site.run("build")
            #expect(run.status == 0)
            #expect(
                run.standardError.hasPrefix(
                    "content/posts/a.md:4:11: warning: posts/a.md#hero has no alt text in 'en': describer 'art': "))
            #expect(run.standardError.contains("[alt-not-made]"))
            #expect(try site.page("posts/a/index.html").contains("alt=\"\""))
            // Neither is paid for again, until somebody asks for it.
            vendor.always(.chat, .normal)
            let asked = vendor.requests.count
            #expect(try await site.run("build").status == 0)
            #expect(vendor.requests.count == asked)
            #expect(try await site.run("build", "--retry-failed").status == 0)
            #expect(vendor.requests(.images).count == 1)
            #expect(try site.page("posts/a/index.html").contains("alt=\"Test picture"))
        }
    }

    @Test func picturesThatMustBeThere() async throws {
        try await withVendor { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            let text = try site.folder.read("frontis.yaml").replacingOccurrences(
                of: "provider: art }", with: "provider: art, on-missing: error }")
            try site.write("frontis.yaml", text)
            try site.post("a", "A fox")
            let run = try await site.run("build")
            #expect(
                run.standardError == """
                    content/posts/a.md:4:11: error: the picture of posts/a.md#hero is not there, and images.on-missing \
                    is error [picture-not-made]
                      4 | ai-image: A fox
                        |           ^~~~~
                        help: have it made with: on-missing: make

                    """)
            #expect(vendor.requests.isEmpty)
        }
    }

    @Test func aStoreThatCannotBeReadStopsTheSpending() async throws {
        try await withVendor { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            try site.post("a", "A fox")
            #expect(try await site.run("build").status == 0)
            let manifest = try #require(
                try site.folder.tree(of: ".frontis/store/v1/recipes").keys.first { $0.hasSuffix(".json") })
            try site.write(".frontis/store/v1/recipes/" + manifest, "{ broken")
            try site.post("b", "A bear")
            let run = try await site.run("build")
            #expect(run.status == 1)
            #expect(run.standardError.contains("[store-unreadable]"))
            #expect(vendor.requests(.images).count == 1)
        }
    }

    /// A terminal shows what matters; the report keeps everything.
    @Test func whatRepeatsIsCountedAndErrorsAreLast() async throws {
        let site = try SiteUnderTest()
        for number in 1...4 {
            try site.write("content/\(number).md", "Text.\n\n{{< tweet src=\"a.png\" >}}\n\n{% include \(number).html %}\n")
        }
        try site.write("content/0.md", "---\ntitel: [\n---\n")
        let run = try await site.run("build")
        let lines = run.standardError.split(separator: "\n").map(String.init)
        #expect(lines.count { $0.contains(": warning: '{") } == 3)
        #expect(lines[12] == "warning: body-template-syntax 8 times in 4 files: '{% include' 4, '{{< tweet' 4 [body-template-syntax]")
        #expect(lines[13].contains("content/0.md:3:1: error: "), "\(lines[13])")
        #expect(lines.last == "1 error, 8 warnings; -v shows all")
        let verbose = try await site.run("build", "-v").standardError
        #expect(verbose.ranges(of: ": warning: '{").count == 8)
        let json = try await site.run("build", "--format", "json").standardOutput
        #expect(json.ranges(of: "\"body-template-syntax\"").count == 8)
    }
}
