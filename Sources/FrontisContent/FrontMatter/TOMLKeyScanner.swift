import FrontisCore

/// Finds where keys stand in TOML that is known to be well-formed: `[table]` headers and `key = value` lines.
///
/// Keys inside inline tables share the place of the key that holds the table.
enum TOMLKeyScanner {
    struct Place {
        var key: SourceLocation
        var value: SourceLocation
    }

    static func places(in toml: String, source: SourceText, lineOffset: Int) -> [[String]: Place] {
        var places: [[String]: Place] = [:]
        var table: [String] = []
        /// The quotes that end the string which began on an earlier line.
        var openQuotes: String?
        let lines = toml.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated() {
            if let quotes = openQuotes {
                if line.contains(quotes) { openQuotes = nil }
                continue
            }
            let indent = line.prefix { $0 == " " || $0 == "\t" }.count
            let rest = line.dropFirst(indent)
            if rest.first == "[" {
                let name = rest.drop { $0 == "[" }.prefix { $0 != "]" }
                table = keyPath(String(name))
                let place = SourceLocation(
                    path: source.path, line: index + 1 + lineOffset, column: indent + 1, length: rest.count)
                places[table] = Place(key: place, value: place)
                continue
            }
            guard let equals = assignment(in: rest) else { continue }
            let keyText = rest[..<equals]
            let name = String(keyText).trimmed
            guard !name.isEmpty, name.first != "#" else { continue }
            let value = rest[rest.index(after: equals)...]
            let gap = value.prefix { $0 == " " || $0 == "\t" }.count
            let quote = value.dropFirst(gap).first.map { $0 == "\"" || $0 == "'" ? 1 : 0 } ?? 0
            let number = index + 1 + lineOffset
            places[table + keyPath(name)] = Place(
                key: SourceLocation(path: source.path, line: number, column: indent + 1, length: name.count),
                value: SourceLocation(
                    path: source.path, line: number, column: indent + keyText.count + 1 + gap + quote + 1))
            for quotes in ["\"\"\"", "'''"] {
                let parts = value.split(separator: quotes, omittingEmptySubsequences: false)
                if parts.count == 2 { openQuotes = quotes }
            }
        }
        return places
    }

    /// The `=` that divides key and value: the first one outside a quoted key.
    private static func assignment(in line: Substring) -> Substring.Index? {
        var quote: Character?
        for index in line.indices {
            let character = line[index]
            if let open = quote {
                if character == open { quote = nil }
            } else if character == "\"" || character == "'" {
                quote = character
            } else if character == "=" {
                return index
            } else if character == "#" {
                return nil
            }
        }
        return nil
    }

    private static func keyPath(_ text: String) -> [String] {
        var parts: [String] = []
        var part = ""
        var quote: Character?
        for character in text {
            if let open = quote {
                if character == open { quote = nil } else { part.append(character) }
            } else if character == "\"" || character == "'" {
                quote = character
            } else if character == "." {
                parts.append(part.trimmed)
                part = ""
            } else {
                part.append(character)
            }
        }
        return parts + [part.trimmed]
    }
}

extension String {
    /// Without white space at its ends.
    var trimmed: String {
        var rest = self[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
