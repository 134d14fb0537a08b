import FrontisTestSupport
import Testing

/// What the commands that choose say when they cannot.
@Suite struct ChoiceFindingTests {
    private func expect(
        _ message: String, _ arguments: [String], environment: [String: String] = [:],
        _ prepare: (Story) async throws -> Void = { _ in }
    ) async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let story = try Story(vendor)
            try story.site.post("a", "{ prompt: A fox, candidates: 2 }")
            try story.site.post("words", "{ prompt: A bear, alt: A bear }")
            try await story.run("build", pictures: 2, descriptions: 1)
            try await prepare(story)
            let before = vendor.requests.count
            let run = try await ProgramRun.run(arguments, in: story.site.folder.path, environment: environment)
            #expect(run.standardError == message)
            #expect(run.status == 1)
            #expect(vendor.requests.count == before)
        }
    }

    @Test func aSlotThatNoPageHas() async throws {
        try await expect(
            """
            error: no page has the slot 'posts/aa.md'; did you mean 'posts/a.md#hero'? [slot-unknown]
              help: 'frontis image list' names them all

            """, ["image", "keep", "posts/aa.md"])
    }

    @Test func aCandidateThatIsNotThere() async throws {
        try await expect(
            """
            error: posts/a.md#hero has no candidate '3' [choice-impossible]
              help: it has: 1, 2

            """, ["image", "pick", "posts/a.md", "3"])
    }

    @Test func aCandidateThatThePinForbids() async throws {
        try await expect(
            """
            error: candidate 1 of posts/a.md#hero is not by what its front matter pins [choice-impossible]
              help: take the pin out of the front matter, or pick another

            """, ["image", "pick", "posts/a.md", "1"]
        ) { story in
            try story.site.post("a", "{ prompt: A fox, model: gpt-image-1-mini }")
        }
    }

    @Test func nothingToKeep() async throws {
        try await expect(
            """
            error: posts/new.md#hero has no picture to keep [choice-impossible]
              help: have one made: frontis image make --slot posts/new.md#hero

            """, ["image", "keep", "posts/new.md"]
        ) { story in try story.site.post("new", "A cat") }
    }

    @Test(arguments: [["image", "regenerate", "posts/a.md"], ["image", "make", "--slot", "posts/a.md", "--candidates", "3"], ["alt", "redo", "posts/a.md"]])
    func moneyInCI(_ arguments: [String]) async throws {
        try await expect(
            """
            error: pictures would have to be made, and this run is frozen [picture-frozen]
              help: lift it with --no-frozen

            """, arguments, environment: ["CI": "true", "ART_KEY": SiteUnderTest.key])
    }

    @Test func theAuthorsTextStandsOverAll() async throws {
        try await expect(
            """
            error: the alt text of posts/words.md#hero stands in its page, over what is written here [choice-impossible]
              help: change it in content/posts/words.md

            """, ["alt", "set", "posts/words.md", "Another"])
    }

    @Test func aLanguageThatNobodyNeeds() async throws {
        try await expect(
            """
            error: posts/a.md#hero needs no alt text in 'de' [choice-impossible]
              help: it needs one in: en

            """, ["alt", "set", "posts/a.md", "Ein Fuchs", "--language", "de"])
    }

    @Test func bytesThatAreGone() async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let story = try Story(vendor)
            try story.site.post("a", "{ prompt: A fox, candidates: 2 }")
            try await story.run("build", pictures: 1, descriptions: 1)
            let image = try #require(try await story.slot()["candidates"]?[1]?["image"]?.string)
            let path = "\(image.prefix(2))/\(image)"
            try story.site.folder.remove(".frontis/store/v1/objects/\(path)")
            let run = try await story.run("image", "pick", "posts/a.md", "2", status: 1)
            #expect(
                run.standardError == """
                    error: the bytes of picture \(image.prefix(12))… are not in the store [picture-lost]
                      help: restore .frontis/store/v1/objects/\(path) from git or a backup

                    """)
        }
    }

    @Test func aPictureInATerminalThatShowsNone() async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let story = try Story(vendor)
            try story.site.post("a", "A fox")
            try await story.run("build", pictures: 1, descriptions: 1)
            let list = try await story.run("image", "list")
            let lines = list.standardOutput.split(separator: "\n").map(String.init)
            #expect(lines[0] == "posts/a.md#hero  kept")
            #expect(lines[1].hasPrefix("  art, gpt-image-2 · 2026-06-01 · 64×64 · $0."))
            #expect(lines[2].hasPrefix("  .frontis/store/v1/objects/"))
            #expect(lines[3].hasPrefix("1 slot, $0."))
            let usd = try #require(
                VendorJSON(Array(try await story.run("image", "list", "--format", "json").standardOutput.utf8))?["cost"])
            let pictures = vendor.ledger.charges.filter { $0.model == "gpt-image-2" }.reduce(0) { $0 + $1.nanodollars }
            #expect(usd["usd"] == .number(Double(pictures) / 1e9))
        }
    }
}
