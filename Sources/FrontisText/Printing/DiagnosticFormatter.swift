package import FrontisCore

/// Lays a diagnostic out for a terminal: the headline, the source line with a caret, the way out.
package struct DiagnosticFormatter: Sendable {
    package var usesColor: Bool

    package init(usesColor: Bool = false) {
        self.usesColor = usesColor
    }

    package func text(_ diagnostic: Diagnostic) -> String {
        var place = ""
        if let location = diagnostic.location {
            place = "\(clean(location.path)):\(location.line):\(location.column): "
        }
        var lines = [
            "\(bold(place))\(severity(diagnostic.severity)): \(clean(diagnostic.summary)) [\(diagnostic.id.rawValue)]"
        ]
        if let location = diagnostic.location, let source = diagnostic.sourceLine {
            lines += excerpt(of: source, at: location)
        }
        if let help = diagnostic.help {
            let margin = diagnostic.sourceLine == nil ? "  " : "    "
            lines += help.split(separator: "\n").enumerated().map { index, line in
                margin + (index == 0 ? "help: " : "      ") + clean(String(line))
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Tabs stay tabs in the caret line, so that the caret stands under its character at any tab width.
    private func excerpt(of source: String, at location: SourceLocation) -> [String] {
        let shown = clean(source)
        let number = String(location.line)
        let gutter = String(repeating: " ", count: number.count)
        let before = shown.prefix(location.column - 1)
        let padding = before.map { character in
            character == "\t" ? "\t" : String(repeating: " ", count: Self.columns(of: character))
        }.joined()
        let rest = shown.dropFirst(location.column - 1).prefix(location.length)
        let width = max(1, rest.reduce(0) { $0 + Self.columns(of: $1) })
        let caret = "^" + String(repeating: "~", count: width - 1)
        return ["  \(number) | \(shown)", "  \(gutter) | \(padding)\(green(caret))"]
    }

    /// Terminal columns that a character takes: two for the wide East Asian ranges and emoji.
    static func columns(of character: Character) -> Int {
        guard let scalar = character.unicodeScalars.first else { return 0 }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
            0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
            0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            return 2
        default:
            return 1
        }
    }

    /// What a terminal obeys never reaches it: messages may quote vendors, models and files, and name those.
    private func clean(_ text: String) -> String { UntrustedText.visible(text, without: .turnsButTabs) }

    private func severity(_ severity: Severity) -> String {
        switch severity {
        case .error: paint("error", "1;31")
        case .warning: paint("warning", "1;33")
        case .note, .ignored: paint("note", "1;36")
        }
    }

    private func bold(_ text: String) -> String { text.isEmpty ? text : paint(text, "1") }
    private func green(_ text: String) -> String { paint(text, "32") }

    private func paint(_ text: String, _ code: String) -> String {
        usesColor ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
