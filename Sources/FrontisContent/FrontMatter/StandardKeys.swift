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
        "unpublishDate", "updatedDate", "modDatetime", "isDraft", "publishedAt", "published_at", "publishedDate",
        "updatedAt", "updated_at", "render", "build", "_build", "math", "menu", "menus", "cascade",
    ]

    private static let bySmallLetters: [String: String] = Dictionary(
        uniqueKeysWithValues: reserved.union(shared).map { ($0.lowercased(), $0) })

    /// Keys that say the same.
    private static let groups: [[String]] = [
        ["tags", "tag"], ["categories", "category"], ["author", "authors"], ["description", "summary", "excerpt"],
        ["template", "layout"], ["language", "lang"], ["hero", "image", "cover"], ["menu", "menus"],
        ["expirydate", "expiry_date", "expiry-date", "unpublishdate"],
        [
            "publishdate", "publish_date", "publish-date", "pubdate", "pubdatetime", "publishedat", "published_at",
            "publisheddate",
        ],
        ["draft", "isdraft", "published"], ["updated", "lastmod", "last_modified_at", "modified", "updateddate"],
    ]

    /// The key, and others that say the same, in small letters.
    static func spellings(of key: String) -> [String] {
        let key = key.lowercased()
        return groups.first { $0.contains(key) } ?? [key]
    }

    static func isReserved(_ key: String) -> Bool { reserved.contains(key) }

    /// The front matter with standard keys as the reader asks for them. Two spellings of one are an error.
    static func settled(_ root: SourceNode, _ slips: KeySlips, _ reader: inout NodeReader) -> SourceNode {
        var entries = root.entries ?? []
        var areRenamed = false
        for (index, entry) in entries.enumerated() {
            let key = entry.key.value
            if reserved.contains(key) || shared.contains(key) { continue }
            if let name = bySmallLetters[key.lowercased()] {
                entries[index].key.value = name
                areRenamed = true
            } else if let meant = slips.meant(by: key, known: bySmallLetters) {
                reader.report(
                    .frontMatterUnknownKey, "unknown key '\(key)'; did you mean '\(meant)'?", at: entry.key.location,
                    help: "a key of your own may be called anything else: templates read it as page.params.<key>")
            }
        }
        guard areRenamed else { return root }
        reportRepeated(entries, asWritten: root.entries ?? [], &reader)
        return SourceNode(content: .map(entries), literal: root.literal, location: root.location)
    }

    private static func reportRepeated(
        _ entries: [SourceNode.Entry], asWritten written: [SourceNode.Entry], _ reader: inout NodeReader
    ) {
        var first: [String: Located<String>] = [:]
        for (entry, written) in zip(entries, written) {
            guard let other = first[entry.key.value] else {
                first[entry.key.value] = written.key
                continue
            }
            reader.report(
                .frontMatterDuplicate,
                "key '\(written.key.value)' is on line \(other.location.line) already, as '\(other.value)'",
                at: written.key.location, help: "these keys are the same in capitals and small letters: keep one")
        }
    }
}
