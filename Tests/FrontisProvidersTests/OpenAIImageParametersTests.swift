import FrontisCore
import Testing

@testable import FrontisProviders

@Suite struct OpenAIImageParametersTests {
    private func body(_ settings: [String: String], _ request: GenerationRequest, count: Int = 1) throws -> String {
        let parameters = OpenAIImageParameters(request, block: Samples.block(settings))
        let payload = try OpenAIImageProvider.payload(request, parameters, count: count)
        return String(decoding: payload.body, as: UTF8.self)
    }

    private func objections(_ settings: [String: String], _ request: GenerationRequest) -> [String] {
        OpenAIImageProvider(block: Samples.block(settings)).objections(to: request)
            .map { ($0.isFatal ? "error: " : "note: ") + $0.summary }
    }

    @Test func theDefaultModelIsAskedWithItsOwnParameters() throws {
        let request = GenerationRequest(recipe: try Samples.recipe(), key: try Samples.key())
        #expect(
            try body([:], request)
                == #"{"model":"gpt-image-2","prompt":"A night train","n":1,"size":"1536x1024","quality":"medium","output_format":"png"}"#)
    }

    @Test func gptImageTakesBackgroundModerationAndFormat() throws {
        let recipe = try Samples.recipe(negative: "text, watermark", shape: "1:1", background: .transparent)
        let request = GenerationRequest(
            recipe: recipe, key: try Samples.key(), model: "gpt-image-2-2026-04-21", quality: "high")
        let settings = [
            "moderation": "low", "output-format": "webp", "output-compression": "80", "style": "vivid", "user": "ana",
        ]
        #expect(
            try body(settings, request, count: 2)
                == #"{"model":"gpt-image-2-2026-04-21","prompt":"A night train\n\nAvoid: text, watermark","n":2,"size":"1232x1232","quality":"high","background":"transparent","moderation":"low","output_format":"webp","output_compression":80,"user":"ana"}"#)
    }

    @Test func dallE3TakesStyleAndAsksForBytes() throws {
        let request = GenerationRequest(recipe: try Samples.recipe(), key: try Samples.key())
        #expect(
            try body(["model": "dall-e-3", "quality": "hd", "style": "natural", "moderation": "low"], request)
                == #"{"model":"dall-e-3","prompt":"A night train","n":1,"size":"1792x1024","quality":"hd","style":"natural","response_format":"b64_json"}"#)
    }

    @Test func dallE2TakesNoQuality() throws {
        let request = GenerationRequest(recipe: try Samples.recipe(), key: try Samples.key(), quality: "standard")
        #expect(
            try body(["model": "dall-e-2", "style": "vivid"], request)
                == #"{"model":"dall-e-2","prompt":"A night train","n":1,"size":"1024x1024","response_format":"b64_json"}"#)
        #expect(objections(["model": "dall-e-2", "base-url": "http://127.0.0.1:1/v1"], request) == [
            "note: quality 'standard' is left out: dall-e-2 takes none"
        ])
    }

    @Test func unknownModelsGetOnlyWhatWasWritten() throws {
        let local = ["model": "sdxl", "base-url": "http://127.0.0.1:1/v1"]
        let byAspect = GenerationRequest(recipe: try Samples.recipe(seed: 7), key: try Samples.key())
        #expect(try body(local, byAspect) == #"{"model":"sdxl","prompt":"A night train","n":1}"#)
        let bySize = GenerationRequest(recipe: try Samples.recipe(shape: "640x480"), key: try Samples.key(), quality: "draft")
        #expect(
            try body(local, bySize)
                == #"{"model":"sdxl","prompt":"A night train","n":1,"size":"640x480","quality":"draft"}"#)
        #expect(objections(local, bySize).isEmpty)
    }

    @Test func aBlocksQualityThatAPinnedModelLacksIsReplaced() throws {
        let request = GenerationRequest(recipe: try Samples.recipe(), key: try Samples.key(), model: "gpt-image-2")
        #expect(try body(["model": "dall-e-3", "quality": "hd"], request).contains(#""quality":"medium""#))
    }

    @Test func referencesAreSentAsAForm() throws {
        let key = try Samples.key()
        let references = [
            ReferencePicture(fileName: "secret plans.png", mediaType: .png, bytes: Array("PNG".utf8)),
            ReferencePicture(fileName: "b.jpg", mediaType: .jpeg, bytes: Array("JPEG".utf8)),
        ]
        let request = GenerationRequest(recipe: try Samples.recipe(), key: key, references: references)
        let parameters = OpenAIImageParameters(request, block: Samples.block(["moderation": "low"]))
        let payload = try OpenAIImageProvider.payload(request, parameters, count: 1)
        let boundary = "frontis-" + key.hex
        #expect(payload.path == "/images/edits")
        #expect(payload.contentType == "multipart/form-data; boundary=\(boundary)")
        func field(_ name: String, _ value: String) -> String {
            "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
        }
        func file(_ name: String, _ type: String, _ value: String) -> String {
            "--\(boundary)\r\nContent-Disposition: form-data; name=\"image[]\"; filename=\"\(name)\"\r\n"
                + "Content-Type: \(type)\r\n\r\n\(value)\r\n"
        }
        #expect(
            String(decoding: payload.body, as: UTF8.self)
                == field("model", "gpt-image-2") + field("prompt", "A night train") + field("n", "1")
                + field("size", "1536x1024") + field("quality", "medium") + field("output_format", "png")
                + file("reference-1.png", "image/png", "PNG") + file("reference-2.jpg", "image/jpeg", "JPEG")
                + "--\(boundary)--\r\n")
        #expect(objections(["model": "dall-e-3", "base-url": "http://127.0.0.1:1/v1"], request) == [
            "error: dall-e-3 takes no reference pictures"
        ])
    }

    struct Wrong: Sendable {
        var model = "gpt-image-2"
        var shape = "3:2"
        var prompt = "A night train"
        var background: ImageRequest.Background?
        var seed: Int?
        var quality: String?
        var objection: String
    }

    @Test(arguments: [
        Wrong(shape: "1000x1000", objection: "error: gpt-image-2 cannot draw 1000x1000: both sides must be multiples of 16"),
        Wrong(shape: "3856x2160", objection: "error: gpt-image-2 cannot draw 3856x2160: the longer side may have 3840 pixels"),
        Wrong(shape: "3840x1024", objection: "error: gpt-image-2 cannot draw 3840x1024: the shape must be between 1:3 and 3:1"),
        Wrong(
            shape: "512x512",
            objection: "error: gpt-image-2 cannot draw 512x512: the picture must have from 655360 to 8294400 pixels in all"),
        Wrong(
            model: "gpt-image-1.5", shape: "1792x1024",
            objection: "error: gpt-image-1.5 cannot draw 1792x1024, only 1024x1024, 1536x1024, 1024x1536"),
        Wrong(
            model: "dall-e-2", prompt: String(repeating: "a", count: 1001),
            objection: "error: the prompt has 1001 characters, and dall-e-2 takes 1000"),
        Wrong(model: "dall-e-3", background: .transparent, objection: "error: dall-e-3 cannot draw on a transparent background"),
        Wrong(quality: "hgih", objection: "error: gpt-image-2 has no quality 'hgih'; did you mean 'high'?"),
        Wrong(seed: 7, objection: "note: the seed is left out: gpt-image-2 takes none"),
    ])
    func whatAModelCannotDoIsSaidBefore(wrong: Wrong) throws {
        let recipe = try Samples.recipe(wrong.prompt, shape: wrong.shape, background: wrong.background, seed: wrong.seed)
        let request = GenerationRequest(recipe: recipe, key: try Samples.key(), quality: wrong.quality)
        #expect(objections(["model": wrong.model, "base-url": "http://127.0.0.1:1/v1"], request) == [wrong.objection])
    }

    @Test func aRetiredModelIsANoteFromItsDayOn() throws {
        let request = GenerationRequest(recipe: try Samples.recipe(), key: try Samples.key())
        for (today, count) in [("2026-05-11", 0), ("2026-05-12", 1), ("2026-11-21", 1)] {
            let provider = OpenAIImageProvider(block: Samples.block(["model": "dall-e-3"], today: today))
            let found = provider.objections(to: request)
            #expect(found.count == count, "\(today)")
            #expect(found.allSatisfy { !$0.isFatal && $0.help == "write model: gpt-image-2, its successor" })
        }
    }

    /// Fatal objections stop a request before anything is sent, key or no key.
    @Test func whatCannotComeOutRightIsNotSent() async throws {
        let request = GenerationRequest(recipe: try Samples.recipe(shape: "100x100"), key: try Samples.key())
        do {
            _ = try await OpenAIImageProvider(block: Samples.block()).generate(request)
            Issue.record("generated")
        } catch {
            #expect(error.kind == .rejected)
            #expect(!error.mayBeBilled)
        }
    }

    @Test func anUnsetVariableIsNamed() async throws {
        let request = GenerationRequest(recipe: try Samples.recipe(), key: try Samples.key())
        let block = Samples.block(["api-key": "${OPENAI_API_KEY}"], environment: ProviderEnvironment(process: [:]))
        do {
            _ = try await OpenAIImageProvider(block: block).generate(request)
            Issue.record("generated")
        } catch {
            #expect(error.kind == .unconfigured)
            #expect(error.message == "environment variable OPENAI_API_KEY is not set, and provider 'art' needs it for api-key")
            #expect(error.help == "export OPENAI_API_KEY=… before you build, or put OPENAI_API_KEY=… into .env beside frontis.yaml")
        }
    }
}
