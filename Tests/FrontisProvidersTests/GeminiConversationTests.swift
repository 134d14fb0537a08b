import FrontisCore
import FrontisTestSupport
import Testing

@testable import FrontisProviders

/// Alt texts and prompts by Gemini, whichever of the two dialects draws the pictures.
@Suite(.timeLimit(.minutes(10))) struct GeminiConversationTests {
    private let picture = TestPNG(width: 64, height: 64, text: "a picture").bytes

    private func request(language: String = "en", mediaType: MediaType = .png, image: [UInt8]? = nil) -> DescriptionRequest {
        DescriptionRequest(
            image: image ?? picture, mediaType: mediaType, width: 64, height: 64, language: language,
            pageTitle: "Night trains", pageSummary: "Why they come back", maxLength: 125)
    }

    private func failure(_ google: GoogleFixture, _ request: DescriptionRequest) async throws -> ProviderFailure {
        let describer = try #require(try google.describer())
        let description: Description
        do throws(ProviderFailure) { description = try await describer.describe(request) } catch { return error }
        throw UnexpectedSuccess(what: description.text)
    }

    @Test(arguments: [
        ("gemini", GoogleEntry.key, "/v1beta/models/gemini-3.8-flash:generateContent"),
        ("gemini", .user, "/v1/projects/test-project/locations/us-central1/publishers/google/models/gemini-3.8-flash:generateContent"),
        ("vertex-imagen", .serviceAccount, "/v1/projects/test-project/locations/us-central1/publishers/google/models/gemini-3.8-flash:generateContent"),
    ])
    func picturesAreDescribed(dialect: String, entry: GoogleEntry, path: String) async throws {
        try await withGoogle(dialect, entry) { google in
            let describer = try #require(try google.describer())
            #expect(describer.dialect == dialect)
            #expect(describer.model == "gemini-3.8-flash")
            let description = try await describer.describe(request(language: "de-CH"))
            #expect(description.text == OpenAIVendor.altText(of: picture, language: "de-CH"))
            #expect(description.model == "gemini-3.8-flash")
            let cost = try #require(description.cost)
            #expect(!cost.estimated)
            #expect(cost.usd == google.server.ledger.money)
            let price = try #require(describer.price(of: request(language: "de-CH")))
            #expect(price.low <= cost.usd && cost.usd <= price.high)
            #expect(google.server.requests(.chat).map(\.path) == [path])
            #expect(google.server.violations.isEmpty)
        }
    }

    @Test func theBodyIsWhatTheVendorTakes() async throws {
        try await withGoogle("gemini", .key) { google in
            let describer = try #require(try google.describer(["model": "gemini-3.5-flash"]))
            _ = try await describer.describe(request())
            let sent = try #require(google.server.requests(.chat).first)
            #expect(sent.path == "/v1beta/models/gemini-3.5-flash:generateContent")
            let body = String(decoding: sent.body, as: UTF8.self)
            #expect(
                body.hasPrefix(
                    #"{"contents":[{"role":"user","parts":[{"inlineData":{"mimeType":"image/png","data":"\#(picture.base64)"}},{"text":"<page>\ntitle: Night trains\n"#
                ))
            #expect(
                body.hasSuffix(
                    #""generationConfig":{"maxOutputTokens":1000,"responseMimeType":"application/json","responseSchema":{"type":"OBJECT","properties":{"alt":{"type":"STRING"},"decorative":{"type":"BOOLEAN"}},"required":["alt","decorative"],"propertyOrdering":["alt","decorative"]}}}"#
                ))
            #expect(body.contains(#""systemInstruction":{"parts":[{"text":"You write the alt text of a picture"#))
        }
    }

    @Test(arguments: [
        (Behaviour.refused, "the model would not describe the picture: the prompt was blocked (PROHIBITED_CONTENT)", ProviderFailure.Kind.refused),
        (.answerFiltered, "the model would not describe the picture: the answer was blocked (SAFETY)", .refused),
        (.answerCutShort, "the description was cut off after 1000 tokens", .unusable),
        (.text(" "), "the description is empty", .unusable),
        (.noResults, "the answer of 127.0.0.1 holds neither a candidate nor a reason", .unusable),
        (.failing(.overloaded), "busy (status 503): The model is overloaded. Please try again later.", .busy),
    ])
    func failuresAreSorted(behaviour: Behaviour, message: String, kind: ProviderFailure.Kind) async throws {
        try await withGoogle("gemini", .key) { google in
            google.server.script(.chat, [behaviour])
            let failure = try await failure(google, request())
            #expect(failure.message == message)
            #expect(failure.kind == kind)
        }
    }

    @Test func picturesThatGeminiCannotReadAreNotSent() async throws {
        try await withGoogle("gemini", .key) { google in
            for mediaType in [MediaType.svg, .avif, .gif] {
                #expect(try await failure(google, request(mediaType: mediaType)).kind == .rejected)
            }
            let large = try await failure(google, request(image: Array(repeating: 0, count: 5 << 20)))
            #expect(large.message == "the picture is too large for the describer: more than 4 MiB")
            #expect(google.server.requests.isEmpty)
        }
    }

    @Test(arguments: [("gemini", GoogleEntry.key), ("vertex-imagen", .machine)])
    func promptsAreWritten(dialect: String, entry: GoogleEntry) async throws {
        try await withGoogle(dialect, entry) { google in
            let writer = try #require(try google.promptWriter())
            let asked = PromptRequest(
                pageTitle: "Night trains", pageSummary: "", text: "They come back.", language: "pt")
            let written = try await writer.writePrompt(asked)
            #expect(written.text == OpenAIVendor.prompt(title: "Night trains", language: "pt"))
            #expect(written.model == "gemini-3.8-flash")
            let cost = try #require(written.cost)
            #expect(cost.usd == google.server.ledger.money)
            let price = try #require(writer.price(of: asked))
            #expect(price.low <= cost.usd && cost.usd <= price.high)
            #expect(google.server.promptRequests.count == 1)
            #expect(google.server.violations.isEmpty)
            google.server.script(.prompt, [.refused])
            await #expect(throws: ProviderFailure.self) { try await writer.writePrompt(asked) }
        }
    }
}
