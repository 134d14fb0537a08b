package import FrontisCore

/// Whether a file that an encoder of ours has written is there from its first byte to its last, told by its ends: what
/// a crash, a full disk or a copy that was cut off leaves is not. Nothing is decoded, and a fault in the midst of the
/// file is not seen.
package enum PictureEnds {
    /// - Parameters:
    ///   - size: bytes of the file.
    ///   - read: gives the bytes of a range, or fewer where the file has become shorter.
    package static func areThere<Failure: Error>(
        of type: MediaType, size: Int, read: (Range<Int>) throws(Failure) -> [UInt8]
    ) throws(Failure) -> Bool {
        guard size > longestEnd else { return false }
        let head = try read(0..<longestEnd)
        let tail = try read(size - longestEnd..<size)
        switch type {
        case .png: return head.starts(with: pngStart) && tail.suffix(pngEnd.count).elementsEqual(pngEnd)
        case .jpeg: return head.starts(with: [0xFF, 0xD8, 0xFF]) && tail.suffix(2).elementsEqual([0xFF, 0xD9])
        case .webp:
            let length = head[4..<8].reversed().reduce(0) { $0 << 8 | Int($1) }
            return head.starts(with: "RIFF".utf8) && length + 8 == size && isFilled(tail)
        case .avif:
            guard head[4..<8].elementsEqual("ftyp".utf8), isFilled(tail) else { return false }
            return try boxesEnd(in: size, read: read)
        case .gif, .svg: return isFilled(tail)
        }
    }

    /// Bytes: enough for the ends of all formats.
    private static let longestEnd = 32
    private static let pngStart: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    /// The chunk `IEND`, with its length and checksum.
    private static let pngEnd: [UInt8] = [0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82]

    /// Compressed pixels do not end in so many zeros; blocks that never came to the disk do.
    private static func isFilled(_ tail: [UInt8]) -> Bool { tail.contains { $0 != 0 } }

    /// Whether the boxes of an ISO base media file (ISO/IEC 14496-12, section 4.2) end where the file does.
    private static func boxesEnd<Failure: Error>(
        in size: Int, read: (Range<Int>) throws(Failure) -> [UInt8]
    ) throws(Failure) -> Bool {
        var start = 0
        for _ in 0..<mostBoxes where start < size {
            let head = try read(start..<min(start + 16, size))
            guard head.count >= 8 else { return false }
            switch head[..<4].reduce(0, { $0 << 8 | Int($1) }) {
            // The last one may leave its length to the file's.
            case 0: return true
            case 1:
                let length = head[8...].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
                guard head.count == 16, (16...UInt64(size)).contains(length) else { return false }
                start += Int(length)
            case let length where length >= 8: start += length
            default: return false
            }
        }
        return start == size
    }

    private static let mostBoxes = 64
}
