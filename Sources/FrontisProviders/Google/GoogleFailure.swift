import FrontisCore
import FrontisHTTP
import FrontisText

/// Sorts Google's errors into the classes that decide what happens next.
///
/// The envelope is google.rpc.Status as JSON, `{"error":{"code","message","status","details":[…]}}`, in an array from
/// some endpoints; a wrong location is answered with an HTML page.
struct GoogleFailure {
    private let reply: HTTPReply
    private let context: VendorContext
    private let words: String
    /// `RESOURCE_EXHAUSTED`
    private let status: String
    /// Of ErrorInfo: `API_KEY_INVALID`.
    private let reason: String
    private let details: [JSONValue]
    private let isEnvelope: Bool
    /// The HTTP status, or what the body says in its place.
    private let code: Int

    static func of(_ reply: HTTPReply, _ context: VendorContext) -> ProviderFailure {
        GoogleFailure(reply, context: context).failure
    }

    init(_ reply: HTTPReply, context: VendorContext) {
        self.reply = reply
        self.context = context
        let body = JSONValue(reply.body)
        let envelope = body?.list?.first ?? body
        let error = envelope?["error"] ?? envelope
        isEnvelope = envelope?["error"] != nil
        words = error?.text ?? error?["message"]?.text ?? envelope?["error_description"]?.text ?? ""
        status = (error?["status"]?.text ?? "").uppercased()
        details = error?["details"]?.list ?? []
        reason = details.lazy.compactMap { $0["reason"]?.text }.first ?? ""
        let written = error?["code"]?.scalarText.flatMap { Int($0) }
        code = (200..<300).contains(reply.status) ? written ?? 0 : reply.status
    }

    var failure: ProviderFailure {
        let kind = kind
        var failure = ProviderFailure(
            kind,
            "\(context.headline(kind, status: code)): \(VendorContext.words(words, of: reply, secrets: context.secrets))",
            help: help(kind))
        if kind == .busy { failure.retryAfter = RetryAfter.duration(in: reply.headers) ?? retryDelay }
        failure.mayBeBilled = VendorContext.mayBeBilled(code)
        return failure
    }

    /// `17s`, `0.5s`: a protobuf duration.
    private var retryDelay: Duration? {
        for detail in details {
            guard let text = detail["retryDelay"]?.text, text.hasSuffix("s"), let seconds = Double(text.dropLast()),
                seconds.isFinite, seconds >= 0
            else { continue }
            return .milliseconds(Int((min(seconds, 1e9) * 1000).rounded(.up)))
        }
        return nil
    }

    /// Whether words of a refused prompt are in a message: the status is that of a wrong parameter.
    static func isRefusal(_ text: String) -> Bool {
        let text = text.lowercased()
        let marks = [
            "support codes", "responsible ai", "violate", "sensitive words", "safety filter", "usage guidelines",
            "prohibited content",
        ]
        return marks.contains { text.contains($0) }
    }

    private var kind: ProviderFailure.Kind {
        let text = words.lowercased()
        if code == 429 || status == "RESOURCE_EXHAUSTED" { return limit(text) }
        if ["API_KEY_INVALID", "API_KEY_EXPIRED"].contains(reason) || text.contains("api key not valid")
            || text.contains("api key expired")
        {
            return .credentials
        }
        if reason == "BILLING_DISABLED" { return .quota }
        if code == 401 || code == 403 || ["UNAUTHENTICATED", "PERMISSION_DENIED"].contains(status) {
            return .credentials
        }
        if code == 404 || code == 410 || status == "NOT_FOUND" { return isAboutModel(text) ? .retired : .rejected }
        if code == 400, status != "FAILED_PRECONDITION", Self.isRefusal(text) { return .refused }
        if [408, 409, 499].contains(code) || code >= 500 { return .busy }
        return .rejected
    }

    /// A limit that ends with the day or with the money, or one that ends in a moment. The words about billing
    /// stand in both.
    private func limit(_ text: String) -> ProviderFailure.Kind {
        let quotas = details.flatMap { $0["violations"]?.list ?? [] }.map { violation in
            (violation["quotaId"]?.text ?? "") + " " + (violation["quotaMetric"]?.text ?? "")
        }
        let names = (quotas + [text]).joined(separator: " ").lowercased()
        if ["perday", "per day", "per_day", "daily limit"].contains(where: names.contains) { return .quota }
        // `limit: 0`: this account never gets any.
        let never = names.contains("limit: 0,") || names.contains("limit: 0\n") || names.hasSuffix("limit: 0")
        if never { return .quota }
        if ["perminute", "per minute", "per_minute"].contains(where: names.contains) { return .busy }
        if reason == "RATE_LIMIT_EXCEEDED" || retryDelay != nil { return .busy }
        return text.contains("billing") || text.contains("exceeded your current quota") ? .quota : .busy
    }

    private func isAboutModel(_ text: String) -> Bool {
        guard isEnvelope else { return false }
        return text.contains("model") || !context.model.isEmpty && text.contains(context.model.lowercased())
    }

    private func help(_ kind: ProviderFailure.Kind) -> String? {
        let owner = "provider '\(context.provider)'"
        switch kind {
        case .refused: return "word the prompt differently; as it stands it is not asked again"
        case .quota: return "what has arrived is kept; see the project's quotas and billing"
        case .credentials:
            if reason == "SERVICE_DISABLED" { return "enable the service for the project, as the message says" }
            if reason.hasPrefix("API_KEY") { return "check api-key of \(owner) and the variable that it names" }
            if code == 403 { return "the account needs the role Vertex AI User in the project of \(owner)" }
            return "check credentials or api-key of \(owner)"
        case .retired:
            if let successor = context.successor { return "write model: \(successor), its successor" }
            return "check model and location of \(owner): not every region has every model"
        case .rejected where status == "FAILED_PRECONDITION" && words.lowercased().contains("location"):
            return "Google does not offer this where the request comes from"
        case .rejected where (300..<400).contains(code):
            return "check the address of \(owner): redirects are not followed"
        case .rejected where code == 404:
            return "check location, endpoint and base-url of \(owner)"
        default: return nil
        }
    }
}
