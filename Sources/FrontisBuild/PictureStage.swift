import FrontisCore
import FrontisImages
import FrontisStore

/// Plans and fulfils a site's pictures.
struct PictureStage: Sendable {
    struct Outcome: Sendable {
        var catalog = ImageCatalog()
        var diagnostics: [Diagnostic] = []
        var counts = BuildReport.Pictures()
        var alts = BuildReport.Alts()
        var cost = Cost(usd: 0, estimated: false)
        var isSettled = true
        var wroteLock = false
        var files: [String] { catalog.entries.values.map(\.file).sorted() }
    }

    let folder: SiteFolder
    let options: BuildOptions
    let progress: @Sendable (BuildProgress) -> Void

    func fulfil(_ source: SiteSource) async -> Outcome {
        var outcome = Outcome()
        let (slots, findings) = SlotCollector(configuration: source.configuration, references: [:]).collect(from: source.pages)
        outcome.diagnostics = findings
        let gallery = PlaceholderGallery(cache: folder.cache)
        for slot in slots {
            do {
                let entry = try gallery.entry(for: slot)
                outcome.catalog.entries[slot.id] = entry
                outcome.catalog.entries[SlotID(source: slot.id.source, name: slot.request.name)] = entry
                outcome.counts.placeholder += 1
            } catch { outcome.diagnostics.append(error) }
        }
        return outcome
    }
}
