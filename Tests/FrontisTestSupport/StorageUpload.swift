import Foundation

/// What a client says of an object that it wants to create.
struct StorageMetadata: Sendable {
    static let cacheControl = "public, max-age=31536000, immutable"

    let name: String
    let contentType: String
    let md5: String

    /// Throws Google's complaint about anything that Frontis is not meant to send, a lack of something included.
    init(_ bytes: [UInt8]) throws(StorageError) {
        guard let members = VendorJSON(bytes)?.object else { throw StorageError(400, "invalid", "Parse Error") }
        guard Set(members.keys) == ["name", "contentType", "cacheControl", "md5Hash"] else {
            throw StorageError(400, "invalid", "unexpected members: \(members.keys.sorted())")
        }
        guard let name = members["name"]?.string, (1...1024).contains(name.utf8.count), !name.hasPrefix("/"),
            let contentType = members["contentType"]?.string, contentType.hasPrefix("image/"),
            members["cacheControl"] == .string(Self.cacheControl), let md5 = members["md5Hash"]?.string,
            Data(base64Encoded: md5)?.count == 16
        else { throw StorageError(400, "invalid", "Invalid metadata: \(VendorJSON.object(members).text)") }
        self.name = name
        self.contentType = contentType
        self.md5 = md5
    }

    /// What Google says where something else has arrived.
    func complaint(about bytes: [UInt8]) -> StorageError? {
        let arrived = Data(VendorMD5.digest(bytes)).base64EncodedString()
        guard arrived != md5 else { return nil }
        return StorageError(
            400, "invalid", "Provided MD5 hash \"\(md5)\" doesn't match calculated MD5 hash \"\(arrived)\".")
    }
}

/// Metadata and bytes in one request: `multipart/related`, RFC 2387, read strictly.
struct StorageMultipart: Sendable {
    let metadata: StorageMetadata
    let bytes: [UInt8]

    init(_ request: VendorRequest) throws(StorageError) {
        let type = request.header("content-type") ?? ""
        guard type.hasPrefix("multipart/related; boundary=") else {
            throw StorageError(400, "badContent", "Unsupported content with type: \(type)")
        }
        let boundary = String(type.dropFirst("multipart/related; boundary=".count))
        guard (1...70).contains(boundary.utf8.count) else { throw StorageError(400, "badRequest", "Bad boundary") }
        let body = Data(request.body)
        let ending = Data("\r\n--\(boundary)--\r\n".utf8)
        let between = Data("\r\n--\(boundary)\r\n".utf8)
        let opening = Data("--\(boundary)\r\n".utf8)
        guard body.starts(with: opening), body.count > opening.count + ending.count, body.suffix(ending.count) == ending,
            let middle = body.range(of: between),
            let json = Self.part(body[opening.count..<middle.lowerBound], type: "application/json; charset=UTF-8")
        else { throw StorageError(400, "badRequest", "Malformed multipart body.") }
        metadata = try StorageMetadata(json)
        guard let bytes = Self.part(body[middle.upperBound..<(body.count - ending.count)], type: metadata.contentType)
        else { throw StorageError(400, "badRequest", "Malformed multipart body.") }
        self.bytes = bytes
    }

    /// A part's bytes, if it has this one header.
    private static func part(_ part: Data, type: String) -> [UInt8]? {
        let head = Data("Content-Type: \(type)\r\n\r\n".utf8)
        return part.starts(with: head) ? Array(part.dropFirst(head.count)) : nil
    }
}

/// An upload in pieces.
struct StorageSession: Sendable {
    /// But for the last, a piece is a multiple of this many bytes.
    static let grain = 256 << 10

    let metadata: StorageMetadata
    let size: Int
    var received: [UInt8] = []

    init(_ request: VendorRequest) throws(StorageError) {
        guard request.header("content-type") == "application/json; charset=UTF-8" else {
            throw StorageError(400, "badContent", "Unsupported content")
        }
        metadata = try StorageMetadata(request.body)
        guard request.header("x-upload-content-type") == metadata.contentType,
            let size = request.header("x-upload-content-length").flatMap({ Int($0) }), size > 0
        else { throw StorageError(400, "invalid", "X-Upload-Content-Type or -Length is wrong") }
        self.size = size
    }

    /// `308 Resume Incomplete`: what has arrived so far.
    var incomplete: VendorReply {
        let headers = received.isEmpty ? [:] : ["range": "bytes=0-\(received.count - 1)"]
        return VendorReply(status: 308, headers: headers, contentType: "text/plain", body: [])
    }

    /// Throws Google's complaint about a `Content-Range` that does not fit.
    func check(_ request: VendorRequest) throws(StorageError) {
        let range = request.header("content-range") ?? ""
        if request.body.isEmpty {
            guard range == "bytes */\(size)", request.header("content-length") == "0" else {
                throw StorageError(400, "badRequest", "Bad status check: '\(range)'")
            }
            return
        }
        let last = received.count + request.body.count - 1
        guard range == "bytes \(received.count)-\(last)/\(size)", last < size else {
            throw StorageError(
                400, "badRequest", "Invalid Content-Range '\(range)' after \(received.count) of \(size) bytes")
        }
        guard last == size - 1 || request.body.count % Self.grain == 0 else {
            throw StorageError(400, "badRequest", "A piece of \(request.body.count) bytes is no multiple of 256 KiB")
        }
    }
}

/// An error as the JSON API of Google Cloud Storage writes it.
struct StorageError: Error {
    let status: Int
    let reason: String
    let message: String

    init(_ status: Int, _ reason: String, _ message: String) {
        self.status = status
        self.reason = reason
        self.message = message
    }

    var reply: VendorReply {
        let detail: VendorJSON = ["message": .string(message), "domain": "global", "reason": .string(reason)]
        return VendorReply(
            status: status, headers: status == 429 || status >= 500 ? ["retry-after": "0"] : [:],
            json: ["error": ["code": .number(Double(status)), "message": .string(message), "errors": [detail]]])
    }
}
