import FrontisCore
import FrontisTestSupport
import Testing

@testable import FrontisContent

/// Keys as people write them: in capitals, twice, with a slip, with nothing in them.
@Suite struct StandardKeyTests {
    @Test(arguments: [
        "---\nTitle: A\nDraft: true\nTAGS: [x]\nMood: calm\nmood: wild\nAI-Image: A fox\n---\n",
        "+++\nTitle = 'A'\nDraft = true\nTAGS = ['x']\nMood = 'calm'\nmood = 'wild'\nAI-Image = 'A fox'\n+++\n",
    ])
    func knowNoCase(text: String) throws {
        let (page, printed) = try page(text)
        #expect(printed == [])
        #expect(page?.title == "A")
        #expect(page?.isDraft == true)
        #expect(page?.tags == ["x"])
        #expect(page?.imageRequests.map(\.prompt.value) == ["A fox"])
        // The author's own keys are what they are, and a key in capitals was one until now.
        #expect(page?.params["Mood"] == .text("calm"))
        #expect(page?.params["mood"] == .text("wild"))
        #expect(page?.params["Draft"] == .flag(true))
        #expect(page?.params["draft"] == nil)
    }

    @Test func cannotBeThereInTwoSpellings() throws {
        let (_, printed) = try page("---\ntitle: A\nslug: a\nTitle: B\n---\n")
        #expect(
            printed == [
                """
                content/posts/a.md:4:1: error: key 'Title' is on line 2 already, as 'title' [front-matter-duplicate]
                  4 | Title: B
                    | ^~~~~
                    help: these keys are the same in capitals and small letters: keep one

                """
            ])
    }

    @Test(arguments: [
        "date", "updated", "draft", "weight", "toc", "title", "slug", "url", "tags", "author", "description", "aliases",
        "template", "hero", "language", "publishDate", "expiryDate", "published", "render",
    ])
    func withAnEmptyTextAreAbsent(_ key: String) throws {
        let (empty, printed) = try page("---\n\(key): \"\"\n---\nText.\n")
        #expect(printed == [])
        #expect(empty?.url == "/posts/a/")
        #expect(empty?.title == "A")
        #expect(empty?.isDraft == false)
        #expect(empty?.showsTableOfContents == true)
        #expect(empty?.isRendered == true)
        #expect(empty?.language == "en")
    }

    @Test(arguments: [
        ("titel", "title"), ("tgas", "tags"), ("ai_image", "ai-image"), ("aiImage", "ai-image"), ("AI Images", "ai-images"),
        ("descripton", "description"), ("Drat", "draft"), ("catgories", "categories"), ("pubilshDate", "publishDate"),
        ("aliasses", "aliases"), ("langauge", "language"),
    ])
    func aSlipIsAWarning(_ key: String, _ meant: String) throws {
        let (page, printed) = try page("---\n\(key): x\n---\n")
        #expect(
            printed == [
                """
                content/posts/a.md:2:1: warning: unknown key '\(key)'; did you mean '\(meant)'? [front-matter-unknown-key]
                  2 | \(key): x
                    | ^\(String(repeating: "~", count: key.count - 1))
                    help: a key of your own may be called anything else: templates read it as page.params.<key>

                """
            ])
        #expect(page?.params[key] == .text("x"))
    }

    @Test func keysOfOthersAreNoSlips() throws {
        let keys = [
            "layout", "author", "categories", "image", "cover", "images", "keywords", "series", "menu", "type",
            "linkTitle", "markup", "outputs", "headless", "isCJKLanguage", "cascade", "resources", "sitemap",
            "translationKey", "videos", "audio", "data", "part", "height", "width", "tabs", "name", "subtitle", "toc_sticky",
            "header", "teaser", "mathjax", "katex", "mermaid", "comments", "pin", "hidden", "heroImage", "pubDate",
            "updatedDate", "featured", "insert_anchor_links", "sort_by", "paginate_by", "page_template", "in_search_index",
            "eleventyNavigation", "eleventyExcludeFromCollections", "pagination", "imgprompt", "imageAlt", "id", "place",
            "rating", "state", "table", "page", "label", "update", "lead", "mood", "link", "source", "via", "venue", "city",
        ]
        for key in keys {
            let (_, printed) = try page("---\n\(key): 2026-01-02\n---\n")
            #expect(printed == [], "\(key)")
        }
    }

    @Test(
        arguments: [
            ("publishDate: 2099-01-02", "2099-01-02", nil), ("publish_date: 2099-01-02", "2099-01-02", nil),
            ("pubDate: Jan 02 2099", "2099-01-02", nil), ("published: 2099-01-02", "2099-01-02", nil),
            ("PUBLISHDATE: January 2, 2099", "2099-01-02", nil), ("expiryDate: 2099-01-02", nil, "2099-01-02"),
            ("unpublishDate: 2 January 2099", nil, "2099-01-02"),
        ] as [(String, String?, String?)])
    func timesOfAPage(line: String, publication: String?, expiry: String?) throws {
        let (page, printed) = try page("---\n\(line)\n---\n")
        #expect(printed == [])
        #expect(page?.publication?.day8601 == publication)
        // Without a date of its own a post has that of its appearance.
        #expect(page?.date?.day8601 == publication)
        #expect(page?.expiry?.day8601 == expiry)
    }

    @Test(arguments: ["render: false", "Render: no", "build: { render: never }", "_build: { render: false }"])
    func aPageMayHaveNoAddress(line: String) throws {
        let (page, _) = try page("---\n\(line)\n---\n")
        #expect(page?.isRendered == false)
    }

    /// As blogdown's and Hugo's templates for posts write them.
    @Test(arguments: ["slug", "title", "date", "draft", "weight", "description", "url", "template", "tags", "authors", "image"])
    func withAnEmptyListAreAbsent(_ key: String) throws {
        let (empty, printed) = try page("---\n\(key): []\n---\nText.\n")
        #expect(printed == [])
        #expect(empty?.url == "/posts/a/")
        #expect(empty?.title == "A")
    }

    @Test(arguments: [
        ("categories: [[Linux, Shell], [Tools]]", ["Linux", "Shell", "Tools"]),
        ("categories:\n  - - Linux\n  - - Tools\n  - Linux", ["Linux", "Tools"]),
        ("categories: [{ label: Linux, permalink: /linux }, Tools]", ["Linux", "Tools"]),
        ("categories: [{ name: Linux }]", ["Linux"]),
    ])
    func termsMayBeNested(_ lines: String, _ expected: [String]) throws {
        let (page, printed) = try page("---\n\(lines)\n---\n")
        #expect(printed == [])
        #expect(page?.categories == expected)
    }

    @Test func aTermWithoutANameIsAnError() throws {
        let (_, printed) = try page("---\ntags: [{ key: a }]\n---\n")
        #expect(printed.first?.contains("error: an element of tags must be text, not a map [front-matter-type]") == true)
    }

    @Test func whatOthersCallADraftIsOne() throws {
        let (draft, _) = try page("---\nisDraft: true\npublishedAt: 2020-01-02\nupdatedAt: 2020-01-03\n---\n")
        #expect(draft?.isDraft == true)
        #expect(draft?.date?.day8601 == "2020-01-02")
        #expect(draft?.updated?.day8601 == "2020-01-03")
        let (both, _) = try page("---\ndraft: false\nisDraft: true\n---\n")
        #expect(both?.isDraft == false)
    }

    @Test func whatGetsAMeaningStaysTheAuthorsToo() throws {
        let (page, _) = try page("---\npublishDate: 2020-01-02\nrender: true\nmath: true\nexpiryDate: 2099-01-02\n---\n")
        #expect(page?.params["publishDate"] == .text("2020-01-02"))
        #expect(page?.params["render"] == .flag(true))
        #expect(page?.params["math"] == .flag(true))
    }
}
