import FrontisCore

/// The answer of a chat completion, whatever was asked.
struct OpenAICompletion {
    /// How messages speak of what was asked for.
    struct Wording {
        /// `the description`
        let answer: String
        /// `the model would not describe the picture`
        let refusal: String
        /// The way out of a refusal.
        let remedy: String
    }

    /// The model's words: a text, or the JSON that was asked for without the fence round it. Never empty.
    let content: String
    let model: String
    let cost: Cost?

    /// Throws what the vendor's error means, `refused` where the model would not answer, or `unusable`.
    init(
        _ reply: HTTPReply, context: OpenAIContext, tokenLimit: Int, wording: Wording
    ) throws(ProviderFailure) {
        func refused(_ reason: String) -> ProviderFailure {
            ProviderFailure(.refused, "\(wording.refusal): \(reason)", help: wording.remedy, mayBeBilled: true)
        }
        let json = try context.json(of: reply)
        guard let choice = json["choices"]?.list?.first, let message = choice["message"] else {
            throw context.unusable("the answer of \(context.host) holds no message", reply.body)
        }
        let ending = choice["finish_reason"]?.text
        if let refusal = message["refusal"]?.text, !refusal.isEmpty {
            throw refused(VendorText.clean(refusal, secrets: context.secrets))
        }
        if ending == "content_filter" { throw refused("its answer was filtered") }
        if ending == "length" {
            throw context.unusable("\(wording.answer) was cut off after \(tokenLimit) tokens", reply.body)
        }
        content = Self.unfenced(Self.text(of: message["content"]))
        guard !content.isEmpty else { throw context.unusable("\(wording.answer) is empty", reply.body) }
        model = json["model"]?.text.map { String($0.prefix(200)) } ?? context.model
        cost = Self.cost(json["usage"], model: context.model)
    }

    /// The object that was asked for; nothing where the model answered in plain words, as some servers' do. Throws
    /// `unusable` for JSON without the member `name`.
    func object(
        with name: String, _ reply: HTTPReply, context: OpenAIContext, wording: Wording
    ) throws(ProviderFailure) -> JSONValue? {
        guard content.hasPrefix("{") else { return nil }
        guard let object = JSONValue(Array(content.utf8)), object[name]?.text != nil else {
            throw context.unusable("\(wording.answer) is not the JSON that was asked for", reply.body)
        }
        return object
    }

    /// A text, or parts with texts.
    private static func text(of content: JSONValue?) -> String {
        if let text = content?.text { return text }
        return content?.list?.compactMap { $0["text"]?.text }.joined() ?? ""
    }

    /// Models that know no schema wrap their JSON in a Markdown fence.
    private static func unfenced(_ text: String) -> String {
        var text = text.drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text.removeLast() }
        guard text.hasPrefix("```"), text.hasSuffix("```"), let end = text.firstIndex(where: \.isNewline) else {
            return String(text)
        }
        var inner = text[end...].dropLast(3).drop(while: \.isWhitespace)
        while inner.last?.isWhitespace == true { inner.removeLast() }
        return String(inner)
    }

    private static func cost(_ usage: JSONValue?, model: String) -> Cost? {
        guard let model = ModelTable.chat(model), let read = usage?["prompt_tokens"]?.integer,
            let written = usage?["completion_tokens"]?.integer, read >= 0, written >= 0
        else { return nil }
        return Cost(usd: (Double(read) * model.textIn + Double(written) * model.out) / 1_000_000, estimated: false)
    }
}
