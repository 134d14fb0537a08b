import FrontisCore

/// Finds the tags of shortcodes in Markdown, past code and comments. What is no tag of a known shortcode is text.
struct ShortcodeScanner {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let names: Set<String>
    private var position = 0
    /// Shortcodes whose text is code, whatever it looks like.
    private var verbatim: Set<String>

    /// Bytes of one tag; what is longer is prose.
    private static let longest = 8_000

    /// - Parameter verbatim: those of the names whose text is code.
    init(_ bytes: UnsafeBufferPointer<UInt8>, names: Set<String>, verbatim: Set<String>) {
        (self.bytes, self.names, self.verbatim) = (bytes, names, verbatim)
    }

    /// The next tag.
    mutating func next() -> ShortcodeTag? {
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\\"): position += 2
            case UInt8(ascii: "`"), UInt8(ascii: "~"): position = CodeScan.end(from: position, in: bytes)
            case UInt8(ascii: "<") where bytes[position...].starts(with: "<!--".utf8):
                position =
                    ByteSearch.index(of: Self.commentEnd, in: bytes, from: position + 2).map { $0 + 3 } ?? bytes.count
            case UInt8(ascii: "{"):
                if let tag = tag() {
                    position = tag.range.upperBound
                    if case .call = tag.kind, let name = tag.name, verbatim.contains(name) { skip(toEndOf: name) }
                    return tag
                }
                position += 1
            default: position += 1
            }
        }
        return nil
    }

    /// To where the text of a call ends, past all that is in it; nowhere if it has no end.
    private mutating func skip(toEndOf name: String) {
        let start = position
        while let brace = ByteSearch.index(of: UInt8(ascii: "{"), in: bytes, from: position) {
            position = brace
            if let tag = tag(), case .end = tag.kind, tag.name == name { return }
            position = brace + 1
        }
        // Nor does any that follows.
        verbatim.remove(name)
        position = start
    }

    private static let commentEnd = Array("-->".utf8)

    static func isNameByte(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || "-_/".utf8.contains(byte)
    }

    // MARK: Writings

    private func tag() -> ShortcodeTag? {
        guard position + 4 < bytes.count else { return nil }
        let rest = UnsafeBufferPointer(rebasing: bytes[position..<min(bytes.count, position + Self.longest)])
        var reader = ShortcodeReader(rest)
        switch (rest[0], rest[1], rest[2]) {
        case (UInt8(ascii: "{"), UInt8(ascii: "{"), UInt8(ascii: "<")): return hugo(&reader, "{{<", ">}}")
        case (UInt8(ascii: "{"), UInt8(ascii: "{"), UInt8(ascii: "%")): return hugo(&reader, "{{%", "%}}")
        case (UInt8(ascii: "{"), UInt8(ascii: "{"), _): return zola(&reader)
        case (UInt8(ascii: "{"), UInt8(ascii: "%"), _): return liquid(&reader)
        default: return nil
        }
    }

    /// `{{< name "a" b="c" >}}`, `{{< name />}}`, `{{< /name >}}`; the same with `%`.
    private func hugo(_ reader: inout ShortcodeReader, _ opening: String, _ closing: String) -> ShortcodeTag? {
        reader.skip(opening)
        if let escaped = reader.escaped(opening, closing) { return found(.escaped(escaped), nil, reader) }
        reader.skipBlanks()
        let isEnd = reader.take("/")
        reader.skipBlanks()
        guard let name = reader.name(), names.contains(name) else { return nil }
        if isEnd {
            reader.skipBlanks()
            return reader.take(closing) ? found(.end, name, reader) : nil
        }
        guard let (arguments, isClosed) = reader.arguments(until: closing) else { return nil }
        return found(.call(arguments: arguments, mayHaveEnd: !isClosed), name, reader)
    }

    /// `{{ name(a="b") }}`
    private func zola(_ reader: inout ShortcodeReader) -> ShortcodeTag? {
        reader.skip("{{")
        if let escaped = reader.escaped("{{", "}}") { return found(.escaped(escaped), nil, reader) }
        _ = reader.take("-")
        reader.skipBlanks()
        guard let name = reader.name(), names.contains(name), let arguments = reader.listed(until: "}}") else {
            return nil
        }
        return found(.call(arguments: arguments, mayHaveEnd: false), name, reader)
    }

    /// `{% name(a="b") %}…{% end %}`, `{% include name.html a="b" %}`, `{% name a %}…{% endname %}`
    private func liquid(_ reader: inout ShortcodeReader) -> ShortcodeTag? {
        reader.skip("{%")
        if let escaped = reader.escaped("{%", "%}") { return found(.escaped(escaped), nil, reader) }
        _ = reader.take("-")
        reader.skipBlanks()
        guard var name = reader.name() else { return nil }
        if name == "include" {
            reader.skipBlanks()
            guard let included = reader.name() else { return nil }
            _ = reader.take(".html") || reader.take(".md")
            name = included
            guard names.contains(name), let (arguments, _) = reader.arguments(until: "%}") else { return nil }
            return found(.call(arguments: arguments, mayHaveEnd: false), name, reader)
        }
        if name == "end"
            || (name.hasPrefix("end") && names.contains(String(name.dropFirst(3))) && !names.contains(name))
        {
            reader.skipBlanks()
            _ = reader.take("-")
            guard reader.take("%}") else { return nil }
            return name == "end"
                ? found(.end, nil, reader, isZola: true) : found(.end, String(name.dropFirst(3)), reader)
        }
        guard names.contains(name) else { return nil }
        if reader.isAtList {
            guard let arguments = reader.listed(until: "%}") else { return nil }
            return found(.call(arguments: arguments, mayHaveEnd: true), name, reader, isZola: true)
        }
        guard let (arguments, _) = reader.arguments(until: "%}") else { return nil }
        return found(.call(arguments: arguments, mayHaveEnd: true), name, reader)
    }

    private func found(
        _ kind: ShortcodeTag.Kind, _ name: String?, _ reader: ShortcodeReader, isZola: Bool = false
    ) -> ShortcodeTag {
        ShortcodeTag(name: name, kind: kind, range: position..<(position + reader.position), isZola: isZola)
    }
}
