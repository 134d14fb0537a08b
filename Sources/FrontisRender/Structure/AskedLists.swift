/// The lists of other pages that a template asks for, besides the one that it is given.
struct AskedLists: Sendable {
    /// Names of collections.
    var collections: [String]
    /// Whether it shows what is related to its own page.
    var related = false
    /// Whether it may look at any page at all: at those of sections, or at what is related to a page of a list.
    var anyPage = false

    /// - Parameter mentioned: by the template and all that it includes.
    init(_ mentioned: MentionedNames, of collections: Collections) {
        self.collections = collections.names(among: mentioned.readsAllCollections ? nil : mentioned.collections)
        related = mentioned.relatedCount > 0 || mentioned.names.contains("has-related")
        anyPage = mentioned.readsSectionPages || mentioned.relatedCount > 1 || (related && !self.collections.isEmpty)
    }
}
