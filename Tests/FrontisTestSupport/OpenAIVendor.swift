import Foundation

/// OpenAI's side of its protocol: pictures by generations and edits, descriptions by chat completions.
///
/// Its pictures follow from the prompt, its descriptions from the picture, so that a second run with the same
/// requests gets the same bytes. An alt text reads `Test picture 3f0a92c1 in en.`
package struct OpenAIVendor: VendorDialect {
    /// The only key that is let in.
    package var key: String
    /// A gateway still speaks for models that OpenAI has retired: DALL-E and the first GPT Image.
    package var isGateway: Bool
    /// Pictures of 64 x 64 pixels, whatever size was asked for.
    package var makesSmallPictures: Bool

    package init(key: String, isGateway: Bool = false, makesSmallPictures: Bool = false) {
        self.key = key
        self.isGateway = isGateway
        self.makesSmallPictures = makesSmallPictures
    }

    package var basePath: String { "/v1" }

    package func kind(method: String, path: String) -> VendorRequest.Kind {
        switch path {
        case "/v1/images/generations", "/v1/images/edits": .images
        case "/v1/chat/completions": .chat
        case "/v1/models": .question
        default: .other
        }
    }

    /// Both kinds of conversation go to one address; the name of the answer's schema tells them apart.
    package func kind(method: String, path: String, body: [UInt8]) -> VendorRequest.Kind {
        let kind = kind(method: method, path: path)
        guard kind == .chat else { return kind }
        return VendorJSON(body).map(OpenAIPromptRequest.isAskedFor) == true ? .prompt : .chat
    }

    package func objection(to request: VendorRequest) -> VendorReply? {
        do throws(OpenAIError) {
            try admit(request)
            switch request.kind {
            case .images: _ = try imageRequest(request)
            case .chat: _ = try OpenAIChatRequest(request)
            case .prompt: _ = try OpenAIPromptRequest(request)
            case .question: break
            case .token, .poll, .upload, .session, .download, .other:
                throw OpenAIError(
                    status: 404, message: "Invalid URL (\(request.method) \(request.path))", code: "unknown_url")
            }
            return nil
        } catch {
            return error.reply
        }
    }

    package func reply(to request: VendorRequest, answer: Behaviour.Answer, origin: String) -> VendorReply {
        if case .failing(let failure) = answer { return OpenAIError.failing(failure) }
        if request.kind == .question { return models(answer) }
        do throws(OpenAIError) {
            if request.kind == .chat {
                let chat = try OpenAIChatRequest(request)
                return reply(to: chat, answer, normally: normalAnswer(to: chat))
            }
            if request.kind == .prompt {
                let asked = try OpenAIPromptRequest(request)
                let prompt = Self.prompt(title: asked.title, language: asked.language)
                return reply(to: asked.chat, answer, normally: VendorJSON.object(["prompt": .string(prompt)]).text)
            }
            return reply(to: try imageRequest(request), answer, origin, index: request.index, again: request.repetition)
        } catch {
            return error.reply
        }
    }

    /// The list of models that an account may use, some with the day of their end.
    private func models(_ answer: Behaviour.Answer) -> VendorReply {
        switch answer {
        case .noResults: return VendorReply(json: ["object": "list", "data": []])
        case .missingResults: return VendorReply(json: ["object": "list"])
        case .brokenJSON: return VendorReply(body: Array(#"{"object":"list","da"#.utf8))
        default: break
        }
        let names = OpenAIImageModel.all.filter { isGateway || !$0.isRetired }.map(\.name) + ["gpt-4o", "gpt-5.4-mini"]
        let items = names.map { name -> VendorJSON in
            [
                "id": .string(name), "object": "model", "created": 1_713_833_628, "owned_by": "openai",
                "shutdown_date": name == "gpt-image-1-mini" ? "2026-12-01" : nil,
            ]
        }
        return VendorReply(json: ["object": "list", "data": .array(items)])
    }

    private func imageRequest(_ request: VendorRequest) throws(OpenAIError) -> OpenAIImageRequest {
        request.path.hasSuffix("/edits")
            ? try OpenAIImageRequest(edit: request, isGateway: isGateway)
            : try OpenAIImageRequest(generation: request, isGateway: isGateway)
    }

    /// Only with the key, and only where a method fits. The complaint about a wrong key repeats it, which is worse
    /// than what the vendor does: whoever prints the message must take it out.
    private func admit(_ request: VendorRequest) throws(OpenAIError) {
        guard let header = request.header("authorization") else {
            throw OpenAIError(status: 401, message: "You didn't provide an API key.")
        }
        let given = header.hasPrefix("Bearer ") ? String(header.dropFirst("Bearer ".count)) : header
        guard header == "Bearer \(key)", request.headers.count(where: { $0.name.lowercased() == "authorization" }) == 1
        else {
            throw OpenAIError(
                status: 401,
                message: "Incorrect API key provided: \(given). You can find your API key at "
                    + "https://platform.openai.com/account/api-keys.", code: "invalid_api_key")
        }
        if request.kind != .other, request.method != (request.kind == .question ? "GET" : "POST") {
            throw OpenAIError(
                status: 405, message: "Not allowed to \(request.method) on \(request.path)", code: "method_not_allowed")
        }
    }

    // MARK: Pictures

    private func reply(
        to request: OpenAIImageRequest, _ answer: Behaviour.Answer, _ origin: String, index: Int, again: Int
    ) -> VendorReply {
        var address: String?
        var fault: Behaviour.PictureFault?
        var wantsAddresses = request.wantsAddresses
        switch answer {
        case .noResults: return VendorReply(json: ["created": 1_713_833_628, "data": []])
        case .missingResults: return VendorReply(json: ["created": 1_713_833_628])
        case .brokenJSON:
            return VendorReply(body: Array(#"{"created":1713833628,"data":[{"b64_json":"iVBORw0KGg"#.utf8))
        case .refused: return refusal(for: request.model).reply
        case .addresses: wantsAddresses = true
        case .address(let url): address = url
        case .picture(let given): fault = given
        case .normal, .fixed, .failing, .partlyRefused, .text, .cutShort, .filtered: break
        }
        var items: [VendorJSON] = []
        var files: [String: VendorReply.File] = [:]
        for candidate in 0..<request.count {
            let text = candidate == 0 ? request.prompt : "\(request.prompt) #\(candidate)"
            let picture = TestPNG(
                width: makesSmallPictures ? 64 : request.width, height: makesSmallPictures ? 64 : request.height,
                text: "\(request.model.name) \(text)" + (again > 0 ? " again \(again)" : ""))
            let file = fault?.applied(to: picture) ?? VendorReply.File(contentType: "image/png", bytes: picture.bytes)
            var item: [String: VendorJSON] = [:]
            if let address {
                item["url"] = .string(address)
            } else if wantsAddresses {
                let path = "/files/\(index)-\(candidate)-\(TestHash(file.bytes).hex).png"
                files[path] = file
                item["url"] = .string(origin + path + "?sv=2026&sig=test%2Fsignature")
            } else {
                item["b64_json"] = .string(Data(file.bytes).base64EncodedString())
            }
            if request.model.family == .dallE3 { item["revised_prompt"] = .string("\(request.prompt), in rich detail") }
            items.append(.object(item))
        }
        var reply = VendorReply(json: .object(envelope(of: request, items: items)))
        reply.files = files
        reply.charge = VendorLedger.Charge(model: request.model.name, nanodollars: tokens(of: request).nanodollars)
        return reply
    }

    private func envelope(of request: OpenAIImageRequest, items: [VendorJSON]) -> [String: VendorJSON] {
        var members: [String: VendorJSON] = ["created": 1_713_833_628, "data": .array(items)]
        guard request.model.family == .gptImage else { return members }
        let used = tokens(of: request)
        members["background"] = .string(request.background)
        members["output_format"] = "png"
        members["size"] = .string(request.size)
        members["quality"] = .string(request.quality)
        members["usage"] = [
            "total_tokens": .number(Double(used.text + used.image + used.output)),
            "input_tokens": .number(Double(used.text + used.image)), "output_tokens": .number(Double(used.output)),
            "input_tokens_details": [
                "text_tokens": .number(Double(used.text)), "image_tokens": .number(Double(used.image)),
            ],
            "output_tokens_details": ["image_tokens": .number(Double(used.output)), "text_tokens": 0],
        ]
        return members
    }

    private func tokens(
        of request: OpenAIImageRequest
    ) -> (text: Int, image: Int, output: Int, nanodollars: Int) {
        let model = request.model
        let text = OpenAITokens.count(of: request.prompt)
        let image = 194 * request.referenceCount
        let output =
            request.count
            * model.outputTokens(width: request.width, height: request.height, quality: request.quality)
        let flat =
            request.count * model.flatPrice(width: request.width, height: request.height, quality: request.quality)
        guard flat == 0 else { return (text, image, output, flat) }
        let nanodollars =
            OpenAITokens.nanodollars(text, perMillion: model.textPrice)
            + OpenAITokens.nanodollars(image, perMillion: model.imagePrice)
            + OpenAITokens.nanodollars(output, perMillion: model.outputPrice)
        return (text, image, output, nanodollars)
    }

    private func refusal(for model: OpenAIImageModel) -> OpenAIError {
        guard model.family == .gptImage else {
            return OpenAIError(
                message: "Your request was rejected as a result of our safety system.",
                code: "content_policy_violation")
        }
        return OpenAIError(
            message: "Your request was rejected by the safety system. safety_violations=[violence]",
            type: "image_generation_user_error", code: "moderation_blocked")
    }

    // MARK: Descriptions and prompts

    private func reply(
        to request: OpenAIChatRequest, _ answer: Behaviour.Answer, normally normal: String
    ) -> VendorReply {
        var content: VendorJSON = .string(normal)
        var refusal: VendorJSON = nil
        var reason = "stop"
        switch answer {
        case .noResults, .missingResults, .brokenJSON:
            return brokenCompletion(answer)
        case .refused: (content, refusal) = (nil, "I'm sorry, I can't help with that.")
        case .text(let text): content = .string(text)
        case .cutShort: (content, reason) = (#"{"alt":"Test pict"#, "length")
        case .filtered: (content, reason) = (nil, "content_filter")
        case .normal, .fixed, .failing, .partlyRefused, .addresses, .address, .picture: break
        }
        let reasoning = request.model.reasons ? 64 : 0
        var output = reasoning + OpenAITokens.count(of: content.string ?? "")
        if output > request.tokenLimit {
            // Reasoning is counted against the limit: a small one leaves nothing to say.
            (content, reason, output) = ("", "length", request.tokenLimit)
        }
        let input =
            request.texts.reduce(0) { $0 + OpenAITokens.count(of: $1) }
            + request.pictures.reduce(0) { $0 + request.model.tokens(of: $1) }
        var reply = VendorReply(json: [
            "id": "chatcmpl-test", "object": "chat.completion", "created": 1_713_833_628,
            "model": .string(request.model.name),
            "choices": [
                [
                    "index": 0, "finish_reason": .string(reason), "logprobs": nil,
                    "message": ["role": "assistant", "content": content, "refusal": refusal],
                ]
            ],
            "usage": [
                "prompt_tokens": .number(Double(input)), "completion_tokens": .number(Double(output)),
                "total_tokens": .number(Double(input + output)), "prompt_tokens_details": ["cached_tokens": 0],
                "completion_tokens_details": ["reasoning_tokens": .number(Double(min(reasoning, output)))],
            ],
        ])
        reply.charge = VendorLedger.Charge(
            model: request.model.name,
            nanodollars: OpenAITokens.nanodollars(input, perMillion: request.model.input)
                + OpenAITokens.nanodollars(output, perMillion: request.model.output))
        return reply
    }

    private func brokenCompletion(_ answer: Behaviour.Answer) -> VendorReply {
        let start = #"{"id":"chatcmpl-test","object":"chat.completion","created":1713833628"#
        return switch answer {
        case .noResults: VendorReply(body: Array((start + #","choices":[]}"#).utf8))
        case .missingResults: VendorReply(body: Array((start + "}").utf8))
        default: VendorReply(body: Array((start + #","choices":[{"index":0,"mess"#).utf8))
        }
    }

    private func normalAnswer(to request: OpenAIChatRequest) -> String {
        let language = PageLanguage.named(in: request.texts) ?? "und"
        let text =
            request.pictures.first.map { OpenAIVendor.altText(of: $0.bytes, language: language) } ?? "No picture."
        return request.wantsJSON ? VendorJSON.object(["alt": .string(text), "decorative": false]).text : text
    }

    /// What the vendor says about a picture: `Test picture 3f0a92c1 in en.`
    package static func altText(of picture: [UInt8], language: String) -> String {
        "Test picture \(TestHash(picture).hex.prefix(8)) in \(language)."
    }

    /// The prompt that the vendor writes for a page: `Test scene 3f0a92c1 for Boats, in en.`
    package static func prompt(title: String, language: String) -> String {
        "Test scene \(TestHash(Array(title.utf8)).hex.prefix(8)) for \(title), in \(language)."
    }
}
