import FrontisCore
import FrontisTestSupport
import FrontisText
import Testing

@testable import FrontisProviders

@Suite(.timeLimit(.minutes(10))) struct ModelTableTests {
    @Test(arguments: [
        ("3:2", "1536x1024"), ("2:3", "1024x1536"), ("1:1", "1232x1232"), ("16:9", "1536x864"), ("4:3", "1408x1056"),
        ("21:9", "1904x816"), ("1:3", "704x2112"), ("10:1", "2112x704"),
    ])
    func anAspectTakesTheNearestLegalSize(aspect: String, size: String) throws {
        let wanted = try #require(Aspect(aspect))
        let found = try #require(FreeSize.nearest(to: wanted))
        #expect(found.description == size)
        #expect(FreeSize.complaint(about: found) == nil)
    }

    @Test func everyAspectHasALegalSize() throws {
        for width in 1...60 {
            for height in 1...60 {
                let aspect = try #require(Aspect(width: width, height: height))
                let size = try #require(FreeSize.nearest(to: aspect), "\(aspect)")
                #expect(FreeSize.complaint(about: size) == nil, "\(aspect) \(size)")
                let wanted = min(3, max(1.0 / 3, aspect.ratio))
                #expect(abs(size.ratio / wanted - 1) < 0.02, "\(aspect) \(size)")
            }
        }
        for width in [1, 9973] {
            let aspect = try #require(Aspect(width: width, height: 10000))
            #expect(FreeSize.nearest(to: aspect) != nil)
        }
    }

    @Test func theVendorsCountOfTokensIsTheCost() throws {
        let usage = try #require(
            JSONValue(
                Array(
                    #"{"input_tokens":50,"output_tokens":1756,"input_tokens_details":{"text_tokens":10,"image_tokens":40}}"#
                        .utf8)))
        let cost = try #require(ModelTable.image("gpt-image-2").cost(usage: usage))
        #expect(!cost.estimated)
        #expect(cost.usd == Money(usd: Double(1756 * 30 + 40 * 8 + 10 * 5) / 1_000_000))
        #expect(ModelTable.image("dall-e-3").cost(usage: usage) == nil)
    }

    @Test func datedVersionsAreTheModelAndOthersAreNot() {
        #expect(ModelTable.image("gpt-image-2-2026-04-21").family == .gptImage)
        #expect(ModelTable.image("gpt-image-1-mini").retired == .day(2026, 12, 1))
        #expect(ModelTable.image("gpt-image-20").family == .unknown)
        #expect(ModelTable.chat("gpt-4o-2024-11-20")?.name == "gpt-4o")
        #expect(ModelTable.chat("gpt-4o-audio") == nil)
    }

    @Test(arguments: [
        ("dall-e-2", "gpt-image-2.5-sunburst"), ("dall-e-3", "gpt-image-2.5-sunburst"), ("gpt-image-1", "gpt-image-2.5-sunburst"),
        ("gpt-image-1.5", "gpt-image-2"),
    ])
    func successorsAreThoseThatTheVendorNames(model: String, successor: String) {
        #expect(ModelTable.image(model).successor == successor)
        #expect(ModelTable.image(successor).retired == nil && ModelTable.image(successor).family == .gptImage)
    }

    /// What the program chooses by itself must be there to be asked.
    @Test func theDefaultsAreAlive() {
        #expect(ModelTable.image(ModelTable.defaultImageModel).retired == nil)
        #expect(ModelTable.chat(ModelTable.defaultChatModel).map { $0.retired == nil } == true)
    }

    /// Whatever a vendor counts, the sum is money.
    @Test(arguments: 0..<6) func noCountEndsTheProgram(seed: UInt64) throws {
        var random = SeededNumbers(seed: seed)
        let extremes = ["9223372036854775807", "-9223372036854775808", "1e300", "-1e300", "1e999", "0", "-1", "0.5", "12", "\"7\"", "null", "[]"]
        for _ in 0..<500 {
            func number() -> String { random.pick(extremes) }
            let body = """
                {"input_tokens":\(number()),"output_tokens":\(number()),"input_tokens_details":{"image_tokens":\(number())},
                "output_tokens_details":{"text_tokens":\(number())},"promptTokenCount":\(number()),
                "candidatesTokenCount":\(number()),"thoughtsTokenCount":\(number()),
                "candidatesTokensDetails":[{"modality":"TEXT","tokenCount":\(number())}]}
                """
            let usage = try #require(JSONValue(Array(body.utf8)))
            for cost in [
                ModelTable.image("gpt-image-2").cost(usage: usage), ModelTable.google("gemini-3.1-flash-image").cost(usage: usage),
            ] {
                #expect(cost.map { $0.usd >= .zero && $0.usd <= .most } ?? true, "seed \(seed): \(body)")
            }
        }
    }
}
