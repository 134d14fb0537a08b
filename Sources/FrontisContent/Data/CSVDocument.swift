import FrontisCore

/// Reads comma-separated values (RFC 4180) into located nodes: a list of maps, by the names in the first row.
///
/// By hand, as libraries for it know no lines, and findings about rows need theirs.
enum CSVDocument {
    private struct Row {
        var line: Int
        var fields: [String]
    }

    static func read(_ text: String, in source: SourceText) throws(Diagnostic) -> SourceNode {
        let rows = try rows(of: text, in: source)
        let place = SourceLocation(path: source.path)
        guard let head = rows.first else { return SourceNode(content: .list([]), literal: "", location: place) }
        var names: [String] = []
        var known: Set<String> = []
        for name in head.fields.map(\.trimmed) {
            guard !name.isEmpty, known.insert(name).inserted else {
                let what = name.isEmpty ? "a column has no name" : "two columns are called '\(name)'"
                throw fault(what, line: head.line, in: source, help: "the first row names the columns, each once")
            }
            names.append(name)
        }
        var nodes: [SourceNode] = []
        for row in rows.dropFirst() {
            guard row.fields.count == names.count else {
                throw fault(
                    "a row has \(row.fields.count) values, and there are \(names.count) columns", line: row.line,
                    in: source,
                    help: "a value with a comma in it stands in double quotes: \"Porto, by night\"")
            }
            let place = SourceLocation(path: source.path, line: row.line)
            let entries = zip(names, row.fields).map { name, field in
                SourceNode.Entry(
                    key: Located(name, at: place),
                    node: SourceNode(content: .text(field), literal: field, location: place))
            }
            nodes.append(SourceNode(content: .map(entries), literal: "", location: place))
        }
        return SourceNode(content: .list(nodes), literal: "", location: place)
    }

    private static func rows(of text: String, in source: SourceText) throws(Diagnostic) -> [Row] {
        let (quote, comma, newline, carriage) = (
            UInt8(ascii: "\""), UInt8(ascii: ","), UInt8(ascii: "\n"), UInt8(ascii: "\r")
        )
        let bytes = Array(text.utf8)
        var rows: [Row] = []
        var row = Row(line: 1, fields: [])
        var field: [UInt8] = []
        var (line, position) = (1, 0)
        /// Whether something of the row has been read.
        var isBegun = false
        func string(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
        func end() {
            row.fields.append(string(field))
            // An empty line is no row of one empty value.
            if isBegun { rows.append(row) }
            (field, isBegun) = ([], false)
            row = Row(line: line, fields: [])
        }
        while position < bytes.count {
            let byte = bytes[position]
            switch byte {
            case quote where field.isEmpty:
                let start = line
                isBegun = true
                position += 1
                while position < bytes.count,
                    bytes[position] != quote || (position + 1 < bytes.count && bytes[position + 1] == quote)
                {
                    if bytes[position] == quote { position += 1 }
                    if bytes[position] == newline { line += 1 }
                    field.append(bytes[position])
                    position += 1
                }
                guard position < bytes.count else {
                    throw fault(
                        "a value in quotes has no end", line: start, in: source,
                        help: "a quote inside of it is written twice: \"\"")
                }
                position += 1
                guard position == bytes.count || [comma, newline, carriage].contains(bytes[position]) else {
                    throw fault(
                        "something stands behind a value in quotes", line: line, in: source,
                        help: "a quote inside of it is written twice: \"\"")
                }
            case comma:
                isBegun = true
                row.fields.append(string(field))
                field = []
                position += 1
            case newline, carriage:
                position += 1
                if byte == carriage, position < bytes.count, bytes[position] == newline { position += 1 }
                line += 1
                end()
            default:
                isBegun = true
                field.append(byte)
                position += 1
            }
        }
        if isBegun { end() }
        return rows
    }

    private static func fault(_ what: String, line: Int, in source: SourceText, help: String) -> Diagnostic {
        Diagnostic(
            .dataUnreadable, "bad CSV: \(what)", at: SourceLocation(path: source.path, line: line),
            in: source.line(line),
            help: help)
    }
}
