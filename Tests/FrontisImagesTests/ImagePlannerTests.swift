import FrontisTestSupport
import FrontisText
import FrontisContent
import FrontisCore
import FrontisHTTP
import FrontisStore
import Testing

@testable import FrontisImages

/// A provider that is never asked: planning asks nobody.
private struct Vendor: ImageProvider {
    var name = "art"
    var dialect = "openai"
    var makesPlaceholders = false
    var objections: [Objection] = []

    func model(for request: GenerationRequest) -> String? { request.model ?? "m1" }
    func objections(to request: GenerationRequest) -> [Objection] { objections }
    func price(of request: GenerationRequest) -> Price? { Price(0.04) }
    func generate(_ request: GenerationRequest) async throws(ProviderFailure) -> Generation {
        throw ProviderFailure(.rejected, "planning must not ask")
    }
}

@Suite struct ImagePlannerTests {
    private static func slot(
        _ source: String, _ prompt: String, configuration: SiteConfiguration = SiteConfiguration(),
        change: (inout ImageRequest) -> Void = { _ in }
    ) throws -> Slot {
        var page = Page(source: .file(source), kind: .page, section: "", slug: "a", title: "Title", language: "en")
        let place = SourceLocation(path: "content/" + source, line: 2, column: 11)
        var request = ImageRequest(
            name: .hero, prompt: Located(prompt, at: place), sourceLine: "ai-image: " + prompt)
        request.provider = Located("art", at: place)
        change(&request)
        page.imageRequests = [request]
        return try #require(
            SlotCollector(configuration: configuration, references: [:]).collect(from: PageWishes(of: [page]).wishes).slots.first)
    }

    private static func stored(_ name: String, model: String = "m1", candidate: Int = 1) -> StoredImage {
        StoredImage(
            Picture(digest: Digest.of(name), mediaType: .png, width: 3, height: 2), Making(provider: "art", dialect: "openai", model: model, quality: nil, created: "2026-03-02T00:00:00Z", cost: nil), candidate: candidate
        )
    }

    private static func plan(
        _ slots: [Slot], lock: [SlotID: SiteLock.Entry] = [:], manifests: [Digest: RecipeManifest] = [:],
        lost: Set<Digest> = [], policy: RunPolicy = .make, vendor: Vendor = Vendor()
    ) -> ImagePlan {
        let digests = lock.values.map(\.image) + manifests.values.flatMap { $0.candidates.map(\.image) }
        let facts = PlanFacts(
            lock: SiteLock(images: lock), manifests: manifests, stored: Set(digests).subtracting(lost))
        return ImagePlanner(
            facts: facts, providers: ["art": vendor], pins: Pins(dialects: ["art": "openai"]), candidates: 1, policy: policy, retriesRefused: false
        ).plan(slots)
    }

    private static func lines(_ plan: ImagePlan) -> [String] {
        plan.entries.map { "\($0.id) \($0.action.rawValue): \($0.reason)" }
    }

    @Test func whereToLookIsNoPartOfThePicture() throws {
        let plain = try Self.slot("a.md", "A fox")
        let focused = try Self.slot("a.md", "A fox") { $0.focus = FocalPoint("30% 60%") }
        #expect(focused.request.focus != nil)
        #expect(focused.recipe == plain.recipe)
        #expect(focused.key == plain.key)
        #expect(focused.asked == plain.asked)
        let picture = Self.stored("fox")
        let entry = SiteLock.Entry(image: picture, recipe: plain.key, asked: plain.asked, prompt: "A fox", written: nil)
        let lines = Self.lines(Self.plan([focused], lock: [focused.id: entry]))
        #expect(lines.count == 1 && lines[0].contains("keep"), "\(lines)")
    }

    @Test func aNewSlotIsMadeAndItsTwinShares() throws {
        let plan = Self.plan([try Self.slot("a.md", "A fox"), try Self.slot("b.md", "A  fox")])
        #expect(Self.lines(plan) == ["a.md#hero make: new", "b.md#hero keep: shares the picture of a.md#hero"])
        #expect(plan.entries[0].price == Price(0.04))
    }

    /// Whichever of them is made first would do for the slot without pins: it never buys one of its own.
    @Test func aSlotWithoutPinsTakesWhatAPinnedOneHasMade() throws {
        let free = try Self.slot("a.md", "A fox") { $0.provider = nil }
        var configured = free
        configured.provider = "art"
        let slots = [
            configured, try Self.slot("b.md", "A fox") { $0.model = "m1" }, try Self.slot("c.md", "A fox") { $0.model = "m2" },
        ]
        let plan = Self.plan(slots)
        #expect(
            Self.lines(plan) == [
                "a.md#hero keep: shares the picture of b.md#hero", "b.md#hero make: new", "c.md#hero make: new",
            ])
        #expect(PictureTask.tasks(for: plan).map { $0.slots.map(\.id.description) } == [["a.md#hero", "b.md#hero"], ["c.md#hero"]])
    }

    @Test func theLockAnswersFirstThenAnOrphanThenTheStore() throws {
        let slot = try Self.slot("b.md", "A fox")
        func entry(_ name: String) -> SiteLock.Entry {
            .init(image: Self.stored(name), recipe: slot.key, asked: slot.asked, prompt: slot.recipe.prompt)
        }
        var manifest = RecipeManifest(recipe: slot.recipe)
        manifest.candidates = [
            .init(
                StoredImage(
                    Picture(digest: Digest.of("store"), mediaType: .png, width: 3, height: 2), Making(provider: "art", dialect: "openai", model: "m1", quality: nil, created: "2026-03-02", cost: nil), candidate: 1))
        ]
        let renamed = SlotID(source: "a.md", name: .hero)
        #expect(
            Self.lines(Self.plan([slot], lock: [slot.id: entry("own"), renamed: entry("old")], manifests: [slot.key: manifest]))
                == ["a.md#hero orphan: no page that is built has this slot", "b.md#hero keep: kept"])
        #expect(
            Self.lines(Self.plan([slot], lock: [renamed: entry("old")], manifests: [slot.key: manifest])).last
                == "b.md#hero keep: kept, as in a.md#hero")
        #expect(Self.lines(Self.plan([slot], manifests: [slot.key: manifest])) == ["b.md#hero keep: kept, from the store"])
    }

    @Test func aChangedPromptIsMadeAndAChangedStyleIsNot() throws {
        let old = try Self.slot("a.md", "A fox")
        let lock = [
            old.id: SiteLock.Entry(
                image: Self.stored("x"), recipe: old.key, asked: old.asked, prompt: old.recipe.prompt)
        ]
        let changed = try Self.slot("a.md", "A bear")
        #expect(
            Self.lines(Self.plan([changed], lock: lock))
                == ["a.md#hero make: prompt changed from 'A fox' to 'A bear'"])
        var configuration = SiteConfiguration()
        configuration.images.style = Located("ink", at: SourceLocation(path: "frontis.yaml"))
        configuration.styles["ink"] = .init(prefix: "Ink of")
        let styled = try Self.slot("a.md", "A fox", configuration: configuration)
        #expect(styled.key != old.key)
        let plan = Self.plan([styled], lock: lock)
        #expect(Self.lines(plan) == ["a.md#hero keep: kept, but stale: style 'ink' changed"])
        #expect(plan.entries[0].isStale)
    }

    @Test func aPinIsAFilter() throws {
        let free = try Self.slot("a.md", "A fox")
        let lock = [
            free.id: SiteLock.Entry(
                image: Self.stored("x"), recipe: free.key, asked: free.asked, prompt: free.recipe.prompt)
        ]
        let same = try Self.slot("a.md", "A fox") { $0.model = "m1" }
        #expect(Self.lines(Self.plan([same], lock: lock)) == ["a.md#hero keep: kept"])
        let other = try Self.slot("a.md", "A fox") { $0.model = "m2" }
        #expect(
            Self.lines(Self.plan([other], lock: lock))
                == ["a.md#hero make: the candidate has not the pinned model 'm2'"])
        #expect(same.key == free.key && other.key == free.key)
    }

    @Test func lostBytesAreAnErrorAndNeverBoughtAgain() throws {
        let slot = try Self.slot("a.md", "A fox")
        let entry = SiteLock.Entry(
            image: Self.stored("x"), recipe: slot.key, asked: slot.asked, prompt: slot.recipe.prompt)
        let plan = Self.plan([slot], lock: [slot.id: entry], lost: [Digest.of("x")])
        #expect(Self.lines(plan) == ["a.md#hero blocked: bytes lost"])
        let hex = Digest.of("x").hex
        #expect(
            plan.diagnostics.map(DiagnosticFormatter().text) == [
                """
                content/a.md:2:11: error: a.md#hero: the bytes of picture \(hex.prefix(12))… are not in the store \
                [picture-lost]
                  2 | ai-image: A fox
                    |           ^
                    help: restore .frontis/store/v1/objects/\(hex.prefix(2))/\(hex) from git or a backup
                          or pay for another: frontis image regenerate a.md#hero

                """
            ])
    }

    @Test func aRefusalIsRememberedUntilTheRecipeChanges() throws {
        let slot = try Self.slot("a.md", "A fox")
        var manifest = RecipeManifest(recipe: slot.recipe)
        manifest.refusal = .init(provider: "art", model: nil, message: "no foxes", created: "2026-03-02T10:00:00Z")
        let plan = Self.plan([slot], manifests: [slot.key: manifest])
        #expect(
            plan.diagnostics.map(\.summary) == ["provider 'art' refused this picture on 2026-03-02: no foxes"])
        #expect(Self.plan([try Self.slot("a.md", "A cat")], manifests: [slot.key: manifest]).diagnostics.isEmpty)
    }

    @Test func whatIsMissingFollowsTheRules() throws {
        let slot = try Self.slot("a.md", "A fox")
        let offline = Self.plan([slot], policy: .offline(writesLock: true))
        #expect(offline.entries.map(\.action) == [.placeholder])
        #expect(offline.diagnostics.map(\.id) == [.pictureOffline])
        #expect(Self.plan([slot], policy: .placeholder).diagnostics.isEmpty)
        #expect(Self.plan([slot], policy: .error).diagnostics.map(\.id) == [.pictureNotMade])
        var pattern = Vendor()
        pattern.makesPlaceholders = true
        #expect(Self.lines(Self.plan([slot], vendor: pattern)) == ["a.md#hero placeholder: drawn offline, free"])
        var incapable = Vendor()
        incapable.objections = [Objection(isFatal: true, "cannot"), Objection(isFatal: false, "seed is left out")]
        #expect(Self.plan([slot], vendor: incapable).diagnostics.map(\.id) == [.aiImageUnsupported, .aiImageNote])
    }
}

@Suite struct SlotCollectorTests {
    private static func collect(
        _ request: ImageRequest, _ configuration: SiteConfiguration = SiteConfiguration()
    ) -> SlotCollector.Collection {
        var page = Page(source: "posts/a.md", kind: .page, section: "posts", slug: "a", title: "The  Title", language: "en")
        page.description = "D"
        page.imageRequests = [request]
        return SlotCollector(configuration: configuration, references: [:]).collect(from: PageWishes(of: [page]).wishes)
    }

    private static func request(_ prompt: String) -> ImageRequest {
        ImageRequest(
            name: .hero, prompt: Located(prompt, at: SourceLocation(path: "content/posts/a.md", line: 2, column: 11)),
            sourceLine: "ai-image: " + prompt)
    }

    @Test func fillsAndStylesPrompts() {
        var configuration = SiteConfiguration()
        configuration.styles["ink"] = .init(prefix: "Ink of", suffix: "limited palette", negative: "text")
        var request = Self.request("{{ title }} and {{description}}")
        request.style = Located("ink", at: request.prompt.location)
        request.negative = "people"
        let slot = Self.collect(request, configuration).slots.first
        #expect(slot?.recipe.prompt == "Ink of The Title and D, limited palette")
        #expect(slot?.recipe.negative == "people, text")
        request.style?.value = "none"
        #expect(Self.collect(request, configuration).slots.first?.recipe.prompt == "The Title and D")
    }

    @Test func saysWhatItCannotFillOrFind() {
        #expect(
            Self.collect(Self.request("{{ author }}")).diagnostics.map(DiagnosticFormatter().text) == [
                """
                content/posts/a.md:2:11: error: '{{author}}' cannot be filled into a prompt [ai-image-value]
                  2 | ai-image: {{ author }}
                    |           ^
                    help: {{title}} and {{description}} can

                """
            ])
        var styled = Self.request("x")
        styled.style = Located("inc", at: styled.prompt.location)
        #expect(Self.collect(styled).diagnostics.map(\.id) == [.aiImageUnknownStyle])
        var automatic = Self.request("auto")
        automatic.isAutomatic = true
        #expect(Self.collect(automatic).unwritten.map(\.id.description) == ["posts/a.md#hero"])
        #expect(Self.collect(automatic).slots.isEmpty)
        var referring = Self.request("x")
        referring.references = [Located("gone.png", at: referring.prompt.location)]
        #expect(
            Self.collect(referring).diagnostics.map(DiagnosticFormatter().text).first
                == """
                content/posts/a.md:2:11: error: there is no reference picture 'gone.png' [ai-image-reference]
                  2 | ai-image: x
                    |           ^
                    help: references are files relative to the post

                """)
    }

    @Test func pinsAltAndCaptionAreNoPartOfTheRecipe() {
        var request = Self.request("x")
        let plain = Self.collect(request).slots.first
        request.model = "m"
        request.quality = "high"
        request.candidates = 4
        request.alt = "A"
        request.caption = "C"
        let pinned = Self.collect(request).slots.first
        #expect(plain?.key == pinned?.key)
        #expect(plain?.asked == pinned?.asked)
        request.seed = 7
        #expect(Self.collect(request).slots.first?.key != plain?.key)
    }
}

@Suite struct RetryPolicyTests {
    private static func policy(_ random: Double) -> RetryPolicy {
        RetryPolicy(random: { random }, sleep: { _ in })
    }

    @Test(arguments: ProviderFailure.Kind.allCases)
    func onlyTheBusyAreAskedAgain(kind: ProviderFailure.Kind) {
        let delay = Self.policy(1).delay(after: ProviderFailure(kind, "x"), attempt: 1)
        #expect((delay != nil) == (kind == .busy))
    }

    @Test(arguments: [(1, 500), (2, 1000), (3, 2000)])
    func waitsLongerEachTime(attempt: Int, milliseconds: Int) {
        let busy = ProviderFailure(.busy, "x")
        #expect(Self.policy(1).delay(after: busy, attempt: attempt) == .milliseconds(milliseconds))
        #expect(Self.policy(0).delay(after: busy, attempt: attempt) == .zero)
        #expect(Self.policy(1).delay(after: busy, attempt: 4) == nil)
    }

    @Test func theVendorsWordCounts() {
        let soon = ProviderFailure(.busy, "x", retryAfter: .seconds(120))
        #expect(Self.policy(0).delay(after: soon, attempt: 1) == .seconds(120))
        let late = ProviderFailure(.busy, "x", retryAfter: .seconds(121))
        #expect(Self.policy(0).delay(after: late, attempt: 1) == nil)
    }

    @Test func givesUpAfterFourAttempts() async {
        let counter = Counter()
        await #expect(throws: ProviderFailure.self) {
            try await Self.policy(1).run { (number) async throws(ProviderFailure) -> Int in
                await counter.add()
                throw ProviderFailure(.busy, "\(number)")
            }
        }
        #expect(await counter.count == 4)
    }

    private actor Counter {
        var count = 0
        func add() { count += 1 }
    }
}
