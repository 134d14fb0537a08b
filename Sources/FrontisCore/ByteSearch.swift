private import CByteSearch
import Foundation

/// Looks for bytes in bytes by the C library, whose searches look at many bytes at a time.
package enum ByteSearch {
    /// Where `byte` stands first, at or after `start`.
    package static func index(
        of byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0
    ) -> Int? {
        guard start < bytes.count, let base = bytes.baseAddress,
            let found = memchr(base + start, Int32(byte), bytes.count - start)
        else { return nil }
        return UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
    }

    /// Where `pattern` stands first as a whole, at or after `start` and before `end`, which is that of the bytes
    /// unless stated.
    package static func index(
        of pattern: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0, to end: Int? = nil
    ) -> Int? {
        let end = end ?? bytes.count
        guard start < end, let base = bytes.baseAddress,
            let found = frontis_find_bytes(base + start, end - start, pattern, pattern.count)
        else { return nil }
        return UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
    }

    /// Whether the bytes of one text stand in another one: many times as fast as comparing letters, as `contains` does.
    package static func has(_ pattern: String, in text: String) -> Bool {
        var text = text
        return text.withUTF8 { index(of: Array(pattern.utf8), in: $0) != nil }
    }

    /// Where `pattern` stands last as a whole, at or after `start` and before `end`.
    package static func lastIndex(
        of pattern: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
    ) -> Int? {
        var last: Int?
        var start = start
        while let next = index(of: pattern, in: bytes, from: start, to: end) {
            last = next
            start = next + pattern.count
        }
        return last
    }

    /// Whether `byte` is anywhere in there.
    package static func contains(_ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        index(of: byte, in: bytes) != nil
    }
}
