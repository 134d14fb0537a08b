import Foundation

/// A blog that somebody keeps editing, as a seed decides: what people do in a year, and what they do by mistake.
package struct RandomSite: Sendable {
    package private(set) var files: [String: String] = [:]
    /// What was done last, for whoever has to find out what went wrong.
    package private(set) var log: [String] = []
    private var random: SeededNumbers
    private var earlier: [[String: String]] = []
    private var count = 0
    package private(set) var now = "2026-06-01"
    package private(set) var drafts = false

    package init(seed: UInt64) {
        random = SeededNumbers(seed: seed)
        files["frontis.yaml"] = configuration()
        for _ in 0..<14 { addPost() }
        files["content/about.md"] = "---\ntitle: About\n---\nWho I am. [Posts](posts/) and [a post](posts/post-1.md#first).\n"
        files["content/notes/_index.md"] = "---\ntitle: Notes\ndescription: Short ones.\n---\nAll notes.\n"
        files["content/tags/rail/_index.md"] = "---\ntitle: By rail\nweight: 1\n---\nOf tracks.\n"
        files["static/robots.txt"] = "User-agent: *\n"
        if random.number(below: 3) > 0 { files.merge(Self.templates) { $1 } }
        log = []
    }

    // MARK: Pieces

    private static let tags = ["rail", "sea", "Night Train", "c++", "été", "food"]
    private static let words = [
        "harbour", "lantern", "signal", "platform", "tide", "ticket", "granite", "orchard", "window", "salt",
    ]

    private static let templates = [
        "templates/base.mustache":
            "<html lang=\"{{page.language}}\" dir=\"{{page.direction}}\"><head><title>{{page.title}}</title>\n{{{page.head}}}\n</head>"
            + "<body>{{> _menu}}{{$main}}{{/main}}{{> _foot}}</body></html>\n",
        "templates/_menu.mustache":
            "<nav>{{#site.menu}}<a href=\"{{url}}\"{{#current}} aria-current{{/current}}>{{title}}</a>{{/site.menu}}</nav>\n",
        "templates/_foot.mustache":
            "<footer>{{build.year}} {{site.author}} {{#site.sections}}{{title}} {{count}};{{/site.sections}}"
            + "{{#collections.recent}}{{title}};{{/collections.recent}} {{site.data.facts.motto}}</footer>\n",
        "templates/post.mustache":
            "{{<base}}{{$main}}<h1>{{page.title}}</h1>{{#page.date}}<time datetime=\"{{iso}}\">{{long}}</time>{{/page.date}}"
            + "{{#page.tags}}<a href=\"{{url}}\">{{name}}</a>{{/page.tags}}{{{page.toc}}}{{{page.content}}}"
            + "{{#page.hero}}{{{picture}}}{{/page.hero}}{{#page.previous}}{{title}} {{url}}{{/page.previous}}"
            + "{{#page.next}}{{title}}{{/page.next}}{{#page.params.mood}}{{.}}{{/page.params.mood}}{{page.reading-time}}"
            + "{{#page.translations}}{{name}} {{title}}{{/page.translations}}"
            + "{{#page.series}}{{name}} {{number}}/{{count}}{{#pages}}{{title}}{{/pages}}{{#next}}{{url}}{{/next}}{{/page.series}}"
            + "{{#page.related}}{{title}}{{date}}{{/page.related}}{{/main}}{{/base}}\n",
        "templates/page.mustache":
            "{{<base}}{{$main}}{{{page.content}}}{{page.word-count}}{{#page.section.pages}}{{title}}{{/page.section.pages}}"
            + "{{#site.menus.footer}}{{title}}{{url}}{{#children}}{{title}}{{/children}}{{/site.menus.footer}}{{/main}}{{/base}}\n",
        "templates/list.mustache":
            "{{<base}}{{$main}}{{uppercased(page.title)}}{{{page.content}}}{{#pages}}{{#first()}}{{summary}}{{/first()}}"
            + "<a href=\"{{url}}\">{{title}}</a>{{date}}{{#hero}}{{{card}}}{{/hero}}{{^hero}}{{description}}{{/hero}}{{/pages}}"
            + "{{count(pages)}} {{#first(pages)}}{{title}}{{/first(pages)}}{{#paginator}}{{number}}/{{count}} {{next}}{{/paginator}}"
            + "{{/main}}{{/base}}\n",
        "templates/taxonomy.mustache":
            "{{taxonomy.title}}{{{page.content}}}{{#taxonomy.terms}}{{name}} {{count}} {{url}}\n{{/taxonomy.terms}}",
        "templates/404.mustache":
            "{{<base}}{{$main}}Not here. {{#enumerated(site.params)}}{{key}}{{value}}{{/enumerated(site.params)}}{{#collections.years}}{{title}}{{#pages}}{{title}}{{date}}{{/pages}}{{/collections.years}}{{/main}}{{/base}}\n",
    ]

    private mutating func configuration() -> String {
        let title = random.pick(["A Blog", "Another Blog", "Notes & Queries"])
        let url = random.pick(["https://example.org/", "https://example.org/blog/"])
        let size = random.pick(["3", "10"])
        let permalink = random.pick(["", "", "permalink: /:year/:slug/\n"])
        let more = random.pick(["", "", "params: { colour: red }\n", "feed-length: 3\n", "heading-ids: hugo\n"])
        let author = random.pick(["", ", author: Ana", ", author: Bo"])
        return "site: { title: \"\(title)\", url: \"\(url)\"\(author) }\npage-size: \(size)\nimages: { variants: false }\n"
            + "collections: { recent: { section: posts, first: \(random.pick(["2", "4"])) }, years: { group-by: year } }\n"
            + "taxonomies: { series: { ordered: true\(random.pick(["", ", path: /parts/"])) }\(random.pick(["", ", moods: {}"])) }\n"
            + "related: \(random.pick(["2", "3"]))\nmenus: { footer: [ { title: Us, children: [ { page: about.md } ] }, { page: tags } ] }\n"
            + random.pick(["", "", "search: true\n"]) + random.pick(["", "math: mathml\n"])
            + random.pick(["", "", "feeds: { formats: [atom, json], content: summary }\n", "llms-txt: true\n"])
            + "diagnostics: { menu-entry: note,  link-dead: warning, image-missing: warning, page-url-conflict: warning }\n"
            + permalink + more
    }

    private mutating func sentence() -> String {
        (0..<(3 + random.number(below: 6))).map { _ in random.pick(Self.words) }.joined(separator: " ") + "."
    }

    private var posts: [String] { files.keys.filter { $0.hasPrefix("content/") && $0.hasSuffix(".md") }.sorted() }

    private mutating func body() -> String {
        var lines = [sentence()]
        for _ in 0..<random.number(below: 4) {
            switch random.number(below: 10) {
            case 6: lines.append("```\(random.pick(["swift {1}", "sql", "unknown"]))\nlet a = \"\(random.pick(Self.words))\"\n```")
            case 7: lines.append("{{< note \(random.pick(Self.words)) >}}\n\(sentence())\n{{< /note >}}")
            case 8: lines.append("[named]({{< ref \"post-\(1 + random.number(below: count + 2))\" >}}) {{ aside() }}")
            case 9: lines.append("The $\\frac{1}{\(random.number(below: 9))}$ of it.")
            case 0: lines.append("## \(random.pick(["First", "Second", "A Harbour"]))")
            case 1: lines.append("[there](/\(posts.isEmpty ? "a.md" : random.pick(posts).dropFirst("content/".count)))")
            case 2: lines.append("[anchor](/\(posts.isEmpty ? "a.md" : random.pick(posts).dropFirst("content/".count))#first)")
            case 3: lines.append("![A map](map.png)")
            case 4: lines.append("<p id=\"first\">Raw.</p>")
            case 5: lines.append("[a list](/tags/\(random.pick(["rail", "sea", "nothing"]))/) and [file](/robots.txt)")
            default: lines.append(sentence())
            }
        }
        return lines.joined(separator: "\n\n") + "\n"
    }

    private mutating func frontMatter() -> String {
        var lines = ["title: \(sentence().dropLast().capitalized)"]
        if random.number(below: 5) > 0 { lines.append("date: 2026-0\(1 + random.number(below: 8))-1\(random.number(below: 10))") }
        if random.number(below: 2) == 0 {
            let tags = (0...random.number(below: 3)).map { _ in "\"\(random.pick(Self.tags))\"" }
            lines.append("tags: [\(tags.joined(separator: ", "))]")
        }
        if random.number(below: 4) == 0 { lines.append("description: \(sentence())") }
        if random.number(below: 6) == 0 { lines.append("mood: \(random.pick(Self.words))") }
        if random.number(below: 9) == 0 { lines.append("aliases: [/old/\(random.number(below: 5))/]") }
        if random.number(below: 5) == 0 { lines.append("series: [\(random.pick(["The Long Way", "Harbours"]))]") }
        if random.number(below: 12) == 0 { lines.append("menus: { footer: { weight: \(random.number(below: 9)) } }") }
        if random.number(below: 9) == 0 { lines.append("draft: true") }
        if random.number(below: 12) == 0 { lines.append("slug: \(random.pick(Self.words))") }
        if random.number(below: 12) == 0 { lines.append("toc: false") }
        if random.number(below: 12) == 0 { lines.append("hero: map.png") }
        if random.number(below: 16) == 0 { lines.append("ai-image: \(random.pick(["A lighthouse", "Two boats"]))") }
        if random.number(below: 16) == 0 { lines.append("weight: \(random.number(below: 5))") }
        if random.number(below: 150) == 0 { lines.append("date: [") }
        return "---\n" + lines.joined(separator: "\n") + "\n---\n"
    }

    private mutating func addPost() {
        count += 1
        let folder = random.pick(["posts", "posts", "notes", "", "posts/2026"])
        let path = "content/" + (folder.isEmpty ? "" : folder + "/") + "post-\(count).md"
        files[path] = frontMatter() + body()
        log.append("add \(path)")
    }

    // MARK: Edits

    /// One to three edits.
    package mutating func edit() {
        log = []
        earlier.append(files)
        if earlier.count > 5 { earlier.removeFirst() }
        // Nobody leaves a site broken for long.
        for (path, text) in files where text.contains("date: [\n") { change(path, text.replacing("date: [\n", with: "")) }
        // Most days it is one text or one head, and all but a few files of the output stay as they are.
        if random.number(below: 3) > 0 { return editLittle() }
        for _ in 0...random.number(below: 3) { editOnce() }
    }

    /// A text, or one line of a head.
    private mutating func editLittle() {
        guard let post = posts.isEmpty ? nil : random.pick(posts), let text = files[post],
            let end = text.dropFirst(4).firstRange(of: "---\n")
        else { return addPost() }
        let key = random.pick(["", "", "title", "tags", "tags", "description", "mood", "weight"])
        guard !key.isEmpty else { return change(post, text + sentence() + "\n") }
        let value =
            switch key {
            case "tags": "[\"\(random.pick(Self.tags))\", \"\(random.pick(Self.words))\"]"
            case "weight": "\(random.number(below: 5))"
            default: random.pick(Self.words)
            }
        let lines = text[text.index(text.startIndex, offsetBy: 4)..<end.lowerBound].split(separator: "\n")
            .filter { !$0.hasPrefix(key + ":") }.map(String.init)
        change(post, "---\n" + (lines + ["\(key): \(value)"]).joined(separator: "\n") + "\n" + text[end.lowerBound...])
    }

    private mutating func editOnce() {
        guard let post = posts.isEmpty ? nil : random.pick(posts) else { return addPost() }
        let text = files[post] ?? ""
        let end = text.dropFirst(4).firstRange(of: "---\n")?.upperBound ?? text.startIndex
        switch random.number(below: 24) {
        case 0...5: change(post, String(text[..<end]) + body())
        case 6...7: change(post, text + sentence() + "\n")
        case 8...11: change(post, frontMatter() + text[end...])
        case 12...13: addPost()
        case 14: change(post, nil)
        case 15:
            let moved = post.replacing("post-", with: "moved-")
            change(post, nil)
            change(moved, text)
        case 16: change(post.replacing(".md", with: ".de.md"), "---\ntitle: \(random.pick(Self.words)) auf Deutsch\n---\nText.\n")
        case 17: change("frontis.yaml", configuration())
        case 18: editTemplates()
        case 19: editStatic()
        case 20:
            now = random.pick(["2026-06-01", "2026-03-15", "2026-12-31", "2027-01-01"])
            log.append("now \(now)")
        case 21:
            drafts.toggle()
            log.append("drafts \(drafts)")
        case 22:
            let folder = post.split(separator: "/").dropLast().joined(separator: "/")
            let map = folder + "/map.png"
            change(map, files[map] == nil ? random.pick(Self.pictures) : nil)
        default:
            files = random.pick(earlier)
            log.append("back")
        }
    }

    private mutating func editTemplates() {
        let own = files.keys.filter { $0.hasPrefix("templates/") && !$0.hasPrefix("templates/shortcodes/") }.sorted()
        if random.number(below: 3) == 0 {
            let name = random.pick(["note", "note", "aside"])
            let text = "<div class=\"\(random.pick(Self.words))\">{{args.0}}{{{content}}}</div>\n"
            change("templates/shortcodes/\(name).mustache", random.number(below: 4) == 0 ? nil : text)
        } else if own.isEmpty {
            files.merge(Self.templates) { $1 }
            log.append("own templates")
        } else if random.number(below: 6) == 0 {
            for file in own { files[file] = nil }
            log.append("built-in templates")
        } else {
            let file = random.pick(own)
            change(file, (files[file] ?? "").replacing("</body>", with: "<!-- \(sentence()) --></body>") + "<!-- \(random.pick(Self.words)) -->\n")
        }
    }

    private mutating func editStatic() {
        switch random.number(below: 8) {
        case 6:
            let path = "content/\(random.pick(["posts", "posts/2026"]))/_defaults.yaml"
            let text = random.pick(["mood: \(random.pick(Self.words))\n", "tags: [\(random.pick(Self.words))]\ntoc: false\n"])
            change(path, files[path] == nil || random.number(below: 2) == 0 ? text : nil)
        case 7:
            change("content/notes/_index.md", "---\ntitle: Notes\ncascade: { mood: \(random.pick(Self.words)) }\n---\n")
        case 4: change("data/facts.yaml", "motto: \(random.pick(Self.words))\n")
        case 5: change("data/facts.yaml", files["data/facts.yaml"] == nil ? "motto: \(sentence())\nother: 1\n" : nil)
        case 0: change("static/robots.txt", "# \(sentence())\n")
        case 1: change("static/a/\(random.pick(Self.words)).css", "/* \(sentence()) */\n")
        case 2: change("static/frontis.css", files["static/frontis.css"] == nil ? "body {}\n" : nil)
        default: change("static/robots.txt", files["static/robots.txt"] == nil ? "User-agent: *\n" : nil)
        }
    }

    private mutating func change(_ path: String, _ text: String?) {
        files[path] = text
        log.append("\(text == nil ? "remove" : "write") \(path)")
    }

    /// Two drawings of different sizes; the names of files decide that they are looked at.
    private static let pictures = ["GIF89a\u{1}\0\u{1}\0\0\0\0;", "GIF89a\u{2}\0\u{3}\0\0\0\0;"]
}
