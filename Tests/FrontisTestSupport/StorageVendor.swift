import Foundation
import Synchronization

/// Google Cloud Storage's side of its JSON API, with one bucket: create-only uploads whole and in pieces, lists, and
/// where tokens come from.
///
/// Of the behaviours, `missingResults` stores a file and says another digest, `noResults` stores it and says nothing of
/// it, `partlyRefused` takes half of a piece, `refused` is Google's 403, and `failing(.modelGone)` forgets an upload.
package final class StorageVendor: VendorDialect {
    package static let bucket = "test-bucket"
    static let scope = "https://www.googleapis.com/auth/devstorage.read_write"

    /// What the bucket holds.
    package struct Object: Sendable, Hashable {
        package var bytes: [UInt8]
        package var contentType: String
        package var cacheControl: String?

        package init(bytes: [UInt8], contentType: String = "image/png", cacheControl: String? = nil) {
            self.bytes = bytes
            self.contentType = contentType
            self.cacheControl = cacheControl
        }
    }

    private struct State {
        var objects: [String: Object] = [:]
        var sessions: [String: StorageSession] = [:]
        var sessionCount = 0
    }

    private let state = Mutex(State())
    /// Asks nobody who is there, as emulators do; a token is then an objection.
    private let isOpen: Bool
    /// Whether the account has more than the right to create objects.
    private let mayLook: Bool
    /// Objects on one page of a list.
    private let pageSize: Int

    package init(isOpen: Bool = false, mayLook: Bool = true, pageSize: Int = 1000) {
        self.isOpen = isOpen
        self.mayLook = mayLook
        self.pageSize = pageSize
    }

    /// By name; setting puts there what somebody else has uploaded.
    package var objects: [String: Object] {
        get { state.withLock { $0.objects } }
        set { state.withLock { $0.objects = newValue } }
    }

    private static let path = "/storage/v1/b/\(bucket)"
    private static let uploads = "/upload\(path)/o"

    // MARK: Dialect

    package var basePath: String { "" }

    package func kind(method: String, path: String) -> VendorRequest.Kind {
        if path == "/token" || path == GoogleAccounts.metadata + "instance/service-accounts/default/token" {
            return .token
        }
        if path.hasPrefix("/upload/") { return .upload }
        return path.hasPrefix("/storage/v1/b/") ? .question : .other
    }

    package func kind(method: String, path: String, body: [UInt8]) -> VendorRequest.Kind {
        let kind = kind(method: method, path: path)
        guard kind == .upload else { return kind }
        let carriesBytes = method == "POST" ? body.starts(with: Array("--".utf8)) : !body.isEmpty
        return carriesBytes ? .upload : .session
    }

    package func objection(to request: VendorRequest) -> VendorReply? {
        if request.kind == .token { return GoogleAccounts.objection(to: request, scope: Self.scope) }
        do throws(StorageError) {
            try admit(request)
            try check(request)
            return nil
        } catch {
            return error.reply
        }
    }

    package func reply(to request: VendorRequest, answer: Behaviour.Answer, origin: String) -> VendorReply {
        if request.kind == .token { return GoogleAccounts.reply(to: request, answer: answer) }
        if let failure = failure(request, answer) { return failure }
        do throws(StorageError) {
            if request.method == "GET" { return try look(request) }
            let query = query(of: request)
            if request.method == "PUT" { return try take(request, query["upload_id"] ?? "", answer) }
            if query["uploadType"] == "multipart" {
                let upload = try StorageMultipart(request)
                return try store(upload.metadata, upload.bytes, answer)
            }
            return try begin(request, origin)
        } catch {
            return error.reply
        }
    }

    private func failure(_ request: VendorRequest, _ answer: Behaviour.Answer) -> VendorReply? {
        switch answer {
        case .failing(.rateLimited):
            return StorageError(429, "rateLimitExceeded", "The rate of requests is too high.").reply
        case .failing(.overloaded): return StorageError(503, "backendError", "Backend Error").reply
        case .failing(.outOfQuota):
            return StorageError(403, "quotaExceeded", "Your usage has exceeded the limit.").reply
        case .failing(.keyRejected): return StorageError(401, "authError", "Invalid Credentials").reply
        case .failing(.modelGone):
            let id = query(of: request)["upload_id"]
            state.withLock { state in _ = id.map { state.sessions.removeValue(forKey: $0) } }
            return StorageError(410, "gone", "The upload session is gone.").reply
        case .refused:
            return StorageError(
                403, "forbidden",
                "\(GoogleAccounts.email) does not have storage.objects.create access to the Google Cloud Storage object."
            ).reply
        default: return nil
        }
    }

    // MARK: Checking

    private func admit(_ request: VendorRequest) throws(StorageError) {
        let given = request.header("authorization")
        let known = [GoogleAccounts.serviceToken, GoogleAccounts.userToken, GoogleAccounts.machineToken]
        let isRight = isOpen ? given == nil : known.contains { given == "Bearer \($0)" }
        guard isRight else {
            throw StorageError(401, "authError", "Invalid Credentials: \(given ?? "none")")
        }
        guard [Self.path, Self.uploads].contains(where: { isWithin(request.path, $0) }) else {
            throw StorageError(404, "notFound", "The specified bucket does not exist.")
        }
    }

    private func isWithin(_ path: String, _ folder: String) -> Bool { path == folder || path.hasPrefix(folder + "/") }

    private func check(_ request: VendorRequest) throws(StorageError) {
        let query = query(of: request)
        switch request.method {
        case "GET":
            guard request.body.isEmpty else { throw StorageError(400, "badRequest", "a GET with a body") }
        case "PUT":
            guard request.path == Self.uploads, query["ifGenerationMatch"] == "0", let id = query["upload_id"] else {
                throw StorageError(400, "badRequest", "not the address of an upload")
            }
            // An upload that has been forgotten is no fault of the client's.
            try state.withLock { $0.sessions[id] }?.check(request)
        case "POST":
            guard request.path == Self.uploads, Set(query.keys) == ["uploadType", "ifGenerationMatch"],
                query["ifGenerationMatch"] == "0"
            else { throw StorageError(400, "invalid", "unexpected query: \(request.query ?? "none")") }
            switch query["uploadType"] {
            case "multipart":
                let upload = try StorageMultipart(request)
                if let complaint = upload.metadata.complaint(about: upload.bytes) { throw complaint }
            case "resumable": _ = try StorageSession(request)
            default: throw StorageError(400, "invalid", "Invalid uploadType")
            }
        default: throw StorageError(405, "methodNotAllowed", "Method Not Allowed")
        }
    }

    private func query(of request: VendorRequest) -> [String: String] {
        var members: [String: String] = [:]
        for pair in (request.query ?? "").split(separator: "&") {
            let halves = pair.split(separator: "=", maxSplits: 1).map(String.init)
            members[halves[0]] = halves.count > 1 ? halves[1].removingPercentEncoding : ""
        }
        return members
    }

    // MARK: Looking

    private func look(_ request: VendorRequest) throws(StorageError) -> VendorReply {
        let query = query(of: request)
        let path = String(request.path.dropFirst(Self.path.count))
        if path == "/iam/testPermissions" {
            let held: [VendorJSON] =
                mayLook ? ["storage.objects.create", "storage.objects.list"] : ["storage.objects.create"]
            return VendorReply(json: ["permissions": .array(held)])
        }
        guard mayLook else {
            throw StorageError(403, "forbidden", "\(GoogleAccounts.email) does not have storage.objects.get access.")
        }
        if path.isEmpty { return VendorReply(json: ["name": .string(Self.bucket), "location": "EUROPE-WEST1"]) }
        if path == "/o" { return list(query) }
        let name = path.dropFirst("/o/".count).removingPercentEncoding ?? ""
        guard !path.dropFirst("/o/".count).contains("/"), let object = objects[name] else {
            throw StorageError(404, "notFound", "No such object: \(Self.bucket)/\(name)")
        }
        return VendorReply(json: Self.resource(name, object))
    }

    private func list(_ query: [String: String]) -> VendorReply {
        let names = objects.keys.filter { $0.hasPrefix(query["prefix"] ?? "") }.sorted()
        let start = query["pageToken"].flatMap { Int($0) } ?? 0
        let size = min(pageSize, query["maxResults"].flatMap { Int($0) } ?? 1000)
        let page = names.dropFirst(start).prefix(size)
        var reply: [String: VendorJSON] = [:]
        if !page.isEmpty {
            reply["items"] = .array(page.compactMap { name in objects[name].map { Self.resource(name, $0) } })
        }
        if start + size < names.count { reply["nextPageToken"] = .string(String(start + size)) }
        return VendorReply(json: .object(reply))
    }

    private static func resource(_ name: String, _ object: Object, md5: [UInt8]? = nil) -> VendorJSON {
        [
            "name": .string(name), "bucket": .string(bucket), "size": .string(String(object.bytes.count)),
            "contentType": .string(object.contentType), "generation": "1",
            "md5Hash": .string(Data(md5 ?? VendorMD5.digest(object.bytes)).base64EncodedString()),
        ]
    }

    // MARK: Storing

    private func begin(_ request: VendorRequest, _ origin: String) throws(StorageError) -> VendorReply {
        let session = try StorageSession(request)
        let id = try state.withLock { state throws(StorageError) -> String in
            guard state.objects[session.metadata.name] == nil else { throw Self.exists }
            state.sessionCount += 1
            state.sessions["session-\(state.sessionCount)"] = session
            return "session-\(state.sessionCount)"
        }
        let address = "\(origin)\(Self.uploads)?uploadType=resumable&ifGenerationMatch=0&upload_id=\(id)"
        return VendorReply(headers: ["location": address], contentType: "text/plain", body: [])
    }

    private func take(
        _ request: VendorRequest, _ id: String, _ answer: Behaviour.Answer
    ) throws(StorageError) -> VendorReply {
        guard var session = state.withLock({ $0.sessions[id] }) else {
            throw StorageError(404, "notFound", "No such upload.")
        }
        var piece = request.body[...]
        if case .partlyRefused = answer {
            piece = piece.prefix(piece.count / 2 / StorageSession.grain * StorageSession.grain)
        }
        session.received += piece
        let grown = session
        state.withLock { $0.sessions[id] = grown }
        guard session.received.count == session.size else { return session.incomplete }
        if let stored = objects[session.metadata.name], stored.bytes == session.received {
            return VendorReply(json: Self.resource(session.metadata.name, stored))
        }
        return try store(session.metadata, session.received, answer)
    }

    private static let exists = StorageError(
        412, "conditionNotMet", "At least one of the pre-conditions you specified did not hold.")

    private func store(
        _ metadata: StorageMetadata, _ bytes: [UInt8], _ answer: Behaviour.Answer
    ) throws(StorageError) -> VendorReply {
        if let complaint = metadata.complaint(about: bytes) { throw complaint }
        let object = Object(
            bytes: bytes, contentType: metadata.contentType, cacheControl: StorageMetadata.cacheControl)
        try state.withLock { state throws(StorageError) in
            guard state.objects[metadata.name] == nil else { throw Self.exists }
            state.objects[metadata.name] = object
        }
        switch answer {
        case .missingResults:
            return VendorReply(json: Self.resource(metadata.name, object, md5: VendorMD5.digest([0])))
        case .noResults: return VendorReply(json: [:])
        case .brokenJSON: return VendorReply(body: Array(#"{"name": "#.utf8))
        default: return VendorReply(json: Self.resource(metadata.name, object))
        }
    }
}
