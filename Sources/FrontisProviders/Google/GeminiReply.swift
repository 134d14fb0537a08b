import FrontisCore
import FrontisHTTP
import FrontisText

/// The answer of `:generateContent`, whatever was asked.
struct GeminiReply {
    /// Ends that mean no, of prompts as well as of answers.
    private static let refusals: Set<String> = [
        "SAFETY", "RECITATION", "PROHIBITED_CONTENT", "BLOCKLIST", "SPII", "JAILBREAK", "MODEL_ARMOR", "IMAGE_SAFETY",
        "IMAGE_PROHIBITED_CONTENT", "IMAGE_RECITATION",
    ]

    /// What was said aloud; thoughts are left out.
    let words: String
    let usage: JSONValue?
    let model: String?
    /// `STOP`; nothing where there is no answer.
    let ending: String?
    /// Why the vendor would not answer, in its words, cleaned.
    let refusal: String?
    let body: [UInt8]
    private let pictures: [JSONValue]
    let context: VendorContext

    /// Throws what the vendor's error means, or `unusable`. A refusal is none of both: what it is called depends on
    /// what was asked.
    init(_ reply: HTTPReply, context: VendorContext) throws(ProviderFailure) {
        let json = try context.json(of: reply, failure: GoogleFailure.of)
        let candidate = json["candidates"]?.list?.first
        let feedback = json["promptFeedback"]
        let parts = candidate?["content"]?["parts"]?.list ?? []
        let spoken = parts.filter { $0["thought"]?.flag != true }
        self.context = context
        body = reply.body
        usage = json["usageMetadata"]
        model = json["modelVersion"]?.text
        ending = candidate?["finishReason"]?.text
        words = spoken.compactMap { $0["text"]?.text }.joined()
        let blocked = feedback?["blockReason"]?.text
        guard candidate != nil || blocked != nil else {
            throw context.unusable("the answer of \(context.host) holds neither a candidate nor a reason", reply.body)
        }
        if let blocked {
            let message = feedback?["blockReasonMessage"]?.text
            refusal = Self.shown("the prompt was blocked (\(blocked))", message, context)
        } else if let ending, Self.refusals.contains(ending) {
            refusal = Self.shown("the answer was blocked (\(ending))", candidate?["finishMessage"]?.text, context)
        } else {
            refusal = nil
        }
        // Sketches on the way are thoughts. Where there is nothing else, the last of them is what was paid for.
        let drawn = spoken.compactMap { $0["inlineData"] }
        let isLone = drawn.isEmpty && refusal == nil
        pictures = isLone ? parts.compactMap { $0["inlineData"] }.suffix(1) : drawn
    }

    private static func shown(_ what: String, _ message: String?, _ context: VendorContext) -> String {
        VendorText.clean(message.map { "\(what): \($0)" } ?? what, secrets: context.secrets)
    }

    /// The picture, and how many there were besides: one is all that a call asks for, and the last is the finished one.
    /// Throws `refused` where the model will not draw, and `unusable` where it did not.
    func images() throws(ProviderFailure) -> (images: [[UInt8]], surplus: Int) {
        for picture in pictures.reversed() {
            guard let bytes = Base64Picture.bytes(of: picture["data"]?.text) else { continue }
            return ([bytes], pictures.count - 1)
        }
        if let refusal { throw Self.refused(refusal) }
        guard pictures.isEmpty else { throw context.notBase64(body) }
        let said = VendorText.clean(words, secrets: context.secrets)
        switch ending {
        case "STOP" where !said.isEmpty, "NO_IMAGE" where !said.isEmpty, nil where !said.isEmpty:
            throw Self.refused("the model answers in words: \(said)")
        default:
            let why = ending.map { " (\(VendorText.clean($0, secrets: [])))" } ?? ""
            throw context.unusable("the answer of \(context.host) holds no picture\(why)", body)
        }
    }

    private static func refused(_ why: String) -> ProviderFailure {
        ProviderFailure(
            .refused, "refused: \(why)", help: "word the prompt differently; as it stands it is not asked again",
            mayBeBilled: true)
    }

    /// What a chat model has said. Throws `refused` where it would not, `unusable` where nothing can be made of it.
    func answer(tokenLimit: Int, wording: ModelAnswer.Wording) throws(ProviderFailure) -> ModelAnswer {
        if let refusal { throw wording.refused(refusal) }
        if ending == "MAX_TOKENS" {
            throw context.unusable("\(wording.answer) was cut off after \(tokenLimit) tokens", body)
        }
        return try ModelAnswer(
            words, model: model ?? context.model, cost: cost, wording: wording, body: body, context: context)
    }

    /// Thoughts are paid for like words.
    private var cost: Cost? {
        guard let model = ModelTable.chat(context.model), let read = usage?["promptTokenCount"]?.count
        else { return nil }
        let written = usage?["candidatesTokenCount"]?.count ?? 0
        let thoughts = usage?["thoughtsTokenCount"]?.count ?? 0
        return Cost(usd: model.price(reading: read, writing: written + thoughts), estimated: false)
    }
}
