import FrontisTestSupport
import Testing

/// A picture whose prompt stands in the text: its id is made of its recipe, and no change of its surroundings buys it
/// again.
@Suite(.timeLimit(.minutes(10))) struct InlinePromptTests {
    /// What changes round a prompt in the text without a word of it being changed.
    enum Surroundings: String, CaseIterable, Sendable {
        case style, aspect, negative, houseStyle
    }

    static func configuration(_ changed: Surroundings?) -> String {
        let style = changed == .style ? "Oil painting of" : "Ink drawing of"
        let negative = changed == .negative ? "people" : "text"
        let aspect = changed == .aspect ? "1:1" : "3:2"
        let house = changed == .houseStyle ? "" : ", style: ink"
        return """
            images: { provider: art, aspect: "\(aspect)"\(house) }
            styles: { ink: { prefix: "\(style)", negative: "\(negative)" } }
            """
    }

    @Test(arguments: Surroundings.allCases) func surroundingsMakeItStale(changed: Surroundings) async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let story = try Story(vendor)
            let text = try story.site.folder.read("frontis.yaml")
            func configure(_ changed: Surroundings?) throws {
                try story.site.write(
                    "frontis.yaml",
                    text.replacing("images: { provider: art }\n", with: Self.configuration(changed) + "\n"))
            }
            try configure(nil)
            try story.site.post("a", nil, body: "![](<ai:a fox in fresh snow>)\n\n![](<ai:a bear by the river>)")
            try await story.run("build", pictures: 2, descriptions: 2)
            let before = try story.site.page("posts/a/index.html")
            try configure(changed)
            try await story.run("build")
            #expect(try story.site.page("posts/a/index.html") == before)
            let plan = try await story.run("plan")
            #expect(plan.standardOutput.contains("kept, but stale"))
            #expect(!plan.standardOutput.contains("orphan"))
            // The lost lock, too, does not buy it again.
            try story.site.folder.remove("frontis.lock")
            try await story.run("build")
            #expect(try story.site.page("posts/a/index.html") == before)
            try await story.settles()
            // Words of its own are another picture.
            try story.site.post("a", nil, body: "![](<ai:a fox in old snow>)\n\n![](<ai:a bear by the river>)")
            try await story.run("build", pictures: 1, descriptions: 1)
            try await story.run("image", "regenerate", "--stale", pictures: 1, descriptions: 1)
            try await story.settles()
        }
    }

    /// A renamed post finds its pictures by their recipes, as it always did.
    @Test func aRenamedPostKeepsIt() async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let story = try Story(vendor)
            try story.site.post("a", nil, body: "![](<ai:a fox in fresh snow>)")
            try await story.run("build", pictures: 1, descriptions: 1)
            try story.site.folder.remove("content/posts/a.md")
            try story.site.post("b", nil, body: "![](<ai:a fox in fresh snow>)")
            try await story.run("build")
            try await story.settles()
        }
    }
}
