/// Finds out what a name means in a place, by swift-mustache's rules: the first part is looked for from the
/// innermost context outwards, the others strictly below it; with a dot before it, only in the innermost.
struct NameResolver {
    enum Resolution: Equatable {
        case found(ValueForm)
        /// `depth` parts of the name were found; the last of them has the form `inside`, which lacks the next.
        case unknown(depth: Int, inside: ValueForm?)
    }

    let names: TemplateNames

    func resolve(_ reference: NameReference, in scopes: TemplateScopes) -> Resolution {
        let components = reference.components
        guard let first = components.first, !reference.isLocal else {
            return descend(components[...], depth: 0, from: scopes.forms.last ?? .open)
        }
        for form in scopes.forms.reversed() {
            switch form {
            case .object(let type):
                guard let found = names.form(of: first, in: type) else { continue }
                return descend(components.dropFirst(), depth: 1, from: found)
            case .open:
                // Most often a flag or a text of the author's, inside of which the roots are meant as ever.
                // Whoever has a key that is called like a root writes {{.page.x}}.
                guard components.count > 1, let found = names.form(of: first, in: names.root) else {
                    return .found(.open)
                }
                return descend(components.dropFirst(), depth: 1, from: found)
            case .text, .html, .number, .flag, .list:
                continue
            }
        }
        return .unknown(depth: 0, inside: nil)
    }

    private func descend(_ components: ArraySlice<String>, depth: Int, from form: ValueForm) -> Resolution {
        guard let name = components.first else { return .found(form) }
        switch form {
        case .open: return .found(.open)
        case .object(let type):
            guard let found = names.form(of: name, in: type) else { return .unknown(depth: depth, inside: form) }
            return descend(components.dropFirst(), depth: depth + 1, from: found)
        case .text, .html, .number, .flag, .list:
            return .unknown(depth: depth, inside: form)
        }
    }
}
