import FrontisCore

/// Reads the inside of a shortcode's tag.
struct ShortcodeReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private(set) var position = 0

    private static let mostArguments = 200

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    private var byte: UInt8? { position < bytes.count ? bytes[position] : nil }

    mutating func skip(_ text: String) { position += text.utf8.count }

    mutating func take(_ text: String) -> Bool {
        guard bytes[position...].starts(with: text.utf8) else { return false }
        skip(text)
        return true
    }

    mutating func skipBlanks() {
        while let byte, Self.isBlank(byte) { position += 1 }
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    mutating func name() -> String? {
        var name = bytes[position...].prefix(while: ShortcodeScanner.isNameByte)
        // `/>` ends a tag.
        while name.last == UInt8(ascii: "/") { name = name.dropLast() }
        let text = String(decoding: name, as: UTF8.self)
        guard Shortcodes.isName(text) else { return nil }
        position = name.endIndex
        return text
    }

    /// What a tag that is commented out prints: the tag without the comment's marks.
    mutating func escaped(_ opening: String, _ closing: String) -> String? {
        let start = position
        guard take("/*") else { return nil }
        guard let end = ByteSearch.index(of: Array("*/\(closing)".utf8), in: bytes, from: position) else {
            position = start
            return nil
        }
        let inner = String(decoding: bytes[position..<end], as: UTF8.self)
        position = end + 2 + closing.utf8.count
        return opening + inner + closing
    }

    // MARK: Arguments

    /// Of a tag that divides them by blanks or commas.
    ///
    /// - Returns: them, and whether the tag closes itself; nothing where it has no end.
    mutating func arguments(until closing: String) -> (arguments: [String: ParamValue], isClosed: Bool)? {
        var arguments: [String: ParamValue] = [:]
        var place = 0
        while arguments.count <= Self.mostArguments {
            while let byte, Self.isBlank(byte) || byte == UInt8(ascii: ",") { position += 1 }
            if take(closing) || take("-" + closing) { return (arguments, false) }
            if take("/" + closing) { return (arguments, true) }
            guard byte != nil else { return nil }
            if let key = key() {
                guard let value = value(endingBefore: closing) else { return nil }
                arguments[key] = value
            } else {
                guard let value = value(endingBefore: closing) else { return nil }
                arguments[String(place)] = value
                place += 1
            }
        }
        return nil
    }

    /// Whether arguments in round brackets follow.
    var isAtList: Bool {
        var other = self
        other.skipBlanks()
        return other.byte == UInt8(ascii: "(")
    }

    /// Those in round brackets, divided by commas.
    mutating func listed(until closing: String) -> [String: ParamValue]? {
        skipBlanks()
        guard take("(") else { return nil }
        var arguments: [String: ParamValue] = [:]
        while arguments.count <= Self.mostArguments {
            while let byte, Self.isBlank(byte) || byte == UInt8(ascii: ",") { position += 1 }
            if take(")") {
                skipBlanks()
                _ = take("-")
                return take(closing) ? arguments : nil
            }
            guard let key = key() else { return nil }
            skipBlanks()
            guard let value = value(endingBefore: ")") else { return nil }
            arguments[key] = value
        }
        return nil
    }

    /// `name=`, with blanks round the sign in Zola's writing.
    private mutating func key() -> String? {
        let start = position
        let name = bytes[position...].prefix {
            (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || "-_".utf8.contains($0)
        }
        position = name.endIndex
        let end = position
        skipBlanks()
        guard !name.isEmpty, take("=") else {
            position = start
            return nil
        }
        skipBlanks()
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    /// A text in quotes, a list, or a word.
    private mutating func value(endingBefore closing: String) -> ParamValue? {
        guard let first = byte else { return nil }
        if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") || first == UInt8(ascii: "`") {
            return quoted(first).map(ParamValue.text)
        }
        if first == UInt8(ascii: "[") {
            guard let end = ByteSearch.index(of: UInt8(ascii: "]"), in: bytes, from: position) else { return nil }
            let items = String(decoding: bytes[(position + 1)..<end], as: UTF8.self).split(separator: ",")
            position = end + 1
            return .text(items.map { String($0).trimmed.trimmingQuotes }.filter { !$0.isEmpty }.joined(separator: ", "))
        }
        let start = position
        let mark = Array(closing.utf8)
        while let byte, !Self.isBlank(byte), byte != UInt8(ascii: ","), !bytes[position...].starts(with: mark),
            !(byte == UInt8(ascii: "/") && bytes[(position + 1)...].starts(with: mark))
        {
            position += 1
        }
        guard position > start else { return nil }
        let word = String(decoding: bytes[start..<position], as: UTF8.self)
        // Another tag begins where this one has no end.
        guard !word.contains("{{") else { return nil }
        switch word {
        case "true": return .flag(true)
        case "false": return .flag(false)
        default: return .text(word)
        }
    }

    /// With the quote's own escapes taken back; between backticks there are none.
    private mutating func quoted(_ quote: UInt8) -> String? {
        var text: [UInt8] = []
        position += 1
        while let byte {
            position += 1
            if byte == quote { return String(decoding: text, as: UTF8.self) }
            if byte == UInt8(ascii: "\\"), quote != UInt8(ascii: "`"), let next = self.byte {
                if next == quote || next == UInt8(ascii: "\\") {
                    text.append(next)
                    position += 1
                    continue
                }
                if next == UInt8(ascii: "n") {
                    text.append(0x0A)
                    position += 1
                    continue
                }
            }
            text.append(byte)
        }
        return nil
    }
}

extension String {
    fileprivate var trimmingQuotes: String {
        guard let first, count > 1, first == last, "\"'`".contains(first) else { return self }
        return String(dropFirst().dropLast())
    }
}
