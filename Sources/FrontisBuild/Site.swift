import FrontisGallery
import FrontisContent
package import FrontisCore
import FrontisImages
import FrontisRender
import FrontisStore

/// A site that is opened: its files are found, its pages read and worked on by plug-ins, and it is decided which
/// picture each place shows. Whoever plans or builds works on this value, so that they see the same.
///
/// Those who only choose among pictures need less, see `SiteWishes`.
package struct Site: Sendable {
    let folder: SiteFolder
    let files: SiteFiles
    let theme: Theme
    let plugins: [any Plugin]
    let source: SiteSource
    /// Of pages and files; addresses of other things are unknown to it.
    let resolver: ReferenceResolver
    let shown: ShownPictures
    /// The site's own pictures that want an alt text.
    let localPictures: [LocalPicture]
    /// What is wrong with configuration, files, templates' files and pages.
    let diagnostics: [Diagnostic]

    var configuration: SiteConfiguration { source.configuration }

    /// What the pages ask for, as their authors wrote it.
    var list: WishList {
        WishList(
            configuration: configuration, isConfigurationBroken: source.isConfigurationBroken, now: source.now,
            wishes: source.wishes.wishes, findings: source.wishes.findings, localPictures: localPictures,
            files: source.files)
    }

    /// Of this build, sorted by source.
    package var pages: [Page] { source.pages }

    /// The pictures that they ask for, each in the slot that it is for.
    package var wishes: [Wish] { source.wishes.wishes }

    /// What is wrong with configuration, files, pages and what they ask for, as it is to be shown. Whoever renders has
    /// the templates' findings to add.
    package var findings: [Diagnostic] {
        (source.diagnostics + source.wishes.findings).settled(severities: configuration.severities)
    }

    /// Finds the files and opens the site that the command line names: for whoever looks at its pages and writes nothing.
    ///
    /// - Throws: a diagnostic where there is no site, or a folder of it cannot be read.
    package static func open(_ options: BuildOptions, plugins: [any Plugin]) async throws(Diagnostic) -> Site {
        let folder = SiteFolder(options)
        let files = try await SiteFiles.find(in: folder, jobs: options.jobs)
        return await open(files, in: folder, options: options, plugins: plugins)
    }

    /// - Parameters:
    ///   - withAuthored: whether the site's own pictures that have their authors' words are among `localPictures`, too.
    ///   - earlier: what was read before, of a site that is to be opened again: see `refreshed`.
    ///   - texts: where the pages' texts are put away; nothing where they have them with them.
    static func open(
        _ files: SiteFiles, in folder: SiteFolder, options: BuildOptions, plugins: [any Plugin],
        withAuthored: Bool = false, after earlier: SiteReading? = nil, texts: TextStore? = nil
    ) async -> Site {
        let configured = SiteSource.configuration(in: folder, options: options)
        let (theme, themeFindings) = Theme.load(files, configured.0.theme, in: folder)
        let (shortcodes, shortcodeFindings) = SiteShortcodes.load(theme.shortcodes)
        let source = await SiteSource.read(
            files, in: folder, options: options, configured: configured, plugins: plugins,
            theme: ThemeRules(ids: theme.ids, shortcodes: shortcodes), after: earlier, texts: texts)
        let resolver = ReferenceResolver(
            pages: source.pages, files: source.files, basePath: source.configuration.basePath,
            site: source.configuration.url, unbuilt: source.unbuilt, texts: source.texts)
        let shown = ShownPictures(source, resolver)
        let localPictures = await LocalPictureFinder.find(
            in: source, shown, folder: folder, withAuthored: withAuthored, jobs: options.jobs)
        return Site(
            folder: folder, files: files, theme: theme, plugins: plugins, source: source, resolver: resolver,
            shown: shown, localPictures: localPictures,
            diagnostics: themeFindings + shortcodeFindings + source.diagnostics)
    }

    /// The site as it is now: as if it were opened anew, but that pages whose files are as they were are not read.
    ///
    /// - Parameter files: as they are now.
    func refreshed(_ files: SiteFiles, options: BuildOptions) async -> Site {
        await Site.open(
            files, in: folder, options: options, plugins: plugins, after: source.reading ?? SiteReading(),
            texts: source.store)
    }
}
