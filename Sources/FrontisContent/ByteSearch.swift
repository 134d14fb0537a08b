import Foundation

/// Looks for bytes in bytes by the C library, whose searches look at many bytes at a time.
enum ByteSearch {
    /// Where `byte` stands first, at or after `start`.
    static func index(of byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> Int? {
        guard start < bytes.count, let base = bytes.baseAddress,
            let found = memchr(base + start, Int32(byte), bytes.count - start)
        else { return nil }
        return UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
    }

    /// Where `pattern` stands first, at or after `start`.
    static func index(of pattern: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard start < bytes.count, let base = bytes.baseAddress,
            let found = memmem(base + start, bytes.count - start, pattern, pattern.count)
        else { return nil }
        return UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
    }

    static func contains(_ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        index(of: byte, in: bytes) != nil
    }

    /// Where `pattern` stands first within `range`, as a whole.
    static func index(of pattern: String, in bytes: UnsafeBufferPointer<UInt8>, within range: Range<Int>) -> Int? {
        var pattern = pattern
        return pattern.withUTF8 { wanted in
            guard let first = wanted.first, let needle = wanted.baseAddress else { return nil }
            let window = UnsafeBufferPointer(rebasing: bytes[..<range.upperBound])
            var start = range.lowerBound
            while let place = index(of: first, in: window, from: start), place + wanted.count <= window.count {
                if let base = window.baseAddress, memcmp(base + place, needle, wanted.count) == 0 { return place }
                start = place + 1
            }
            return nil
        }
    }
}
