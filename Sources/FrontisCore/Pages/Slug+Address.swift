import Foundation

/// Parts of addresses. What these rules say is where readers' bookmarks lead: they do not change.
extension Slug {
    /// Of a part that is made of a name: file systems take 255 bytes, and addresses are read aloud.
    private static let longest = 200

    /// The part that stands for a name: of a file, a folder, a page's title, a tag.
    ///
    /// Lower case, NFC. Letters and digits of any script and `_` are kept; so are a dot or `~` between two of them
    /// (`2.0.1`), `+` right behind one (`c++`), and `#` behind one at the end of a word (`c#`). Apostrophes go, every run
    /// of the rest is one `-`. Of a name that has nothing of all that, such as a single emoji, what is written. Cut where
    /// it is longer than 200 bytes.
    ///
    /// - Returns: nothing for a name that cannot be part of an address at all, such as `..`.
    package static func address(of name: String) -> String? {
        if name.utf8.count <= longest, isPlain(name) { return name }
        let composed = name.utf8.contains { $0 >= 0x80 } ? name.precomposedStringWithCanonicalMapping : name
        let scalars = Array(composed.lowercased().unicodeScalars)
        var slug = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            let next = index + 1 < scalars.count ? scalars[index + 1] : nil
            if isWord(scalar) {
                slug.append(scalar)
            } else if isMark(scalar) {
                // One that belongs to no letter would be an address that nobody sees.
                if let last = slug.last, isWord(last) || isMark(last) { slug.append(scalar) }
            } else if isApostrophe(scalar) || scalar.properties.isVariationSelector {
                continue
            } else if let last = slug.last, isKept(scalar, behind: last, before: next) {
                slug.append(scalar)
            } else if let last = slug.last, last != "-" {
                slug.append("-")
            }
        }
        if slug.last == "-" { slug.removeLast() }
        let made = cut(String(slug))
        return made.isEmpty ? verbatim(name) : made
    }

    /// The part that an author has written for it: as it stands, in NFC, with `-` for white space. What would leave the
    /// folder or hide the file goes: control characters, slashes, backslashes, and dots at the beginning.
    ///
    /// - Returns: nothing where nothing is left.
    package static func verbatim(_ written: String) -> String? {
        var part = String.UnicodeScalarView()
        let trimmed = written.trimmingCharacters(in: .whitespacesAndNewlines)
        for scalar in trimmed.precomposedStringWithCanonicalMapping.unicodeScalars {
            if scalar.properties.isWhitespace {
                if part.last != "-" { part.append("-") }
            } else if scalar.properties.generalCategory != .control, scalar != "/", scalar != "\\",
                !(scalar == "." && part.isEmpty)
            {
                part.append(scalar)
            }
        }
        let text = cut(String(part), to: 255)
        return text.isEmpty ? nil : text
    }

    /// Folders, each as its name's part: `Field Notes/2026` is `field-notes/2026`.
    package static func path(of folders: String) -> String {
        folders.split(separator: "/").compactMap { address(of: String($0)) }.joined(separator: "/")
    }

    /// Whether it is its own part already, as most names of files are.
    private static func isPlain(_ name: String) -> Bool {
        var last = UInt8(ascii: "-")
        for byte in name.utf8 {
            switch byte {
            case 0x30...0x39, 0x61...0x7A, 0x5F: break
            case 0x2D where last != 0x2D: break
            default: return false
            }
            last = byte
        }
        return last != UInt8(ascii: "-")
    }

    private static func isKept(_ scalar: Unicode.Scalar, behind last: Unicode.Scalar, before next: Unicode.Scalar?)
        -> Bool
    {
        switch scalar {
        case ".", "~": isWord(last) && next.map(isWord) == true
        case "+": isWord(last) || last == "+"
        case "#": isWord(last) && next.map(isWord) != true
        default: false
        }
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            switch scalar.value {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F: return true
            default: return false
            }
        }
        let properties = scalar.properties
        return properties.isAlphabetic || properties.numericType != nil
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        !scalar.properties.isVariationSelector
            && [.nonspacingMark, .spacingMark].contains(scalar.properties.generalCategory)
    }

    /// Between two characters.
    private static func cut(_ text: String, to limit: Int = longest) -> String {
        guard text.utf8.count > limit else { return text }
        var rest = text[...]
        while rest.utf8.count > limit { rest.removeLast() }
        while rest.last == "-" { rest.removeLast() }
        return String(rest)
    }
}
