import FrontisCore
import Testing

@testable import FrontisProviders

@Suite struct PriceTests {
    private func price(_ model: String, _ quality: String?, _ size: String) throws -> Price? {
        let request = try request(recipe("x", size: size), model: model, quality: quality)
        return try registry().provider(named: Located("art", at: place)).price(of: request)
    }

    /// US dollars, as the vendor's price lists have them, give or take the tokens of a short prompt.
    @Test(arguments: [
        ("dall-e-2", nil, "256x256", 0.016), ("dall-e-2", nil, "512x512", 0.018), ("dall-e-2", nil, "1024x1024", 0.020),
        ("dall-e-3", "standard", "1024x1024", 0.040), ("dall-e-3", "standard", "1792x1024", 0.080),
        ("dall-e-3", "hd", "1024x1024", 0.080), ("dall-e-3", "hd", "1024x1792", 0.120),
        ("gpt-image-1", "low", "1024x1024", 0.011), ("gpt-image-1", "medium", "1024x1024", 0.042),
        ("gpt-image-1", "high", "1024x1024", 0.167), ("gpt-image-1", "medium", "1536x1024", 0.063),
        ("gpt-image-1", "high", "1024x1536", 0.25), ("gpt-image-1.5", "low", "1024x1024", 0.009),
        ("gpt-image-1.5", "high", "1536x1024", 0.20), ("gpt-image-1-mini", "low", "1024x1024", 0.005),
        ("gpt-image-1-mini", "medium", "1024x1024", 0.011), ("gpt-image-1-mini", "high", "1536x1024", 0.052),
        ("gpt-image-2", "low", "1024x1024", 0.0059), ("gpt-image-2", "medium", "1024x1024", 0.0527),
        ("gpt-image-2", "high", "1024x1024", 0.2107), ("gpt-image-2", "low", "1536x1024", 0.0047),
        ("gpt-image-2", "medium", "1536x1024", 0.0412), ("gpt-image-2", "high", "1536x1024", 0.1646),
        ("gpt-image-2", "medium", "1536x864", 0.0323), ("gpt-image-2.5-flare", "medium", "1024x1024", 0.0527),
        ("gpt-image-2.6-flare", "high", "1024x1024", 0.2107), ("gpt-image-2.6-flare", "medium", "1024x1024", 0.2107),
        ("gpt-image-2.6-sunburst", "low", "1024x1024", 0.0234),
        // A dated version is priced like its model.
        ("gpt-image-2-2026-04-21", "medium", "1536x1024", 0.0412),
    ])
    func pricesAreTheVendors(model: String, quality: String?, size: String, usd: Double) throws {
        let price = try #require(try price(model, quality, size))
        #expect(abs(price.likely.usd - usd) <= max(0.0006, usd * 0.02), "\(price)")
    }

    @Test func anAutomaticQualityHasARange() throws {
        let price = try #require(try price("gpt-image-2", "auto", "1536x1024"))
        #expect(abs(price.low.usd - 0.0047) < 0.0002)
        #expect(abs(price.high.usd - 0.1646) < 0.0002)
    }

    @Test func anUnknownModelHasNoPriceUnlessItIsStated() throws {
        #expect(try price("flux-dev", nil, "1024x1024") == nil)
        #expect(try price("gpt-image-20", nil, "1024x1024") == nil)
        let stated = registry(["model": "flux-dev", "price": "0.002"])
        #expect(try stated.provider(named: Located("art", at: place)).price(of: request()) == Price(0.002))
    }
}
