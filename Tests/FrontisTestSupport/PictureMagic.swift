/// Tells pictures from other bytes by how they begin.
enum PictureMagic {
    static func mediaType(of bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) { return "image/png" }
        if bytes.starts(with: [0xff, 0xd8, 0xff]) { return "image/jpeg" }
        if bytes.starts(with: Array("GIF8".utf8)) { return "image/gif" }
        if bytes.starts(with: Array("RIFF".utf8)), bytes.dropFirst(8).starts(with: Array("WEBP".utf8)) {
            return "image/webp"
        }
        return nil
    }

    /// Width and height in pixels of a PNG or JPEG; nothing for others.
    static func size(of bytes: [UInt8]) -> (width: Int, height: Int)? {
        func number(_ start: Int, _ count: Int) -> Int { bytes[start..<start + count].reduce(0) { $0 << 8 | Int($1) } }
        switch mediaType(of: bytes) {
        case "image/png" where bytes.count >= 24: return (number(16, 4), number(20, 4))
        case "image/jpeg":
            var place = 2
            while place + 9 < bytes.count, bytes[place] == 0xff {
                // The frame's header, of any kind of JPEG (ITU T.81, table B.1).
                if (0xc0...0xcf).contains(bytes[place + 1]), ![0xc4, 0xc8, 0xcc].contains(bytes[place + 1]) {
                    return (number(place + 7, 2), number(place + 5, 2))
                }
                place += 2 + number(place + 2, 2)
            }
            return nil
        default: return nil
        }
    }
}
