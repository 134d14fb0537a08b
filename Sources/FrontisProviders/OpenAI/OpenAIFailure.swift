import FrontisCore

/// Sorts the vendor's errors into the classes that decide what happens next.
///
/// The envelope is `{"error":{"message","type","param","code"}}`; gateways send it in an array, with numbers for
/// codes, as a bare text, or an HTML page in its place.
struct OpenAIFailure {
    private let reply: HTTPReply
    private let context: VendorContext
    private let words: String
    private let code: String
    private let type: String

    static func of(_ reply: HTTPReply, _ context: VendorContext) -> ProviderFailure {
        OpenAIFailure(reply, context: context).failure
    }

    init(_ reply: HTTPReply, context: VendorContext) {
        self.reply = reply
        self.context = context
        let body = JSONValue(reply.body)
        let envelope = body?.list?.first ?? body
        let error = envelope?["error"] ?? envelope
        code = (error?["code"]?.scalarText ?? "").lowercased()
        type = (error?["type"]?.scalarText ?? "").lowercased()
        words = error?.text ?? error?["message"]?.text ?? error?["detail"]?.text ?? ""
    }

    var failure: ProviderFailure {
        let kind = kind
        var failure = ProviderFailure(kind, "\(headline(kind)): \(shownWords)", help: help(kind))
        if kind == .busy { failure.retryAfter = RetryAfter.duration(in: reply.headers) }
        // A server that failed may have drawn before it did; one that is not there has not.
        failure.mayBeBilled = reply.status == 408 || reply.status >= 500 && reply.status != 503
        return failure
    }

    private var kind: ProviderFailure.Kind {
        let kind = kindByBody
        switch reply.headers["x-should-retry"]?.lowercased() {
        case "true" where kind == .rejected: return .busy
        case "false" where kind == .busy: return .rejected
        default: return kind
        }
    }

    private var kindByBody: ProviderFailure.Kind {
        let text = words.lowercased()
        let refusals = ["content_policy_violation", "moderation_blocked", "content_filter", "contentfilter"]
        if refusals.contains(code) || refusals.contains(type) { return .refused }
        // The form of 2023 has no code.
        if (400..<500).contains(reply.status), text.contains("safety system") || text.contains("content policy") {
            return .refused
        }
        let limits = ["insufficient_quota", "billing_hard_limit_reached", "billing_not_active"]
        if limits.contains(code) || limits.contains(type) || text.contains("billing hard limit")
            || text.contains("exceeded your current quota")
        {
            return .quota
        }
        if reply.status == 401 || reply.status == 403 || code == "invalid_api_key" { return .credentials }
        if code == "model_not_found" { return .retired }
        if [400, 404, 410, 200].contains(reply.status), text.contains("model"),
            text.contains("does not exist") || text.contains("deprecated")
        {
            return .retired
        }
        if [408, 409, 429].contains(reply.status) || reply.status >= 500 { return .busy }
        if code == "rate_limit_exceeded" { return .busy }
        return .rejected
    }

    /// The caller names the provider.
    private func headline(_ kind: ProviderFailure.Kind) -> String {
        switch kind {
        case .busy: "busy (status \(reply.status))"
        case .refused: "refused"
        case .quota: "quota or money is used up"
        case .credentials: "credentials not accepted (status \(reply.status))"
        case .retired: "model '\(context.model)' is gone"
        case .rejected, .unusable, .unconfigured: "rejected (status \(reply.status))"
        }
    }

    private func help(_ kind: ProviderFailure.Kind) -> String? {
        switch kind {
        case .refused: "word the prompt differently; as it stands it is not asked again"
        case .quota: "what has arrived is kept; see the account's billing page"
        case .credentials where reply.status == 403: "the account may have to be verified, or may not use the model"
        case .credentials: "check api-key of provider '\(context.provider)' and the variable that it names"
        case .retired:
            context.successor.map { "write model: \($0), its successor" }
                ?? "check model of provider '\(context.provider)'"
        case .rejected where (300..<400).contains(reply.status) || reply.status == 404:
            "check base-url of provider '\(context.provider)': redirects are not followed"
        default: nil
        }
    }

    /// Never empty.
    private var shownWords: String {
        let shown = VendorText.clean(words, secrets: context.secrets)
        if !shown.isEmpty { return shown }
        if (300..<400).contains(reply.status) { return "the answer is a redirect" }
        return "the answer is \(VendorContext.looks(reply.body).replacing(", not JSON", with: ""))"
    }
}
