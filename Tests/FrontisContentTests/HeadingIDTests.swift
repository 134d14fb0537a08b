import FrontisText
import FrontisCore
import Testing

@testable import FrontisContent

/// Ids are addresses: what others have linked to should be there.
@Suite struct HeadingIDTests {
    private func read(_ text: String, _ change: (inout Markdown.Style) -> Void = { _ in }) -> Markdown {
        var style = Markdown.Style()
        change(&style)
        return Markdown.read(SourceText(path: "content/a.md", text: text), from: 0, lineOffset: 0, title: "t", style: style)
    }

    private static let headings = [
        ("Fares", "fares"), ("Night Trains", "night-trains"), ("Version 1.87.0", "version-1870"), ("What's new?", "whats-new"),
        ("What’s new", "whats-new-1"), ("A & B", "a--b"), ("A/B", "ab"), ("C++", "c"), ("C#", "c-1"), (".NET", "net"), ("node.js", "nodejs"),
        ("snake_case", "snake_case"), ("kebab-case", "kebab-case"), ("-f flag", "-f-flag"), ("--all flag", "--all-flag"),
        ("a -- b", "a----b"), ("a --- b", "a-----b"), ("a – b", "a--b-1"), ("a — b", "a--b-2"), ("a -- b – c", "a----b--c"), ("Wait...", "wait"),
        ("`code` here", "code-here"), ("*One* **two** ~~three~~", "one-two-three"), ("[Link](https://e.org/x)", "link"),
        ("![Alt](a.png) words", "words"), ("Tom &amp; Jerry", "tom--jerry"), ("1. First", "1-first"), ("2024-01-02", "2024-01-02"),
        ("100%", "100"), ("$5 a day", "5-a-day"), ("(optional)", "optional"), ("Step 1: go", "step-1-go"), ("\"Quoted\"", "quoted"),
        ("e.g. this", "eg-this"), ("Why?!", "why"), ("???", "section"), ("!!!", "section-1"), ("🛠️ Tools", "tools"), ("Tools 🛠️", "tools-1"),
        ("A 🦊 B", "a--b-3"), ("👩‍💻 Dev", "dev"), ("1️⃣ One", "1-one"), ("a\u{200B}b", "ab-1"), ("soft\u{AD}hyphen", "softhyphen"),
        ("Grüße", "grüße"), ("ÄÖÜ", "äöü"), ("Straße nach Süden", "straße-nach-süden"), ("cafe\u{301}", "café"), ("Привет, мир", "привет-мир"),
        ("Ελληνικά", "ελληνικά"), ("日本語の見出し", "日本語の見出し"), ("中文，标题", "中文标题"), ("한국어 제목", "한국어-제목"), ("हिन्दी", "हिन्दी"),
        ("עברית", "עברית"), ("العربية", "العربية"), ("ไทย", "ไทย"), ("x²", "x"), ("Fares", "fares-1"), ("Fares 1", "fares-1-1"), ("Fares", "fares-2"),
        ("TOC", "toc"), ("non\u{A0}breaking", "non-breaking"),
    ]

    /// One page with all of them, so that those that become the same are counted on.
    @Test func areMadeAsGitHubMakesThem() {
        let text = Self.headings.map { "## \($0.0)\n" }.joined(separator: "\n")
        let ids = read(text).body.headings.map(\.id)
        #expect(ids.count == Self.headings.count)
        for (heading, id) in zip(Self.headings, ids) { #expect(id == heading.1, "\(heading.0)") }
    }

    @Test(arguments: [
        ("Version 1.87.0", "version-1870", "version-1-87-0"), ("A & B", "a--b", "a-b"), ("🛠️ Tools", "-tools", "tools"),
        ("हिन्दी", "हनद", "हिन्दी"), ("Grüße", "grüße", "grüße"),
    ])
    func orAsHugoMakesThemOrAsWordsAre(_ heading: String, _ hugo: String, _ frontis: String) {
        #expect(read("## \(heading)\n") { $0.headingIDs = .hugo }.body.headings.map(\.id) == [hugo])
        #expect(read("## \(heading)\n") { $0.headingIDs = .frontis }.body.headings.map(\.id) == [frontis])
    }

    @Test(arguments: [
        ("## Fares\n\n## Price {#fares}\n", ["fares-1", "fares"]), ("## Main\n\n## Menu\n", ["main-1", "menu"]),
        ("<a id=\"fares\"></a>\n\n## Fares\n", ["fares-1"]), ("## Fares\n\n<b id='fares'>x</b>\n", ["fares-1"]),
        ("## fn-1\n\nText[^1].\n\n[^1]: Note.\n", ["fn-1-1"]), ("## A {#a.b .wide}\n", ["a.b"]), ("## A {#a.b\\\"c=\\\"d}\n", ["a-abcd"]), ("## A {.wide}\n", ["a"]),
        ("## A\n{: #own}\n\n## Own\n", ["own", "own-1"]), ("## Set {a, b}\n", ["set-a-b"]),
    ])
    func giveWayToWhatTheAuthorSays(text: String, ids: [String]) {
        let markdown = read(text) { $0.takenIDs = ["main"] }
        #expect(markdown.body.headings.map(\.id) == ids)
        #expect(markdown.diagnostics == [])
    }

    @Test func classesAreKept() {
        #expect(read("## A {#b .c .d data-x=\"y\"}\n").body.html == "<h2 id=\"b\" class=\"c d\" data-x=\"y\">A</h2>\n")
    }

    @Test(arguments: ["## A {#main}\n", "## A {#own}\n\n## B {#own}\n", "<b id=own>x</b>\n\n## A {#own}\n"])
    func oneThatIsTakenIsReported(text: String) {
        let markdown = read(text) { $0.takenIDs = ["main"] }
        #expect(markdown.diagnostics.count == 1)
        let id = text.contains("main") ? "main" : "own"
        #expect(
            markdown.diagnostics.first?.summary
                == "id '\(id)' is taken on this page, so the heading gets '\(id)-1'")
        let printed = markdown.diagnostics.map { DiagnosticFormatter().text($0) }.first ?? ""
        #expect(printed.contains("so the heading gets '\(id)-1' [heading-id-taken]\n"))
        #expect(markdown.body.headings.map(\.id).contains("\(id)-1"))
    }

    @Test(arguments: [("a\u{200B}b\u{FE0F}", "ab"), ("x\u{AD}y", "xy"), ("👩‍💻", "")])
    func addressesHaveNothingInvisible(_ text: String, _ slug: String) {
        #expect(Slug.make(text) == slug)
    }

    @Test(arguments: [
        ("Don't miss", "# Don't miss"), ("Don't miss", "# Don’t *miss*  "), ("Don’t miss", "# Don't miss"), ("A \"b\"", "# A \"b\""),
        ("Tom & Jerry", "# Tom &amp; Jerry"), ("Tom &amp; Jerry", "# Tom & Jerry"), ("A -- b", "# A -- b"), ("A – b", "# A -- b"),
        ("Wait...", "# Wait..."), ("The *fox*", "# The *fox*"), ("The fox", "# The **fox** {#fox}"), ("A  b ", "A b\n==="), ("1. Go", "# 1. Go"),
        ("cafe\u{301}", "# café"), ("`x` y", "# `x` y"), ("A", "<!-- toc -->\n\n# A"),
    ])
    func aHeadingThatSaysTheTitleIsLeftOut(_ title: String, _ heading: String) {
        let source = SourceText(path: "content/a.md", text: heading + "\n\nText.\n")
        let html = Markdown.read(source, from: 0, lineOffset: 0, title: title).body.html
        #expect(html.hasSuffix("<p>Text.</p>\n"))
        #expect(!html.contains("<h1"))
    }

    @Test func anotherHeadingStays() {
        #expect(read("# Not t\n").body.html == "<h1 id=\"not-t\">Not t</h1>\n")
    }

    @Test(
        arguments: [
            ("# Worker threads\n\nText.\n", "worker-threads"), ("# A & B {#own}\n\nText.\n", "own"),
            ("# A\n{: #own}\n\nText.\n", "own"), ("Text.\n\n# A\n", nil), ("## A\n", nil),
        ] as [(String, String?)])
    func aTitleThatIsLeftOutHasOne(text: String, expected: String?) throws {
        let (found, _) = try page(text)
        #expect(found?.body.titleID == expected)
    }
}
