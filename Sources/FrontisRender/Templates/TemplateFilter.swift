/// Changes a value on its way into the page: `{{uppercased(page.title)}}`. The words are swift-mustache's.
///
/// To add one, write it in a file of its own under `Filters` and add it to `all`.
package struct TemplateFilter: Sendable {
    package let name: String
    /// One line for the reference page.
    package let summary: String
    /// What comes out, by what goes in; nothing where the filter does not apply.
    let form: @Sendable (ValueForm) -> ValueForm?
    /// Nothing where the filter does not apply to the value, which only happens below `params`.
    package let apply: @Sendable (TemplateValue) -> TemplateValue?

    static let all: [TemplateFilter] = [
        .capitalized, .count, .empty, .encoded, .enumerated, .equalZero, .even, .first, .last, .lowercased, .minusOne,
        .odd,
        .plusOne, .reversed, .sorted, .uppercased,
    ]

    private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

    /// Nothing for a name that no filter has.
    package static func named(_ name: String) -> TemplateFilter? { byName[name] }

    /// What `{{index()}}` and its kin ask about the place in the list whose section is nearest.
    package enum Position: String, CaseIterable, Sendable {
        case first
        case last
        case index
        case even
        case odd

        var form: ValueForm { self == .index ? .number : .flag }

        /// One line for the reference page.
        var summary: String {
            switch self {
            case .first: "whether this is the first item"
            case .last: "whether this is the last item"
            case .index: "the item's number, from 0"
            case .even: "whether that number is even"
            case .odd: "whether that number is odd"
            }
        }
    }
}
