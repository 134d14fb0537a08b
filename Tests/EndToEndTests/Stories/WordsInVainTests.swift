import FrontisTestSupport
import Testing

/// Words that were paid for and cannot be used are not paid for again by every build.
@Suite(.timeLimit(.minutes(10))) struct WordsInVainTests {
    static let useless: [(name: String, behaviour: Behaviour)] = [
        ("empty", .text(#"{"alt":"","decorative":false}"#)), ("refused", .refused), ("filtered", .answerFiltered),
        ("cut off", .answerCutShort), ("decorative", .text(#"{"alt":"","decorative":true}"#)),
        ("a refusal in words", .text(#"{"alt":"I'm sorry, I can't help with that.","decorative":false}"#)),
        ("no JSON", .text("{broken")), ("no choice", .noResults),
    ]

    @Test(arguments: useless.indices) func altTexts(index: Int) async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let story = try Story(vendor)
            try story.site.post("a", "A fox")
            vendor.always(.chat, Self.useless[index].behaviour)
            let first = try await story.run("build", pictures: 1, descriptions: Self.asked(index))
            #expect(first.standardError.contains("posts/a.md#hero has no alt text in 'en': "))
            let second = try await story.run("build")
            #expect(second.standardError.contains("posts/a.md#hero has no alt text in 'en': "))
            #expect(second.standardError.contains("(asked on 2026-06-01)"))
            #expect(second.standardError.contains("or ask again: frontis alt redo posts/a.md#hero"))
            let plan = try await story.run("plan", "--exit-code")
            #expect(!plan.standardOutput.contains("alt text"))
            // In every way in which something else is asked, it is asked.
            try await story.run("build", "--retry-failed", descriptions: Self.asked(index))
            try await story.run("build")
            let text = try story.site.folder.read("frontis.yaml")
            try story.site.write("frontis.yaml", text + "alt: { max-length: 90 }\n")
            try await story.run("build", descriptions: Self.asked(index))
            try await story.run("build")
            vendor.always(.chat, .normal)
            try await story.run("build")
            try await story.run("alt", "redo", "posts/a.md#hero", descriptions: 1)
            try await story.settles()
        }
    }

    /// What breaks a rule is asked for once more.
    private static func asked(_ index: Int) -> Int {
        useless[index].name == "a refusal in words" ? 2 : 1
    }

    /// A picture that changes is another question.
    @Test func anotherPictureIsAskedAbout() async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let story = try Story(vendor)
            try story.site.post("a", "A fox")
            vendor.always(.chat, .refused)
            try await story.run("build", pictures: 1, descriptions: 1)
            vendor.always(.chat, .normal)
            try story.site.post("a", "A red fox")
            try await story.run("build", pictures: 1, descriptions: 1)
            try await story.settles()
        }
    }

    @Test func prompts() async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let story = try Story(vendor)
            try story.site.post("a", "auto")
            vendor.always(.prompt, .refused)
            try await story.run("build", prompts: 1, status: 1)
            let second = try await story.run("build", status: 1)
            #expect(second.standardError.contains("(asked on 2026-06-01)"))
            #expect(second.standardError.contains("or ask again: frontis build --retry-failed"))
            vendor.always(.prompt, .normal)
            try await story.run("build", status: 1)
            try await story.run("build", "--retry-failed", pictures: 1, descriptions: 1, prompts: 1)
            try await story.settles()
        }
    }

    /// A paid answer that is no picture.
    @Test(arguments: [Behaviour.htmlPicture, .truncatedPicture, .emptyPicture, .brokenJSON, .noResults])
    func pictures(behaviour: Behaviour) async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let story = try Story(vendor)
            try story.site.post("a", "A fox")
            vendor.always(.images, behaviour)
            try await story.run("build", pictures: 1, status: 1)
            let second = try await story.run("build", status: 1)
            #expect(second.standardError.contains("what provider 'art' answered on 2026-06-01 was no picture: "))
            #expect(second.standardError.contains("pay for another with: frontis image regenerate posts/a.md#hero"))
            vendor.always(.images, .normal)
            try await story.run("build", "--retry-failed", pictures: 1, descriptions: 1)
            try await story.settles()
        }
    }
}
