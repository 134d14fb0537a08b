import Foundation
import FrontisTestSupport
import Testing

/// Two builds at once that want the same picture, which never comes: it is paid for once, whichever of them asks.
@Suite(.timeLimit(.minutes(10))) struct WaitingBuildTests {
    struct Story: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var answer: Behaviour
        /// What the other build says.
        var words: String
        var hasOwnCaches = false
    }

    /// The answer takes long enough for the other build to have made its plan, on most machines; it holds on all.
    private static let stories = [
        Story(
            testDescription: "no picture", answer: .htmlPicture,
            words: "error: what provider 'art' answered on 2026-06-01 was no picture: "),
        Story(
            testDescription: "refused", answer: .refused, words: "error: provider 'art' refused this picture on 2026-06-01: "),
        Story(
            testDescription: "no address", answer: .address("ftp://example.org/a.png"),
            words: "error: what provider 'art' answered on 2026-06-01 was no picture: "),
        Story(
            testDescription: "in another cache", answer: .addresses,
            words: "error: the picture of posts/a.md#hero was paid for on 2026-06-01, and the store does not have it "
                + "[picture-lost]",
            hasOwnCaches: true),
    ]

    @Test(arguments: stories) func isPaidForOnce(story: Story) async throws {
        let openai = try #require(DialectCase.all.first { $0.dialect == "openai" })
        try await withVendor(openai.vendor) { server in
            let site = try DialectSite(openai, server)
            try site.post("a", "A fox in fresh snow")
            server.always(.images, story.answer.after(.milliseconds(1500)))
            server.always(.download, .status(404))
            let caches = (1...2).map { story.hasOwnCaches ? ["--cache", site.folder.path + "/cache\($0)"] : [] }
            let runs = try await withThrowingTaskGroup(of: ProgramRun.Result.self) { group in
                for number in 0..<2 {
                    group.addTask {
                        try await ProgramRun.run(
                            ["build", "--now", "2026-06-01T12:00:00Z", "--output", "out\(number)"] + caches[number],
                            in: site.folder.path, environment: site.environment)
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(runs.map(\.status) == [1, 1])
            #expect(server.requests(.images).count == 1)
            let printed = runs.map(\.standardError).joined()
            #expect(printed.ranges(of: story.words).count == 1, "\(printed)")
        }
    }

    /// What the other build was asking for while the plan was made has its answer by then.
    @Test func nobodyIsToldOfAnAnswerThatIsKnown() async throws {
        let openai = try #require(DialectCase.all.first { $0.dialect == "openai" })
        try await withVendor(openai.vendor) { server in
            let site = try DialectSite(openai, server)
            try site.post("a", "A fox in fresh snow")
            let gate = VendorGate()
            server.script(.images, [Behaviour.failing(.outOfQuota).held(by: gate)])
            async let first = site.build("--output", "out1")
            #expect(await gate.hasArrivals(1))
            async let second = site.build("--output", "out2")
            try await Task.sleep(for: .milliseconds(1500))
            gate.open()
            let runs = try await [first, second]
            #expect(runs.map(\.status) == [1, 0])
            #expect(!runs[1].standardError.contains("picture-unanswered"), "\(runs[1].standardError)")
        }
    }

    /// A candidate that another build has asked for in vain is not asked for again by itself.
    @Test func candidatesThatAnotherBuildGotHalfAreCountedAnew() async throws {
        let openai = try #require(DialectCase.all.first { $0.dialect == "openai" })
        try await withVendor(openai.vendor) { server in
            let site = try DialectSite(openai, server)
            try site.post("a", "{ prompt: A fox, candidates: 2 }")
            let gate = VendorGate()
            server.script(.images, [Behaviour.addresses.held(by: gate)])
            server.always(.download) { request, _ in request.path.contains("/files/0-0-") ? .normal : .status(404) }
            async let first = site.build("--output", "out1")
            #expect(await gate.hasArrivals(1))
            try site.post("b", "An owl")
            async let second = site.build("--output", "out2", "--cache", site.folder.path + "/cache2")
            while server.requests(.images).count < 2 { try await Task.sleep(for: .milliseconds(5)) }
            gate.open()
            #expect(try await [first, second].map(\.status) == [0, 0])
            #expect(server.requests(.images).count == 2)
        }
    }
}
