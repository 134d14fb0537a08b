package import FrontisCore

/// Says which template an output page is made with, from those that the site has.
package struct TemplateChooser: Sendable {
    private let names: Set<String>

    package init(names: [String]) {
        self.names = Set(names)
    }

    /// A page's own choice, else its section's name, else `post` for one with a date, else `page`.
    ///
    /// Nothing, with a finding, where there is none of these.
    ///
    /// - Parameter others: what a file about a list is shown by, if it does not choose.
    package func template(
        for page: Page, or others: [String]? = nil
    ) -> (name: String?, finding: Diagnostic?) {
        var finding: Diagnostic?
        if let choice = page.template {
            if names.contains(choice.name.value) { return (choice.name.value, nil) }
            finding = unknown(choice)
            if finding?.severity == .error { return (nil, finding) }
        }
        let candidates = others ?? candidates(for: page)
        for name in candidates where names.contains(name) { return (name, finding) }
        return (nil, others == nil ? missing(candidates.last ?? "page") : finding)
    }

    private func candidates(for page: Page) -> [String] {
        switch page.kind {
        case .home: return ["home", "list", "page"]
        case .section: return ["list"]
        case .page:
            let others = page.date == nil ? ["page"] : ["post", "page"]
            guard page.section.utf8.contains(UInt8(ascii: "/")) else { return [page.section] + others }
            return page.section.split(separator: "/").map(String.init).reversed() + others
        }
    }

    /// For pages that no Markdown file stands behind; nothing where the site does not have it.
    package func template(_ kind: GeneratedPage) -> String? {
        kind.templates.first { names.contains($0) }
    }

    package enum GeneratedPage: Sendable {
        case home
        case list
        /// Of a taxonomy: `person` before `tag`.
        case term(TaxonomyKind)
        case taxonomy(TaxonomyKind)
        case notFound
        case search

        var templates: [String] {
            switch self {
            case .home: ["home", "list"]
            case .list: ["list"]
            case .term(let kind): [kind.one, "tag", "list"]
            case .taxonomy(let kind): kind.name == kind.one ? ["taxonomy"] : [kind.name, "taxonomy"]
            case .notFound: ["404"]
            case .search: ["search"]
            }
        }
    }

    private func unknown(_ choice: TemplateChoice) -> Diagnostic {
        let name = choice.name.value
        let known = names.filter { !$0.hasPrefix("_") }.sorted()
        if choice.mayBeForeign {
            return Diagnostic(
                .templateForeign, "template '\(name)' belongs to another generator; the default is used",
                at: choice.name.location, in: choice.sourceLine)
        }
        return Diagnostic(
            .templateUnknown, "unknown template '\(name)'\(Suggestion.clause(for: name, among: known))",
            at: choice.name.location, in: choice.sourceLine,
            help: "templates here are: \(known.joined(separator: ", "))")
    }

    private func missing(_ name: String) -> Diagnostic {
        Diagnostic(
            .templateUnknown, "there is no template '\(name)'", at: SourceLocation(path: "templates"),
            help: "write templates/\(name).mustache, or remove templates/ to use the built-in theme")
    }
}
