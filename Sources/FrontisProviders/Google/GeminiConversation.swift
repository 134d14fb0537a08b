import FrontisCore
import FrontisHTTP
import FrontisText

/// One question to a Gemini model, to be answered in JSON of a given form: what describing a picture and writing a
/// prompt have in common.
struct GeminiConversation {
    let block: ProviderBlock
    /// What the model is to do.
    let task: String
    /// Texts and pictures.
    let parts: [JSONValue]
    let form: AnswerForm
    /// Thoughts count.
    let tokenLimit: Int
    /// Only for models that take one.
    let temperature: Double

    /// The model that `block` converses with.
    static func model(of block: ProviderBlock) -> String { block.text("model") ?? ModelTable.defaultGeminiChatModel }

    /// Only the vendor's own address keeps to the vendor's dates: a gateway may have a model for longer.
    static func retirement(of block: ProviderBlock) -> [Objection] {
        let name = model(of: block)
        guard let model = ModelTable.chat(name), let retired = model.retired, retired <= block.today,
            GoogleService(block: block).isVendors
        else { return [] }
        return [
            Objection(
                isFatal: false, isRetirement: true,
                "model \(name) has been switched off by its vendor on \(retired.day8601)",
                help: model.successor.map { "write model: \($0), its successor, under alt: in frontis.yaml" })
        ]
    }

    /// Throws as `GoogleConnection`, and what the vendor's error means.
    func send() async throws(ProviderFailure) -> GeminiReply {
        let model = Self.model(of: block)
        let connection = try await GoogleConnection(block, for: .gemini)
        let reply = try await connection.ask(
            model, .generateContent, body, timeout: block.timeout(default: 120),
            largestReply: HTTPTransport.largestWords)
        return try GeminiReply(
            reply, context: connection.context(model: model, successor: ModelTable.chat(model)?.successor))
    }

    private var body: JSONValue {
        var configuration: [JSONValue.Member] = [
            .init("maxOutputTokens", .integer(tokenLimit)), .init("responseMimeType", .text("application/json")),
            .init("responseSchema", form.schema),
        ]
        // The vendor advises against one where a model thinks before it answers.
        if ModelTable.chat(Self.model(of: block))?.isReasoning == false {
            configuration.append(.init("temperature", .decimal(temperature)))
        }
        let content: [JSONValue.Member] = [.init("role", .text("user")), .init("parts", .list(parts))]
        let instruction: [JSONValue.Member] = [.init("parts", .list([GeminiPart.text(task)]))]
        return .object([
            .init("contents", .list([.object(content)])), .init("systemInstruction", .object(instruction)),
            .init("generationConfig", .object(configuration)),
        ])
    }
}

extension AnswerForm {
    /// In the dialect of OpenAPI that Gemini takes; the order of members is part of it.
    fileprivate var schema: JSONValue {
        let properties = members.map {
            JSONValue.Member($0.name, .object([.init("type", .text($0.type.uppercased()))]))
        }
        let names = JSONValue.list(members.map { .text($0.name) })
        return .object([
            .init("type", .text("OBJECT")), .init("properties", .object(properties)), .init("required", names),
            .init("propertyOrdering", names),
        ])
    }
}
