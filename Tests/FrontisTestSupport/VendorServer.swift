import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// A vendor on loopback, over real HTTP/1.1: strict about what it is sent, and as nasty as a test wants.
///
/// ```swift
/// let vendor = try await VendorServer.start(OpenAIVendor(key: "sk-test-123456"))
/// vendor.script(.images, [.status(429, headers: ["retry-after-ms": "5"]), .normal])
/// …
/// await vendor.stop()
/// ```
/// A held or silent reply waits until `stop()`, which itself takes five seconds at most.
package final class VendorServer: Sendable {
    /// Chooses the behaviour for a request; `index` counts the requests of its kind from 0.
    package typealias Script = @Sendable (_ request: VendorRequest, _ index: Int) -> Behaviour

    typealias Connection = NIOAsyncChannel<HTTPServerRequestPart, HTTPServerResponsePart>

    private struct State {
        var requests: [VendorRequest] = []
        var violations: [String] = []
        var ledger = VendorLedger()
        var queues: [VendorRequest.Kind: [Behaviour]] = [:]
        var scripts: [VendorRequest.Kind: Script] = [:]
        var files: [String: VendorReply.File] = [:]
        var inFlight = 0
        var peakInFlight = 0
        var connections: [ObjectIdentifier: any Channel] = [:]
        /// The clients' ports of all connections there were.
        var clients: Set<Int> = []
        var isStopped = false
    }

    /// Larger requests are a violation.
    static let requestLimit = 64 << 20

    /// The port on 127.0.0.1.
    package let port: Int
    /// What a provider's `base-url` has to be.
    package let baseURL: String
    /// `http://127.0.0.1:PORT`, where pictures are downloaded from.
    package let origin: String
    private let dialect: any VendorDialect
    private let listener: NIOAsyncChannel<Connection, Never>
    private let state = Mutex(State())
    private let task = Mutex<Task<Void, Never>?>(nil)
    private let end = AsyncStream.makeStream(of: Void.self)

    private init(dialect: any VendorDialect, listener: NIOAsyncChannel<Connection, Never>, port: Int) {
        self.dialect = dialect
        self.listener = listener
        self.port = port
        self.origin = "http://127.0.0.1:\(port)"
        self.baseURL = "http://127.0.0.1:\(port)" + dialect.basePath
    }

    /// Listens on a free port of 127.0.0.1. Throws what the system says if it cannot.
    package static func start(_ dialect: any VendorDialect) async throws -> VendorServer {
        let listener: NIOAsyncChannel<Connection, Never> = try await ServerBootstrap(
            group: MultiThreadedEventLoopGroup.singleton
        )
        .serverChannelOption(.backlog, value: 256)
        .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
        .bind(host: "127.0.0.1", port: 0) { channel in
            channel.eventLoop.makeCompletedFuture {
                try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                return try Connection(wrappingChannelSynchronously: channel)
            }
        }
        guard let port = listener.channel.localAddress?.port else { throw ChannelError.unknownLocalAddress }
        let server = VendorServer(dialect: dialect, listener: listener, port: port)
        let task = Task(executorPreference: ServerExecutor()) { await server.run() }
        server.task.withLock { $0 = task }
        return server
    }

    /// Ends all connections, finished or not, and the server. Does nothing the second time.
    package func stop() async {
        let connections = state.withLock { state in
            state.isStopped = true
            return Array(state.connections.values)
        }
        task.withLock { $0 }?.cancel()
        listener.channel.close(promise: nil)
        for connection in connections { connection.close(promise: nil) }
        let ended = end.stream
        await withTaskGroup(of: Void.self) { group in
            group.addTask { for await _ in ended {} }
            group.addTask {
                do { try await Task.sleep(for: .seconds(5)) } catch { return }
            }
            await group.next()
            group.cancelAll()
        }
    }

    /// Returns when all that clients which are gone had sent has been read. A request counts when it is complete, which
    /// may be a while after its client was killed.
    package func settle() async throws {
        // Connections are taken in order: with this one, all before it have been.
        let probe = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connect(host: "127.0.0.1", port: port).get()
        guard let own = probe.localAddress?.port else { throw ChannelError.unknownLocalAddress }
        while !state.withLock({ $0.clients.contains(own) }) { try await Task.sleep(for: .milliseconds(2)) }
        try await probe.close().get()
        while !state.withLock({ $0.connections.isEmpty }) { try await Task.sleep(for: .milliseconds(2)) }
    }

    // MARK: What tests say

    /// Behaviours for the next requests of a kind, one each, after those already queued.
    package func script(_ kind: VendorRequest.Kind, _ behaviours: [Behaviour]) {
        state.withLock { $0.queues[kind, default: []] += behaviours }
    }

    /// The behaviour of every request of a kind for which nothing is queued.
    package func always(_ kind: VendorRequest.Kind, _ behaviour: Behaviour) {
        always(kind) { _, _ in behaviour }
    }

    /// Decides by request for every request of a kind for which nothing is queued.
    package func always(_ kind: VendorRequest.Kind, _ script: @escaping Script) {
        state.withLock { $0.scripts[kind] = script }
    }

    /// Forgets requests, violations, charges and scripts; pictures stay where they are.
    package func reset() {
        state.withLock { state in
            state.requests = []
            state.violations = []
            state.ledger = VendorLedger()
            state.queues = [:]
            state.scripts = [:]
            state.peakInFlight = state.inFlight
        }
    }

    // MARK: What tests ask

    /// All requests, in the order in which they were complete.
    package var requests: [VendorRequest] { state.withLock { $0.requests } }
    package func requests(_ kind: VendorRequest.Kind) -> [VendorRequest] { requests.filter { $0.kind == kind } }
    /// Conversations that asked for a prompt; descriptions are `requests(.chat)`.
    package var promptRequests: [VendorRequest] { requests(.prompt) }
    /// What the vendor had against requests, each with its method and path. Empty after a clean run.
    package var violations: [String] { state.withLock { $0.violations } }
    package var ledger: VendorLedger { state.withLock { $0.ledger } }
    /// The most requests that were being answered at one time.
    package var peakInFlight: Int { state.withLock { $0.peakInFlight } }
    /// Requests that are being answered now.
    package var inFlight: Int { state.withLock { $0.inFlight } }

    // MARK: Serving

    private func run() async {
        defer { end.continuation.finish() }
        do {
            try await listener.executeThenClose { connections in
                try await withThrowingDiscardingTaskGroup { group in
                    for try await connection in connections {
                        group.addTask { await self.serve(connection) }
                    }
                }
            }
        } catch {
            guard !(error is CancellationError), !state.withLock({ $0.isStopped }) else { return }
            violate("the server ended: \(error)")
        }
    }

    private func serve(_ connection: Connection) async {
        let id = ObjectIdentifier(connection.channel)
        let isStopped = state.withLock { state in
            state.connections[id] = connection.channel
            if let port = connection.channel.remoteAddress?.port { state.clients.insert(port) }
            return state.isStopped
        }
        defer { state.withLock { _ = $0.connections.removeValue(forKey: id) } }
        do {
            try await connection.executeThenClose { inbound, _ in
                if isStopped { return }
                try await self.answerRequests(inbound, VendorWire(channel: connection.channel))
            }
        } catch {
            // Clients that leave and replies that are broken on purpose end here; a request that is not HTTP
            // is the client's fault.
            if error is HTTPParserError { violate("not HTTP: \(error)") }
        }
    }

    private func answerRequests(
        _ inbound: NIOAsyncChannelInboundStream<HTTPServerRequestPart>, _ wire: VendorWire
    ) async throws {
        var head: HTTPRequestHead?
        var body: [UInt8] = []
        for try await part in inbound {
            switch part {
            case .head(let received):
                head = received
                body = []
            case .body(let buffer):
                body += buffer.readableBytesView
                guard body.count <= Self.requestLimit else { return violate("a request of over 64 MiB") }
            case .end:
                guard let complete = head else { continue }
                head = nil
                let staysOpen = try await answer(complete, body, wire)
                guard staysOpen, complete.isKeepAlive else { return }
            }
        }
    }

    /// Whether the connection can take another request.
    private func answer(_ head: HTTPRequestHead, _ body: [UInt8], _ wire: VendorWire) async throws -> Bool {
        let (request, behaviour) = take(head, body)
        defer { state.withLock { $0.inFlight -= 1 } }
        if let gate = behaviour.gate { await gate.pass() }
        if let delay = behaviour.delay { try await Task.sleep(for: delay) }
        let objection = request.kind == .download ? nil : dialect.objection(to: request)
        if let objection {
            violate("\(request.method) \(request.path): \(String(decoding: objection.body.prefix(600), as: UTF8.self))")
        }
        var reply = reply(to: request, behaviour.answer, objection: objection)
        if let contentType = behaviour.contentType { reply.contentType = contentType }
        state.withLock { state in
            state.files.merge(reply.files) { _, new in new }
            if let charge = reply.charge { state.ledger.add(charge) }
        }
        return try await wire.send(reply, by: behaviour.transport, isHead: head.method == .HEAD)
    }

    private func reply(
        to request: VendorRequest, _ answer: Behaviour.Answer, objection: VendorReply?
    ) -> VendorReply {
        if case .fixed(let reply) = answer { return reply }
        if request.kind == .download { return download(request, answer) }
        return objection ?? dialect.reply(to: request, answer: answer, origin: origin)
    }

    /// Records a request and chooses how it is treated, in one step: the scripts follow the record.
    private func take(_ head: HTTPRequestHead, _ body: [UInt8]) -> (VendorRequest, Behaviour) {
        let parts = head.uri.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let path = parts.first ?? ""
        let method = head.method.rawValue
        let kind = path.hasPrefix("/files/") ? .download : dialect.kind(method: method, path: path, body: body)
        var request = VendorRequest(
            index: 0, kind: kind, method: method, path: path, query: parts.count > 1 ? parts[1] : nil,
            headers: head.headers.map { (name: $0.name, value: $0.value) }, body: body)
        let (queued, script, ofKind) = state.withLock { state -> (Behaviour?, Script?, Int) in
            request.index = state.requests.count
            request.repetition = state.requests.count { $0.kind == kind && $0.subject == request.subject }
            let ofKind = state.requests.count { $0.kind == kind }
            state.requests.append(request)
            state.inFlight += 1
            state.peakInFlight = max(state.peakInFlight, state.inFlight)
            guard state.queues[kind]?.isEmpty == false else { return (nil, state.scripts[kind], ofKind) }
            return (state.queues[kind]?.removeFirst(), nil, ofKind)
        }
        return (request, queued ?? script?(request, ofKind) ?? .normal)
    }

    /// A picture's address carries its own signature: credentials beside it are refused, as blob stores do.
    private func download(_ request: VendorRequest, _ answer: Behaviour.Answer) -> VendorReply {
        for name in ["authorization", "api-key", "x-goog-api-key", "cookie"] where request.header(name) != nil {
            violate("\(request.method) \(request.path): a download with the header \(name)")
            return VendorReply(
                status: 400, contentType: "application/xml",
                body: Array("<Error><Code>InvalidAuthenticationInfo</Code></Error>".utf8))
        }
        guard request.method == "GET", let file = state.withLock({ $0.files[request.path] }) else {
            violate("\(request.method) \(request.path): no such picture")
            return VendorReply(
                status: 404, contentType: "application/xml",
                body: Array("<Error><Code>BlobNotFound</Code></Error>".utf8))
        }
        var served = file
        if case .picture(let fault) = answer {
            served = fault.applied(to: TestPNG(width: 64, height: 64, text: request.path))
        }
        return VendorReply(contentType: served.contentType, body: served.bytes)
    }

    private func violate(_ what: String) {
        state.withLock { $0.violations.append(what) }
    }
}
