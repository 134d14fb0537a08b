import FrontisCore
import FrontisText
import Testing

@Suite struct VendorTextTests {
    @Test(arguments: [
        ("Incorrect API key provided: sk-proj-abcd1234.", "Incorrect API key provided: <redacted>"),
        ("key sk-ab***************xyz is wrong", "key <redacted> is wrong"),
        ("the key top-secret-42 is wrong", "the key <redacted> is wrong"),
        ("a task-force-of-many is risk-free", "a task-force-of-many is risk-free"),
        ("one\ntwo\r\n\tthree\u{1B}[31m\u{0}", "one two three [31m"),
        ("\u{202E}gnp.tac\u{2066}", "gnp.tac"),
        (
            "cannot read https://files.example.net/a.png?sv=2026&sig=abc%2F: expired",
            "cannot read https://files.example.net/a.png?<redacted> expired"
        ),
        ("cannot read 'files.example.net/a.png?sig=abc'.", "cannot read 'files.example.net/a.png?<redacted>'."),
        ("this and/or that? Which?", "this and/or that? Which?"),
        ("", ""),
    ])
    func wordsAreMadeFitToBeShown(text: String, shown: String) {
        #expect(VendorText.clean(text, secrets: [Secret("top-secret-42")]) == shown)
    }

    @Test func longTextIsBounded() {
        let shown = VendorText.clean(String(repeating: "word ", count: 1_000_000), secrets: [])
        #expect(shown.count == 300)
        #expect(shown.hasSuffix("…"))
    }

    /// A secret across the end of the shown part must not leave its half there.
    @Test func aSecretAtTheEdgeIsTakenOutWhole() {
        let text = String(repeating: "x", count: 295) + "top-secret-42"
        #expect(!VendorText.clean(text, secrets: [Secret("top-secret-42")]).contains("top"))
    }

    @Test func evidenceIsBoundedAndHoldsNoSecret() {
        let secret = Secret("top-secret-42")
        let evidence = VendorText.evidence(Array("a top-secret-42 b".utf8), secrets: [secret])
        #expect(String(decoding: evidence, as: UTF8.self) == "a <redacted> b")
        #expect(VendorText.evidence([UInt8](repeating: 7, count: 2 << 20), secrets: [secret]).count == 1 << 20)
        let odd = VendorText.evidence(Array("a redacted b".utf8), secrets: [Secret("redacted")])
        #expect(String(decoding: odd, as: UTF8.self) == "a <redacted> b")
    }
}
