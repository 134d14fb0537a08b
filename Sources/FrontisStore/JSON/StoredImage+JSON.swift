import FrontisCore
import FrontisText

/// A picture's members in manifests and in the lock, which call its number differently.
extension StoredImage {
    /// - Parameter number: what the candidate's number is called, which is at most `most`.
    init(_ fields: inout JSONFields, number: String, most: Int = .max) throws(JSONError) {
        let candidate = try fields.integer(number, in: 1...most)
        let picture = Picture(
            digest: try fields.digest("image"), mediaType: try fields.word("mediaType", of: MediaType.allCases),
            width: try fields.integer("width", in: 1...Int.max),
            height: try fields.integer("height", in: 1...Int.max))
        self.init(picture, try Making(&fields), candidate: candidate)
    }

    func members(number: String) -> [String: JSONValue] {
        var members = making.members
        members[number] = .integer(candidate)
        members["height"] = .integer(picture.height)
        members["image"] = .text(picture.digest.hex)
        members["mediaType"] = .text(picture.mediaType.rawValue)
        members["width"] = .integer(picture.width)
        return members
    }
}

extension Making {
    init(_ fields: inout JSONFields) throws(JSONError) {
        self.init(
            provider: try fields.text("provider"), dialect: try fields.text("dialect"),
            model: try fields.optionalText("model"), quality: try fields.optionalText("quality"),
            created: try fields.time("created"), cost: try fields.optionalCost("cost"),
            light: try fields.optionalDigest("light"))
    }

    var members: [String: JSONValue] {
        let members: [String: JSONValue?] = [
            "cost": cost.map(JSONValue.cost), "created": .time(created), "dialect": .text(dialect),
            "light": light.map { .text($0.hex) }, "model": model.map { .text($0) }, "provider": .text(provider),
            "quality": quality.map { .text($0) },
        ]
        return members.compactMapValues { $0 }
    }
}
