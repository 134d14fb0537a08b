package import FrontisCore
import FrontisHTTP
import FrontisText
import Synchronization

/// One file's way into a bucket, created there and never replaced. Whoever uploads calls `advance()` until it says how
/// it ended, and again after a `busy` failure: what has arrived is not sent twice.
///
/// A small file goes in one request (https://cloud.google.com/storage/docs/json_api/v1/how-tos/multipart-upload), a
/// large one piece by piece (https://cloud.google.com/storage/docs/performing-resumable-uploads).
package final class BucketUpload: Sendable {
    /// Bytes.
    package struct Sizes: Sendable {
        /// What is sent in one request.
        var largestWhole = 4 << 20
        /// A piece of a larger file: a multiple of 256 KiB, and of the 8 MiB that Google recommends.
        var piece = 8 << 20

        package init() {}
    }

    package enum Step: Sendable, Hashable {
        /// Something has arrived, and there is more to send.
        case going
        case created
        /// It was there before, with the same bytes as far as the bucket says.
        case existed
    }

    /// A large file's upload that the service knows about.
    private struct Session {
        /// Whoever knows it may write the file.
        let address: Secret
        /// Bytes that have arrived.
        var offset = 0
        /// Whether that is the service's word: not after a request without an answer.
        var isCertain = true
    }

    private struct State {
        var session: Session?
        var sessions = 0
    }

    /// The service may forget an upload. One that forgets every upload is not asked for ever.
    private static let mostSessions = 4

    private let bucket: Bucket
    private let object: BucketObject
    private let sizes: Sizes
    private let state = Mutex(State())

    package init(_ object: BucketObject, to bucket: Bucket, sizes: Sizes = Sizes()) {
        self.object = object
        self.bucket = bucket
        self.sizes = sizes
    }

    /// Sends the whole file or its next piece. Throws `unusable` where the bucket holds other bytes under the name.
    package func advance() async throws(ProviderFailure) -> Step {
        if object.size <= sizes.largestWhole { return try await sendWhole() }
        var session: Session
        if let known = state.withLock({ $0.session }) {
            session = known
        } else {
            let answer = try await askForSession()
            if answer.status == 412 { return try await end(answer) }
            session = try begin(answer)
        }
        if !session.isCertain {
            let answer = try await put([], "bytes */\(object.size)", session)
            if let step = try await settle(answer, &session) { return step }
        }
        return try await sendPiece(session)
    }

    // MARK: Whole

    private func sendWhole() async throws(ProviderFailure) -> Step {
        let bytes = try object.read(0..<object.size)
        let head =
            "--\(boundary)\r\nContent-Type: application/json; charset=UTF-8\r\n\r\n\(object.metadata.compactText)\r\n"
            + "--\(boundary)\r\nContent-Type: \(object.mediaType.rawValue)\r\n\r\n"
        let answer = try await bucket.ask(
            "POST", bucket.uploads + "?uploadType=multipart&ifGenerationMatch=0",
            headers: [("Content-Type", "multipart/related; boundary=\(boundary)")],
            body: Array(head.utf8) + bytes + Array("\r\n--\(boundary)--\r\n".utf8))
        return try await end(answer)
    }

    /// RFC 2046 takes letters and digits. A file does not hold its own digest.
    private var boundary: String { "frontis-" + object.md5.filter { $0.isLetter || $0.isNumber } }

    // MARK: In pieces

    private func askForSession() async throws(ProviderFailure) -> BucketAnswer {
        guard state.withLock({ $0.sessions }) < Self.mostSessions else {
            throw ProviderFailure(.rejected, "the upload of \(object.name) is forgotten again and again")
        }
        return try await bucket.ask(
            "POST", bucket.uploads + "?uploadType=resumable&ifGenerationMatch=0",
            headers: [
                ("Content-Type", "application/json; charset=UTF-8"),
                ("X-Upload-Content-Type", object.mediaType.rawValue),
                ("X-Upload-Content-Length", String(object.size)),
            ], body: Array(object.metadata.compactText.utf8))
    }

    private func begin(_ answer: BucketAnswer) throws(ProviderFailure) -> Session {
        guard answer.isGood else { throw answer.failure }
        // The address is as good as the file's key, and no token leaves the origin that it is for.
        let origin = try bucket.address()
        guard let written = answer.reply.headers["location"], let location = origin.redirected(to: written),
            let address = WebAddress(location), address.origin == origin.origin
        else {
            throw ProviderFailure(
                .rejected, "the answer names no address of \(origin.host) to upload to",
                help: "check publish.endpoint")
        }
        let session = Session(address: Secret(address.url))
        state.withLock { state in
            state.session = session
            state.sessions += 1
        }
        return session
    }

    private func sendPiece(_ known: Session) async throws(ProviderFailure) -> Step {
        var session = known
        let end = min(session.offset + sizes.piece, object.size)
        let bytes = try object.read(session.offset..<end)
        guard bytes.count == end - session.offset else {
            throw ProviderFailure(.rejected, "the file of \(object.name) has become shorter")
        }
        session.isCertain = false
        keep(session)
        let range = "bytes \(session.offset)-\(end - 1)/\(object.size)"
        let answer = try await put(bytes, range, session)
        if let step = try await settle(answer, &session) { return step }
        guard session.offset > known.offset else {
            throw ProviderFailure(.busy, "nothing of a piece of \(object.name) has arrived")
        }
        return .going
    }

    private func put(
        _ bytes: [UInt8], _ range: String, _ session: Session
    ) async throws(ProviderFailure) -> BucketAnswer {
        try await bucket.ask(
            "PUT", session.address.reveal(), headers: [("Content-Range", range)], body: bytes,
            hiding: [session.address])
    }

    /// Takes the service's word for how much has arrived; says how it ended, if it has.
    private func settle(
        _ answer: BucketAnswer, _ session: inout Session
    ) async throws(ProviderFailure) -> Step? {
        switch answer.status {
        case 308:
            session.offset = try arrived(answer)
            session.isCertain = true
            keep(session)
            return nil
        case 404, 410:
            forget()
            throw ProviderFailure(.busy, "the upload of \(object.name) has been forgotten (status \(answer.status))")
        case 412, 200..<300:
            return try await end(answer)
        default:
            throw answer.failure
        }
    }

    /// `bytes=0-262143`; without a range nothing has arrived.
    private func arrived(_ answer: BucketAnswer) throws(ProviderFailure) -> Int {
        guard let range = answer.reply.headers["range"] else { return 0 }
        guard range.hasPrefix("bytes=0-"), let last = Int(range.dropFirst("bytes=0-".count)), last >= 0,
            last < object.size
        else {
            throw ProviderFailure(.rejected, "the answer says that '\(range.prefix(60))' has arrived")
        }
        return last + 1
    }

    private func keep(_ session: Session) { state.withLock { $0.session = session } }
    private func forget() { state.withLock { $0.session = nil } }

    // MARK: The end

    private func end(_ answer: BucketAnswer) async throws(ProviderFailure) -> Step {
        if answer.status == 412 {
            // An account that may not look has to believe it.
            guard let found = try await bucket.find(object.name) else { return .existed }
            guard !object.isNamedByItsBytes || found.isCopy(size: object.size, md5: object.md5) else { throw conflict }
            return .existed
        }
        guard let entry = BucketEntry(try answer.json()) else {
            throw ProviderFailure(
                .rejected, "the answer to an upload is no object", help: "check publish.endpoint")
        }
        guard entry.isCopy(size: object.size, md5: object.md5) else {
            throw ProviderFailure(
                .unusable, "\(object.name) arrived with other bytes than were sent",
                help: "delete it in the bucket, and build again")
        }
        return .created
    }

    private var conflict: ProviderFailure {
        ProviderFailure(
            .unusable, "the bucket holds other bytes as \(object.name)",
            help: "nothing in the bucket is ever replaced: delete that object, or choose another prefix")
    }
}
