import FrontisCore
import Testing

@testable import FrontisProviders

/// What the tests of this target ask for, and from whom.
enum Samples {
    static let secret = "sk-secret-0123456789"
    static let environment = ProviderEnvironment(process: ["OPENAI_API_KEY": secret])

    static func key() throws -> Digest {
        try #require(Digest(hex: String(repeating: "3f", count: 32)))
    }

    static func recipe(
        _ prompt: String = "A night train", negative: String? = nil, shape: String = "3:2",
        background: ImageRequest.Background? = nil, seed: Int? = nil
    ) throws -> Recipe {
        let shape: PictureShape =
            shape.contains(":")
            ? .aspect(try #require(Aspect(shape))) : .size(try #require(PictureSize(shape)))
        return Recipe(prompt: prompt, negative: negative, shape: shape, background: background, seed: seed)
    }

    static func settings(_ values: [String: String], name: String = "art", dialect: String = "openai") -> ProviderSettings {
        let place = SourceLocation(path: "frontis.yaml", line: 7, column: 5)
        return ProviderSettings(
            name: name, dialect: Located(dialect, at: place),
            values: values.mapValues { Located(.scalar($0), at: place) })
    }

    /// Its transport is never used, so that it needs no shutdown.
    static func block(
        _ values: [String: String] = [:], environment: ProviderEnvironment = environment, today: String = "2026-11-21"
    ) -> ProviderBlock {
        ProviderBlock(
            settings: settings(values), environment: environment, transport: HTTPTransport(), today: today)
    }

    static func reply(
        _ status: Int = 200, _ body: String, headers: [String: String] = [:]
    ) -> HTTPReply {
        HTTPReply(status: status, headers: headers, body: Array(body.utf8))
    }

    static let context = OpenAIContext(
        provider: "art", model: "dall-e-3", successor: "gpt-image-2", host: "api.openai.com",
        secrets: [Secret(secret)])
}
