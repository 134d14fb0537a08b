package import FrontisCore

/// What a Markdown file's path says about its page.
package struct ContentPath: Sendable {
    package var kind: Page.Kind
    /// The folder, without slashes at its ends.
    package var section: String
    /// The name that the slug is made of.
    package var name: String
    package var date: PageDate?
    /// A translation's language: `pt` in `night-train.pt.md`.
    package var language: String?
    /// Whether the page owns its folder, pictures included: `posts/night-train/index.md`.
    package var isBundle: Bool
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
        section = components.joined(separator: "/")
        if kind == .page { (date, name) = Self.splitDate(name) }
    }

    private static func isLanguage(_ text: Substring) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let language = parts.first, (2...3).contains(language.count), parts.count <= 2,
            language.utf8.allSatisfy({ (0x61...0x7A).contains($0) })
        else { return false }
        return parts.count == 1 || ((2...4).contains(parts[1].count) && parts[1].allSatisfy(\.isLetter))
    }

    /// Jekyll's `2026-01-14-name`.
    private static func splitDate(_ name: String) -> (PageDate?, String) {
        guard name.utf8.count > 11, name.utf8.dropFirst(10).first == UInt8(ascii: "-"),
            let date = PageDate(String(name.prefix(10)))
        else { return (nil, name) }
        return (date, String(name.dropFirst(11)))
    }
}
