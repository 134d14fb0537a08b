import FrontisCore
import Testing

@Suite struct NearbyTextTests {
    private static func body(_ html: String, pictures: [(SlotName, Int)] = []) -> Body {
        Body(
            html: html,
            gaps: pictures.map { name, offset in
                .init(
                    offset: offset,
                    filling: .picture(BodyPicture(target: .slot(name), alt: nil, location: SourceLocation(path: "content/a.md"))))
            })
    }

    @Test func aHeroHasThePagesFirstWords() {
        let html = "<h2 id=\"a\">Night &amp; day</h2>\n<p>The <em>train</em> left&lt;p&gt;.</p>"
        #expect(NearbyText(body: Self.body(html), name: .hero).text == "Night & day The train left<p>.")
        #expect(NearbyText(body: Self.body(""), name: .hero).text == "")
    }

    @Test func aPictureInTheTextHasTheWordsOnBothSides() {
        let before = "<p>" + String(repeating: "before ", count: 400) + "here</p>"
        let after = "<p>after " + String(repeating: "this ", count: 400) + "</p>"
        let text = NearbyText(body: Self.body(before + after, pictures: [(.named("map"), before.utf8.count)]), name: .named("map")).text
        #expect(text.count <= NearbyText.longest)
        #expect(text.count > 900)
        #expect(text.contains("before here after this"))
        #expect(text.hasPrefix("before "))
        #expect(text.hasSuffix(" this"))
        // Whoever stands near the end still sees a whole window.
        let last = NearbyText(body: Self.body(before, pictures: [(.named("map"), before.utf8.count)]), name: .named("map")).text
        #expect(last.hasSuffix("before here"))
        #expect(last.count > 900)
    }

    @Test func longPagesAreBounded() {
        let html = "<p>" + String(repeating: "wörter ", count: 20_000) + "</p>"
        let text = NearbyText(body: Self.body(html), name: .hero).text
        #expect(text.count <= 1000)
        #expect(text.hasSuffix("wörter"))
        // A window that begins inside a tag shows nothing of it.
        let link = "<a href=\"" + String(repeating: "x", count: 5990) + "\">word</a>"
        #expect(NearbyText(body: Self.body(link, pictures: [(.named("m"), link.utf8.count)]), name: .named("m")).text == "word")
    }
}
