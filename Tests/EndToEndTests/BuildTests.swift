import Foundation
import FrontisTestSupport
import Testing

@Suite struct BuildTests {
    @Test func theSameInputGivesTheSameBytesAnywhere() async throws {
        var trees: [[String: [UInt8]]] = []
        var locks: [String] = []
        for _ in 1...2 {
            try await withVendor { vendor in
                let site = try SiteUnderTest(vendor: vendor)
                // The address of the vendor is no part of what comes out.
                for number in 1...6 { try site.post("p\(number)", "Picture \(number)", extra: "tags: [a, b\(number % 2)]\n") }
                try site.post("drawn", "{ prompt: A drawing, provider: pattern }")
                let run = try await site.run("build", "--jobs", locks.isEmpty ? "1" : "4")
                #expect(run.status == 0, "\(run.standardError)")
                trees.append(try site.folder.tree(of: "public"))
                locks.append(try site.folder.read("frontis.lock"))
            }
        }
        #expect(trees[0].keys.count { $0.hasSuffix("/index.html") } > 7 && locks[0].contains("posts/p6.md#hero"))
        #expect(trees[0].keys.sorted() == trees[1].keys.sorted())
        #expect(trees[0] == trees[1])
        #expect(locks[0] == locks[1])
    }

    @Test func writesPagesListsFeedsAndNothingTwice() async throws {
        let site = try SiteUnderTest()
        for number in 1...12 { try site.post("p\(number)", nil, extra: "tags: [Rail Ways]\naliases: [/old/\(number)]\n") }
        try site.write("content/about.md", "Hello [first](posts/p1.md#top).\n")
        try site.write("static/robots.txt", "User-agent: *\n")
        try site.write("public/.htaccess", "mine")
        #expect(try await site.run("build").status == 0)
        for path in [
            "index.html", "page/2/index.html", "posts/index.html", "posts/p1/index.html", "about/index.html",
            "tags/index.html", "tags/rail-ways/index.html", "tags/rail-ways/page/2/index.html", "atom.xml", "rss.xml",
            "tags/rail-ways/atom.xml", "posts/rss.xml", "sitemap.xml", "404.html", "old/3/index.html", "robots.txt",
            "frontis.css",
        ] {
            #expect(site.folder.exists("public/" + path), "\(path)")
        }
        let times = try site.folder.modificationTimes(of: "public")
        try site.write("content/about.md", "Hello again.\n")
        let run = try await site.run("build", "--format", "json")
        let report = try #require(VendorJSON(Array(run.standardOutput.utf8)))
        #expect(report["pages"]?["rendered"]?.integer == 1)
        let after = try site.folder.modificationTimes(of: "public")
        // The list of files says meanwhile that a build is under way.
        #expect(times.filter { after[$0.key] != $0.value }.keys.sorted() == [".frontis-files", "about/index.html"])
        try FileManager.default.removeItem(atPath: site.folder.path + "/content/posts/p12.md")
        #expect(try await site.run("build").status == 0)
        #expect(!site.folder.exists("public/posts/p12"))
        #expect(!site.folder.exists("public/old/12"))
        #expect(try site.folder.read("public/.htaccess") == "mine")
    }

    @Test func draftsAndFuturePostsWait() async throws {
        let site = try SiteUnderTest()
        try site.post("draft", nil, extra: "draft: true\n")
        try site.write("content/posts/later.md", "---\ndate: 2030-01-01\n---\n")
        #expect(try await site.run("build").status == 0)
        #expect(!site.folder.exists("public/posts/draft") && !site.folder.exists("public/posts/later"))
        #expect(try await site.run("build", "--drafts", "--future").status == 0)
        #expect(site.folder.exists("public/posts/draft") && site.folder.exists("public/posts/later"))
        #expect(try await site.run("build").status == 0)
        #expect(!site.folder.exists("public/posts/draft") && !site.folder.exists("public/posts/later"))
    }

    @Test func aBasePathIsInEveryAddress() async throws {
        let site = try SiteUnderTest()
        try site.post("a", "A fox", body: "[root](/posts/a/) ![p](p.png \"t\")", extra: "tags: [x]\n")
        try site.write("content/posts/p.png", "not really")
        let run = try await site.run("build", "--base-url", "https://e.org/blog")
        #expect(run.status == 0)
        let html = try site.page("posts/a/index.html")
        for address in ["href=\"/blog/posts/a/\"", "src=\"/blog/posts/a/p.png\"", "src=\"/blog/images/", "href=\"/blog/tags/x/\""] {
            #expect(html.contains(address), "\(address)")
        }
        #expect(site.folder.exists("public/posts/a/p.png"))
        #expect(try site.page("atom.xml").contains("https://e.org/blog/posts/a/p.png"))
    }

    @Test func frozenRunsMakeNothing() async throws {
        try await withVendor { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            try site.post("a", "A fox")
            let environment = ["CI": "true", "ART_KEY": SiteUnderTest.key]
            let frozen = try await site.run("build", environment: environment)
            #expect(frozen.status == 1)
            #expect(
                frozen.standardError == """
                    content/posts/a.md:4:11: error: the picture of posts/a.md#hero would have to be made, and this run \
                    is frozen [picture-frozen]
                      4 | ai-image: A fox
                        |           ^~~~~
                        help: run 'frontis build' where pictures may be made and commit frontis.lock and \
                    .frontis/store, or lift it with --no-frozen

                    """)
            #expect(vendor.requests.isEmpty && !site.folder.exists("frontis.lock"))
            #expect(try await site.run("build", "--no-frozen", environment: environment).status == 0)
            #expect(try await site.run("build", "--frozen", environment: [:]).status == 0)
            for value in ["", "0", "false"] {
                try site.post("b\(value)", "Another \(value)")
                #expect(
                    try await site.run("build", environment: ["CI": value, "ART_KEY": SiteUnderTest.key]).status == 0)
            }
        }
    }

    @Test func offlineRunsSendNothingAndSaySo() async throws {
        try await withVendor { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            try site.post("a", "A fox")
            let run = try await site.run("build", "--offline", environment: ["CI": "1"])
            #expect(run.status == 0)
            #expect(run.standardError.contains("a drawn placeholder stands in [picture-offline]"))
            #expect(vendor.requests.isEmpty && !site.folder.exists("frontis.lock"))
            // A placeholder is no answer: the next build has the picture made.
            #expect(try await site.run("build").status == 0)
            #expect(vendor.requests(.images).count == 1)
        }
    }

    @Test func planSaysWhatAndWhyAndWritesNothing() async throws {
        try await withVendor { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            try site.post("a", "A fox")
            try site.post("b", "{ prompt: A drawing, provider: pattern }")
            let before = try site.folder.tree(of: "")
            let plan = try await site.run("plan", "--exit-code", "--format", "json", environment: [:])
            #expect(plan.status == 2)
            let report = try #require(VendorJSON(Array(plan.standardOutput.utf8)))
            #expect(report["slots"]?[0]?["action"]?.string == "make")
            #expect(report["slots"]?[0]?["reason"]?.string == "new")
            #expect(report["slots"]?[0]?["model"]?.string == "gpt-image-2")
            #expect(report["slots"]?[1]?["action"]?.string == "placeholder")
            #expect(try site.folder.tree(of: "") == before)
            #expect(vendor.requests.isEmpty)
            #expect(try await site.run("build").status == 0)
            try site.post("a", "A bear")
            let changed = try await site.run("plan")
            #expect(changed.standardOutput.contains("make         posts/a.md#hero  prompt changed from 'A fox' to 'A bear'"))
            try site.post("a", "A fox")
            #expect(try await site.run("plan", "--exit-code").status == 0)
        }
    }

    @Test func aNewSiteBuildsAndGoesOnWorking() async throws {
        let folder = try TemporarySite()
        let made = try await ProgramRun.run(["new", "blog"], in: folder.path, environment: [:])
        #expect(made.status == 0)
        func build() async throws -> ProgramRun.Result {
            try await ProgramRun.run(["build", "--site", "blog"], in: folder.path, environment: [:])
        }
        let first = try await build()
        #expect(first.status == 0 && first.standardError.isEmpty, "\(first.standardError)")
        #expect(try folder.read("blog/.gitignore") == "/public/\n/.frontis/cache/\n/.env\n.frontis-tmp-*\n")
        #expect(try folder.read("blog/.gitattributes") == "frontis.lock merge=frontis\n.frontis/store/v1/*.jsonl merge=union\n")
        // All content replaced, and the configuration by three lines.
        try FileManager.default.removeItem(atPath: folder.path + "/blog/content")
        try folder.write("blog/content/x.md", "# Only this\n")
        try folder.write("blog/frontis.yaml", "site:\n  title: Mine\n  url: https://mine.example/\n")
        let second = try await build()
        #expect(second.status == 0 && second.standardError.isEmpty, "\(second.standardError)")
        #expect(try folder.read("blog/public/x/index.html").contains("Only this"))
        // And without any content, or templates.
        try FileManager.default.removeItem(atPath: folder.path + "/blog/content")
        try FileManager.default.removeItem(atPath: folder.path + "/blog/templates")
        #expect(try await build().status == 0)
        let again = try await ProgramRun.run(["new", "blog"], in: folder.path, environment: [:])
        #expect(again.status == 1)
        #expect(again.standardError.hasPrefix("error: 'blog' is not empty: it holds '"))
    }

    @Test func onePictureNeedsNoSite() async throws {
        let folder = try TemporarySite()
        let run = try await ProgramRun.run(
            ["image", "make", "A night train", "-o", "x.png", "--aspect", "1:1", "--format", "json"], in: folder.path,
            environment: [:])
        #expect(run.status == 0, "\(run.standardError)")
        let result = try #require(VendorJSON(Array(run.standardOutput.utf8)))
        #expect(result["width"]?.integer == 1536 && result["height"]?.integer == 1536)
        #expect(try folder.tree(of: "").keys.sorted() == ["x.png"])
    }

    @Test func onePictureByAVendorInASiteIsKept() async throws {
        try await withVendor { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            for _ in 1...2 {
                let run = try await site.run("image", "make", "A fox", "-o", "fox.png")
                #expect(run.status == 0, "\(run.standardError)")
            }
            #expect(vendor.requests(.images).count == 1)
            #expect(!site.folder.exists("frontis.lock"))
        }
    }

    @Test func aPictureWithoutAPageIsCalledByItsWords() async throws {
        let site = try SiteUnderTest(
            configuration: """
                images: { provider: art, on-missing: error }
                providers: { art: { dialect: openai, model: gpt-image-2, api-key: "${ART_KEY}" } }

                """)
        let run = try await site.run("image", "make", "A fox  in the snow\nand a bird on a branch above it", "-o", "fox.png")
        #expect(run.status == 1)
        #expect(
            run.standardError.contains(
                "error: the picture of 'A fox in the snow and a bird on a branc…' is not there, and images.on-missing is error "
                    + "[picture-not-made]\n"), "\(run.standardError)")
    }
}
