import FrontisCore
import FrontisTestSupport
import Testing

@testable import FrontisStore

@Suite struct ThreeWayMergeTests {
    private static let slot = SlotID(source: "posts/a.md", name: .hero)

    /// - Parameters:
    ///   - picture, recipe: stand for digests.
    ///   - alt: with a `!` before it, a person's.
    private static func entry(
        _ picture: String, recipe: String = "fox", at created: Timestamp = "2026-03-02T10:00:00Z", alt: String? = nil, translations: [String: String] = [:]
    ) -> SiteLock.Entry {
        var entry = SiteLock.Entry(
            image: StoredImage(
                Picture(digest: Digest.of(picture), mediaType: .png, width: 64, height: 64),
                Making(provider: "art", dialect: "openai", model: "m", quality: nil, created: created, cost: Cost(usd: 0.05, estimated: false)), candidate: 1),
            recipe: Digest.of(recipe), asked: nil, prompt: recipe)
        entry.alt = alt.map { text($0, "en") }
        entry.translations = translations.isEmpty ? nil : translations.sorted { $0.key < $1.key }.map { text($0.value, $0.key) }
        return entry
    }

    private static func text(_ text: String, _ language: String) -> SiteLock.Alt {
        SiteLock.Alt(language: language, source: text.hasPrefix("!") ? .reviewed : .model, text: text)
    }

    private static func lock(_ entry: SiteLock.Entry?) -> SiteLock { SiteLock(images: entry.map { [slot: $0] } ?? [:]) }

    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var base: SiteLock.Entry?
        var ours: SiteLock.Entry?
        var theirs: SiteLock.Entry?
        /// What the page asks for.
        var asked: String?
        var expected: SiteLock.Entry?

        init(_ name: String, _ base: SiteLock.Entry?, _ ours: SiteLock.Entry?, _ theirs: SiteLock.Entry?, asked: String? = nil, is expected: SiteLock.Entry?) {
            testDescription = name
            (self.base, self.ours, self.theirs, self.asked, self.expected) = (base, ours, theirs, asked, expected)
        }
    }

    private static let old = entry("old")
    private static let later: Timestamp = "2026-03-02T11:00:00Z"

    static let cases = [
        Case("nothing changed", old, old, old, is: old),
        Case("changed here", old, entry("new"), old, is: entry("new")),
        Case("changed there", old, old, entry("new"), is: entry("new")),
        Case("added here", nil, old, nil, is: old),
        Case("added there", nil, nil, old, is: old),
        Case("the same added on both sides", nil, old, old, is: old),
        Case("removed here", old, nil, old, is: nil),
        Case("removed there", old, old, nil, is: nil),
        Case("removed on both sides", old, nil, nil, is: nil),
        Case("removed here, changed there", old, nil, entry("new"), is: entry("new")),
        Case("changed here, removed there", old, entry("new"), nil, is: entry("new")),

        // The recipe.
        Case("the page asks for ours", old, entry("o", recipe: "owl"), entry("t", recipe: "toad", at: later), asked: "owl", is: entry("o", recipe: "owl")),
        Case("the page asks for theirs", old, entry("o", recipe: "owl", at: later), entry("t", recipe: "toad"), asked: "toad", is: entry("t", recipe: "toad")),
        Case("the page asks for neither", old, entry("o", recipe: "owl", at: later), entry("t", recipe: "toad"), asked: "eel", is: entry("o", recipe: "owl", at: later)),
        Case("the page cannot be read", old, entry("o", recipe: "owl"), entry("t", recipe: "toad", at: later), is: entry("t", recipe: "toad", at: later)),
        Case("the page cannot be read, the same time", old, entry("o", recipe: "owl"), entry("t", recipe: "toad"), is: entry("o", recipe: "owl")),
        Case("both added, the page asks for theirs", nil, entry("o", recipe: "owl", at: later), entry("t", recipe: "toad"), asked: "toad", is: entry("t", recipe: "toad")),
        // Git has not written the merged page yet when it asks for the lock.
        Case("only theirs has a new recipe, the page is still the old one", old, entry("old", alt: "!A fox."), entry("t", recipe: "toad"), asked: "fox", is: entry("t", recipe: "toad")),
        Case("only ours has a new recipe", old, entry("o", recipe: "owl"), entry("old", at: later, alt: "A fox."), asked: "owl", is: entry("o", recipe: "owl")),

        // Two pictures of one recipe.
        Case("a reviewed text wins over a later picture", old, entry("o", alt: "!Ours."), entry("t", at: later, alt: "Theirs."), asked: "fox", is: entry("o", alt: "!Ours.")),
        Case("a reviewed text of theirs wins", old, entry("o", at: later, alt: "Ours."), entry("t", alt: "!Theirs."), asked: "fox", is: entry("t", alt: "!Theirs.")),
        Case("the later picture", old, entry("o", alt: "Ours."), entry("t", at: later), asked: "fox", is: entry("t", at: later)),
        Case("reviewed on both sides: the later picture", old, entry("o", alt: "!Ours."), entry("t", at: later, alt: "!Theirs."), is: entry("t", at: later, alt: "!Theirs.")),
        Case("no difference: ours", old, entry("o"), entry("t"), asked: "fox", is: entry("o")),

        // One picture.
        Case("texts in two languages", old, entry("old", alt: "!Fox."), entry("old", translations: ["pt": "Raposa"]), is: entry("old", alt: "!Fox.", translations: ["pt": "Raposa"])),
        Case("a person's text wins", entry("old", alt: "A"), entry("old", alt: "B"), entry("old", alt: "!C"), is: entry("old", alt: "!C")),
        Case("our person's text wins", entry("old", alt: "A"), entry("old", alt: "!B"), entry("old", alt: "!C"), is: entry("old", alt: "!B")),
        Case(
            "a text taken out and one put in", entry("old", translations: ["de": "Fuchs"]), entry("old"), entry("old", translations: ["de": "Fuchs", "pt": "Raposa"]),
            is: entry("old", translations: ["pt": "Raposa"])),
        Case("the same new picture, other texts", old, entry("new", alt: "A"), entry("new", alt: "!B"), is: entry("new", alt: "!B")),
        Case(
            "another field and another text", old, entry("old", at: later), entry("old", alt: "B"), is: entry("old", at: later, alt: "B")),
    ]

    @Test(arguments: cases) func everySlotIsMergedByItself(_ sample: Case) {
        let keys = sample.asked.map { [Self.slot: Digest.of($0)] } ?? [:]
        let merged = ThreeWayMerge(base: Self.lock(sample.base), ours: Self.lock(sample.ours), theirs: Self.lock(sample.theirs)).merged(keys: keys)
        #expect(merged == Self.lock(sample.expected))
    }

    @Test func onlySlotsWithTwoNewRecipesAreContested() {
        let contested = Self.cases.filter { sample in
            !ThreeWayMerge(base: Self.lock(sample.base), ours: Self.lock(sample.ours), theirs: Self.lock(sample.theirs)).contested.isEmpty
        }
        #expect(
            contested.map(\.testDescription) == [
                "the page asks for ours", "the page asks for theirs", "the page asks for neither", "the page cannot be read", "the page cannot be read, the same time",
                "both added, the page asks for theirs",
            ])
    }

    @Test func whatALaterFrontisAddedIsMergedToo() throws {
        func lock(_ members: String) throws -> SiteLock { try SiteLock(text: "{ \"images\": {}, \(members)\"version\": 1 }") }
        let merged = try ThreeWayMerge(
            base: lock("\"a\": 1, \"b\": 1, \"c\": 1, "), ours: lock("\"a\": 2, \"b\": 1, \"d\": 1, "), theirs: lock("\"a\": 3, \"b\": 2, \"c\": 1, ")
        ).merged()
        #expect(try merged == lock("\"a\": 2, \"b\": 2, \"d\": 1, "))
    }

    /// A picture and its text, with a `!` before a person's; what comes of base, ours and theirs.
    struct LocalCase: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var sides: [String?]
        var expected: String?

        init(_ name: String, _ base: String?, _ ours: String?, _ theirs: String?, is expected: String?) {
            (testDescription, sides, self.expected) = (name, [base, ours, theirs], expected)
        }
    }

    @Test(arguments: [
        LocalCase("nothing changed", "pier A", "pier A", "pier A", is: "pier A"),
        LocalCase("added here", nil, "pier A", nil, is: "pier A"),
        LocalCase("added there", nil, nil, "pier A", is: "pier A"),
        LocalCase("changed there", "pier A", "pier A", "pier !B", is: "pier !B"),
        LocalCase("removed here", "pier A", nil, "pier A", is: nil),
        LocalCase("removed here, changed there", "pier A", nil, "pier !B", is: "pier !B"),
        LocalCase("two models", nil, "pier A", "pier B", is: "pier A"),
        LocalCase("a person there", "pier A", "pier B", "pier !C", is: "pier !C"),
        LocalCase("a person here", "pier A", "pier !B", "pier C", is: "pier !B"),
        LocalCase("two persons", "pier A", "pier !B", "pier !C", is: "pier !B"),
        LocalCase("a new picture there, a person's text for the old one here", "pier A", "pier !B", "storm C", is: "storm C"),
        LocalCase("a new picture here, a person's text for the old one there", "pier A", "storm C", "pier !B", is: "storm C"),
        LocalCase("two new pictures", "pier A", "storm B", "calm C", is: "storm B"),
        LocalCase("two new pictures, a person there", "pier A", "storm B", "calm !C", is: "calm !C"),
    ])
    func textsOfFilesAreMergedOneByOne(_ sample: LocalCase) {
        let id = SiteLock.LocalAltID(file: "content/a.jpg", language: "en")
        func alt(_ side: String) -> SiteLock.LocalAlt {
            let words = side.split(separator: " ").map(String.init)
            return .init(image: Digest.of(words[0]), Self.text(words[1], "en").value)
        }
        let locks = (sample.sides + [sample.expected]).map { side in
            var lock = SiteLock()
            lock.alts[id] = side.map(alt)
            return lock
        }
        #expect(ThreeWayMerge(base: locks[0], ours: locks[1], theirs: locks[2]).merged() == locks[3])
    }

    @Test(arguments: 0..<200) func whatHoldsForAnyLocks(_ seed: UInt64) {
        var random = SeededNumbers(seed: seed)
        let (base, one, two) = (Self.randomLock(&random), Self.randomLock(&random), Self.randomLock(&random))
        let keys = Dictionary(uniqueKeysWithValues: one.images.keys.map { ($0, Digest.of(["fox", "owl"][Int(random.next() % 2)])) })
        func merged(_ base: SiteLock, _ ours: SiteLock, _ theirs: SiteLock) -> SiteLock { ThreeWayMerge(base: base, ours: ours, theirs: theirs).merged(keys: keys) }
        #expect(merged(base, one, one) == one)
        #expect(merged(base, base, one) == one)
        #expect(merged(base, one, base) == one)
        let both = merged(base, one, two)
        for (id, entry) in both.images {
            let sides = [one.images[id], two.images[id]].compactMap { $0 }
            #expect(sides.contains { $0.image == entry.image && $0.recipe == entry.recipe && $0.created == entry.created })
            #expect(sides.contains { $0.alt == entry.alt })
        }
        for id in Set(base.images.keys).union(one.images.keys).union(two.images.keys) where both.images[id] == nil {
            let (before, here, there) = (base.images[id], one.images[id], two.images[id])
            #expect((here == nil && (there == nil || there == before)) || (there == nil && here == before), "\(id) was dropped")
        }
    }

    private static func randomLock(_ random: inout SeededNumbers) -> SiteLock {
        func pick<Value>(_ values: [Value]) -> Value { values[Int(random.next() % UInt64(values.count))] }
        var lock = SiteLock()
        for number in 0..<6 where random.next() % 4 > 0 {
            lock.images[SlotID(source: .file("\(number).md"), name: .hero)] = entry(
                pick(["a", "b"]), recipe: pick(["fox", "owl"]), at: pick(["2026-03-02T10:00:00Z", later]), alt: pick([nil, "A", "!B"]),
                translations: pick([[:], ["pt": "C"], ["de": "!D", "pt": "E"]]))
        }
        return lock
    }
}
