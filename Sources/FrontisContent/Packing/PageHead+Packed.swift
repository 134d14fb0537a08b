package import FrontisCore

extension PageDate: Packed {
    package func pack(into writer: inout PackedWriter) {
        for field in [year, month, day, hour, minute, second, offset] { writer.add(field) }
    }

    package init(from reader: inout PackedReader) throws(PackedError) {
        self.init(
            year: try reader.number(), month: try reader.number(), day: try reader.number(), hour: try reader.number(),
            minute: try reader.number(), second: try reader.number(), offset: try reader.number())
    }
}

extension SourceID: Packed {
    package func pack(into writer: inout PackedWriter) { writer.add(text) }
    package init(from reader: inout PackedReader) throws(PackedError) { self.init(text: try reader.text()) }
}

extension Located<String>: Packed {
    package func pack(into writer: inout PackedWriter) {
        writer.add(value)
        writer.add(location)
    }

    package init(from reader: inout PackedReader) throws(PackedError) {
        self.init(try reader.text(), at: try reader.value())
    }
}

extension TemplateChoice: Packed {
    package func pack(into writer: inout PackedWriter) {
        writer.add(name)
        writer.add(mayBeForeign)
        writer.add(sourceLine)
    }

    package init(from reader: inout PackedReader) throws(PackedError) {
        self.init(name: try reader.value(), mayBeForeign: try reader.flag(), sourceLine: try reader.optionalText())
    }
}

extension MenuPlace: Packed {
    package func pack(into writer: inout PackedWriter) {
        writer.add(menu)
        for text in [title, parent, identifier] { writer.add(text) }
        writer.add(weight)
        writer.add(location)
    }

    package init(from reader: inout PackedReader) throws(PackedError) {
        self.init(menu: try reader.text(), at: SourceLocation(path: ""))
        title = try reader.optionalText()
        parent = try reader.optionalText()
        identifier = try reader.optionalText()
        weight = try reader.optionalNumber()
        location = try reader.value()
    }
}

extension PageHead: Packed {
    package func pack(into writer: inout PackedWriter) {
        writer.add(source)
        writer.add(kind.rawValue)
        writer.add(section)
        writer.add(slug)
        writer.add(title)
        writer.add(language)
        writer.add(url)
        for date in [date, updated, publication, expiry] { writer.add(date) }
        for flag in [isDraft, isRendered, showsTableOfContents] { writer.add(flag) }
        writer.add(description)
        writer.add(terms) { $0.add($1) }
        writer.add(authors) { $0.add($1) }
        writer.add(aliases)
        writer.add(template)
        writer.add(weight)
        writer.add(menus)
        writer.add(params) { $0.add($1) }
        writer.add(values) { $0.add($1) }
        writer.add(imageRequests)
        writer.add(existingHero)
        writer.add(resources) { $0.add($1) }
        writer.add(original)
        writer.add(location)
    }

    package init(from reader: inout PackedReader) throws(PackedError) {
        let source: SourceID = try reader.value()
        guard let kind = Kind(rawValue: try reader.text()) else { throw PackedError() }
        self.init(
            source: source, kind: kind, section: try reader.text(), slug: try reader.text(), title: try reader.text(),
            language: try reader.text())
        url = try reader.text()
        date = try reader.optional()
        updated = try reader.optional()
        publication = try reader.optional()
        expiry = try reader.optional()
        isDraft = try reader.flag()
        isRendered = try reader.flag()
        showsTableOfContents = try reader.flag()
        description = try reader.optionalText()
        terms = try reader.map { (reader) throws(PackedError) in try reader.list() }
        authors = try reader.list { (reader) throws(PackedError) in try reader.text() }
        aliases = try reader.list()
        template = try reader.optional()
        weight = try reader.optionalNumber()
        menus = try reader.list()
        params = try reader.map { (reader) throws(PackedError) in try reader.value() }
        values = try reader.map { (reader) throws(PackedError) in try reader.value() }
        imageRequests = try reader.list()
        existingHero = try reader.optional()
        resources = try reader.map { (reader) throws(PackedError) in try reader.text() }
        original = try reader.optional()
        location = try reader.value()
    }
}
