import FrontisCore
import FrontisHTTP
import FrontisText

/// The answer of a chat completion, whatever was asked.
enum OpenAICompletion {
    /// Throws what the vendor's error means, `refused` where the model would not answer, or `unusable`.
    static func answer(
        in reply: HTTPReply, context: VendorContext, service: any OpenAIService, tokenLimit: Int,
        wording: ModelAnswer.Wording
    ) throws(ProviderFailure) -> ModelAnswer {
        let json = try context.json(of: reply, failure: service.help.failure)
        guard let choice = json["choices"]?.list?.first, let message = choice["message"] else {
            throw context.unusable("the answer of \(context.host) holds no message", reply.body)
        }
        let ending = choice["finish_reason"]?.text
        if let refusal = message["refusal"]?.text, !refusal.isEmpty {
            throw wording.refused(VendorText.clean(refusal, secrets: context.secrets))
        }
        if ending == "content_filter" {
            let categories = OpenAIFilter.categories(in: choice["content_filter_results"], context: context)
            throw wording.refused("its answer was filtered" + (categories.isEmpty ? "" : " for \(categories)"))
        }
        if ending == "length" {
            throw context.unusable("\(wording.answer) was cut off after \(tokenLimit) tokens", reply.body)
        }
        // Behind a deployment is a model that only the answer names.
        let facts =
            service.facts(ofChatModel: service.chatModel) ?? service.facts(ofChatModel: json["model"]?.text)
        return try ModelAnswer(
            text(of: message["content"]), model: json["model"]?.text ?? service.chatModel,
            cost: cost(json["usage"], model: facts), wording: wording, body: reply.body, context: context)
    }

    /// A text, or parts with texts.
    private static func text(of content: JSONValue?) -> String {
        if let text = content?.text { return text }
        return content?.list?.compactMap { $0["text"]?.text }.joined() ?? ""
    }

    private static func cost(_ usage: JSONValue?, model: ChatModel?) -> Cost? {
        guard let model, let read = usage?["prompt_tokens"]?.count,
            let written = usage?["completion_tokens"]?.count
        else { return nil }
        return Cost(usd: model.price(reading: read, writing: written), estimated: false)
    }
}
