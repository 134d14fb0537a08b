/// The text of a `.env` file: one `NAME=value` a line.
///
/// Taken: an `export` before the name, comments on lines of their own or after white space, values bare, in
/// single quotes (as they are) or in double quotes (`\n`, `\t`, `\"`, `\\` and `\$` mean what they do in a shell).
package struct DotEnv: Sendable {
    package private(set) var variables: [String: String] = [:]
    /// One warning for each line that is no assignment. Lines are named by number only: they may hold secrets.
    package private(set) var diagnostics: [Diagnostic] = []

    /// `path` names the file in warnings.
    package init(_ text: String, path: String = ".env") {
        var text = text[...]
        if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let assignment = Self.trimmed(line)
            guard !assignment.isEmpty, assignment.first != "#" else { continue }
            if let (name, value) = Self.read(assignment) {
                variables[name] = value
            } else {
                diagnostics.append(
                    Diagnostic(
                        .configurationValue, "line \(index + 1) of \(path) is not an assignment",
                        at: SourceLocation(path: path, line: index + 1),
                        help: "write NAME=value, the value in quotes if it has blanks", severity: .warning))
            }
        }
    }

    private static func read(_ line: Substring) -> (String, String)? {
        var rest = line
        if rest.hasPrefix("export "), let name = trimmed(rest.dropFirst(7)).first, name != "=" {
            rest = trimmed(rest.dropFirst(7))
        }
        guard let equals = rest.firstIndex(of: "=") else { return nil }
        let name = String(trimmed(rest[..<equals]))
        guard isName(name), let value = value(trimmed(rest[rest.index(after: equals)...])) else { return nil }
        return (name, value)
    }

    /// Names as POSIX has them.
    package static func isName(_ name: String) -> Bool {
        guard let first = name.utf8.first, !(0x30...0x39).contains(first) else { return false }
        return name.utf8.allSatisfy {
            (0x41...0x5A).contains($0 & ~0x20) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_")
        }
    }

    private static func value(_ text: Substring) -> String? {
        guard let quote = text.first, quote == "\"" || quote == "'" else { return bare(text) }
        var value = ""
        var characters = text.dropFirst()
        while let character = characters.popFirst() {
            if character == quote {
                let rest = trimmed(characters)
                return rest.isEmpty || rest.first == "#" ? value : nil
            }
            guard character == "\\", quote == "\"", let escaped = characters.popFirst() else {
                value.append(character)
                continue
            }
            switch escaped {
            case "n": value.append("\n")
            case "t": value.append("\t")
            case "\"", "\\", "$": value.append(escaped)
            default: value += "\\\(escaped)"
            }
        }
        return nil
    }

    /// Up to a comment, which starts after white space: `#` is also part of addresses and of keys.
    private static func bare(_ text: Substring) -> String {
        if text.first == "#" { return "" }
        let comment = zip(text.indices, text.indices.dropFirst()).first { before, mark in
            text[mark] == "#" && (text[before] == " " || text[before] == "\t")
        }
        return String(trimmed(text[..<(comment?.0 ?? text.endIndex)]))
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text.drop { $0 == " " || $0 == "\t" }
        while let last = text.last, last == " " || last == "\t" || last == "\r" { text.removeLast() }
        return text
    }
}
