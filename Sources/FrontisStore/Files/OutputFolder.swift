import Foundation
import Synchronization

/// The folder that the finished site goes to. It may be reached through links itself; nothing in it is, whatever
/// happens to its folders meanwhile.
///
/// A class of this module: a value that owns a descriptor cannot be held by another one in a release build of Swift 6.3,
/// whose linker then misses the owner's private type.
///
/// Safe to use from several threads. All that takes a path throws `ELOOP` with the link's path where a folder on the way
/// is a link.
package final class OutputFolder: Sendable {
    private let root: OpenFolder
    /// Folders below it that `writeNew` has made.
    private let made = Mutex<Set<Substring>>([])

    /// - Parameter name: what errors call it; its path where there is nothing.
    /// - Throws: where there is no such folder (`ENOENT`), too.
    package init(_ path: String, named name: String? = nil) throws(FileError) {
        root = try OpenFolder(path, named: name)
    }

    /// Of what is directly in it, sorted.
    package func names() throws(FileError) -> [String] { try root.names() }

    /// The file's bytes.
    package func read(_ path: String) throws(FileError) -> [UInt8] {
        let (folders, name) = Self.split(path)
        guard !folders.isEmpty else { return try root.read(name) }
        return try Self.folder(folders, in: root).read(name)
    }

    /// Replaces the file at once, and makes the folders above it.
    package func write(_ bytes: [UInt8], to path: String) throws(FileError) {
        let (folders, name) = Self.split(path)
        guard !folders.isEmpty else { return try root.write(bytes, to: name) }
        try Self.makingFolder(folders, in: root).write(bytes, to: name)
    }

    /// Writes a file of a folder that this process fills and nobody else knows: by its own name, as there is nobody to
    /// meet half of it, and by its whole path, as there is nobody to put a link on the way.
    package func writeNew(_ bytes: [UInt8], to path: String) throws(FileError) {
        if let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) { try makeNew(path[..<slash]) }
        try root.writeNew(bytes, to: path)
    }

    private func makeNew(_ folder: Substring) throws(FileError) {
        guard !made.withLock({ $0.contains(folder) }) else { return }
        if let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/")) { try makeNew(folder[..<slash]) }
        try root.makeFolder(String(folder))
        _ = made.withLock { $0.insert(folder) }
    }

    /// Writes the bytes beside the file that they are to replace, which stays as it is until `rename`.
    ///
    /// - Returns: the temporary file's name.
    package func stage(_ bytes: [UInt8], for path: String) throws(FileError) -> String {
        let (folders, name) = Self.split(path)
        guard !folders.isEmpty else { return try root.stage(bytes, for: name) }
        return try Self.folder(folders, in: root).stage(bytes, for: name)
    }

    /// Replaces the file by what was staged for it.
    package func rename(_ temporary: String, to path: String) throws(FileError) {
        let (folders, name) = Self.split(path)
        guard !folders.isEmpty else { return try root.rename(temporary, to: name) }
        try Self.folder(folders, in: root).rename(temporary, to: name)
    }

    /// Removes what was staged for the file.
    package func discard(_ temporary: String, of path: String) throws(FileError) {
        let (folders, _) = Self.split(path)
        if folders.isEmpty {
            try root.remove(temporary)
        } else {
            try Self.folder(folders, in: root).remove(temporary)
        }
    }

    /// What is at a path beside the bytes that are to be there.
    package enum Standing: Sendable {
        case absent
        case same
        case different
    }

    package func standing(of bytes: [UInt8], at path: String) throws(FileError) -> Standing {
        do throws(FileError) {
            let (folders, name) = Self.split(path)
            guard !folders.isEmpty else { return try root.standing(of: bytes, at: name) }
            return try Self.folder(folders, in: root).standing(of: bytes, at: name)
        } catch  where error.isAbsent {
            return .absent
        }
    }

    /// What is there, without following a link; nothing where there is nothing.
    package func entry(_ path: String) throws(FileError) -> FileStamp.Entry? {
        do throws(FileError) {
            let (folders, name) = Self.split(path)
            guard !folders.isEmpty else { return root.entry(name) }
            return try Self.folder(folders, in: root).entry(name)
        } catch  where error.isAbsent {
            return nil
        }
    }

    /// Removes the file, and the folders above it as far as they are empty then.
    package func remove(_ path: String) throws(FileError) {
        do throws(FileError) {
            try Self.remove(Self.split(path), from: root)
        } catch  where error.isAbsent || error.code == EISDIR {
            // Gone already, or it has made way for a folder of that name.
            return
        }
    }

    /// Removes the folders at and below the path that are empty.
    package func removeEmptyFolders(at path: String) throws(FileError) {
        let (folders, name) = Self.split(path)
        if folders.isEmpty {
            _ = try Self.removeEmptyFolders(named: name, in: root)
        } else {
            _ = try Self.removeEmptyFolders(named: name, in: Self.folder(folders, in: root))
        }
    }

    // MARK: Walking

    private static func split(_ path: String) -> (folders: ArraySlice<Substring>, name: String) {
        let components = path.split(separator: "/")
        return (components.dropLast(), components.last.map(String.init) ?? "")
    }

    private static func folder(
        _ names: ArraySlice<Substring>, in root: borrowing OpenFolder
    ) throws(FileError) -> OpenFolder {
        var folder = try root.folder(String(names[names.startIndex]))
        for name in names.dropFirst() { folder = try folder.folder(String(name)) }
        return folder
    }

    private static func makingFolder(
        _ names: ArraySlice<Substring>, in root: borrowing OpenFolder
    ) throws(FileError) -> OpenFolder {
        var folder = try root.makingFolder(String(names[names.startIndex]))
        for name in names.dropFirst() { folder = try folder.makingFolder(String(name)) }
        return folder
    }

    private static func remove(
        _ path: (folders: ArraySlice<Substring>, name: String), from folder: borrowing OpenFolder
    ) throws(FileError) {
        guard let first = path.folders.first.map(String.init) else {
            try folder.remove(path.name)
            return
        }
        try remove((path.folders.dropFirst(), path.name), from: folder.folder(first))
        _ = try folder.removeEmptyFolder(first)
    }

    /// - Returns: whether nothing of the name is left.
    private static func removeEmptyFolders(
        named name: String, in folder: borrowing OpenFolder
    ) throws(FileError) -> Bool {
        let inner = try folder.folder(name)
        for below in try inner.names() {
            guard case .folder? = inner.entry(below), try removeEmptyFolders(named: below, in: inner) else {
                return false
            }
        }
        return try folder.removeEmptyFolder(name)
    }
}
