import Foundation
package import FrontisCore
import FrontisStore

/// What a site's store holds and what it cost. Reads only.
package struct StoreInfo: Sendable {
    private let folder: GalleryFolder
    /// As the configuration wants them.
    private let severities: [DiagnosticID: Severity]
    private let jobs: Int

    package init(folder: GalleryFolder, severities: [DiagnosticID: Severity], jobs: Int) {
        self.folder = folder
        self.severities = severities
        self.jobs = jobs
    }

    /// - Returns: nothing where the store cannot be listed; the findings say why.
    package func read() async -> (report: StoreReport?, diagnostics: [Diagnostic]) {
        let store = ImageStore(directory: folder.store, cache: folder.cache)
        do throws(FileError) {
            let inventory = try StoreInventory(of: folder.store)
            let references = await PictureReferences.read(
                recipes: Array(inventory.recipes.keys), in: store, folder: folder, withPending: true,
                jobs: jobs)
            let ledger = try SpendLedger(store: folder.store).read()
            var report = StoreReport()
            report.objects = .init(inventory.objects.values)
            report.recipes = .init(inventory.recipes.values)
            report.alts = .init(inventory.alts.values)
            report.quarantine = .init(inventory.quarantine)
            report.cache = .init(try StoredFile.all(below: folder.cache))
            if references.isComplete {
                let strays = inventory.objects.filter { references.owners[$0.key] == nil }
                report.unreferenced = .init(strays.values)
            }
            report.money = .init(SpendLedger.calls(of: ledger.lines))
            let findings = references.diagnostics + [ledger.damage(in: folder)].compactMap { $0 }
            let settled = findings.settled(severities: severities)
            report.diagnostics = settled.map(Finding.init)
            return (report, settled)
        } catch {
            return (nil, [error.diagnostic(.storeUnreadable, in: folder.root)])
        }
    }
}
