extension [UInt8] {
    /// Prints a value, with the five characters that mean something in HTML as entities.
    mutating func append(_ value: TemplateValue, escaped: Bool) {
        switch value {
        case .absent, .objects, .map: break
        case .flag, .integer, .number: append(string: value.printed)
        case .text, .object, .texts, .values:
            if escaped { append(escaping: value.printed) } else { append(string: value.printed) }
        }
    }

    private mutating func append(string: String) {
        var string = string
        string.withUTF8 { append(contentsOf: $0) }
    }

    /// Byte by byte: the five are ASCII, and never part of another character in UTF-8.
    private mutating func append(escaping string: String) {
        var string = string
        string.withUTF8 { bytes in
            var start = 0
            for index in bytes.indices {
                guard let entity = Self.entity(for: bytes[index]) else { continue }
                append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
                entity.withUTF8Buffer { append(contentsOf: $0) }
                start = index + 1
            }
            append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
        }
    }

    @inline(__always) private static func entity(for byte: UInt8) -> StaticString? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }
}
