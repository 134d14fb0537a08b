import FrontisCore
import FrontisHTTP
import FrontisText

/// One question to a chat model, to be answered in JSON of a given form: what describing a picture and writing a
/// prompt have in common.
struct OpenAIConversation {
    let service: any OpenAIService
    let route: OpenAIRoute
    /// What the model is to do.
    let task: String
    /// A text, or parts: texts and pictures.
    let question: JSONValue
    let form: AnswerForm
    /// Thoughts of reasoning models count: a small number would leave nothing for the answer.
    let tokenLimit: Int
    /// Only for models that take one.
    let temperature: Double

    /// Only the vendor's own address keeps to the vendor's dates: a gateway may have a model for longer.
    static func retirement(of service: any OpenAIService) -> [Objection] {
        guard service.keepsVendorsDates, let name = service.chatModel,
            let model = service.facts(ofChatModel: name), let retired = model.retired, retired <= service.block.today
        else { return [] }
        return [
            Objection(
                isFatal: false, isRetirement: true,
                "model \(name) has been switched off by its vendor on \(retired.day8601)",
                help: model.successor.map { "\(service.successorHelp($0)), under alt: in frontis.yaml" })
        ]
    }

    /// Throws as `HTTPTransport.send`, and `unconfigured` for a variable that is not set.
    func send() async throws(ProviderFailure) -> (reply: HTTPReply, context: VendorContext) {
        let body = try self.body
        let credential = try await service.credential()
        let reply = try await service.send(
            route.address, contentType: "application/json", body: Array(body.compactText.utf8), credential: credential,
            timeout: service.block.timeout(default: 120), largestReply: HTTPTransport.largestWords)
        let context = service.context(
            route, credential: credential, model: service.chatModel,
            successor: service.facts(ofChatModel: service.chatModel)?.successor)
        return (reply, context)
    }

    private var body: JSONValue {
        get throws(ProviderFailure) {
            var members: [JSONValue.Member] = []
            if route.hasModelInBody, let model = service.sentChatModel {
                members.append(.init("model", .text(model)))
            }
            members += [
                .init(
                    "messages",
                    .list([
                        .object([.init("role", .text("system")), .init("content", .text(task))]),
                        .object([.init("role", .text("user")), .init("content", question)]),
                    ])),
                .init(route.tokenLimitName, .integer(tokenLimit)),
            ]
            if route.takesSchema { members.append(.init("response_format", form.json)) }
            // Reasoning models refuse every temperature but their own; so may models that nobody knows.
            if service.facts(ofChatModel: service.chatModel)?.isReasoning == false {
                members.append(.init("temperature", .decimal(temperature)))
            }
            if let user = try service.block.filledIn("user") { members.append(.init("user", .text(user))) }
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
