package import FrontisCore

/// The templates of a site, read and checked once; renders from many threads.
package struct TemplateSet: Sendable {
    private let templates: [String: [TemplateNode]]
    /// For messages.
    private let paths: [String: String]
    /// Sorted.
    package let names: [String]
    /// The last parts of all names that the templates mention.
    package var mentionedNames: Set<String> { mentioned.names }
    private let mentioned: MentionedNames

    /// Reads all templates and checks them.
    ///
    /// Every finding of every template is returned, by place, each once. There is a set whenever rendering it
    /// is safe: an unknown name alone, which prints nothing, does not stand in the way of finding more in the
    /// same run; a syntax error or a cycle does. What is an error is for the configuration's severities to say.
    package static func load(
        _ sources: [TemplateSource], names: TemplateNames
    ) -> (set: TemplateSet?, findings: [Diagnostic]) {
        let scanned = sources.map(TemplateScanner.scan)
        let findings = TemplateChecker.check(scanned, names: names)
        let unsafe: Set<DiagnosticID> = [.templateSyntax, .templateCycle, .templateLimit]
        guard !findings.contains(where: { unsafe.contains($0.id) }) else {
            return (nil, findings)
        }
        let templates = Dictionary(
            scanned.map { ($0.source.name, $0.nodes) }, uniquingKeysWith: { first, _ in first })
        let paths = Dictionary(sources.map { ($0.name, $0.path) }, uniquingKeysWith: { first, _ in first })
        let mentioned = MentionedNames(scanned.map(\.nodes))
        return (
            TemplateSet(
                templates: templates, paths: paths, names: templates.keys.sorted(), mentioned: mentioned), findings
        )
    }

    /// Whether a template may read a page's own key.
    package func reads(param key: String) -> Bool { mentioned.readsAllParams || mentioned.params.contains(key) }

    /// What a template, and all that it includes, mentions.
    func mentioned(in template: String) -> MentionedNames {
        MentionedNames(needed(by: template).compactMap { templates[$0] })
    }

    /// Those that any template asks for.
    package var collections: Set<String>? { mentioned.readsAllCollections ? nil : mentioned.collections }

    package func contains(_ name: String) -> Bool {
        templates[name] != nil
    }

    /// The page as UTF-8; nothing if there is no such template. The root is of the type that `load` was given.
    ///
    /// - Throws: a finding where partials in each other or lists in lists make more of the page than there is room for.
    package func render(_ name: String, _ root: some TemplateContext) throws(Diagnostic) -> [UInt8]? {
        try render(name, root, limits: TemplateRenderer.Limits())?.page
    }

    /// What a shortcode makes of a call; nothing where it has no template.
    ///
    /// - Throws: a finding where it makes too much.
    package func render(_ name: String, _ call: ShortcodeContext) throws(Diagnostic) -> String {
        let page = try render(name, call, limits: TemplateRenderer.Limits(pieces: 1_000_000, bytes: 1 << 20))?.page
        return String(decoding: page ?? [], as: UTF8.self)
    }

    /// The page, and what was read for it.
    func render(
        _ name: String, _ root: some TemplateContext, limits: TemplateRenderer.Limits
    ) throws(Diagnostic) -> (page: [UInt8], reads: ReadRecorder)? {
        guard let nodes = templates[name] else { return nil }
        var page: [UInt8] = []
        page.reserveCapacity(16 * 1024)
        guard let reads = TemplateRenderer.render(nodes, of: templates, root, into: &page, limits: limits) else {
            let most = "\(limits.bytes >> 20) MiB or \(limits.pieces) pieces"
            throw Diagnostic(
                .templateLimit, "a page of '\(name)' is larger than \(most)",
                at: SourceLocation(path: paths[name] ?? name),
                help:
                    "partials that stand twice in each other, lists inside lists and blanks before partials multiply: "
                    + "leave one out")
        }
        return (page, reads)
    }

    /// The template and all that it includes, at any depth, sorted: what its pages are made of besides values.
    package func needed(by name: String) -> [String] {
        var needed: Set<String> = []
        var open = [name]
        while let next = open.popLast() {
            guard needed.insert(next).inserted, let nodes = templates[next] else { continue }
            open += BlockIndex.includedNames(in: nodes)
        }
        return needed.sorted()
    }
}
