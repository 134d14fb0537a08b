import FrontisCore
import Testing

@Suite struct AltTextTests {
    @Test(arguments: [
        ("A fox.", "A fox."), (String(repeating: "ab", count: 600), String(repeating: "ab", count: 500)),
        ("e" + String(repeating: "\u{316}", count: 5000), "e" + String(repeating: "\u{316}", count: 1999)),
        (String(repeating: "🦊", count: 1200), String(repeating: "🦊", count: 1000)),
        (String(repeating: "ก็", count: 1000), String(repeating: "ก็", count: 666)),
    ])
    func modelsTextsHaveAnEnd(_ text: String, _ expected: String) {
        #expect(Array(AltText.bounded(text).unicodeScalars.prefix(expected.unicodeScalars.count)) == Array(expected.unicodeScalars))
        #expect(AltText.bounded(text).utf8.count <= 4000)
        #expect(AltText.bounded(text).count <= 1000)
    }
}
