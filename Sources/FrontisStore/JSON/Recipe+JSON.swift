package import FrontisCore
package import FrontisText

/// A recipe's one JSON: it is hashed, kept for people who look, and read again.
extension Recipe {
    init(_ node: JSONNode) throws(JSONError) {
        var fields = try JSONFields(node, "'recipe'")
        try fields.checkVersion(Self.formatVersion)
        let shape: PictureShape
        if let text = try fields.optionalText("size") {
            guard let size = PictureSize(text) else {
                throw JSONError("'size' must be a picture's size: 1536x864", at: node.offset)
            }
            shape = .size(size)
        } else {
            guard let aspect = Aspect(try fields.text("aspect")) else {
                throw JSONError("'aspect' must be a proportion: 3:2", at: node.offset)
            }
            shape = .aspect(aspect)
        }
        var references: [Digest] = []
        for reference in try fields.list("references") {
            guard case .text(let hex) = reference.value, let digest = Digest(hex: hex) else {
                throw JSONError("'references' must be SHA-256 digests", at: reference.offset)
            }
            references.append(digest)
        }
        let background = try fields.optionalText("background")
        self.init(
            prompt: try fields.text("prompt"), negative: try fields.optionalText("negative"), shape: shape,
            background: background.flatMap(ImageRequest.Background.init),
            seed: try fields.optionalInteger("seed", in: Int.min...Int.max), references: references,
            light: try fields.optionalDigest("light"))
    }

    package var json: JSONValue {
        var members: [String: JSONValue] = ["prompt": .text(prompt), "version": .integer(Self.formatVersion)]
        members["background"] = background.map { .text($0.rawValue) }
        members["light"] = light.map { .text($0.hex) }
        members["negative"] = negative.map { .text($0) }
        members["references"] = references.isEmpty ? nil : .list(references.map { .text($0.hex) })
        members["seed"] = seed.map(JSONValue.integer)
        switch shape {
        case .aspect(let aspect): members["aspect"] = .text(aspect.description)
        case .size(let size): members["size"] = .text(size.description)
        }
        return .sorted(members)
    }

    /// The text that is hashed: keys sorted, no white space, absent fields left out.
    package var canonicalJSON: String { json.compactText }
}
