import FrontisTestSupport
import FrontisText
import Testing

@Suite(.timeLimit(.minutes(10))) struct JSONOfOthersTests {
    private func read(_ text: String) throws(JSONError) -> JSONValue {
        try JSONParser.parse(Array(text.utf8), by: .others).plain
    }

    private func fault(_ text: String) -> String? {
        do throws(JSONError) { _ = try read(text) } catch { return error.wordsOfAnswer }
        return nil
    }

    @Test(arguments: [
        ("null", JSONValue.null), (" [ ] ", .list([])), ("{}", .object([])), ("-0", .number("-0")), ("12", .integer(12)),
        ("1.5e2", .number("1.5e2")), ("9223372036854775807", .integer(.max)), ("9223372036854775808", .number("9223372036854775808")),
        ("1e999", .number("1e999")), (#""a\/b\u00e9\n""#, .text("a/bé\n")), (#""\ud83e\udd8a""#, .text("🦊")),
        (#""\ud83e!""#, .text("\u{FFFD}!")), ("\u{FEFF}[true,false]", .list([.flag(true), .flag(false)])),
        (#"{"b":1,"a":{"c":"d"}}"#, .object([.init("a", .object([.init("c", .text("d"))])), .init("b", .integer(1))])),
        ("\"two\nlines\"", .text("two\nlines")),
    ])
    func whatVendorsWrite(text: String, value: JSONValue) throws {
        #expect(try read(text) == value)
    }

    @Test(arguments: [
        "", " ", "{", "[1,]", "{\"a\"}", "{\"a\":}", "{a:1}", "[1 2]", "01", "1.", ".5", "+1", "1e", "tru", "nul", "\"a", "\"\\x\"",
        "\"\\u12\"", "\"\\u+123\"", "[]]", "{\"a\":1,}", "\"\\", "-", "[1]x",
    ])
    func whatIsNoJSON(text: String) {
        #expect(fault(text) == "broken JSON: cut off, or not well-formed")
    }

    @Test func bytesThatAreNoTextAreRefused() {
        #expect(JSONValue([0x22, 0xFF, 0x22]) == nil)
        #expect(JSONValue([0x22, 0x5C, 0x6E, 0xC3, 0x22]) == nil)
    }

    @Test func valuesAndDepthAreBounded() {
        #expect(fault("[" + String(repeating: "0,", count: 199_998) + "0]") == nil)
        #expect(
            fault("[" + String(repeating: "0,", count: 4_000_000) + "0]")
                == "JSON with more than 200000 values, which is not read")
        #expect(fault(String(repeating: "[", count: 64) + String(repeating: "]", count: 64)) == nil)
        #expect(fault(String(repeating: "[", count: 65) + String(repeating: "]", count: 65)) == "JSON nested more than 64 deep, which is not read")
        #expect(fault(String(repeating: "{\"a\":", count: 100_000)) == "JSON nested more than 64 deep, which is not read")
    }

    @Test func longTextsAreRead() throws {
        let plain = String(repeating: "iVBORw0K", count: 1_000_000)
        #expect(try read("\"\(plain)\"") == .text(plain))
        let escaped = String(repeating: "a\\/", count: 500_000)
        #expect(try read("\"\(escaped)\"").text?.utf8.count == 1_000_000)
    }

    /// Cut off anywhere, or with a byte changed: a fault or a value, and an end.
    @Test(arguments: 0..<6) func damagedTextsEndNothing(seed: UInt64) throws {
        let text = #"{"data":[{"b64_json":"iVBO\/Rw0K","n":[1,-2.5e3,null,true],"t":"\ud83e\udd8a \u00e9"}],"usage":{"a":1e999}}"#
        let bytes = Array(text.utf8)
        var random = SeededNumbers(seed: seed)
        for end in bytes.indices { #expect(JSONValue(Array(bytes[..<end])) == nil, "seed \(seed), end \(end)") }
        for _ in 0..<2000 {
            var changed = bytes
            for _ in 0...random.number(below: 3) {
                changed[random.number(below: changed.count)] = UInt8(random.number(below: 256))
            }
            guard let value = JSONValue(changed) else { continue }
            #expect(JSONValue(Array(value.compactText.utf8)) != nil, "seed \(seed): \(value.compactText)")
        }
    }

    @Test(
        arguments: [
            ("-0", 0, "0"), ("1.5e2", 150, "150.0"), ("1.2", 1, "1.2"), ("9223372036854775807", .max, "9223372036854775807"),
            ("9223372036854775808", nil, "9.223372036854776e+18"), ("1e999", nil, "inf"), ("\"7\"", nil, "7"), ("[]", nil, nil),
        ] as [(String, Int?, String?)])
    func numbersAreTakenAsTheyAreAskedFor(text: String, integer: Int?, scalar: String?) throws {
        let value = try read(text)
        #expect(value.integer == integer)
        #expect(value.scalarText == scalar)
        #expect(value.compactText == text)
    }

    @Test func namesThatAreThereTwiceAreTakenOnce() throws {
        #expect(try read(#"{"b":1,"a":2,"b":3}"#)["b"]?.integer == 1)
    }

    @Test(
        arguments: [
            ("9223372036854775807", 1_000_000_000_000), ("1e300", 1_000_000_000_000), ("1e999", 1_000_000_000_000), ("0", 0), ("12.4", 12),
            ("-1", nil), ("-1e300", nil), ("\"12\"", nil), ("null", nil),
        ] as [(String, Int?)])
    func countsAreBounded(text: String, count: Int?) throws {
        #expect(try read(text).count == count)
    }
}
