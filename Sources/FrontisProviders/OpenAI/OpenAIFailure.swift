import FrontisCore
import FrontisHTTP
import FrontisText

/// Sorts the vendor's errors into the classes that decide what happens next.
///
/// The envelope is `{"error":{"message","type","param","code"}}`; gateways send it in an array, with numbers for
/// codes, as a bare text, or an HTML page in its place. Azure writes statuses as codes and puts what its filter found
/// into an error within the error.
struct OpenAIFailure {
    private let reply: HTTPReply
    private let context: VendorContext
    private let ways: OpenAIHelp
    private let status: Int
    private let words: String
    private let code: String
    private let type: String
    private let innerCode: String
    private let categories: String

    init(_ reply: HTTPReply, context: VendorContext, help: OpenAIHelp) {
        self.reply = reply
        self.context = context
        ways = help
        let body = JSONValue(reply.body)
        let envelope = body?.list?.first ?? body
        let error = envelope?["error"] ?? envelope
        code = (error?["code"]?.scalarText ?? "").lowercased()
        type = (error?["type"]?.scalarText ?? "").lowercased()
        let inner = error?["innererror"] ?? error?["inner_error"]
        innerCode = (inner?["code"]?.scalarText ?? "").lowercased()
        categories = OpenAIFilter.categories(in: OpenAIFilter.results(in: error), context: context)
        words = error?.text ?? error?["message"]?.text ?? error?["detail"]?.text ?? ""
        // An error that a gateway passes on as a success keeps its status in the code.
        let written = Int(code).flatMap { (400..<600).contains($0) ? $0 : nil }
        status = (200..<300).contains(reply.status) ? written ?? reply.status : reply.status
    }

    var failure: ProviderFailure {
        let kind = kind
        let filtered = categories.isEmpty ? "" : " (filtered: \(categories))"
        var failure = ProviderFailure(
            kind,
            "\(context.headline(kind, status: status)): \(VendorContext.words(words, of: reply, secrets: context.secrets))\(filtered)",
            help: help(kind))
        if kind == .busy { failure.retryAfter = RetryAfter.duration(in: reply.headers) ?? waitInWords }
        failure.mayBeBilled = VendorContext.mayBeBilled(status)
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

    private static let refusals: Set = [
        "content_policy_violation", "moderation_blocked", "content_filter", "contentfilter",
        "responsibleaipolicyviolation",
    ]
    private static let limits: Set = [
        "insufficient_quota", "billing_hard_limit_reached", "billing_not_active", "quotaexceeded",
    ]
    private static let doors: Set = ["invalid_api_key", "permissiondenied", "unauthorized", "forbidden"]
    private static let pauses: Set = [
        "rate_limit_exceeded", "toomanyrequests", "serviceunavailable", "internalfailure",
    ]

    private var kindByBody: ProviderFailure.Kind {
        let text = words.lowercased()
        // A whole account is blocked for what its prompts were like; this prompt may be innocent.
        if isBlocked { return .credentials }
        if !Self.refusals.isDisjoint(with: [code, type, innerCode]) { return .refused }
        // The form of 2023 has no code.
        if (400..<500).contains(status), text.contains("safety system") || text.contains("content policy") {
            return .refused
        }
        let isUsedUp = text.contains("billing hard limit") || text.contains("exceeded your current quota")
        if isUsedUp || text.contains("out of call volume quota") || !Self.limits.isDisjoint(with: [code, type]) {
            return .quota
        }
        if status == 401 || status == 403 || Self.doors.contains(code) { return .credentials }
        if isDeploymentMissing { return .rejected }
        if code == "model_not_found" { return .retired }
        let isGone = ["does not exist", "deprecated", "retired"].contains { text.contains($0) }
        if [400, 404, 410, 200].contains(status), text.contains("model"), isGone { return .retired }
        if [408, 409, 429].contains(status) || status >= 500 || Self.pauses.contains(code) { return .busy }
        return .rejected
    }

    private var isBlocked: Bool { status == 403 && words.lowercased().contains("temporarily blocked") }

    private var isDeploymentMissing: Bool { code == "deploymentnotfound" }

    /// Azure's "Please retry after 38 seconds", where no header says it.
    private var waitInWords: Duration? {
        let text = words.lowercased()
        for start in ["retry after ", "try again in "] {
            guard let range = text.firstRange(of: start) else { continue }
            let rest = text[range.upperBound...]
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            let unit = rest.dropFirst(digits.count).drop(while: \.isWhitespace)
            guard let number = Int(digits.prefix(9)) else { continue }
            if unit.hasPrefix("millisecond") { return .milliseconds(number) }
            if unit.hasPrefix("second") { return .seconds(number) }
        }
        return nil
    }

    private func help(_ kind: ProviderFailure.Kind) -> String? {
        switch kind {
        case .refused: "word the prompt differently; as it stands it is not asked again"
        case .quota: "what has arrived is kept; see the account's billing page"
        case .credentials where isBlocked: "the vendor has blocked the account: only its support can lift that"
        case .credentials where status == 403: ways.forbidden
        case .credentials: ways.credentials
        case .retired: context.successor.map { ways.successor($0) } ?? ways.model
        case .rejected where (300..<400).contains(status) || status == 404 || isDeploymentMissing: ways.address
        case .rejected where status == 400 && isAboutParameters: ways.parameters
        default: nil
        }
    }

    /// About those that old servers and old versions do not have.
    private var isAboutParameters: Bool {
        ["response_format", "max_completion_tokens", "max_tokens"].contains { words.contains($0) }
    }
}
