import FrontisCore
import FrontisHTTP
import FrontisText

/// Sorts what Google Cloud Storage has against a request.
///
/// The envelope is `{"error":{"code","message","errors":[{"reason"}]}}`; which answers are worth another attempt:
/// https://cloud.google.com/storage/docs/retry-strategy and
/// https://cloud.google.com/storage/docs/json_api/v1/status-codes.
struct BucketFailure {
    let publishing: Publishing
    let secrets: [Secret]

    func of(_ reply: HTTPReply) -> ProviderFailure {
        let error = JSONValue(reply.body)?["error"]
        let reason = error?["errors"]?.list?.first?["reason"]?.text ?? ""
        let kind = kind(reply.status, reason)
        var failure = ProviderFailure(
            kind, "\(headline(kind, reply.status)): \(words(of: reply, error))", help: help(kind, reply.status))
        if kind == .busy { failure.retryAfter = RetryAfter.duration(in: reply.headers) }
        return failure
    }

    /// `retired` is a bucket that is not there.
    private func kind(_ status: Int, _ reason: String) -> ProviderFailure.Kind {
        // Google's older APIs limit rates with 403.
        if ["rateLimitExceeded", "userRateLimitExceeded", "backendError"].contains(reason) { return .busy }
        if ["quotaExceeded", "dailyLimitExceeded", "accountDisabled", "billingNotEnabled"].contains(reason) {
            return .quota
        }
        switch status {
        case 401, 403: return .credentials
        case 404: return .retired
        case 408, 429, 500...: return .busy
        default: return .rejected
        }
    }

    private func headline(_ kind: ProviderFailure.Kind, _ status: Int) -> String {
        switch kind {
        case .busy: "busy (status \(status))"
        case .credentials where status == 403: "not allowed (status 403)"
        case .credentials: "credentials not accepted (status \(status))"
        case .quota: "quota or money is used up (status \(status))"
        case .retired: "there is no such bucket (status 404)"
        default: "rejected (status \(status))"
        }
    }

    private func help(_ kind: ProviderFailure.Kind, _ status: Int) -> String? {
        switch kind {
        case .credentials where status == 403:
            return "the account of publish.credentials needs the role Storage Object User on \(publishing.bucket)"
        case .credentials where publishing.credentials?.value == Publishing.noCredentials:
            return "publish.credentials is none: name a service account's file there"
        case .credentials: return "check publish.credentials: the account may be gone, or its key withdrawn"
        case .quota: return "see the project's quotas and billing"
        case .retired: return "make the bucket first, or check publish.to and publish.endpoint"
        case .rejected where (300..<400).contains(status):
            return "check publish.endpoint: redirects are not followed"
        default: return nil
        }
    }

    /// Never empty.
    private func words(of reply: HTTPReply, _ error: JSONValue?) -> String {
        var words = error?["message"]?.text ?? error?.text ?? ""
        // Where an upload is refused, the message is plain text.
        if words.isEmpty, reply.headers["content-type"]?.hasPrefix("text/plain") == true {
            words = String(decoding: reply.body.prefix(1000), as: UTF8.self)
        }
        return VendorContext.words(words, of: reply, secrets: secrets)
    }
}
