import FrontisCore

/// The answer of a chat completion, whatever was asked.
enum OpenAICompletion {
    /// Throws what the vendor's error means, `refused` where the model would not answer, or `unusable`.
    static func answer(
        in reply: HTTPReply, context: VendorContext, tokenLimit: Int, wording: ModelAnswer.Wording
    ) throws(ProviderFailure) -> ModelAnswer {
        let json = try context.json(of: reply, failure: OpenAIFailure.of)
        guard let choice = json["choices"]?.list?.first, let message = choice["message"] else {
            throw context.unusable("the answer of \(context.host) holds no message", reply.body)
        }
        let ending = choice["finish_reason"]?.text
        if let refusal = message["refusal"]?.text, !refusal.isEmpty {
            throw wording.refused(VendorText.clean(refusal, secrets: context.secrets))
        }
        if ending == "content_filter" { throw wording.refused("its answer was filtered") }
        if ending == "length" {
            throw context.unusable("\(wording.answer) was cut off after \(tokenLimit) tokens", reply.body)
        }
        return try ModelAnswer(
            text(of: message["content"]), model: json["model"]?.text ?? context.model,
            cost: cost(json["usage"], model: context.model), wording: wording, body: reply.body, context: context)
    }

    /// A text, or parts with texts.
    private static func text(of content: JSONValue?) -> String {
        if let text = content?.text { return text }
        return content?.list?.compactMap { $0["text"]?.text }.joined() ?? ""
    }

    private static func cost(_ usage: JSONValue?, model: String) -> Cost? {
        guard let model = ModelTable.chat(model), let read = usage?["prompt_tokens"]?.integer,
            let written = usage?["completion_tokens"]?.integer, read >= 0, written >= 0
        else { return nil }
        return Cost(usd: (Double(read) * model.textIn + Double(written) * model.out) / 1_000_000, estimated: false)
    }
}
