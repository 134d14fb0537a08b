import FrontisCore
import Testing

@Suite struct AltTextTests {
    @Test(arguments: [
        ("A fox.", "A fox."), (String(repeating: "ab", count: 600), String(repeating: "ab", count: 500)),
        ("e" + String(repeating: "\u{316}", count: 5000), "e" + String(repeating: "\u{316}", count: 15)),
        (String(repeating: "🦊", count: 1200), String(repeating: "🦊", count: 1000)),
        (String(repeating: "ก็", count: 1000), String(repeating: "ก็", count: 666)),
    ])
    func modelsTextsHaveAnEnd(_ text: String, _ expected: String) {
        #expect(Array(AltText.bounded(text).unicodeScalars) == Array(expected.unicodeScalars))
    }
}
