import FrontisCore
import FrontisTestSupport
import Testing

@testable import FrontisProviders

/// What is known to be impossible before anything is sent.
@Suite struct ObjectionTests {
    private func objections(
        _ request: GenerationRequest, _ values: [String: String] = [:]
    ) throws -> [Objection] {
        try registry(values).provider(named: Located("art", at: place)).objections(to: request)
    }

    @Test(arguments: ["gpt-image-2", "gpt-image-1.5", "flux-dev"])
    func nothingStandsInTheWayOfAPlainRequest(model: String) throws {
        #expect(try objections(request(), ["model": model]).isEmpty)
    }

    @Test(arguments: [
        ("gpt-image-2", "1000x1000", "gpt-image-2 cannot draw 1000x1000: both sides must be multiples of 16"),
        ("gpt-image-2", "4096x2048", "gpt-image-2 cannot draw 4096x2048: the longer side may have 3840 pixels"),
        ("gpt-image-2", "3200x800", "gpt-image-2 cannot draw 3200x800: the shape must be between 1:3 and 3:1"),
        (
            "gpt-image-2", "512x512",
            "gpt-image-2 cannot draw 512x512: the picture must have from 655360 to 8294400 pixels in all"
        ),
        (
            "gpt-image-2", "3840x3840",
            "gpt-image-2 cannot draw 3840x3840: the picture must have from 655360 to 8294400 pixels in all"
        ),
        (
            "gpt-image-1.5", "1792x1024",
            "gpt-image-1.5 cannot draw 1792x1024, only 1024x1024, 1536x1024, 1024x1536"
        ),
        ("dall-e-3", "1536x1024", "dall-e-3 cannot draw 1536x1024, only 1024x1024, 1792x1024, 1024x1792"),
        ("dall-e-2", "1792x1024", "dall-e-2 cannot draw 1792x1024, only 256x256, 512x512, 1024x1024"),
    ])
    func exactSizesHaveToBeTheModels(model: String, size: String, summary: String) throws {
        let fatal = try objections(request(recipe(size: size)), ["model": model]).filter(\.isFatal)
        #expect(fatal.map(\.summary) == [summary])
    }

    @Test(arguments: ["1024x1024", "1536x1024", "3840x2160", "1280x512", "2880x2880"])
    func legalSizesPass(size: String) throws {
        #expect(try objections(request(recipe(size: size))).isEmpty)
    }

    @Test(arguments: [("gpt-image-2", 32_000), ("dall-e-3", 4000), ("dall-e-2", 1000)])
    func promptsHaveALimit(model: String, limit: Int) throws {
        let values = ["model": model, "base-url": "https://gateway.example.com/v1"]
        let fits = String(repeating: "a", count: limit)
        #expect(try objections(request(recipe(fits, aspect: "1:1")), values).filter(\.isFatal).isEmpty)
        let fatal = try objections(request(recipe(fits + "b", aspect: "1:1")), values).filter(\.isFatal)
        #expect(fatal.map(\.summary) == ["the prompt has \(limit + 1) characters, and \(model) takes \(limit)"])
    }

    /// The vendor counts code points: a flag is two, whatever a reader sees.
    @Test func promptsAreCountedAsTheVendorCounts() throws {
        let flags = String(repeating: "🇵🇹", count: 501)
        #expect(
            try objections(request(recipe(flags)), ["model": "dall-e-2"]).contains { objection in
                objection.isFatal && objection.summary == "the prompt has 1002 characters, and dall-e-2 takes 1000"
            })
    }

    @Test func theNegativePromptCountsToo() throws {
        let request = try request(recipe(String(repeating: "a", count: 995), negative: "text", aspect: "1:1"))
        #expect(try objections(request, ["model": "dall-e-2"]).contains(where: \.isFatal))
    }

    @Test(arguments: ["dall-e-2", "dall-e-3"])
    func transparencyNeedsAModelThatHasIt(model: String) throws {
        let request = try request(recipe(aspect: "1:1", background: .transparent))
        #expect(try objections(request, ["model": model]).contains(where: \.isFatal))
        #expect(try objections(request, ["model": "gpt-image-2"]).isEmpty)
    }

    @Test func transparencyNeedsAFormatThatHasIt() throws {
        let fatal = try objections(
            request(recipe(background: .transparent)), ["output-format": "jpeg"]
        ).filter(\.isFatal)
        #expect(
            fatal.map(\.summary) == ["a transparent background needs output-format png or webp of provider 'art'"])
    }

    @Test func aSeedIsLeftOutWithANote() throws {
        let found = try objections(request(recipe(seed: 3)))
        #expect(found == [Objection(isFatal: false, "the seed is left out: gpt-image-2 takes none")])
    }

    @Test func qualitiesAreTheModels() throws {
        let found = try objections(request(quality: "hihg"))
        #expect(found.map(\.summary) == ["gpt-image-2 has no quality 'hihg'; did you mean 'high'?"])
        #expect(found.allSatisfy { $0.isFatal })
        #expect(try objections(request(quality: "xhigh"), ["model": "gpt-image-2.5-flare"]).isEmpty)
    }

    @Test(arguments: [
        ("dall-e-3", "2026-05-12"), ("dall-e-2", "2026-05-12"), ("gpt-image-1", "2026-10-23"),
    ])
    func modelsPastTheirDayAreAWarningOnly(model: String, day: String) throws {
        let found = try objections(request(recipe(aspect: "1:1")), ["model": model])
        #expect(found.map(\.summary) == ["model \(model) has been switched off by its vendor on \(day)"])
        #expect(found.map(\.isFatal) == [false])
        #expect(found.first?.help?.contains("gpt-image-2") == true)
    }

    @Test func modelsBeforeTheirDayAreNotMentioned() throws {
        let model = ["model": "gpt-image-1-mini"]
        #expect(try objections(request(), model).isEmpty)
        let later = registry(model, today: PageDate(year: 2026, month: 12, day: 1))
        let provider = try later.provider(named: Located("art", at: place))
        #expect(try provider.objections(to: request()).count == 1)
    }

    @Test func referencePicturesNeedAModelThatTakesThem() throws {
        let two = try request(recipe(aspect: "1:1", references: [digest("b"), digest("c")]))
        #expect(try objections(two).isEmpty)
        #expect(
            try objections(two, ["model": "dall-e-3"]).filter(\.isFatal).map(\.summary)
                == ["dall-e-3 takes no reference pictures"])
        let many = try request(recipe(references: Array(repeating: digest("b"), count: 17)))
        #expect(
            try objections(many).map(\.summary)
                == ["gpt-image-2 takes 16 reference pictures, and these are 17"])
        let vector = ReferencePicture(fileName: "a.svg", mediaType: .svg, bytes: [1])
        #expect(
            try objections(request(recipe(references: [digest("b")]), references: [vector])).map(\.summary)
                == ["reference picture a.svg must be PNG, JPEG or WebP for gpt-image-2"])
    }

    /// Nothing is sent, and so nothing is paid, for what cannot come out right.
    @Test func anImpossibleRequestIsNotSent() async throws {
        try await withProvider { provider, server in
            let failure = try await failure(of: provider, try request(recipe(size: "100x100")))
            #expect(failure.kind == .rejected)
            #expect(!failure.mayBeBilled)
            #expect(server.requests.isEmpty)
        }
    }
}
