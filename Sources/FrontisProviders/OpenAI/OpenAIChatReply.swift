import FrontisCore

/// The answer of a chat completion that was asked for an alt text.
struct OpenAIChatReply {
    let description: Description

    /// Throws what the vendor's error means, `refused` where the model would not look, or `unusable`.
    init(_ reply: HTTPReply, context: OpenAIContext) throws(ProviderFailure) {
        let json = try context.json(of: reply)
        guard let choice = json["choices"]?.list?.first, let message = choice["message"] else {
            throw context.unusable("the answer of \(context.host) holds no message", reply.body)
        }
        let ending = choice["finish_reason"]?.text
        if let refusal = message["refusal"]?.text, !refusal.isEmpty {
            throw Self.refused(VendorText.clean(refusal, secrets: context.secrets))
        }
        if ending == "content_filter" { throw Self.refused("its answer was filtered") }
        if ending == "length" {
            throw context.unusable(
                "the description was cut off after \(OpenAIDescriber.tokenLimit) tokens", reply.body)
        }
        let content = Self.unfenced(Self.text(of: message["content"]))
        guard !content.isEmpty else { throw context.unusable("the description is empty", reply.body) }
        var text = content
        var isDecorative = false
        if content.hasPrefix("{") {
            guard let answer = JSONValue(Array(content.utf8)), let alt = answer["alt"]?.text else {
                throw context.unusable("the description is not the JSON that was asked for", reply.body)
            }
            text = alt
            isDecorative = answer["decorative"]?.flag ?? false
        }
        text = String(Recipe.normalized(text).prefix(4000))
        guard !text.isEmpty || isDecorative else { throw context.unusable("the description is empty", reply.body) }
        let model = json["model"]?.text.map { String($0.prefix(200)) } ?? context.model
        description = Description(
            text: text, isDecorative: isDecorative, model: model, cost: Self.cost(json["usage"], model: context.model))
    }

    private static func refused(_ reason: String) -> ProviderFailure {
        ProviderFailure(
            .refused, "the model would not describe the picture: \(reason)",
            help: "write the alt text yourself: alt: in the page's front matter", mayBeBilled: true)
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
