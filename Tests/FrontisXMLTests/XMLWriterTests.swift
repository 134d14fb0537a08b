import FrontisXML
import Testing

@Suite struct XMLWriterTests {
    @Test func writesAnIndentedDocument() throws {
        let writer = try XMLWriter()
        try writer.element("feed", [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", "en")]) {
            try writer.element("title", [], "Foxes & <boxes>")
            try writer.element("link", [("href", "https://example.org/?a=1&b=\"2\"")])
            try writer.element("entry") { try writer.element("id", [], "1") }
        }
        #expect(
            try writer.finish() == """
                <?xml version="1.0" encoding="UTF-8"?>
                <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
                  <title>Foxes &amp; &lt;boxes&gt;</title>
                  <link href="https://example.org/?a=1&amp;b=&quot;2&quot;"/>
                  <entry>
                    <id>1</id>
                  </entry>
                </feed>

                """)
    }

    /// One of these in one post would make a whole feed unreadable.
    @Test(arguments: [
        ("a\u{0}b", "ab"),
        ("bell\u{7} back\u{8} escape\u{1B}[31m", "bell back escape[31m"),
        ("\u{FFFE}x\u{FFFF}", "x"),
        ("tab\tand\nline", "tab\tand\nline"),
        ("carriage\rreturn", "carriage\rreturn"),
        ("]]>", "]]>"),
        ("<![CDATA[x]]>", "<![CDATA[x]]>"),
        ("&amp;&nbsp;&#0;", "&amp;&nbsp;&#0;"),
        ("🦊 é \u{202E} \u{85}", "🦊 é \u{202E} \u{85}"),
        ("", ""),
        ("\u{1}", ""),
    ])
    func hostileTextIsWrittenHarmlessly(_ text: String, expected: String) throws {
        let writer = try XMLWriter()
        try writer.element("a", [("b", text)], text)
        let document = try XMLDocument(try writer.finish())
        #expect(document.root.text == expected)
        #expect(document.root.attributes["b"] == expected)
    }

    @Test func deepNestingIsWritten() throws {
        let writer = try XMLWriter()
        func nest(_ depth: Int) throws {
            try writer.element("e") { if depth > 1 { try nest(depth - 1) } }
        }
        try nest(200)
        var element = try XMLDocument(try writer.finish()).root
        var depth = 1
        while let child = element["e"] {
            element = child
            depth += 1
        }
        #expect(depth == 200)
    }

    @Test func aLongDocumentIsWhole() throws {
        let writer = try XMLWriter()
        try writer.element("urlset") {
            for number in 0..<20_000 { try writer.element("loc", [], "https://example.org/posts/\(number)/") }
        }
        let text = try writer.finish()
        #expect(try XMLDocument(text).root.children.count == 20_000)
        #expect(text.hasSuffix("  <loc>https://example.org/posts/19999/</loc>\n</urlset>\n"))
    }

    @Test func whatTheContentThrowsComesThrough() throws {
        struct Stop: Error {}
        let writer = try XMLWriter()
        #expect(throws: Stop.self) { try writer.element("a") { throw Stop() } }
    }

    @Test func eightAtOnceWriteTheSame() async throws {
        let texts = try await withThrowingTaskGroup(of: Set<String>.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    var texts: Set<String> = []
                    for _ in 0..<200 {
                        let writer = try XMLWriter()
                        try writer.element("a", [("b", "é\u{1}<")]) { try writer.element("c", [], "🦊\u{0}&") }
                        texts.insert(try writer.finish())
                    }
                    return texts
                }
            }
            return try await group.reduce(into: Set<String>()) { $0.formUnion($1) }
        }
        #expect(texts.count == 1)
        #expect(try XMLDocument(try #require(texts.first)).root["c"]?.text == "🦊&")
    }
}
