import FrontisCore
import FrontisTestSupport

@testable import FrontisProviders

let place = SourceLocation(path: "frontis.yaml", line: 3, column: 5)

/// Looks like a vendor's key, and so does its part.
let testKey = "sk-proj-Zx81fQ77testkey"

func settings(_ name: String, _ dialect: String = "openai", _ values: [String: String] = [:]) -> ProviderSettings {
    ProviderSettings(
        name: name, dialect: Located(dialect, at: place), values: values.mapValues { Located(.scalar($0), at: place) })
}

func recipe(
    _ prompt: String = "a night train", negative: String? = nil, aspect: String = "3:2", size: String? = nil,
    background: ImageRequest.Background? = nil, seed: Int? = nil, references: [Digest] = []
) -> Recipe {
    let shape = size.flatMap { PictureSize($0) }.map { PictureShape.size($0) }
    return Recipe(
        prompt: prompt, negative: negative, shape: shape ?? .aspect(Aspect(aspect) ?? .standard),
        background: background, seed: seed, references: references)
}

/// Any digest will do as a key here.
func digest(_ digit: Character = "a") throws -> Digest {
    guard let digest = Digest(hex: String(repeating: digit, count: 64)) else { throw NoDigest() }
    return digest
}

struct NoDigest: Error {}

func request(
    _ recipe: Recipe = recipe(), count: Int = 1, model: String? = nil, quality: String? = nil,
    references: [ReferencePicture] = []
) throws -> GenerationRequest {
    GenerationRequest(
        recipe: recipe, key: try digest(), count: count, model: model, quality: quality, references: references)
}

/// A registry with one provider, `art`, that asks `server` with the test key from the environment.
func registry(
    _ values: [String: String] = [:], for server: VendorServer? = nil, key: String = testKey,
    today: PageDate = PageDate(year: 2026, month: 11, day: 21)
) -> ProviderRegistry {
    var all = ["api-key": "${ART_KEY}"]
    if let server { all["base-url"] = server.baseURL }
    all.merge(values) { _, over in over }
    return ProviderRegistry(
        settings: ["art": settings("art", "openai", all)], environment: ProviderEnvironment(process: ["ART_KEY": key]),
        today: today)
}

/// A vendor, and a registry whose provider `art` is set up to ask it.
func withRegistry<Result>(
    _ values: [String: String] = [:], vendor: OpenAIVendor = OpenAIVendor(key: testKey), key: String = testKey,
    _ body: (ProviderRegistry, VendorServer) async throws -> Result
) async throws -> Result {
    try await withVendor(vendor) { server in
        let registry = registry(values, for: server, key: key)
        do {
            let result = try await body(registry, server)
            await registry.shutdown()
            return result
        } catch {
            await registry.shutdown()
            throw error
        }
    }
}

/// A vendor, and the provider `art` that is set up to ask it.
func withProvider<Result>(
    _ values: [String: String] = [:], vendor: OpenAIVendor = OpenAIVendor(key: testKey), key: String = testKey,
    _ body: (any ImageProvider, VendorServer) async throws -> Result
) async throws -> Result {
    try await withRegistry(values, vendor: vendor, key: key) { registry, server in
        try await body(try registry.provider(named: Located("art", at: place)), server)
    }
}

/// The block `alt` of a configuration.
func altSettings(_ values: [String: String]) -> SiteConfiguration.Alt {
    var alt = SiteConfiguration.Alt()
    alt.settings = values.mapValues { Located(.scalar($0), at: place) }
    return alt
}

func failure(of provider: any ImageProvider, _ request: GenerationRequest) async throws -> ProviderFailure {
    let generation: Generation
    do throws(ProviderFailure) {
        generation = try await provider.generateAll(request)
    } catch {
        return error
    }
    throw UnexpectedSuccess(what: "\(generation.images.count) pictures")
}

extension ImageProvider {
    /// What comes of asking, with all that has to be fetched: one attempt each.
    func generateAll(_ request: GenerationRequest) async throws(ProviderFailure) -> Generation {
        var whole = try await generate(request)
        while !whole.vouchers.isEmpty {
            let part = try await redeem(whole.vouchers.removeFirst(), for: request)
            whole.images += part.images
            whole.vouchers = part.vouchers + whole.vouchers
            whole.cost = part.cost ?? whole.cost
            whole.shortfall = whole.shortfall ?? part.shortfall
        }
        return whole
    }
}
