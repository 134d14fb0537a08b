/// What of a site's templates decides how its pages are read.
package struct ThemeRules: Sendable, Hashable {
    /// Ids that templates give to their elements.
    package var ids: Set<String>
    package var shortcodes: Shortcodes

    package init(ids: Set<String> = [], shortcodes: Shortcodes = .none) {
        (self.ids, self.shortcodes) = (ids, shortcodes)
    }
}
