import Foundation
import FrontisTestSupport
import Testing

/// A picture and its companion for dark mode, from the front matter to the page.
@Suite struct DarkPairTests {
    private func withStory(
        _ configuration: String = "", _ body: (Story, VendorServer) async throws -> Void
    ) async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            try await body(try Story(vendor, configuration: configuration), vendor)
        }
    }

    private func lock(_ story: Story, _ slot: String) throws -> VendorJSON {
        try #require(VendorJSON(try story.site.folder.bytes("frontis.lock"))?["images"]?[slot])
    }

    private func files(in html: String) -> [String] {
        html.split(separator: "\"").map(String.init).filter { $0.hasPrefix("/images/") }
    }

    @Test func aPairIsMadeOnceAndServedByColorScheme() async throws {
        try await withStory { story, vendor in
            try story.site.post("a", "{ prompt: A fox, dark: true }")
            let plan = try #require(VendorJSON(Array(try await story.run("plan", "--format", "json").standardOutput.utf8)))
            let entries = plan["slots"]?.array ?? []
            #expect(entries.map { $0["action"]?.string } == ["make", "make"])
            #expect(entries.last?["slot"] == .string("posts/a.md#hero.dark"))
            #expect(entries.last?["waitsFor"] == .string("posts/a.md#hero"))
            #expect(entries.last?["reason"] == .string("new; waits for posts/a.md#hero"))
            let prices = entries.compactMap { $0["price"]?["usd"]?.number }
            #expect(prices.count == 2 && prices[1] > prices[0])
            #expect(entries.last?["alts"] == nil)

            let built = try await story.run("build", pictures: 2, descriptions: 1)
            #expect(built.standardError == "")
            let light = try lock(story, "posts/a.md#hero"), dark = try lock(story, "posts/a.md#hero.dark")
            #expect(light["light"] == nil)
            #expect(dark["light"] == light["image"])
            #expect(dark["alt"] == nil && dark["image"] != light["image"])
            #expect(dark["prompt"]?.string?.hasSuffix("with no bright or white areas. A fox") == true)

            // The light picture goes along, as it is.
            let requests = vendor.requests(.images)
            #expect(requests.map(\.path) == ["/v1/images/generations", "/v1/images/edits"])
            let digest = try #require(light["image"]?.string)
            let bytes = try story.site.folder.bytes(".frontis/store/v1/objects/\(digest.prefix(2))/\(digest)")
            #expect(requests[1].body.firstRange(of: bytes) != nil)

            let html = try story.site.page("posts/a/index.html")
            let darkFile = "/images/\(try #require(dark["image"]?.string).prefix(20)).png"
            let lightFile = "/images/\(digest.prefix(20)).png"
            #expect(html.contains("<picture><source media=\"(prefers-color-scheme: dark)\" srcset=\"\(darkFile)\"><img src=\"\(lightFile)\" alt=\"Test picture"))
            #expect(story.site.folder.exists("public" + darkFile) && story.site.folder.exists("public" + lightFile))
            #expect(!(try story.site.page("atom.xml")).contains(darkFile))
            #expect(try story.site.page("atom.xml").contains(lightFile))
            try await story.settles()

            // A lost lock is rebuilt whole.
            let text = try story.site.folder.read("frontis.lock")
            try story.site.folder.remove("frontis.lock")
            try await story.run("build")
            #expect(try story.site.folder.read("frontis.lock") == text)
        }
    }

    @Test func anotherChoiceOfTheLightOneWarnsAndBuysNothing() async throws {
        try await withStory { story, vendor in
            try story.site.post("a", "{ prompt: A fox, candidates: 2, dark: The fox by moonlight }")
            try await story.run("build", pictures: 2, descriptions: 1)
            let dark = try lock(story, "posts/a.md#hero.dark")
            #expect(dark["prompt"] == .string("The fox by moonlight"))
            try await story.run("image", "pick", "posts/a.md", "2")
            let warning = """
                content/posts/a.md:4:49: warning: posts/a.md#hero.dark was made beside another picture than posts/a.md#hero shows now \
                [dark-mismatch]
                  4 | ai-image: { prompt: A fox, candidates: 2, dark: The fox by moonlight }
                    |                                                 ^~~~~~~~~~~~~~~~~~~~
                    help: make one beside it: frontis image regenerate posts/a.md#hero.dark
                          or accept the pair: frontis image keep posts/a.md#hero.dark

                """
            for _ in 0..<2 {
                let run = try await story.run("build", descriptions: vendor.requests(.chat).count == 1 ? 1 : 0)
                #expect(run.standardError == warning)
            }
            let file = "/images/\(try #require(dark["image"]?.string).prefix(20)).png"
            #expect(try story.site.page("posts/a/index.html").contains("srcset=\"\(file)\""))

            // Another one, beside the picture that is shown now.
            try await story.run("image", "regenerate", "posts/a.md#hero.dark", pictures: 1)
            #expect(try await story.run("build").standardError == "")
            let light = try lock(story, "posts/a.md#hero"), remade = try lock(story, "posts/a.md#hero.dark")
            #expect(remade["light"] == light["image"] && remade["image"] != dark["image"])

            // Back to the first: the companion that was made beside it is known.
            try await story.run("image", "undo", "posts/a.md")
            #expect(try await story.run("build").standardError.contains("help: candidate 1 was made beside it: frontis image pick posts/a.md#hero.dark 1\n"))
            try await story.run("image", "pick", "posts/a.md#hero.dark", "1")
            #expect(try await story.run("build").standardError == "")
            // Or the pair is accepted as it is.
            try await story.run("image", "undo", "posts/a.md#hero.dark")
            #expect(try await story.run("build").standardError.contains("[dark-mismatch]"))
            try await story.run("image", "keep", "posts/a.md#hero.dark")
            #expect(try await story.run("build").standardError == "")
        }
    }

    /// Nobody knew of it when the run began.
    @Test func aLightPictureThatIsMadeOnceMoreWarnsInTheSameRun() async throws {
        try await withStory { story, _ in
            try story.site.post("a", "{ prompt: A fox, dark: true }")
            try await story.run("build", pictures: 2, descriptions: 1)
            let key = try #require(try lock(story, "posts/a.md#hero")["recipe"]?.string)
            try story.site.folder.remove("frontis.lock")
            try story.site.folder.remove(".frontis/store/v1/recipes/\(key.prefix(2))/\(key).json")
            for (pictures, descriptions) in [(1, 1), (0, 0)] {
                let run = try await story.run(
                    "build", "--retry-failed", pictures: pictures, descriptions: descriptions)
                #expect(run.standardError.contains("warning: posts/a.md#hero.dark was made beside another picture"), "\(run.standardError)")
            }
        }
    }

    @Test func aMendedTypoKeepsBoth() async throws {
        try await withStory { story, _ in
            try story.site.post("a", "{ prompt: A fxo, dark: true }")
            try await story.run("build", pictures: 2, descriptions: 1)
            let before = try lock(story, "posts/a.md#hero.dark")
            try story.site.post("a", "{ prompt: A fox, dark: true }")
            #expect(try await story.run("plan").standardOutput.contains("2 make"))
            try await story.run("image", "keep", "posts/a.md")
            #expect(try await story.run("build").standardError == "")
            let after = try lock(story, "posts/a.md#hero.dark")
            #expect(after["image"] == before["image"] && after["light"] == before["light"] && after["recipe"] != before["recipe"])
            try await story.settles()
            // Another dark prompt is another wish.
            try story.site.post("a", "{ prompt: A red fox, dark: The fox by moonlight }")
            try await story.run("image", "keep", "posts/a.md")
            try await story.run("build", pictures: 1)
            #expect(try lock(story, "posts/a.md#hero.dark")["image"] != before["image"])
        }
    }

    /// Both are stale when the style changes, and made anew in order when a person wants it.
    @Test func aChangedStyleLeavesThePairAndRemakesIt() async throws {
        try await withStory("styles: { ink: { prefix: Ink drawing of } }\n") { story, vendor in
            try story.site.post("a", "{ prompt: A fox, dark: true }")
            try await story.run("build", pictures: 2, descriptions: 1)
            let configuration = try story.site.folder.read("frontis.yaml").replacing("provider: art }", with: "provider: art, style: ink, candidates: 2 }")
            try story.site.write("frontis.yaml", configuration)
            #expect(try await story.run("build").standardError == "")
            #expect(try await story.run("image", "list").standardOutput.contains("posts/a.md#hero.dark  stale"))
            // Two light candidates in one call, and one companion, beside the first of them.
            try await story.run("image", "regenerate", "--stale", pictures: 2, descriptions: 1)
            #expect(vendor.requests(.images).map(\.path).suffix(2) == ["/v1/images/generations", "/v1/images/edits"])
            #expect(try lock(story, "posts/a.md#hero.dark")["light"] == lock(story, "posts/a.md#hero")["image"])
            try await story.settles()
        }
    }

    @Test func aFailureOfTheDarkOneLeavesTheLightOne() async throws {
        try await withStory("diagnostics: { provider-refused: warning }\n") { story, vendor in
            vendor.script(.images, [.normal, .refused])
            try story.site.post("a", "{ prompt: A fox, dark: true }")
            let run = try await story.run("build", pictures: 2, descriptions: 1)
            #expect(run.standardError.hasPrefix("content/posts/a.md:4:34: warning: provider 'art': refused: "), "\(run.standardError)")
            #expect(run.standardError.contains("[provider-refused]\n  4 | ai-image: { prompt: A fox, dark: true }\n    |                                  ^~~~\n"))
            let html = try story.site.page("posts/a/index.html")
            #expect(html.contains("<picture><img src=\"/images/") && !html.contains("prefers-color-scheme"))
            #expect(try lock(story, "posts/a.md#hero")["image"] != nil)
            #expect(try await story.run("build").standardError.contains("refused this picture on 2026-06-01"))
            // It is an error by itself, and the light picture is kept.
            try story.site.write("frontis.yaml", try story.site.folder.read("frontis.yaml").replacing("diagnostics:", with: "x-diagnostics:").split(separator: "\n").filter { !$0.hasPrefix("x-") }.joined(separator: "\n"))
            #expect(try await story.run("build", status: 1).standardError.contains("4:34: error: provider 'art' refused this picture"))
            try await story.run("build", "--retry-failed", pictures: 1)
            #expect(try story.site.page("posts/a/index.html").contains("prefers-color-scheme"))
        }
    }

    @Test func nothingIsAskedForBesideALightPictureThatFailed() async throws {
        try await withStory { story, vendor in
            vendor.always(.images, .refused)
            try story.site.post("a", "{ prompt: A fox, dark: true }")
            let run = try await story.run("build", pictures: 1, status: 1)
            #expect(run.standardError.components(separatedBy: "error:").count == 2, "\(run.standardError)")
        }
    }

    @Test func postsWithOneRecipeShareAPairAndATranslationShowsIt() async throws {
        try await withStory { story, _ in
            try story.site.post("a", "{ prompt: A fox, dark: true }")
            try story.site.post("b", "{ prompt: A  fox, dark: true }")
            try story.site.write("content/posts/a.de.md", "---\ntitle: a\ndate: 2026-03-02\n---\nText.\n")
            try await story.run("build", pictures: 2, descriptions: 2)
            let pages = try ["posts/a", "posts/b", "de/posts/a"].map { try files(in: story.site.page($0 + "/index.html").components(separatedBy: "</picture>")[0].components(separatedBy: "<picture>")[1]) }
            #expect(pages[0].count == 2)
            #expect(Set(pages).count == 1, "\(pages)")
            #expect(try lock(story, "posts/b.md#hero.dark")["light"] == lock(story, "posts/a.md#hero")["image"])
            try await story.settles()
        }
    }

    @Test func picturesInTheText() async throws {
        try await withStory { story, _ in
            try story.site.post("a", nil, body: "![](ai:map)\n\nText.", extra: "ai-images: { map: { prompt: A map, dark: true, caption: The valley } }\n")
            try await story.run("build", pictures: 2, descriptions: 1)
            let html = try story.site.page("posts/a/index.html")
            #expect(html.contains("<figure><picture><source media=\"(prefers-color-scheme: dark)\" srcset=\"/images/"))
            #expect(html.contains("></picture><figcaption>The valley</figcaption></figure>"))
            #expect(try !story.site.page("atom.xml").contains("prefers-color-scheme"))
            #expect(try await story.run("image", "list").standardOutput.contains("posts/a.md#map.dark  kept\n"))
            #expect(try await story.run("alt", "list").standardOutput.components(separatedBy: "\n").count == 2)
        }
    }

    @Test func whatItCannotDo() async throws {
        try await withStory { story, _ in
            try story.site.post("a", "{ prompt: A fox, dark: true }")
            let early = try await story.run("image", "regenerate", "posts/a.md#hero.dark", status: 1)
            #expect(early.standardError.hasPrefix("content/posts/a.md:4:34: error: posts/a.md#hero.dark is made beside posts/a.md#hero, which has no picture yet [picture-not-made]\n"), "\(early.standardError)")
            try await story.run("build", pictures: 2, descriptions: 1)
            for arguments in [["set", "posts/a.md#hero.dark", "Night"], ["accept", "posts/a.md#hero.dark"], ["redo", "posts/a.md#hero.dark"]] {
                let run = try await ProgramRun.run(["alt"] + arguments, in: story.site.folder.path, environment: ["ART_KEY": SiteUnderTest.key])
                #expect(run.status == 1)
                #expect(
                    run.standardError == """
                        error: posts/a.md#hero.dark has no alt text of its own: it is shown in the place of posts/a.md#hero, with that one's \
                        text [choice-impossible]
                          help: name posts/a.md#hero instead

                        """)
            }
            // Without the key in the front matter the companion is shown no more, and its entry can go.
            try story.site.post("a", "A fox")
            try await story.run("build")
            #expect(try !story.site.page("posts/a/index.html").contains("prefers-color-scheme"))
            #expect(try await story.run("image", "prune").standardOutput.contains("posts/a.md#hero.dark"))
            #expect(try !story.site.folder.read("frontis.lock").contains("hero.dark"))
            // It comes back for nothing.
            try story.site.post("a", "{ prompt: A fox, dark: true }")
            try await story.run("build")
            try await story.settles()
        }
    }

    @Test func promptsFromThePost() async throws {
        try await withStory { story, vendor in
            vendor.always(.prompt, .prompt("A red fox crosses a frozen lake under a pale winter sun"))
            try story.site.post("a", "{ prompt: auto, dark: true }")
            let plan = try #require(VendorJSON(Array(try await story.run("plan", "--format", "json").standardOutput.utf8)))
            #expect(plan["slots"]?[1]?["reason"] == .string("waits for posts/a.md#hero"))
            #expect((plan["slots"]?[1]?["price"]?["usd"]?.number ?? 0) > 0)
            try await story.run("build", pictures: 2, descriptions: 1, prompts: 1)
            #expect(try lock(story, "posts/a.md#hero.dark")["prompt"]?.string?.hasSuffix("areas. A red fox crosses a frozen lake under a pale winter sun") == true)
            #expect(try lock(story, "posts/a.md#hero.dark")["written"] == nil)
            try await story.settles()
        }
    }

    @Test func theBudgetAndFrozenAndOfflineRuns() async throws {
        try await withStory { story, _ in
            try story.site.post("a", "{ prompt: A fox, alt: A fox looks up }")
            try await story.run("build", pictures: 1)
            try story.site.post("a", "{ prompt: A fox, alt: A fox looks up, dark: true }")
            let frozen = try await story.run("build", "--frozen", status: 1)
            #expect(frozen.standardError.contains("4:55: error: the picture of posts/a.md#hero.dark would have to be made, and this run is frozen [picture-frozen]"))
            let offline = try await story.run("build", "--offline")
            #expect(offline.standardError.contains("warning: the picture of posts/a.md#hero.dark is not there; posts/a.md#hero is shown without it [picture-offline]"))
            #expect(try !story.site.page("posts/a/index.html").contains("prefers-color-scheme"))
            let poor = try await story.run("build", "--budget", "0.0001", status: 1)
            #expect(poor.standardError.contains("1 picture was not made: the budget of this run is"))
            try await story.run("build", pictures: 1)
            try await story.settles()
        }
    }

    /// Imagen takes words only.
    @Test func aProviderThatCannotBeShownThePicture() async throws {
        let dialect = try #require(DialectCase.all.first { $0.dialect == "vertex-imagen" })
        try await withVendor(dialect.vendor) { vendor in
            let site = try DialectSite(dialect, vendor)
            try site.post("a", "{ prompt: a fox, alt: A fox looks up, dark: true }")
            let run = try await site.build()
            #expect(run.status == 0)
            #expect(
                run.standardError == """
                    content/posts/a.md:4:55: warning: posts/a.md#hero.dark is made from words alone: provider 'art' cannot be shown the \
                    light picture [dark-from-words]
                      4 | ai-image: { prompt: a fox, alt: A fox looks up, dark: true }
                        |                                                       ^~~~
                        help: the two may differ in more than their light; a provider that takes reference pictures keeps the scene

                    """)
            #expect(vendor.requests(.images).count == 2 && vendor.violations == [])
            #expect(try site.folder.read("public/posts/a/index.html").contains("prefers-color-scheme"))
            #expect(try await site.build().status == 0)
            #expect(vendor.requests(.images).count == 2)
        }
    }

    @Test func drawnPairs() async throws {
        let site = try SiteUnderTest()
        try site.post("a", "{ prompt: Hills in the morning, dark: true }")
        let run = try await site.run("build")
        #expect(run.status == 0 && run.standardError == "")
        let html = try site.page("posts/a/index.html")
        let pair = files(in: html.components(separatedBy: "</picture>")[0].components(separatedBy: "<picture>")[1])
        // The fallback in its largest size; sets of three formats of each.
        #expect(pair.count == 7)
        for set in pair {
            for candidate in set.components(separatedBy: ", ") {
                #expect(site.folder.exists("public" + (candidate.split(separator: " ").first ?? "")), "\(candidate)")
            }
        }
        #expect(html.ranges(of: "media=\"(prefers-color-scheme: dark)\" type=\"image/").count == 3)
        #expect(html.contains("type=\"image/avif\" media=\"(prefers-color-scheme: dark)\" fetchpriority=\"high\">"))
        #expect(html.contains("type=\"image/avif\" media=\"(prefers-color-scheme: light)\" fetchpriority=\"high\">"))
        #expect(!html.contains("style=\"background:"))
        #expect(try await site.run("plan").standardOutput.contains("2 placeholder"))
    }
}
