package import FrontisCore
import FrontisText

/// An alt text that is bound to pixels.
package struct AltRecord: Sendable, Hashable {
    package static let formatVersion = 1

    package var image: Digest
    /// BCP 47.
    package var language: String
    package var text: String
    package var source: AltText.Source
    package var model: String?
    package var created: Timestamp
    private var unknown: [String: JSONValue] = [:]

    package init(
        image: Digest, language: String, text: String, source: AltText.Source, model: String?, created: Timestamp
    ) {
        self.image = image
        self.language = language
        self.text = text
        self.source = source
        self.model = model
        self.created = created
    }

    /// What the text is kept under. Tags that differ in case only name one language (RFC 5646, section 2.1.1).
    package static func key(image: Digest, language: String) -> Digest {
        let members: [String: JSONValue] = ["image": .text(image.hex), "language": .text(language.lowercased())]
        return Digest.of(JSONValue.sorted(members).compactText)
    }
}

extension AltRecord: StoredRecord {
    init(_ fields: inout JSONFields) throws(JSONError) {
        image = try fields.digest("image")
        language = try fields.text("language")
        text = try fields.text("text")
        source = try fields.word("source", of: [.author, .reviewed, .model, .decorative])
        model = try fields.optionalText("model")
        created = try fields.time("created")
        unknown = fields.rest
    }

    var members: [String: JSONValue] {
        let members: [String: JSONValue?] = [
            "created": .time(created),
            "image": .text(image.hex),
            "language": .text(language),
            "model": model.map { .text($0) },
            "source": .text(source.rawValue),
            "text": .text(text),
        ]
        return unknown.merging(members.compactMapValues { $0 }) { _, own in own }
    }
}
