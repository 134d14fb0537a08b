import AsyncHTTPClient
package import FrontisCore
import FrontisText
import NIOCore
import NIOHTTP1
import Synchronization

/// The one owner of HTTP connections. No connection is opened, and no thread started, before the first request.
///
/// Redirects are never followed here, so no credential can leave the origin it was meant for. Answers are read
/// up to a limit, and every exchange ends with its time-out.
package final class HTTPTransport: Sendable {
    /// Bytes that an answer may have.
    package static let largestReply = 128 << 20
    /// Bytes of an answer in words, thoughts and whatever else gateways add included.
    package static let largestWords = 4 << 20
    /// An answer that reports an error is read this far; the rest says nothing more.
    package static let largestErrorReply = 256 << 10

    private enum State {
        case unused
        case open(HTTPClient)
        case closed
    }

    private let state = Mutex(State.unused)

    private let secrets: KnownSecrets

    /// - Parameter secrets: is told of every credential before it is sent.
    package init(secrets: KnownSecrets = KnownSecrets()) {
        self.secrets = secrets
    }

    /// What must not be repeated to anyone, besides the credentials that are sent.
    package func keepSecret(_ more: [Secret]) {
        for secret in more { secrets.add(secret) }
    }

    /// Closes every connection; sending fails from now on. Whoever made the transport calls this: a client that
    /// is dropped while it is open stops a debug build.
    package func shutdown() async {
        let used = state.withLock { state -> HTTPClient? in
            defer { state = .closed }
            return if case .open(let client) = state { client } else { nil }
        }
        do {
            try await used?.shutdown()
        } catch {
            // Connections that would not end properly are closed all the same, and nothing waits for them.
            return
        }
    }

    private func connectedClient() throws(ProviderFailure) -> HTTPClient {
        let client = state.withLock { state -> HTTPClient? in
            switch state {
            case .closed: return nil
            case .open(let client): return client
            case .unused:
                let client = HTTPClient(
                    eventLoopGroup: HTTPClient.defaultEventLoopGroup, configuration: Self.configuration)
                state = .open(client)
                return client
            }
        }
        guard let client else { throw ProviderFailure(.rejected, "the connections to providers are closed already") }
        return client
    }

    private static var configuration: HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow, timeout: .init(connect: .seconds(10)))
        // The caller decides about another attempt.
        configuration.connectionPool.retryConnectionEstablishment = false
        // Some compress whatever was said, and what they send may be paid for. As the client's own usual setting has it:
        // up to 25 times as long as it came, which is more than pictures and words ever are.
        configuration.decompression = HTTPClient.Configuration.singletonConfiguration.decompression
        // How many requests run at once is the provider's `concurrency`, not the client's business.
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 64
        return configuration
    }

    /// Sends one request and reads its answer, whatever its status. With `pinned` it connects to that IP address
    /// and to no other, while TLS still checks the name.
    ///
    /// Throws `busy` for lost connections and time-outs (and for cancellation, which the caller sees in its own
    /// task), `rejected` where no TLS connection can be made, `unusable` for an answer over the limit, and
    /// `unconfigured` for an address that must not be asked in plain text.
    package func send(_ request: HTTPRequest, pinned: IPAddress? = nil) async throws(ProviderFailure) -> HTTPReply {
        guard let address = WebAddress(request.url) else {
            throw ProviderFailure(.unconfigured, "the provider's address is not an http or https address")
        }
        guard address.scheme == "https" || address.isLoopback || request.allowsInsecureHTTP else {
            throw ProviderFailure(
                .unconfigured, "plain http to \(address.host) would show the request to everyone on the way",
                help: "use https, or write allow-insecure-http: true for a network that you trust")
        }
        for credential in request.credentials {
            // Without the word before it: `Bearer`, `Basic`.
            let words = credential.value.reveal().split(separator: " ")
            if let last = words.last { secrets.add(Secret(String(last))) }
        }
        let prepared = try Self.prepare(request)
        do {
            guard let pinned, address.host != pinned.description else {
                return try await Self.exchange(prepared, of: request, by: try connectedClient())
            }
            var configuration = Self.configuration
            configuration.dnsOverride = [address.host: pinned.description]
            return try await HTTPClient.withHTTPClient(configuration: configuration) { client in
                try await Self.exchange(prepared, of: request, by: client)
            }
        } catch let failure as ProviderFailure {
            throw failure
        } catch {
            throw HTTPFailure.classify(error, host: address.host, timeout: request.timeout)
        }
    }

    private static func prepare(_ request: HTTPRequest) throws(ProviderFailure) -> HTTPClientRequest {
        var prepared = HTTPClientRequest(url: request.url)
        prepared.method = HTTPMethod(rawValue: request.method)
        prepared.headers.add(name: "User-Agent", value: "Frontis")
        // Pictures are compressed already. Without a word servers may choose for themselves.
        prepared.headers.add(name: "Accept-Encoding", value: "identity")
        for (name, value) in request.headers { prepared.headers.add(name: name, value: value) }
        for credential in request.credentials {
            let value = credential.value.reveal()
            // Checked here because the client quotes a value that it refuses in its error.
            guard value.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else {
                throw ProviderFailure(
                    .unconfigured, "the credential for \(credential.header) holds characters that cannot be sent",
                    help: "look for line breaks and typographic quotes in the environment variable")
            }
            prepared.headers.add(name: credential.header, value: value)
        }
        if !request.body.isEmpty { prepared.body = .bytes(ByteBuffer(bytes: request.body)) }
        return prepared
    }

    /// The client's own deadline ends with the answer's head, so the clock runs beside the whole exchange.
    private static func exchange(
        _ prepared: HTTPClientRequest, of request: HTTPRequest, by client: HTTPClient
    ) async throws -> HTTPReply {
        try await withThrowingTaskGroup(of: HTTPReply.self) { group in
            group.addTask {
                let response = try await client.execute(prepared, deadline: .now() + .hours(48))
                return try await read(response, of: request)
            }
            group.addTask {
                try await Task.sleep(for: request.timeout)
                throw HTTPClientError.deadlineExceeded
            }
            defer { group.cancelAll() }
            guard let reply = try await group.next() else { throw CancellationError() }
            return reply
        }
    }

    private static func read(_ response: HTTPClientResponse, of request: HTTPRequest) async throws -> HTTPReply {
        let status = Int(response.status.code)
        var headers: [String: String] = [:]
        for (name, value) in response.headers where headers[name.lowercased()] == nil {
            headers[name.lowercased()] = value
        }
        let isError = !(200..<300).contains(status)
        if !isError, let encoding = headers["content-encoding"], !readableEncodings.contains(encoding) {
            let shown = VendorText.clean(String(encoding.prefix(40)), secrets: [])
            throw ProviderFailure(
                .unusable, "the answer is compressed in a way that is not read: \(shown)",
                help: "none was asked for: look for what compresses answers on their way", mayBeBilled: true,
                evidence: VendorText.evidence(
                    try await bytes(of: response, limit: VendorText.largestEvidence), secrets: []))
        }
        let limit = isError ? min(request.largestReply, largestErrorReply) : request.largestReply
        if !isError, let length = headers["content-length"].flatMap({ Int($0) }), length > limit {
            throw tooLarge(limit)
        }
        var body: [UInt8] = []
        do {
            for try await chunk in response.body {
                if body.count + chunk.readableBytes > limit {
                    guard isError else { throw tooLarge(limit) }
                    body.append(contentsOf: chunk.readableBytesView.prefix(limit - body.count))
                    break
                }
                body.append(contentsOf: chunk.readableBytesView)
            }
        } catch {
            let isEnough = !isError && request.sufficientHeader.map { headers[$0] != nil } ?? false
            guard isEnough, !(error is ProviderFailure), !Task.isCancelled else { throw error }
        }
        return HTTPReply(status: status, headers: headers, body: body)
    }

    /// As the client undoes them: it takes no other spelling.
    private static let readableEncodings: Set<String> = ["", "identity", "gzip", "deflate"]

    /// The first bytes of the body.
    private static func bytes(of response: HTTPClientResponse, limit: Int) async throws -> [UInt8] {
        var body: [UInt8] = []
        for try await chunk in response.body {
            body.append(contentsOf: chunk.readableBytesView.prefix(limit - body.count))
            if body.count == limit { break }
        }
        return body
    }

    private static func tooLarge(_ limit: Int) -> ProviderFailure {
        let shown = limit < 1 << 20 ? "\(limit >> 10) KiB" : "\(limit >> 20) MiB"
        return ProviderFailure(.unusable, "the answer is larger than \(shown)", mayBeBilled: true)
    }
}
