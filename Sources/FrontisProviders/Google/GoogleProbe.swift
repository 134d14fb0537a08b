import FrontisCore
import FrontisHTTP
import FrontisText

/// Finds out for nothing whether an account may ask: by the list of models where there is an API key, and on Vertex AI
/// by the token that its credentials have to give.
enum GoogleProbe {
    /// Throws what a request for a picture would throw.
    static func run(_ block: ProviderBlock) async throws(ProviderFailure) -> ProbeResult {
        let connection = try await GoogleConnection(block, for: .gemini)
        guard !GoogleService(block: block).isVertex else {
            return ProbeResult(summary: "Google gives a token for the credentials; no model was asked")
        }
        let context = connection.context(model: "unknown", successor: nil)
        let reply = try await connection.models(timeout: min(block.timeout(default: 30), .seconds(30)))
        let json = try context.json(of: reply, failure: GoogleFailure.of)
        guard let list = json["models"]?.list else {
            throw context.unusable("the answer of \(context.host) is no list of models", reply.body)
        }
        let models = list.compactMap { entry in
            entry["name"]?.text.map { ProbeResult.Model(name: String($0.trimmingPrefix("models/"))) }
        }
        return ProbeResult(
            summary: "\(context.host) answers, and has \(models.count) models for this account", models: models)
    }
}
