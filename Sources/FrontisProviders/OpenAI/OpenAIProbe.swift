import FrontisCore
import FrontisHTTP
import FrontisText

/// Asks for the list of models, which is free and needs the key.
enum OpenAIProbe {
    /// Throws what a request for a picture would throw, but for a server that has no such list.
    static func run(_ block: ProviderBlock) async throws(ProviderFailure) -> ProbeResult {
        let service = OpenAIPlatform(block: block)
        let route = OpenAIRoute(address: try service.address(of: "/models"))
        let credential = try await service.credential()
        let reply = try await service.send(
            route.address, method: "GET", credential: credential, timeout: min(block.timeout(default: 30), .seconds(30))
        )
        let context = service.context(route, credential: credential, model: service.chatModel, successor: nil)
        // Small servers have no list; one that answers with a page is no server of this protocol.
        if [404, 405, 501].contains(reply.status), JSONValue(reply.body) != nil {
            return ProbeResult(
                summary: "\(context.host) answers, but has no list of models",
                help: "if pictures fail: base-url ends with the version, such as /v1")
        }
        let json = try context.json(of: reply, failure: service.help.failure)
        guard let data = json["data"]?.list else {
            throw context.unusable("the answer of \(context.host) is no list of models", reply.body)
        }
        let models = data.compactMap { entry in
            entry["id"]?.text.map { ProbeResult.Model(name: $0, retired: entry["shutdown_date"]?.text.flatMap(day)) }
        }
        let count = "\(models.count) model\(models.count == 1 ? "" : "s")"
        return ProbeResult(summary: "\(context.host) answers, and has \(count) for this account", models: models)
    }

    /// `2026-05-12`; nothing for anything else.
    private static func day(_ text: String) -> PageDate? {
        let written = text.prefix(10)
        return PageDate(String(written)).flatMap { $0.day8601 == written ? $0 : nil }
    }
}
