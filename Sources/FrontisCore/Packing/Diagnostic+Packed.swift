extension SourceLocation: Packed {
    package func pack(into writer: inout PackedWriter) {
        writer.add(path == writer.file)
        if path != writer.file { writer.add(path) }
        writer.add(line)
        writer.add(column)
        writer.add(length)
    }

    package init(from reader: inout PackedReader) throws(PackedError) {
        let path = try reader.flag() ? reader.file : try reader.text()
        self.init(path: path, line: try reader.number(), column: try reader.number(), length: try reader.number())
    }
}

/// Of files: what a provider has failed in is nothing that is kept.
extension Diagnostic: Packed {
    package func pack(into writer: inout PackedWriter) {
        writer.add(id.rawValue)
        writer.add(severity.rawValue)
        writer.add(summary)
        writer.add(location)
        writer.add(sourceLine)
        writer.add(help)
    }

    package init(from reader: inout PackedReader) throws(PackedError) {
        guard let id = DiagnosticID(rawValue: try reader.text()), let severity = Severity(rawValue: try reader.text())
        else { throw PackedError() }
        let summary = try reader.text()
        let location: SourceLocation? = try reader.optional()
        self.init(
            id, summary, at: location, in: try reader.optionalText(), help: try reader.optionalText(),
            severity: severity)
    }
}
