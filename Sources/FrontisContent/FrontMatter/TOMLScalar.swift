/// TOML 1.0's values without quotes: true and false, numbers, dates and times. By their form only: that there is no 30th
/// of February toml++ says itself.
enum TOMLScalar {
    static func isWellFormed(_ value: ArraySlice<UInt8>) -> Bool {
        if value.elementsEqual("true".utf8) || value.elementsEqual("false".utf8) { return true }
        return isNumber(value) || isDateTime(value) || isTime(value)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// Digits with single underscores between them.
    private static func areDigits(_ text: ArraySlice<UInt8>, _ isDigit: (UInt8) -> Bool = Self.isDigit) -> Bool {
        text.split(separator: UInt8(ascii: "_"), omittingEmptySubsequences: false)
            .allSatisfy { !$0.isEmpty && $0.allSatisfy(isDigit) }
    }

    private static func isNumber(_ value: ArraySlice<UInt8>) -> Bool {
        var rest = value
        if rest.starts(with: "0x".utf8) {
            return areDigits(rest.dropFirst(2)) { isDigit($0) || (0x61...0x66).contains($0 | 0x20) }
        }
        if rest.starts(with: "0o".utf8) { return areDigits(rest.dropFirst(2)) { (0x30...0x37).contains($0) } }
        if rest.starts(with: "0b".utf8) { return areDigits(rest.dropFirst(2)) { (0x30...0x31).contains($0) } }
        dropSign(&rest)
        if rest.elementsEqual("inf".utf8) || rest.elementsEqual("nan".utf8) { return true }
        let parts = rest.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 | 0x20 == UInt8(ascii: "e") }
        if parts.count == 2 {
            var exponent = parts[1]
            dropSign(&exponent)
            guard areDigits(exponent) else { return false }
        }
        let sides = (parts.first ?? rest).split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard let whole = sides.first, sides.count <= 2, sides.allSatisfy({ areDigits($0) }) else { return false }
        return whole.first != UInt8(ascii: "0") || whole.count == 1
    }

    private static func dropSign(_ text: inout ArraySlice<UInt8>) {
        if text.first == UInt8(ascii: "+") || text.first == UInt8(ascii: "-") { text.removeFirst() }
    }

    /// Whether `text` has the pattern's form, in which `d` is a digit.
    private static func has(_ pattern: String, _ text: ArraySlice<UInt8>) -> Bool {
        text.count == pattern.utf8.count
            && zip(text, pattern.utf8).allSatisfy { byte, wanted in
                wanted == UInt8(ascii: "d") ? isDigit(byte) : byte == wanted
            }
    }

    private static func isDateTime(_ value: ArraySlice<UInt8>) -> Bool {
        guard has("dddd-dd-dd", value.prefix(10)) else { return false }
        var rest = value.dropFirst(10)
        guard let separator = rest.popFirst() else { return true }
        guard separator | 0x20 == UInt8(ascii: "t") || separator == 0x20 else { return false }
        if let last = rest.last, last | 0x20 == UInt8(ascii: "z") {
            rest.removeLast()
        } else if let sign = rest.suffix(6).first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
            guard has("dd:dd", rest.suffix(5)) else { return false }
            rest.removeLast(6)
        }
        return isTime(rest)
    }

    private static func isTime(_ value: ArraySlice<UInt8>) -> Bool {
        guard has("dd:dd:dd", value.prefix(8)) else { return false }
        let fraction = value.dropFirst(8)
        return fraction.isEmpty
            || fraction.first == UInt8(ascii: ".") && fraction.count > 1
                && fraction.dropFirst().allSatisfy(isDigit)
    }
}
