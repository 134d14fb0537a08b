import FrontisCore
import FrontisPictures

/// Draws pictures from the prompt's words: no network, no money, the same picture every time.
struct PatternProvider: ImageProvider {
    let name: String
    let dialect = "pattern"
    let makesPlaceholders = true

    func model(for request: GenerationRequest) -> String? { nil }

    func price(of request: GenerationRequest) -> Price? { Price(0) }

    /// One picture whatever the count: another one would be the same.
    func generate(_ request: GenerationRequest) async throws(ProviderFailure) -> Generation {
        do {
            let bytes = try PatternArt(recipe: request.recipe, key: request.key).png()
            return Generation(images: [bytes], model: nil, cost: .nothing)
        } catch {
            throw ProviderFailure(.unusable, "\(error)")
        }
    }
}
