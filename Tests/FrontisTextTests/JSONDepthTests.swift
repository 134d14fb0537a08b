import FrontisText
import Testing

/// A vendor's answer may be nested as deep as it likes: reading it takes no more stack than an answer does.
@Suite struct JSONDepthTests {
    private func nested(_ depth: Int) -> [UInt8] {
        Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
    }

    @Test func answersAreReadToADepthOf64() {
        #expect(JSONValue(nested(64)) != nil)
        #expect(JSONValue(nested(65)) == nil)
        #expect(JSONValue(nested(1_000_000)) == nil)
    }

    @Test func bracketsInTextsAreText() {
        let brackets = String(repeating: "[{\\\"", count: 200)
        #expect(JSONValue(Array("{\"a\":\"\(brackets)\"}".utf8))?["a"]?.text?.count == 600)
    }
}
