import Foundation
import FrontisScript
import FrontisTestSupport
import Testing

/// Code is marked as Prism marks it, by an engine that nothing can keep busy for ever.
@Suite(.timeLimit(.minutes(10))) struct CodeHighlighterTests {
    private let highlighter = CodeHighlighter(jobs: 2)

    @Test(arguments: [
        (
            "swift", "let a = \"x\" // why",
            "<span class=\"token keyword\">let</span> a <span class=\"token operator\">=</span> <span class=\"token string-literal\"><span class=\"token string\">&quot;x&quot;</span></span> <span class=\"token comment\">// why</span>"
        ),
        ("JSON", "{\"a\": 1}", "{<span class=\"token property\">&quot;a&quot;</span><span class=\"token operator\">:</span> <span class=\"token number\">1</span>}"),
        (
            "html", "<b>&amp;</b>",
            "<span class=\"token tag\"><span class=\"token tag\">&lt;b</span>&gt;</span><span class=\"token entity named-entity\">&amp;amp;</span><span class=\"token tag\"><span class=\"token tag\">&lt;/b</span>&gt;</span>"
        ),
        (
            "diff", "-a\n+b\n",
            "<span class=\"token deleted-sign deleted\"><span class=\"token prefix deleted\">-</span><span class=\"token line\">a\n</span></span><span class=\"token inserted-sign inserted\"><span class=\"token prefix inserted\">+</span><span class=\"token line\">b\n</span></span>"
        ),
    ])
    func marks(language: String, code: String, expected: String) {
        #expect(highlighter.html(of: code, in: language) == expected)
    }

    /// What the issue of every blog needs, and what each of them is called besides.
    @Test(arguments: [
        "bash", "sh", "zsh", "console", "c", "cpp", "c++", "csharp", "c#", "css", "diff", "dockerfile", "docker", "go", "golang",
        "html", "java", "javascript", "js", "json", "kotlin", "kt", "markdown", "md", "nix", "php", "python", "py", "ruby", "rb",
        "rust", "rs", "sql", "swift", "toml", "typescript", "ts", "tsx", "jsx", "xml", "svg", "yaml", "yml", "zig", "ini", "lua",
    ])
    func knows(language: String) throws {
        let code = "+ a\n# a 1 \"b\" <c/> // d\nif (x == 2) { return 'e' } -- f\n"
        let html = try #require(highlighter.html(of: code, in: language))
        #expect(Self.text(of: html) == code)
        #expect(html.contains("<span class=\"token "))
    }

    @Test func whatNobodyKnowsStaysPlain() {
        #expect(highlighter.html(of: "x", in: "klingon") == nil)
        #expect(highlighter.html(of: "x", in: "__proto__") == nil)
        #expect(highlighter.html(of: "x", in: "constructor") == nil)
        #expect(highlighter.html(of: "x", in: "extend") == nil)
        #expect(highlighter.html(of: "x", in: "core") == nil)
        #expect(highlighter.html(of: String(repeating: "a", count: 65 << 10), in: "swift") == nil)
    }

    @Test(arguments: ["a\u{1}b\u{2}c\u{3}d", "\u{0}", "é\u{301}👩‍👩‍👧\r\n\tx", "</script></span>&lt;", ""])
    func everyTextComesBackWhole(code: String) throws {
        for language in ["swift", "html", "php", "markdown", "yaml"] {
            let html = try #require(highlighter.html(of: code, in: language))
            #expect(Self.text(of: html) == String(code.unicodeScalars.filter { $0.value > 3 }))
        }
    }

    /// Random pieces of code in all languages that are nested in each other: nothing is lost, nothing goes unescaped, and
    /// what was called before leaves no trace.
    @Test func randomCodeComesBackWhole() throws {
        let given = ProcessInfo.processInfo.environment["FRONTIS_SEED"].flatMap(UInt64.init)
        let seed = given ?? UInt64.random(in: 0...1_000_000)
        print("CodeHighlighterTests: FRONTIS_SEED=\(seed)")
        var random = SeededNumbers(seed: seed)
        let pieces = [
            "<?php", "?>", "<script>", "</script>", "`", "```js\n", "\"", "'", "${", "}", "/*", "*/", "//", "#", "\n", "  ", "<", ">", "&",
            "let", "def", "class", "{", "(", "[", "a", "1", "\\", "é", "--", "<!--", "-->", "{{", "}}", "{%", "%}", ":", ";",
        ]
        let languages = ["php", "html", "markdown", "swift", "javascript", "bash", "ruby", "erb", "django", "css", "sql", "yaml"]
        for _ in 0..<TestLength.of(short: 150, long: 5_000) {
            let code = (0..<random.number(below: 60)).map { _ in random.pick(pieces) }.joined()
            let language = random.pick(languages)
            let html = try #require(highlighter.html(of: code, in: language), "seed \(seed)")
            #expect(Self.text(of: html) == code, "seed \(seed), \(language)")
            #expect(CodeHighlighter(jobs: 1).html(of: code, in: language) == html, "seed \(seed), \(language)")
        }
    }

    @Test func severalThreadsGetTheSame() async {
        let code = String(repeating: "func a(_ b: Int) -> String { \"\\(b)\" } // c\n", count: 20)
        let expected = highlighter.html(of: code, in: "swift")
        let highlighter = highlighter
        let results = await withTaskGroup(of: String?.self) { group in
            for _ in 0..<16 { group.addTask { highlighter.html(of: code, in: "swift") } }
            var results: [String?] = []
            for await result in group { results.append(result) }
            return results
        }
        #expect(results.allSatisfy { $0 == expected && $0 != nil })
    }

    private static func text(of html: String) -> String {
        html.replacing(/<[^>]*>/, with: "").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
            .replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
    }
}
