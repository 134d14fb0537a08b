import FrontisCore

/// One question to a chat model, to be answered in JSON of a given form: what describing a picture and writing a
/// prompt have in common.
struct OpenAIConversation {
    let block: ProviderBlock
    /// What the model is to do.
    let task: String
    /// A text, or parts: texts and pictures.
    let question: JSONValue
    let form: AnswerForm
    /// Thoughts of reasoning models count: a small number would leave nothing for the answer.
    let tokenLimit: Int
    /// Only for models that take one.
    let temperature: Double

    /// The model that `block` converses with.
    static func model(of block: ProviderBlock) -> String { block.text("model") ?? ModelTable.defaultChatModel }

    /// Only the vendor's own address keeps to the vendor's dates: a gateway may have a model for longer.
    static func retirement(of block: ProviderBlock) -> [Objection] {
        let name = model(of: block)
        guard let model = ModelTable.chat(name), let retired = model.retired, retired <= block.today,
            block.text("base-url") == nil
        else { return [] }
        return [
            Objection(
                isFatal: false, isRetirement: true, "model \(name) has been switched off by its vendor on \(retired)",
                help: model.successor.map { "write model: \($0), its successor, under alt: in frontis.yaml" })
        ]
    }

    /// Throws as `HTTPTransport.send`, and `unconfigured` for a variable that is not set.
    func send() async throws(ProviderFailure) -> (reply: HTTPReply, context: VendorContext) {
        let body = try self.body
        let connection = try OpenAIConnection(block)
        let reply = try await connection.post(
            "/chat/completions", contentType: "application/json", body: Array(body.json.utf8),
            timeout: block.timeout(default: 120))
        let model = Self.model(of: block)
        let context = VendorContext(
            provider: block.name, model: model, successor: ModelTable.chat(model)?.successor,
            host: connection.address.host, secrets: connection.secrets)
        return (reply, context)
    }

    private var body: JSONValue {
        get throws(ProviderFailure) {
            let model = Self.model(of: block)
            var members: [JSONValue.Member] = [
                .init("model", .text(model)),
                .init(
                    "messages",
                    .list([
                        .object([.init("role", .text("system")), .init("content", .text(task))]),
                        .object([.init("role", .text("user")), .init("content", question)]),
                    ])),
                .init("max_completion_tokens", .integer(tokenLimit)),
                .init("response_format", form.json),
            ]
            // Reasoning models refuse every temperature but their own; so may models that nobody knows.
            if ModelTable.chat(model)?.isReasoning == false {
                members.append(.init("temperature", .number(temperature)))
            }
            if let user = try block.filledIn("user") { members.append(.init("user", .text(user))) }
            return .object(members)
        }
    }
}

extension AnswerForm {
    /// A strict schema: every member is required, and there is no other.
    fileprivate var json: JSONValue {
        let properties = members.map { JSONValue.Member($0.name, .object([.init("type", .text($0.type))])) }
        let schema: [JSONValue.Member] = [
            .init("type", .text("object")), .init("properties", .object(properties)),
            .init("required", .list(members.map { .text($0.name) })), .init("additionalProperties", .flag(false)),
        ]
        let format: [JSONValue.Member] = [
            .init("name", .text(name)), .init("strict", .flag(true)), .init("schema", .object(schema)),
        ]
        return .object([.init("type", .text("json_schema")), .init("json_schema", .object(format))])
    }
}
