/// What Git LFS leaves in a file's place where the file itself has not been fetched.
package struct GitLFSPointer: Sendable, Hashable {
    /// Of the file that it stands for.
    package let digest: Digest?

    /// More than any of them.
    package static let largest = 1024
    private static let beginning = Array("version https://git-lfs.github.com/spec/".utf8)

    /// Nothing for a file that is no pointer.
    package init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count <= Self.largest, bytes.starts(with: Self.beginning) else { return nil }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        digest = lines.first { $0.hasPrefix("oid sha256:") }.flatMap { Digest(hex: String($0.dropFirst(11))) }
    }

    /// The way out.
    package static let help = "fetch it: git lfs pull"

    /// - Parameter path: of the file, relative to the site.
    package static func finding(at path: String) -> Diagnostic {
        Diagnostic(
            .filePointer, "the file is not here, only its pointer of Git LFS", at: SourceLocation(path: path),
            help: help)
    }
}
