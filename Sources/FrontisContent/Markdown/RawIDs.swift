import FrontisCore

/// The ids that HTML, as somebody has written it, gives to its elements.
package enum RawIDs {
    private static let mark = Array("id=".utf8)

    package static func ids(in bytes: UnsafeBufferPointer<UInt8>) -> [String] {
        var ids: [String] = []
        var position = 0
        while let found = ByteSearch.index(of: mark, in: bytes, from: position) {
            position = found + mark.count
            guard found > 0, bytes[found - 1] == 0x20 || (0x09...0x0D).contains(bytes[found - 1]),
                position < bytes.count
            else { continue }
            let quote = bytes[position]
            let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
            let value = bytes[(position + (isQuoted ? 1 : 0))...].prefix { byte in
                isQuoted ? byte != quote : byte > 0x20 && byte != UInt8(ascii: ">")
            }
            if !value.isEmpty, value.count <= 200 { ids.append(String(decoding: value, as: UTF8.self)) }
        }
        return ids
    }
}
