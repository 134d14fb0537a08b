import FrontisGallery
import Foundation
import FrontisContent
package import FrontisCore
import FrontisRender
import FrontisStore

/// A site as it was read: the configuration, and the pages that this build is about.
package struct SiteSource: Sendable {
    var configuration: SiteConfiguration
    var pages: [Page]
    /// Paths under `content/` of files that are no pages.
    var files: Set<String>
    var now: PageDate
    /// When the next page appears or expires.
    var nextChange: PageDate?
    var diagnostics: [Diagnostic]
    /// What is wrong with the configuration, and with what the command line says over it.
    var configurationFindings: [Diagnostic]
    /// Paths under `static/`.
    var staticFiles: Set<String> = []
    /// What the files under `data/` say, and what tells it from another one.
    var data: [String: ParamValue] = [:]
    var dataDigest = ""
    /// What it took to read the pages.
    var work = BuildReport.Work()
    /// How many pages are not in `pages`, and why.
    var leftOut = BuildReport.LeftOut()
    /// Those pages, for links that lead to them.
    var unbuilt: [ReferenceResolver.UnbuiltPage] = []
    /// Folders whose own page is not to be rendered.
    var sectionsWithoutPage: Set<String> = []

    /// What the pages ask for, as their authors wrote it: no plug-in can order a picture.
    var wishes = PageWishes()
    /// Whether the configuration could not be understood, so that nothing should be asked of anyone.
    var isConfigurationBroken: Bool { configurationFindings.hasErrors }

    /// Of each of `pages`, with all that plug-ins have made of it; nothing for a page that may be another one the next time.
    var fingerprints: [Fingerprint?] = []
    /// The same without their texts.
    var records: [Fingerprint?] = []
    /// For opening the site again; only where somebody wants that.
    var reading: SiteReading?
    /// Where the pages' texts were put away; nothing where they have them with them.
    var store: TextStore?
    /// Gives the pages' texts.
    var texts: any PageTexts { store ?? TextsOfPages() }

    /// All that has a picture: the pages, and what stands for `site.image`.
    var pagesWithPictures: [Page] { configuration.imagePage.map { pages + [$0] } ?? pages }

    package static func configuration(in folder: SiteFolder, options: BuildOptions) -> (SiteConfiguration, [Diagnostic])
    {
        var configuration = SiteConfiguration()
        var diagnostics: [Diagnostic] = []
        do throws(FileError) {
            let bytes = try FileContents.read(folder.configuration)
            if let text = String(validating: bytes, as: UTF8.self) {
                (configuration, diagnostics) = ConfigurationReader.read(text)
            } else {
                diagnostics.append(
                    Diagnostic(.fileEncoding, "file is not UTF-8", at: SourceLocation(path: SiteConfiguration.path)))
            }
            configuration.digest = Digest.of(bytes).hex
        } catch {
            if !error.isAbsent {
                diagnostics.append(Diagnostic(.fileUnreadable, error.relative(to: folder.root).description))
            }
        }
        if let budget = options.budget {
            configuration.images.budget = budget
            configuration.images.budgetLocation = nil
        }
        configuration.images.budget = max(.zero, configuration.images.budget - options.spent)
        if let baseURL = options.baseURL {
            configuration.digest += " " + baseURL
            configuration.url = ConfigurationReader.siteURL(baseURL)
            if configuration.url == nil {
                let shown = AddressText.withoutUser(baseURL)
                let fault = shown == baseURL ? "is not an absolute web address" : "names a user, which pages would show"
                diagnostics.append(Diagnostic(.configurationValue, "--base-url '\(shown)' \(fault)"))
            }
        }
        return (configuration, diagnostics)
    }

    /// Reads the site and has plug-ins work on its pages, so that whoever plans, chooses or builds sees the same ones.
    ///
    /// - Parameters:
    ///   - configured: what `configuration` gives.
    ///   - theme: what of the templates decides how pages are read.
    ///   - earlier: what was read before, of a site that is opened more than once.
    static func read(
        _ files: SiteFiles, in folder: SiteFolder, options: BuildOptions,
        configured: (configuration: SiteConfiguration, findings: [Diagnostic]),
        plugins: [any Plugin] = Plugins.all,
        theme: ThemeRules = ThemeRules(), after earlier: SiteReading? = nil, texts: TextStore? = nil
    ) async -> SiteSource {
        let began = FileStamp.now
        let (configuration, findings) = configured
        let rules = SiteReading.Rules(
            ReadingRules(configuration, theme: theme), SiteFacts(configuration), plugins)
        let known = await earlier?.known(files, by: rules, texts: texts, jobs: options.jobs)
        let defaults = defaults(files, in: folder)
        let kept = KeptMarkup(cache: folder.cache, jobs: options.jobs)
        let reader = ContentReader(
            configuration: configuration, jobs: options.jobs, theme: theme, defaults: defaults, highlight: kept.html,
            math: kept.math)
        let (markup, others) = await divided(
            files.resources.map(\.path), in: folder, jobs: options.jobs, known: known)
        var content = await reader.read(
            files.pages.map(\.path) + markup, others: others, earlier: known?.pages, load: load(from: folder))
        let now = options.time
        var source = SiteSource(
            configuration: configuration, pages: [], files: content.files, now: now,
            diagnostics: findings + files.findings + content.diagnostics, configurationFindings: findings,
            staticFiles: Set(files.staticFiles.map(\.path)), work: BuildReport.Work(content.work))
        source.store = texts
        source.readData(files, in: folder)
        for page in content.pages { source.take(page, options) }
        source.wishes = PageWishes(of: source.pages)
        let worked = await PageWork(plugins, PluginContext(source), texts: texts).done(
            on: source.pages, known: content.read, jobs: options.jobs)
        source.pages = worked.pages
        (source.fingerprints, source.records) = (worked.fingerprints, worked.records)
        source.diagnostics += worked.diagnostics
        if var read = content.read {
            content.read = nil
            read.take(worked.entries)
            source.reading = SiteReading(files, rules: rules, pages: read, began: began)
        }
        source.diagnostics += ContentReader.conflicts(in: source.pages)
        if configuration.url == nil, !source.pages.isEmpty, !source.isConfigurationBroken {
            source.diagnostics.append(
                Diagnostic(
                    .siteURLMissing,
                    "site.url is not set, so feeds and the sitemap point at \(SiteConfiguration.unsetURL)",
                    at: SourceLocation(path: SiteConfiguration.path),
                    help: "add to \(SiteConfiguration.path): site: { url: https://example.org/ }"))
        }
        return source
    }

    /// What folders say for their pages.
    static func defaults(_ files: SiteFiles, in folder: SiteFolder) -> FolderDefaults {
        FolderDefaults(among: (files.pages + files.resources).map(\.path), load: load(from: folder)) {
            Digest.of($0).hex
        }
    }

    private mutating func readData(_ files: SiteFiles, in folder: SiteFolder) {
        guard !files.data.isEmpty else { return }
        var digests = ""
        let data = SiteData(files.data.map(\.path)) { (path) throws(Diagnostic) in
            do throws(FileError) {
                let bytes = try FileContents.read(folder.data + "/" + path)
                digests += "\(path) \(Digest.of(bytes).hex)\n"
                return bytes
            } catch {
                throw Diagnostic(
                    .fileUnreadable, error.relative(to: folder.root).description,
                    at: SourceLocation(path: "data/" + path))
            }
        }
        (self.data, dataDigest) = (data.values, Digest.of(digests).hex)
        diagnostics += data.findings
    }

    static func load(from folder: SiteFolder) -> ContentReader.Load {
        { (path) throws(Diagnostic) in
            do throws(FileError) {
                return try FileContents.read(folder.content + "/" + path)
            } catch {
                throw Diagnostic(
                    .fileUnreadable, error.relative(to: folder.root).description,
                    at: SourceLocation(path: SourceID.sitePath(of: path)), help: error.help)
            }
        }
    }

    /// Takes a page in, or counts it among those that this build is not about.
    private mutating func take(_ page: Page, _ options: BuildOptions) {
        func leaveOut(_ why: String, _ help: String? = nil, link: String, _ wayOut: String) {
            diagnostics.append(Diagnostic(.pageLeftOut, "left out: \(why)", at: page.location, help: help))
            unbuilt.append(.init(source: page.source, address: page.url, why: link, help: wayOut))
        }
        if page.isDraft, !options.drafts {
            leftOut.drafts += 1
            return leaveOut(
                "a draft", "--drafts builds it", link: "is a draft and is not built",
                "publish it (draft: false), take the link out, or build drafts too: frontis build --drafts")
        }
        // An event may lie ahead of its announcement.
        if let date = page.publication ?? page.date, date > now {
            nextChange = min(nextChange ?? date, date)
            if !options.future {
                leftOut.future += 1
                return leaveOut(
                    "published on \(date.day8601)", "--future builds it",
                    link: "is published on \(date.day8601) and is not built yet",
                    "link to it from then on, or build what lies ahead too: frontis build --future")
            }
        }
        if let expiry = page.expiry, !options.expired || expiry >= now {
            if expiry < now {
                leftOut.expired += 1
                return leaveOut(
                    "expired on \(expiry.day8601)", "--expired builds it",
                    link: "expired on \(expiry.day8601) and is not built",
                    "take the link out, or build what has expired too: frontis build --expired")
            }
            nextChange = min(nextChange ?? expiry, expiry)
        }
        guard page.isRendered else {
            if page.kind == .section { sectionsWithoutPage.insert(page.section) }
            leftOut.unrendered += 1
            return leaveOut(
                "not to be rendered", link: "is not to be rendered and has no address",
                "take the link out, or render the page: render: true")
        }
        pages.append(page)
    }

    /// Those of `pages` that nobody would see yet, or any more, were they not asked for.
    var unpublished: [BuildReport.Unpublished] {
        pages.compactMap { page in
            let why: String? =
                if page.isDraft {
                    "draft"
                } else if let date = page.publication ?? page.date, date > now {
                    "future"
                } else if let expiry = page.expiry, expiry < now {
                    "expired"
                } else {
                    nil
                }
            guard let why, let path = SitePath(urlPath: page.url) else { return nil }
            return BuildReport.Unpublished(path: path.text, why: why)
        }
    }

    /// Files in HTML that are pages, as they begin with front matter, and all others.
    ///
    /// - Parameter known: pages that were read before, and files that are as they were then.
    static func divided(
        _ files: [String], in folder: SiteFolder, jobs: Int, known: (pages: ReadPages, files: Set<String>)? = nil
    ) async -> (pages: [String], others: [String]) {
        let files = files.filter { !FolderDefaults.isOne($0) }
        guard files.contains(where: ContentReader.mayBePage) else { return ([], files) }
        let arePages = await files.parallelMap(jobs: jobs) { file in
            if let known, known.files.contains(file) { return known.pages.has(file) }
            guard ContentReader.mayBePage(file),
                // One that cannot be read is found when it is copied.
                let bytes = try? FileContents.beginning(of: folder.content + "/" + file, count: 80)
            else { return false }
            return ContentReader.beginsWithFrontMatter(bytes)
        }
        let divided = zip(files, arePages)
        return (divided.filter(\.1).map(\.0), divided.filter { !$0.1 }.map(\.0))
    }
}
