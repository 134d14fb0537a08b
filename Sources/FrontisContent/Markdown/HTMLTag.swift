/// A tag of raw HTML as bytes, read the way that browsers do: quotes hide `>`.
struct HTMLTag {
    var name: String
    var isEnd: Bool
    var isSelfClosing: Bool
    /// From `<` to behind `>`.
    var range: Range<Int>

    /// The place behind the `>` that closes the tag at `open`; nothing where it is never closed.
    static func end(in bytes: UnsafeBufferPointer<UInt8>, from open: Int) -> Int? {
        var quote: UInt8?
        var previous: UInt8 = 0
        for position in (open + 1)..<max(open + 1, bytes.count) {
            let byte = bytes[position]
            if let mark = quote {
                if byte == mark { quote = nil }
            } else if byte == UInt8(ascii: ">") {
                return position + 1
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"), previous == UInt8(ascii: "=") {
                quote = byte
            }
            if byte != 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D { previous = byte }
        }
        return nil
    }

    /// Whether the end tag of `name` begins at `open`, closed or not.
    static func isEnd(of name: String, in bytes: UnsafeBufferPointer<UInt8>, at open: Int) -> Bool {
        let end = open + 2 + name.utf8.count
        guard end <= bytes.count, bytes[open + 1] == UInt8(ascii: "/"),
            bytes[(open + 2)..<end].lazy.map({ $0 | 0x20 }).elementsEqual(name.utf8)
        else { return false }
        return end == bytes.count || !isNameByte(bytes[end])
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
    }

    /// The tag at `open`, or nothing where `<` is only a character, a comment or a declaration.
    init?(in bytes: UnsafeBufferPointer<UInt8>, at open: Int) {
        var start = open + 1
        guard start < bytes.count else { return nil }
        isEnd = bytes[start] == UInt8(ascii: "/")
        if isEnd { start += 1 }
        let name = bytes[start...].prefix(while: Self.isNameByte)
        guard let first = name.first, (0x61...0x7A).contains(first | 0x20),
            let end = Self.end(in: bytes, from: open)
        else { return nil }
        self.name = String(decoding: name.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
        isSelfClosing = end >= 2 && bytes[end - 2] == UInt8(ascii: "/")
        range = open..<end
    }

    /// An attribute as it is written.
    struct Attribute {
        /// In lower case.
        var name: String
        var value: Range<Int>
        /// The value with its quotes, if it has any.
        var written: Range<Int>
    }

    /// Those that have a value, in their order, also repeated ones (HTML Living Standard, 13.2.5.32 and those after it).
    func attributes(in bytes: UnsafeBufferPointer<UInt8>) -> [Attribute] {
        let end = range.upperBound - 1
        func isSpace(_ position: Int) -> Bool { [0x20, 0x09, 0x0A, 0x0C, 0x0D].contains(bytes[position]) }
        var attributes: [Attribute] = []
        var position = range.lowerBound + 1 + name.utf8.count
        while position < end {
            if isSpace(position) || bytes[position] == UInt8(ascii: "/") {
                position += 1
                continue
            }
            let start = position
            position += 1
            while position < end, !isSpace(position), bytes[position] != UInt8(ascii: "/"),
                bytes[position] != UInt8(ascii: "=")
            {
                position += 1
            }
            let name = String(decoding: bytes[start..<position], as: UTF8.self).lowercased()
            var next = position
            while next < end, isSpace(next) { next += 1 }
            guard next < end, bytes[next] == UInt8(ascii: "=") else { continue }
            position = next + 1
            while position < end, isSpace(position) { position += 1 }
            guard position < end else { break }
            let quote = bytes[position]
            if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
                let open = position
                position += 1
                while position < end, bytes[position] != quote { position += 1 }
                let value = (open + 1)..<position
                position = min(position + 1, end)
                attributes.append(Attribute(name: name, value: value, written: open..<position))
            } else {
                let open = position
                while position < end, !isSpace(position) { position += 1 }
                attributes.append(Attribute(name: name, value: open..<position, written: open..<position))
            }
        }
        return attributes
    }
}
