import FrontisCore

/// Checks one name with its filters in its place.
struct ReferenceChecker {
    let names: TemplateNames
    let text: TemplateText
    let scopes: TemplateScopes

    /// The value's form, or what is wrong with the reference.
    func check(_ reference: NameReference) -> Result<ValueForm, Diagnostic> {
        let found = reference.path.isEmpty ? checkPosition(reference) : checkPath(reference)
        guard case .success(var form) = found else { return found }
        var value = reference.path
        for filter in reference.filters.dropLast(reference.path.isEmpty ? 1 : 0).reversed() {
            guard let known = TemplateFilter.named(filter.name) else {
                return .failure(unknownFilter(filter, among: Self.filters(for: form)))
            }
            guard let result = known.form(form) else {
                let subject = value.isEmpty ? "the place in a list" : "'\(value)'"
                return .failure(
                    text.finding(
                        .templateUnknownFilter,
                        "filter '\(filter.name)' does not apply to \(subject), which is \(form.phrase)",
                        at: filter.range, help: Self.help(for: form)))
            }
            form = result
            value = "\(filter.name)(\(value))"
        }
        return .success(form)
    }

    /// The same for a name that is to be printed.
    func checkPrinted(_ reference: NameReference) -> Diagnostic? {
        switch check(reference) {
        case .failure(let finding): return finding
        case .success(.object(let type)):
            guard !type.schema.isPrintable else { return nil }
            let example = names.fields(of: type).first.map { field in
                reference.path == "." ? "." + field.name : reference.path + "." + field.name
            }
            return unprintable(
                reference, "an object", help: example.map { "print one of its names, such as {{\($0)}}" })
        case .success(.list(of: .object)):
            let inner = reference.path
            return unprintable(reference, "a list", help: "open it: {{#\(inner)}}...{{/\(inner)}}")
        case .success: return nil
        }
    }

    private func unprintable(_ reference: NameReference, _ what: String, help: String?) -> Diagnostic {
        text.finding(
            .templateUnknownName, "'\(reference.path)' is \(what) and cannot be printed", at: reference.range,
            help: help)
    }

    private func checkPath(_ reference: NameReference) -> Result<ValueForm, Diagnostic> {
        let depth: Int
        let inside: ValueForm?
        switch NameResolver(names: names).resolve(reference, in: scopes) {
        case .found(let form): return .success(form)
        case .unknown(let found, let form): (depth, inside) = (found, form)
        }
        let dot = reference.isLocal ? "." : ""
        let prefix = dot + reference.components.prefix(depth).joined(separator: ".")
        var suggestion: String?
        let help: String?
        switch inside {
        case .list:
            help = prefix.isEmpty ? nil : "'\(prefix)' is a list, open it: {{#\(prefix)}}...{{/\(prefix)}}"
        case .some(let form) where Self.isScalar(form) && depth > 0:
            help = "'\(prefix)' is \(form.phrase) and has no names below it"
        default:
            suggestion = NameSuggestion(names: names, scopes: scopes).suggestion(for: reference)
            help = suggestion == nil ? Self.listing(of: inside, prefix: prefix, in: names) : nil
        }
        let clause = suggestion.map { "; did you mean '\($0)'?" } ?? ""
        return .failure(
            text.finding(
                .templateUnknownName, "unknown name '\(reference.path)'\(clause)", at: reference.range, help: help))
    }

    private func checkPosition(_ reference: NameReference) -> Result<ValueForm, Diagnostic> {
        guard let filter = reference.filters.last else { return .success(.open) }
        guard let position = TemplateFilter.Position(rawValue: filter.name) else {
            let known = TemplateFilter.Position.allCases.map(\.rawValue)
            return .failure(unknownFilter(filter, among: known, suffix: "()"))
        }
        guard scopes.isInList else {
            return .failure(
                text.finding(
                    .templateUnknownFilter, "'\(filter.name)()' stands outside a list", at: filter.range,
                    help: "it asks about the list whose section it is in, directly: "
                        + "not in a partial, a block or another section inside"))
        }
        return .success(position.form)
    }

    private func unknownFilter(
        _ filter: NameReference.Filter, among known: [String], suffix: String = ""
    ) -> Diagnostic {
        text.finding(
            .templateUnknownFilter,
            "unknown filter '\(filter.name)'\(Suggestion.clause(for: filter.name, among: known))", at: filter.range,
            help: known.isEmpty ? nil : "there are " + known.map { $0 + suffix }.joined(separator: ", "))
    }

    /// The names of the filters that apply to a value of this form.
    private static func filters(for form: ValueForm) -> [String] {
        TemplateFilter.all.filter { $0.form(form) != nil }.map(\.name).sorted()
    }

    private static func help(for form: ValueForm) -> String {
        let known = filters(for: form)
        return known.isEmpty
            ? "no filter applies to \(form.phrase)"
            : "to \(form.phrase) apply " + known.joined(separator: ", ")
    }

    private static func listing(of inside: ValueForm?, prefix: String, in names: TemplateNames) -> String? {
        switch inside {
        case .object(let type):
            let fields = names.fields(of: type).map(\.name).sorted().joined(separator: ", ")
            return prefix.isEmpty || prefix == "." ? "names here: \(fields)" : "names in '\(prefix)': \(fields)"
        case nil:
            return "names everywhere: " + names.fields(of: names.root).map(\.name).sorted().joined(separator: ", ")
        default:
            return nil
        }
    }

    private static func isScalar(_ form: ValueForm) -> Bool {
        switch form {
        case .text, .html, .number, .flag: true
        case .object, .list, .open: false
        }
    }
}
