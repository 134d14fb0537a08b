/// An entry of a menu as `frontis.yaml` has it.
package struct MenuEntry: Sendable, Hashable {
    /// Where an entry leads.
    package enum Target: Sendable, Hashable {
        /// To what is written about under `content/`: `about.md`, or a folder with a list.
        case content(String)
        /// To a path within the site, `/about/`, or to another site.
        case address(String)
        /// Nowhere: a heading over others.
        case nowhere
    }

    /// Nothing for the title of what it leads to.
    package var title: String?
    package var target: Target
    /// Lighter ones come first; entries without one come last, as they are written.
    package var weight: Int?
    /// What another entry calls it, to be below it; nothing for its title.
    package var identifier: String?
    /// The entry that this one is below.
    package var parent: String?
    package var children: [MenuEntry] = []
    package var location: SourceLocation
    /// The line that it stands on, for findings.
    package var sourceLine: String?

    package init(_ target: Target, title: String?, at location: SourceLocation) {
        (self.target, self.title, self.location) = (target, title, location)
    }
}
