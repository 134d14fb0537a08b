import Foundation
import FrontisTestSupport
import Testing

/// A lock that is gone: what every slot showed is in the store's history, and nothing is bought on a guess.
@Suite(.timeLimit(.minutes(10))) struct LostLockTests {
    private static func configuration(_ story: Story, prefix: String) throws {
        let text = try story.site.folder.read("frontis.yaml")
        let own = text.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("styles:") }
        try story.site.write(
            "frontis.yaml",
            own.joined(separator: "\n").replacing("provider: art }", with: "provider: art, style: ink }")
                + "styles: { ink: { prefix: \"\(prefix)\" } }\n")
    }

    /// Three slots whose pictures are stale.
    private static func stale(_ vendor: VendorServer) async throws -> Story {
        let story = try Story(vendor)
        try configuration(story, prefix: "Ink drawing of")
        try story.site.post("a", "A fox")
        try story.site.post("b", "A bear", body: "![](ai:map)", extra: "ai-images: { map: A map of the woods }\n")
        try await story.run("build", pictures: 3, descriptions: 3)
        try configuration(story, prefix: "Oil painting of")
        try await story.run("build")
        return story
    }

    @Test func stalePicturesAreNotBoughtAgain() async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let story = try await Self.stale(vendor)
            let before = try story.site.folder.tree(of: "public")
            let lock = try story.site.folder.read("frontis.lock")
            try story.site.folder.remove("frontis.lock")
            try await story.run("build")
            #expect(try story.site.folder.tree(of: "public") == before)
            #expect(try story.site.folder.read("frontis.lock") == lock)
            try await story.settles()
        }
    }

    /// A choice that was made by hand is the history's last line.
    @Test func choicesAreTakenUpAgain() async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let story = try Story(vendor)
            try story.site.post("a", "{ prompt: A fox, candidates: 2 }")
            try story.site.post("b", "{ prompt: A fox, candidates: 2 }")
            try await story.run("build", pictures: 1, descriptions: 1)
            try await story.run("image", "pick", "posts/a.md#hero", "2")
            try await story.run("build", descriptions: 1)
            let before = try story.site.folder.tree(of: "public")
            try story.site.folder.remove("frontis.lock")
            try await story.run("build")
            #expect(try story.site.folder.tree(of: "public") == before)
        }
    }

    /// A changed prompt is a wish for another picture, with a lock or without.
    @Test func aChangedPromptIsMade() async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let story = try await Self.stale(vendor)
            try story.site.folder.remove("frontis.lock")
            try story.site.post("a", "A red fox")
            try await story.run("build", pictures: 1, descriptions: 1)
            try await story.settles()
        }
    }

    /// Lines of a history, and of a ledger, that do not say what was asked for.
    @Test(arguments: ["keep", "regenerate", "restore"]) func anOlderHistoryStopsTheBuild(way: String) async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let story = try await Self.stale(vendor)
            for name in ["history", "spend"] {
                let path = ".frontis/store/v1/\(name).jsonl"
                let lines = try story.site.folder.read(path).replacing(#/"asked": "[0-9a-f]+", /#, with: "")
                try story.site.write(path, lines)
            }
            let lock = try story.site.folder.read("frontis.lock")
            try story.site.folder.remove("frontis.lock")
            let run = try await story.run("build", status: 1)
            #expect(
                run.standardError.contains(
                    "content/posts/a.md:4:11: error: posts/a.md#hero has shown a picture that is paid for, and "
                        + "frontis.lock does not say what it was made for [lock-missing]"))
            #expect(run.standardError.contains("or show it again: frontis image keep posts/a.md#hero"))
            let doctor = try await story.run("doctor", status: 0)
            #expect(doctor.standardOutput.contains("frontis.lock is not there, although 3 slots have shown pictures"))
            let all = ["posts/a.md#hero", "posts/b.md#hero", "posts/b.md#map"]
            switch way {
            case "keep":
                for slot in all { try await story.run("image", "keep", slot) }
            case "regenerate":
                try await story.run(
                    "image", "regenerate", all[0], all[1], all[2], pictures: 3, descriptions: 3)
            default:
                try story.site.write("frontis.lock", lock)
            }
            try await story.run("build")
            try await story.settles()
        }
    }
}
