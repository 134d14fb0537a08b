import Foundation
import FrontisCore
import FrontisGallery
import FrontisTestSupport
import Testing

@testable import FrontisBuild

/// Each thing that a page can show, changed alone: whoever forgets one among the grounds of a file hears of it here, and not
/// only when chance changes nothing else at the same time.
@Suite struct EveryEditTests {
    struct Edit: CustomTestStringConvertible, Sendable {
        var name: String
        var path = ""
        var text: String?
        var now = "2026-06-01"
        var baseURL: String?

        var testDescription: String { name }
    }

    private static func post(_ title: String, _ day: Int, _ more: String = "", _ body: String = "Text.") -> String {
        "---\ntitle: \(title)\ndate: 2026-03-0\(day)\n\(more)---\n\(body)\n"
    }

    private static let configuration =
        "site: { title: Blog, url: \"https://example.org/\" }\npage-size: 3\nimages: { variants: false }\n"
        + "collections: { recent: { section: posts, first: 2 }, years: { group-by: year } }\n"

    /// A section of five posts on three pages, tags, a translation, a menu, links, pictures.
    private static let files: [String: String] = [
        "frontis.yaml": configuration,
        "content/_index.md": "---\ntitle: Home\n---\nWelcome.\n",
        "content/about.md": "---\ntitle: About\n---\nOf me.\n",
        "content/posts/_index.md": "---\ntitle: Posts\n---\nAll.\n",
        "content/posts/a.md": post("A", 1, "tags: [rail]\n", "Text. [d](d.md) [far](c.md#part)"),
        "content/posts/b.md": post("B", 2, "tags: [rail, sea]\ncover: map.png\naliases: [/old/]\n"),
        "content/posts/c.md": post("C", 3, "", "## Part\n\n![A map](map.png)"),
        "content/posts/d.md": post("D", 4, "ai-image: { prompt: Two boats, alt: Boats }\n"),
        "content/posts/e.md": post("E", 5, "", "Text. [file](/notes.txt) [old](/old/)"),
        "content/notes/f.md": "---\ntitle: F\n---\n{{< box a >}}\nWords.\n{{< /box >}}\n\n[c]({{< ref c >}})\n\n```sql\nselect 1\n```\n",
        "templates/shortcodes/box.mustache": "<div>{{args.0}} {{{content}}}</div>",
        "content/posts/e.de.md": "---\ntitle: E auf Deutsch\n---\nText.\n",
        "content/posts/map.png": "30",
        "static/notes.txt": "Notes.\n",
        "templates/base.mustache":
            "<title>{{page.title}} {{site.title}} {{site.author}} {{site.params.colour}}</title>{{{page.head}}}"
            + "{{#site.menu}}{{title}} {{url}} {{current}};{{/site.menu}}{{#site.sections}}{{title}} {{count}};{{/site.sections}}"
            + "{{#site.tags}}{{name}} {{count}};{{/site.tags}}{{$main}}{{/main}}{{build.year}}",
        "templates/post.mustache":
            "{{<base}}{{$main}}{{{page.content}}}{{page.date}}{{#page.previous}}{{title}} {{url}}{{/page.previous}}"
            + "{{#page.next}}{{title}} {{url}}{{/page.next}}{{#page.hero}}{{{picture}}}{{/page.hero}}"
            + "{{#page.translations}}{{name}} {{title}} {{url}}{{/page.translations}}{{#page.section}}{{title}} {{count}}{{/page.section}}"
            + "{{#page.tags}}{{name}}{{/page.tags}}{{page.params.mood}}{{page.word-count}}{{{page.toc}}}{{/main}}{{/base}}",
        "templates/page.mustache": "{{<base}}{{$main}}{{{page.content}}}{{/main}}{{/base}}",
        "templates/list.mustache":
            "{{<base}}{{$main}}{{{page.content}}}{{#pages}}{{title}} {{url}} {{summary}} {{#hero}}{{alt}}{{/hero}} {{params.mood}};{{/pages}}"
            + "{{#paginator}}{{number}} {{count}} {{total}}{{/paginator}}{{/main}}{{/base}}",
        "templates/taxonomy.mustache": "{{#taxonomy.terms}}{{name}} {{count}} {{url}};{{/taxonomy.terms}}",
        "templates/404.mustache":
            "{{<base}}{{$main}}{{#collections.years}}{{title}} {{count}}{{#pages}}{{url}} {{#tags}}{{name}}{{/tags}}{{/pages}};{{/collections.years}}{{/main}}{{/base}}",
        "templates/notes.mustache":
            "{{<base}}{{$main}}{{{page.content}}}{{#collections.recent}}{{title}} {{summary}} {{#next}}{{title}}{{/next}};{{/collections.recent}}{{#site.data.team}}{{name}}{{/site.data.team}}{{/main}}{{/base}}",
        "data/team.yaml": "- name: Ana\n",
        "data/unused.csv": "a\n1\n",
    ]

    static let edits: [Edit] = [
        Edit(name: "a text", path: "content/posts/c.md", text: post("C", 3, "", "## Part\n\nOther words.")),
        Edit(name: "an anchor that another page links to", path: "content/posts/c.md", text: post("C", 3, "", "## Side\n\n![A map](map.png)")),
        Edit(name: "a title", path: "content/posts/c.md", text: post("Sea", 3, "", "## Part\n\n![A map](map.png)")),
        Edit(name: "the newer one's title", path: "content/posts/e.md", text: post("Evening", 5)),
        Edit(name: "the older one's title", path: "content/posts/a.md", text: post("Anchor", 1, "tags: [rail]\n")),
        Edit(name: "a date", path: "content/posts/c.md", text: post("C", 6)),
        Edit(name: "a tag", path: "content/posts/c.md", text: post("C", 3, "tags: [rail]\n")),
        Edit(name: "a key of the author's", path: "content/posts/c.md", text: post("C", 3, "mood: calm\n")),
        Edit(name: "an address", path: "content/posts/d.md", text: post("D", 4, "slug: boat\nai-image: { prompt: Two boats, alt: Boats }\n")),
        Edit(name: "a weight in the menu", path: "content/about.md", text: "---\ntitle: About\nweight: 1\n---\nOf me.\n"),
        Edit(name: "a title in the menu", path: "content/about.md", text: "---\ntitle: Who\n---\nOf me.\n"),
        Edit(name: "a section's title", path: "content/posts/_index.md", text: "---\ntitle: Letters\n---\nAll.\n"),
        Edit(name: "a section's text", path: "content/posts/_index.md", text: "---\ntitle: Posts\n---\nEach.\n"),
        Edit(name: "the front page's text", path: "content/_index.md", text: "---\ntitle: Home\n---\nHello.\n"),
        Edit(name: "a translation's title", path: "content/posts/e.de.md", text: "---\ntitle: Abend\n---\nText.\n"),
        Edit(name: "a translation's end", path: "content/posts/e.de.md", text: nil),
        Edit(name: "an alias that another page links to", path: "content/posts/b.md", text: post("B", 2, "tags: [rail, sea]\ncover: map.png\n")),
        Edit(name: "a draft", path: "content/posts/b.md", text: post("B", 2, "draft: true\n")),
        Edit(name: "a page's end", path: "content/posts/b.md", text: nil),
        Edit(name: "the oldest page's end", path: "content/posts/a.md", text: nil),
        Edit(name: "a new page", path: "content/posts/f.md", text: post("F", 6)),
        Edit(name: "a new page in the root", path: "content/now.md", text: "---\ntitle: Now\n---\nNow.\n"),
        Edit(name: "the site's title", path: "frontis.yaml", text: configuration.replacing("Blog", with: "Journal")),
        Edit(name: "the site's author", path: "frontis.yaml", text: configuration.replacing("title: Blog", with: "title: Blog, author: Ana")),
        Edit(name: "a key of the site's", path: "frontis.yaml", text: configuration + "params: { colour: red }\n"),
        Edit(name: "the page size", path: "frontis.yaml", text: configuration.replacing("page-size: 3", with: "page-size: 2")),
        Edit(name: "the base address", baseURL: "https://example.org/blog/"),
        Edit(name: "a template", path: "templates/post.mustache", text: "{{<base}}{{$main}}{{page.title}}{{/main}}{{/base}}"),
        Edit(name: "a partial", path: "templates/base.mustache", text: "{{page.title}}{{$main}}{{/main}}"),
        Edit(name: "data", path: "data/team.yaml", text: "- name: Bo\n"),
        Edit(name: "data's end", path: "data/team.yaml", text: nil),
        Edit(name: "data that nobody shows", path: "data/unused.csv", text: "a\n2\n"),
        Edit(name: "what a collection asks for", path: "frontis.yaml", text: configuration.replacing("first: 2", with: "first: 3")),
        Edit(name: "a text in a collection", path: "content/posts/e.md", text: post("E", 5, "", "Other words.")),
        Edit(name: "a text that is in no collection but that of years", path: "content/posts/a.md", text: post("A", 1, "tags: [rail]\n", "Other.")),
        Edit(name: "a shortcode", path: "templates/shortcodes/box.mustache", text: "<section>{{{content}}}</section>"),
        Edit(name: "a shortcode's end", path: "templates/shortcodes/box.mustache", text: nil),
        Edit(name: "a shortcode in the place of a built-in one", path: "templates/shortcodes/figure.mustache", text: "<b>{{args.src}}</b>"),
        Edit(name: "a second page of a name that another one names", path: "content/notes/c.md", text: "---\ntitle: Other C\n---\n"),
        Edit(name: "the address of a page that another one names", path: "content/posts/c.md", text: post("C", 3, "slug: sea\n")),
        Edit(name: "how code is shown", path: "frontis.yaml", text: configuration + "markdown: { line-numbers: true }\n"),
        Edit(name: "a file that a page links to", path: "static/notes.txt", text: nil),
        Edit(name: "a file's bytes", path: "static/notes.txt", text: "Other notes.\n"),
        Edit(name: "a picture's size", path: "content/posts/map.png", text: "60"),
        Edit(name: "a picture's end", path: "content/posts/map.png", text: nil),
        Edit(name: "words for a picture", path: "content/posts/d.md", text: post("D", 4, "ai-image: { prompt: Two boats, alt: Two }\n")),
        Edit(name: "another picture", path: "content/posts/d.md", text: post("D", 4, "ai-image: { prompt: A lighthouse, alt: Boats }\n")),
        Edit(name: "the year", now: "2027-06-01"),
    ]

    @Test(arguments: edits)
    func whateverChangesAloneIsSeen(edit: Edit) async throws {
        let folder = try TemporarySite()
        for (path, text) in Self.files { try write(folder, path, text) }
        try await Task.sleep(for: .milliseconds(25))
        let first = await build(folder, Edit(name: ""), "public")
        #expect(!first.diagnostics.hasErrors, "\(first.diagnostics.map(\.summary))")
        if !edit.path.isEmpty {
            if let text = edit.text { try write(folder, edit.path, text) } else { try folder.remove(edit.path) }
        }
        try await Task.sleep(for: .milliseconds(25))
        let made = await build(folder, edit, "public")
        let clean = await build(folder, edit, "clean")
        #expect(made.diagnostics == clean.diagnostics)
        let (tree, other) = (try folder.tree(of: "public"), try folder.tree(of: "clean"))
        #expect(Set(tree.keys).union(other.keys).filter { tree[$0] != other[$0] }.sorted() == [])
        // Else it was built from scratch, and all of this says nothing.
        if edit.path.hasSuffix(".md") { #expect(made.work.pagesRead <= 1) }
        #expect(made.work.templatesRun <= clean.work.templatesRun)
    }

    /// A picture has its width for a text.
    private func write(_ folder: TemporarySite, _ path: String, _ text: String) throws {
        guard path.hasSuffix(".png") else { return try folder.write(path, text) }
        try folder.write(path, TestPNG(width: Int(text) ?? 1, height: 20, text: "map").bytes)
    }

    /// What came of a build; its texts are given back.
    private func build(
        _ folder: TemporarySite, _ edit: Edit, _ output: String
    ) async -> (diagnostics: [Diagnostic], work: BuildReport.Work) {
        var options = BuildOptions(jobs: 2, environment: [:])
        options.site = folder.path
        options.output = folder.path(output)
        options.cache = folder.path(".frontis/\(output)-cache")
        options.now = PageDate(edit.now)
        options.baseURL = edit.baseURL
        options.policy = .offline(writesLock: false)
        let result = await Build(options: options).run()
        return (result.diagnostics, result.report.work)
    }
}
