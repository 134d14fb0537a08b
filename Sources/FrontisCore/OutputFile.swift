/// A file of the finished site, ready to be written.
package struct OutputFile: Sendable {
    package typealias Kind = GeneratedFile.Kind

    package enum Content: Sendable {
        case text(String)
        case bytes([UInt8])
        /// An existing file, by its absolute path, taken over byte for byte.
        case copy(of: String)
        /// Made when it is written, on any thread: the site is never in memory as a whole. For work that no input
        /// of the author's can make fail, as other files may have been written by then.
        case deferred(@Sendable () async throws -> [UInt8])
        /// The same, by running a template.
        case rendered(@Sendable () throws -> [UInt8])
    }

    package var path: SitePath
    package var content: Content
    package var kind: Kind

    /// - Parameter kind: the last to be written where nobody says.
    package init(_ path: SitePath, _ content: Content, kind: Kind = .list) {
        self.path = path
        self.content = content
        self.kind = kind
    }
}
