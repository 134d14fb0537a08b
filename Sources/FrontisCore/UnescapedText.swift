/// Text with its escapes undone, one layer after the other, and where each byte of it is written.
///
/// JSON's and JavaScript's `\u002B`, `\/` and kin, percent-encoding in either case, and HTML's references by number and for
/// the five characters that mean something in it. What looks like an escape and is none stays as it is.
struct UnescapedText {
    private(set) var bytes: [UInt8]
    /// By byte, where it begins as written; then where the last one ends. Empty where bytes are as written.
    private var starts: [UInt32] = []

    /// - Parameter written: less than 4 GiB; answers are bounded far below that.
    init(_ written: [UInt8]) { bytes = written }

    /// Where bytes are written.
    func place(of range: Range<Int>) -> Range<Int> {
        starts.isEmpty ? range : Int(starts[range.lowerBound])..<Int(starts[range.upperBound])
    }

    /// Undoes one layer.
    ///
    /// - Returns: whether there was any.
    mutating func unescape() -> Bool {
        guard bytes.contains(where: { $0 == Self.backslash || $0 == Self.percent || $0 == Self.ampersand }) else {
            return false
        }
        var plain: [UInt8] = []
        var places: [UInt32] = []
        plain.reserveCapacity(bytes.count)
        places.reserveCapacity(bytes.count + 1)
        var index = 0
        while index < bytes.count {
            let place = starts.isEmpty ? UInt32(index) : starts[index]
            if let (character, length) = escape(at: index) {
                for byte in character {
                    plain.append(byte)
                    places.append(place)
                }
                index += length
            } else {
                plain.append(bytes[index])
                places.append(place)
                index += 1
            }
        }
        guard plain.count != bytes.count else { return false }
        places.append(starts.last ?? UInt32(bytes.count))
        (bytes, starts) = (plain, places)
        return true
    }

    private static let backslash = UInt8(ascii: "\\")
    private static let percent = UInt8(ascii: "%")
    private static let ampersand = UInt8(ascii: "&")

    /// What is written at a place in more bytes than it has.
    private func escape(at index: Int) -> (character: [UInt8], length: Int)? {
        switch bytes[index] {
        case Self.backslash: backslashed(at: index)
        case Self.percent: number(at: index + 1, digits: 2, radix: 16).map { ([UInt8(truncatingIfNeeded: $0)], 3) }
        case Self.ampersand: reference(at: index)
        default: nil
        }
    }

    private func backslashed(at index: Int) -> (character: [UInt8], length: Int)? {
        guard index + 1 < bytes.count else { return nil }
        switch bytes[index + 1] {
        case UInt8(ascii: "u"), UInt8(ascii: "U"):
            return number(at: index + 2, digits: 4, radix: 16).flatMap(Self.utf8).map { ($0, 6) }
        case UInt8(ascii: "x"):
            return number(at: index + 2, digits: 2, radix: 16).flatMap(Self.utf8).map { ($0, 4) }
        case UInt8(ascii: "n"): return ([0x0A], 2)
        case UInt8(ascii: "r"): return ([0x0D], 2)
        case UInt8(ascii: "t"): return ([0x09], 2)
        case let byte where byte > 0x20 && byte < 0x7F && !Self.isLetterOrDigit(byte): return ([byte], 2)
        default: return nil
        }
    }

    private static let names: [(name: [UInt8], character: UInt8)] = [
        ("amp;", "&"), ("lt;", "<"), ("gt;", ">"), ("quot;", "\""), ("apos;", "'"),
    ].map { (name: String, character: Unicode.Scalar) in (Array(name.utf8), UInt8(ascii: character)) }

    private func reference(at index: Int) -> (character: [UInt8], length: Int)? {
        let rest = bytes[(index + 1)...]
        if let (name, character) = Self.names.first(where: { rest.starts(with: $0.name) }) {
            return ([character], 1 + name.count)
        }
        guard rest.first == UInt8(ascii: "#") else { return nil }
        let isHexadecimal = rest.dropFirst().first.map { $0 | 0x20 } == UInt8(ascii: "x")
        let digits = rest.dropFirst(isHexadecimal ? 2 : 1).prefix(8).prefix { $0 != UInt8(ascii: ";") }
        let end = digits.endIndex
        guard end < bytes.count, bytes[end] == UInt8(ascii: ";"),
            let value = number(at: digits.startIndex, digits: digits.count, radix: isHexadecimal ? 16 : 10),
            let character = Self.utf8(value)
        else { return nil }
        return (character, end + 1 - index)
    }

    private func number(at index: Int, digits: Int, radix: UInt32) -> UInt32? {
        guard digits > 0, index + digits <= bytes.count else { return nil }
        var value: UInt32 = 0
        for byte in bytes[index..<(index + digits)] {
            guard let digit = Self.digit(byte), digit < radix else { return nil }
            value = value &* radix &+ digit
        }
        return value
    }

    private static func digit(_ byte: UInt8) -> UInt32? {
        switch byte {
        case 0x30...0x39: UInt32(byte) - 0x30
        case 0x41...0x46, 0x61...0x66: UInt32(byte | 0x20) - 0x61 + 10
        default: nil
        }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
    }

    /// Nothing for half of a pair.
    private static func utf8(_ value: UInt32) -> [UInt8]? { Unicode.Scalar(value).map { Array(String($0).utf8) } }
}
