package import FrontisCore

/// What is known of a provider without asking anybody, and what is wrong with it.
package struct ProviderSurvey: Sendable {
    /// What a provider is wanted for.
    package enum Use: Sendable {
        /// Pictures such as this one.
        case pictures(GenerationRequest)
        /// Alt texts and prompts.
        case words
    }

    package var name: String
    package var dialect: String
    package var model: String?
    /// What one picture costs; nothing where no price is known, and for words.
    package var price: Price?
    package var checks: [HealthCheck]
}

extension ProviderRegistry {
    /// A provider as the maker of pictures such as `sample`. Asks nobody.
    ///
    /// Throws what `provider(named:)` throws.
    package func survey(_ name: Located<String>, sample: GenerationRequest) throws(Diagnostic) -> ProviderSurvey {
        let (settings, dialect) = try configured(name)
        return ProviderSurveyor(block: block(settings), dialect: dialect, use: .pictures(sample)).survey
    }

    /// Whoever describes the pictures of the provider `images`; nothing where nobody does. Asks nobody.
    package func surveyDescriber(
        for alt: SiteConfiguration.Alt, images: Located<String>
    ) throws(Diagnostic) -> ProviderSurvey? {
        guard let (block, dialect) = try conversing(alt, images), dialect.makeDescriber != nil else { return nil }
        return ProviderSurveyor(block: block, dialect: dialect, use: .words).survey
    }

    /// Asks a provider something that costs nothing: whether it is there, knows the key and has the model.
    ///
    /// Throws what `provider(named:)` throws.
    package func probe(
        _ name: Located<String>, sample: GenerationRequest
    ) async throws(Diagnostic) -> [HealthCheck] {
        let (settings, dialect) = try configured(name)
        return await ProviderSurveyor(block: block(settings), dialect: dialect, use: .pictures(sample)).probe()
    }

    /// The same of whoever describes the pictures of the provider `images`.
    package func probeDescriber(
        for alt: SiteConfiguration.Alt, images: Located<String>
    ) async throws(Diagnostic) -> [HealthCheck] {
        guard let (block, dialect) = try conversing(alt, images), dialect.makeDescriber != nil else { return [] }
        return await ProviderSurveyor(block: block, dialect: dialect, use: .words).probe()
    }
}
