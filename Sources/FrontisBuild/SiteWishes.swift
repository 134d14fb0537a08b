import FrontisContent
package import FrontisCore
package import FrontisGallery
import FrontisImages

/// The pictures that a site's pages ask for as they stand now, those of drafts and future posts too: for whoever looks
/// at pictures and shows no page. Of a page no more is read than that takes, and nobody is asked for anything.
package enum SiteWishes {
    /// Whose texts are read although they name no picture: they are wanted when a picture is described.
    package enum Texts: Sendable {
        case all
        /// Sources of pages.
        case of(Set<SourceID>)
    }

    /// - Parameter withFiles: whether the site's own pictures are wanted, too, also those with their authors' words. Where
    ///   the site wants them described, they are looked for in the texts of all pages.
    package static func read(
        in folder: SiteFolder, options: BuildOptions, texts: Texts, withFiles: Bool = false
    ) async throws(Diagnostic) -> SlotDesk.Wanted {
        let files = try await SiteFiles.find(in: folder, jobs: options.jobs)
        let (configuration, findings) = SiteSource.configuration(in: folder, options: options)
        if withFiles, configuration.alt.describe == .all { return await whole(files, in: folder, options) }
        let (markup, others) = await SiteSource.divided(files.resources.map(\.path), in: folder, jobs: options.jobs)
        let sources = files.pages.map(\.path) + markup
        let wholly: Set<SourceID> =
            switch texts {
            case .all: Set(sources.map(SourceID.file))
            case .of(let pages): pages
            }
        let shortcodes = SiteShortcodes.load(Theme.load(files, configuration.theme, in: folder).theme.shortcodes)
            .shortcodes
        var read = await ContentReader(
            configuration: configuration, jobs: options.jobs, theme: ThemeRules(shortcodes: shortcodes),
            defaults: SiteSource.defaults(files, in: folder)
        )
        .readHeads(sources, wholly: wholly, load: SiteSource.load(from: folder))
        // What is not to be rendered has no picture made.
        read.heads.removeAll { !$0.isRendered }
        let wishes = PageWishes(of: read)
        return SlotDesk.Wanted(
            WishList(
                configuration: configuration, isConfigurationBroken: findings.hasErrors,
                now: options.time,
                wishes: wishes.wishes, findings: wishes.findings, files: Set(others)),
            diagnostics: findings + files.findings + read.diagnostics
                + ContentReader.conflicts(in: read.heads.map { Page($0) }))
    }

    private static func whole(_ files: SiteFiles, in folder: SiteFolder, _ options: BuildOptions) async
        -> SlotDesk.Wanted
    {
        var options = options
        options.drafts = true
        options.future = true
        options.expired = true
        let site = await Site.open(files, in: folder, options: options, plugins: [], withAuthored: true)
        return SlotDesk.Wanted(site.list, diagnostics: site.source.diagnostics)
    }

    /// The slots. Those of pages with an error in them are left out, as nobody knows what they will say; none where
    /// pages cannot be read.
    static func slots(in folder: SiteFolder, options: BuildOptions) async -> [Slot] {
        let site: SlotDesk.Wanted
        do throws(Diagnostic) { site = try await read(in: folder, options: options, texts: .of([])) } catch {
            return []
        }
        let slots = await Gallery(folder: folder.gallery, options: options.run).slots(of: site.list)
        let broken = Set(site.diagnostics.filter { $0.severity == .error }.compactMap(\.location?.path))
        return slots.filter { !broken.contains($0.id.source.location.path) }
    }
}
