import Foundation
package import FrontisCore
import FrontisStore

/// What a site's store holds and what it cost. Reads only.
package struct StoreInfo: Sendable {
    private let options: BuildOptions
    private let folder: SiteFolder

    package init(options: BuildOptions) {
        self.options = options
        folder = SiteFolder(options)
    }

    /// - Returns: nothing where the store cannot be listed; the findings say why.
    package func read() async -> (report: StoreReport?, diagnostics: [Diagnostic]) {
        let store = ImageStore(directory: folder.store, cache: folder.cache)
        let severities = SiteSource.configuration(in: folder, options: options).0.severities
        do throws(FileError) {
            let inventory = try StoreInventory(of: folder.store)
            let references = await PictureReferences.read(
                recipes: Array(inventory.recipes.keys), in: store, folder: folder, withPending: true,
                jobs: options.jobs)
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
            report.diagnostics = settled.map(BuildReport.Finding.init)
            return (report, settled)
        } catch {
            return (nil, [error.diagnostic(.storeUnreadable, in: folder.root)])
        }
    }
}
