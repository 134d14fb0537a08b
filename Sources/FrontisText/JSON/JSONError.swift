/// What is wrong with a JSON text, and where.
package struct JSONError: Error, Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        /// No JSON, or not what somebody makes of it.
        case malformed
        case tooManyValues
        case tooDeep
    }

    package let kind: Kind
    package let reason: String
    /// In UTF-8 bytes from the start of the text.
    package let offset: Int
    /// The way out, where it is not the usual one.
    package let help: String?

    package init(_ reason: String, at offset: Int, help: String? = nil, kind: Kind = .malformed) {
        self.kind = kind
        self.reason = reason
        self.offset = offset
        self.help = help
    }

    /// Of an answer, whose author is not helped by a place in it; as the end of a sentence.
    package var wordsOfAnswer: String {
        switch kind {
        case .malformed: "broken JSON: cut off, or not well-formed"
        case .tooManyValues: "JSON with more than \(JSONParser.Author.mostValues) values, which is not read"
        case .tooDeep: "JSON nested more than \(JSONParser.Author.others.depthLimit) deep, which is not read"
        }
    }
}
