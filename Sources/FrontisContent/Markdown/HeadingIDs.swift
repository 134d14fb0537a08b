import Foundation
import FrontisCore

/// Gives headings ids that are unique on the page and stay the same while the text above them changes in
/// other ways: `fares`, `fares-1`, `fares-2`.
struct HeadingIDs {
    private var used: Set<String> = []
    /// The last number that was tried for a text: those below it are taken for good.
    private var numbers: [String: Int] = [:]

    /// - Parameter taken: ids that others on the page have.
    init(taken: Set<String> = []) { used = taken }

    /// Takes an id that an author has chosen.
    ///
    /// - Returns: whether it was free.
    mutating func reserve(_ id: String) -> Bool { used.insert(id).inserted }

    mutating func next(for wanted: String) -> String {
        let base = wanted.isEmpty ? "section" : wanted
        var id = base
        var number = numbers[base, default: 0]
        if number > 0 { id = "\(base)-\(number)" }
        while !used.insert(id).inserted {
            number += 1
            id = "\(base)-\(number)"
        }
        numbers[base] = number
        return id
    }

    /// What a heading's text becomes before it is made unique.
    static func id(of text: String, by style: SiteConfiguration.HeadingIDStyle) -> String {
        if style != .frontis, let id = asciiID(of: text, trimsFirst: style == .hugo) { return id }
        return switch style {
        case .frontis: Slug.make(text)
        // Both drop punctuation and put a dash for every blank: `Version 1.87.0` is `version-1870`, `A & B` is `a--b`.
        // GitHub keeps the signs of Indian and other scripts, Hugo does not. Here blanks at the ends go after the
        // punctuation, so that `🛠️ Tools` is `tools`.
        case .github: dashed(Slug.visible(text).wordScalars { isWord($0, withMarks: true) }.trimmed)
        case .hugo: dashed(Slug.visible(text).trimmed.wordScalars { isWord($0, withMarks: false) })
        }
    }

    /// Most headings; nothing for others.
    private static func asciiID(of text: String, trimsFirst: Bool) -> String? {
        var id: [UInt8] = []
        id.reserveCapacity(text.utf8.count)
        for byte in trimsFirst ? text.trimmed.utf8 : text.utf8 {
            switch byte {
            case 0x30...0x39, 0x61...0x7A, 0x2D, 0x5F: id.append(byte)
            case 0x41...0x5A: id.append(byte + 0x20)
            case 0x20, 0x09...0x0D: id.append(0x20)
            case 0x80...: return nil
            default: continue
            }
        }
        var words = id[...]
        if !trimsFirst {
            words = words.drop { $0 == 0x20 }
            while words.last == 0x20 { words.removeLast() }
        }
        return String(decoding: words.map { $0 == 0x20 ? 0x2D : $0 }, as: UTF8.self)
    }

    private static func dashed(_ text: String) -> String {
        text.lowercased().replacing(" ", with: "-")
    }

    private static func isWord(_ scalar: Unicode.Scalar, withMarks: Bool) -> Bool {
        if scalar.isASCII {
            switch scalar.value {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x20, 0x2D, 0x5F: return true
            default: return false
            }
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber:
            return true
        case .nonspacingMark, .spacingMark, .connectorPunctuation: return withMarks
        default: return false
        }
    }
}

extension String {
    /// White space of every kind is a blank.
    fileprivate func wordScalars(_ isKept: (Unicode.Scalar) -> Bool) -> String {
        var kept = String.UnicodeScalarView()
        for scalar in precomposedStringWithCanonicalMapping.unicodeScalars {
            if scalar.properties.isWhitespace {
                kept.append(" ")
            } else if isKept(scalar) {
                kept.append(scalar)
            }
        }
        return String(kept)
    }
}
