import FrontisText
import Foundation
import FrontisCore
import FrontisStore
import FrontisTestSupport
import Synchronization
import Testing

@testable import FrontisBuild
@testable import FrontisGallery

/// `frontis store` below the command line.
@Suite struct StoreToolTests {
    private let site: TemporarySite
    private let store: ImageStore
    private let now = Timestamp.now
    private static let root = ".frontis/store/v1/"
    private static let recipe = Recipe(prompt: "A fox", shape: .aspect(.standard))

    init() throws {
        site = try TemporarySite()
        store = ImageStore(directory: site.path(".frontis/store/v1"), cache: site.path(".frontis/cache/v1"))
    }

    private var options: BuildOptions {
        var options = BuildOptions(jobs: 2, environment: [:])
        options.site = site.path
        return options
    }

    private func image(_ digest: Digest) -> StoredImage {
        StoredImage(Picture(digest: digest, mediaType: .png, width: 64, height: 64), Making(provider: "art", dialect: "openai", model: "m", quality: nil, created: "2026-03-02T10:15:00Z", cost: nil), candidate: 1)
    }

    private func object(_ digest: Digest) -> String { Self.root + "objects/\(digest.fanOut)/\(digest.hex)" }

    /// One picture in recipe and lock, one in the lock alone, one that nobody names, an alt text, two calls.
    private func fill() throws -> (fox: Digest, owl: Digest, stray: Digest) {
        var manifest = RecipeManifest(recipe: Self.recipe)
        let (fox, owl, stray) = (Array("fox".utf8), Array("owl!".utf8), Array("stray".utf8))
        let candidate = RecipeManifest.Candidate(
            StoredImage(
                Picture(digest: Digest.of(fox), mediaType: .png, width: 64, height: 64), Making(provider: "art", dialect: "openai", model: "m", quality: nil, created: "2026-03-02T10:15:00Z", cost: nil), candidate: 1))
        try store.keep(fox, as: candidate, in: &manifest, for: Self.recipe.key)
        try store.put(owl)
        try store.put(stray)
        try store.write(AltRecord(image: Digest.of(fox), language: "en", text: "A fox.", source: .model, model: nil, created: "2026-03-02T10:15:00Z"))
        _ = try SiteLock.merge(
            [
                SlotID(source: "posts/a.md", name: .hero): SiteLock.Entry(image: image(Digest.of(fox)), recipe: Self.recipe.key, asked: nil, prompt: "A fox"),
                SlotID(source: "posts/b.md", name: .hero): SiteLock.Entry(image: image(Digest.of(owl)), recipe: Digest.of("owl"), asked: nil, prompt: "An owl"),
                SlotID(source: "posts/c.md", name: .hero): SiteLock.Entry(image: image(Digest.of(owl)), recipe: Digest.of("owl"), asked: nil, prompt: "An owl"),
            ], into: site.path("frontis.lock"), locks: site.path(".frontis/cache/v1/locks"))
        let ledger = SpendLedger(store: store.directory)
        func line(_ event: SpendLedger.Line.Event, _ call: String, _ model: String?, _ cost: Cost?) -> SpendLedger.Line {
            SpendLedger.Line(event: event, call: call, time: "2026-03-02T10:15:00Z", provider: "art", dialect: "openai", model: model, key: Self.recipe.key, kind: .image, cost: cost)
        }
        try ledger.append(line(.asking, "1", "m", Cost(usd: 0.05, estimated: true)))
        try ledger.append(line(.paid, "1", "m", Cost(usd: 0.0412, estimated: false)))
        try ledger.append(line(.asking, "2", "m", Cost(usd: 0.05, estimated: true)))
        try ledger.append(line(.paid, "3", nil, nil))
        try ledger.append(line(.free, "4", "m", nil))
        return (Digest.of(fox), Digest.of(owl), Digest.of(stray))
    }

    private func printed(_ diagnostics: [Diagnostic]) -> String { diagnostics.map { DiagnosticFormatter().text($0) }.joined() }

    // MARK: info

    @Test func infoCountsFilesAndMoney() async throws {
        _ = try fill()
        let (report, diagnostics) = await StoreInfo(options: options).read()
        #expect(diagnostics == [])
        let found = try #require(report)
        #expect((found.objects.count, found.objects.bytes) == (3, 12))
        #expect((found.unreferenced?.count, found.unreferenced?.bytes) == (1, 5))
        #expect((found.recipes.count, found.alts.count, found.quarantine.count, found.cache.count) == (1, 1, 0, 1))
        #expect(found.money.total == .init(calls: 3, usd: 0.0912, estimated: 0.05, unknown: 1, unpriced: 1))
        #expect(
            found.money.providers == [
                .init(provider: "art", calls: 1, unpriced: 1), .init(provider: "art", model: "m", calls: 2, usd: 0.0912, estimated: 0.05, unknown: 1),
            ])
        #expect(found.text().hasPrefix("pictures    3  12 B\nrecipes     1  "))
        #expect(
            found.text().hasSuffix(
                """
                quarantine  0  0 B
                cache       1  0 B
                1 picture (5 B) is named by no recipe and no slot of the lock

                spent       $0.0912 in 3 calls, $0.05 of it estimated, 1 call of unknown outcome, 1 call without a known price
                  art: $0.00 in 1 call, 1 call without a known price
                  art, m: $0.0912 in 2 calls, $0.05 of it estimated, 1 call of unknown outcome

                """))
    }

    @Test func aSiteWithoutAStoreHasNothing() async throws {
        let (report, diagnostics) = await StoreInfo(options: options).read()
        #expect(diagnostics == [])
        #expect(report?.text().hasSuffix("cache       0  0 B\n\nspent       $0.00 in 0 calls\n") == true)
        #expect(await StoreVerifier(options: options).verify(repairs: false).report.summary() == "0 pictures (0 B), 0 recipes, 0 alt texts, 0 slots of the lock, 0 ledger lines: all is well")
    }

    @Test(arguments: [
        ([2], "line 2 of the ledger is damaged, and its call may be missing from the sum"),
        ([2, 3], "lines 2, 3 of the ledger are damaged, and their calls may be missing from the sum"),
        (Array(2...14), "lines 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 3 more of the ledger are damaged, and their calls may be missing from the sum"),
    ])
    func damagedLinesOfTheLedgerAreAWarning(_ lines: [Int], summary: String) async throws {
        _ = try fill()
        var text = try site.read(Self.root + "spend.jsonl").split(separator: "\n").map(String.init)
        for line in lines { text.insert("{ \"call\": ", at: line - 1) }
        try site.write(Self.root + "spend.jsonl", text.joined(separator: "\n") + "\n")
        let (report, diagnostics) = await StoreInfo(options: options).read()
        #expect(report?.money.total.calls == 3)
        #expect(
            printed(diagnostics) == """
                .frontis/store/v1/spend.jsonl:2:1: warning: \(summary) [ledger-damaged]
                  help: restore the file from git or a backup; half a line that a killed run left may be taken out

                """)
        try site.write("frontis.yaml", "diagnostics: { ledger-damaged: ignored }\n")
        #expect(await StoreInfo(options: options).read().diagnostics == [])
    }

    @Test func withAManifestThatCannotBeReadNobodyKnowsWhatIsNamed() async throws {
        _ = try fill()
        try site.write(Self.root + "recipes/\(Self.recipe.key.fanOut)/\(Self.recipe.key.hex).json", "{")
        let (report, diagnostics) = await StoreInfo(options: options).read()
        #expect(try #require(report).unreferenced == nil)
        #expect(diagnostics.map(\.id) == [.storeUnreadable])
    }

    // MARK: verify

    @Test func aWholeStoreIsWell() async throws {
        _ = try fill()
        let before = try site.tree()
        let (report, diagnostics) = await StoreVerifier(options: options).verify(repairs: true)
        #expect(printed(diagnostics) == "")
        #expect(report.summary() == "3 pictures (12 B), 1 recipe, 1 alt text, 3 slots of the lock, 5 ledger lines: all is well")
        #expect(try site.tree() == before)
    }

    @Test func everyFaultIsFoundAndNothingChanged() async throws {
        let (fox, owl, stray) = try fill()
        try site.write(object(fox), "fax")
        try site.remove(object(owl))
        try site.write(object(stray), "")
        try site.write(Self.root + "objects/xy/fox.png", "fox")
        try site.write(Self.root + "alts/ab/ab.json", "fox")
        let alt = AltRecord.key(image: fox, language: "en")
        try site.write(Self.root + "alts/\(alt.fanOut)/\(alt.hex).json", "[]\n")
        let before = try site.tree()
        let (report, diagnostics) = await StoreVerifier(options: options).verify(repairs: false)
        let (foxName, owlName) = (fox.hex.prefix(12), owl.hex.prefix(12))
        let expected = [
            """
            .frontis/store/v1/alts/\(alt.fanOut)/\(alt.hex).json:1:1: error: the file must be an object: { … } [store-unreadable]
              1 | []
                | ^
                help: restore the file from git or a backup

            """,
            """
            error: posts/a.md#hero: the bytes of picture \(foxName)… are damaged [picture-lost]
              help: restore \(object(fox)) from git or a backup

            """,
            """
            error: posts/b.md#hero and 1 more: the bytes of picture \(owlName)… are not in the store [picture-lost]
              help: restore \(object(owl)) from git or a backup

            """,
            """
            error: the bytes of picture \(stray.hex.prefix(12))… are damaged [picture-lost]
              help: restore \(object(stray)) from git or a backup

            """,
            """
            warning: '.frontis/store/v1/alts/ab/ab.json' stands where nothing looks for it [store-misplaced]
              help: move it away, or give it back its name: the digest, in the folder of its first two digits

            """,
            """
            warning: '.frontis/store/v1/objects/xy/fox.png' stands where nothing looks for it [store-misplaced]
              help: move it away, or give it back its name: the digest, in the folder of its first two digits

            """,
        ]
        #expect(printed(diagnostics) == expected.joined())
        #expect(report.summary().hasSuffix(": 6 faults"))
        #expect(try site.tree() == before)
    }

    @Test func repairingSetsDamagedPicturesAside() async throws {
        let (fox, _, stray) = try fill()
        try site.write(object(fox), "fax")
        try site.write(object(stray), "x")
        let (report, diagnostics) = await StoreVerifier(options: options).verify(repairs: true)
        #expect(report.setAside == 2)
        #expect(report.summary().hasSuffix(": 2 faults, 2 damaged pictures set aside"))
        let aside = Self.root + "quarantine/damaged-\(fox.hex)-\(Digest.of("fax").hex.prefix(12))"
        #expect(diagnostics.first?.help == "restore \(object(fox)) from git or a backup; what was found is kept as \(aside)")
        #expect(try site.read(aside) == "fax")
        #expect(!site.exists(object(stray)))
    }

    @Test func aLockThatCannotBeReadIsAFault() async throws {
        _ = try fill()
        try site.write("frontis.lock", "<<<<<<< HEAD\n")
        let (_, diagnostics) = await StoreVerifier(options: options).verify(repairs: false)
        #expect(diagnostics.map(\.id) == [.lockUnreadable])
    }

    // MARK: gc

    private func cleaner(after seconds: Int) -> StoreCleaner { StoreCleaner(options: options, now: now + seconds) }

    private func found(_ cleaner: StoreCleaner, _ rules: StoreCleaner.Rules = .init()) async -> [StoreCleaner.Kind] {
        await cleaner.find(rules).items.map(\.kind)
    }

    @Test func onlyWhatIsFreeGoesAndOnlyWhenItIsOld() async throws {
        _ = try fill()
        try store.quarantine([1, 2, 3])
        try site.write(".frontis/cache/v1/placeholders/ab/x.png", "art")
        try site.write(".frontis/cache/v1/builds/gone.json", "{ \"output\": \"\(site.path("gone"))\" }")
        try site.write(".frontis/cache/v1/builds/old.json", "{}")
        try site.write(".frontis/cache/v1/builds/gone.texts", "x")
        try site.write(".frontis/cache/v1/builds/here.json", "{ \"output\": \"\(site.path)\" }")
        for ending in ["state", "texts"] { try site.write(".frontis/cache/v1/builds/here.\(ending)", "x") }
        for path in [".frontis/cache/v1/builds/.frontis-tmp-1", Self.root + "objects/ab/.frontis-tmp-2", ".frontis-tmp-3"] { try site.write(path, "x") }
        #expect(await found(cleaner(after: 3000)) == [])
        let cleaner = cleaner(after: 3700)
        #expect(await found(cleaner) == [.temporary, .temporary, .temporary, .lock, .state, .state, .state, .placeholder])
        let before = try Set(site.tree().keys)
        let items = await cleaner.find(.init()).items
        #expect(try Set(site.tree().keys) == before)
        let outcome = await cleaner.remove(items)
        #expect(outcome.diagnostics == [])
        #expect(outcome.removed == items)
        #expect(
            try before.subtracting(site.tree().keys).filter { !$0.contains("/locks/") }.sorted() == [
                ".frontis-tmp-3", ".frontis/cache/v1/builds/.frontis-tmp-1", ".frontis/cache/v1/builds/gone.json", ".frontis/cache/v1/builds/gone.texts", ".frontis/cache/v1/builds/old.json",
                ".frontis/cache/v1/placeholders/ab/x.png", Self.root + "objects/ab/.frontis-tmp-2",
            ])
        #expect(await cleaner.remove(items).removed == [])
        #expect(await StoreVerifier(options: options).verify(repairs: false).diagnostics == [])
    }

    @Test func aHeldLockStays() async throws {
        let lock = try store.tryLock(Digest.of("fox"))
        let cleaner = cleaner(after: 10_000)
        let items = await cleaner.find(.init()).items
        #expect(items.map(\.kind) == [.lock, .lock])
        #expect(await cleaner.remove(items).removed == [])
        withExtendedLifetime(lock) {}
    }

    @Test func artOfPagesThatAreThereStays() async throws {
        try site.write("content/a.md", "---\ntitle: A\nai-image: A fox\n---\n")
        try site.write("content/draft.md", "---\ntitle: D\ndraft: true\nai-image: An owl\n---\n")
        var options = options
        options.drafts = true
        #expect(await Build(options: options).run().diagnostics.filter { $0.severity == .error } == [])
        #expect(await found(cleaner(after: 10_000)) == [])
        try site.write("content/a.md", "---\ntitle: A\nai-image: A bear\n---\n")
        let items = await cleaner(after: 10_000).find(.init()).items
        #expect(items.filter { $0.kind == .placeholder }.count == 1)
        try FileManager.default.removeItem(atPath: site.path("public"))
        #expect(await found(cleaner(after: 10_000)).contains(.state))
    }

    @Test func quarantineGoesByAge() async throws {
        try store.quarantine([1, 2, 3], note: "none")
        var rules = StoreCleaner.Rules()
        #expect(await found(cleaner(after: 40 * 86_400), rules) == [])
        rules.quarantineAge = 30
        #expect(await found(cleaner(after: 29 * 86_400), rules) == [])
        let cleaner = cleaner(after: 31 * 86_400)
        #expect(await cleaner.remove(cleaner.find(rules).items).removed.map(\.kind) == [.quarantine, .quarantine])
        #expect(try site.tree() == [:])
    }

    private var originals: StoreCleaner.Rules {
        var rules = StoreCleaner.Rules()
        rules.originals = true
        return rules
    }

    @Test func originalsGoOnlyIfNobodyNamesThem() async throws {
        let (fox, owl, stray) = try fill()
        #expect(await found(cleaner(after: 10_000)) == [.lock])
        let cleaner = cleaner(after: 10_000)
        let items = await cleaner.find(originals).items
        #expect(items.filter { $0.kind == .original } == [.init(kind: .original, path: object(stray), bytes: 5)])
        #expect(await found(self.cleaner(after: 100), originals) == [])
        _ = await cleaner.remove(items)
        #expect(!store.contains(stray) && store.contains(fox) && store.contains(owl))
        #expect(!site.exists(Self.root + "quarantine/removed-\(stray.hex)"))
        #expect(await StoreVerifier(options: options).verify(repairs: false).diagnostics == [])
    }

    /// Between looking and removing, a build has announced the picture in a manifest.
    @Test func whatIsNamedMeanwhileIsPutBack() async throws {
        let (_, _, stray) = try fill()
        let cleaner = cleaner(after: 10_000)
        let items = await cleaner.find(originals).items.filter { $0.kind == .original }
        #expect(items.count == 1)
        _ = try SiteLock.merge(
            [SlotID(source: "new.md", name: .hero): SiteLock.Entry(image: image(stray), recipe: Digest.of("new"), asked: nil, prompt: "new")],
            into: site.path("frontis.lock"), locks: site.path(".frontis/cache/v1/locks"))
        #expect(await cleaner.remove(items).removed == [])
        #expect(try store.bytes(of: stray) == Array("stray".utf8))
    }

    /// Builds that come upon pictures which are just being removed lose none.
    @Test func cleaningBesideABuildLosesNothing() async throws {
        let all = (0..<40).map { Array("picture \($0)".utf8) }
        for bytes in all { try store.put(bytes) }
        let cleaner = cleaner(after: 10_000)
        let items = await cleaner.find(originals).items.filter { $0.kind == .original }
        #expect(items.count == all.count)
        let store = store
        let isBuilt = Mutex(false)
        let building = Task.detached {
            defer { isBuilt.withLock { $0 = true } }
            for (number, bytes) in all.enumerated() {
                let recipe = Recipe(prompt: "Number \(number)", shape: .aspect(.standard))
                var manifest = RecipeManifest(recipe: recipe)
                let candidate = RecipeManifest.Candidate(
                    StoredImage(
                        Picture(digest: Digest.of(bytes), mediaType: .png, width: 64, height: 64), Making(provider: "art", dialect: "openai", model: "m", quality: nil, created: "2026-03-02T10:15:00Z", cost: nil),
                        candidate: 1))
                try store.keep(bytes, as: candidate, in: &manifest, for: recipe.key)
            }
        }
        var removed = 0
        while !isBuilt.withLock({ $0 }) {
            for item in items.shuffled() { removed += await cleaner.remove([item]).removed.count }
            // Leaves a thread to the build where there is but one.
            await Task.yield()
        }
        try await building.value
        #expect(all.filter { !store.contains(Digest.of($0)) } == [], "\(removed) removed")
        #expect(await StoreVerifier(options: options).verify(repairs: false).diagnostics == [])
    }

    @Test(arguments: [true, false]) func withoutTheWholePictureNothingPaidForGoes(_ isLock: Bool) async throws {
        let (_, _, stray) = try fill()
        let cleaner = cleaner(after: 10_000)
        let items = await cleaner.find(originals).items
        #expect(items.contains { $0.kind == .original })
        try site.write(isLock ? "frontis.lock" : Self.root + "recipes/\(Self.recipe.key.fanOut)/\(Self.recipe.key.hex).json", "{")
        let found = await cleaner.find(originals)
        #expect(!found.items.contains { $0.kind == .original })
        #expect(found.diagnostics.map(\.id) == [isLock ? .lockUnreadable : .storeUnreadable])
        let outcome = await cleaner.remove(items)
        #expect(!outcome.removed.contains { $0.kind == .original })
        #expect(outcome.diagnostics.hasErrors)
        #expect(store.contains(stray))
    }

    @Test func theReportNamesFilesAndSum() {
        let items = [StoreCleaner.Item(kind: .lock, path: "a", bytes: 0), .init(kind: .placeholder, path: "b", bytes: 1234)]
        #expect(
            StoreCleanReport(items, isDryRun: true, diagnostics: []).text() == """
                lock         a  0 B
                placeholder  b  1.2 kB

                Would remove 2 files, 1.2 kB

                """)
        #expect(StoreCleanReport([items[0]], isDryRun: false, diagnostics: []).text().hasSuffix("\nRemoved 1 file, 0 B\n"))
        #expect(StoreCleanReport([], isDryRun: false, diagnostics: []).text() == "Nothing to remove.\n")
    }

    @Test(arguments: [(0, "0 B"), (999, "999 B"), (1000, "1.0 kB"), (12_345, "12.3 kB"), (999_949, "999.9 kB"), (999_950, "1.0 MB"), (18_400_000_000, "18.4 GB")])
    func bytesAreReadable(_ bytes: Int, text: String) {
        #expect(ByteCount.text(bytes) == text)
    }
}
