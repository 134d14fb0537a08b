/// A file that a plug-in adds to the site.
public struct GeneratedFile: Sendable, Codable, Hashable {
    /// Where the file's bytes come from.
    public enum Content: Sendable, Codable, Hashable {
        case text(String)
        case bytes([UInt8])
        /// An existing file, by its absolute path, taken over byte for byte.
        case copy(of: String)
        /// The plug-in is asked for it when the file is written. For large files, and for many: what is said at once is
        /// kept in memory until then.
        case asked
        /// The same for a file that is about a part of the site: `contents` is shown that part and nothing else, its lists
        /// with those of their members that are in it. The file is made again only when something in there has changed.
        case askedAbout(SitePart)
    }

    /// What it leads to, which decides when it is written: nothing may lead to a file that is not there yet.
    public enum Kind: Int, Sendable, Codable, Comparable, CaseIterable {
        /// Leads nowhere: a picture, a style sheet.
        case asset
        /// Leads to assets, and to other pages as they were before.
        case page
        /// Leads to pages because they are there: a list, a feed, the sitemap, a redirect.
        case list

        /// In the order of writing.
        public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    /// Under the output directory.
    public var path: SitePath
    /// Its bytes.
    public var content: Content
    /// When it is written.
    public var kind: Kind

    /// - Parameter kind: the last to be written where nobody says, as whatever is made of the finished site leads to
    ///   its pages.
    public init(_ path: SitePath, _ content: Content, kind: Kind = .list) {
        self.path = path
        self.content = content
        self.kind = kind
    }
}
