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
