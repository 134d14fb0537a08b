import FrontisCore

/// Walks through all templates as rendering would, with the forms of the values instead of the values.
///
/// The renderer prints nothing for a name or a partial that does not exist, and would run out of stack on a
/// partial that includes itself, so all of that is found here. A partial is checked once for each stack of
/// contexts that it is used in.
struct TemplateChecker {
    /// Sections, blocks and partials inside each other; more could exhaust a thread's stack when rendered.
    static let depthLimit = 128
    /// Pieces of templates that are looked at, those of a partial once for each stack of contexts it is used in: the
    /// contexts may double with each partial in another.
    static let stepLimit = 200_000
    static let findingLimit = 200

    private struct BlockID: Hashable {
        let template: String
        let offset: Int
    }

    private struct Filling {
        let block: TemplateBlock
        let template: ScannedTemplate
    }

    /// What a template was checked under. `fillings` are the blocks that parents' users have filled.
    private struct Visit: Hashable {
        let template: String
        let scopes: TemplateScopes
        let fillings: [String: BlockID]
    }

    private struct Finding: Hashable {
        let location: SourceLocation?
        let summary: String
    }

    private struct Tag {
        let template: ScannedTemplate
        let range: Range<Int>
    }

    private struct Activation {
        let name: String
        /// The tag that included it; nothing for the first.
        let tag: Tag?
    }

    private let templates: [String: ScannedTemplate]
    private let names: TemplateNames
    private let folder: String
    private var findings: [Diagnostic] = []
    /// What names and places the findings have.
    private var known: Set<Finding> = []
    private var steps = 0
    private var isExhausted = false
    private var fillings: [BlockID: Filling] = [:]
    /// Which blocks each parent has, itself or by its partials.
    private var blockNames: [String: Set<String>] = [:]
    /// How deep each visited template goes.
    private var heights: [Visit: Int] = [:]
    private var active: [Activation] = []
    private var activeFillings: [BlockID] = []

    static func check(_ templates: [ScannedTemplate], names: TemplateNames) -> [Diagnostic] {
        var checker = TemplateChecker(templates, names: names)
        checker.checkAll()
        return (templates.flatMap(\.findings) + checker.findings).settled(severities: [:])
    }

    private init(_ templates: [ScannedTemplate], names: TemplateNames) {
        self.templates = Dictionary(templates.map { ($0.source.name, $0) }, uniquingKeysWith: { first, _ in first })
        self.names = names
        folder = templates.first?.source.folder ?? ""
    }

    /// Templates that others include are checked where they are included; on their own only for what is
    /// certain wherever they stand.
    private mutating func checkAll() {
        let blocks = BlockIndex(templates)
        let included = blocks.includedNames
        for name in templates.keys.sorted() where !isExhausted {
            guard let template = templates[name] else { continue }
            active = [Activation(name: name, tag: nil)]
            for node in template.nodes { checkBlockNames(in: node, of: template, blocks) }
            let isEntry = !name.hasPrefix("_") && !included.contains(name)
            let scopes = TemplateScopes(isEntry ? [.object(names.root)] : [.object(names.root), .open])
            _ = walk(template, scopes, [:], depth: 0)
        }
    }

    // MARK: The walk

    private mutating func walk(
        _ template: ScannedTemplate, _ scopes: TemplateScopes, _ filled: [String: BlockID], depth: Int
    ) -> Int {
        // After a mistake in its tags it is not certain what is inside what.
        let scopes = template.findings.isEmpty ? scopes : scopes.entering(.open).inPartial
        return walk(template.nodes, of: template, scopes, filled, depth: depth)
    }

    /// Returns how deep the nodes go.
    private mutating func walk(
        _ nodes: [TemplateNode], of template: ScannedTemplate, _ scopes: TemplateScopes,
        _ filled: [String: BlockID], depth: Int
    ) -> Int {
        guard depth <= Self.depthLimit else { return 0 }
        let checker = ReferenceChecker(names: names, text: template.text, scopes: scopes)
        var height = 0
        for node in nodes {
            steps += 1
            guard steps <= Self.stepLimit else {
                exhaust("templates stand in each other in too many ways to be checked", in: template)
                return 0
            }
            guard !isExhausted else { return 0 }
            switch node {
            case .text, .escaping: break
            case .variable(let reference), .unescaped(let reference):
                if let finding = checker.checkPrinted(reference) { report(finding, about: reference) }
            case .section(let reference, let children):
                let inside = scopes.entering(form(of: reference, by: checker))
                height = max(height, walk(children, of: template, inside, filled, depth: depth + 1))
            case .inverted(let reference, let children):
                _ = form(of: reference, by: checker)
                height = max(height, walk(children, of: template, scopes, filled, depth: depth + 1))
            case .partial(let name, let range, _):
                let tag = Tag(template: template, range: range)
                height = max(height, include(name, by: tag, scopes, filled, depth: depth + 1))
            case .parent(let name, let range, let blocks, _):
                var inner = filled
                for block in blocks {
                    let id = BlockID(template: template.source.name, offset: block.range.lowerBound)
                    fillings[id] = Filling(block: block, template: template)
                    // Who includes this template has filled the block already: the outermost wins.
                    if filled[block.name] == nil { inner[block.name] = id }
                }
                if templates[name] == nil {
                    for block in blocks {
                        _ = walk(block.nodes, of: template, scopes.entering(.open), filled, depth: depth + 1)
                    }
                }
                let tag = Tag(template: template, range: range)
                height = max(height, include(name, by: tag, scopes, inner, depth: depth + 1))
            case .block(let block):
                height = max(height, expand(block, of: template, scopes.inPartial, filled, depth: depth + 1))
            }
        }
        return height + 1
    }

    private mutating func form(of reference: NameReference, by checker: ReferenceChecker) -> ValueForm {
        switch checker.check(reference) {
        case .success(let form): return form
        case .failure(let finding):
            report(finding, about: reference)
            return .open
        }
    }

    private mutating func include(
        _ name: String, by tag: Tag, _ scopes: TemplateScopes, _ filled: [String: BlockID], depth: Int
    ) -> Int {
        guard let template = templates[name] else {
            reportUnknownPartial(name, by: tag)
            return 0
        }
        if let start = active.firstIndex(where: { $0.name == name }) {
            reportCycle(from: start, by: tag)
            return 0
        }
        let visit = Visit(template: name, scopes: scopes.inPartial, fillings: filled)
        active.append(Activation(name: name, tag: tag))
        defer { active.removeLast() }
        let height = heights[visit] ?? walk(template, scopes.inPartial, filled, depth: depth)
        heights[visit] = height
        if depth + height > Self.depthLimit {
            let summary = "templates are nested more than \(Self.depthLimit) deep in '\(name)'"
            report(tag.template.text.finding(.templateSyntax, summary, at: tag.range))
        }
        return height
    }

    /// The default is checked too: it is rendered wherever nobody fills the block.
    private mutating func expand(
        _ block: TemplateBlock, of template: ScannedTemplate, _ scopes: TemplateScopes,
        _ filled: [String: BlockID], depth: Int
    ) -> Int {
        let height = walk(block.nodes, of: template, scopes, filled, depth: depth)
        guard let id = filled[block.name], let filling = fillings[id] else { return height }
        guard !activeFillings.contains(id) else {
            let text = template.text
            report(text.finding(.templateCycle, "block '\(block.name)' contains itself", at: block.range))
            return height
        }
        activeFillings.append(id)
        defer { activeFillings.removeLast() }
        // A template with a mistake is certain in the fillings no more than elsewhere.
        let inside = filling.template.findings.isEmpty ? scopes : scopes.entering(.open).inPartial
        return max(height, walk(filling.block.nodes, of: filling.template, inside, filled, depth: depth))
    }

    // MARK: Findings

    private mutating func report(_ finding: Diagnostic) {
        guard !isExhausted, known.insert(Finding(location: finding.location, summary: finding.summary)).inserted
        else { return }
        findings.append(finding)
        guard findings.count == Self.findingLimit, let name = active.last?.name, let template = templates[name] else {
            return
        }
        exhaust("templates have \(Self.findingLimit) mistakes, and the others are not looked for", in: template)
    }

    /// Ends the check, with a finding that says so.
    private mutating func exhaust(_ summary: String, in template: ScannedTemplate) {
        guard !isExhausted else { return }
        isExhausted = true
        findings.append(
            Diagnostic(.templateLimit, summary, at: SourceLocation(path: template.source.path)))
    }

    /// Where a name is looked for in the contexts around a partial, says whose partial it is.
    private mutating func report(_ finding: Diagnostic, about reference: NameReference) {
        var finding = finding
        let isRoot = reference.components.first.map { names.form(of: $0, in: names.root) != nil } ?? false
        if finding.help == nil, active.count > 1, !isRoot {
            finding.help = "it is looked for in the contexts of " + active.map(\.name).joined(separator: " → ")
        }
        report(finding)
    }

    private mutating func reportUnknownPartial(_ name: String, by tag: Tag) {
        let known = templates.keys.sorted()
        report(
            tag.template.text.finding(
                .templateUnknownPartial, "unknown partial '\(name)'\(Suggestion.clause(for: name, among: known))",
                at: tag.range, help: "\(folder) has \(known.joined(separator: ", "))"))
    }

    /// Told from its first name in the alphabet, so that it is the same finding wherever the walk began.
    private mutating func reportCycle(from start: Int, by tag: Tag) {
        let cycle = active[start...].map(\.name)
        guard let first = cycle.indices.min(by: { cycle[$0] < cycle[$1] }) else { return }
        let chain = cycle[first...] + cycle[..<first] + [cycle[first]]
        let closing = first == 0 ? tag : active[start + first].tag ?? tag
        let isInOwnBlock = tag.template.source.name != active.last?.name
        report(
            closing.template.text.finding(
                .templateCycle, "partial '\(cycle[first])' includes itself: \(chain.joined(separator: " → "))",
                at: closing.range, help: isInOwnBlock ? "a parent cannot stand inside a block that fills it" : nil))
    }

    /// A filling for a block that the parent does not have would vanish without a word.
    private mutating func checkBlockNames(in node: TemplateNode, of template: ScannedTemplate, _ index: BlockIndex) {
        guard !isExhausted else { return }
        switch node {
        case .text, .escaping, .variable, .unescaped, .partial: break
        case .section(_, let nodes), .inverted(_, let nodes):
            for node in nodes { checkBlockNames(in: node, of: template, index) }
        case .block(let block):
            for node in block.nodes { checkBlockNames(in: node, of: template, index) }
        case .parent(let name, _, let blocks, _):
            let known = blockNames[name] ?? index.blockNames(in: name)
            blockNames[name] = known
            for block in blocks {
                for node in block.nodes { checkBlockNames(in: node, of: template, index) }
                guard templates[name] != nil, !known.contains(block.name) else { continue }
                let clause = Suggestion.clause(for: block.name, among: known.sorted())
                let listing = known.sorted().joined(separator: ", ")
                report(
                    template.text.finding(
                        .templateUnknownName, "unknown block '\(block.name)' of '\(name)'\(clause)", at: block.range,
                        help: known.isEmpty ? "'\(name)' has no blocks" : "'\(name)' has \(listing)"))
            }
        }
    }
}
