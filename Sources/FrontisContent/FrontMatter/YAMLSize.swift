import CYaml
import FrontisCore

/// Finds out how much a YAML document stands for before Yams builds it in memory. Yams shares what aliases repeat, but
/// compares keys by all that is in them: 30 lines of aliases that stand for two others each, used as a key, would be a
/// billion comparisons.
///
/// The events are libyaml's, which Yams brings along and reads itself.
enum YAMLSize {
    /// Bytes that cannot hold many more values than are allowed.
    private static let sizeToCount = 100_000

    /// Throws where the document is more than a front matter or a configuration may be. Mistakes in it are left for
    /// Yams to find.
    static func check(_ yaml: String, in source: SourceText, lineOffset: Int, id: DiagnosticID) throws(Diagnostic) {
        try ContentLimits.check(size: yaml, what: "document", id: id, in: source, line: lineOffset + 1)
        var yaml = yaml
        let place = yaml.withUTF8 { bytes -> (line: Int, column: Int)? in
            let mayRepeat =
                ByteSearch.contains(UInt8(ascii: "*"), in: bytes) && ByteSearch.contains(UInt8(ascii: "&"), in: bytes)
            return mayRepeat || bytes.count > sizeToCount ? excess(in: bytes) : nil
        }
        guard let place else { return }
        throw finding(
            id, at: source.location(line: place.line + lineOffset, scalarColumn: place.column), in: source)
    }

    static func finding(_ id: DiagnosticID, at place: SourceLocation, in source: SourceText) -> Diagnostic {
        Diagnostic(id, "document is too large or too deeply nested", at: place, in: source.line(place.line))
    }

    /// Where the document stands for more values than are allowed, aliases counted as what they stand for.
    private static func excess(in bytes: UnsafeBufferPointer<UInt8>) -> (line: Int, column: Int)? {
        var parser = yaml_parser_t()
        guard yaml_parser_initialize(&parser) == 1 else { return nil }
        defer { yaml_parser_delete(&parser) }
        yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(&parser, bytes.baseAddress, bytes.count)
        var total = 0
        var sizes: [String: Int] = [:]
        /// Lists and maps that are open, with what had been counted before each.
        var open: [(anchor: String?, before: Int)] = []
        while true {
            var event = yaml_event_t()
            guard yaml_parser_parse(&parser, &event) == 1 else { return nil }
            defer { yaml_event_delete(&event) }
            switch event.type {
            case YAML_SCALAR_EVENT:
                total += 1
                if let anchor = name(event.data.scalar.anchor) { sizes[anchor] = 1 }
            case YAML_ALIAS_EVENT:
                total += name(event.data.alias.anchor).flatMap { sizes[$0] } ?? 1
            case YAML_SEQUENCE_START_EVENT:
                open.append((name(event.data.sequence_start.anchor), total))
                total += 1
            case YAML_MAPPING_START_EVENT:
                open.append((name(event.data.mapping_start.anchor), total))
                total += 1
            case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
                if let (anchor, before) = open.popLast(), let anchor { sizes[anchor] = total - before }
            case YAML_DOCUMENT_END_EVENT, YAML_STREAM_END_EVENT, YAML_NO_EVENT: return nil
            default: break
            }
            // Keys are values of their own here, and none in the limit.
            guard total <= 2 * ContentLimits.values else {
                return (event.start_mark.line + 1, event.start_mark.column + 1)
            }
        }
    }

    private static func name(_ anchor: UnsafeMutablePointer<UInt8>?) -> String? {
        anchor.map { String(cString: $0) }
    }
}
