/// A way in which authors file their pages. A new one is a line in `all`.
package struct TaxonomyKind: Sendable, Hashable {
    /// In templates, addresses and the front matter: `tags`.
    package let name: String
    /// What a term is called: `tag`.
    package let one: String

    package static let all = [
        TaxonomyKind(name: "tags", one: "tag"), TaxonomyKind(name: "categories", one: "category"),
    ]
}
