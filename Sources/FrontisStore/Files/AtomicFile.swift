import Foundation
import Synchronization

/// Writes files so that a reader, a crash or a full disk never meets half of one: into a temporary file in the
/// same directory, which then takes the final name.
package enum AtomicFile {
    package enum Durability: Sendable {
        /// For what can be made again: the system writes it to the disk when it likes.
        case cached
        /// For what was paid for: on the disk, under its name, before the call returns.
        case durable
    }

    /// How the names of temporary files begin.
    package static let temporaryPrefix = ".frontis-tmp-"

    /// Tells the temporary files of this process from those of all others, on other machines too.
    private static let process = String(UInt64.random(in: .min ... .max), radix: 16)
    private static let counter = Atomic<UInt>(0)

    /// A name that no other file has.
    static func temporaryName() -> String {
        "\(temporaryPrefix)\(process)-\(counter.add(1, ordering: .relaxed).newValue)"
    }

    /// Replaces the file at `path` and makes the directories above it. A symbolic link there is replaced, never
    /// followed. If writing fails, the old file stays as it was and nothing is left behind.
    ///
    /// - Parameter isPrivate: readable and writable for its owner only, whatever the umask says.
    package static func write(
        _ bytes: UnsafeRawBufferPointer, to path: String, _ durability: Durability = .cached, isPrivate: Bool = false
    ) throws(FileError) {
        // A pipe, a socket or a device is nobody's old file, and would be gone.
        if case .special? = FileStamp.entry(at: path) { throw FileError(.write, path, code: ENOTSUP) }
        let directory = Directory.parent(of: path)
        let temporary = "\(directory)/\(temporaryName())"
        let file = try create(temporary, for: path, in: directory, durability, isPrivate: isPrivate)
        do throws(FileError) {
            try file.write(bytes)
            if durability == .durable { try file.synchronize() }
            try file.finish()
            guard rename(temporary, path) == 0 else { throw FileError(.write, path, code: errno) }
        } catch {
            unlink(temporary)
            throw error
        }
        if durability == .durable { try Directory.synchronize(directory) }
    }

    package static func write(
        _ bytes: [UInt8], to path: String, _ durability: Durability = .cached, isPrivate: Bool = false
    ) throws(FileError) {
        var failure: FileError?
        bytes.withUnsafeBytes { buffer in
            do throws(FileError) {
                try write(buffer, to: path, durability, isPrivate: isPrivate)
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
    }

    package static func write(
        _ text: String, to path: String, _ durability: Durability = .cached
    ) throws(FileError) {
        try write(Array(text.utf8), to: path, durability)
    }

    /// Writes the file unless it has these very bytes, so that an unchanged file keeps its modification time.
    ///
    /// - Returns: whether it was written.
    @discardableResult
    package static func writeIfChanged(
        _ bytes: [UInt8], to path: String, _ durability: Durability = .cached
    ) throws(FileError) -> Bool {
        var status = stat()
        if lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, Int(status.st_size) == bytes.count,
            try FileContents.read(path) == bytes
        {
            return false
        }
        try write(bytes, to: path, durability)
        return true
    }

    /// Removes temporary files that a killed run left in `directory` and below it. Links are not followed.
    ///
    /// - Parameters:
    ///   - modifiedBefore: seconds since 1970. Younger ones may belong to a run that is still going.
    ///   - isDeep: whether folders in it are looked through as well.
    /// - Returns: how many were removed.
    @discardableResult
    package static func sweep(
        _ directory: String, modifiedBefore limit: Double, isDeep: Bool = true
    ) throws(FileError) -> Int {
        do throws(FileError) {
            return try OpenFolder(directory).sweep(modifiedBefore: limit, isDeep: isDeep)
        } catch  where error.isAbsent {
            return 0
        }
    }

    /// Waits until a file that was written `.cached` is on the disk, with the names that lead to it from `directory`.
    package static func synchronize(_ path: String, upTo directory: String) throws(FileError) {
        try OpenFile(path, O_RDONLY, for: .write).synchronize()
        var folder = Directory.parent(of: path)
        while folder.hasPrefix(directory), folder.count >= directory.count {
            try Directory.synchronize(folder)
            folder = Directory.parent(of: folder)
        }
    }

    private static func create(
        _ temporary: String, for path: String, in directory: String, _ durability: Durability, isPrivate: Bool
    ) throws(FileError) -> OpenFile {
        let flags = O_WRONLY | O_CREAT | O_EXCL
        let mode: mode_t = isPrivate ? 0o600 : 0o666
        do throws(FileError) {
            return try OpenFile(temporary, flags, mode: mode, for: .write, named: path)
        } catch  where error.code == ENOENT {
            try Directory.make(directory, durability)
            return try OpenFile(temporary, flags, mode: mode, for: .write, named: path)
        }
    }
}
