import Foundation
import FrontisCore

/// What a text is found by: its words in small letters and without accents, and pairs of characters where a script has no
/// blanks between words. `search.js` takes queries apart by the same rules.
enum SearchWords {
    /// Characters of a word at most.
    private static let longest = 40

    /// In the order of the text, each as often as it stands there.
    static func words(of text: some Sequence<UInt8>, _ take: (String) -> Void) {
        var word: [UInt8] = []
        var isPlain = true
        func end() {
            guard !word.isEmpty else { return }
            if isPlain {
                take(String(decoding: word.prefix(longest), as: UTF8.self))
            } else {
                foreignWords(of: String(decoding: word, as: UTF8.self), take)
            }
            word.removeAll(keepingCapacity: true)
            isPlain = true
        }
        for byte in text {
            switch byte {
            case 0x30...0x39, 0x61...0x7A: word.append(byte)
            case 0x41...0x5A: word.append(byte + 0x20)
            case 0x80...:
                word.append(byte)
                isPlain = false
            default: end()
            }
        }
        end()
    }

    /// Of a piece that has more than ASCII in it: punctuation, accents, other scripts.
    private static func foreignWords(of piece: String, _ take: (String) -> Void) {
        var word = String.UnicodeScalarView()
        var run = String.UnicodeScalarView()
        func end() {
            if !word.isEmpty { take(String(word.prefix(longest))) }
            if run.count == 1 { take(String(run)) }
            for (first, second) in zip(run, run.dropFirst()) {
                take(String(String.UnicodeScalarView([first, second])))
            }
            word.removeAll(keepingCapacity: true)
            run.removeAll(keepingCapacity: true)
        }
        for scalar in piece.decomposedStringWithCompatibilityMapping.unicodeScalars {
            if isMark(scalar) { continue }
            guard isPartOfWord(scalar) else {
                end()
                continue
            }
            if isWrittenWithoutBlanks(scalar) {
                if !word.isEmpty { end() }
                run.append(scalar)
            } else {
                if !run.isEmpty { end() }
                // The end of a Greek word has a letter of its own, and `ß` is written `SS` in capitals.
                for lower in scalar.properties.lowercaseMapping.unicodeScalars where !isMark(lower) {
                    if lower == "ß" { word.append("s") }
                    word.append(lower == "ς" ? "σ" : lower == "ß" ? "s" : lower)
                }
            }
        }
        end()
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        default: false
        }
    }

    private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber:
            true
        default: false
        }
    }

    /// Thai, Lao, Burmese, Khmer, Japanese, Chinese.
    private static func isWrittenWithoutBlanks(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x31F0...0x31FF, 0x3400...0x4DBF,
            0x4E00...0x9FFF, 0x20000...0x323AF:
            true
        default: false
        }
    }
}
