import FrontisCore

/// The slots of a site as its pages stand now, those of drafts and future posts too. Asks for nothing.
struct SiteSlots: Sendable {
    /// Sorted by id. Slots of pages with an error in them are left out: nobody knows what they will say.
    var slots: [Slot]

    static func read(in folder: SiteFolder, options: BuildOptions) async throws(Diagnostic) -> SiteSlots {
        var options = options
        options.drafts = true
        options.future = true
        options.expired = true
        let files = try await SiteFiles.find(in: folder, jobs: options.jobs)
        let source = await SiteSource.read(files, in: folder, options: options)
        let slots = await PictureStage(folder: folder, options: options) { _ in }.survey(source.wishList()).prepared?.slots ?? []
        let broken = Set(source.diagnostics.filter { $0.severity == .error }.compactMap(\.location?.path))
        return SiteSlots(slots: slots.filter { !broken.contains("content/" + $0.id.source) })
    }
}
