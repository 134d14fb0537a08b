import FrontisCore
import FrontisHTTP
import FrontisText

/// What a chat model has answered, whoever the vendor is.
struct ModelAnswer: Sendable {
    /// How messages speak of what was asked for.
    struct Wording: Sendable {
        /// `the description`
        let answer: String
        /// `the model would not describe the picture`
        let refusal: String
        /// The way out of a refusal.
        let remedy: String

        /// - Parameter reason: the vendor's, cleaned.
        func refused(_ reason: String) -> ProviderFailure {
            ProviderFailure(.refused, "\(refusal): \(reason)", help: remedy, mayBeBilled: true)
        }
    }

    /// The model's words without its thoughts: a text, or the JSON that was asked for with whatever stands round it. Never
    /// empty.
    let content: String
    let model: String?
    let cost: Cost?
    /// What came over the wire, for evidence.
    let body: [UInt8]

    /// Throws `unusable` for an answer without words, or with nothing but thoughts.
    init(
        _ words: String, model: String?, cost: Cost?, wording: Wording, body: [UInt8], context: VendorContext
    ) throws(ProviderFailure) {
        content = Self.trimmed(try Self.withoutThoughts(words[...], as: wording, of: body, in: context))
        guard !content.isEmpty else { throw context.unusable("\(wording.answer) is empty", body) }
        self.model = model.map { String($0.prefix(200)) }
        self.cost = cost
        self.body = body
    }

    /// The object that was asked for, wherever it stands among other words, and the last of several, as models that do not
    /// know the form talk themselves towards it; nothing where the model answered in plain words, as some servers' do.
    /// Throws `unusable` for JSON without the member `name`.
    func object(
        with name: String, wording: Wording, context: VendorContext
    ) throws(ProviderFailure) -> JSONValue? {
        let objects = content.hasSuffix("}") && content.hasPrefix("{") ? [content[...]] : Self.objects(in: content)
        let found = objects.compactMap { JSONValue(Array($0.utf8)) }
        if let object = found.last(where: { $0[name]?.text != nil }) { return object }
        // Half an object, or another one, is no text for a reader.
        guard found.isEmpty, !content.hasPrefix("{"), !content.hasPrefix("```") else {
            throw context.unusable("\(wording.answer) is not the JSON that was asked for", body)
        }
        return nil
    }

    /// Parts of the text from a brace to the one that closes it, outermost ones, as far as braces in quotation marks are
    /// none.
    private static func objects(in text: String) -> [Substring] {
        var objects: [Substring] = []
        var start: String.Index?
        var depth = 0
        var isQuoted = false
        var isEscaped = false
        let bytes = text.utf8
        for index in bytes.indices {
            let byte = bytes[index]
            if isEscaped {
                isEscaped = false
            } else if isQuoted {
                isEscaped = byte == UInt8(ascii: "\\")
                isQuoted = byte != UInt8(ascii: "\"")
            } else if byte == UInt8(ascii: "{") {
                if depth == 0 { start = index }
                depth += 1
            } else if depth > 0, byte == UInt8(ascii: "\"") {
                isQuoted = true
            } else if depth > 0, byte == UInt8(ascii: "}") {
                depth -= 1
                if depth == 0, let start { objects.append(text[start...index]) }
            }
        }
        return objects
    }

    /// What a model says to itself before it answers, as servers of open models pass it on. Some leave out where it begins.
    private static func withoutThoughts(
        _ words: Substring, as wording: Wording, of body: [UInt8], in context: VendorContext
    ) throws(ProviderFailure) -> Substring {
        for name in ["think", "thinking", "thought", "reasoning"] {
            if let end = words.ranges(of: "</\(name)>").last?.upperBound { return words[end...] }
            if words.drop(while: \.isWhitespace).hasPrefix("<\(name)>") {
                throw context.unusable("\(wording.answer) ends before the model has ended thinking", body)
            }
        }
        return words
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text.drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
