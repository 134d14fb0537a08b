import FrontisCore
import Testing

@testable import FrontisProviders

@Suite struct OpenAIReplyTests {
    private func images(_ reply: HTTPReply) async throws(ProviderFailure) -> [[UInt8]] {
        let download = PictureDownload(transport: HTTPTransport(), allowsLoopback: false)
        return try await OpenAIImageReply(reply, context: Samples.context).images(by: download)
    }

    @Test(arguments: [
        #"{"created":1,"data":[{"b64_json":"aGVsbG8="}]}"#,
        #"{"data":[{"b64_json":"aGVs\nbG8="}]}"#,
        #"{"data":[{"b64_json":"data:image/png;base64,aGVsbG8="}]}"#,
        #"{"data":[{"b64_json":null,"url":"data:image/png;base64,aGVsbG8="}],"error":null}"#,
        // A picture that is there is taken though its neighbour's address is refused.
        #"{"data":[{"url":"file:///etc/passwd"},{"b64_json":"aGVsbG8="}]}"#,
    ])
    func picturesAreTakenFromEveryForm(body: String) async throws {
        #expect(try await images(Samples.reply(200, body)) == [Array("hello".utf8)])
    }

    @Test(arguments: [
        (#"<!DOCTYPE html><html>"#, "the answer of api.openai.com is HTML, not JSON"),
        ("", "the answer of api.openai.com is empty"),
        (#"{"data":[{"b64_json":"aGVs"#, "the answer of api.openai.com is broken JSON: cut off, or not well-formed"),
        ("nope", "the answer of api.openai.com is not JSON"),
        (#"{"created":1}"#, "the answer of api.openai.com holds no picture"),
        (#"{"data":[]}"#, "the answer of api.openai.com holds no picture"),
        (#"{"data":[{"revised_prompt":"x"}]}"#, "the answer of api.openai.com holds neither b64_json nor url"),
        (#"{"data":[{"b64_json":"%%%"}]}"#, "the picture of api.openai.com is not in base64"),
        (#"{"data":[{"url":"file:///etc/passwd"}]}"#, "the picture's address must be an https address, and the vendor's is 'file:'"),
        (#"[]"#, "the answer of api.openai.com holds no picture"),
        (#"7"#, "the answer of api.openai.com holds no picture"),
    ])
    func otherAnswersAreUnusable(body: String, message: String) async throws {
        do {
            _ = try await images(Samples.reply(200, body))
            Issue.record("pictures from \(body)")
        } catch {
            #expect(error.kind == .unusable)
            #expect(error.message == message)
            #expect(error.mayBeBilled)
        }
    }

    @Test func evidenceIsBoundedAndHoldsNoSecret() async throws {
        let body = "<html>" + Samples.secret + String(repeating: "x", count: 2 << 20)
        do {
            _ = try await images(Samples.reply(200, body))
            Issue.record("pictures")
        } catch {
            let evidence = try #require(error.evidence)
            #expect(evidence.count <= 1 << 20)
            #expect(String(decoding: evidence.prefix(40), as: UTF8.self).hasPrefix("<html><redacted>xxx"))
        }
    }

    @Test func anErrorWithAGoodStatusIsAnError() async throws {
        do {
            _ = try await images(Samples.reply(200, #"{"error":{"code":"insufficient_quota","message":"m"}}"#))
            Issue.record("pictures")
        } catch {
            #expect(error.kind == .quota)
        }
    }

    @Test func deepJSONIsNoCrash() async throws {
        let body = String(repeating: "[", count: 100_000)
        do {
            _ = try await images(Samples.reply(200, body))
            Issue.record("pictures")
        } catch {
            #expect(error.kind == .unusable)
        }
    }
}
