package import FrontisCore

/// What a Markdown file's path says about its page.
package struct ContentPath: Sendable, Equatable {
    package var kind: PageHead.Kind
    /// The folder, without slashes at its ends and without `_` before a name.
    package var section: String
    /// The name that the slug is made of.
    package var name: String
    package var date: PageDate?
    /// The language that the name says: `pt` in `night-train.pt.md`.
    package var language: String?
    /// Under `content/`, the page that this one translates.
    package var original: String?
    /// Whether the page owns its folder, pictures included: `posts/night-train/index.md`.
    package var isBundle: Bool
    /// Whether it lies in Jekyll's folder of drafts, and is one unless its front matter says otherwise.
    package var isDraft: Bool
    /// The folder that relative addresses start from, with a slash at its end or empty.
    package var folder: String
    /// What tells apart what the folders above say for their pages.
    package var defaults = ""

    init(
        kind: PageHead.Kind, section: String, name: String, date: PageDate?, language: String?, original: String?,
        isBundle: Bool, isDraft: Bool, folder: String
    ) {
        (self.kind, self.section, self.name, self.date) = (kind, section, name, date)
        (self.language, self.original, self.isBundle) = (language, original, isBundle)
        (self.isDraft, self.folder) = (isDraft, folder)
    }

    /// - Parameters:
    ///   - rules: say in which languages the site is.
    ///   - isPage: whether a path under `content/` is a page.
    package init(_ source: String, by rules: ReadingRules, isPage: (String) -> Bool) {
        var components = source.split(separator: "/").map(String.init)
        let file = components.removeLast()
        folder = components.isEmpty ? "" : components.joined(separator: "/") + "/"
        let suffix = file.lastIndex(of: ".").map { String(file[$0...]) } ?? ""
        var stem = String(file.dropLast(suffix.count))
        if let dot = stem.lastIndex(of: ".") {
            let ending = stem[stem.index(after: dot)...]
            let plain = folder + stem[..<dot] + suffix
            let languages = LanguageSuffix(languages: rules.languages)
            if languages.isLanguage(ending, hasOriginal: { isPage(plain) }) {
                language = String(ending)
                // Where no page is without a language, the one in the site's own is what others translate.
                let own = folder + stem[..<dot] + "." + rules.language + suffix
                original = [plain, own].first { $0 != source && isPage($0) }
                stem = String(stem[..<dot])
            }
        }
        isBundle = stem == "index" && !components.isEmpty
        if stem == "_index" || (stem == "index" && components.isEmpty) {
            kind = components.isEmpty ? .home : .section
            name = components.last ?? ""
        } else {
            kind = .page
            name = isBundle ? components.removeLast() : stem
        }
        isDraft = components.contains("_drafts")
        section = Self.section(components.joined(separator: "/"))
        if kind == .page { (date, name) = Self.splitDate(name) }
    }

    /// Whether what the path says may depend on which other pages there are.
    static func mayTranslate(_ source: String) -> Bool {
        let name = source.utf8.lastIndex(of: UInt8(ascii: "/")).map { source.utf8[$0...] } ?? source.utf8[...]
        return name.count { $0 == UInt8(ascii: ".") } > 1
    }

    /// `_posts` is Jekyll's name for what others call `posts`: no address and no template has the `_`.
    package static func section(_ folders: String) -> String {
        let names = folders.split(separator: "/")
        guard names.contains(where: { $0.hasPrefix("_") }) else { return names.joined(separator: "/") }
        return names.map { name in name.drop { $0 == "_" } }.map { $0.isEmpty ? "_" : String($0) }.joined(
            separator: "/")
    }

    /// Jekyll's `2026-01-14-name`, also with a month or a day of one digit.
    private static func splitDate(_ name: String) -> (PageDate?, String) {
        let parts = name.split(separator: "-", maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 4, parts[0].utf8.count == 4, (1...2).contains(parts[1].utf8.count),
            (1...2).contains(parts[2].utf8.count), !parts[3].isEmpty,
            let date = PageDate(parts[..<3].joined(separator: "-"))
        else { return (nil, name) }
        return (date, String(parts[3]))
    }
}
