import FrontisRender
import FrontisTestSupport
import Testing

@Suite struct TemplateReferenceRenderingTests {
    /// Thousands of templates come out as swift-mustache renders them, byte by byte. Shorter: the first few hundred.
    @Test func rendersAsSwiftMustacheDoes() throws {
        var compared = 0
        let last = TestLength.of(short: 300, long: 1500)
        for seed in 1...UInt64(last) {
            var random = RandomTemplates(seed: seed)
            let texts = random.templates()
            let root = random.root()
            guard let set = TemplateSet.load(sources(texts), names: sampleNames).set else { continue }
            let page = try #require(try set.render("home", root))
            let expected = try #require(try MustacheReference.render(texts, root))
            compared += 1
            guard page != Array(expected.utf8) else { continue }
            Issue.record("seed \(seed): \(texts)\n\(String(decoding: page, as: UTF8.self))\ninstead of\n\(expected)")
            return
        }
        print("compared \(compared) random templates, seeds 1 to \(last)")
        #expect(compared > last * 4 / 5)
    }

    @Test func everyItemOfAListIsIndented() throws {
        let list = "{{#page.tags}}\n<li>{{name}}</li>\n{{/page.tags}}\n"
        let texts = ["_list": list, "home": "<ul>\n  {{> _list}}\n</ul>\n"]
        let root = SampleRoot(page: SamplePage(tags: ["a", "b"]))
        #expect(try render(texts, root) == "<ul>\n  <li>a</li>\n  <li>b</li>\n</ul>\n")
    }

    @Test func linesOfValuesAreNotIndented() throws {
        let texts = ["_body": "{{{page.content}}}\n<hr>\n", "home": "<main>\n  {{> _body}}\n</main>\n"]
        let root = SampleRoot(page: SamplePage(content: "<pre>a\nb</pre>"))
        #expect(try render(texts, root) == "<main>\n  <pre>a\nb</pre>\n  <hr>\n</main>\n")
    }

    @Test func linesOfWindowsFilesAreIndented() throws {
        let texts = ["_two": "a\r\nb\r\n", "home": "x\r\n  {{> _two}}\r\ny"]
        #expect(try render(texts) == "x\r\n  a\r\n  b\r\ny")
    }

    @Test func combiningMarkHidesNothingFromEscaping() throws {
        let root = SampleRoot(page: SamplePage(title: "<\u{301}b>"))
        #expect(try render("{{page.title}}\u{301}", root) == "&lt;\u{301}b&gt;\u{301}")
    }

    @Test func emptyListIsNoContext() throws {
        #expect(try render("{{#page}}{{^tags}}{{.title}}{{/tags}}{{/page}}") == "The night train")
    }

    @Test func braceAtTheEndStays() throws {
        #expect(try render("{{page.title}}{") == "The night train{")
    }
}
