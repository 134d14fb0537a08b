package import FrontisCore

/// What a Markdown file's path says about its page.
package struct ContentPath: Sendable {
    package var kind: Page.Kind
    /// The folder, without slashes at its ends and without `_` before a name.
    package var section: String
    /// The name that the slug is made of.
    package var name: String
    package var date: PageDate?
    /// A translation's language: `pt` in `night-train.pt.md`.
    package var language: String?
    /// Whether the page owns its folder, pictures included: `posts/night-train/index.md`.
    package var isBundle: Bool
    /// Whether it lies in Jekyll's folder of drafts, and is one unless its front matter says otherwise.
    package var isDraft: Bool
    /// The folder that relative addresses start from, with a slash at its end or empty.
    package var folder: String

    /// - Parameter isOriginal: whether a path exists that this one could translate.
    package init(_ source: String, isOriginal: (String) -> Bool) {
        var components = source.split(separator: "/").map(String.init)
        let file = components.removeLast()
        folder = components.isEmpty ? "" : components.joined(separator: "/") + "/"
        let suffix = file.lastIndex(of: ".").map { String(file[$0...]) } ?? ""
        var stem = String(file.dropLast(suffix.count))
        if let dot = stem.lastIndex(of: "."), Self.isLanguage(stem[stem.index(after: dot)...]),
            isOriginal(folder + stem[..<dot] + suffix)
        {
            language = String(stem[stem.index(after: dot)...])
            stem = String(stem[..<dot])
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

    /// `_posts` is Jekyll's name for what others call `posts`: no address and no template has the `_`.
    package static func section(_ folders: String) -> String {
        let names = folders.split(separator: "/")
        guard names.contains(where: { $0.hasPrefix("_") }) else { return names.joined(separator: "/") }
        return names.map { name in name.drop { $0 == "_" } }.map { $0.isEmpty ? "_" : String($0) }.joined(
            separator: "/")
    }

    private static func isLanguage(_ text: Substring) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let language = parts.first, (2...3).contains(language.count), parts.count <= 2,
            language.utf8.allSatisfy({ (0x61...0x7A).contains($0) })
        else { return false }
        return parts.count == 1 || ((2...4).contains(parts[1].count) && parts[1].allSatisfy(\.isLetter))
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
