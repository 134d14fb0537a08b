import FrontisText
import Foundation
package import FrontisCore
import FrontisStore

/// Reads everything that a store keeps, and the lock, and says what is not as it should be.
package struct StoreVerifier: Sendable {
    /// What was looked at, and what was found. Its JSON is for programs: keys are only ever added.
    package struct Report: Sendable, Codable {
        package var objects = 0
        /// Of the pictures that were read.
        package var bytes = 0
        package var recipes = 0
        package var alts = 0
        /// Entries of the lock.
        package var slots = 0
        package var ledgerLines = 0
        /// Damaged pictures that were set aside.
        package var setAside = 0
        package var diagnostics: [Finding] = []

        /// One line for a person.
        package func summary() -> String {
            let parts = [
                Plural.text(objects, "picture") + " (\(ByteCount.text(bytes)))",
                Plural.text(recipes, "recipe"), Plural.text(alts, "alt text"),
                Plural.text(slots, "slot") + " of the lock", Plural.text(ledgerLines, "ledger line"),
            ]
            var outcome = diagnostics.isEmpty ? "all is well" : Plural.text(diagnostics.count, "fault")
            if setAside > 0 { outcome += ", \(Plural.text(setAside, "damaged picture")) set aside" }
            return "\(parts.joined(separator: ", ")): \(outcome)"
        }

        package func json() throws -> String { try ReportJSON.text(self) }
    }

    private let folder: GalleryFolder
    /// As the configuration wants them.
    private let severities: [DiagnosticID: Severity]
    private let jobs: Int

    package init(folder: GalleryFolder, severities: [DiagnosticID: Severity], jobs: Int) {
        self.folder = folder
        self.severities = severities
        self.jobs = jobs
    }

    /// - Parameter repairs: moves damaged pictures into quarantine. Without it nothing is changed.
    package func verify(repairs: Bool) async -> (report: Report, diagnostics: [Diagnostic]) {
        var report = Report()
        var findings: [Diagnostic] = []
        do throws(FileError) {
            findings = try await check(&report, repairs: repairs)
        } catch {
            findings = [error.diagnostic(.storeUnreadable, in: folder.root)]
        }
        let settled = findings.settled(severities: severities)
        report.diagnostics = settled.map(Finding.init)
        return (report, settled)
    }

    private func check(_ report: inout Report, repairs: Bool) async throws(FileError) -> [Diagnostic] {
        let store = ImageStore(directory: folder.store, cache: folder.cache)
        let inventory = try StoreInventory(of: folder.store)
        let references = await PictureReferences.read(
            recipes: Array(inventory.recipes.keys), in: store, folder: folder, withPending: false, jobs: jobs)
        var findings = references.diagnostics
        findings += await pictures(in: inventory, namedBy: references, of: store, &report, repairs: repairs)
        let alts = inventory.alts.keys.sorted()
        findings += await alts.parallelMap(jobs: jobs) { key -> Diagnostic? in
            do throws(StoreError) { try StoreCheck(of: store).alt(key) } catch { return error.diagnostic }
            return nil
        }.compactMap { $0 }
        findings += inventory.misplaced.map { file in
            Diagnostic(
                .storeMisplaced, "'\(folder.shown(file.path))' stands where nothing looks for it",
                help: "move it away, or give it back its name: the digest, in the folder of its first two digits")
        }
        let ledger = try SpendLedger(store: folder.store).read()
        findings += [ledger.damage(in: folder)].compactMap { $0 }
        report.objects = inventory.objects.count
        report.bytes = inventory.objects.values.reduce(0) { $0 + $1.size }
        report.recipes = inventory.recipes.count
        report.alts = inventory.alts.count
        report.slots = references.slots
        report.ledgerLines = ledger.lines.count + ledger.damagedLines.count
        return findings
    }

    /// Damaged pictures, and those that are named and not there.
    private func pictures(
        in inventory: StoreInventory, namedBy references: PictureReferences, of store: ImageStore,
        _ report: inout Report,
        repairs: Bool
    ) async -> [Diagnostic] {
        let absent = references.owners.keys.filter { inventory.objects[$0] == nil }
        let digests = (inventory.objects.keys + absent).sorted()
        let errors = await digests.parallelMap(jobs: jobs) { digest -> StoreError? in
            do throws(StoreError) { try StoreCheck(of: store).picture(digest, repairs: repairs) } catch { return error }
            return nil
        }
        var findings: [Diagnostic] = []
        for (digest, error) in zip(digests, errors) {
            guard let error else { continue }
            let owner = references.owner(of: digest)
            // A picture that another process has set aside or removed meanwhile, and that nobody misses.
            if case .absent = error, owner == nil { continue }
            if case .damaged(_, .some) = error { report.setAside += 1 }
            var finding = error.diagnostic
            if let owner { finding.summary = "\(owner): \(finding.summary)" }
            findings.append(finding)
        }
        return findings
    }
}
