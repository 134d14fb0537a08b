/// A list of pages that templates may show anywhere, as `collections` in `frontis.yaml` says.
package struct PageCollection: Sendable {
    package enum Sort: String, Sendable, CaseIterable {
        case date
        case updated
        case title
        case weight
    }

    package enum Grouping: String, Sendable, CaseIterable {
        case year
        case month
        case section

        /// Whether only pages with a date have a place in it.
        package var isOfTime: Bool { self != .section }
    }

    /// A folder under `content/`; pages below it count.
    package var section: String?
    /// A term that pages have, by the name of its taxonomy.
    package var terms: [String: String] = [:]
    /// Keys of front matter with the values that pages have.
    package var params: [String: ParamValue] = [:]
    /// Nothing: as lists show them.
    package var sort: Sort?
    package var isReversed = false
    /// How many of them.
    package var first: Int?
    package var groups: Grouping?
    package var location: SourceLocation

    package init(at location: SourceLocation) { self.location = location }
}
