import Foundation
import FrontisTestSupport
import Testing

/// The ledger knows of calls whose pictures are not there: one that is paid for is not bought again without a word,
/// and one of which nobody knows the end is not asked for again without one.
@Suite(.timeLimit(.minutes(10))) struct MissingAnswerTests {
    private static let lost =
        "content/posts/a.md:4:11: error: the picture of posts/a.md#hero was paid for on 2026-06-01, and the store does "
        + "not have it [picture-lost]"

    /// What can take a paid picture away between two builds, with the ledger left.
    enum Loss: String, CaseIterable, Sendable {
        /// The address of a picture that is still to be fetched, as in a fresh clone.
        case pendingAddress
        case store

        func happen(to story: Story) async throws {
            switch self {
            case .pendingAddress:
                story.vendor.always(.images, .addresses)
                story.vendor.always(.download, .status(404))
                try await story.run("build", pictures: 1, status: 1)
                try story.site.folder.remove(".frontis/cache")
                story.vendor.always(.download, .normal)
            case .store:
                try await story.run("build", pictures: 1, descriptions: 1)
                let store = story.site.folder.path(".frontis/store/v1")
                let files = FileManager.default
                for name in try files.contentsOfDirectory(atPath: store) where name != "spend.jsonl" {
                    try files.removeItem(atPath: store + "/" + name)
                }
                try story.site.folder.remove("frontis.lock")
            }
        }
    }

    @Test(arguments: Loss.allCases, ["regenerate", "retry"])
    func whatIsPaidForIsNotBoughtAgainWithoutAWord(loss: Loss, way: String) async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let story = try Story(vendor)
            try story.site.post("a", "A fox")
            try await loss.happen(to: story)
            let plan = try await story.run("plan", status: 1)
            #expect(
                plan.standardOutput.contains("blocked  posts/a.md#hero  paid for on 2026-06-01, and not in the store"),
                "\(plan.standardOutput)")
            let run = try await story.run("build", status: 1)
            #expect(run.standardError.contains(Self.lost), "\(run.standardError)")
            #expect(
                run.standardError.contains(
                    """
                        help: restore .frontis/store from git or a backup
                              or pay for another: frontis image regenerate posts/a.md#hero
                              or for all such pictures: frontis build --retry-failed
                    """), "\(run.standardError)")
            if way == "retry" {
                try await story.run("build", "--retry-failed", pictures: 1, descriptions: 1)
            } else {
                try await story.run("image", "regenerate", "posts/a.md#hero", pictures: 1, descriptions: 1)
            }
            try await story.settles()
        }
    }

    /// A comparison's pictures are in its folder, and no reason to call one of the site's lost.
    @Test func whatWasComparedCanBeMade() async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let story = try Story(vendor)
            try await story.run("image", "compare", "A fox", "-o", "sheet", pictures: 1)
            #expect(try story.site.folder.read(".frontis/store/v1/spend.jsonl").contains("\"elsewhere\": true"))
            try story.site.post("a", "A fox")
            let run = try await story.run("build", pictures: 1, descriptions: 1)
            #expect(!run.standardError.contains("picture-"), "\(run.standardError)")
            try await story.settles()
        }
    }

    /// Art that costs nothing is made again.
    @Test func freePicturesAreMadeAgain() async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let story = try Story(vendor)
            let text = try story.site.folder.read("frontis.yaml")
            try story.site.write("frontis.yaml", text.replacing("api-key:", with: "price: 0, api-key:"))
            try story.site.post("a", "A fox")
            try await Loss.store.happen(to: story)
            try await story.run("build", pictures: 1, descriptions: 1)
            try await story.settles()
        }
    }

    @Test func whatNobodyAnsweredIsAskedForAgainWithAWord() async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let story = try Story(vendor)
            try story.site.post("a", "A fox")
            vendor.always(.images, .silent)
            _ = try await ProgramRun.run(
                ["build", "--now", "2026-05-30T12:00:00Z"], in: story.site.folder.path,
                environment: ["ART_KEY": SiteUnderTest.key], sending: SIGKILL
            ) {
                while vendor.requests(.images).isEmpty { try await Task.sleep(for: .milliseconds(1)) }
            }
            vendor.reset()
            vendor.always(.images, .normal)
            let plan = try await story.run("plan")
            #expect(
                plan.standardOutput.contains(
                    "make  posts/a.md#hero  new; asked for on 2026-05-30, and no answer is known"),
                "\(plan.standardOutput)")
            let run = try await story.run("build", pictures: 1, descriptions: 1)
            #expect(
                run.standardError.contains(
                    "content/posts/a.md:4:11: warning: posts/a.md#hero was asked for on 2026-05-30, and no answer is "
                        + "known; it is asked for again, and provider 'art' may bill both [picture-unanswered]"),
                "\(run.standardError)")
            try await story.settles()
        }
    }
}
