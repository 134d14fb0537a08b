package import FrontisCore

/// Makes a page of one Markdown file.
package struct PageReader: Sendable {
    private let rules: ReadingRules
    private let permalinks: Permalinks
    private let defaults: FolderDefaults
    private let math: MathConverting?

    /// - Parameters:
    ///   - highlight: nothing for whoever does not show the pages.
    ///   - math: likewise.
    /// - Throws: words that say what is wrong with a pattern of addresses.
    package init(
        _ rules: ReadingRules, defaults: FolderDefaults = .none, highlight: CodeHighlighting? = nil,
        math: MathConverting? = nil
    ) throws(PermalinkError) {
        self.rules = rules
        self.defaults = defaults
        self.math = math
        permalinks = try Permalinks(rules)
        style.headingIDs = rules.headingIDs
        style.keepsMath = rules.keepsMath
        style.math = rules.convertsMath ? math : nil
        style.takenIDs = rules.theme.ids
        style.shortcodes = rules.theme.shortcodes
        (style.code, style.highlight) = (rules.code, highlight)
        style.extras = rules.extras
    }

    private let slips = KeySlips()
    private var style = Markdown.Style()

    package func read(_ text: String, source: SourceID, at path: ContentPath) -> (
        page: Page?, diagnostics: [Diagnostic]
    ) {
        let (opened, diagnostics) = open(text, source: source, at: path)
        guard let opened else { return (nil, diagnostics) }
        let (head, body, findings) = finish(opened, readsBody: true)
        return (Page(head, body: body ?? Body()), findings)
    }

    /// Reads the text below the front matter only where the head is not known without it: where it may name a picture,
    /// where a prompt is to be written from it, where the title stands in it.
    ///
    /// - Parameter isWhole: whether the text is read in any case.
    package func readHead(
        _ text: String, source: SourceID, at path: ContentPath, isWhole: Bool = false
    ) -> (head: PageHead?, body: Body?, diagnostics: [Diagnostic]) {
        let (opened, diagnostics) = open(text, source: source, at: path)
        guard let opened else { return (nil, nil, diagnostics) }
        return finish(opened, readsBody: isWhole || opened.needsBody)
    }

    /// A file whose front matter is read.
    private struct Opened {
        var head: PageHead
        var path: ContentPath
        var text: SourceText
        var frontMatter: FrontMatter
        var root: SourceNode
        var reader: NodeReader
        /// The front matter's.
        var title: String?

        var needsBody: Bool {
            title == nil || head.imageRequests.contains(where: \.isAutomatic)
                || mayNamePicture(text.text.utf8.dropFirst(frontMatter.bodyOffset))
        }

        /// `ai:`, however Markdown and HTML let it be written.
        private func mayNamePicture(_ body: Substring.UTF8View) -> Bool {
            body.withContiguousStorageIfAvailable { bytes in
                ["ai:", "ai&", "ai\\"].contains { ByteSearch.index(of: Array($0.utf8), in: bytes) != nil }
            } ?? true
        }
    }

    private func open(
        _ text: String, source: SourceID, at path: ContentPath
    ) -> (opened: Opened?, diagnostics: [Diagnostic]) {
        let text = SourceText(path: source.location.path, text: text)
        let frontMatter: FrontMatter
        do {
            frontMatter = try FrontMatter.read(text)
        } catch {
            return (nil, [error])
        }
        var reader = NodeReader(source: text)
        if let finding = frontMatter.finding { reader.diagnostics.append(finding) }
        var root = frontMatter.root ?? Self.empty(text.path)
        if root.entries == nil {
            reader.report(
                .frontMatterYAML, "front matter must be keys and values, not \(root.kind)", at: root.location)
            root = Self.empty(text.path)
        }
        if path.kind == .page { root = defaults.filled(root, at: path, rules.taxonomies) }
        let params = Self.params(root)
        root = StandardKeys.settled(root, slips, &reader)
        var head = head(of: root, source: source, path: path, &reader)
        head.params = params
        let title = reader.text(root["title"], "title")?.trimmed
        head.imageRequests = ImageRequestReader.requests(in: root, reader: &reader)
        let opened = Opened(
            head: head, path: path, text: text, frontMatter: frontMatter, root: root, reader: reader,
            title: title?.isEmpty == false ? title : nil)
        return (opened, [])
    }

    /// What is wrong with what folders say for their pages. Of each page that has it, nothing is said.
    func findingsInDefaults() -> [Diagnostic] {
        defaults.findings
            + defaults.written.flatMap { written -> [Diagnostic] in
                var reader = NodeReader(source: written.source)
                let root = StandardKeys.settled(written.root, slips, &reader)
                let path = ContentPath("defaults.md", by: rules) { _ in false }
                _ = head(of: root, source: .file("defaults.md"), path: path, &reader)
                _ = ImageRequestReader.requests(in: root, reader: &reader)
                return reader.diagnostics
            }
    }

    private func finish(
        _ opened: Opened, readsBody: Bool
    ) -> (head: PageHead, body: Body?, diagnostics: [Diagnostic]) {
        var (head, reader, root) = (opened.head, opened.reader, opened.root)
        var markdown = Markdown()
        if readsBody { markdown = body(of: opened) }
        head.title =
            [opened.title, markdown.firstHeading].compactMap(\.self).first { !$0.isEmpty }
            ?? Self.title(from: opened.path)
        head.imageRequests += markdown.imageRequests
        if let excess = head.imageRequests.dropFirst(ContentLimits.requests).first {
            let summary = "page asks for more than \(ContentLimits.requests) pictures"
            reader.diagnostics.append(
                ContentLimits.finding(summary, line: excess.prompt.location.line, in: opened.text))
            head.imageRequests = []
        }
        readAddress(of: root, into: &head, at: opened.path, &reader)
        head.location = root["title"]?.location ?? SourceLocation(path: opened.text.path)
        let own = reader.diagnostics.filter { $0.location.map { $0.path == opened.text.path } ?? true }
        return (head, readsBody ? markdown.body : nil, own + markdown.diagnostics)
    }

    private func body(of opened: Opened) -> Markdown {
        var style = style
        // Templates of others read it for a page's own script; what is neither yes nor no is theirs alone.
        if case .flag(let keepsMath) = opened.root["math"]?.content { style.keepsMath = keepsMath }
        if opened.root["math"]?.literal.lowercased() == "mathml" { (style.keepsMath, style.math) = (true, math) }
        return Markdown.read(
            opened.text, from: opened.frontMatter.bodyOffset, lineOffset: opened.frontMatter.bodyLine,
            title: opened.title, keepsText: opened.head.imageRequests.contains(where: \.isAutomatic),
            site: rules.url, isHTML: ContentReader.mayBePage(opened.head.source.file ?? ""), style: style)
    }

    private static func empty(_ path: String) -> SourceNode {
        SourceNode(content: .map([]), literal: "", location: SourceLocation(path: path))
    }

    /// `night-train` reads as `Night train`.
    private static func title(from path: ContentPath) -> String {
        let words = path.name.replacing("-", with: " ").replacing("_", with: " ").trimmed
        return words.isEmpty ? "Home" : words.prefix(1).uppercased() + words.dropFirst()
    }

    private func head(
        of root: SourceNode, source: SourceID, path: ContentPath, _ reader: inout NodeReader
    ) -> PageHead {
        func first(_ keys: String...) -> (node: SourceNode?, key: String) {
            for key in keys { if let node = root[key] { return (node, key) } }
            return (nil, keys[0])
        }
        func text(_ keys: String...) -> String? {
            for key in keys {
                if let text = reader.text(root[key], key)?.trimmed, !text.isEmpty { return text }
            }
            return nil
        }
        let language = text("language", "lang") ?? path.language ?? rules.language
        var page = PageHead(
            source: source, kind: path.kind, section: path.section, slug: Slug.address(of: path.name) ?? "page",
            title: "",
            language: language)
        readTimes(of: root, into: &page, at: path, &reader)
        let updated = first(
            "updated", "lastmod", "last_modified_at", "modified", "updatedDate", "modDatetime", "updatedAt",
            "updated_at")
        page.updated = reader.date(updated.node, updated.key)
        page.description = text("description", "summary", "excerpt").map(Recipe.normalized)
        let taxonomies = root["taxonomies"]
        for kind in rules.taxonomies {
            let node = root[anyCase: kind.name] ?? root[anyCase: kind.one] ?? taxonomies?[anyCase: kind.name]
            let terms = terms(node, kind.name, &reader)
            if !terms.isEmpty { page.terms[kind.name] = terms }
        }
        let authors = first("author", "authors")
        page.authors = names(authors.node, authors.key, &reader)
        page.weight = reader.integer(
            root["weight"], "weight", in: Int(Int32.min)...Int(Int32.max), id: .frontMatterType)
        page.menus = MenuReader.places(in: root, &reader)
        page.showsTableOfContents = reader.flag(root["toc"], "toc") ?? true
        let aliases = first("aliases", "redirect_from")
        page.aliases = reader.texts(aliases.node, aliases.key)
        for key in ["template", "layout"] {
            guard let node = root[key], let name = reader.text(node, key)?.trimmed, !name.isEmpty else { continue }
            page.template = TemplateChoice(
                name: Located(name, at: node.location), mayBeForeign: key == "layout" || name.contains("."),
                sourceLine: reader.line(of: node))
            break
        }
        page.existingHero = existingHero(root, &reader)
        return page
    }

    /// When the page was written, and whether and when readers see it.
    private func readTimes(
        of root: SourceNode, into page: inout PageHead, at path: ContentPath, _ reader: inout NodeReader
    ) {
        func date(_ keys: [String]) -> PageDate? {
            for key in keys { if let date = reader.date(root[key], key) { return date } }
            return nil
        }
        let isDraft = reader.flag(root["draft"] ?? root["isDraft"], "draft")
        page.isDraft = isDraft ?? (path.isDraft || Publication.isHeldBack(root))
        if Publication.isDenied(root) { page.isDraft = true }
        page.publication = date([
            "publishDate", "publish_date", "publish-date", "pubDate", "pubDatetime", "publishedAt", "published_at",
            "publishedDate",
        ])
        if let node = root["published"] {
            // Jekyll's says whether, Hugo's says when.
            if PageDate(node.literal.trimmed) != nil {
                page.publication = page.publication ?? reader.date(node, "published")
            } else if reader.flag(node, "published") == false {
                page.isDraft = true
            }
        }
        page.date = reader.date(root["date"], "date") ?? path.date ?? page.publication
        page.expiry = date(["expiryDate", "expiry_date", "expiry-date", "unpublishDate"])
        page.isRendered = reader.flag(root["render"], "render") != false
        if case .flag(false) = root["permalink"]?.content { page.isRendered = false }
        for key in ["build", "_build"] {
            if let render = root[key]?["render"], ["never", "false"].contains(render.literal.lowercased()) {
                page.isRendered = false
            }
        }
    }

    /// `tags: a, b` is two tags.
    private func terms(_ node: SourceNode?, _ key: String, _ reader: inout NodeReader) -> [Located<String>] {
        var node = node
        if let list = node, case .list(let elements) = list.content {
            node?.content = .list(elements.flatMap(Self.terms))
        }
        let texts = reader.texts(node, key)
        guard let node, case .text(let text) = node.content, text.contains(",") else { return texts }
        return text.split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
            .map { Located($0, at: node.location) }
    }

    /// Hexo's categories are lists of lists, `[[Linux, Shell], [Tools]]`, and Docusaurus' tags maps with a label.
    private static func terms(in node: SourceNode) -> [SourceNode] {
        if case .list(let elements) = node.content { return elements.flatMap(terms) }
        return [node["label"] ?? node["name"] ?? node]
    }

    /// `author: { name: Ana }` is Ana.
    private func names(_ node: SourceNode?, _ key: String, _ reader: inout NodeReader) -> [String] {
        guard let node else { return [] }
        if case .list(let elements) = node.content { return elements.flatMap { names($0, key, &reader) } }
        if node.entries != nil { return reader.texts(node["name"], key).map(\.value) }
        return reader.texts(node, key).map(\.value)
    }

    private func existingHero(_ root: SourceNode, _ reader: inout NodeReader) -> ExistingPicture? {
        for key in ["hero", "image", "cover"] {
            guard let node = root[key] else { continue }
            if node.entries != nil {
                let written = ["image", "src", "path", "url"].lazy.compactMap { node[$0] }.first
                if let address = reader.text(written, key)?.trimmed, !address.isEmpty {
                    return ExistingPicture(
                        address: address, alt: reader.text(node["alt"], "alt"),
                        caption: reader.text(node["caption"], "caption"),
                        focus: reader.focus(node["focus"], id: .frontMatterType), location: written?.location,
                        sourceLine: written.flatMap { reader.line(of: $0) })
                }
            } else if case .text(let address) = node.content, !address.trimmed.isEmpty {
                let alt = ["hero-alt", "image-alt", "imageAlt", "heroAlt"].lazy.compactMap { root[$0] }.first
                return ExistingPicture(
                    address: address.trimmed, alt: reader.text(alt, "alt"), location: node.location,
                    sourceLine: reader.line(of: node))
            }
        }
        return nil
    }

    /// Zola keeps the author's keys in `[extra]`, Hugo may keep them in `[params]`: here they are one level.
    private static func params(_ root: SourceNode) -> [String: ParamValue] {
        var params: [String: ParamValue] = [:]
        for entry in root.entries ?? [] where !StandardKeys.isReserved(entry.key.value) {
            params[entry.key.value] = entry.node.param
        }
        let tables = ["extra", "params"].flatMap { name in
            root.entries?.filter { $0.key.value.utf8.count == name.utf8.count && $0.key.value.lowercased() == name }
                ?? []
        }
        for entry in tables.flatMap({ $0.node.entries ?? [] }) where params[entry.key.value] == nil {
            params[entry.key.value] = entry.node.param
        }
        return params
    }

    // MARK: Address

    private func readAddress(
        of root: SourceNode, into page: inout PageHead, at path: ContentPath, _ reader: inout NodeReader
    ) {
        if let node = root["slug"], let slug = reader.text(node, "slug")?.trimmed, !slug.isEmpty {
            if slug.split(separator: "/").contains("..") || slug.contains("\\") {
                reader.report(
                    .pageURLUnsafe, "slug '\(slug)' leaves the output directory", at: node.location,
                    help: "a slug is one part of an address: slug: \(Slug.address(of: slug) ?? "my-page")")
            }
            if slug.split(separator: "/").contains(where: { $0.utf8.count > 255 }) {
                reader.report(
                    .pageURLUnsafe, "slug has more than 255 bytes", at: node.location,
                    help: "file systems take no longer names")
            }
            let written = slug.split(separator: "/").compactMap { Slug.verbatim(String($0)) }.joined(separator: "/")
            if !written.isEmpty { page.slug = written }
        }
        // `post.en.md` on an English site is the page itself, unless `post.md` is.
        let isOwn = path.original == nil && path.language?.lowercased() == rules.language.lowercased()
        let prefix = isOwn ? "" : path.language.map { "/" + $0 } ?? ""
        switch page.kind {
        case .home: page.url = prefix + "/"
        case .section:
            page.url = prefix + "/" + (termPath(of: page.section) ?? Slug.path(of: page.section) + "/")
        case .page:
            page.url =
                prefix
                + permalinks.pattern(for: page.section).address(
                    section: Slug.path(of: page.section), slug: page.slug, date: page.date,
                    title: Slug.address(of: page.title) ?? page.slug)
        }
        for key in ["url", "path", "permalink"] {
            guard let node = root[key], let written = reader.text(node, key)?.trimmed, !written.isEmpty,
                !(key == "permalink" && Self.isPattern(written))
            else { continue }
            page.url = PageAddress.path(written)
            if SitePath(urlPath: page.url) == nil || PageAddress.hasQuery(written) {
                reader.report(
                    .pageURLUnsafe, "\(key) '\(written)' is not an address in this site", at: node.location,
                    help: "write a path such as \(key): /about/" + Self.encodingHelp(written))
            }
            break
        }
        page.aliases = page.aliases.filter { isUsable($0, &reader) }
    }

    /// What is written about tags, in `tags/_index.md` and `tags/rail/_index.md`, is where they are listed.
    private func termPath(of section: String) -> String? {
        let parts = section.split(separator: "/").map(String.init)
        guard parts.count <= 2, let kind = rules.taxonomies.first(where: { $0.name == parts.first }) else { return nil }
        return kind.path + parts.dropFirst().map { Slug.path(of: $0) + "/" }.joined()
    }

    private func isUsable(_ alias: Located<String>, _ reader: inout NodeReader) -> Bool {
        if PageAddress.hasQuery(alias.value) {
            reader.report(
                .aliasUnsafe, "alias '\(alias.value)' has a query or a fragment, and no file can answer that",
                at: alias.location,
                help: "have your web server send readers on" + Self.encodingHelp(alias.value), severity: .warning)
            return false
        }
        if SitePath(urlPath: PageAddress.path(alias.value)) == nil {
            reader.report(
                .aliasUnsafe, "alias '\(alias.value)' is not an address in this site", at: alias.location,
                help: "write a path such as /old/address/")
        }
        return true
    }

    private static func encodingHelp(_ written: String) -> String {
        PageAddress.hasQuery(written) ? "; a ? or # that belongs to a name is %3F or %23" : ""
    }

    /// Jekyll's tokens, Eleventy's templates, and its `false`, which leaves the page out.
    private static func isPattern(_ permalink: String) -> Bool {
        permalink.contains(":") || permalink.contains("{{") || permalink.contains("{%") || permalink == "false"
    }
}
