/// A file of the finished site, ready to be written.
package struct OutputFile: Sendable {
    package enum Content: Sendable {
        case text(String)
        case bytes([UInt8])
        /// An existing file, by its absolute path, taken over byte for byte.
        case copy(of: String)
        /// Made when it is written, on any thread: the site is never in memory as a whole. For work that no input
        /// of the author's can make fail, as other files may have been written by then.
        case deferred(@Sendable () throws -> [UInt8])
    }

    /// What it leads to, which decides when it is written: nothing may lead to a file that is not there yet.
    package enum Kind: Int, Sendable, Comparable, CaseIterable {
        /// Leads nowhere: a picture, a style sheet.
        case asset
        /// Leads to assets, and to other pages as they were before.
        case page
        /// Leads to pages because they are there: a list, a feed, the sitemap, a redirect.
        case list

        package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    package var path: SitePath
    package var content: Content
    package var kind: Kind

    /// - Parameter kind: the last to be written where nobody says, as whatever is made of the finished site leads to
    ///   its pages.
    package init(_ path: SitePath, _ content: Content, kind: Kind = .list) {
        self.path = path
        self.content = content
        self.kind = kind
    }
}
