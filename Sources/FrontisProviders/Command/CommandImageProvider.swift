import Foundation
import FrontisCore
import FrontisHTTP
import FrontisText

/// Has pictures made by a program.
struct CommandImageProvider: ImageProvider {
    let block: ProviderBlock
    let dialect = "command"

    var name: String { block.name }
    var limits: RequestLimits { block.commandLimits }

    func model(for request: GenerationRequest) -> String? { request.model ?? block.text("model") }

    func objections(to request: GenerationRequest) -> [Objection] {
        guard case .list(let words)? = block.settings.values["run"]?.value, words.first?.isEmpty == false else {
            let failure = CommandCall.noProgram(name)
            return [Objection(isFatal: true, failure.message, help: failure.help)]
        }
        return []
    }

    /// A program may ask somebody who wants money, so only the settings can say that it is free.
    func price(of request: GenerationRequest) -> Price? { block.statedPrice.map { Price($0) } }

    func generate(_ request: GenerationRequest) async throws(ProviderFailure) -> Generation {
        let model = model(for: request)
        let call = CommandCall(block: block, model: model, largestAnswer: HTTPTransport.largestReply)
        let answer = try await call.run("generate", members(of: request))
        guard let json = answer.json else { return generation([answer.bytes], of: request, paid: 1, json: nil) }
        guard let list = json["images"]?.list, !list.isEmpty else {
            throw answer.context.unusable("the answer of \(answer.context.host) holds no picture", answer.bytes)
        }
        var images: [[UInt8]] = []
        var broken: ProviderFailure?
        let most = max(1, request.count)
        for entry in list.prefix(most) {
            guard let bytes = Base64Picture.bytes(of: entry.text) else {
                // Its neighbours are paid for as well, and kept.
                broken = answer.context.notBase64(answer.bytes)
                continue
            }
            images.append(bytes)
        }
        if images.isEmpty, let broken { throw broken }
        var made = generation(images, of: request, paid: list.count, json: json)
        made.surplus = max(0, list.count - most)
        made.shortfall = broken
        return made
    }

    /// - Parameter paid: how many pictures the program has made.
    private func generation(
        _ images: [[UInt8]], of request: GenerationRequest, paid: Int, json: JSONValue?
    ) -> Generation {
        let stated = block.statedPrice.map { Cost(usd: $0 * paid, estimated: $0 > .zero) }
        return Generation(
            images: images, model: json?["model"]?.text.map { String($0.prefix(200)) } ?? model(for: request),
            quality: request.quality ?? block.text("quality"),
            revisedPrompt: json?["revisedPrompt"]?.text.map { String($0.prefix(8000)) },
            cost: CommandCall.cost(in: json) ?? stated)
    }

    /// What is not asked for is left out.
    private func members(of request: GenerationRequest) -> [JSONValue.Member] {
        let recipe = request.recipe
        var members: [JSONValue.Member] = [.init("prompt", .text(recipe.prompt))]
        if let negative = recipe.negative { members.append(.init("negative", .text(negative))) }
        switch recipe.shape {
        case .aspect(let aspect): members.append(.init("aspect", .text(aspect.description)))
        case .size(let size):
            members.append(.init("width", .integer(size.width)))
            members.append(.init("height", .integer(size.height)))
        }
        if let background = recipe.background { members.append(.init("background", .text(background.rawValue))) }
        if let seed = recipe.seed { members.append(.init("seed", .integer(seed))) }
        members.append(.init("count", .integer(max(1, request.count))))
        if let model = model(for: request) { members.append(.init("model", .text(model))) }
        if let quality = request.quality ?? block.text("quality") {
            members.append(.init("quality", .text(quality)))
        }
        if !request.references.isEmpty {
            let pictures = request.references.map { JSONValue.picture($0.bytes, $0.mediaType) }
            members.append(.init("references", .list(pictures)))
        }
        return members
    }
}

extension ProviderBlock {
    /// One program at a time unless the settings say otherwise: most of them fill a graphics card.
    var commandLimits: RequestLimits {
        RequestLimits(requestsPerMinute: limits.requestsPerMinute, concurrency: limits.concurrency ?? 1)
    }

    /// What an answer in words costs, as the settings say; else nobody knows.
    var commandWordsPrice: Price? { statedPrice.map { Price($0) } }
}

extension JSONValue {
    /// A picture in a request to a program.
    static func picture(_ bytes: [UInt8], _ mediaType: MediaType) -> JSONValue {
        .object([
            .init("mediaType", .text(mediaType.rawValue)),
            .init("base64", .text(Data(bytes).base64EncodedString())),
        ])
    }
}
