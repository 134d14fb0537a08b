import Foundation

/// Takes secrets out of text that is to be shown or kept: whole values, as they are and as JSON, addresses, HTML and
/// headers write them, whichever of the ways they have. For vendors' words and for messages; never for recipes, keys,
/// paths or the bytes of pictures.
package struct Redactor: Sendable {
    /// Bytes: what is shorter may be a word like any other.
    package static let shortest = 8

    private var values: Set<[UInt8]> = []

    /// - Parameter shortest: bytes; shorter secrets are not looked for.
    package init(_ secrets: some Sequence<Secret>, shortest: Int = Self.shortest) {
        for secret in secrets { add(secret, shortest: shortest) }
    }

    package mutating func add(_ secret: Secret, shortest: Int = Self.shortest) {
        let text = secret.reveal()
        guard text.utf8.count >= shortest else { return }
        values.formUnion(Self.spellings(of: text).map { Array($0.utf8) })
    }

    package static let nothing = Redactor(EmptyCollection<Secret>())

    /// The text itself, and as base64; escapes are undone in what is searched.
    private static func spellings(of text: String) -> [String] {
        // A few digits of base64 may stand anywhere.
        guard text.utf8.count >= shortest else { return [text] }
        // The last ones depend on what follows.
        return [text, Data(text.utf8.prefix(text.utf8.count / 3 * 3)).base64EncodedString()]
    }

    package func redacted(_ text: String) -> String {
        guard !values.isEmpty else { return text }
        let bytes = Array(text.utf8)
        let clean = redacted(bytes)
        return clean.count == bytes.count && clean == bytes ? text : String(decoding: clean, as: UTF8.self)
    }

    package func redacted(_ bytes: [UInt8]) -> [UInt8] {
        guard !values.isEmpty else { return bytes }
        let found = places(in: bytes)
        guard !found.isEmpty else { return bytes }
        var clean: [UInt8] = []
        var start = 0
        for place in found {
            clean += bytes[start..<place.lowerBound]
            clean += "<redacted>".utf8
            start = place.upperBound
        }
        return clean + bytes[start...]
    }

    /// Where secrets stand, in order and apart from each other, however deep they are wrapped: as JSON in JSON, say.
    private func places(in bytes: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var text = UnescapedText(bytes)
        for _ in 0...Self.deepest {
            for value in values {
                text.bytes.withUnsafeBufferPointer { buffer in
                    var from = 0
                    while let index = ByteSearch.index(of: value, in: buffer, from: from) {
                        found.append(text.place(of: index..<(index + value.count)))
                        from = index + value.count
                    }
                }
            }
            guard text.unescape() else { break }
        }
        found.sort { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
        // One that lies in another, or that another goes on from the middle of, is taken out with it.
        return found.reduce(into: []) { apart, place in
            guard let last = apart.last, place.lowerBound < last.upperBound else { return apart.append(place) }
            apart[apart.count - 1] = last.lowerBound..<max(last.upperBound, place.upperBound)
        }
    }

    /// How many times text is unescaped: a gateway's JSON in a vendor's JSON in a log's JSON.
    private static let deepest = 3
}
