import Foundation
import FrontisCore

/// Google's side of its protocols: Imagen by `:predict`, Gemini by `:generateContent`, on Vertex AI with a token and on
/// the Gemini API with a key; and where tokens come from.
///
/// Its pictures follow from the prompt, its descriptions from the picture, like those of `OpenAIVendor`.
package struct GoogleVendor: VendorDialect {
    /// The only key that the Gemini API lets in.
    package var key: String
    /// A gateway still speaks for models that Google has retired: Imagen.
    package var isGateway: Bool
    /// Pictures of 64 x 64 pixels, whatever shape was asked for.
    package var makesSmallPictures: Bool

    package init(key: String = "AIza-test-0123456789", isGateway: Bool = false, makesSmallPictures: Bool = false) {
        self.key = key
        self.isGateway = isGateway
        self.makesSmallPictures = makesSmallPictures
    }

    package var basePath: String { "/v1beta" }

    /// What an address names.
    struct Target {
        var model: String
        var isPrediction: Bool
        var isVertex: Bool

        /// Nothing for an address that is neither of Vertex AI nor of the Gemini API.
        init?(_ path: String) {
            let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
            let last = parts.last?.split(separator: ":").map(String.init) ?? []
            guard last.count == 2, ["predict", "generateContent"].contains(last[1]) else { return nil }
            let before = Array(parts.dropLast())
            isVertex = before.count == 9
            if isVertex {
                guard ["v1", "v1beta1"].contains(before[1]), before[2] == "projects", before[3] == "test-project",
                    before[4] == "locations", !before[5].isEmpty, Array(before[6...]) == ["publishers", "google", "models"]
                else { return nil }
            } else {
                guard before == ["", "v1beta", "models"] || before == ["", "v1", "models"] else { return nil }
            }
            model = last[0]
            isPrediction = last[1] == "predict"
        }
    }

    private static let models = "/v1beta/models"

    package func kind(method: String, path: String) -> VendorRequest.Kind {
        if path == "/token" || path == GoogleAccounts.metadata + "instance/service-accounts/default/token" { return .token }
        if path.hasPrefix(GoogleAccounts.metadata) { return .question }
        if method == "GET", path == Self.models { return .question }
        guard let target = Target(path) else { return .other }
        return target.isPrediction ? .images : .chat
    }

    /// One address for everything that a Gemini model can be asked.
    package func kind(method: String, path: String, body: [UInt8]) -> VendorRequest.Kind {
        let kind = kind(method: method, path: path)
        guard kind == .chat, let configuration = VendorJSON(body)?["generationConfig"] else { return kind }
        if configuration["responseModalities"] != nil { return .images }
        return configuration["responseSchema"]?["properties"]?["prompt"] == nil ? .chat : .prompt
    }

    /// The words of a request for a picture.
    static func prompt(_ body: VendorJSON) -> String? {
        if let prompt = body["instances"]?[0]?["prompt"]?.string { return prompt }
        let parts = body["contents"]?[0]?["parts"]?.array ?? []
        return parts.lazy.compactMap { $0["text"]?.string }.first
    }

    package func objection(to request: VendorRequest) -> VendorReply? {
        if request.path == Self.models {
            guard request.header("x-goog-api-key") == key else {
                return GoogleError.failing(.keyRejected, model: "", isVertex: false)
            }
            return nil
        }
        if request.kind == .token || request.kind == .question { return GoogleAccounts.objection(to: request) }
        guard let target = Target(request.path) else { return .html(status: 404) }
        do throws(GoogleError) {
            try admit(request, target)
            _ = try read(request, target)
            return nil
        } catch {
            return error.reply
        }
    }

    private enum Reading {
        case prediction(GooglePredictRequest)
        case content(GoogleContentRequest)
    }

    private func read(_ request: VendorRequest, _ target: Target) throws(GoogleError) -> Reading {
        guard let model = GoogleModel.named(target.model), !model.isRetired || isGateway,
            (model.family == .imagen) == target.isPrediction
        else { throw .noModel(target.model, isVertex: target.isVertex) }
        if target.isPrediction {
            return .prediction(try GooglePredictRequest(request, model: model, isVertex: target.isVertex))
        }
        let content = try GoogleContentRequest(request, model: model, isVertex: target.isVertex)
        if request.kind == .prompt {
            guard content.pictures.isEmpty, content.schema == ["prompt"], content.instruction != nil else {
                throw .invalid("contents", "a prompt is written from words, by a task")
            }
        } else if request.kind == .chat, content.pictures.count != 1 || content.schema != ["alt", "decorative"] {
            throw .invalid("contents", "a description is of one picture, and has alt and decorative")
        }
        return .content(content)
    }

    /// One credential, of the right kind, in the right place. The complaint repeats it, which is worse than what the
    /// vendor does: whoever prints the message must take it out.
    private func admit(_ request: VendorRequest, _ target: Target) throws(GoogleError) {
        guard request.method == "POST", request.mediaType == "application/json" else {
            throw GoogleError(message: "expected a POST of application/json")
        }
        let (given, token) = (request.header("x-goog-api-key"), request.header("authorization"))
        let asked = request.header("x-goog-user-project")
        guard target.isVertex else {
            guard given == key, token == nil, asked == nil, request.query == nil else {
                throw GoogleError(
                    message: "API key not valid: \(given ?? "none"). Please pass a valid API key.",
                    details: [GoogleError.info("API_KEY_INVALID")])
            }
            return
        }
        let known = [GoogleAccounts.serviceToken, GoogleAccounts.userToken, GoogleAccounts.machineToken]
        guard given == nil, let token, let name = known.first(where: { token == "Bearer \($0)" }) else {
            throw GoogleError(
                code: 401, status: "UNAUTHENTICATED",
                message: "Request had invalid authentication credentials: \(token ?? "none").")
        }
        guard asked == (name == GoogleAccounts.userToken ? GoogleAccounts.quotaProject : nil) else {
            throw GoogleError(
                code: 403, status: "PERMISSION_DENIED",
                message: "The wrong project was asked to pay: \(asked ?? "none").",
                details: [GoogleError.info("USER_PROJECT_DENIED")])
        }
    }

    package func reply(to request: VendorRequest, answer: Behaviour.Answer, origin: String) -> VendorReply {
        if request.path == Self.models {
            let names = ["gemini-3.1-flash-image", "gemini-3.8-flash"].map { ["name": .string("models/" + $0)] as VendorJSON }
            return VendorReply(json: ["models": .array(names)])
        }
        if request.kind == .token || request.kind == .question { return GoogleAccounts.reply(to: request, answer: answer) }
        guard let target = Target(request.path) else { return .html(status: 404) }
        if case .failing(let failure) = answer {
            return GoogleError.failing(failure, model: target.model, isVertex: target.isVertex)
        }
        if case .brokenJSON = answer { return VendorReply(body: Array(#"{"candidates":[{"content":{"pa"#.utf8)) }
        do throws(GoogleError) {
            switch try read(request, target) {
            case .prediction(let asked): return reply(to: asked, answer, again: request.repetition)
            case .content(let asked) where asked.wantsPicture: return reply(to: asked, answer, again: request.repetition)
            case .content(let asked): return conversation(asked, answer)
            }
        } catch {
            return error.reply
        }
    }

    private func picture(_ model: GoogleModel, _ text: String, aspect: String, again: Int) -> TestPNG {
        let (width, height) = makesSmallPictures ? (64, 64) : GoogleModel.pixels(aspect)
        return TestPNG(
            width: width, height: height, text: "\(model.name) \(text)" + (again > 0 ? " again \(again)" : ""))
    }

    private func file(_ picture: TestPNG, _ answer: Behaviour.Answer) -> VendorReply.File {
        if case .picture(let fault) = answer { return fault.applied(to: picture) }
        return VendorReply.File(contentType: "image/png", bytes: picture.bytes)
    }

    // MARK: Imagen

    private func reply(to request: GooglePredictRequest, _ answer: Behaviour.Answer, again: Int) -> VendorReply {
        var made = request.count
        var tail: [VendorJSON] = []
        switch answer {
        case .noResults: return VendorReply(json: ["predictions": []])
        case .missingResults: return VendorReply(json: [:])
        case .refused:
            return GoogleError(
                message: "Image generation failed with the following error: The prompt could not be submitted. This "
                    + "prompt contains sensitive words that violate Google's Responsible AI practices. Try rephrasing "
                    + "the prompt. Support codes: 42876398"
            ).reply
        case .filtered:
            guard request.explains else { return VendorReply(json: [:]) }
            return VendorReply(json: ["predictions": [["raiFilteredReason": .string(Self.allFiltered)]]])
        case .partlyRefused where request.count > 1:
            made -= 1
            if request.explains { tail = [["raiFilteredReason": .string(Self.oneFiltered)]] }
        default: break
        }
        var predictions: [VendorJSON] = []
        for candidate in 0..<made {
            let text = candidate == 0 ? request.prompt : "\(request.prompt) #\(candidate)"
            let file = file(picture(request.model, text, aspect: request.aspect, again: again), answer)
            var prediction: [String: VendorJSON] = ["mimeType": .string(file.contentType)]
            switch answer {
            case .addresses: prediction["gcsUri"] = "gs://test-bucket/picture.png"
            case .address(let url): prediction["gcsUri"] = .string(url)
            default: prediction["bytesBase64Encoded"] = .string(Data(file.bytes).base64EncodedString())
            }
            if request.rewords { prediction["prompt"] = .string("\(request.prompt), in rich detail") }
            predictions.append(.object(prediction))
        }
        predictions.append(["contentType": "Positive Prompt", "safetyAttributes": ["categories": [], "scores": []]])
        var reply = VendorReply(json: ["predictions": .array(predictions + tail)])
        reply.charge = VendorLedger.Charge(
            model: request.model.name, nanodollars: made * request.model.pictureNanodollars)
        return reply
    }

    private static let oneFiltered =
        "Your current safety filter threshold filtered out 1 generated images. You will not be charged for blocked images."
    private static let allFiltered =
        "Unable to show generated images. All images were filtered out because they violated Vertex AI's usage "
        + "guidelines. Support codes: 39322892, 29310472"

    // MARK: Gemini

    private func reply(to request: GoogleContentRequest, _ answer: Behaviour.Answer, again: Int) -> VendorReply {
        let prompt = request.texts.first ?? ""
        let read = request.texts.reduce(258 * request.pictures.count) { $0 + OpenAITokens.count(of: $1) }
        var written = GoogleModel.pictureTokens(request.size)
        var parts: [VendorJSON]
        var ending = "STOP"
        switch answer {
        case .noResults, .missingResults: return empty(answer)
        case .filtered: return blocked()
        case .refused: (parts, ending, written) = ([], "IMAGE_SAFETY", 0)
        case .text(let text): (parts, written) = ([["text": .string(text)]], OpenAITokens.count(of: text))
        case .cutShort: (parts, ending) = ([["text": "I will dr"]], "MAX_TOKENS")
        default:
            let file = file(picture(request.model, prompt, aspect: request.aspect, again: again), answer)
            let draft = TestPNG(width: 16, height: 16, text: "draft of \(prompt)")
            parts = [
                ["thought": true, "text": "First I sketch it."], ["thought": true, "inlineData": inline(draft.bytes)],
                ["text": "Here it is:"], ["inlineData": inline(file.bytes)],
            ]
        }
        let thoughts = request.model.imageOut > 0 ? 40 : 0
        var reply = answered(
            parts, ending, model: request.model, usage: (read: read, written: written, thoughts: thoughts))
        let model = request.model
        let nanodollars =
            OpenAITokens.nanodollars(read, perMillion: model.textIn)
            + OpenAITokens.nanodollars(written, perMillion: model.imageOut)
            + OpenAITokens.nanodollars(thoughts, perMillion: model.textOut) + model.pictureNanodollars
        reply.charge = VendorLedger.Charge(model: model.name, nanodollars: nanodollars)
        return reply
    }

    private func conversation(_ request: GoogleContentRequest, _ answer: Behaviour.Answer) -> VendorReply {
        var text = ""
        var ending = "STOP"
        switch answer {
        case .noResults, .missingResults: return empty(answer)
        case .refused: return blocked()
        case .filtered: ending = "SAFETY"
        case .cutShort: (text, ending) = (#"{"alt":"Test pict"#, "MAX_TOKENS")
        case .text(let given): text = given
        default: text = normalAnswer(to: request)
        }
        let thoughts = 64
        var written = OpenAITokens.count(of: text)
        if written + thoughts > request.tokenLimit { (text, ending, written) = ("", "MAX_TOKENS", 0) }
        let words = request.texts + [request.instruction ?? ""]
        let read = words.reduce(258 * request.pictures.count) { $0 + OpenAITokens.count(of: $1) }
        let parts: [VendorJSON] = text.isEmpty ? [] : [["thought": true, "text": "I look."], ["text": .string(text)]]
        var reply = answered(parts, ending, model: request.model, usage: (read, written, thoughts))
        reply.charge = VendorLedger.Charge(
            model: request.model.name,
            nanodollars: OpenAITokens.nanodollars(read, perMillion: request.model.textIn)
                + OpenAITokens.nanodollars(written + thoughts, perMillion: request.model.textOut))
        return reply
    }

    private func normalAnswer(to request: GoogleContentRequest) -> String {
        let language = PageLanguage.named(in: [request.instruction ?? ""]) ?? "und"
        if let picture = request.pictures.first {
            let text = OpenAIVendor.altText(of: picture, language: language)
            return VendorJSON.object(["alt": .string(text), "decorative": false]).text
        }
        let lines = (request.texts.first ?? "").split(separator: "\n")
        let title = lines.first { $0.hasPrefix("title: ") }.map { String($0.dropFirst("title: ".count)) } ?? ""
        return VendorJSON.object(["prompt": .string(OpenAIVendor.prompt(title: title, language: language))]).text
    }

    private func answered(
        _ parts: [VendorJSON], _ ending: String, model: GoogleModel, usage: (read: Int, written: Int, thoughts: Int)
    ) -> VendorReply {
        // Without parts the vendor leaves the content empty.
        let content: VendorJSON = parts.isEmpty ? [:] : ["role": "model", "parts": .array(parts)]
        let total = usage.read + usage.written + usage.thoughts
        return VendorReply(json: [
            "candidates": [["content": content, "finishReason": .string(ending), "index": 0]],
            "usageMetadata": [
                "promptTokenCount": .number(Double(usage.read)), "candidatesTokenCount": .number(Double(usage.written)),
                "thoughtsTokenCount": .number(Double(usage.thoughts)), "totalTokenCount": .number(Double(total)),
            ],
            "modelVersion": .string(model.name), "responseId": "test",
        ])
    }

    private func empty(_ answer: Behaviour.Answer) -> VendorReply {
        if case .noResults = answer { return VendorReply(json: ["candidates": [], "modelVersion": "test"]) }
        return VendorReply(json: ["usageMetadata": ["promptTokenCount": 3], "modelVersion": "test"])
    }

    private func blocked() -> VendorReply {
        VendorReply(json: [
            "promptFeedback": ["blockReason": "PROHIBITED_CONTENT"],
            "usageMetadata": ["promptTokenCount": 3, "totalTokenCount": 3],
        ])
    }

    private func inline(_ bytes: [UInt8]) -> VendorJSON {
        ["mimeType": "image/png", "data": .string(Data(bytes).base64EncodedString())]
    }
}
