import FrontisCore

/// The answer of a chat completion that was asked for an alt text.
struct OpenAIChatReply {
    private static let wording = OpenAICompletion.Wording(
        answer: "the description", refusal: "the model would not describe the picture",
        remedy: "write the alt text yourself: alt: in the page's front matter")

    let description: Description

    /// Throws what the vendor's error means, `refused` where the model would not look, or `unusable`.
    init(_ reply: HTTPReply, context: OpenAIContext) throws(ProviderFailure) {
        let completion = try OpenAICompletion(
            reply, context: context, tokenLimit: OpenAIDescriber.tokenLimit, wording: Self.wording)
        let answer = try completion.object(with: "alt", reply, context: context, wording: Self.wording)
        let isDecorative = answer?["decorative"]?.flag ?? false
        let text = String(Recipe.normalized(answer?["alt"]?.text ?? completion.content).prefix(4000))
        guard !text.isEmpty || isDecorative else { throw context.unusable("the description is empty", reply.body) }
        description = Description(
            text: text, isDecorative: isDecorative, model: completion.model, cost: completion.cost)
    }
}
