import FrontisCore
import FrontisHTTP
import FrontisText

/// Work that Azure has accepted: where to ask for it, and the asking.
struct AzureOperation: Sendable {
    /// Between two questions, whatever the vendor says.
    static let shortestWait = Duration.milliseconds(200)
    static let longestWait = Duration.seconds(120)
    /// Where the vendor does not say.
    static let usualWait = Duration.seconds(3)
    /// Of the answer to a submission: where to ask for what comes of it.
    static let header = "operation-location"
    /// For one answer.
    private static let patience = Duration.seconds(30)

    /// Where to ask, with the credential: of the vendor's own origin.
    let address: WebAddress
    private let firstWait: Duration
    private let service: any OpenAIService
    private let credential: VendorCredential?
    private let context: VendorContext

    /// Reads the answer to a submission. Throws what the vendor's error means; `unusable` where it does not say where
    /// to ask, or names another origin, which never sees the credential.
    init(
        _ reply: HTTPReply, at route: OpenAIRoute, service: any OpenAIService, credential: VendorCredential?,
        context: VendorContext
    ) throws(ProviderFailure) {
        guard (200..<300).contains(reply.status), JSONValue(reply.body)?["error"] == nil else {
            throw service.help.failure(reply, context)
        }
        guard let location = reply.headers[Self.header] else {
            throw context.unusable("the answer of \(context.host) has no operation-location", reply.body)
        }
        address = try Self.address(location, at: route, context: context, body: reply.body)
        firstWait = Self.wait(reply)
        self.service = service
        self.credential = credential
        self.context = context
    }

    /// Work that was accepted before, known by where to ask for it.
    init(
        _ address: String, at route: OpenAIRoute, service: any OpenAIService, credential: VendorCredential?,
        context: VendorContext
    ) throws(ProviderFailure) {
        self.address = try Self.address(address, at: route, context: context, body: [])
        firstWait = Self.shortestWait
        self.service = service
        self.credential = credential
        self.context = context
    }

    private static func address(
        _ location: String, at route: OpenAIRoute, context: VendorContext, body: [UInt8]
    ) throws(ProviderFailure) -> WebAddress {
        guard let whole = route.address.redirected(to: location), let address = WebAddress(whole) else {
            throw context.unusable("the operation-location of \(context.host) is no address", body)
        }
        guard address.origin == route.address.origin else {
            var failure = context.unusable(
                "the operation-location of \(context.host) is at another place, \(address.host), which is not asked",
                body)
            failure.help = "a gateway in between has to write its own address into operation-location"
            throw failure
        }
        return address
    }

    /// The part of the last answer that holds the pictures. Throws `busy` at the `end` or when the task is cancelled,
    /// and what the vendor says of work that failed. A question that finds nobody is asked again: the work is paid for.
    func result(
        until end: ContinuousClock.Instant, timeout: Duration
    ) async throws(ProviderFailure) -> (json: JSONValue, reply: HTTPReply) {
        var wait = firstWait
        while true {
            do {
                try await Task.sleep(for: min(wait, max(.zero, end - .now)))
            } catch {
                throw ProviderFailure(.busy, "the request to \(context.host) was cancelled", mayBeBilled: true)
            }
            let left = end - .now
            guard left > .zero else { throw overdue(timeout) }
            switch try await look(timeout: min(left, Self.patience)) {
            case .pending(let next): wait = next
            case .done(let json, let reply): return (json, reply)
            }
        }
    }

    private enum Look {
        case pending(Duration)
        case done(JSONValue, HTTPReply)
    }

    private func look(timeout: Duration) async throws(ProviderFailure) -> Look {
        let reply: HTTPReply
        do throws(ProviderFailure) {
            reply = try await service.send(address, method: "GET", credential: credential, timeout: timeout)
        } catch {
            guard error.kind == .busy else { throw billed(error) }
            return .pending(Self.usualWait)
        }
        guard (200..<300).contains(reply.status) else {
            let failure = service.help.failure(reply, context)
            guard failure.kind == .busy else { throw billed(failure) }
            return .pending(Self.bounded(failure.retryAfter))
        }
        guard let json = JSONValue(reply.body) else {
            throw context.unusable(
                "the answer of \(context.host) is \(VendorContext.looks(reply.body))", reply.body)
        }
        switch json["status"]?.text?.lowercased() {
        case "succeeded":
            guard let result = json["result"] else {
                throw Self.ended(context.unusable("the answer of \(context.host) holds no result", reply.body))
            }
            return .done(result, reply)
        case let status? where ["failed", "canceled", "cancelled", "deleted"].contains(status):
            guard json["error"] == nil else { throw Self.ended(service.help.failure(reply, context)) }
            throw Self.ended(context.unusable("\(context.host) has ended the work: \(status)", reply.body))
        case nil:
            // Without a state it is no answer about work at all.
            guard json["error"] == nil else { throw billed(service.help.failure(reply, context)) }
            throw context.unusable("the answer of \(context.host) does not say how the work stands", reply.body)
        default:
            return .pending(Self.wait(reply))
        }
    }

    private static func wait(_ reply: HTTPReply) -> Duration { bounded(RetryAfter.duration(in: reply.headers)) }

    private static func bounded(_ asked: Duration?) -> Duration {
        min(max(asked ?? usualWait, shortestWait), longestWait)
    }

    private func overdue(_ timeout: Duration) -> ProviderFailure {
        ProviderFailure(
            .busy, "\(context.host) has not finished within \(HTTPFailure.seconds(timeout)) seconds",
            help: "the provider's timeout setting says how long to wait", mayBeBilled: true)
    }

    /// For work that has come to nothing, so that nobody asks for it again.
    private static func ended(_ failure: ProviderFailure) -> ProviderFailure {
        var failure = failure
        failure.isFinal = true
        return failure
    }

    private func billed(_ failure: ProviderFailure) -> ProviderFailure {
        var failure = failure
        failure.mayBeBilled = true
        return failure
    }
}
