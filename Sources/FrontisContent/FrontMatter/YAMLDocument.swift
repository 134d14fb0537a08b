package import FrontisCore
import Yams

/// Reads YAML into located nodes.
package enum YAMLDocument {
    /// - Parameters:
    ///   - yaml: the document's text.
    ///   - lineOffset: lines of the file above it.
    ///   - id: of the diagnostic that a syntax error becomes.
    /// - Returns: nothing for an empty document.
    package static func read(
        _ yaml: String, in source: SourceText, lineOffset: Int, id: DiagnosticID
    ) throws(Diagnostic) -> SourceNode? {
        try YAMLSize.check(yaml, in: source, lineOffset: lineOffset, id: id)
        let root: Node?
        do {
            // Without implicit types Yams runs no regular expressions; types are ours to decide. Left to itself it
            // would also look the encoding up in the process's environment each time.
            root = try Yams.compose(yaml: yaml, .basic, .default, .utf8)
        } catch {
            throw diagnostic(for: error, in: source, lineOffset: lineOffset, id: id)
        }
        guard let root else { return nil }
        var converter = Converter(source: source, lineOffset: lineOffset, id: id)
        return try converter.node(root, depth: 0)
    }

    private struct Converter {
        let source: SourceText
        let lineOffset: Int
        let id: DiagnosticID
        var count = 0

        func location(_ mark: Mark?, length: Int) -> SourceLocation {
            guard let mark else { return SourceLocation(path: source.path, line: lineOffset + 1) }
            return source.location(line: mark.line + lineOffset, scalarColumn: mark.column, length: length)
        }

        mutating func node(_ node: Node, depth: Int) throws(Diagnostic) -> SourceNode {
            count += 1
            let place = location(node.mark, length: 1)
            guard count <= ContentLimits.values, depth <= ContentLimits.valueDepth else {
                throw YAMLSize.finding(id, at: place, in: source)
            }
            switch node {
            case .scalar(let scalar):
                var place = place
                place.length = max(1, scalar.string.prefix { $0 != "\n" }.count)
                return SourceNode(content: Self.content(of: scalar), literal: scalar.string, location: place)
            case .sequence(let sequence):
                var nodes: [SourceNode] = []
                for element in sequence { nodes.append(try self.node(element, depth: depth + 1)) }
                return SourceNode(content: .list(nodes), literal: "", location: place)
            case .mapping(let mapping):
                var entries: [SourceNode.Entry] = []
                for (key, value) in mapping {
                    guard let name = key.scalar?.string else {
                        let place = location(key.mark, length: 1)
                        throw Diagnostic(
                            id, "keys must be plain words", at: place, in: source.line(place.line),
                            help: "quote braces at the beginning of a value: \"{{ … }}\"")
                    }
                    let located = Located(name, at: location(key.mark, length: name.count))
                    entries.append(.init(key: located, node: try self.node(value, depth: depth + 1)))
                }
                return SourceNode(content: .map(entries), literal: "", location: place)
            case .alias:
                throw Diagnostic(id, "alias without an anchor", at: place, in: source.line(place.line))
            }
        }

        /// YAML 1.2's core types; quoted scalars are text.
        private static func content(of scalar: Node.Scalar) -> SourceNode.Content {
            guard scalar.style == .plain || scalar.style == .any else { return .text(scalar.string) }
            return YAMLDocument.content(ofPlain: scalar.string)
        }
    }

    static func content(ofPlain text: String) -> SourceNode.Content {
        switch text {
        case "", "~", "null", "Null", "NULL": return .null
        case "true", "True", "TRUE": return .flag(true)
        case "false", "False", "FALSE": return .flag(false)
        default: break
        }
        guard let first = text.utf8.first, (0x30...0x39).contains(first) || "+-.".utf8.contains(first) else {
            return .text(text)
        }
        if text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }),
            let integer = Int(text)
        {
            return .integer(integer)
        }
        let numeric: (UInt8) -> Bool = { (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) }
        if text.utf8.allSatisfy(numeric), let number = Double(text), number.isFinite { return .number(number) }
        return .text(text)
    }

    private static func diagnostic(
        for error: any Error, in source: SourceText, lineOffset: Int, id: DiagnosticID
    ) -> Diagnostic {
        var problem = "\(error)"
        var line = 1
        var column = 1
        switch error as? YamlError {
        case .scanner(_, let text, let mark, _), .parser(_, let text, let mark, _),
            .composer(_, let text, let mark, _):
            (problem, line, column) = (text, mark.line, mark.column)
        case .duplicatedKeysInMapping(let duplicates, let context):
            problem = "key '\(duplicates.first ?? "")' is there twice"
            (line, column) = (context.mark.line, context.mark.column)
        case .reader(let text, _, _, _): problem = text
        case .memory: problem = "out of memory"
        default: break
        }
        var place = source.location(line: line + lineOffset, scalarColumn: column)
        // libyaml notices some errors at the start of the line after, or past the last one.
        if source.line(place.line) == nil || source.line(place.line)?.isEmpty == true, place.line > lineOffset + 1 {
            place = SourceLocation(path: source.path, line: place.line - 1, column: 1)
        }
        // libyaml's own words name a function of it.
        if problem.hasPrefix("Maximum nesting level") { return YAMLSize.finding(id, at: place, in: source) }
        return Diagnostic(
            id, "bad YAML: \(problem)", at: place, in: source.line(place.line), help: hint(for: problem))
    }

    private static func hint(for problem: String) -> String? {
        if problem.contains("mapping values are not allowed") {
            return "quote a value that has a colon and a blank in it: title: \"Trains: a love story\""
        }
        if problem.contains("cannot start any token") {
            return "indent with blanks, not tabs, and quote a value that begins with @, ` or %"
        }
        if problem.contains("undefined alias") { return "quote a value that begins with *" }
        if problem.hasSuffix("is there twice") { return "keep one of them" }
        return nil
    }
}
