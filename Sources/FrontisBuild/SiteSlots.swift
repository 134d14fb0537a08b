import Foundation
import FrontisCore
import FrontisImages
import FrontisStore

/// The slots of a site as its pages stand now, those of drafts and future posts too. Asks for nothing.
struct SiteSlots: Sendable {
    /// Sorted by id. Slots of pages with an error in them are left out: nobody knows what they will say.
    var slots: [Slot]

    static func read(in folder: SiteFolder, options: BuildOptions) async throws(Diagnostic) -> SiteSlots {
        var options = options
        options.drafts = true
        options.future = true
        let files = try await SiteFiles.find(in: folder, jobs: options.jobs)
        let source = await SiteSource.read(files, in: folder, options: options)
        guard !source.isConfigurationBroken else { return SiteSlots(slots: []) }
        var references: [String: Digest] = [:]
        for path in SlotCollector.referencePaths(of: source.pages, configuration: source.configuration) {
            // A slot whose reference cannot be read is left out by the collector.
            if let bytes = try? FileContents.read(folder.root + "/" + path) { references[path] = Digest.of(bytes) }
        }
        let collector = SlotCollector(configuration: source.configuration, references: references)
        let broken = Set(source.diagnostics.filter { $0.severity == .error }.compactMap(\.location?.path))
        let slots = collector.collect(from: source.pages).slots
        return SiteSlots(slots: slots.filter { !broken.contains("content/" + $0.id.source) })
    }
}
