import FrontisCore

/// `images.variants`: false, true, or a map of what is to be other than usual.
extension ConfigurationReader {
    mutating func readVariants(_ node: SourceNode?) -> VariantSettings? {
        var settings = VariantSettings()
        guard let node else { return settings }
        guard node.entries != nil else {
            return reader.flag(node, "images.variants", id: .configurationValue) == false ? nil : settings
        }
        let uses = PictureUse.allCases.map(\.rawValue)
        check(node, ["formats", "quality"] + uses, in: "images.variants")
        if let formats = node["formats"] { settings.formats = readFormats(formats) }
        if let quality = map(node["quality"], "images.variants.quality") { read(quality, into: &settings.quality) }
        for use in PictureUse.allCases {
            let key = "images.variants.\(use.rawValue)"
            guard let node = map(node[use.rawValue], key) else { continue }
            var layout = settings.layout(for: use)
            read(node, key, into: &layout)
            settings.layouts[use] = layout
        }
        return settings
    }

    private mutating func readFormats(_ node: SourceNode) -> [MediaType] {
        let known = ["avif": MediaType.avif, "webp": .webp]
        return reader.texts(node, "images.variants.formats").compactMap { format in
            if let type = known[format.value] { return type }
            reader.report(
                .configurationValue,
                "images.variants.formats must be of avif and webp, not '\(format.value)'", at: format.location,
                help: "JPEG, or PNG where something shines through, always comes last")
            return nil
        }
    }

    private mutating func read(_ node: SourceNode, into quality: inout VariantSettings.Quality) {
        check(node, ["avif", "webp", "jpeg"], in: "images.variants.quality")
        quality.avif = integer(node["avif"], "images.variants.quality.avif", 1...100) ?? quality.avif
        quality.webp = integer(node["webp"], "images.variants.quality.webp", 1...100) ?? quality.webp
        quality.jpeg = integer(node["jpeg"], "images.variants.quality.jpeg", 1...100) ?? quality.jpeg
    }

    private mutating func read(_ node: SourceNode, _ key: String, into layout: inout VariantSettings.Layout) {
        check(node, ["widths", "sizes", "aspect"], in: key)
        if let sizes = text(node["sizes"], "\(key).sizes"), !sizes.trimmed.isEmpty { layout.sizes = sizes.trimmed }
        if let widths = node["widths"] {
            let list: [SourceNode] = if case .list(let nodes) = widths.content { nodes } else { [widths] }
            let numbers = list.compactMap { integer($0, "a width of \(key)", 16...8192) }
            if !numbers.isEmpty { layout.widths = Array(Set(numbers)).sorted() }
        }
        guard let aspect = node["aspect"] else { return }
        if aspect.literal == "none" {
            layout.aspect = nil
        } else if let parsed = Aspect(aspect.literal) {
            layout.aspect = parsed
        } else {
            reader.report(
                .configurationValue, "\(key).aspect '\(aspect.literal)' is not a proportion", at: aspect.location,
                help: "write width and height with a colon, as in aspect: \"3:2\", or none for the whole picture")
        }
    }
}
