import Foundation
import FrontisContent
import FrontisCore
import FrontisHTTP
import FrontisStore
import FrontisTestSupport
import Synchronization
import Testing

@testable import FrontisImages

/// Answers from a script and keeps what it was asked.
private final class ScriptedDescriber: ImageDescriber {
    enum Line {
        case text(String)
        case decorative(String)
        case failure(ProviderFailure.Kind, String)
    }

    let name = "eyes"
    let dialect = "scripted"
    let model: String? = "m"
    private let script: Mutex<[Line]>
    private let asked = Mutex<[DescriptionRequest]>([])

    init(_ lines: Line...) { script = Mutex(lines) }

    var requests: [DescriptionRequest] { asked.withLock { $0 } }

    func price(of request: DescriptionRequest) -> Price? { Price(0) }

    func describe(_ request: DescriptionRequest) async throws(ProviderFailure) -> Description {
        asked.withLock { $0.append(request) }
        switch script.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) {
        case .text(let text): return Description(text: text, isDecorative: false, model: "m", cost: nil)
        case .decorative(let text): return Description(text: text, isDecorative: true, model: "m", cost: nil)
        case .failure(let kind, let message): throw ProviderFailure(kind, message)
        case nil: throw ProviderFailure(.rejected, "asked too often")
        }
    }
}

@Suite struct AltFulfillingTests {
    private struct Run {
        var outcome: Fulfilment
        var record: AltRecord?
        var alt: AltText? { outcome.catalog.entries[SlotID(source: "a.md", name: .hero)]?.alts["en"] }
        /// Id, severity and headline.
        var findings: [String] { outcome.diagnostics.map { "\($0.severity.rawValue) \($0.id.rawValue): \($0.summary)" } }
    }

    /// One page whose picture is there, described in its language.
    private func run(
        _ describer: ScriptedDescriber?, _ requirement: SiteConfiguration.Requirement = .none, alt: String? = nil,
        locked: [String: AltText] = [:]
    ) async throws -> Run {
        let folder = NSTemporaryDirectory() + "frontis-alt-" + UUID().uuidString
        defer {
            do { try FileManager.default.removeItem(atPath: folder) } catch { Issue.record(error) }
        }
        var page = Page(source: "a.md", kind: .page, section: "", slug: "a", title: "Title", language: "en")
        var request = ImageRequest(
            name: .hero, prompt: Located("A fox", at: SourceLocation(path: "content/a.md", line: 2, column: 11)))
        request.alt = alt
        page.imageRequests = [request]
        let slot = try #require(
            SlotCollector(configuration: SiteConfiguration(), references: [:]).collect(from: PageWishes(of: [page]).wishes).slots.first)
        let store = ImageStore(directory: folder + "/store", cache: folder + "/cache")
        let image = StoredImage(
            Picture(digest: try store.put(TestPNG(width: 3, height: 2, text: "pixels").bytes), mediaType: .png, width: 3, height: 2),
            Making(provider: "art", dialect: "openai", model: "m", quality: nil, created: "2026-03-02T00:00:00Z", cost: nil), candidate: 1)
        var lock = SiteLock()
        for (source, text) in locked {
            var entry = SiteLock.Entry(image: image, recipe: slot.key, asked: slot.asked, prompt: "A fox")
            entry.alt = .init(text)
            lock.images[SlotID(source: .file(source), name: .hero)] = entry
        }
        var configuration = SiteConfiguration()
        configuration.alt.require = requirement
        let fulfiller = ImageFulfiller(
            store: store, account: SpendingAccount(store: store, budget: 5), gallery: PlaceholderGallery(cache: folder + "/cache"), lock: lock, providers: [:],
            pins: Pins(dialects: [:]), describer: describer, references: [:],
            rules: .init(
                configuration: configuration, policy: .make, now: "2026-06-01T12:00:00Z",
                retry: RetryPolicy(sleep: { _ in })))
        let plan = ImagePlan(entries: [.init(id: slot.id, slot: slot, action: .keep, reason: "kept", kept: image)])
        let outcome = await fulfiller.fulfil(plan, jobs: 1)
        return Run(outcome: outcome, record: try store.alt(of: image.digest, language: "en"))
    }

    @Test func aGoodTextIsAskedForOnce() async throws {
        let describer = ScriptedDescriber(.text("A red fox."))
        let run = try await run(describer)
        #expect(run.alt == AltText(text: "A red fox.", source: .model, language: "en"))
        #expect(run.findings.isEmpty)
        #expect(describer.requests.map(\.objection) == [nil])
    }

    @Test func aBrokenRuleIsSaidInTheSecondRequest() async throws {
        let describer = ScriptedDescriber(.text("Image of a fox and"), .text("A red fox."))
        let run = try await run(describer)
        #expect(run.alt?.text == "A red fox.")
        #expect(run.record?.text == "A red fox.")
        #expect(run.findings.isEmpty)
        #expect(describer.requests.map(\.objection) == [nil, "begins with 'Image of'; seems cut off: it ends with 'and'"])
        #expect(run.outcome.alts.made == 1)
    }

    @Test func aTextThatStaysBrokenIsUsedWithAWarning() async throws {
        let describer = ScriptedDescriber(.text("Image of a fox"), .text("Photo of a fox & \"hen\""))
        let run = try await run(describer, .any)
        #expect(describer.requests.count == 2)
        #expect(run.alt?.text == "Photo of a fox & \"hen\"")
        #expect(run.findings == ["warning alt-prefix: a.md#hero: the alt text in 'en' begins with 'Photo of'"])
    }

    @Test func theBetterOfTwoBrokenTextsIsUsed() async throws {
        let run = try await run(ScriptedDescriber(.text("Image of a fox"), .text("Image of a *fox* and")))
        #expect(run.alt?.text == "Image of a fox")
        #expect(run.findings.count == 1)
    }

    @Test(arguments: [(SiteConfiguration.Requirement.none, "warning"), (.any, "error"), (.reviewed, "error")])
    func anExcuseIsNoAltText(requirement: SiteConfiguration.Requirement, severity: String) async throws {
        let describer = ScriptedDescriber(.text("I'm sorry, I can't."), .text("I cannot\n describe it."))
        let run = try await run(describer, requirement)
        #expect(run.alt == AltText(text: "", source: .missing, language: "en"))
        #expect(run.record == nil)
        #expect(
            run.findings == [
                "\(severity) alt-not-made: a.md#hero has no alt text in 'en': describer 'eyes' answers: 'I'm sorry, I can't.'"
            ])
        #expect(describer.requests.last?.objection == "is a model's excuse: 'I'm sorry'")
        // One that thinks better of it is heard.
        #expect(try await self.run(ScriptedDescriber(.text("I'm sorry."), .text("A red fox and"))).alt?.text == "A red fox and")
    }

    @Test(arguments: [(SiteConfiguration.Requirement.none, "warning"), (.any, "error"), (.reviewed, "error")])
    func aRefusalIsNotAskedAgain(requirement: SiteConfiguration.Requirement, severity: String) async throws {
        let describer = ScriptedDescriber(.failure(.refused, "no"))
        let run = try await run(describer, requirement)
        #expect(run.findings == ["\(severity) alt-not-made: a.md#hero has no alt text in 'en': describer 'eyes': no"])
        #expect(describer.requests.count == 1)
    }

    @Test(arguments: [(SiteConfiguration.Requirement.none, "warning"), (.any, "error"), (.reviewed, "error")])
    func withoutADescriberTheTextIsMissing(requirement: SiteConfiguration.Requirement, severity: String) async throws {
        let run = try await run(nil, requirement)
        #expect(run.findings == ["\(severity) alt-not-made: a.md#hero has no alt text in 'en': there is no describer"])
    }

    @Test func aSecondRequestThatFailsLosesNothing() async throws {
        let run = try await run(ScriptedDescriber(.text("Image of a fox"), .failure(.rejected, "no")))
        #expect(run.alt?.text == "Image of a fox")
        #expect(
            run.findings == [
                "warning provider-rejected: describer 'eyes' was asked for a better alt text of a.md#hero: no",
                "warning alt-prefix: a.md#hero: the alt text in 'en' begins with 'Image of'",
            ])
        let excuse = try await self.run(ScriptedDescriber(.text("I'm sorry."), .failure(.rejected, "no")))
        #expect(excuse.findings == ["warning alt-not-made: a.md#hero has no alt text in 'en': describer 'eyes': no"])
    }

    @Test func decorationIsAnOpinionOfModels() async throws {
        let run = try await run(ScriptedDescriber(.decorative("A grey line.")), .any)
        #expect(run.alt == AltText(text: "A grey line.", source: .model, language: "en"))
        #expect(run.findings == ["warning alt-decorative: a.md#hero: describer 'eyes' takes the picture for decoration"])
        #expect(run.outcome.diagnostics.first?.help == "if it is, write alt: \"\"; until then its text stands: A grey line.")
        let silent = try await self.run(ScriptedDescriber(.decorative("")))
        #expect(
            silent.findings == [
                "warning alt-not-made: a.md#hero has no alt text in 'en': describer 'eyes' takes the picture for decoration"
            ])
    }

    @Test func whatCanBeMendedIsNotPaidForAgain() async throws {
        let describer = ScriptedDescriber(.text("  A red\nfox.\u{7} "))
        #expect(try await run(describer).alt?.text == "A red fox.")
        #expect(describer.requests.count == 1)
    }

    @Test func requireIsNoneAnyOrReviewed() async throws {
        #expect(try await run(ScriptedDescriber(.text("A red fox.")), .none).findings.isEmpty)
        #expect(try await run(ScriptedDescriber(.text("A red fox.")), .any).findings.isEmpty)
        #expect(
            try await run(ScriptedDescriber(.text("A red fox.")), .reviewed).findings == [
                "error alt-unreviewed: a.md#hero: nobody has accepted the alt text in 'en' that a model wrote"
            ])
        #expect(try await run(nil, .reviewed, alt: "A red fox.").findings.isEmpty)
        #expect(try await run(nil, .reviewed, alt: "").findings.isEmpty)
    }

    @Test func theLocksTextIsCheckedAndNotAskedFor() async throws {
        let locked = AltText(text: "A fox\nin snow", source: .model, language: "en")
        let run = try await run(nil, locked: ["a.md": locked])
        #expect(run.alt == locked)
        #expect(run.findings == ["warning alt-control-character: a.md#hero: the alt text in 'en' has a line break in it"])
    }

    @Test func whatAPersonAcceptedAnywhereStands() async throws {
        let run = try await run(
            nil, .reviewed,
            locked: [
                "a.md": AltText(text: "A fox.", source: .model, language: "en"),
                "z.md": AltText(text: "A red fox.", source: .reviewed, language: "en"),
            ])
        #expect(run.alt?.text == "A red fox.")
        #expect(run.findings.isEmpty)
    }
}
