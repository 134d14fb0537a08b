package import FrontisCore

extension BodyLink: Packed {
    package func pack(into writer: inout PackedWriter) {
        writer.add(address)
        writer.add(isFile)
        writer.add(location)
    }

    package init(from reader: inout PackedReader) throws(PackedError) {
        self.init(address: try reader.text(), isFile: try reader.flag(), location: try reader.value())
    }
}

extension BodyPicture.Attribute: Packed {
    package func pack(into writer: inout PackedWriter) {
        writer.add(name)
        writer.add(value)
    }

    package init(from reader: inout PackedReader) throws(PackedError) {
        self.init(name: try reader.text(), value: try reader.text())
    }
}

extension BodyPicture: Packed {
    package func pack(into writer: inout PackedWriter) {
        switch target {
        case .slot(let name):
            writer.add(true)
            writer.add(name)
        case .address(let address):
            writer.add(false)
            writer.add(address)
        }
        writer.add(alt)
        writer.add(title)
        writer.add(standsAlone)
        writer.add(isInPicture)
        writer.add(attributes)
        writer.add(location)
        writer.add(sourceLine)
    }

    package init(from reader: inout PackedReader) throws(PackedError) {
        let target: Target = try reader.flag() ? .slot(try reader.value()) : .address(try reader.text())
        let (alt, title) = (try reader.optionalText(), try reader.optionalText())
        let (standsAlone, isInPicture) = (try reader.flag(), try reader.flag())
        self.init(
            target: target, alt: alt, title: title, attributes: try reader.list(), location: try reader.value(),
            sourceLine: try reader.optionalText())
        (self.standsAlone, self.isInPicture) = (standsAlone, isInPicture)
    }
}

extension Body.Gap: Packed {
    package func pack(into writer: inout PackedWriter) {
        writer.add(offset)
        switch filling {
        case .picture(let picture):
            writer.add(true)
            writer.add(picture)
        case .link(let link):
            writer.add(false)
            writer.add(link)
        }
    }

    package init(from reader: inout PackedReader) throws(PackedError) {
        let offset = try reader.number()
        let filling: Body.Filling = try reader.flag() ? .picture(try reader.value()) : .link(try reader.value())
        self.init(offset: offset, filling: filling)
    }
}

extension Body.Heading: Packed {
    package func pack(into writer: inout PackedWriter) {
        writer.add(level)
        writer.add(id)
        writer.add(text)
    }

    package init(from reader: inout PackedReader) throws(PackedError) {
        self.init(level: try reader.number(), id: try reader.text(), text: try reader.text())
    }
}

extension StoredText: Packed {
    package func pack(into writer: inout PackedWriter) {
        writer.add(offset)
        writer.add(count)
        writer.add(bits: check)
    }

    package init(from reader: inout PackedReader) throws(PackedError) {
        self.init(offset: try reader.number(), count: try reader.number(), check: try reader.bits())
    }
}

extension Body: Packed {
    package func pack(into writer: inout PackedWriter) {
        writer.add(html)
        writer.add(stored)
        writer.add(gaps)
        writer.add(headings)
        writer.add(wordCount)
        writer.add(titleID)
        writer.add(excerpt)
        writer.add(promptText)
    }

    package init(from reader: inout PackedReader) throws(PackedError) {
        let html = try reader.text()
        let stored: StoredText? = try reader.optional()
        self.init(
            html: html, gaps: try reader.list(), headings: try reader.list(), wordCount: try reader.number())
        self.stored = stored
        titleID = try reader.optionalText()
        excerpt = try reader.text()
        promptText = try reader.text()
    }
}

extension Page: Packed {
    package func pack(into writer: inout PackedWriter) {
        writer.add(head)
        writer.add(body)
    }

    package init(from reader: inout PackedReader) throws(PackedError) {
        let head: PageHead = try reader.value()
        self.init(head, body: try reader.value())
    }
}
