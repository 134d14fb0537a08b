import Foundation
import FrontisTestSupport
import Testing

/// The test server has to be stricter than the vendor and as nasty as the world, or the tests above it prove nothing.
@Suite(.timeLimit(.minutes(10)))
struct VendorServerTests {
    static let key = "sk-test-0123456789abcdef"
    static let headers = ["authorization": "Bearer \(key)", "content-type": "application/json"]
    static let images = "/v1/images/generations"
    static let prompt = #"{"model":"gpt-image-2","prompt":"A red boat","quality":"low","size":"1024x1024"}"#

    func withVendor<Result>(
        _ vendor: OpenAIVendor = OpenAIVendor(key: key), _ body: (VendorServer) async throws -> Result
    ) async throws -> Result {
        try await FrontisTestSupport.withVendor(vendor, body)
    }

    func ask(
        _ server: VendorServer, _ body: String = prompt, path: String = images, byteLimit: Int = 1 << 20,
        limit: Duration = .seconds(600)
    ) async throws -> RawHTTPExchange {
        try await RawHTTPExchange.send(
            to: server.port, "POST", path, headers: Self.headers, body: body, byteLimit: byteLimit, limit: limit)
    }

    // MARK: Normal answers

    @Test func picturesFollowFromThePromptAndAreBilled() async throws {
        try await withVendor { server in
            #expect(server.baseURL == "http://127.0.0.1:\(server.port)/v1")
            let first = try await ask(server)
            let again = try await ask(server)
            let other = try await ask(server, Self.prompt.replacingOccurrences(of: "red", with: "blue"))
            #expect(first.status == 200)
            // A vendor never makes one picture twice.
            #expect(first.body != again.body)
            #expect(first.body != other.body)
            let encoded = try #require(first.json?["data"]?[0]?["b64_json"]?.string)
            let picture = try #require(Data(base64Encoded: encoded))
            #expect(Array(picture) == TestPNG(width: 1024, height: 1024, text: "gpt-image-2 A red boat").bytes)
            #expect(first.json?["usage"]?["output_tokens"] == 196)
            #expect(first.json?["usage"]?["input_tokens"] == 3)
            // 196 tokens at 30 dollars a million and 3 at 5, three times over.
            #expect(server.ledger.nanodollars == 3 * (196 * 30_000 + 3 * 5_000))
            #expect(server.ledger.charges.count == 3)
            #expect(server.requests(.images).map(\.index) == [0, 1, 2])
            #expect(server.requests(.images)[2].json?["prompt"] == "A blue boat")
            #expect(server.violations.isEmpty)
        }
    }

    @Test func picturesByAddressAreServedWithoutCredentialsOnly() async throws {
        try await withVendor(OpenAIVendor(key: Self.key, isGateway: true)) { server in
            let reply = try await ask(server, #"{"model":"dall-e-3","prompt":"A red boat"}"#)
            #expect(reply.json?["data"]?[0]?["revised_prompt"] == "A red boat, in rich detail")
            let address = try #require(reply.json?["data"]?[0]?["url"]?.string)
            #expect(address.hasPrefix("\(server.origin)/files/"))
            let path = String(address.dropFirst(server.origin.count))
            let plain = try await RawHTTPExchange.send(to: server.port, "GET", path)
            #expect(plain.header("content-type") == "image/png")
            #expect(plain.body == TestPNG(width: 1024, height: 1024, text: "dall-e-3 A red boat").bytes)
            #expect(server.violations.isEmpty)
            let leaking = try await RawHTTPExchange.send(
                to: server.port, "GET", path, headers: ["Authorization": "Bearer \(Self.key)"])
            #expect(leaking.status == 400)
            #expect(server.requests(.download).count == 2)
            #expect(server.violations.count == 1)
            #expect(server.ledger.usd == 0.04)
        }
    }

    @Test func descriptionsFollowFromThePicture() async throws {
        try await withVendor { server in
            let picture = TestPNG(width: 64, height: 64, text: "boat").bytes
            let reply = try await ask(server, Self.chat(picture: picture), path: "/v1/chat/completions")
            #expect(reply.status == 200)
            let content = try #require(reply.json?["choices"]?[0]?["message"]?["content"]?.string)
            let alt = OpenAIVendor.altText(of: picture, language: "de-CH")
            #expect(VendorJSON(Array(content.utf8)) == ["alt": .string(alt), "decorative": false])
            #expect(alt.hasSuffix(" in de-CH."))
            #expect(server.violations.isEmpty)
            #expect(server.ledger.nanodollars > 0)
        }
    }

    // MARK: Strictness

    @Test(
        arguments: [
            (#"{"prompt":"p"}"#, 400, "missing_required_parameter"),
            (#"{"model":"gpt-image-2"}"#, 400, "missing_required_parameter"),
            (#"{"model":"gpt-image-2","prompt":""}"#, 400, "string_too_short"),
            (#"{"model":"gpt-image-2","prompt":7}"#, 400, "invalid_type"),
            (#"{"model":"gpt-image-2","prompt":"p","seed":4}"#, 400, "unknown_parameter"),
            (#"{"model":"gpt-image-2","prompt":"p","response_format":"b64_json"}"#, 400, "unknown_parameter"),
            (#"{"model":"gpt-image-2","prompt":"p","style":"vivid"}"#, 400, "unknown_parameter"),
            (#"{"model":"gpt-image-2","prompt":"p","quality":"hd"}"#, 400, "invalid_value"),
            (#"{"model":"gpt-image-2","prompt":"p","n":11}"#, 400, "invalid_value"),
            (#"{"model":"gpt-image-2","prompt":"p","n":"1"}"#, 400, "invalid_type"),
            (#"{"model":"gpt-image-2","prompt":"p","size":"1000x1000"}"#, 400, "invalid_value"),
            (#"{"model":"gpt-image-2","prompt":"p","size":"3840x2176"}"#, 400, "invalid_value"),
            (#"{"model":"gpt-image-2","prompt":"p","size":"1024x1024x1"}"#, 400, "invalid_value"),
            (#"{"model":"gpt-image-2","prompt":"p","size":"3072x1008"}"#, 400, "invalid_value"),
            (#"{"model":"gpt-image-2","prompt":"p","background":"transparent"}"#, 400, "invalid_value"),
            (#"{"model":"gpt-image-2","prompt":"p","output_compression":50}"#, 400, "invalid_value"),
            (#"{"model":"gpt-image-1.5","prompt":"p","size":"1536x864"}"#, 400, "invalid_value"),
            (#"{"model":"gpt-image-1.5","prompt":"p","quality":"max"}"#, 400, "invalid_value"),
            (#"{"model":"dall-e-3","prompt":"p"}"#, 404, "model_not_found"),
            (#"{"model":"gpt-image-1","prompt":"p"}"#, 404, "model_not_found"),
            (#"{"model":"gpt-image-9","prompt":"p"}"#, 404, "model_not_found"),
            (#"{"model":"gpt-image-2","prompt":"p""#, 400, nil),
            (#"["gpt-image-2"]"#, 400, nil),
        ] as [(String, Int, String?)])
    func imageRequestsThatBreakARule(body: String, status: Int, code: String?) async throws {
        try await withVendor { server in
            let reply = try await ask(server, body)
            #expect(reply.status == status)
            #expect(reply.json?["error"]?["code"] == code.map(VendorJSON.string) ?? .null)
            #expect(server.violations.count == 1)
            #expect(server.ledger.charges.isEmpty)
        }
    }

    @Test(arguments: [
        (#"{"model":"gpt-image-2","prompt":"p","size":"1536x864","n":2,"user":"u"}"#, true),
        (#"{"model":"gpt-image-2","prompt":"p","size":"3840x2160","moderation":"low"}"#, true),
        (#"{"model":"gpt-image-2.5-flare","prompt":"p","background":"transparent","quality":"max"}"#, true),
        (#"{"model":"gpt-image-1-mini","prompt":"p","output_format":"webp","output_compression":80}"#, true),
        (#"{"model":"dall-e-3","prompt":"p","style":"natural","quality":"hd","response_format":"b64_json"}"#, true),
        (#"{"model":"dall-e-3","prompt":"p","n":2}"#, false),
        (#"{"model":"dall-e-3","prompt":"p","size":"1536x1024"}"#, false),
        (#"{"model":"dall-e-3","prompt":"p","output_format":"png"}"#, false),
        (#"{"model":"dall-e-2","prompt":"p","n":3,"size":"256x256"}"#, true),
        (#"{"model":"dall-e-2","prompt":"p","quality":"standard"}"#, false),
        (#"{"model":"dall-e-2","prompt":"p","style":"vivid"}"#, false),
    ])
    func gatewaysStillTakeRetiredModels(body: String, isTaken: Bool) async throws {
        try await withVendor(OpenAIVendor(key: Self.key, isGateway: true, makesSmallPictures: true)) { server in
            let reply = try await ask(server, body)
            #expect((reply.status == 200) == isTaken, "\(String(decoding: reply.body, as: UTF8.self))")
        }
    }

    @Test func longPromptsAreRefusedAtTheModelsLimit() async throws {
        try await withVendor(OpenAIVendor(key: Self.key, isGateway: true)) { server in
            for (length, status) in [(1000, 200), (1001, 400)] {
                let prompt = String(repeating: "p", count: length)
                let reply = try await ask(server, #"{"model":"dall-e-2","prompt":"\#(prompt)"}"#)
                #expect(reply.status == status)
            }
        }
    }

    @Test(
        arguments: [
            ([:], 401), (["authorization": "Bearer sk-wrong"], 401), (["authorization": key], 401), (["api-key": key], 401),
            (["authorization": "Bearer \(key)"], 400),
            (["authorization": "Bearer \(key)", "content-type": "text/plain"], 400),
        ] as [([String: String], Int)])
    func wrongHeaders(headers: [String: String], status: Int) async throws {
        try await withVendor { server in
            let reply = try await RawHTTPExchange.send(
                to: server.port, "POST", Self.images, headers: headers, body: Self.prompt)
            #expect(reply.status == status)
            #expect(reply.json?["error"]?["message"]?.string?.isEmpty == false)
        }
    }

    @Test func wrongMethodAndPath() async throws {
        try await withVendor { server in
            let get = try await RawHTTPExchange.send(to: server.port, "GET", Self.images, headers: Self.headers)
            #expect(get.status == 405)
            let doubled = try await ask(server, path: "/v1/v1/images/generations")
            #expect(doubled.status == 404)
            #expect(server.requests(.other).count == 1)
        }
    }

    @Test(
        arguments: [
            (["image[]"], "image/png", true, 200), (["image[]", "image[]"], "image/png", true, 200),
            (["image"], "image/png", true, 200), (["image", "image"], "image/png", true, 400),
            (["image[]"], "image/jpeg", true, 400), (["image[]"], "image/png", false, 400), ([], "image/png", true, 400),
        ] as [([String], String, Bool, Int)])
    func editsTakePicturesByForm(names: [String], type: String, isPicture: Bool, status: Int) async throws {
        let picture = isPicture ? "\u{89}PNG" : "text"
        var form: [UInt8] = []
        for (name, value) in [("model", "gpt-image-2"), ("prompt", "p")] {
            form += Array("--B\r\ncontent-disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
        }
        for name in names {
            let head = "--B\r\ncontent-disposition: form-data; name=\"\(name)\"; filename=\"a\"\r\n"
            form += Array("\(head)content-type: \(type)\r\n\r\n".utf8)
            form += isPicture ? TestPNG(width: 64, height: 64, text: picture).bytes : Array(picture.utf8)
            form += Array("\r\n".utf8)
        }
        form += Array("--B--\r\n".utf8)
        let request = VendorRequest(
            index: 0, kind: .images, method: "POST", path: "/v1/images/edits",
            headers: [
                (name: "Authorization", value: "Bearer \(Self.key)"),
                (name: "Content-Type", value: "multipart/form-data; boundary=B"),
            ], body: form)
        let vendor = OpenAIVendor(key: Self.key)
        #expect((vendor.objection(to: request)?.status ?? 200) == status)
        var cut = request
        cut.body = form.dropLast(6)
        #expect(vendor.objection(to: cut)?.status == 400)
    }

    @Test(arguments: [
        ("", "", 200), (#""detail":"low""#, #""detail":"tiny""#, 400), ("data:image/png", "data:image/jpeg", 400),
        ("data:image/png;base64,", "https://example.org/a.png?", 400), ("iVBORw0KGgo", "AAAAAAAAAAA", 400),
        (#""additionalProperties":false,"#, "", 400),
        (#""required":["alt","decorative"]"#, #""required":["alt"]"#, 400),
        (#""name":"alt_text""#, #""name":"alt text""#, 400), ("max_completion_tokens", "max_tokens", 400),
        (#""store":false"#, #""temperature":0.2"#, 400), (#""store":false"#, #""top_k":1"#, 400),
        ("gpt-5.4-mini", "gpt-4o", 200), ("gpt-5.4-mini", "gpt-3", 404), (#""role":"user""#, #""role":"human""#, 400),
        (#""role":"user""#, #""role":"system""#, 400), (#""type":"text","text""#, #""type":"text","txt""#, 400),
    ])
    func conversationsThatBreakARule(part: String, instead: String, status: Int) async throws {
        let chat = Self.chat(picture: TestPNG(width: 64, height: 64, text: "boat").bytes)
        try #require(part.isEmpty || chat.contains(part))
        try await withVendor { server in
            let body = part.isEmpty ? chat : chat.replacingOccurrences(of: part, with: instead)
            let reply = try await ask(server, body, path: "/v1/chat/completions")
            #expect(reply.status == status, "\(String(decoding: reply.body, as: UTF8.self))")
            #expect(server.violations.isEmpty == (status == 200))
        }
    }

    static func chat(picture: [UInt8], tokens: Int = 1000) -> String {
        let url = "data:image/png;base64," + Data(picture).base64EncodedString()
        return #"{"model":"gpt-5.4-mini","max_completion_tokens":\#(tokens),"store":false,"messages":["#
            + #"{"role":"system","content":"Write in the language with the tag \"de-CH\"."},"#
            + #"{"role":"user","content":[{"type":"text","text":"Title: Boats"},"#
            + #"{"type":"image_url","image_url":{"url":"\#(url)","detail":"low"}}]}],"#
            + #""response_format":{"type":"json_schema","json_schema":{"name":"alt_text","strict":true,"#
            + #""schema":{"additionalProperties":false,"type":"object","required":["alt","decorative"],"#
            + #""properties":{"alt":{"type":"string"},"decorative":{"type":"boolean"}}}}}}"#
    }
}
