import FrontisTestSupport
import FrontisContent
import FrontisCore
import FrontisStore
import Testing

@testable import FrontisImages

/// What a plan says of dark companions.
@Suite struct DarkPlanTests {
    /// A provider that is never asked: planning asks nobody.
    private struct Vendor: ImageProvider {
        var name = "art"
        var dialect = "openai"
        var makesPlaceholders = false
        var mostReferences = 16
        var isRefusing = false

        func model(for request: GenerationRequest) -> String? { request.model ?? "m1" }
        func objections(to request: GenerationRequest) -> [Objection] {
            let count = max(request.recipe.references.count, request.references.count)
            return (isRefusing ? [Objection(isFatal: true, "m1 cannot do that")] : [])
                + (count > mostReferences ? [Objection(isFatal: true, "m1 takes no reference pictures")] : [])
        }
        func price(of request: GenerationRequest) -> Price? { Price(request.references.isEmpty ? 0.04 : 0.05) }
        func generate(_ request: GenerationRequest) async throws(ProviderFailure) -> Generation {
            throw ProviderFailure(.rejected, "planning must not ask")
        }
    }

    private static let place = SourceLocation(path: "content/a.md", line: 4, column: 9)

    private static func slots(
        _ source: String = "a.md", _ prompt: String = "A fox", dark: String? = nil,
        configuration: SiteConfiguration = SiteConfiguration(), change: (inout ImageRequest) -> Void = { _ in }
    ) throws -> [Slot] {
        var page = Page(source: .file(source), kind: .page, section: "", slug: "a", title: "Title", language: "en")
        var request = ImageRequest(name: .hero, prompt: Located(prompt, at: SourceLocation(path: "content/" + source, line: 2, column: 11)))
        request.provider = Located("art", at: request.prompt.location)
        request.dark = .init(prompt: dark, at: place, in: "  dark: true")
        change(&request)
        page.imageRequests = [request]
        let collection = SlotCollector(configuration: configuration, references: [:]).collect(from: PageWishes(of: [page]).wishes)
        #expect(collection.diagnostics.isEmpty)
        return collection.slots
    }

    private static func stored(_ name: String, light: String? = nil, candidate: Int = 1) -> StoredImage {
        StoredImage(
            Picture(digest: Digest.of(name), mediaType: .png, width: 3, height: 2),
            Making(provider: "art", dialect: "openai", model: "m1", quality: nil, created: "2026-03-02T00:00:00Z", cost: nil, light: light.map { Digest.of($0) }), candidate: candidate)
    }

    private static func lock(_ slots: [Slot], _ light: String?, _ dark: String?, made: String? = nil) -> [SlotID: SiteLock.Entry] {
        var lock: [SlotID: SiteLock.Entry] = [:]
        for slot in slots {
            guard let name = slot.light == nil ? light : dark else { continue }
            let image = stored(name, light: slot.light == nil ? nil : made ?? light)
            lock[slot.id] = .init(image: image, recipe: slot.key, asked: slot.asked, prompt: slot.recipe.prompt)
        }
        return lock
    }

    private static func plan(
        _ slots: [Slot], lock: [SlotID: SiteLock.Entry] = [:], manifests: [Digest: RecipeManifest] = [:],
        policy: RunPolicy = .make, demands: [SlotID: PictureDemand] = [:], vendor: Vendor = Vendor()
    ) -> ImagePlan {
        let facts = PlanFacts(
            lock: SiteLock(images: lock), manifests: manifests,
            stored: Set(lock.values.map(\.image) + manifests.values.flatMap { $0.candidates.map(\.image) }))
        return ImagePlanner(
            facts: facts, providers: ["art": vendor], pins: Pins(dialects: ["art": "openai"]), candidates: 3, policy: policy,
            retriesRefused: false, demands: demands
        ).plan(slots)
    }

    private static func lines(_ plan: ImagePlan) -> [String] {
        plan.entries.map { "\($0.id) \($0.action.rawValue): \($0.reason)" }
    }

    private static func findings(_ plan: ImagePlan) -> [String] {
        plan.diagnostics.map { "\($0.severity.rawValue) \($0.id.rawValue): \($0.summary)" }
    }

    // MARK: Recipes

    @Test func theCompanionFollowsTheLightOne() throws {
        let slots = try Self.slots { request in
            request.negative = "text"
            request.shape = .size(PictureSize("1536x864")!)
            request.background = .opaque
            request.seed = 7
            request.model = "m2"
            request.quality = "high"
            request.candidates = 4
            request.alt = "Snow on a red nose"
        }
        #expect(slots.map(\.id.description) == ["a.md#hero", "a.md#hero.dark"])
        let (light, dark) = (slots[0], slots[1])
        #expect(
            dark.recipe.canonicalJSON == """
                {"background":"opaque","light":"\(light.key.hex)","negative":"text","prompt":"The same scene at night, for a page in \
                dark mode: the same composition, subjects and style, in deep shadow and dark muted colours, softly lit, with no bright \
                or white areas. A fox","seed":7,"size":"1536x864","version":1}
                """)
        #expect(dark.request.model == "m2" && dark.request.quality == "high" && dark.provider == "art")
        #expect(dark.languages == [] && dark.request.alt == nil && dark.request.candidates == nil)
        #expect(dark.request.prompt.location == Self.place)
    }

    /// The light slot's key and the dark prompt decide, and nothing of the light one changes by having a companion.
    @Test func keysAreByTheLightKeyAndTheDarkPrompt() throws {
        let alone = try Self.slots { $0.dark = nil }
        let derived = try Self.slots()
        #expect(alone.map(\.key) == [derived[0].key] && alone.map(\.asked) == [derived[0].asked])
        let own = try Self.slots(dark: "By  moonlight")
        #expect(own[1].recipe.prompt == "By moonlight")
        #expect(try Self.slots(dark: "By moonlight").map(\.key) == own.map(\.key))
        let keys = [
            derived[1].key, own[1].key, try Self.slots(dark: "By lamplight")[1].key, try Self.slots("a.md", "A bear", dark: "By moonlight")[1].key,
            try Self.slots(dark: "By moonlight") { $0.seed = 1 }[1].key,
        ]
        #expect(Set(keys).count == keys.count)
        #expect(try Self.slots("b.md", dark: "By moonlight")[1].key == own[1].key)
    }

    @Test func styleAndTitleAreFilledIn() throws {
        var configuration = SiteConfiguration()
        configuration.images.style = Located("ink", at: SourceLocation(path: "frontis.yaml"))
        configuration.styles["ink"] = .init(prefix: "Ink of", suffix: "on paper", negative: "text")
        let slots = try Self.slots(dark: "{{title}} by night", configuration: configuration)
        #expect(slots[1].recipe.prompt == "Ink of Title by night, on paper")
        #expect(slots[1].recipe.negative == "text")
        let derived = try Self.slots(configuration: configuration)
        #expect(derived[1].recipe.prompt.hasSuffix(". Ink of A fox, on paper"))
        // A changed style makes both stale and buys nothing.
        let plan = Self.plan(derived, lock: Self.lock(try Self.slots(), "light", "dark"))
        #expect(
            Self.lines(plan) == [
                "a.md#hero keep: kept, but stale: style 'ink' changed",
                "a.md#hero.dark keep: kept, but stale: style 'ink' changed",
            ])
        #expect(Self.findings(plan) == [])
    }

    @Test func anotherLightPromptIsAnotherPair() throws {
        let old = try Self.slots(dark: "By moonlight")
        let lock = Self.lock(old, "light", "dark")
        let manifests = Dictionary(uniqueKeysWithValues: old.map { ($0.key, RecipeManifest(recipe: $0.recipe)) })
        let plan = Self.plan(try Self.slots("a.md", "A bear", dark: "By moonlight"), lock: lock, manifests: manifests)
        #expect(
            Self.lines(plan) == [
                "a.md#hero make: prompt changed from 'A fox' to 'A bear'",
                "a.md#hero.dark make: the light picture's recipe changed; waits for a.md#hero",
            ])
        let other = Self.plan(try Self.slots(dark: "By lamplight"), lock: lock, manifests: manifests)
        #expect(
            Self.lines(other) == [
                "a.md#hero keep: kept", "a.md#hero.dark make: prompt changed from 'By moonlight' to 'By lamplight'; beside a.md#hero",
            ])
    }

    @Test func anUnknownNameInADarkPrompt() {
        var page = Page(source: "a.md", kind: .page, section: "", slug: "a", title: "Title", language: "en")
        var request = ImageRequest(name: .hero, prompt: Located("A fox", at: Self.place))
        request.dark = .init(prompt: "{{date}}", at: Self.place, in: "  dark: \"{{date}}\"")
        page.imageRequests = [request]
        let collection = SlotCollector(configuration: SiteConfiguration(), references: [:]).collect(from: PageWishes(of: [page]).wishes)
        #expect(collection.slots.map(\.id.description) == ["a.md#hero"])
        #expect(collection.diagnostics.map(\.summary) == ["'{{date}}' cannot be filled into a prompt"])
        #expect(collection.diagnostics.first?.location == Self.place)
    }

    // MARK: Making

    @Test func aNewPairIsMadeOneAfterTheOther() throws {
        let plan = Self.plan(try Self.slots())
        #expect(Self.lines(plan) == ["a.md#hero make: new", "a.md#hero.dark make: new; waits for a.md#hero"])
        #expect(plan.entries[1].waitsFor == plan.entries[0].id)
        // images.candidates is for the light one; the price counts the light picture that is sent along.
        #expect(plan.entries.map(\.count) == [3, 1])
        #expect(plan.entries.map(\.price) == [Price(0.12), Price(0.05)])
        #expect(Self.findings(plan) == [])
        #expect(PictureTask.tasks(for: plan).map(\.isDark) == [false, true])
    }

    @Test func aCompanionOfAPictureThatIsThere() throws {
        let slots = try Self.slots()
        let plan = Self.plan(slots, lock: Self.lock(slots, "light", nil))
        #expect(Self.lines(plan) == ["a.md#hero keep: kept", "a.md#hero.dark make: new; beside a.md#hero"])
        #expect(plan.entries[1].waitsFor == nil)
        #expect(PictureTask.tasks(for: plan).last?.orders.first?.light?.digest == Digest.of("light"))
        let kept = Self.plan(slots, lock: Self.lock(slots, "light", "dark"))
        #expect(Self.lines(kept) == ["a.md#hero keep: kept", "a.md#hero.dark keep: kept"])
        #expect(Self.findings(kept) == [])
    }

    @Test func twoPostsShareBothPictures() throws {
        let plan = Self.plan(try Self.slots() + Self.slots("b.md"))
        #expect(
            Self.lines(plan) == [
                "a.md#hero make: new", "a.md#hero.dark make: new; waits for a.md#hero", "b.md#hero keep: shares the picture of a.md#hero",
                "b.md#hero.dark keep: shares the picture of a.md#hero.dark",
            ])
        let other = Self.plan(try Self.slots() + Self.slots("b.md", dark: "By moonlight"))
        #expect(Self.lines(other).last == "b.md#hero.dark make: new; waits for b.md#hero")
    }

    @Test func wordsAloneWhereNoPictureCanBeShown() throws {
        let slots = try Self.slots()
        let plan = Self.plan(slots, vendor: Vendor(mostReferences: 0))
        #expect(Self.lines(plan) == ["a.md#hero make: new", "a.md#hero.dark make: new; waits for a.md#hero"])
        #expect(plan.entries[1].price == Price(0.04))
        #expect(
            Self.findings(plan) == [
                "warning dark-from-words: a.md#hero.dark is made from words alone: provider 'art' cannot be shown the light picture"
            ])
        #expect(plan.diagnostics.first?.location == Self.place)
        // Said when it is made, and not of one that is there.
        #expect(Self.findings(Self.plan(slots, lock: Self.lock(slots, "light", "dark"), vendor: Vendor(mostReferences: 0))) == [])
    }

    @Test func nothingIsMadeBesideAPictureThatCannotBe() throws {
        let slots = try Self.slots()
        var refused = RecipeManifest(recipe: slots[0].recipe)
        refused.refusal = .init(provider: "art", model: "m1", message: "no", created: "2026-03-02T00:00:00Z")
        let plan = Self.plan(slots, manifests: [slots[0].key: refused])
        #expect(Self.lines(plan).last == "a.md#hero.dark blocked: a.md#hero is not there, beside which it is made")
        #expect(plan.entries.map(\.price) == [nil, nil])
        #expect(plan.diagnostics.map(\.id) == [.providerRefused])
    }

    @Test func aRefusedCompanionLeavesTheLightOne() throws {
        let slots = try Self.slots()
        var refused = RecipeManifest(recipe: slots[1].recipe)
        refused.refusal = .init(provider: "art", model: "m1", message: "no", created: "2026-03-02T00:00:00Z")
        let plan = Self.plan(slots, lock: Self.lock(slots, "light", nil), manifests: [slots[1].key: refused])
        #expect(plan.entries.map(\.action) == [.keep, .blocked])
        #expect(plan.diagnostics.map(\.location) == [Self.place])
    }

    // MARK: Pairs that are none

    @Test func anotherLightPictureWarnsAndBuysNothing() throws {
        let slots = try Self.slots()
        let plan = Self.plan(slots, lock: Self.lock(slots, "light 2", "dark", made: "light 1"))
        #expect(Self.lines(plan) == ["a.md#hero keep: kept", "a.md#hero.dark keep: kept"])
        #expect(Self.findings(plan) == ["warning dark-mismatch: a.md#hero.dark was made beside another picture than a.md#hero shows now"])
        #expect(
            plan.diagnostics.first?.help
                == "make one beside it: frontis image regenerate a.md#hero.dark\nor accept the pair: frontis image keep a.md#hero.dark")
        #expect(plan.diagnostics.first?.location == Self.place)
    }

    @Test func aCompanionThatWasMadeBesideItAlreadyIsNamed() throws {
        let slots = try Self.slots()
        var manifest = RecipeManifest(recipe: slots[1].recipe)
        for (number, light) in ["light 1", "light 2"].enumerated() {
            manifest.candidates.append(
                .init(
                    StoredImage(
                        Picture(digest: Digest.of("dark \(number)"), mediaType: .png, width: 3, height: 2),
                        Making(provider: "art", dialect: "openai", model: "m1", quality: nil, created: "2026-03-02", cost: nil, light: Digest.of(light)), candidate: number + 1)))
        }
        let lock = Self.lock(slots, "light 2", "dark 0", made: "light 1")
        let help = Self.plan(slots, lock: lock, manifests: [slots[1].key: manifest]).diagnostics.first?.help
        #expect(help?.hasPrefix("candidate 2 was made beside it: frontis image pick a.md#hero.dark 2\nor make one") == true)
        // A lost lock loses nothing of this: the store knows it.
        var light = RecipeManifest(recipe: slots[0].recipe)
        light.candidates = [manifest.candidates[0]]
        light.candidates[0].digest = Digest.of("light 2")
        let rebuilt = Self.plan(slots, manifests: [slots[0].key: light, slots[1].key: manifest])
        #expect(rebuilt.diagnostics.map(\.id) == [.darkMismatch])
    }

    // MARK: Runs that make nothing

    @Test func frozenOfflineAndPlaceholders() throws {
        let slots = try Self.slots()
        let frozen = Self.plan(slots, lock: Self.lock(slots, "light", nil), policy: .frozen)
        #expect(frozen.entries.map(\.action) == [.keep, .blocked])
        #expect(frozen.diagnostics.map(\.summary) == ["the picture of a.md#hero.dark would have to be made, and this run is frozen"])
        let offline = Self.plan(slots, lock: Self.lock(slots, "light", nil), policy: .offline(writesLock: true))
        #expect(Self.lines(offline).last == "a.md#hero.dark placeholder: not there, and this run is offline; a.md#hero is shown without it")
        #expect(Self.findings(offline) == ["warning picture-offline: the picture of a.md#hero.dark is not there; a.md#hero is shown without it"])
        let drawn = Self.plan(slots, policy: .placeholder)
        #expect(Self.lines(drawn).last == "a.md#hero.dark placeholder: not there; images.on-missing is placeholder")
        let pattern = Self.plan(slots, vendor: Vendor(makesPlaceholders: true))
        #expect(Self.lines(pattern).last == "a.md#hero.dark placeholder: drawn offline, free")
    }

    @Test func aCompanionByHandNeedsItsLightPicture() throws {
        let slots = try Self.slots()
        let plan = Self.plan(slots, policy: .placeholder, demands: [slots[1].id: .anew(count: 1)])
        #expect(plan.entries.map(\.action) == [.placeholder, .blocked])
        #expect(Self.findings(plan) == ["error picture-not-made: a.md#hero.dark is made beside a.md#hero, which has no picture yet"])
    }
}
