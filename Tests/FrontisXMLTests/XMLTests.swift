import FrontisXML
import Testing

@Suite struct XMLTests {
    @Test func writesWhatAReaderReads() throws {
        let writer = try XMLWriter()
        try writer.element("feed", [("xml:lang", "en"), ("q", "\"<&'")]) {
            try writer.element("title", [], "a < b & ]]> 👍🏽")
            try writer.element("empty")
        }
        let text = try writer.finish()
        #expect(
            text == """
                <?xml version="1.0" encoding="UTF-8"?>
                <feed xml:lang="en" q="&quot;&lt;&amp;'">
                  <title>a &lt; b &amp; ]]&gt; 👍🏽</title>
                  <empty/>
                </feed>

                """)
        let document = try XMLDocument(text)
        #expect(document.root["title"]?.text == "a < b & ]]> 👍🏽")
        #expect(document.root.attributes["q"] == "\"<&'")
    }

    @Test func oneBadCharacterDoesNotBreakAFeed() throws {
        let writer = try XMLWriter()
        try writer.element("t", [("a", "x\u{0}y\u{FFFE}")], "a\u{0}b\u{1}c\u{B}d\u{FFFF}e\tf")
        let root = try XMLDocument(try writer.finish()).root
        #expect(root.text == "abcde\tf")
        #expect(root.attributes["a"] == "xy")
    }

    @Test(arguments: ["<a>", "<a></b>", "", "text", "<a>&nope;</a>", "<a b=c/>", "<a/><b/>", "{}"])
    func notWellFormed(text: String) {
        #expect(throws: XMLError.self) { try XMLDocument(text) }
    }

    @Test func externalEntitiesAreNotRead() {
        let text = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><a>&x;</a>"
        let document = try? XMLDocument(text)
        #expect(document == nil || document?.root.text.isEmpty == true)
    }

    @Test(arguments: [
        ("<img src=\"a.png\" alt=\"x\">", ["src=a.png", "alt=x"]),
        ("<IMG SRC='a.png' ALT='png' Width=300 />", ["src=a.png", "alt=png", "width=300"]),
        ("<img src=a.png alt=\"a &amp; &lt;b&gt; &eacute;\">", ["src=a.png", "alt=a & <b> é"]),
        ("<img src=a src=b>", ["src=a"]),
        ("<img alt src=x hidden>", ["alt=", "src=x", "hidden="]),
        ("<img src=\"ä.png\" onerror='x>y'>", ["src=ä.png", "onerror=x>y"]),
    ])
    func readsOneTag(tag: String, expected: [String]) {
        #expect(HTMLFragment.imageAttributes(of: tag)?.map { "\($0.name)=\($0.value)" } == expected)
    }

    @Test(arguments: ["", "<p>", "text", "<img", "<im src=a>"])
    func noTagNoAttributes(tag: String) {
        #expect((HTMLFragment.imageAttributes(of: tag) ?? []).isEmpty)
    }

    @Test func manyThreadsAtOnce() async {
        await withTaskGroup(of: Int.self) { group in
            for index in 0..<8 {
                group.addTask {
                    var right = 0
                    for _ in 0..<200 {
                        let attributes = HTMLFragment.imageAttributes(of: "<img src='\(index).png' alt='a & b'>")
                        if attributes?.first?.value == "\(index).png" { right += 1 }
                    }
                    return right
                }
            }
            for await right in group { #expect(right == 200) }
        }
    }
}
