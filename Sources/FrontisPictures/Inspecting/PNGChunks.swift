/// The chunks of a PNG file, as far as their lengths: PNG specification, third edition, section 5.3.
enum PNGChunks {
    /// What the header chunk claims; nothing where there is none.
    static func size(of bytes: [UInt8]) -> (width: Int, height: Int)? {
        guard bytes.count >= 24, Array(bytes[12..<16]) == Array("IHDR".utf8) else { return nil }
        return (number(bytes, at: 16), number(bytes, at: 20))
    }

    /// Whether it is an animated PNG: an `acTL` chunk comes before the picture's data (section 11.3.6.1).
    static func isAnimated(_ bytes: [UInt8]) -> Bool {
        var offset = 8
        while offset + 12 <= bytes.count {
            let name = bytes[offset + 4..<offset + 8]
            if name.elementsEqual("acTL".utf8) { return true }
            if name.elementsEqual("IDAT".utf8) { return false }
            offset += 12 + number(bytes, at: offset)
        }
        return false
    }

    /// Whether the chunks lead to the one that ends the picture. Decoders are content without it.
    static func hasEnd(_ bytes: [UInt8]) -> Bool {
        var offset = 8
        while offset + 12 <= bytes.count {
            if bytes[offset + 4..<offset + 8].elementsEqual("IEND".utf8) { return true }
            offset += 12 + number(bytes, at: offset)
        }
        return false
    }

    /// Four bytes, most significant first.
    private static func number(_ bytes: [UInt8], at offset: Int) -> Int {
        bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
    }
}
