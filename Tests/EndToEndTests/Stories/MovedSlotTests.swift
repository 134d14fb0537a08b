import Foundation
import FrontisTestSupport
import Testing

/// A post gets another name and its pictures another recipe, one after the other or at once: what it asks for is the
/// same, so nothing is bought.
@Suite(.timeLimit(.minutes(10))) struct MovedSlotTests {
    enum Slot: String, CaseIterable, Sendable {
        case hero, pair, named, inText, automatic

        var entry: String? {
            switch self {
            case .hero: "A fox"
            case .pair: "{ prompt: A fox, dark: true }"
            case .automatic: "{ prompt: auto, alt: A fox }"
            case .named, .inText: nil
            }
        }

        var body: String {
            switch self {
            case .hero, .pair, .automatic: "Words of a post.\n"
            case .named: "![](ai:map)\n"
            case .inText: "![](<ai:a fox in fresh snow>)\n"
            }
        }

        func write(to story: Story, _ name: String) throws {
            let image = entry.map { "ai-image: \($0)\n" } ?? ""
            try story.site.write(
                "content/posts/\(name).md", "---\ntitle: Foxes\ndate: 2026-03-02\n\(image)\(extra)---\n\(body)")
        }

        var extra: String { self == .named ? "ai-images: { map: A map of the woods }\n" : "" }
        var pictures: Int { self == .pair ? 2 : 1 }
        var descriptions: Int { self == .automatic ? 0 : 1 }
        var prompts: Int { self == .automatic ? 1 : 0 }
    }

    /// With a build between the new style and the new name.
    @Test(arguments: Slot.allCases, ["style", "aspect", "houseStyle"])
    func nothingIsBoughtOneAfterTheOther(slot: Slot, change: String) async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let story = try Self.story(vendor)
            try slot.write(to: story, "a")
            try await story.run("build", pictures: slot.pictures, descriptions: slot.descriptions, prompts: slot.prompts)
            let picture = try Self.picture(of: story, "a")
            try Self.configure(story, change)
            try await story.run("build")
            try story.site.folder.remove("content/posts/a.md")
            try slot.write(to: story, "b")
            let plan = try await story.run("plan")
            #expect(plan.standardOutput.contains("kept, but stale"))
            try await story.run("build")
            #expect(try Self.picture(of: story, "b") == picture)
            try await story.settles()
            // Another name again, and the entry that was left behind is gone.
            try await story.run("image", "prune")
            try story.site.folder.remove("content/posts/b.md")
            try slot.write(to: story, "c")
            try await story.run("build")
            #expect(try Self.picture(of: story, "c") == picture)
            try await story.settles()
            try await story.run("image", "regenerate", "--stale", pictures: slot.pictures, descriptions: slot.descriptions)
            try await story.settles()
        }
    }

    @Test(arguments: [Slot.hero, .pair, .named, .inText], ["style", "aspect"])
    func norAtOnce(slot: Slot, change: String) async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let story = try Self.story(vendor)
            try slot.write(to: story, "a")
            try await story.run("build", pictures: slot.pictures, descriptions: 1)
            let picture = try Self.picture(of: story, "a")
            try Self.configure(story, change)
            try story.site.folder.remove("content/posts/a.md")
            try slot.write(to: story, "b")
            try await story.run("build")
            #expect(try Self.picture(of: story, "b") == picture)
            try await story.settles()
        }
    }

    /// Posts that are numbered anew, or change places: each name stands for another post then.
    @Test(arguments: [true, false])
    func namesThatOtherPostsHaveNow(isAtOnce: Bool) async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let story = try Self.story(vendor)
            let animals = ["fox", "bear", "cat"]
            for (number, animal) in animals.enumerated() { try story.site.post("0\(number + 1)", "A \(animal)") }
            try await story.run("build", pictures: 3, descriptions: 3)
            let before = try (1...3).map { try Self.picture(of: story, "0\($0)") }
            try Self.configure(story, "style")
            if !isAtOnce { try await story.run("build") }
            try story.site.post("01", "A dog")
            for (number, animal) in animals.enumerated() { try story.site.post("0\(number + 2)", "A \(animal)") }
            try await story.run("build", pictures: 1, descriptions: 1)
            #expect(try (2...4).map { try Self.picture(of: story, "0\($0)") } == before)
            try await story.settles()
            try story.site.post("02", "A bear")
            try story.site.post("03", "A fox")
            try await story.run("build")
            #expect(try [3, 2, 4].map { try Self.picture(of: story, "0\($0)") } == before)
            try await story.settles()
        }
    }

    /// A prompt that was changed and changed back has been paid for, whatever the style is by now.
    @Test func aPromptOfBefore() async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let story = try Self.story(vendor)
            try story.site.post("a", "A fox")
            try await story.run("build", pictures: 1, descriptions: 1)
            let picture = try Self.picture(of: story, "a")
            try story.site.post("a", "A bear")
            try await story.run("build", pictures: 1, descriptions: 1)
            try Self.configure(story, "style")
            try story.site.post("a", "A fox")
            try await story.run("build")
            #expect(try Self.picture(of: story, "a") == picture)
            try await story.settles()
        }
    }

    enum Loss: CaseIterable { case pruned, lock, both }

    /// The lock is no longer there, or says nothing of the post's old name: the history does.
    @Test(arguments: Loss.allCases, [Slot.hero, .pair, .named, .inText])
    func norWhereTheLockHasForgotten(loss: Loss, slot: Slot) async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let story = try Self.story(vendor)
            try slot.write(to: story, "a")
            try await story.run("build", pictures: slot.pictures, descriptions: 1)
            let picture = try Self.picture(of: story, "a")
            try Self.configure(story, "style")
            try await story.run("build")
            try story.site.folder.remove("content/posts/a.md")
            try slot.write(to: story, "b")
            if loss != .lock { try await story.run("image", "prune") }
            if loss != .pruned { try story.site.folder.remove("frontis.lock") }
            try await story.run("build")
            #expect(try Self.picture(of: story, "b") == picture)
            try await story.settles()
        }
    }

    /// The light picture is found by its recipe, and its companion all the same.
    @Test func aCompanionWhoseLightPictureIsNew() async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let story = try Self.story(vendor)
            try Slot.pair.write(to: story, "a")
            try await story.run("build", pictures: 2, descriptions: 1)
            try Self.configure(story, "style")
            try await story.run("build")
            try await story.run("image", "regenerate", "posts/a.md#hero", pictures: 1, descriptions: 1)
            try await story.run("build")
            try story.site.folder.remove("content/posts/a.md")
            try Slot.pair.write(to: story, "b")
            try await story.run("build")
            try await story.settles()
        }
    }

    /// What has arrived before the program was killed is known for what it was made for.
    @Test(arguments: ["style", "aspect"]) func norAfterAKill(change: String) async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let story = try Self.story(vendor)
            try story.site.post("a", "A fox")
            try story.site.post("b", "A bear")
            let gate = VendorGate()
            vendor.always(.images) { request, _ in
                request.json?["prompt"]?.string?.contains("fox") == true ? .normal : Behaviour.normal.held(by: gate)
            }
            vendor.always(.chat, Behaviour.normal.held(by: gate))
            let folder = story.site.folder
            let killed = try await ProgramRun.run(
                ["build", "--now", "2026-06-01T12:00:00Z"], in: folder.path,
                environment: ["ART_KEY": SiteUnderTest.key], sending: SIGKILL
            ) {
                while !folder.exists(".frontis/store/v1/history.jsonl") { try await Task.sleep(for: .milliseconds(5)) }
            }
            #expect(killed.status == 137)
            gate.open()
            vendor.always(.images, .normal)
            vendor.always(.chat, .normal)
            try await vendor.settle()
            let asked = vendor.requests(.images).count
            try Self.configure(story, change)
            let run = try await story.site.run("build")
            #expect(run.status == 0, "\(run.standardError)")
            let prompts = vendor.requests(.images).dropFirst(asked).compactMap { $0.json?["prompt"]?.string }
            #expect(prompts.count == 1 && prompts.allSatisfy { $0.contains("bear") }, "\(prompts)")
        }
    }

    /// Whoever keeps a picture for what its post asks for now has chosen it.
    @Test func keepingCostsNothing() async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let story = try Self.story(vendor)
            try story.site.post("a", "{ prompt: A fx, candidates: 3 }")
            try await story.run("build", pictures: 1, descriptions: 1)
            try story.site.post("a", "{ prompt: A fox, candidates: 3 }")
            try await story.run("image", "keep", "posts/a.md")
            try await story.run("build")
            try story.site.post("a", "{ prompt: A fox, candidates: 4 }")
            try await story.run("build", pictures: 1)
            try await story.settles()
        }
    }

    /// The same entry is not the same picture where other words are filled into it, and a post that is there keeps
    /// its picture for itself.
    @Test func anotherPostsPictureIsNotTaken() async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let story = try Self.story(vendor)
            try story.site.write(
                "content/posts/a.md",
                "---\ntitle: Hunting foxes\ndate: 2026-03-02\nai-image: '{{title}} at night'\n---\nText.\n")
            try story.site.post("b", "A fox", body: "Text.\n")
            try await story.run("build", pictures: 2, descriptions: 2)
            try Self.configure(story, "style")
            try story.site.folder.remove("content/posts/a.md")
            try story.site.write(
                "content/posts/c.md",
                "---\ntitle: foxes\ndate: 2026-03-02\nai-image: '{{title}} at night'\n---\nText.\n")
            try story.site.post("d", "A fox", body: "Text.\n")
            try await story.run("build", pictures: 2, descriptions: 2)
            try await story.settles()
        }
    }

    /// The address of the page's picture, which stands in a `<picture>` or in the text.
    private static func picture(of story: Story, _ name: String) throws -> String {
        let html = try story.site.page("posts/\(name)/index.html")
        let start = try #require(html.range(of: "<img src=\""))
        return String(html[start.upperBound...].prefix { $0 != "\"" })
    }

    private static func story(_ vendor: VendorServer) throws -> Story {
        let story = try Story(vendor)
        try configure(story, nil)
        return story
    }

    private static func configure(_ story: Story, _ change: String?) throws {
        let text = try story.site.folder.read("frontis.yaml")
        let own = text.split(separator: "\n", omittingEmptySubsequences: false).filter {
            !$0.hasPrefix("images:") && !$0.hasPrefix("styles:")
        }
        let style = change == "houseStyle" ? "" : ", style: ink"
        try story.site.write(
            "frontis.yaml",
            own.joined(separator: "\n") + """
                images: { provider: art, aspect: "\(change == "aspect" ? "1:1" : "3:2")"\(style) }
                styles: { ink: { prefix: \(change == "style" ? "Oil painting" : "Ink drawing") of, negative: text } }

                """)
    }
}
