import Foundation

/// An open file, closed when it goes out of scope.
struct OpenFile: ~Copyable, Sendable {
    private let owner: Descriptor
    /// What errors call the file; the final name where this one is temporary.
    private let name: String

    var descriptor: Int32 { owner.number }

    /// Descriptors are never handed to programs that are started meanwhile.
    ///
    /// - Parameter folder: the descriptor of the directory that a relative path starts at.
    init(
        _ path: String, _ flags: Int32, in folder: Int32 = AT_FDCWD, mode: mode_t = 0o666,
        for operation: FileError.Operation, named name: String? = nil
    ) throws(FileError) {
        let name = name ?? path
        var opened = Self.untilNotInterrupted { openat(folder, path, flags | O_CLOEXEC, mode) }
        // Somebody of this process closes one soon, and what is to be written may have been paid for.
        for _ in 0..<Self.patience where opened < 0 && (errno == EMFILE || errno == ENFILE) {
            usleep(10_000)
            opened = Self.untilNotInterrupted { openat(folder, path, flags | O_CLOEXEC, mode) }
        }
        guard opened >= 0 else { throw FileError(operation, name, code: errno) }
        owner = Descriptor(number: opened)
        self.name = name
    }

    /// Tries, a hundredth of a second apart, where no more files may be open.
    private static let patience = 1000

    /// Closes the file and says if that failed: some file systems report a full disk only then.
    consuming func finish() throws(FileError) {
        let name = name
        let code = owner.close()
        // Linux has let go of the descriptor even where the call was interrupted.
        guard code == 0 || code == EINTR else { throw FileError(.write, name, code: code) }
    }

    /// Waits until the bytes are on the disk.
    borrowing func synchronize() throws(FileError) {
        guard Self.untilNotInterrupted({ fsync(descriptor) }) == 0 else {
            throw FileError(.write, name, code: errno)
        }
    }

    /// Writes all of `bytes`, in one call unless the system takes less at a time.
    borrowing func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
        var rest = bytes
        while let start = rest.baseAddress, !rest.isEmpty {
            let written = Self.untilNotInterrupted { Foundation.write(descriptor, start, rest.count) }
            guard written >= 0 else { throw FileError(.write, name, code: errno) }
            rest = UnsafeRawBufferPointer(rebasing: rest[written...])
        }
    }

    /// Writes all of `bytes` at a place of the file. Several threads may do so at different places.
    borrowing func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(FileError) {
        var (rest, offset) = (bytes, offset)
        while let start = rest.baseAddress, !rest.isEmpty {
            let written = Self.untilNotInterrupted { pwrite(descriptor, start, rest.count, off_t(offset)) }
            guard written >= 0 else { throw FileError(.write, name, code: errno) }
            rest = UnsafeRawBufferPointer(rebasing: rest[written...])
            offset += written
        }
    }

    borrowing func write(_ bytes: [UInt8]) throws(FileError) {
        var failure: FileError?
        bytes.withUnsafeBytes { buffer in
            do throws(FileError) { try write(buffer) } catch { failure = error }
        }
        if let failure { throw failure }
    }

    /// Reads up to `buffer.count` bytes; 0 at the end of the file.
    borrowing func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileError) -> Int {
        let count = Self.untilNotInterrupted { Foundation.read(descriptor, buffer.baseAddress, buffer.count) }
        guard count >= 0 else { throw FileError(.read, name, code: errno) }
        return count
    }

    /// The bytes of `range`; fewer where the file ends before.
    borrowing func read(_ range: Range<Int>) throws(FileError) -> [UInt8] {
        var failure: FileError?
        let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, filled in
            while filled < range.count, let start = buffer.baseAddress {
                let count = Self.untilNotInterrupted {
                    pread(descriptor, start + filled, range.count - filled, off_t(range.lowerBound + filled))
                }
                guard count >= 0 else {
                    failure = FileError(.read, name, code: errno)
                    return
                }
                if count == 0 { return }
                filled += count
            }
        }
        if let failure { throw failure }
        return bytes
    }

    /// The file's last byte; nothing for an empty file.
    borrowing func lastByte() throws(FileError) -> UInt8? {
        let size = try status().st_size
        guard size > 0 else { return nil }
        var byte: UInt8 = 0
        let count = Self.untilNotInterrupted { pread(descriptor, &byte, 1, size - 1) }
        guard count >= 0 else { throw FileError(.read, name, code: errno) }
        return count == 1 ? byte : nil
    }

    borrowing func status() throws(FileError) -> stat {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw FileError(.read, name, code: errno) }
        return status
    }

    /// Whether the name still leads to this file, and not to another one or to none.
    borrowing func isStill(at path: String) throws(FileError) -> Bool {
        let own = try self.status()
        var found = stat()
        return stat(path, &found) == 0 && found.st_dev == own.st_dev && found.st_ino == own.st_ino
    }

    /// Takes the advisory lock, which is let go of when the file is closed or its process ends in any way.
    ///
    /// - Returns: whether it was taken; always true where `isBlocking`.
    borrowing func lock(isBlocking: Bool) throws(FileError) -> Bool {
        let operation = isBlocking ? LOCK_EX : LOCK_EX | LOCK_NB
        if Self.untilNotInterrupted({ flock(descriptor, operation) }) == 0 { return true }
        guard errno == EWOULDBLOCK else { throw FileError(.lock, name, code: errno) }
        return false
    }

    private static func untilNotInterrupted<Result: SignedInteger>(_ call: () -> Result) -> Result {
        while true {
            let result = call()
            if result != -1 || errno != EINTR { return result }
        }
    }

    /// Owns the number that the system knows the file by.
    private struct Descriptor: ~Copyable {
        let number: Int32

        deinit { _ = Foundation.close(number) }

        /// Closes it now; returns `errno`, or 0.
        consuming func close() -> Int32 {
            let number = number
            discard self
            return Foundation.close(number) == 0 ? 0 : errno
        }
    }
}
