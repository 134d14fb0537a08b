/// A real PNG of two colours that follow from a text: the same text and size give the same bytes, on any machine.
///
/// It is one bit deep and run-length coded (fixed Huffman codes of RFC 1951), so that a picture of 4 megapixels
/// takes a few kilobytes.
package struct TestPNG: Sendable {
    package let width: Int
    package let height: Int
    /// The text that decides the colours.
    package let text: String

    package init(width: Int, height: Int, text: String) {
        self.width = width
        self.height = height
        self.text = text
    }

    package var bytes: [UInt8] {
        file(claimedWidth: width, claimedHeight: height)
    }

    /// The file cut off in the middle of its pixels.
    package var truncated: [UInt8] {
        let whole = bytes
        return Array(whole.prefix(max(60, whole.count / 2)))
    }

    /// A valid header, with a correct checksum, that claims another size than the pixels have.
    package func claiming(width: Int, height: Int) -> [UInt8] {
        file(claimedWidth: width, claimedHeight: height)
    }

    private func file(claimedWidth: Int, claimedHeight: Int) -> [UInt8] {
        let hash = TestHash(text.utf8).value
        let palette = (0..<6).map { UInt8(truncatingIfNeeded: hash >> (UInt64($0) * 8)) }
        var file: [UInt8] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
        // One bit deep, colours from the palette, not interlaced.
        file += chunk("IHDR", bigEndian(claimedWidth) + bigEndian(claimedHeight) + [1, 3, 0, 0, 0])
        file += chunk("PLTE", palette)
        file += chunk("IDAT", compressedRows())
        file += chunk("IEND", [])
        return file
    }

    /// The upper half in one colour, the lower in the other.
    private func compressedRows() -> [UInt8] {
        let rowBytes = 1 + (width + 7) / 8
        let upper = (height + 1) / 2
        var deflate = FixedDeflate()
        var adler = Adler32()
        for (fill, rows) in [(UInt8(0), upper), (UInt8(0xff), height - upper)] where rows > 0 {
            if width > 32 {
                deflate.literal(0)
                deflate.literal(fill)
                deflate.copy(rowBytes - 2, distance: 1)
                deflate.copy(rowBytes * (rows - 1), distance: rowBytes)
            } else {
                // Rows like these are too short for matches, which take three bytes or more.
                for _ in 0..<rows {
                    deflate.literal(0)
                    for _ in 1..<rowBytes { deflate.literal(fill) }
                }
            }
            for _ in 0..<rows {
                adler.update(0, count: 1)
                adler.update(fill, count: rowBytes - 1)
            }
        }
        return [0x78, 0x01] + deflate.finished() + bigEndian(Int(adler.value))
    }

    private func chunk(_ type: String, _ content: [UInt8]) -> [UInt8] {
        let body = Array(type.utf8) + content
        return bigEndian(content.count) + body + bigEndian(Int(CRC32.value(of: body)))
    }

    private func bigEndian(_ number: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }
}

/// Writes one DEFLATE block with the fixed codes of RFC 1951, section 3.2.6.
private struct FixedDeflate {
    private var bytes: [UInt8] = []
    private var pending: UInt32 = 0
    private var pendingBits = 0

    init() {
        // Last block, fixed codes.
        put(1, bits: 1)
        put(1, bits: 2)
    }

    mutating func literal(_ byte: UInt8) {
        if byte < 144 {
            putCode(0x30 + UInt32(byte), bits: 8)
        } else {
            putCode(0x190 + UInt32(byte) - 144, bits: 9)
        }
    }

    /// Repeats what stands `distance` bytes back, `count` bytes long: none, or three and more.
    mutating func copy(_ count: Int, distance: Int) {
        var left = count
        while left > 0 {
            // Never leave one or two over: no match is that short.
            let length = left > 258 && left - 258 < 3 ? left - 3 : min(left, 258)
            match(length, distance: distance)
            left -= length
        }
    }

    mutating func finished() -> [UInt8] {
        putCode(0, bits: 7)
        if pendingBits > 0 { bytes.append(UInt8(truncatingIfNeeded: pending)) }
        return bytes
    }

    private mutating func match(_ length: Int, distance: Int) {
        let lengthCode = Self.code(for: length, bases: Self.lengthBases)
        let symbol = UInt32(257 + lengthCode)
        if symbol < 280 {
            putCode(symbol - 256, bits: 7)
        } else {
            putCode(0xc0 + symbol - 280, bits: 8)
        }
        put(UInt32(length - Self.lengthBases[lengthCode]), bits: Self.lengthExtraBits(lengthCode))
        let distanceCode = Self.code(for: distance, bases: Self.distanceBases)
        putCode(UInt32(distanceCode), bits: 5)
        put(UInt32(distance - Self.distanceBases[distanceCode]), bits: max(0, distanceCode / 2 - 1))
    }

    private static let lengthBases = [
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227,
        258,
    ]
    private static let distanceBases = [
        1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
        6145, 8193, 12289, 16385, 24577,
    ]

    private static func lengthExtraBits(_ code: Int) -> Int {
        code < 8 || code == 28 ? 0 : code / 4 - 1
    }

    private static func code(for number: Int, bases: [Int]) -> Int {
        (bases.firstIndex { $0 > number } ?? bases.count) - 1
    }

    /// Huffman codes are packed from their most significant bit.
    private mutating func putCode(_ code: UInt32, bits: Int) {
        for bit in stride(from: bits - 1, through: 0, by: -1) { put(code >> UInt32(bit) & 1, bits: 1) }
    }

    /// Everything else is packed from the least significant bit.
    private mutating func put(_ number: UInt32, bits: Int) {
        pending |= number << UInt32(pendingBits)
        pendingBits += bits
        while pendingBits >= 8 {
            bytes.append(UInt8(truncatingIfNeeded: pending))
            pending >>= 8
            pendingBits -= 8
        }
    }
}

/// The checksum of zlib streams, for runs of one byte.
private struct Adler32 {
    private var low: UInt64 = 1
    private var high: UInt64 = 0

    var value: UInt32 { UInt32(high << 16 | low) }

    mutating func update(_ byte: UInt8, count: Int) {
        let count = UInt64(count)
        high = (high + count * low + UInt64(byte) * (count * (count + 1) / 2)) % 65521
        low = (low + count * UInt64(byte)) % 65521
    }
}

/// The checksum of PNG chunks.
private enum CRC32 {
    static func value(of bytes: [UInt8]) -> UInt32 {
        var crc: UInt32 = 0xffff_ffff
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xedb8_8320 : crc >> 1 }
        }
        return ~crc
    }
}
