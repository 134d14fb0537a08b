import FrontisXML
import Testing

@Suite struct HTMLFragmentTests {
    private func attributes(_ tag: String) -> [String]? {
        HTMLFragment.imageAttributes(of: tag)?.map { "\($0.name)=\($0.value)" }
    }

    @Test(arguments: [
        ("<img src='a.png' alt='png'>", ["src=a.png", "alt=png"]),
        ("<IMG SRC=a.png ALT=\"\">", ["src=a.png", "alt="]),
        ("<img src=\"a.png\"/>", ["src=a.png"]),
        ("<img\n  src = 'a b.png'\n  width=10\theight=20 />", ["src=a b.png", "width=10", "height=20"]),
        ("<img alt='z' src='a' class='b'>", ["alt=z", "src=a", "class=b"]),
        ("<img src='a' SRC='b' src=c>", ["src=a"]),
        (
            "<img src='a?x=1&amp;y=2' alt='caf&eacute; &#129418; &lt;b&gt; &quot;q&quot;'>",
            ["src=a?x=1&y=2", "alt=café 🦊 <b> \"q\""]
        ),
        ("<img src='a?x=1&copy=2&y'>", ["src=a?x=1&copy=2&y"]),
        ("<img src='a' alt='größer > kleiner 🦊'>", ["src=a", "alt=größer > kleiner 🦊"]),
        ("<img data-src='a' data-foo_bar='b' xlink:href='c'>", ["data-src=a", "data-foo_bar=b", "xlink:href=c"]),
        ("<img src='a'><script>alert(1)</script><img src='b'>", ["src=a"]),
        ("<img>", []),
        ("<img/>", []),
    ])
    func readsCarelessTags(_ tag: String, expected: [String]) {
        #expect(attributes(tag) == expected)
    }

    @Test func anAttributeWithoutAValueIsEmpty() {
        #expect(attributes("<img src='a' hidden>") == ["src=a", "hidden="])
    }

    @Test(arguments: [
        "", "img", "<im src='a'>", "<image src='a'>", "<p><img src='a'></p>", "text", "<", "<!-- <img> -->",
    ])
    func whatIsNoImageTagIsNothing(_ tag: String) {
        #expect(attributes(tag) == nil)
    }

    private static let malformed = [
        "<img src='a", "<img src=", "<img src", "<img ", "<img =a>", "<img 'a'='b'>", "<img src='a' \"><x y='z'>",
        "<img src='a\u{0}b' alt='c'>", "<img src=a`b onerror\u{0}=x>", "<img <img src='a'>>", "<img \u{1}\u{2}=\u{3}>",
        "<img src='&#xD800;' alt='&#0;&#x110000;'>", "<img é='1' 🦊='2' src='a'>", "<img a/b/c=d src=e>",
        "<img style='x' / / / alt=y>",
    ]

    @Test func mostMalformedTagsHaveNamesAllTheSame() {
        #expect(Self.malformed.count { HTMLFragment.imageAttributes(of: $0)?.isEmpty == false } > 8)
    }

    /// None of these may crash, and no name may come out that would end the tag when it is written back.
    @Test(arguments: malformed)
    func malformedTagsAreHarmless(_ tag: String) {
        for (name, _) in HTMLFragment.imageAttributes(of: tag) ?? [] {
            #expect(!name.isEmpty)
            #expect(name.utf8.allSatisfy { $0 > 0x20 && !"\"'>/=<".utf8.contains($0) && $0 < 0x7F })
        }
    }

    @Test func aCutTagKeepsWhatIsWhole() {
        #expect(attributes("<img src='a' alt='b'")?.first == "src=a")
        #expect(attributes("<img src='a\u{0}b'>") == ["src=a\u{FFFD}b"])
    }

    @Test(.timeLimit(.minutes(10))) func longTagsAreBounded() {
        let data = "<img src='data:image/png;base64," + String(repeating: "A", count: 3 << 20) + "' alt='x'>"
        #expect(attributes(data)?.last == "alt=x")
        let huge = "<img alt='" + String(repeating: "A", count: 9 << 20) + "'>"
        #expect(attributes(huge) == nil)
        let deep = "<img>" + String(repeating: "<b>", count: 100_000)
        #expect(attributes(deep) == [])
        let many = "<img " + (0..<5000).map { "a\($0)=b" }.joined(separator: " ") + ">"
        #expect(attributes(many)?.count == nil)
    }

    @Test func eightAtOnceReadTheSame() async {
        let isRight = await withTaskGroup(of: Bool.self) { group in
            for task in 0..<8 {
                group.addTask {
                    (0..<1000).allSatisfy { number in
                        let tag = "<img src='\(task)-\(number).png' alt='&eacute;\(task)' <"
                        let found = HTMLFragment.imageAttributes(of: tag) ?? []
                        return found.first?.value == "\(task)-\(number).png"
                            && found.dropFirst().first?.value == "é\(task)"
                    }
                }
            }
            return await group.reduce(true) { $0 && $1 }
        }
        #expect(isRight)
    }

    /// libxml2 compares each attribute with all before it.
    @Test func aTagOfThousandsOfAttributesIsNone() {
        let words = { (count: Int) in (0..<count).map { "a\($0)=\"x y = z\"" }.joined(separator: " ") }
        #expect(HTMLFragment.imageAttributes(of: "<img \(words(250))>")?.count == 250)
        #expect(HTMLFragment.imageAttributes(of: "<img \(words(300))>")?.count == nil)
        #expect(HTMLFragment.imageAttributes(of: "<img \(String(repeating: "<b ", count: 100_000))>")?.count == nil)
    }
}
