import FrontisCore

/// What an output page is to its readers; templates know it as `page.kind`.
enum PageRole: String, Sendable {
    case home
    case section
    case page
    /// The pages of one tag, or of another taxonomy's word.
    case term = "tag"
    /// All words of a taxonomy.
    case taxonomy
    case notFound = "404"
    case search

    init(_ kind: PageHead.Kind) {
        self =
            switch kind {
            case .home: .home
            case .section: .section
            case .page: .page
            }
    }
}
