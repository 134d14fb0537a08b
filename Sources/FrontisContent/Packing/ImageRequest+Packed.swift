package import FrontisCore

extension SlotName: Packed {
    package func pack(into writer: inout PackedWriter) {
        switch self {
        case .hero: writer.add(0)
        case .named(let name): pack(1, name, into: &writer)
        case .inline(let digits): pack(2, digits, into: &writer)
        case .words(let words): pack(3, words, into: &writer)
        case .file(let address): pack(4, address, into: &writer)
        case .dark(let light):
            writer.add(5)
            writer.add(light)
        }
    }

    private func pack(_ kind: Int, _ name: String, into writer: inout PackedWriter) {
        writer.add(kind)
        writer.add(name)
    }

    package init(from reader: inout PackedReader) throws(PackedError) {
        switch try reader.number() {
        case 0: self = .hero
        case 1: self = .named(try reader.text())
        case 2: self = .inline(try reader.text())
        case 3: self = .words(try reader.text())
        case 4: self = .file(try reader.text())
        case 5: self = .dark(try reader.value())
        default: throw PackedError()
        }
    }
}

extension PictureShape: Packed {
    package func pack(into writer: inout PackedWriter) {
        switch self {
        case .aspect(let aspect): for number in [0, aspect.width, aspect.height] { writer.add(number) }
        case .size(let size): for number in [1, size.width, size.height] { writer.add(number) }
        }
    }

    package init(from reader: inout PackedReader) throws(PackedError) {
        let (kind, width, height) = (try reader.number(), try reader.number(), try reader.number())
        if kind == 0, let aspect = Aspect(width: width, height: height) {
            self = .aspect(aspect)
        } else if kind == 1, let size = PictureSize(width: width, height: height) {
            self = .size(size)
        } else {
            throw PackedError()
        }
    }
}

extension FocalPoint: Packed {
    package func pack(into writer: inout PackedWriter) {
        writer.add(x)
        writer.add(y)
    }

    package init(from reader: inout PackedReader) throws(PackedError) {
        guard let point = FocalPoint(x: try reader.double(), y: try reader.double()) else { throw PackedError() }
        self = point
    }
}

extension ExistingPicture: Packed {
    package func pack(into writer: inout PackedWriter) {
        writer.add(address)
        writer.add(alt)
        writer.add(caption)
        writer.add(focus)
        writer.add(location)
        writer.add(sourceLine)
    }

    package init(from reader: inout PackedReader) throws(PackedError) {
        self.init(
            address: try reader.text(), alt: try reader.optionalText(), caption: try reader.optionalText(),
            focus: try reader.optional(), location: try reader.optional(), sourceLine: try reader.optionalText())
    }
}

extension ImageRequest.DarkRequest: Packed {
    package func pack(into writer: inout PackedWriter) {
        writer.add(prompt)
        writer.add(location)
        writer.add(sourceLine)
    }

    package init(from reader: inout PackedReader) throws(PackedError) {
        self.init(
            prompt: try reader.optionalText(), at: try reader.value(), in: try reader.optionalText())
    }
}

extension ImageRequest: Packed {
    package func pack(into writer: inout PackedWriter) {
        writer.add(name)
        writer.add(prompt)
        writer.add(sourceLine)
        writer.add(isAutomatic)
        writer.add(style)
        writer.add(negative)
        writer.add(shape)
        writer.add(background?.rawValue)
        writer.add(seed)
        writer.add(references)
        writer.add(dark)
        writer.add(candidates)
        writer.add(provider)
        writer.add(model)
        writer.add(quality)
        writer.add(alt)
        writer.add(altLocation)
        writer.add(altLine)
        writer.add(altForm)
        writer.add(decorativeForm)
        writer.add(caption)
        writer.add(isLeftAlone)
        writer.add(focus)
    }

    package init(from reader: inout PackedReader) throws(PackedError) {
        self.init(name: try reader.value(), prompt: try reader.value(), sourceLine: try reader.optionalText())
        isAutomatic = try reader.flag()
        style = try reader.optional()
        negative = try reader.optionalText()
        shape = try reader.optional()
        background = try reader.optionalText().flatMap(Background.init)
        seed = try reader.optionalNumber()
        references = try reader.list()
        dark = try reader.optional()
        candidates = try reader.optionalNumber()
        provider = try reader.optional()
        model = try reader.optionalText()
        quality = try reader.optionalText()
        alt = try reader.optionalText()
        altLocation = try reader.optional()
        altLine = try reader.optionalText()
        altForm = try reader.text()
        decorativeForm = try reader.text()
        caption = try reader.optionalText()
        isLeftAlone = try reader.flag()
        focus = try reader.optional()
    }
}
