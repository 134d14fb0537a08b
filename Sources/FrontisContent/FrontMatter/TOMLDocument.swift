package import FrontisCore
import TOMLKit

/// Reads TOML into located nodes. TOMLKit knows places only in its errors, so `TOMLKeyScanner` finds those of
/// the keys.
package enum TOMLDocument {
    package static func read(
        _ toml: String, in source: SourceText, lineOffset: Int
    ) throws(Diagnostic) -> SourceNode {
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
        return map(table, path: [], places: places, fallback: root)
    }

    /// toml++ explains at length what it was reading; the beginning says what is wrong.
    private static func shortened(_ description: String) -> String {
        String(description.replacing("Error while parsing ", with: "").prefix(160))
    }

    private static func map(
        _ table: TOMLTable, path: [String], places: [[String]: TOMLKeyScanner.Place], fallback: SourceLocation
    ) -> SourceNode {
        // toml++ keeps tables sorted by name; the file's own order is what messages should follow.
        let entries = table.keys.compactMap { key -> SourceNode.Entry? in
            guard let value = table[key] else { return nil }
            let place = places[path + [key]]
            let keyLocation = place?.key ?? fallback
            let node = node(
                value.tomlValue, path: path + [key], places: places, fallback: place?.value ?? keyLocation)
            return .init(key: Located(key, at: keyLocation), node: node)
        }.sorted { $0.key.location < $1.key.location }
        return SourceNode(content: .map(entries), literal: "", location: fallback)
    }

    private static func node(
        _ value: TOMLValue, path: [String], places: [[String]: TOMLKeyScanner.Place], fallback: SourceLocation
    ) -> SourceNode {
        func scalar(_ content: SourceNode.Content, _ literal: String) -> SourceNode {
            SourceNode(content: content, literal: literal, location: fallback)
        }
        switch value.type {
        case .table:
            return map(value.table ?? TOMLTable(), path: path, places: places, fallback: fallback)
        case .array:
            let elements = value.array.map { array in array.map(\.tomlValue) } ?? []
            let nodes = elements.map { node($0, path: path, places: places, fallback: fallback) }
            return SourceNode(content: .list(nodes), literal: "", location: fallback)
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
