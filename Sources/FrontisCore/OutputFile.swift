/// A file of the finished site, ready to be written.
package struct OutputFile: Sendable {
    package typealias Kind = GeneratedFile.Kind

    package enum Content: Sendable {
        case text(String)
        case bytes([UInt8])
        /// An existing file, by its absolute path, taken over byte for byte.
        case copy(of: String)
        /// Made when it is written.
        case made(by: any OutputMaker)
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
