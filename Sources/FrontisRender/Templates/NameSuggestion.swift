import FrontisCore

/// Looks for the name that was meant by one that does not exist: each part corrected on its own, else the
/// same last parts somewhere else, else the nearest of all names.
struct NameSuggestion {
    let names: TemplateNames
    let scopes: TemplateScopes

    func suggestion(for reference: NameReference) -> String? {
        let components = reference.components
        if reference.isLocal {
            if let top = scopes.forms.last, let corrected = correct(components[...], among: fields(of: top)) {
                return "." + corrected
            }
        } else {
            let visible = scopes.forms.reversed().flatMap { fields(of: $0) }
            if let corrected = correct(components[...], among: visible) { return corrected }
        }
        let paths = scopes.forms.reversed().flatMap { self.paths(below: $0) }
        let written = Self.normal(components.joined(separator: "."))
        let elsewhere = paths.filter { $0 == written || $0.hasSuffix("." + written) }
        if let best = elsewhere.min(by: { Self.rank($0) < Self.rank($1) }) { return best }
        return Suggestion.nearest(to: written, among: paths)
    }

    private func correct(_ components: ArraySlice<String>, among fields: [ContextField]) -> String? {
        guard let written = components.first else { return nil }
        let rest = components.dropFirst()
        let name: String
        if fields.contains(where: { $0.name == written }) {
            name = written
        } else if let near = Suggestion.nearest(to: Self.normal(written), among: fields.map(\.name)) {
            name = near
        } else {
            return nil
        }
        guard !rest.isEmpty else { return name }
        guard let form = fields.first(where: { $0.name == name })?.form else { return nil }
        if form == .open { return ([name] + rest).joined(separator: ".") }
        return correct(rest, among: self.fields(of: form)).map { name + "." + $0 }
    }

    private func fields(of form: ValueForm) -> [ContextField] {
        guard case .object(let type) = form else { return [] }
        return names.fields(of: type)
    }

    /// Every name below a context, through objects, up to three parts.
    private func paths(below form: ValueForm, depth: Int = 1) -> [String] {
        fields(of: form).flatMap { field in
            depth == 3
                ? [field.name]
                : [field.name]
                    + paths(below: field.form, depth: depth + 1).map {
                        field.name + "." + $0
                    }
        }
    }

    /// Names are written with hyphens and small letters here, with other conventions elsewhere.
    private static func normal(_ name: String) -> String {
        String(name.lowercased().map { $0 == "_" ? "-" : $0 })
    }

    /// Short names first, and the page before the site.
    private static func rank(_ path: String) -> (Int, Int, String) {
        (path.count { $0 == "." }, path.hasPrefix("page.") ? 0 : 1, path)
    }
}
