package import FrontisCore
import TOMLKit

/// Reads TOML into located nodes. TOMLKit knows places only in its errors, so `TOMLKeyScanner` finds those of
/// the keys.
package enum TOMLDocument {
    package static func read(
        _ toml: String, in source: SourceText, lineOffset: Int
    ) throws(Diagnostic) -> SourceNode {
        try ContentLimits.check(size: toml, what: "document", id: .frontMatterTOML, in: source, line: lineOffset + 1)
        switch TOMLNesting.fault(in: toml, limit: ContentLimits.valueDepth) {
        case nil: break
        case .depth(let line):
            throw tooLarge(at: SourceLocation(path: source.path, line: line + lineOffset), in: source)
        case .value(let value, let line):
            var searching = ContentLimits.searching
            let place = source.find(value, fromLine: line + lineOffset, within: 1, budget: &searching)
            throw Diagnostic(
                .frontMatterTOML, "bad TOML: '\(Diagnostic.shortened(value, to: 160))' is no value", at: place,
                in: source.line(place.line), help: "text stands in quotes: title = \"The night train\"")
        case .header(let line):
            let place = SourceLocation(path: source.path, line: line + lineOffset)
            throw Diagnostic(
                .frontMatterTOML, "bad TOML: a table's header has no name", at: place, in: source.line(place.line),
                help: "a table is [name], a list of tables is [[name]]")
        case .bracket(let isList, let line):
            let place = SourceLocation(path: source.path, line: line + lineOffset)
            let (what, closing, right) = isList ? ("list", "}", "]") : ("table", "]", "}")
            throw Diagnostic(
                .frontMatterTOML, "bad TOML: a \(what) is closed by '\(closing)'", at: place,
                in: source.line(place.line), help: "close it with '\(right)'")
        }
        let table: TOMLTable
        do {
            table = try TOMLTable(string: toml)
        } catch let error as TOMLParseError {
            let begin = error.source.begin
            let place = source.location(line: begin.line + lineOffset, scalarColumn: begin.column)
            throw Diagnostic(
                .frontMatterTOML, "bad TOML: \(shortened(error.description))", at: place,
                in: source.line(place.line))
        } catch {
            throw Diagnostic(
                .frontMatterTOML, "bad TOML: \(error)", at: SourceLocation(path: source.path, line: lineOffset + 1),
                in: source.line(lineOffset + 1))
        }
        let places = TOMLKeyScanner.places(in: toml, source: source, lineOffset: lineOffset)
        let root = SourceLocation(path: source.path, line: lineOffset + 1)
        var converter = Converter(source: source, places: places)
        return try converter.map(table, path: [], fallback: root)
    }

    private static func tooLarge(at place: SourceLocation, in source: SourceText) -> Diagnostic {
        Diagnostic(
            .frontMatterTOML, "document is too large or too deeply nested", at: place, in: source.line(place.line))
    }

    /// toml++ explains at length what it was reading; the beginning says what is wrong.
    private static func shortened(_ description: String) -> String {
        String(description.replacing("Error while parsing ", with: "").prefix(160))
    }

    private struct Converter {
        let source: SourceText
        let places: [[String]: TOMLKeyScanner.Place]
        var count = 0

        mutating func map(
            _ table: TOMLTable, path: [String], fallback: SourceLocation
        ) throws(Diagnostic) -> SourceNode {
            var entries: [SourceNode.Entry] = []
            for key in table.keys {
                guard let value = table[key] else { continue }
                let place = places[path + [key]]
                let keyLocation = place?.key ?? fallback
                let node = try node(value.tomlValue, path: path + [key], fallback: place?.value ?? keyLocation)
                entries.append(.init(key: Located(key, at: keyLocation), node: node))
            }
            // toml++ keeps tables sorted by name; the file's own order is what messages should follow.
            entries.sort { $0.key.location < $1.key.location }
            return SourceNode(content: .map(entries), literal: "", location: fallback)
        }

        private mutating func node(
            _ value: TOMLValue, path: [String], fallback: SourceLocation
        ) throws(Diagnostic) -> SourceNode {
            count += 1
            guard count <= ContentLimits.values else { throw TOMLDocument.tooLarge(at: fallback, in: source) }
            switch value.type {
            case .table: return try map(value.table ?? TOMLTable(), path: path, fallback: fallback)
            case .array:
                var nodes: [SourceNode] = []
                for element in value.array ?? TOMLArray() {
                    nodes.append(try node(element.tomlValue, path: path, fallback: fallback))
                }
                return SourceNode(content: .list(nodes), literal: "", location: fallback)
            default: return TOMLDocument.scalar(value, at: fallback)
            }
        }
    }

    private static func scalar(_ value: TOMLValue, at place: SourceLocation) -> SourceNode {
        func scalar(_ content: SourceNode.Content, _ literal: String) -> SourceNode {
            SourceNode(content: content, literal: literal, location: place)
        }
        switch value.type {
        case .table, .array: return scalar(.null, "")
        case .string:
            let text = value.string ?? ""
            var node = scalar(.text(text), text)
            node.location.length = max(1, text.prefix { $0 != "\n" }.count)
            return node
        case .int:
            let integer = value.int ?? 0
            return scalar(.integer(integer), String(integer))
        case .double:
            let number = value.double ?? 0
            return scalar(.number(number), String(number))
        case .bool:
            let flag = value.bool ?? false
            return scalar(.flag(flag), String(flag))
        case .date:
            guard let date = value.date else { return scalar(.null, "") }
            let page = PageDate(year: date.year, month: date.month, day: date.day)
            return scalar(.date(page), page.day8601)
        case .dateTime:
            guard let moment = value.dateTime else { return scalar(.null, "") }
            let page = PageDate(
                year: moment.date.year, month: moment.date.month, day: moment.date.day, hour: moment.time.hour,
                minute: moment.time.minute, second: min(moment.time.second, 59), offset: moment.offset?.offset ?? 0)
            return scalar(.date(page), page.rfc3339)
        case .time:
            return scalar(.text(value.debugDescription), value.debugDescription)
        }
    }
}
