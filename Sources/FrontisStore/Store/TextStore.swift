import Foundation
package import FrontisCore
import Synchronization

/// Texts of pages, and what else is known of them, in a file, one behind the other, so that neither a build has all of them in memory nor the next one
/// makes those again that have not changed. What is written stays; a file of which little is used is made anew.
///
/// It belongs to one process at a time. Nothing is synchronised: each text has a check, and a text that is not what it was
/// is said to be damaged, so that whoever relies on it starts again without the file.
package final class TextStore: PageTexts, Sendable {
    /// Tells the file from another one of the same name.
    package let id: UInt64
    private let file: OpenFile
    private let path: String
    /// Where a new file is until `settle`.
    private let temporary: String?
    private let end: Atomic<Int>
    private let damaged = Atomic<Bool>(false)
    private let isSettled = Atomic<Bool>(false)

    private static let headerSize = 8
    /// Bytes that may be of no use before a file is made anew.
    private static let spare = 4 << 20

    /// Opens the file that an earlier run has left.
    ///
    /// - Parameters:
    ///   - id: that it must have.
    ///   - used: how many of its bytes are of use.
    /// - Returns: nothing where another process has it, it is another one, or little of it is of use.
    package convenience init?(_ path: String, id: UInt64, used: Int) throws(FileError) {
        let file = try OpenFile(path, O_RDWR, for: .read)
        let size = Int(try file.status().st_size)
        guard try file.lock(isBlocking: false), try file.isStill(at: path), size <= 2 * used + Self.spare,
            try Self.id(of: file) == id
        else { return nil }
        self.init(file, id: id, path: path, temporary: nil, end: size)
    }

    /// Makes a new one, which gets its name by `settle`.
    package convenience init(for path: String) throws(FileError) {
        let temporary = Directory.parent(of: path) + "/" + AtomicFile.temporaryName()
        try Directory.make(Directory.parent(of: path))
        let file = try OpenFile(temporary, O_RDWR | O_CREAT | O_EXCL, for: .write, named: path)
        _ = try file.lock(isBlocking: false)
        let id = UInt64.random(in: .min ... .max)
        try withUnsafeBytes(of: id.littleEndian) { (bytes) throws(FileError) in try file.write(bytes, at: 0) }
        self.init(file, id: id, path: path, temporary: temporary, end: Self.headerSize)
    }

    private init(_ file: consuming OpenFile, id: UInt64, path: String, temporary: String?, end: Int) {
        self.file = file
        self.id = id
        self.path = path
        self.temporary = temporary
        self.end = Atomic(end)
    }

    private static func id(of file: borrowing OpenFile) throws(FileError) -> UInt64? {
        let bytes = try file.read(0..<headerSize)
        guard bytes.count == headerSize else { return nil }
        return bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// Puts a text away.
    package func put(_ text: String) throws(FileError) -> StoredText {
        var text = text
        var stored: Swift.Result<StoredText, FileError>?
        text.withUTF8 { utf8 in stored = put(UnsafeRawBufferPointer(utf8)) }
        guard let stored else { throw FileError(.write, path, code: EINVAL) }
        return try stored.get()
    }

    /// The same for what is no text.
    package func put(_ bytes: [UInt8]) throws(FileError) -> StoredText {
        try bytes.withUnsafeBytes { put($0) }.get()
    }

    private func put(_ bytes: UnsafeRawBufferPointer) -> Swift.Result<StoredText, FileError> {
        let offset = end.add(bytes.count, ordering: .relaxed).oldValue
        do throws(FileError) { try file.write(bytes, at: offset) } catch { return .failure(error) }
        return .success(StoredText(offset: offset, count: bytes.count, check: DigestBuilder.beginning(of: bytes)))
    }

    /// Nothing where it is not what was put away.
    package func bytes(_ stored: StoredText) -> [UInt8]? {
        // One that cannot be read is not what it was either: whoever asks `isDamaged` starts again without the file.
        if let bytes = try? file.read(stored.offset..<(stored.offset + stored.count)), bytes.count == stored.count,
            bytes.withUnsafeBytes({ DigestBuilder.beginning(of: $0) }) == stored.check
        {
            return bytes
        }
        damaged.store(true, ordering: .relaxed)
        return nil
    }

    package func html(of body: Body) -> String {
        guard let stored = body.stored else { return body.html }
        guard let bytes = bytes(stored) else { return String(repeating: " ", count: stored.count) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Whether a text could not be given.
    package var isDamaged: Bool { damaged.load(ordering: .relaxed) }

    /// Gives a new file its name; without that it is gone when nobody uses it any more.
    package func settle() throws(FileError) {
        guard let temporary, !isSettled.load(ordering: .relaxed) else { return }
        guard rename(temporary, path) == 0 else { throw FileError(.write, path, code: errno) }
        isSettled.store(true, ordering: .relaxed)
    }

    deinit {
        if let temporary, !isSettled.load(ordering: .relaxed) { unlink(temporary) }
    }
}
