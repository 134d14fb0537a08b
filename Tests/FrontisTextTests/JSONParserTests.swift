import FrontisText
import Testing

@Suite struct JSONParserTests {
    @Test func readsEverythingThatJSONHas() throws {
        let text =
            #" { "a": [1, -2.50e+3, true, false, null, {}], "b": "\"\\\/\b\f\n\r\té\u00e9\ud83e\udd8a🦊", "c": [] } "#
        let value = try JSONParser.parse(Array(text.utf8)).plain
        #expect(
            value
                == .sorted([
                    "a": .list([.number("1"), .number("-2.50e+3"), .flag(true), .flag(false), .null, .object([])]),
                    "b": .text("\"\\/\u{8}\u{C}\n\r\téé🦊🦊"), "c": .list([]),
                ]))
        #expect(try JSONParser.parse(Array(value.text(expanding: 0).utf8)).plain == value)
        #expect(try JSONParser.parse(Array(value.text(expanding: 9).utf8)).plain == value)
        #expect(try JSONParser.parse(Array(value.compactText.utf8)).plain == value)
    }

    @Test(arguments: [
        ("", "the file is empty", 0),
        (" \n ", "the file is empty", 0),
        ("{", "not valid JSON: it ends too early", 0),
        ("{\"a\": 1", "not valid JSON: it ends too early", 6),
        ("{\"a\": 1,}", "not valid JSON: expected a name in double quotes after ','", 8),
        ("{a: 1}", "not valid JSON: expected a name in double quotes", 1),
        ("{\"a\" 1}", "not valid JSON: expected ':'", 5),
        ("{\"a\": 1 \"b\": 2}", "not valid JSON: expected ',' or '}'", 8),
        ("[1 2]", "not valid JSON: expected ',' or ']'", 3),
        ("[1,]", "not valid JSON: expected a value", 3),
        ("{\"a\": 1, \"a\": 2}", "'a' is there twice", 9),
        ("1 2", "not valid JSON: expected nothing after the end", 2),
        ("01", "not valid JSON: a number begins with 0", 0),
        ("1.", "not valid JSON: it ends too early", 1),
        ("[-]", "not valid JSON: expected a digit", 2),
        ("nul", "not valid JSON: expected a value", 0),
        ("\"a\nb\"", "not valid JSON: a text without its closing '\"'", 0),
        ("\"abc", "not valid JSON: it ends too early", 0),
        ("\"\\x\"", "not valid JSON: an unknown escape", 1),
        ("\"\\u12\"", "not valid JSON: '\\u' needs four hexadecimal digits", 1),
        ("\"\\ud83e\"", "not valid JSON: half a character", 1),
        ("\"\\ud83e\\u0041\"", "not valid JSON: half a character", 1),
        ("// no\n{}", "not valid JSON: expected a value", 0),
    ])
    func refuses(_ text: String, reason: String, offset: Int) throws {
        let error = try #require(throws: JSONError.self) { try JSONParser.parse(Array(text.utf8)) }
        #expect(error == JSONError(reason, at: offset))
    }

    @Test func refusesBytesThatAreNoText() throws {
        let error = try #require(throws: JSONError.self) { try JSONParser.parse([0x22, 0xFF, 0xFE, 0x22]) }
        #expect(error == JSONError("a text that is not UTF-8", at: 0))
    }

    @Test func deepNestingIsRefusedAndNotFollowed() throws {
        let text = String(repeating: "[", count: 1_000_000)
        let error = try #require(throws: JSONError.self) { try JSONParser.parse(Array(text.utf8)) }
        #expect(error.reason == "not valid here: nested too deeply")
    }

    @Test func neverCrashesOnDamagedText() {
        let text = Array(#"{"a":[1,-2.5e3,true],"b":"\u00e9\n","c":{"d":null}}"#.utf8)
        var accepted = 0
        for index in text.indices {
            for byte in UInt8.min...UInt8.max {
                var damaged = text
                damaged[index] = byte
                do { accepted += try JSONParser.parse(damaged).offset == 0 ? 1 : 0 } catch { continue }
            }
            #expect(throws: JSONError.self) { try JSONParser.parse(Array(text[..<index])) }
        }
        #expect(accepted >= text.count)
    }

    @Test func placesCountCharactersAndLines() {
        let bytes = Array("é🦊\r\n  \"x\": ü!\nlast".utf8)
        let mark = bytes.firstIndex(of: UInt8(ascii: "!")) ?? 0
        let place = FilePlace(of: mark, in: bytes)
        #expect(place.line == 2)
        #expect(place.column == 9)
        #expect(place.sourceLine == "  \"x\": ü!")
        #expect(FilePlace(of: 3, in: bytes).sourceLine == "é🦊")
        #expect(FilePlace(of: 9999, in: bytes).line == 3)
        #expect(FilePlace(of: 2500, in: [UInt8](repeating: 0x61, count: 5000)).sourceLine == nil)
    }
}
