/// Makes hostile files out of good ones: bytes, lines and brackets changed, doubled, nested, cut, and what is known to
/// hurt put in. The same seed and the same file always give the same result.
package struct Mutator {
    private var random: SeededNumbers

    package init(seed: UInt64) { random = SeededNumbers(seed: seed) }

    /// What readers of text stumble over, whatever the text is.
    private static let pieces: [[UInt8]] =
        [
            "\u{0}", "\u{1}P0\u{1}", "\r", "\r\n", "\u{FEFF}", "\u{202E}", "\u{2067}", "e\u{301}\u{301}\u{301}", "👩‍👩‍👧‍👦",
            "\u{2028}",
            "9223372036854775808", "-9223372036854775808", "1e308", "1e-400", "0x7fffffffffffffff", "NaN", "-0",
            "9999-99-99",
            "2026-02-30T25:61:61Z", "-0001-01-01", "2026-03-02 10:00:00 +99:99", "{{", "}}", "{{{", "{{#page}}",
            "{{/page}}",
            "{{^x}}", "{{> base}}", "{{<base}}", "{{$a}}", "{{=<% %>=}}", "{{!", "{%", "---\n", "+++\n", "...\n", "&a ",
            "*a ", "? ",
            "!!binary ", "<<: ", "| \n", "> ", "- ", "[", "]", "{", "}", "[[", "]]", "\"\"\"", "'''", "\"", "'", "\\",
            "\\u0000",
            "\\ud800", "<", ">", "<!--", "-->", "<![CDATA[", "<?", "<svg>", "<script>", "</", "<img src=a alt='",
            "<picture>", "<table><td>",
            "![](", "![a](ai:b)", "![](<ai:a fox>)", "[a]: b\n", "[^a]", "[^a]: ", "](", "`", "```\n", "~~", "**", "_",
            "|a|b|\n|-|-|\n", "- [ ] ",
            "http://a", "www.", "a@b", "&amp;", "&#x110000;", "..", "../", "/etc/passwd", "%00", "%2e%2e/", "${X}",
            "a.a.a.a.a", "::",
        ].map { Array($0.utf8) } + [
            [0xC3], [0xFF, 0xFE], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80], [0x7F], [0x1B],
        ]

    /// A hostile version of `seed`, of at most about a megabyte.
    package mutating func mutate(_ seed: [UInt8], with others: [[UInt8]]) -> [UInt8] {
        var bytes = seed
        for _ in 0...random.number(below: 6) {
            change(&bytes, others)
            if bytes.count > 1 << 20 { bytes.removeSubrange((1 << 20)...) }
        }
        return bytes
    }

    private mutating func change(_ bytes: inout [UInt8], _ others: [[UInt8]]) {
        let place = random.number(below: bytes.count + 1)
        switch random.number(below: 12) {
        case 0: bytes.insert(contentsOf: piece(), at: place)
        case 1: bytes.insert(contentsOf: repeated(piece(), most: 4_000), at: place)
        case 2: nest(&bytes, at: place)
        case 3: bytes.removeSubrange(range(in: bytes, longest: 200))
        case 4: bytes.removeSubrange(place...)
        case 5: for _ in 0..<random.number(below: 20) where !bytes.isEmpty { flip(&bytes) }
        case 6: bytes.insert(contentsOf: repeated(Array(bytes[range(in: bytes, longest: 60)]), most: 3_000), at: place)
        case 7: swapLines(&bytes)
        case 8: doubleLine(&bytes)
        case 9:
            let other = random.pick(others)
            bytes.insert(contentsOf: other[range(in: other, longest: 400)], at: place)
        case 10:
            for _ in 0..<random.number(below: 8) {
                bytes.insert(contentsOf: piece(), at: random.number(below: bytes.count + 1))
            }
        default: replaceNumber(&bytes)
        }
    }

    private mutating func piece() -> [UInt8] { random.pick(Self.pieces) }

    /// Mostly a few times, now and then very often.
    private mutating func repeated(_ piece: [UInt8], most: Int) -> [UInt8] {
        let count = random.number(below: 4) == 0 ? random.number(below: most) : random.number(below: 40)
        return Array(repeatElement(piece, count: count).joined())
    }

    private mutating func nest(_ bytes: inout [UInt8], at place: Int) {
        let pairs: [(String, String)] = [
            ("[", "]"), ("{a: ", "}"), ("{\"a\":", "}"), ("> ", ""), ("- ", ""), ("*a ", "*"), ("**", "**"),
            ("![", "](b)"), ("<div>", "</div>"),
            ("<b>", ""), ("{{#page}}", "{{/page}}"), ("{{#pages}}", "{{/pages}}"), ("a.", ""), ("(", ")"), ("\"", "\""),
            ("  ", ""),
        ]
        let (open, close) = random.pick(pairs)
        let count = random.number(below: 3) == 0 ? random.number(below: 20_000) : random.number(below: 300)
        let length = min(random.number(below: 40), bytes.count - place)
        bytes.insert(contentsOf: repeatElement(Array(close.utf8), count: count).joined(), at: place + length)
        bytes.insert(contentsOf: repeatElement(Array(open.utf8), count: count).joined(), at: place)
    }

    private mutating func range(in bytes: [UInt8], longest: Int) -> Range<Int> {
        let start = random.number(below: bytes.count + 1)
        return start..<min(bytes.count, start + random.number(below: longest))
    }

    private mutating func flip(_ bytes: inout [UInt8]) {
        bytes[random.number(below: bytes.count)] = UInt8(truncatingIfNeeded: random.next())
    }

    private mutating func swapLines(_ bytes: inout [UInt8]) {
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        lines.swapAt(random.number(below: lines.count), random.number(below: lines.count))
        bytes = Array(lines.joined(separator: [0x0A]))
    }

    private mutating func doubleLine(_ bytes: inout [UInt8]) {
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        let line = random.pick(lines)
        let count = random.number(below: 4) == 0 ? random.number(below: 2_000) : random.number(below: 5)
        lines.insert(contentsOf: repeatElement(line, count: count), at: random.number(below: lines.count + 1))
        bytes = Array(lines.joined(separator: [0x0A]))
    }

    private mutating func replaceNumber(_ bytes: inout [UInt8]) {
        let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
        guard let start = bytes.indices.filter({ isDigit(bytes[$0]) }).randomElement(using: &random) else { return }
        let end = bytes[start...].firstIndex { !isDigit($0) } ?? bytes.count
        let numbers = ["9223372036854775807", "-1", "1e15", "0", "00", "1e400", "99999999999999999999999", "0.1e-9"]
        bytes.replaceSubrange(start..<end, with: random.pick(numbers).utf8)
    }
}
