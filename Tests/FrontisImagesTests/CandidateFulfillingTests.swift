import Foundation
import FrontisContent
import FrontisCore
import FrontisHTTP
import FrontisStore
import FrontisTestSupport
import Synchronization
import Testing

@testable import FrontisImages

/// Makes pictures by a script: how many come of each call, and why not more.
private final class ScriptedProvider: ImageProvider {
    struct Reply: Sendable {
        var pictures: Int
        var failure: ProviderFailure?
    }

    let name = "art"
    let dialect = "openai"
    let perCall: Int
    private let script: Mutex<[Reply]>
    private let counts = Mutex<[Int]>([])

    init(_ script: [Reply], perCall: Int = .max) {
        self.script = Mutex(script)
        self.perCall = perCall
    }

    /// How many pictures each call was for.
    var asked: [Int] { counts.withLock { $0 } }

    func model(for request: GenerationRequest) -> String? { "m1" }
    func picturesPerCall(for request: GenerationRequest) -> Int { perCall }
    func price(of request: GenerationRequest) -> Price? { Price(0.01) }
    func generate(_ request: GenerationRequest) async throws(ProviderFailure) -> Generation {
        let number = counts.withLock { counts in
            counts.append(request.count)
            return counts.count
        }
        guard let reply = script.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) else {
            throw ProviderFailure(.rejected, "asked too often")
        }
        if reply.pictures == 0, let failure = reply.failure { throw failure }
        let images = (0..<reply.pictures).map { TestPNG(width: 8, height: 8, text: "\(number) \($0)").bytes }
        return Generation(
            images: images, model: "m1", cost: Cost(usd: Money(usd: 0.01 * Double(reply.pictures)), estimated: false),
            shortfall: reply.failure)
    }
}

@Suite struct CandidateFulfillingTests {
    private struct Run {
        var outcome: Fulfilment
        var manifest: RecipeManifest?
        var findings: [String] {
            outcome.diagnostics.map { "\($0.severity.rawValue) \($0.id.rawValue): \($0.summary)" }
        }
    }

    private func run(_ provider: ScriptedProvider, candidates: Int, again: ScriptedProvider? = nil) async throws -> Run {
        let folder = NSTemporaryDirectory() + "frontis-candidates-" + UUID().uuidString
        defer {
            do { try FileManager.default.removeItem(atPath: folder) } catch { Issue.record(error) }
        }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        var page = Page(source: "a.md", kind: .page, section: "", slug: "a", title: "Title", language: "en")
        let place = SourceLocation(path: "content/a.md", line: 2, column: 11)
        var request = ImageRequest(name: .hero, prompt: Located("A fox", at: place))
        request.provider = Located("art", at: place)
        request.alt = "A fox."
        request.candidates = candidates
        page.imageRequests = [request]
        let configuration = SiteConfiguration()
        let slots = SlotCollector(configuration: configuration, references: [:]).collect(from: PageWishes(of: [page]).wishes).slots
        let slot = try #require(slots.first)
        let store = ImageStore(directory: folder + "/store", cache: folder + "/cache")
        var outcome = Fulfilment()
        for provider in [provider, again].compactMap(\.self) {
            let manifest = try store.manifest(of: slot.key)
            let facts = PlanFacts(
                lock: SiteLock(), manifests: manifest.map { [slot.key: $0] } ?? [:],
                stored: Set(manifest?.candidates.map(\.image) ?? []))
            let pins = Pins(dialects: ["art": "openai"])
            let plan = ImagePlanner(
                facts: facts, providers: ["art": provider], pins: pins, candidates: 1, policy: .make, retriesRefused: false
            ).plan(slots)
            let fulfiller = ImageFulfiller(
                store: store, account: SpendingAccount(store: store, budget: 5),
                gallery: PlaceholderGallery(cache: folder + "/cache"), lock: SiteLock(), providers: ["art": provider],
                pins: pins, describer: nil, references: [:],
                rules: .init(
                    configuration: configuration, policy: .make, now: "2026-06-01T12:00:00Z",
                    retry: RetryPolicy(sleep: { _ in })))
            outcome = await fulfiller.fulfil(plan, jobs: 1)
        }
        return Run(outcome: outcome, manifest: try store.manifest(of: slot.key))
    }

    private static let refusal = ProviderFailure(.refused, "refused: safety")

    @Test func aPartialAnswerIsKeptAndTheRestNotAskedForAgain() async throws {
        let first = ScriptedProvider([.init(pictures: 2, failure: Self.refusal)])
        let again = ScriptedProvider([])
        let once = try await run(first, candidates: 4)
        #expect(first.asked == [4])
        #expect(once.outcome.counts.made == 2)
        #expect(once.manifest?.candidates.count == 2)
        #expect(once.manifest?.refusal == nil)
        #expect(
            once.findings == [
                "warning provider-refused: 2 of 4 pictures came; then provider 'art': refused: safety"
            ])
        #expect(
            once.outcome.diagnostics.first?.help
                == "ask for the rest with: frontis image make --slot a.md#hero --candidates 4")
        let twice = try await run(ScriptedProvider([.init(pictures: 2, failure: Self.refusal)]), candidates: 4, again: again)
        #expect(again.asked == [])
        #expect(twice.findings == [])
    }

    @Test func aRefusalAfterSomeCameIsNoRefusalOfTheRecipe() async throws {
        let provider = ScriptedProvider([.init(pictures: 1), .init(pictures: 0, failure: Self.refusal)], perCall: 1)
        let run = try await run(provider, candidates: 3)
        #expect(provider.asked == [1, 1])
        #expect(run.manifest?.refusal == nil)
        #expect(run.manifest?.candidates.count == 1)
        #expect(
            run.findings == ["warning provider-refused: 1 of 3 pictures came; then provider 'art': refused: safety"])
    }

    @Test func aRefusalOfAllIsRemembered() async throws {
        let run = try await run(ScriptedProvider([.init(pictures: 0, failure: Self.refusal)]), candidates: 3)
        #expect(run.manifest?.refusal?.message == "refused: safety")
        #expect(run.findings == ["error provider-refused: provider 'art': refused: safety"])
    }

    @Test func noCallIsForMoreThanOneCanMake() async throws {
        let provider = ScriptedProvider([.init(pictures: 2), .init(pictures: 2), .init(pictures: 1)], perCall: 2)
        let run = try await run(provider, candidates: 5)
        #expect(provider.asked == [2, 2, 1])
        #expect(run.manifest?.candidates.count == 5)
        #expect(run.outcome.cost.usd == 0.05)
    }
}
