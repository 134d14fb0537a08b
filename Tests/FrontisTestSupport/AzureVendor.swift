import Foundation

/// OpenAI's models at Azure: deployments with their own addresses, and version 1 where the body names them. What it
/// takes beyond that, what it answers and what it bills is `OpenAIVendor`'s.
package struct AzureVendor: VendorDialect {
    package var door: AzureDoor
    /// Models by the names of their deployments.
    package var deployments: [String: String]
    /// Pictures come as addresses, whatever was asked for.
    package var answersAddresses: Bool
    package var makesSmallPictures: Bool

    package init(
        _ door: AzureDoor, deployments: [String: String], answersAddresses: Bool = false,
        makesSmallPictures: Bool = false
    ) {
        self.door = door
        self.deployments = deployments
        self.answersAddresses = answersAddresses
        self.makesSmallPictures = makesSmallPictures
    }

    private static let versions: Set = [
        "2023-05-15", "2023-12-01-preview", "2024-02-01", "2024-06-01", "2024-07-01-preview", "2024-08-01-preview",
        "2024-09-01-preview", "2024-10-21", "2025-03-01-preview", "2025-04-01-preview",
    ]
    private static let innerKey = "inner"
    private static let operations = ["/images/generations", "/images/edits", "/chat/completions"]

    private var inner: OpenAIVendor {
        OpenAIVendor(key: Self.innerKey, isGateway: true, makesSmallPictures: makesSmallPictures)
    }

    package let basePath = ""

    package func kind(method: String, path: String) -> VendorRequest.Kind {
        if path == door.tokenPath { return .token }
        if method == "GET", ["/openai/models", "/openai/v1/models"].contains(path) { return .question }
        switch place(path)?.operation {
        case "/images/generations", "/images/edits": return .images
        case "/chat/completions": return .chat
        default: return .other
        }
    }

    package func kind(method: String, path: String, body: [UInt8]) -> VendorRequest.Kind {
        let kind = kind(method: method, path: path)
        guard kind == .chat, let json = VendorJSON(body) else { return kind }
        return OpenAIPromptRequest.isAskedFor(json) || Self.isPlainPrompt(json) ? .prompt : .chat
    }

    package func objection(to request: VendorRequest) -> VendorReply? {
        if request.kind == .token { return door.tokenObjection(to: request) }
        do throws(AzureError) {
            if request.kind == .question {
                try door.admit(request)
                guard request.path.contains("/v1/") || request.query == "api-version=2024-10-21" else {
                    throw .bad("Resource not found")
                }
                return nil
            }
            return inner.objection(to: try translated(request))
        } catch {
            return error.reply
        }
    }

    package func reply(to request: VendorRequest, answer: Behaviour.Answer, origin: String) -> VendorReply {
        if request.kind == .token { return door.tokenReply(answer) }
        if request.kind == .question {
            if case .failing(let failure) = answer { return AzureError.failing(failure) }
            return VendorReply(json: ["object": "list", "data": [["id": "dall-e-3-3.0", "object": "model"]]])
        }
        var answer = answer
        switch answer {
        case .failing(let failure): return AzureError.failing(failure)
        case .refused where request.kind == .images: return AzureError.filtered.reply
        case .normal where answersAddresses && request.kind == .images: answer = .addresses
        default: break
        }
        do throws(AzureError) {
            var reply = inner.reply(to: try translated(request), answer: answer, origin: origin)
            if let charge = reply.charge, charge.model == "dall-e-3" {
                // A tenth dearer than at OpenAI.
                reply.charge?.nanodollars = charge.nanodollars / 10 * 11
            }
            return reply
        } catch {
            return error.reply
        }
    }

    // MARK: What Azure has of its own

    /// Old versions take no schema, so only the words of the task tell that a prompt is asked for.
    private static func isPlainPrompt(_ json: VendorJSON) -> Bool {
        let task = json["messages"]?[0]?["content"]?.string ?? ""
        return json["response_format"] == nil && task.hasPrefix("You write the prompt from which an image model")
    }

    /// The same as it would be asked for with a schema. Models answer in JSON unasked, too.
    private static func withSchema(_ members: [String: VendorJSON]) -> [String: VendorJSON] {
        var members = members
        members["response_format"] = [
            "type": "json_schema",
            "json_schema": [
                "name": .string(OpenAIPromptRequest.schemaName), "strict": true,
                "schema": [
                    "type": "object", "properties": ["prompt": ["type": "string"]], "required": ["prompt"],
                    "additionalProperties": false,
                ],
            ],
        ]
        members["max_completion_tokens"] = members.removeValue(forKey: "max_tokens")
        return members
    }

    private struct Place {
        /// As written in the path; nothing at addresses of version 1.
        var deployment: String?
        var operation: String
    }

    private func place(_ path: String) -> Place? {
        if path.hasPrefix("/openai/v1/") {
            let operation = String(path.dropFirst("/openai/v1".count))
            return Self.operations.contains(operation) ? Place(operation: operation) : nil
        }
        let start = "/openai/deployments/"
        guard path.hasPrefix(start), let operation = Self.operations.first(where: path.hasSuffix) else { return nil }
        let name = String(path.dropFirst(start.count).dropLast(operation.count))
        return name.isEmpty || name.contains("/") ? nil : Place(deployment: name, operation: operation)
    }

    private func version(of request: VendorRequest) throws(AzureError) -> String? {
        let fields = (request.query ?? "").split(separator: "&").map { $0.split(separator: "=").map(String.init) }
        guard fields.allSatisfy({ $0.count == 2 && $0[0] == "api-version" }), fields.count <= 1 else { throw .notFound }
        return fields.first?[1]
    }

    /// The request as OpenAI would get it, with the model in the body. Throws what Azure alone complains about.
    private func translated(_ request: VendorRequest) throws(AzureError) -> VendorRequest {
        guard let place = place(request.path) else { throw .notFound }
        try door.admit(request)
        let version = try version(of: request)
        if place.deployment != nil {
            guard let version, Self.versions.contains(version) else { throw .notFound }
        } else if let version, !["preview", "v1"].contains(version) {
            throw .bad("API version not supported")
        }
        var result = request
        result.path = "/v1" + place.operation
        result.query = nil
        result.headers.removeAll { ["api-key", "authorization"].contains($0.name.lowercased()) }
        result.headers.append((name: "authorization", value: "Bearer \(Self.innerKey)"))
        result.body = try body(of: request, place, isForm: place.operation == "/images/edits", version: version)
        return result
    }

    private func body(
        of request: VendorRequest, _ place: Place, isForm: Bool, version: String?
    ) throws(AzureError) -> [UInt8] {
        let form = isForm ? VendorMultipart(body: request.body, contentType: request.header("content-type") ?? "") : nil
        let written = form?.parts.first { $0.name == "model" }?.text ?? request.json?["model"]?.string
        if place.deployment != nil, written != nil { throw .bad("Additional properties are not allowed ('model')") }
        let name = place.deployment?.removingPercentEncoding ?? written
        guard let name, let model = deployments[name] else { throw .noDeployment }
        try check(request.json, model: model, version: version)
        if form != nil {
            let boundary = String(decoding: request.body.prefix { $0 != 0x0D }, as: UTF8.self)
            let part = "\(boundary)\r\nContent-Disposition: form-data; name=\"model\"\r\n\r\n\(model)\r\n"
            guard place.deployment != nil else { return request.body }
            return Array(part.utf8) + request.body
        }
        guard var members = request.json?.object else { return request.body }
        members["model"] = .string(model)
        if Self.isPlainPrompt(.object(members)), members["max_tokens"] != nil { members = Self.withSchema(members) }
        return VendorJSON.object(members).bytes
    }

    private func check(_ json: VendorJSON?, model: String, version: String?) throws(AzureError) {
        if json?["output_format"] == "webp" { throw .bad("Invalid value: 'webp'. Supported values are: 'png', 'jpeg'.") }
        guard let version, version.hasPrefix("20") else { return }
        let day = version.prefix(10)
        if model.hasPrefix("gpt-image"), day < "2025-03-01" { throw .bad("The model is not supported in this version.") }
        if json?["response_format"]?["type"] == "json_schema", day < "2024-08-01" {
            throw .bad("response_format value as json_schema is enabled only for api versions 2024-08-01-preview and later")
        }
        if json?["max_completion_tokens"] != nil, day < "2024-09-01" {
            throw .bad("Unrecognized request argument supplied: max_completion_tokens")
        }
    }
}
