import FrontisCore
import FrontisText

/// Reads what `canonicalJSON` writes.
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

    /// The same members as the canonical text.
    var json: JSONValue {
        do throws(JSONError) { return try JSONParser.parse(Array(canonicalJSON.utf8)).plain } catch {
            return .text(canonicalJSON)
        }
    }
}
