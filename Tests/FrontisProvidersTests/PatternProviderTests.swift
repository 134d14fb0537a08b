import FrontisCore
import FrontisPictures
import Testing

@testable import FrontisProviders

@Suite struct PatternProviderTests {
    @Test func picturesFollowFromTheRecipeAndCostNothing() async throws {
        let provider = try registry().provider(named: Located("pattern", at: place))
        #expect(provider.makesPlaceholders)
        let request = try request(recipe("a winter forest at dusk", size: "96x64"))
        let first = try await provider.generateAll(request)
        let bytes = try #require(first.images.first)
        #expect(bytes == (try PatternArt(recipe: request.recipe, key: request.key).png()))
        #expect(bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]))
        #expect(try await provider.generateAll(request).images == first.images)
        #expect(first.cost == Cost(usd: 0, estimated: false))
        #expect(provider.price(of: request) == Price(0))
        #expect(provider.model(for: request) == nil)
    }
}
