import FrontisCore
import Synchronization

/// The keys of a front matter that mean something here. They know no case, as Hugo's do.
enum StandardKeys {
    /// Those that are not the author's own at all, if written in this way.
    private static let reserved: Set<String> = [
        "title", "date", "updated", "lastmod", "last_modified_at", "modified", "draft", "published", "description",
        "excerpt", "summary", "tags", "tag", "categories", "category", "author", "authors", "language", "lang", "slug",
        "url", "path", "permalink", "aliases", "redirect_from", "template", "layout", "weight", "ai-image",
        "ai-images", "toc", "taxonomies",
    ]

    /// Those that themes of others read as well, so that templates find them in `page.params` all the same. A key
    /// that gets a meaning later belongs here.
    private static let shared: Set<String> = [
        "hero", "image", "cover", "hero-alt", "image-alt", "heroAlt", "imageAlt", "extra", "params", "publishDate",
        "publish_date", "publish-date", "pubDate", "pubDatetime", "expiryDate", "expiry_date", "expiry-date",
        "unpublishDate", "render", "build", "_build", "math",
    ]

    private static let bySmallLetters: [String: String] = Dictionary(
        uniqueKeysWithValues: reserved.union(shared).map { ($0.lowercased(), $0) })

    static func isReserved(_ key: String) -> Bool { reserved.contains(key) }

    /// The front matter with standard keys as the reader asks for them. Two spellings of one are an error.
    static func settled(_ root: SourceNode, _ slips: KeySlips, _ reader: inout NodeReader) -> SourceNode {
        var entries = root.entries ?? []
        var written: [String: Located<String>] = [:]
        for (index, entry) in entries.enumerated() {
            let key = entry.key.value
            let isKnown = reserved.contains(key) || shared.contains(key)
            guard let name = isKnown ? key : bySmallLetters[key.lowercased()] else {
                if let meant = slips.meant(by: key, known: bySmallLetters) {
                    reader.report(
                        .frontMatterUnknownKey, "unknown key '\(key)'; did you mean '\(meant)'?",
                        at: entry.key.location,
                        help: "a key of your own may be called anything else: templates read it as page.params.<key>")
                }
                continue
            }
            if let other = written[name] {
                reader.report(
                    .frontMatterDuplicate,
                    "key '\(key)' is on line \(other.location.line) already, as '\(other.value)'",
                    at: entry.key.location, help: "these keys are the same in capitals and small letters: keep one")
            } else {
                written[name] = entry.key
            }
            entries[index].key.value = name
        }
        return SourceNode(content: .map(entries), literal: root.literal, location: root.location)
    }
}
