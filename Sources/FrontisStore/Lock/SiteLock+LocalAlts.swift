package import FrontisCore
import FrontisText

/// Alt texts of pictures that are files of the site and belong to no slot.
extension SiteLock {
    /// Which text it is: `content/posts/photo.jpg#en` in the file.
    package struct LocalAltID: Sendable, Hashable, Comparable, CustomStringConvertible {
        /// Relative to the site. A reader of the lock sees which picture is meant; what binds the text is its digest.
        package var file: String
        /// BCP 47.
        package var language: String

        package init(file: String, language: String) {
            self.file = file
            self.language = language
        }

        /// Reads the form that is printed; the last `#` divides.
        init?(_ text: String) {
            guard let mark = text.lastIndex(of: "#"), mark != text.startIndex, text.index(after: mark) != text.endIndex
            else { return nil }
            self.init(file: String(text[..<mark]), language: String(text[text.index(after: mark)...]))
        }

        package var description: String { "\(file)#\(language)" }
        package static func < (left: Self, right: Self) -> Bool { left.description < right.description }
    }

    package struct LocalAlt: Sendable, Hashable {
        /// SHA-256 of the file. Of any other picture the text says nothing.
        package var image: Digest
        package var source: AltText.Source
        package var text: String
        /// Fields of a later Frontis, kept as they are.
        private var unknown: [String: JSONValue] = [:]

        package init(image: Digest, _ alt: AltText) {
            self.image = image
            source = alt.source
            text = alt.text
        }

        fileprivate init(_ node: JSONNode, _ name: String) throws(JSONError) {
            var fields = try JSONFields(node, "'\(name)'")
            image = try fields.digest("image")
            source = try fields.word("source", of: [.author, .reviewed, .model, .decorative])
            text = try fields.text("text")
            unknown = fields.rest
        }

        fileprivate var json: JSONValue {
            let members: [String: JSONValue] = [
                "image": .text(image.hex), "source": .text(source.rawValue), "text": .text(text),
            ]
            return .sorted(unknown.merging(members) { _, own in own })
        }

        var isByPerson: Bool { source != .model }

        func keepingUnknown(of other: Self) -> Self {
            guard image == other.image, unknown.isEmpty else { return self }
            var alt = self
            alt.unknown = other.unknown
            return alt
        }
    }

    /// Texts by the picture that they are about, in the order of their files.
    package var localAltsByImage: [Digest: [AltText]] {
        let sorted = alts.sorted { $0.key < $1.key }
        return Dictionary(grouping: sorted, by: \.value.image).mapValues { alts in
            alts.map { AltText(text: $0.value.text, source: $0.value.source, language: $0.key.language) }
        }
    }

    static func localAlts(_ node: JSONNode) throws(JSONError) -> [LocalAltID: LocalAlt] {
        guard case .object(let members) = node.value else {
            throw JSONError("'alts' must be an object: { … }", at: node.offset)
        }
        var alts: [LocalAltID: LocalAlt] = [:]
        for member in members {
            guard let id = LocalAltID(member.name) else {
                throw JSONError(
                    "'\(member.name)' names no picture's text, which is written file#language", at: member.offset)
            }
            alts[id] = try LocalAlt(member.node, member.name)
        }
        return alts
    }

    var localAltsJSON: JSONValue {
        let members = alts.map { ($0.key.description, $0.value.json) }
        return .sorted(Dictionary(members, uniquingKeysWith: { first, _ in first }))
    }
}
