package import FrontisCore

extension ContentPath: Packed {
    package func pack(into writer: inout PackedWriter) {
        writer.add(kind.rawValue)
        writer.add(section)
        writer.add(name)
        writer.add(date)
        writer.add(language)
        writer.add(original)
        writer.add(isBundle)
        writer.add(isDraft)
        writer.add(folder)
        writer.add(defaults)
    }

    package init(from reader: inout PackedReader) throws(PackedError) {
        guard let kind = PageHead.Kind(rawValue: try reader.text()) else { throw PackedError() }
        self.init(
            kind: kind, section: try reader.text(), name: try reader.text(), date: try reader.optional(),
            language: try reader.optionalText(), original: try reader.optionalText(), isBundle: try reader.flag(),
            isDraft: try reader.flag(), folder: try reader.text())
        defaults = try reader.text()
    }
}

extension ReadPages.Work: Packed {
    package func pack(into writer: inout PackedWriter) {
        switch self {
        case .values: writer.add(true)
        case .page(let page):
            writer.add(false)
            writer.add(page)
        }
    }

    package init(from reader: inout PackedReader) throws(PackedError) {
        guard try reader.flag() else {
            self = .page(try reader.value())
            return
        }
        self = .values
    }
}

extension ReadPages.Kept: Packed {
    package func pack(into writer: inout PackedWriter) {
        writer.add(whole)
        writer.add(record)
        writer.add(block)
    }

    package init(from reader: inout PackedReader) throws(PackedError) {
        let (whole, record) = (try reader.optional(Fingerprint.self), try reader.optional(Fingerprint.self))
        self.init(try reader.value(), whole: whole, record: record)
    }
}

extension ReadPages.Entry: Packed {
    package func pack(into writer: inout PackedWriter) {
        writer.add(path)
        writer.add(page)
        writer.add(diagnostics)
        writer.add(work)
    }

    package convenience init(from reader: inout PackedReader) throws(PackedError) {
        self.init(
            path: try reader.value(), page: try reader.optional(), diagnostics: try reader.list(),
            work: try reader.optional())
    }
}
