/// Makes pictures for recipes.
///
/// Implementations do **one attempt**: the caller classifies failures, retries, counts money, keeps what
/// arrives and writes manifests. Honour task cancellation. Never put a credential into an error's message.
package protocol ImageProvider: Sendable {
    /// The name of the block in `frontis.yaml`.
    var name: String { get }
    /// The HTTP protocol spoken: `openai`, `pattern` …
    var dialect: String { get }
    /// Whether results are free stand-ins that are never kept as an answer.
    var makesPlaceholders: Bool { get }

    /// How often it may be asked.
    var limits: RequestLimits { get }

    /// The model that `request` would go to: the pin, else the provider's setting, else the default.
    func model(for request: GenerationRequest) -> String?

    /// What stands in the way of `request` or is left out of it, known without asking anyone. Part of the
    /// plan, so that nothing is paid for that cannot come out right.
    func objections(to request: GenerationRequest) -> [Objection]

    /// How many pictures one call can make at most: the caller asks for no more at a time, so that calls are what it
    /// counts against limits and writes down.
    func picturesPerCall(for request: GenerationRequest) -> Int

    /// What one picture would cost; nothing where no price is known.
    func price(of request: GenerationRequest) -> Price?

    func generate(_ request: GenerationRequest) async throws(ProviderFailure) -> Generation

    /// Fetches what an answer of `generate` has named by its address; one attempt, which costs nothing. The result
    /// holds pictures, or the vouchers of pictures where it was for work.
    ///
    /// - Throws: a failure that `isFinal` where another attempt, now or later, is no use.
    func redeem(_ voucher: Voucher, for request: GenerationRequest) async throws(ProviderFailure) -> Generation
}

extension ImageProvider {
    package var makesPlaceholders: Bool { false }
    package var limits: RequestLimits { .none }
    package func objections(to request: GenerationRequest) -> [Objection] { [] }
    package func picturesPerCall(for request: GenerationRequest) -> Int { .max }
    package func price(of request: GenerationRequest) -> Price? { nil }
    package func redeem(
        _ voucher: Voucher, for request: GenerationRequest
    ) async throws(ProviderFailure) -> Generation {
        throw ProviderFailure(.rejected, "provider '\(name)' names no addresses of pictures", isFinal: true)
    }
}

/// One call to a provider.
package struct GenerationRequest: Sendable {
    package var recipe: Recipe
    /// Digest of the recipe, for providers whose pictures follow from it.
    package var key: Digest
    /// How many pictures.
    package var count: Int
    /// How many pictures of this recipe there are already: a seed that was used for them would make them again.
    package var made: Int
    /// Pins of the front matter, over the provider's settings.
    package var model: String?
    package var quality: String?
    package var references: [ReferencePicture]

    package init(
        recipe: Recipe, key: Digest, count: Int = 1, made: Int = 0, model: String? = nil, quality: String? = nil,
        references: [ReferencePicture] = []
    ) {
        self.recipe = recipe
        self.key = key
        self.count = count
        self.made = made
        self.model = model
        self.quality = quality
        self.references = references
    }
}

package struct ReferencePicture: Sendable {
    package var fileName: String
    package var mediaType: MediaType
    package var bytes: [UInt8]

    package init(fileName: String, mediaType: MediaType, bytes: [UInt8]) {
        self.fileName = fileName
        self.mediaType = mediaType
        self.bytes = bytes
    }
}

/// What a vendor cannot do for a request.
package struct Objection: Sendable, Hashable {
    /// Impossible requests are errors of the plan; the rest are notes.
    package var isFatal: Bool
    /// Whether it is that the model is past its date: no note but a warning, said once for all that would use it.
    package var isRetirement: Bool
    package var summary: String
    package var help: String?

    package init(isFatal: Bool, isRetirement: Bool = false, _ summary: String, help: String? = nil) {
        self.isFatal = isFatal
        self.isRetirement = isRetirement
        self.summary = summary
        self.help = help
    }
}

/// What came back from one call.
package struct Generation: Sendable {
    /// As they arrived; the caller inspects them.
    package var images: [[UInt8]]
    /// In the place of pictures that are still to be fetched.
    package var vouchers: [Voucher]
    package var model: String?
    package var quality: String?
    /// The vendor's own rewording of the prompt, if it says.
    package var revisedPrompt: String?
    /// For all images together.
    package var cost: Cost?
    /// Why there are fewer images than were asked for, where the vendor says so: some were refused, or could not be
    /// fetched. Images that simply were not in the call are no shortfall.
    package var shortfall: ProviderFailure?
    /// How many more images there were than were asked for. Nobody looks at those.
    package var surplus: Int

    package init(
        images: [[UInt8]], vouchers: [Voucher] = [], model: String?, quality: String? = nil,
        revisedPrompt: String? = nil, cost: Cost? = nil, shortfall: ProviderFailure? = nil, surplus: Int = 0
    ) {
        self.images = images
        self.vouchers = vouchers
        self.model = model
        self.quality = quality
        self.revisedPrompt = revisedPrompt
        self.cost = cost
        self.shortfall = shortfall
        self.surplus = surplus
    }
}
