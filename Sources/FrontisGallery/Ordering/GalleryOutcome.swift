package import FrontisCore
import FrontisImages

/// What has come of a visit to the gallery.
package struct GalleryOutcome: Sendable {
    package var plan = ImagePlan(entries: [])
    package var catalog = ImageCatalog()
    package var diagnostics: [Diagnostic] = []
    package var counts = PictureCounts()
    package var alts = AltCounts()
    package var cost = Cost(usd: 0, estimated: false)
    /// Whether the same would come out again: no stand-in waits for a real picture, no alt text is missing.
    package var isSettled = true
    package var wroteLock = false

    /// Reference pictures and the cards' font, absolute.
    var references: [String] = []

    /// The files behind the pictures, absolute.
    package var files: [String] {
        Set(catalog.entries.values.flatMap { [$0.file, $0.dark?.file].compactMap(\.self) } + references).sorted()
    }

    /// Takes in what was made, and found or written of the site's own pictures.
    ///
    /// - Parameter stays: whether a drawing of that provider waits for no other picture.
    mutating func add(_ made: Fulfilment, _ local: LocalAlts, where stays: (String?) -> Bool) {
        catalog = made.catalog
        catalog.localAlts = local.alts
        diagnostics += made.diagnostics + local.diagnostics
        // Prompts that could not be written are in no plan.
        let unwritten = counts.failed
        counts = made.counts
        counts.failed += unwritten
        let attested = made.catalog.entries.values.compactMap(\.provenance).filter { $0.credential != nil }
        counts.credentials = Set(attested.map(\.digest)).count
        alts.kept = made.alts.kept + local.kept
        alts.made = made.alts.made + local.made
        cost = local.cost ?? made.cost
        isSettled =
            counts.failed == 0 && local.isComplete
            && !made.catalog.entries.values.contains { $0.alts.values.contains { $0.source == .missing } }
            && !plan.entries.contains { $0.action == .placeholder && !stays($0.provider) }
    }
}
