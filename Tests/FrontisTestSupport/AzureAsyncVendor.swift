import Foundation

/// Azure's DALL-E of 2023: work is submitted, and looked at until it is done.
///
/// What was submitted, and how it will end, is in the name of the operation, so there is nothing to remember.
package struct AzureAsyncVendor: VendorDialect {
    package var door: AzureDoor
    package var makesSmallPictures: Bool
    /// Looks at an operation that is not done yet.
    package var pendingLooks: Int
    /// Where operations are said to be, if not here: `https://elsewhere.example`.
    package var operationOrigin: String?
    /// What is said about the time between looks, in seconds; nothing where it is left to the client.
    package var retryAfter: String?

    package init(
        _ door: AzureDoor, makesSmallPictures: Bool = false, pendingLooks: Int = 2, operationOrigin: String? = nil,
        retryAfter: String? = "0"
    ) {
        self.door = door
        self.makesSmallPictures = makesSmallPictures
        self.pendingLooks = pendingLooks
        self.operationOrigin = operationOrigin
        self.retryAfter = retryAfter
    }

    package static let version = "2023-06-01-preview"
    private static let submitPath = "/openai/images/generations:submit"
    private static let operationsPath = "/openai/operations/images/"

    package let basePath = ""

    package func kind(method: String, path: String) -> VendorRequest.Kind {
        if path == door.tokenPath { return .token }
        if path == Self.submitPath { return .images }
        // A gateway of this age has no list of models.
        if path == "/openai/models" { return .question }
        return path.hasPrefix(Self.operationsPath) ? .poll : .other
    }

    package func objection(to request: VendorRequest) -> VendorReply? {
        if request.kind == .token { return door.tokenObjection(to: request) }
        do throws(AzureError) {
            try door.admit(request)
            if request.kind == .question { return nil }
            guard request.query == "api-version=\(Self.version)" else { throw .notFound }
            switch request.kind {
            case .images:
                guard request.method == "POST" else { throw .notFound }
                _ = try Work(request)
            case .poll:
                guard request.method == "GET", request.body.isEmpty, work(at: request.path) != nil else { throw .notFound }
            default: throw .notFound
            }
            return nil
        } catch {
            return error.reply
        }
    }

    package func reply(to request: VendorRequest, answer: Behaviour.Answer, origin: String) -> VendorReply {
        if request.kind == .token { return door.tokenReply(answer) }
        if case .failing(let failure) = answer { return AzureError.failing(failure) }
        if request.kind == .question { return AzureError.notFound.reply }
        do throws(AzureError) {
            if request.kind == .poll {
                guard let work = work(at: request.path) else { throw .notFound }
                return look(at: work, request, origin)
            }
            var work = try Work(request)
            work.end = End(answer)
            work.again = request.repetition
            return accepted(work, origin)
        } catch {
            return error.reply
        }
    }

    // MARK: Submitting

    /// What an operation is to make, and how it is to end.
    private struct Work: Codable {
        var prompt: String
        var count: Int
        var width: Int
        var end = End(.normal)
        var again = 0

        init(_ request: VendorRequest) throws(AzureError) {
            guard request.mediaType == "application/json", let members = request.json?.object else {
                throw .bad("The request body is not JSON.")
            }
            for name in members.keys.sorted() where !["prompt", "n", "size", "user"].contains(name) {
                throw .bad("Additional properties are not allowed ('\(name)' was unexpected)")
            }
            guard let prompt = members["prompt"]?.string, (1...1000).contains(prompt.unicodeScalars.count) else {
                throw .bad("The prompt must have 1 to 1000 characters.")
            }
            let sizes = ["256x256": 256, "512x512": 512, "1024x1024": 1024]
            guard let width = sizes[members["size"]?.string ?? (members["size"] == nil ? "1024x1024" : "")] else {
                throw .bad("The size must be 256x256, 512x512 or 1024x1024.")
            }
            guard let count = members["n"]?.integer ?? (members["n"] == nil ? 1 : nil), (1...10).contains(count) else {
                throw .bad("n must be from 1 to 10.")
            }
            if let user = members["user"], user.string == nil { throw .bad("user must be a string.") }
            self.prompt = prompt
            self.count = count
            self.width = width
        }

        /// For the name of the operation.
        var name: String {
            guard let json = try? JSONEncoder().encode(self) else { return "" }
            return json.base64EncodedString().replacingOccurrences(of: "+", with: "-")
                .replacingOccurrences(of: "/", with: "_").replacingOccurrences(of: "=", with: "")
        }

        init?(name: String) {
            let base64 = name.replacingOccurrences(of: "-", with: "+").replacingOccurrences(of: "_", with: "/")
            let padded = base64 + String(repeating: "=", count: (4 - base64.count % 4) % 4)
            guard let data = Data(base64Encoded: padded), let work = try? JSONDecoder().decode(Work.self, from: data)
            else { return nil }
            self = work
        }
    }

    private enum End: Codable {
        case pictures, partly, refused, nothing, unsaid, broken
        case address(String)
        case truncated, html, empty
        case claiming(width: Int, height: Int)

        init(_ answer: Behaviour.Answer) {
            self =
                switch answer {
                case .noResults: .nothing
                case .missingResults: .unsaid
                case .brokenJSON: .broken
                case .refused, .filtered: .refused
                case .partlyRefused: .partly
                case .address(let url): .address(url)
                case .picture(.truncated): .truncated
                case .picture(.html): .html
                case .picture(.empty): .empty
                case .picture(.claiming(let width, let height)): .claiming(width: width, height: height)
                case .normal, .fixed, .addresses, .failing, .text, .cutShort: .pictures
                }
        }

        var fault: Behaviour.PictureFault? {
            switch self {
            case .truncated: .truncated
            case .html: .html
            case .empty: .empty
            case .claiming(let width, let height): .claiming(width: width, height: height)
            default: nil
            }
        }
    }

    private func accepted(_ work: Work, _ origin: String) -> VendorReply {
        let place = "\(operationOrigin ?? origin)\(Self.operationsPath)\(work.name)?api-version=\(Self.version)"
        var reply = VendorReply(
            status: 202, headers: ["operation-location": place, "x-ms-request-id": "test"],
            json: ["id": .string(String(work.name.suffix(36))), "status": "notRunning"])
        if let retryAfter { reply.headers["retry-after"] = retryAfter }
        let made =
            switch work.end {
            case .refused: 0
            case .partly: work.count - (work.count > 1 ? 1 : 0)
            default: work.count
            }
        let price = OpenAIImageModel.named("dall-e-2")?.flatPrice(width: work.width, height: work.width, quality: "") ?? 0
        if made > 0 { reply.charge = VendorLedger.Charge(model: "dall-e-2", nanodollars: made * price) }
        return reply
    }

    // MARK: Looking

    private func work(at path: String) -> Work? { Work(name: String(path.dropFirst(Self.operationsPath.count))) }

    private func look(at work: Work, _ request: VendorRequest, _ origin: String) -> VendorReply {
        var members: [String: VendorJSON] = [
            "created": 1_686_676_595, "id": .string(String(work.name.suffix(36))),
        ]
        guard request.repetition >= pendingLooks else {
            members["status"] = request.repetition == 0 ? "notRunning" : "running"
            var reply = VendorReply(json: .object(members))
            if let retryAfter { reply.headers["retry-after"] = retryAfter }
            return reply
        }
        members["expires"] = 1_686_762_999
        members["status"] = "succeeded"
        var files: [String: VendorReply.File] = [:]
        switch work.end {
        case .broken: return VendorReply(body: Array(#"{"created":1686676595,"status":"succ"#.utf8))
        case .unsaid: break
        case .nothing: members["result"] = ["created": 1_686_676_595, "data": []]
        case .refused:
            members["status"] = "failed"
            members["error"] = [
                "code": "contentFilter", "message": "Your task failed as a result of our safety system.",
            ]
        default:
            var data: [VendorJSON] = []
            for candidate in 0..<work.count { data.append(item(work, candidate, origin, &files)) }
            members["result"] = ["created": 1_686_676_595, "data": .array(data)]
        }
        var reply = VendorReply(json: .object(members))
        reply.files = files
        return reply
    }

    private func item(
        _ work: Work, _ candidate: Int, _ origin: String, _ files: inout [String: VendorReply.File]
    ) -> VendorJSON {
        if case .partly = work.end, candidate > 0, candidate == work.count - 1 {
            return [
                "error": [
                    "code": "contentFilter", "message": "Generated image was filtered as a result of our safety system.",
                ]
            ]
        }
        if case .address(let url) = work.end { return ["url": .string(url)] }
        let side = makesSmallPictures ? 64 : work.width
        let text = "dall-e-2 \(work.prompt) #\(candidate)" + (work.again > 0 ? " again \(work.again)" : "")
        let picture = TestPNG(width: side, height: side, text: text)
        let file = work.end.fault?.applied(to: picture) ?? VendorReply.File(contentType: "image/png", bytes: picture.bytes)
        let path = "/files/\(candidate)-\(TestHash(file.bytes).hex).png"
        files[path] = file
        return ["url": .string(origin + path + "?se=2026&sig=test%2Fsignature")]
    }
}
