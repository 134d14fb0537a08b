package import FrontisCore

/// Takes typed values out of located nodes and gathers what is wrong with them, so that one run shows it all.
package struct NodeReader {
    package let source: SourceText
    package var diagnostics: [Diagnostic] = []

    package init(source: SourceText) {
        self.source = source
    }

    /// The line that a value stands on; nothing for one of another file, which a page has from its folder.
    func line(of node: SourceNode) -> String? {
        node.location.path == source.path ? source.line(node.location.line) : nil
    }

    package mutating func report(
        _ id: DiagnosticID, _ summary: String, at location: SourceLocation, help: String? = nil,
        severity: Severity? = nil
    ) {
        diagnostics.append(
            Diagnostic(
                id, summary, at: location, in: source.line(location.line), help: help, severity: severity))
    }

    /// A key that stands for nothing (`title:`, `slug: []`) is as good as absent.
    package mutating func text(_ node: SourceNode?, _ key: String, id: DiagnosticID = .frontMatterType) -> String? {
        guard let node else { return nil }
        switch node.content {
        case .null: return nil
        case .list(let elements) where elements.isEmpty: return nil
        case .text, .integer, .number, .date, .flag: return node.literal
        case .list, .map:
            report(id, "\(key) must be text, not \(node.kind)", at: node.location)
            return nil
        }
    }

    /// A string or a list of strings; blanks and repeats are dropped.
    package mutating func texts(
        _ node: SourceNode?, _ key: String, id: DiagnosticID = .frontMatterType
    ) -> [Located<String>] {
        guard let node else { return [] }
        let nodes: [SourceNode]
        switch node.content {
        case .null: return []
        case .list(let elements): nodes = elements
        case .map:
            report(id, "\(key) must be text or a list of texts, not \(node.kind)", at: node.location)
            return []
        default: nodes = [node]
        }
        var seen: Set<String> = []
        return nodes.compactMap { element in
            guard let text = self.text(element, "an element of \(key)", id: id)?.trimmed, !text.isEmpty,
                seen.insert(text).inserted
            else { return nil }
            return Located(text, at: element.location)
        }
    }

    package mutating func flag(_ node: SourceNode?, _ key: String, id: DiagnosticID = .frontMatterType) -> Bool? {
        guard let node, !node.isAbsent else { return nil }
        if let answer = node.answer { return answer }
        report(id, "\(key) must be true or false, not \(node.kind)", at: node.location)
        return nil
    }

    package mutating func integer(
        _ node: SourceNode?, _ key: String, in range: ClosedRange<Int>, id: DiagnosticID
    ) -> Int? {
        guard let node, !node.isAbsent else { return nil }
        guard let number = Int(node.literal) else {
            report(id, "\(key) must be a whole number, not \(node.kind)", at: node.location)
            return nil
        }
        guard range.contains(number) else {
            report(
                id, "\(key) must be from \(range.lowerBound) to \(range.upperBound), not \(number)", at: node.location)
            return nil
        }
        return number
    }

    /// One of the words that a setting may have.
    package mutating func choice<Choice: RawRepresentable & CaseIterable>(
        _ node: SourceNode?, _ key: String, id: DiagnosticID
    ) -> Choice? where Choice.RawValue == String {
        guard let node, let text = text(node, key, id: id)?.trimmed else { return nil }
        if let choice = Choice(rawValue: text) { return choice }
        let known = Choice.allCases.map(\.rawValue)
        report(
            id,
            "\(key) must be \(known.joined(separator: ", ")), not '\(text)'\(Suggestion.clause(for: text, among: known))",
            at: node.location)
        return nil
    }

    package mutating func date(_ node: SourceNode?, _ key: String) -> PageDate? {
        guard let node, !node.isAbsent else { return nil }
        switch node.content {
        case .date(let date): return date
        default:
            if let date = PageDate(node.literal.trimmed) { return date }
            report(
                .frontMatterDate, "\(key) '\(node.literal.prefix(40))' is not a date", at: node.location,
                help: "write it as 2026-03-02 or 2026-03-02T10:15:00+01:00")
            return nil
        }
    }

    /// Reports keys that `known` lacks.
    package mutating func checkKeys(
        of node: SourceNode, known: [String], in place: String, id: DiagnosticID, help: String? = nil
    ) {
        for entry in node.entries ?? [] where !known.contains(entry.key.value) {
            let clause = Suggestion.clause(for: entry.key.value, among: known)
            report(id, "unknown key '\(entry.key.value)' in \(place)\(clause)", at: entry.key.location, help: help)
        }
    }
}
