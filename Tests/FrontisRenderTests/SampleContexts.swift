import FrontisText
import FrontisCore
import FrontisRender

/// A small site's contexts, in the shape of the real ones.
final class SampleRoot: TemplateContext {
    let site: SampleSite
    let page: SamplePage
    let pages: [SamplePage]

    init(site: SampleSite = SampleSite(), page: SamplePage = SamplePage(), pages: [SamplePage] = []) {
        self.site = site
        self.page = page
        self.pages = pages
    }

    static let fields = ContextFields<SampleRoot>(
        "root", "What every template begins with.",
        [
            .object("site", SampleSite.self, "The whole site.") { $0.site },
            .object("page", SamplePage.self, "The page that is rendered.") { $0.page },
            .list("pages", of: SamplePage.self, "The posts of a list.") { $0.pages },
        ])
}

final class SampleSite: TemplateContext {
    let title: String
    let params: [String: ParamValue]

    init(title: String = "Night Trains", params: [String: ParamValue] = [:]) {
        self.title = title
        self.params = params
    }

    static let fields = ContextFields<SampleSite>(
        "site", "The whole site.",
        [
            .text("title", "Its title.") { $0.title },
            .open("params", "Keys of `params:`.") { $0.params },
        ])
}

final class SamplePage: TemplateContext {
    let title: String
    let description: String?
    let content: String
    let date: SampleDate?
    let readingTime: Int
    let isDraft: Bool
    let section: SampleSection?
    let tags: [SampleTerm]
    let authors: [String]
    let params: [String: ParamValue]
    let values: [String: TemplateValue]

    init(
        title: String = "The night train", description: String? = nil, content: String = "<p>Text</p>",
        date: SampleDate? = nil, readingTime: Int = 4, isDraft: Bool = false, section: SampleSection? = nil,
        tags: [String] = [], authors: [String] = [], params: [String: ParamValue] = [:],
        values: [String: TemplateValue] = [:]
    ) {
        self.title = title
        self.description = description
        self.content = content
        self.date = date
        self.readingTime = readingTime
        self.isDraft = isDraft
        self.section = section
        self.tags = tags.map(SampleTerm.init)
        self.authors = authors
        self.params = params
        self.values = values
    }

    func addedValue(named name: String) -> TemplateValue? { values[name] }

    static let fields = ContextFields<SamplePage>(
        "page", "A page.",
        [
            .text("title", "Its title.") { $0.title },
            .text("description", "The author's | description.") { $0.description },
            .html("content", "The body.") { $0.content },
            .object("date", SampleDate.self, "When it was published.") { $0.date },
            .number("reading-time", "In minutes.") { $0.readingTime },
            .flag("draft", "Whether it is a draft.") { $0.isDraft },
            .object("section", SampleSection.self, "Where it belongs.") { $0.section },
            .list("tags", of: SampleTerm.self, "Its tags.") { $0.tags },
            .texts("authors", "Who wrote it.") { $0.authors },
            .open("params", "The author's own keys.") { $0.params },
        ])
}

final class SampleDate: TemplateContext {
    let year: Int

    init(year: Int = 2026) { self.year = year }

    static let fields = ContextFields<SampleDate>(
        "date", "A day.", printing: { "\($0.year)-03-02" },
        [
            .text("long", "In words.") { "2 March \($0.year)" },
            .number("year", "The year.") { $0.year },
        ])
}

final class SampleSection: TemplateContext {
    let title: String
    let description: String?

    init(title: String = "Posts", description: String? = nil) {
        self.title = title
        self.description = description
    }

    static let fields = ContextFields<SampleSection>(
        "section", "A folder of pages.",
        [
            .text("title", "Its title.") { $0.title },
            .text("description", "What it is about.") { $0.description },
        ])
}

final class SampleTerm: TemplateContext {
    let name: String

    init(name: String) { self.name = name }

    static let fields = ContextFields<SampleTerm>(
        "term", "A tag.",
        [
            .text("name", "As written.") { $0.name },
            .text("url", "Of its page.") { "/tags/\($0.name)/" },
        ])
}

/// The site's templates from their texts; `post` is `templates/post.mustache`.
func sources(_ texts: [String: String]) -> [TemplateSource] {
    texts.sorted { $0.key < $1.key }.map { name, text in
        TemplateSource(name: name, path: "templates/\(name).mustache", text: text)
    }
}

let sampleNames = TemplateNames(
    root: SampleRoot.self,
    additions: [ContextType(SamplePage.self): [ContextField("word-count", .number, "How many words.")]])

/// The findings as they are printed.
func findings(_ texts: [String: String]) -> String {
    TemplateSet.load(sources(texts), names: sampleNames).findings.map { DiagnosticFormatter().text($0) }.joined()
}

func findings(_ text: String) -> String { findings(["home": text]) }

func render(_ texts: [String: String], _ root: SampleRoot = SampleRoot()) throws -> String {
    let (set, findings) = TemplateSet.load(sources(texts), names: sampleNames)
    guard let set, findings.isEmpty, let page = try set.render("home", root) else { throw DiagnosticsError(findings) }
    return String(decoding: page, as: UTF8.self)
}

func render(_ text: String, _ root: SampleRoot = SampleRoot()) throws -> String {
    try render(["home": text], root)
}
