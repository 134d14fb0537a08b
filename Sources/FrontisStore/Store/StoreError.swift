package import FrontisCore

/// What can be wrong with the store. None of it is ever taken for "nothing there", as that would be paid for.
package enum StoreError: Error, Sendable, Hashable {
    case absent(Digest)
    /// - Parameter movedTo: where the damaged bytes are now; nothing where they could not be moved.
    case damaged(Digest, movedTo: String?)
    /// Git LFS has a pointer in its place, which was left there.
    case notFetched(Digest)
    /// A file that is no record of this version; its path is relative to the site.
    case unreadable(SourceLocation, reason: String, sourceLine: String?, help: String?)
    case file(FileError)

    package var summary: String {
        switch self {
        case .absent(let digest): "the bytes of picture \(digest.hex.prefix(12))… are not in the store"
        case .damaged(let digest, _): "the bytes of picture \(digest.hex.prefix(12))… are damaged"
        case .notFetched(let digest):
            "the bytes of picture \(digest.hex.prefix(12))… are not here, only their pointer of Git LFS"
        case .unreadable(let location, let reason, _, _):
            "'\(location.path)' cannot be read: line \(location.line), column \(location.column): \(reason)"
        case .file(let error): error.description
        }
    }

    /// Whether it is that nothing may be written there.
    package var isReadOnly: Bool { if case .file(let error) = self { error.isReadOnly } else { false } }

    package var help: String? {
        switch self {
        case .absent(let digest):
            "restore .frontis/store/v1/objects/\(digest.fanOut)/\(digest.hex) from git or a backup"
        case .damaged(let digest, let aside):
            "restore .frontis/store/v1/objects/\(digest.fanOut)/\(digest.hex) from git or a backup"
                + (aside.map { "; what was found is kept as \($0)" } ?? "")
        case .notFetched: GitLFSPointer.help
        case .unreadable(_, _, _, let help): help ?? "restore the file from git or a backup"
        case .file(let error): error.help
        }
    }

    /// The finding, pointing into the store's own file where one cannot be read.
    package var diagnostic: Diagnostic {
        switch self {
        case .absent, .damaged, .notFetched: Diagnostic(.pictureLost, summary, help: help)
        case .unreadable(let location, let reason, let sourceLine, _):
            Diagnostic(.storeUnreadable, reason, at: location, in: sourceLine, help: help)
        case .file: Diagnostic(.storeUnreadable, summary, help: help)
        }
    }
}
