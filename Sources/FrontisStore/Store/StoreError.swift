package import FrontisCore

/// What can be wrong with the store. None of it is ever taken for "nothing there", as that would be paid for.
package enum StoreError: Error, Sendable {
    case absent(Digest)
    case damaged(Digest, movedTo: String)
    case unreadable(path: String, reason: String)
    case newer(path: String, version: Int)
    case file(FileError)

    package var summary: String {
        switch self {
        case .absent(let digest): "the bytes of picture \(digest.hex.prefix(12))… are not in the store"
        case .damaged(let digest, _): "the bytes of picture \(digest.hex.prefix(12))… are damaged"
        case .unreadable(let path, let reason): "'\(path)' cannot be read: \(reason)"
        case .newer(let path, let version): "'\(path)' has format \(version), which a newer Frontis wrote"
        case .file(let error): error.description
        }
    }

    package var help: String? {
        switch self {
        case .absent(let digest):
            "restore .frontis/store/v1/objects/\(digest.fanOut)/\(digest.hex) from git or a backup"
        case .damaged(let digest, let aside):
            "restore .frontis/store/v1/objects/\(digest.fanOut)/\(digest.hex) from git or a backup; "
                + "what was found is kept as \(aside)"
        case .unreadable: "restore the file from git or a backup"
        case .newer: "update Frontis"
        case .file(let error): error.help
        }
    }
}
