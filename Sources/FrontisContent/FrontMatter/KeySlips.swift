import FrontisCore
import Synchronization

/// Tells a slip of a known key (`titel`, `tgas`, `ai_image`) from a key of the author's own. Remembers what it has
/// found, as a site's posts all have the same keys.
final class KeySlips: Sendable {
    private let known = Mutex<[String: String?]>([:])

    /// Keys of other generators and themes, and words that people use, that lie near a key of ours.
    private static let own: Set<String> = [
        "alias", "code", "comment", "comments", "covers", "data", "dated", "dates", "drafts", "event-date", "gate",
        "height", "heroes", "images", "ispublished", "label", "labels", "last", "late", "long", "mate", "name", "note",
        "page",
        "pages",
        "part", "parts", "place", "rate", "rated", "rating", "series", "slugs", "state", "table", "tabs", "tagline",
        "templates", "tile", "tiles", "titles", "tool", "tools", "update", "updates", "width",
    ]

    /// - Parameter known: names of keys by their small letters.
    func meant(by key: String, known names: [String: String]) -> String? {
        // A longer one is a sentence.
        guard key.utf8.count > 3, key.utf8.count <= 24 else { return nil }
        if let found = known.withLock({ $0[key] }) { return found }
        let found = Self.nearest(to: key, names)
        known.withLock { $0[key] = .some(found) }
        return found
    }

    private static func nearest(to key: String, _ names: [String: String]) -> String? {
        let small = key.lowercased()
        guard !own.contains(small) else { return nil }
        // `ai_image`, `aiImage`
        let bare = letters(of: small)
        if let name = names.keys.filter({ letters(of: $0) == bare }).min() { return names[name] }
        let limit = small.count < 8 ? 1 : 2
        let near = names.keys.filter { $0.count > 3 && abs($0.count - small.count) <= limit }.sorted()
        guard let name = Suggestion.nearest(to: small, among: near, within: limit) else { return nil }
        return names[name]
    }

    private static func letters(of key: String) -> String { key.filter { $0.isLetter || $0.isNumber } }
}
