import Foundation
package import FrontisCore
import Synchronization

/// Answers what a link or a picture address in a page leads to.
package struct ReferenceResolver: Sendable {
    package struct Resolution: Sendable {
        /// Within the site, without the base path and without percent-encoding; or the whole address of elsewhere, as it
        /// is written.
        package var path: String
        /// Query and fragment, as they are written.
        package var suffix = ""
        package var isInternal: Bool
        /// What is wrong with it.
        package var problem: Problem?
        /// The way out, where it is not to write another address.
        package var help: String?
        /// The local file, under `content/`.
        package var file: String?
    }

    /// Why an address does not lead where its author wants.
    package struct Problem: Sendable {
        /// Whether nothing in the site has the address.
        package var isNowhere = false
        /// What goes on behind that, or all that there is to say.
        package var words: String

        /// Of a link.
        package var text: String { isNowhere ? "leads nowhere in this site" + words : words }
        /// Of the address of a file.
        package var textOfFile: String { isNowhere ? "there is no such file" + words : words }
    }

    /// A page that is there, and that this build leaves out.
    package struct UnbuiltPage: Sendable {
        package var source: SourceID
        /// Where it would be, as in `Page.url`.
        package var address: String
        /// What goes on after the file's name: `is a draft and is not built`.
        package var why: String
        package var help: String?

        package init(source: SourceID, address: String, why: String, help: String?) {
            (self.source, self.address, self.why, self.help) = (source, address, why, help)
        }
    }

    private let pages: [Page]
    /// Gives their texts.
    package let texts: any PageTexts
    /// Indices into `pages`.
    private let byFile: [String: Int]
    private let files: Set<String>
    /// Without percent-encoding.
    private let basePath: String
    private let site: String?
    /// Addresses that answer without being a page: files, lists, feeds, aliases.
    package var otherAddresses: Set<String>
    /// Whether the output has a file at the path; nothing where that is not known yet.
    package var publishes: (@Sendable (String) -> Bool)?
    /// Ids that every page has by its templates.
    package var otherAnchors: Set<String> = []
    /// Indices into `pages`.
    private let byAddress: [String: Int]
    /// By file and by address, which begins with a slash as no path under `content/` does.
    private let unbuilt: [String: UnbuiltPage]
    private let anchors = RawAnchors()
    private let named: NamedPages
    private let suggestions: PageSuggestions

    /// - Parameters:
    ///   - site: its own address, with a slash at its end.
    ///   - unbuilt: pages that links may mean although they are not among `pages`.
    package init(
        pages: [Page], files: Set<String>, basePath: String, site: String? = nil, otherAddresses: Set<String> = [],
        unbuilt: [UnbuiltPage] = [], texts: any PageTexts = TextsOfPages()
    ) {
        self.pages = pages
        self.texts = texts
        self.site = site
        byFile = Dictionary(
            pages.enumerated().compactMap { page in page.element.source.file.map { ($0, page.offset) } },
            uniquingKeysWith: { first, _ in first })
        byAddress = Dictionary(
            pages.enumerated().map { ($0.element.url, $0.offset) }, uniquingKeysWith: { first, _ in first })
        self.unbuilt = Dictionary(
            unbuilt.flatMap { [($0.source.text, $0), ($0.address, $0)] }, uniquingKeysWith: { first, _ in first })
        suggestions = PageSuggestions(pages.compactMap(\.source.file))
        named = NamedPages(byFile)
        self.files = files
        self.basePath = Self.decoded(basePath[...])
        self.otherAddresses = otherAddresses
    }

    /// Adds all that decides where an address leads, but for what the page itself has beside it and what the output has.
    package func say(into said: inout PackedWriter) {
        said.add(pages) { said, page in
            said.add(page.source.text)
            said.add(page.url)
            said.add(page.kind.rawValue)
        }
        for texts in [files, otherAddresses, otherAnchors] { said.add(texts.sorted()) { $0.add($1) } }
        said.add(unbuilt) { said, page in
            said.add(page.source.text)
            for text in [page.address, page.why] { said.add(text) }
            said.add(page.help)
        }
        said.add(basePath)
        said.add(site)
    }

    /// - Parameter explains: whether the problem says what was meant, and anchors are looked for. That takes all of the
    ///   other pages and all of the target, so it is for whoever reports problems.
    package func resolve(_ address: String, from page: Page, explains: Bool = false) -> Resolution {
        if Reference.isElsewhere(address) {
            // Whoever writes the whole address wants it shown; that it leads somewhere is checked all the same.
            let found = Reference.path(of: address, in: site).map { path in
                let (path, suffix) = Self.split(path)
                return resolveInSite(path, suffix: suffix, from: page, explains: explains)
            }
            return Resolution(path: address, isInternal: false, problem: found?.problem, help: found?.help)
        }
        var (path, suffix) = Self.split(address)
        if path.isEmpty {
            return Resolution(
                path: page.url, suffix: suffix, isInternal: true,
                problem: explains ? missingAnchor(suffix, in: page) : nil)
        }
        if let name = NamedPage.name(in: path) { return resolve(named: String(name), suffix, from: page, explains) }
        // Zola's way of saying `content/`.
        if path.hasPrefix("@/") { path.removeFirst() }
        let folder = page.source.folder
        let inContent = Reference.folded(path.hasPrefix("/") ? path : folder + path)
        if let target = inContent.flatMap({ byFile[$0] }).map({ pages[$0] }) {
            return Resolution(
                path: target.url, suffix: suffix, isInternal: true,
                problem: explains ? missingAnchor(suffix, in: target) : nil)
        }
        if let meant = inContent.flatMap({ unbuilt[$0] }) { return Self.resolution(to: meant, suffix: suffix) }
        if path.hasSuffix(".md") || path.hasSuffix(".markdown") {
            let clause = inContent.flatMap { explains ? suggestions.clause(for: $0, written: path, in: page) : nil }
            let problem = inContent.map { "there is no content/\($0)" } ?? "leaves content/"
            return Resolution(
                path: path, suffix: suffix, isInternal: true, problem: Problem(words: problem + (clause ?? "")))
        }
        if !path.hasPrefix("/"), let file = inContent.flatMap(files.spelling) ?? companion(path, of: page) {
            return Resolution(
                path: publishedAddress(of: file, shownBy: page), suffix: suffix, isInternal: true, file: file)
        }
        var resolution = resolveInSite(path, suffix: suffix, from: page, explains: explains)
        if explains, resolution.problem != nil, let meant = file(calledAllOf: address, from: folder) {
            resolution.problem?.words += "; a '#', '?' or '%' in a name is encoded: '\(meant)'"
        }
        return resolution
    }

    /// A page that is named by its file, see `NamedPage`.
    private func resolve(named name: String, _ suffix: String, from page: Page, _ explains: Bool) -> Resolution {
        if name.isEmpty { return resolve(suffix, from: page, explains: explains) }
        switch named.file(of: name, in: page.source.folder) {
        case .one(let file):
            // With a slash, as it is no path beside the page.
            return resolve("/" + Addresses.encoded(path: file) + suffix, from: page, explains: explains)
        case .several(let files):
            let listed = files.prefix(3).map { "content/\($0)" }.joined(separator: ", ")
            return Resolution(
                path: page.url, suffix: suffix, isInternal: true,
                problem: Problem(words: "'\(name)' may be any of \(files.count) pages: \(listed)"))
        case .none:
            if let meant = named.candidates(name, in: page.source.folder).lazy.compactMap({ unbuilt[$0] }).first {
                return Self.resolution(to: meant, suffix: suffix)
            }
            return Resolution(
                path: page.url, suffix: suffix, isInternal: true,
                problem: Problem(words: "no page of this site is called '\(name)'"))
        }
    }

    /// A file in the folder that is called after the page's own file, where that folder is no page's.
    private func companion(_ path: String, of page: Page) -> String? {
        guard let own = page.companionFolder, let file = Reference.folded(own + path).flatMap(files.spelling),
            page.resources.values.contains(file)
        else { return nil }
        return file
    }

    /// The address of a file whose name holds what begins a query or a fragment.
    private func file(calledAllOf address: String, from folder: Substring) -> String? {
        guard address.contains(where: { "#?%".contains($0) }), !address.hasPrefix("/"),
            let path = Reference.folded(folder + address), files.contains(path)
        else { return nil }
        return Addresses.encoded(path: address)
    }

    /// The path without percent-encoding, and query and fragment.
    private static func split(_ address: String) -> (path: String, suffix: String) {
        let end = address.utf8.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? address.endIndex
        return (decoded(address[..<end]), String(address[end...]))
    }

    private func resolveInSite(
        _ path: String, suffix: String, from page: Page, explains: Bool
    ) -> Resolution {
        var target = path
        if !path.hasPrefix("/") {
            // Browsers start from the page's own folder.
            target = "/" + Reference.clamped(Self.folder(of: page.url) + path) + (path.hasSuffix("/") ? "/" : "")
            if target == "//" { target = "/" }
        } else if !basePath.isEmpty, path.hasPrefix(basePath + "/"), !isKnown(path) {
            target = String(path.dropFirst(basePath.count))
        }
        if !isKnown(target), isKnown(target + "/") { target += "/" }
        guard isKnown(target) else {
            if let meant = unbuilt[target] ?? unbuilt[target + "/"] {
                return Self.resolution(to: meant, suffix: suffix)
            }
            return Resolution(
                path: target, suffix: suffix, isInternal: true, problem: Problem(isNowhere: true, words: ""))
        }
        // A list's anchors are its template's.
        guard explains, let found = byAddress[target], pages[found].kind == .page else {
            return Resolution(path: target, suffix: suffix, isInternal: true)
        }
        return Resolution(
            path: target, suffix: suffix, isInternal: true, problem: missingAnchor(suffix, in: pages[found]))
    }

    private static func resolution(to page: UnbuiltPage, suffix: String) -> Resolution {
        Resolution(
            path: page.address, suffix: suffix, isInternal: true,
            problem: Problem(words: "\(page.source.location.path) \(page.why)"),
            help: page.help)
    }

    private func isKnown(_ address: String) -> Bool {
        if byAddress[address] != nil || otherAddresses.contains(address) { return true }
        guard let publishes, address.hasPrefix("/") else { return false }
        let path = String(address.dropFirst())
        return publishes(path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path)
    }

    /// Beside the page that shows it where it belongs to that page's folder, else at its path under `content/`.
    package func publishedAddress(of file: String, shownBy page: Page) -> String {
        guard let name = page.resources.first(where: { $0.value == file })?.key else { return "/" + file }
        return Self.folder(of: page.url) + name
    }

    /// The address's folder, with a slash at its end.
    package static func folder(of address: String) -> String {
        guard let slash = address.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "/" }
        return String(address[...slash])
    }

    /// Without percent-encoding; as it is where that is broken.
    private static func decoded(_ written: Substring) -> String {
        let written = String(written)
        guard written.utf8.contains(UInt8(ascii: "%")) else { return written }
        return written.removingPercentEncoding ?? written
    }

    private func missingAnchor(_ suffix: String, in page: Page) -> Problem? {
        guard let mark = suffix.firstIndex(of: "#") else { return nil }
        let anchor = Self.decoded(suffix[suffix.index(after: mark)...])
        // `#top` is every page's; `#/route`, `#!x` and `#:~:text=` are for scripts and browsers.
        guard let first = anchor.first, anchor.lowercased() != "top", first != "/", first != "!",
            !anchor.hasPrefix(":~:"), !otherAnchors.contains(anchor),
            anchor != page.body.titleID, !page.body.headings.contains(where: { $0.id == anchor }),
            !anchors.has(anchor, in: page, texts)
        else { return nil }
        let clause = Suggestion.clause(for: anchor, among: page.body.headings.map(\.id) + otherAnchors.sorted())
        return Problem(words: "\(page.source.location.path) has no anchor '\(anchor)'\(clause)")
    }
}

/// The ids that pages have in raw HTML, each page read once: each of its links may lead to one.
private final class RawAnchors: Sendable {
    private let known = Mutex<[SourceID: Set<Substring>]>([:])

    func has(_ anchor: String, in page: Page, _ texts: any PageTexts) -> Bool {
        let source = page.source
        if let anchors = known.withLock({ $0[source] }) { return anchors.contains(anchor[...]) }
        var anchors: Set<Substring> = []
        let html = texts.html(of: page.body)
        for mark in ["id=\"", "id='", "name=\"", "name='"] {
            for part in html.split(separator: mark).dropFirst() {
                anchors.insert(part.prefix { $0 != "\"" && $0 != "'" })
            }
        }
        known.withLock { $0[source] = anchors }
        return anchors.contains(anchor[...])
    }
}
