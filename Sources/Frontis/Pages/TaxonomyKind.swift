/// A way in which authors file their pages. A new one is a line in `all`.
public struct TaxonomyKind: Sendable, Hashable {
    /// In templates, addresses and the front matter: `tags`.
    public let name: String
    /// What a term is called: `tag`.
    public let one: String

    /// Those that every site has, in the order in which they are shown.
    public static let all = [
        TaxonomyKind(name: "tags", one: "tag"), TaxonomyKind(name: "categories", one: "category"),
    ]
}
