package import FrontisCore

/// Reads `frontis.yaml`. Unknown keys are errors with a suggestion, and all errors come at once.
package struct ConfigurationReader {
    var reader: NodeReader
    private var configuration = SiteConfiguration()

    /// Reads the file's text; an empty file is a site with all defaults.
    package static func read(_ text: String) -> (SiteConfiguration, [Diagnostic]) {
        let source = SourceText(path: SiteConfiguration.path, text: text)
        let mask = SecretMask(source: source)
        var reader = ConfigurationReader(reader: NodeReader(source: source))
        do {
            guard let root = try YAMLDocument.read(text, in: source, lineOffset: 0, id: .configurationYAML) else {
                return (reader.configuration, [])
            }
            reader.read(root)
        } catch {
            return (reader.configuration, [mask.masked(error)])
        }
        return (reader.configuration, reader.reader.diagnostics.map(mask.masked))
    }

    private init(reader: NodeReader) {
        self.reader = reader
    }

    private mutating func read(_ root: SourceNode) {
        guard root.entries != nil else {
            reader.report(
                .configurationYAML, "\(SiteConfiguration.path) must be keys and values, not \(root.kind)",
                at: root.location)
            return
        }
        check(
            root,
            [
                "site", "permalink", "permalinks", "page-size", "feed-length", "images", "styles", "alt", "providers",
                "publish",
                "diagnostics", "params", "allow-links-outside", "static-dotfiles", "languages", "heading-ids", "math",
                "markdown", "collections", "taxonomies", "menus", "related", "search",
                "feeds", "webmention", "llms-txt", "theme",
            ], in: SiteConfiguration.path)
        if let site = map(root["site"], "site") { readSite(site) }
        configuration.readPermalinks(root, &reader)
        configuration.headingIDs = choice(root["heading-ids"], "heading-ids") ?? .github
        MarkdownSettingsReader.readMath(root["math"], into: &configuration, &reader)
        if let markdown = map(root["markdown"], "markdown") {
            MarkdownSettingsReader.read(markdown, into: &configuration, &reader)
        }
        if let node = root["languages"] {
            configuration.languages = reader.texts(node, "languages", id: .configurationValue).map(\.value)
        }
        configuration.pageSize = integer(root["page-size"], "page-size", 1...1000) ?? configuration.pageSize
        configuration.feedLength = integer(root["feed-length"], "feed-length", 1...1000) ?? configuration.feedLength
        if let images = map(root["images"], "images") { readImages(images) }
        for entry in map(root["styles"], "styles")?.entries ?? [] { readStyle(entry) }
        if let alt = map(root["alt"], "alt") { readAlt(alt) }
        for entry in map(root["providers"], "providers")?.entries ?? [] { readProvider(entry) }
        if let publish = map(root["publish"], "publish") {
            configuration.publish = PublishReader.read(publish, &reader)
        }
        if let node = root["allow-links-outside"] {
            configuration.allowsLinksOutside =
                reader.flag(node, "allow-links-outside", id: .configurationValue) ?? false
        }
        if let node = root["static-dotfiles"] { configuration.readStaticDotfiles(node, &reader) }
        if let severities = map(root["diagnostics"], "diagnostics") { readSeverities(severities) }
        for entry in map(root["params"], "params")?.entries ?? [] {
            configuration.params[entry.key.value] = entry.node.param
        }
        if let node = map(root["taxonomies"], "taxonomies") {
            configuration.taxonomies = TaxonomyReader.read(node, &reader)
        }
        for entry in map(root["menus"], "menus")?.entries ?? [] {
            configuration.menus[entry.key.value] = MenuReader.entries(of: entry, &reader)
        }
        if let theme = root["theme"], let name = text(theme, "theme")?.trimmed, !name.isEmpty {
            configuration.theme = Located(name, at: theme.location)
        }
        if let feeds = map(root["feeds"], "feeds") {
            let (settings, length) = FeedReader.read(feeds, &reader)
            configuration.feeds = settings
            configuration.feedLength = length ?? configuration.feedLength
        }
        configuration.webmention = reader.webAddress(root["webmention"], "webmention")
        configuration.listsPagesForModels =
            reader.flag(root["llms-txt"], "llms-txt", id: .configurationValue) ?? false
        configuration.hasSearch = reader.flag(root["search"], "search", id: .configurationValue) ?? false
        configuration.relatedCount = integer(root["related"], "related", 0...20) ?? configuration.relatedCount
        let kinds = configuration.taxonomies.map(\.value)
        for entry in map(root["collections"], "collections")?.entries ?? [] {
            configuration.collections[entry.key.value] = CollectionReader.read(entry, of: kinds, &reader)
        }
        if let style = configuration.images.style { checkStyle(style) }
    }

    private mutating func readSite(_ node: SourceNode) {
        check(node, ["title", "url", "language", "author", "description", "image", "credit", "params"], in: "site")
        configuration.title = text(node["title"], "site.title") ?? configuration.title
        configuration.language = text(node["language"], "site.language") ?? configuration.language
        configuration.author = text(node["author"], "site.author")
        configuration.description = text(node["description"], "site.description")
        configuration.image = node["image"].flatMap { siteImage($0) }
        configuration.credit = text(node["credit"], "site.credit")
        for entry in map(node["params"], "site.params")?.entries ?? [] {
            configuration.params[entry.key.value] = entry.node.param
        }
        if let url = node["url"], let written = text(url, "site.url") {
            configuration.url = Self.siteURL(written)
            if AddressText.namesUser(written) {
                reader.report(
                    .configurationValue, "site.url names a user, and every page, feed and sitemap would show it",
                    at: url.location, help: "write it without user and password: url: https://example.org/")
            } else if configuration.url == nil {
                reader.report(
                    .configurationValue, "site.url '\(written)' is not an absolute web address", at: url.location,
                    help: "write it with its scheme: url: https://example.org/")
            }
        }
    }

    /// `image: cover.jpg` or `image: { image: cover.jpg, alt: …, focus: … }`, as in front matter.
    private mutating func siteImage(_ node: SourceNode) -> ExistingPicture? {
        if node.entries != nil { check(node, ["image", "alt", "focus"], in: "site.image") }
        guard let written = node.entries == nil ? node : node["image"],
            let address = text(written, "site.image")?.trimmed, !address.isEmpty
        else { return nil }
        // No page shows it, so that nothing is missing where nobody describes it.
        return ExistingPicture(
            address: address, alt: node.entries == nil ? "" : text(node["alt"], "site.image.alt") ?? "",
            focus: node.entries == nil ? nil : reader.focus(node["focus"], id: .configurationValue),
            location: written.location, sourceLine: reader.source.line(written.location.line))
    }

    /// Absolute and without a user, with a slash at its end, or nothing.
    package static func siteURL(_ written: String) -> String? {
        guard let scheme = ["https://", "http://"].first(where: { written.lowercased().hasPrefix($0) }),
            written.utf8.count > scheme.utf8.count, !written.contains(where: \.isWhitespace),
            !AddressText.namesUser(written), !written.contains("?"), !written.contains("#"), !written.contains("\""),
            !written.contains("<")
        else { return nil }
        return written.hasSuffix("/") ? written : written + "/"
    }

    private mutating func readImages(_ node: SourceNode) {
        check(
            node,
            [
                "provider", "aspect", "style", "candidates", "on-missing", "on-failure", "variants", "budget",
                "concurrency",
                "publish-originals", "social",
            ], in: "images")
        if let provider = node["provider"], let name = text(provider, "images.provider") {
            configuration.images.provider = Located(name, at: provider.location)
        }
        if let aspect = node["aspect"] {
            if let parsed = Aspect(aspect.literal) {
                configuration.images.aspect = parsed
            } else {
                reader.report(
                    .configurationValue, "aspect '\(aspect.literal)' is not a proportion", at: aspect.location,
                    help: "write width and height with a colon: aspect: \"3:2\"")
            }
        }
        if let style = node["style"], let name = text(style, "images.style") {
            configuration.images.style = Located(name, at: style.location)
        }
        configuration.images.candidates = integer(node["candidates"], "images.candidates", 1...10) ?? 1
        configuration.images.concurrency = integer(node["concurrency"], "images.concurrency", 1...64) ?? 4
        configuration.images.onMissing = choice(node["on-missing"], "images.on-missing")
        configuration.images.onFailure = choice(node["on-failure"], "images.on-failure") ?? .error
        configuration.images.variants = readVariants(node["variants"])
        if let social = map(node["social"], "images.social") {
            configuration.images.social = SocialReader.read(social, &reader)
        }
        configuration.images.publishesOriginals =
            reader.flag(node["publish-originals"], "images.publish-originals", id: .configurationValue) ?? false
        if let budget = node["budget"] {
            if let amount = Money(written: budget.literal) {
                configuration.images.budget = amount
                configuration.images.budgetLocation = budget.location
            } else {
                reader.report(
                    .configurationValue, "images.budget must be an amount in US dollars, not \(budget.kind)",
                    at: budget.location)
            }
        }
    }

    private mutating func readStyle(_ entry: SourceNode.Entry) {
        let name = entry.key.value
        guard let node = map(entry.node, "styles.\(name)") else { return }
        check(node, ["prefix", "suffix", "negative", "reference"], in: "styles.\(name)")
        if name == "none" {
            reader.report(
                .configurationValue, "a style cannot be named 'none', which means no style", at: entry.key.location)
        }
        var style = SiteConfiguration.Style(
            prefix: text(node["prefix"], "prefix"), suffix: text(node["suffix"], "suffix"),
            negative: text(node["negative"], "negative"))
        style.references = reader.texts(node["reference"], "reference").map(\.value)
        configuration.styles[name] = style
    }

    private mutating func checkStyle(_ style: Located<String>) {
        guard style.value != "none", configuration.styles[style.value] == nil else { return }
        reader.report(
            .aiImageUnknownStyle,
            "unknown style '\(style.value)'\(Suggestion.clause(for: style.value, among: configuration.styles.keys.sorted()))",
            at: style.location, help: "styles are defined under 'styles:' in \(SiteConfiguration.path)")
    }

    private mutating func readAlt(_ node: SourceNode) {
        let own = ["provider", "max-length", "require", "describe"]
        if let provider = node["provider"], let name = text(provider, "alt.provider") {
            configuration.alt.provider = Located(name, at: provider.location)
        }
        configuration.alt.maxLength = integer(node["max-length"], "alt.max-length", 20...1000) ?? 125
        configuration.alt.require = choice(node["require"], "alt.require") ?? .none
        configuration.alt.describe = choice(node["describe"], "alt.describe") ?? .generated
        for entry in node.entries ?? [] where !own.contains(entry.key.value) {
            configuration.alt.settings[entry.key.value] = setting(entry)
            warnOfPlainSecret(entry, owner: "alt")
        }
    }

    private mutating func readProvider(_ entry: SourceNode.Entry) {
        let name = entry.key.value
        guard let node = map(entry.node, "providers.\(name)") else { return }
        // `openai: { model: … }` needs no dialect: the name implies it.
        let dialect = node["dialect"].flatMap { place in
            text(place, "dialect").map { Located($0, at: place.location) }
        }
        var settings = ProviderSettings(name: name, dialect: dialect ?? Located(name, at: entry.key.location))
        settings.location = entry.key.location
        for entry in node.entries ?? [] where entry.key.value != "dialect" {
            settings.values[entry.key.value] = setting(entry)
            warnOfPlainSecret(entry, owner: "provider '\(name)'")
        }
        configuration.providers[name] = settings
    }

    private func setting(_ entry: SourceNode.Entry) -> Located<SettingValue> {
        let place = entry.key.location
        switch entry.node.content {
        case .list(let nodes): return Located(.list(nodes.map(\.literal)), at: place)
        case .map(let entries):
            let pairs = entries.map { ($0.key.value, $0.node.literal) }
            return Located(.map(Dictionary(pairs, uniquingKeysWith: { _, last in last })), at: place)
        default: return Located(.scalar(entry.node.literal), at: place)
        }
    }

    /// A key in a committed file is a key that others have.
    private mutating func warnOfPlainSecret(_ entry: SourceNode.Entry, owner: String) {
        for (key, node) in [(entry.key.value, entry.node)] + (entry.node.entries ?? []).map({ ($0.key.value, $0.node) })
        {
            guard ProviderSettings.secretKeys.contains(key), case .text(let text) = node.content,
                !text.isEmpty, !text.contains("${")
            else { continue }
            // The line is not quoted in the finding: it holds the secret.
            reader.diagnostics.append(
                Diagnostic(
                    .configurationSecret, "\(key) of \(owner) is written out in \(SiteConfiguration.path)",
                    at: SourceLocation(
                        path: SiteConfiguration.path, line: node.location.line, column: node.location.column),
                    help: "keep it in the environment or in .env and write ${NAME} here"))
        }
    }

    private mutating func readSeverities(_ node: SourceNode) {
        for entry in node.entries ?? [] {
            guard let id = DiagnosticID(rawValue: entry.key.value) else {
                let known = DiagnosticID.allCases.map(\.rawValue)
                reader.report(
                    .configurationUnknownKey,
                    "unknown diagnostic '\(entry.key.value)'\(Suggestion.clause(for: entry.key.value, among: known))",
                    at: entry.key.location)
                continue
            }
            if let severity: Severity = choice(entry.node, "diagnostics.\(entry.key.value)") {
                configuration.severities[id] = severity
            }
        }
    }

    // MARK: Values

    mutating func check(_ node: SourceNode, _ known: [String], in place: String) {
        reader.checkKeys(of: node, known: known, in: place, id: .configurationUnknownKey)
    }

    mutating func map(_ node: SourceNode?, _ key: String) -> SourceNode? {
        guard let node else { return nil }
        if case .null = node.content { return nil }
        guard node.entries != nil else {
            reader.report(.configurationValue, "\(key) must be a map, not \(node.kind)", at: node.location)
            return nil
        }
        return node
    }

    mutating func text(_ node: SourceNode?, _ key: String) -> String? {
        reader.text(node, key, id: .configurationValue)
    }

    mutating func integer(_ node: SourceNode?, _ key: String, _ range: ClosedRange<Int>) -> Int? {
        reader.integer(node, key, in: range, id: .configurationValue)
    }

    private mutating func choice<Choice: RawRepresentable & CaseIterable>(
        _ node: SourceNode?, _ key: String
    ) -> Choice? where Choice.RawValue == String {
        reader.choice(node, key, id: .configurationValue)
    }
}
