/// A way in which authors file their pages: tags, categories, and what a site's `taxonomies` names.
public struct TaxonomyKind: Sendable, Hashable {
    /// In templates and the front matter: `tags`. Also the folder under `content/` that holds what is written about its
    /// terms.
    public let name: String
    /// What a term is called: `tag`.
    public let one: String
    /// What its addresses begin with, below the site's root: `tags/`.
    public let path: String
    /// Whether a term's pages are read one after another, from the first to the last, as those of a series are.
    public let isOrdered: Bool

    /// - Parameters:
    ///   - one: nothing for the name without its plural's ending.
    ///   - path: nothing for the name.
    public init(_ name: String, one: String? = nil, path: String? = nil, isOrdered: Bool = false) {
        (self.name, self.isOrdered) = (name, isOrdered)
        self.one = one ?? Self.singular(of: name)
        self.path = path ?? name + "/"
    }

    /// Those that every site has unless it says otherwise, in the order in which they are shown.
    public static let standard = [TaxonomyKind("tags"), TaxonomyKind("categories")]

    package static func isStandard(_ name: String) -> Bool { standard.contains { $0.name == name } }

    /// `Series` for `series`: what a list of all its terms is called where nobody says otherwise.
    public var title: String {
        let words = name.split { $0 == "-" || $0 == "_" }.joined(separator: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    /// By the rule for most English words; `series` and `news` are their own.
    private static func singular(of name: String) -> String {
        if ["series", "species", "news"].contains(name) { return name }
        if name.hasSuffix("ies") { return name.dropLast(3) + "y" }
        let isPlural = name.hasSuffix("s") && !["ss", "us", "is"].contains { name.hasSuffix($0) }
        return isPlural ? String(name.dropLast()) : name
    }
}
