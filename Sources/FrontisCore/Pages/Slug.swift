import Foundation

/// Makes address parts of names, and ids of headings.
package enum Slug {
    /// For a heading: lower case, NFC, letters and digits of any script kept, every run of the rest one `-`.
    package static func make(_ text: String) -> String {
        if let ascii = fastASCII(text) { return ascii }
        var slug = String.UnicodeScalarView()
        for scalar in text.precomposedStringWithCanonicalMapping.lowercased().unicodeScalars {
            let properties = scalar.properties
            if properties.isDefaultIgnorableCodePoint { continue }
            let isMark = properties.generalCategory == .nonspacingMark || properties.generalCategory == .spacingMark
            if properties.isAlphabetic || properties.numericType != nil || isMark || scalar == "_" {
                slug.append(scalar)
            } else if isApostrophe(scalar) {
                continue
            } else if let last = slug.last, last != "-" {
                slug.append("-")
            }
        }
        if slug.last == "-" { slug.removeLast() }
        return String(slug)
    }

    /// The text without what nobody sees or types: zero-width spaces and joiners, variation selectors, soft hyphens.
    package static func visible(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 >= 0x80 }),
            text.unicodeScalars.contains(where: \.properties.isDefaultIgnorableCodePoint)
        else { return text }
        return String(
            String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isDefaultIgnorableCodePoint }))
    }

    /// `don't` is one word.
    static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "'" || scalar == "\u{2019}" || scalar == "\u{2018}"
    }

    private static func fastASCII(_ text: String) -> String? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x61...0x7A, 0x5F: bytes.append(byte)
            case 0x41...0x5A: bytes.append(byte + 0x20)
            case 0x27: continue
            case 0x80...: return nil
            default: if let last = bytes.last, last != 0x2D { bytes.append(0x2D) }
            }
        }
        if bytes.last == 0x2D { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }
}
