import FrontisCore
import FrontisTestSupport
import Testing

@testable import FrontisProviders

@Suite(.timeLimit(.minutes(10))) struct DescriptionPriceTests {
    private static func picture(width: Int = 1536, height: Int = 1024) -> DescriptionRequest {
        DescriptionRequest(
            image: [], mediaType: .png, width: width, height: height, language: "en", pageTitle: "Night trains",
            pageSummary: "Why they come back", nearbyText: "In the woods.", maxLength: 125)
    }

    /// The vendor's own examples for tile models, and its rule for the others.
    @Test(arguments: [
        ("gpt-4o", 1024, 1024, false, 765), ("gpt-4o", 1536, 1024, false, 1105), ("gpt-4o", 1792, 1024, false, 1105),
        ("gpt-4o", 4096, 8192, false, 1105), ("gpt-4o", 64, 64, false, 255), ("gpt-4o", 1536, 1024, true, 85),
        ("gpt-4o-mini", 1024, 1024, false, 25501), ("gpt-4o-mini", 1024, 1024, true, 2833),
        ("gpt-4.1-mini", 512, 341, true, 286), ("gpt-4.1-mini", 4096, 4096, false, 2489), ("gpt-5-mini", 512, 512, true, 415),
    ])
    func picturesCountByTheModelsRule(model: String, width: Int, height: Int, isLow: Bool, tokens: Int) throws {
        #expect(try #require(ModelTable.chat(model)).tokens(width: width, height: height, isLow: isLow) == tokens)
    }

    @Test(arguments: ["gpt-4o", "gpt-4.1", "gpt-5-mini", "gpt-5.4-mini", "gpt-6-luna"])
    func noDescriptionCostsMoreThanWasSaid(model: String) async throws {
        try await withRegistry { registry, server in
            let describer = try #require(
                try registry.describer(for: altSettings(["model": model]), images: Located("art", at: place)))
            var request = Self.picture(width: 64, height: 64)
            request.image = TestPNG(width: 64, height: 64, text: "x").bytes
            let price = try #require(describer.price(of: request))
            _ = try await describer.describe(request)
            #expect(price.low <= server.ledger.money && server.ledger.money <= price.high, "\(price) \(server.ledger.usd)")
            #expect(price.high < 0.03)
        }
    }

    @Test(arguments: [(nil, 512, 512), ("low", 512, 512), ("high", 2048, 768), ("auto", 2048, 768)] as [(String?, Int, Int)])
    func aCloserLookSeesMore(detail: String?, longest: Int, shortest: Int) throws {
        let alt = altSettings(detail.map { ["detail": $0] } ?? [:])
        let describer = try #require(try registry().describer(for: alt, images: Located("art", at: place)))
        #expect((describer.fit.longestSide, describer.fit.shortestSide) == (longest, shortest))
        #expect(describer.fit.mediaTypes == [.png, .jpeg, .webp, .gif])
    }

    @Test(
        arguments: [
            // The price of a picture is none of a text.
            (["price": "0.04"], [:], nil), (["price": "0"], [:], 0), ([:], ["price": "0.002"], 0.002),
            (["price": "0.04"], ["price": "0"], 0),
        ] as [([String: String], [String: String], Double?)])
    func aStatedPriceStands(block: [String: String], alt: [String: String], price: Double?) throws {
        let settings = altSettings(alt.merging(["model": "llava"]) { own, _ in own })
        let registry = registry(block)
        let describer = try #require(try registry.describer(for: settings, images: Located("art", at: place)))
        #expect(describer.price(of: Self.picture()) == price.map { Price(Money(usd: $0)) })
        let writer = try #require(try registry.promptWriter(for: settings, images: Located("art", at: place)))
        let prompt = PromptRequest(pageTitle: "T", pageSummary: "S", text: "x", language: "en")
        #expect(writer.price(of: prompt) == price.map { Price(Money(usd: $0)) })
    }

    @Test func referencePicturesAreInThePrice() throws {
        let provider = try registry().provider(named: Located("art", at: place))
        let plain = try #require(provider.price(of: try request(recipe("A fox"))))
        let referring = try #require(provider.price(of: try request(recipe("A fox", references: [try digest()]))))
        // At 8 US dollars a million tokens.
        #expect(referring.low - plain.low == 0.001552)
        #expect(referring.high - plain.high == 0.0536)
    }

    @Test func onlyTheVendorsOwnAddressHasDates() throws {
        let late = PageDate(year: 2027, month: 2, day: 1)
        let alt = altSettings(["model": "gpt-4o"])
        let own = try registry(today: late).describer(for: alt, images: Located("art", at: place))
        #expect(
            own?.objections == [
                Objection(
                    isFatal: false, isRetirement: true, "model gpt-4o has been switched off by its vendor on 2027-01-14",
                    help: "write model: gpt-5.4-mini, its successor, under alt: in frontis.yaml")
            ])
        let gateway = registry(["base-url": "https://gateway.example/v1"], today: late)
        #expect(try gateway.describer(for: alt, images: Located("art", at: place))?.objections == [])
        #expect(try registry().describer(for: alt, images: Located("art", at: place))?.objections == [])
    }
}
