import Foundation
import FrontisCore
import FrontisHTTP
import FrontisText

/// Gets access tokens for a client's id and secret: OAuth 2's client credentials, RFC 6749 section 4.4, as Microsoft
/// Entra and companies' gateways give them.
struct TokenIssuer: Sendable {
    /// The setting `token`.
    static let setting = SettingKey(
        "token",
        .map(
            [
                SettingKey("url", .variable, "the address that gives tokens"),
                SettingKey("client-id", .variable, "who is asking"),
                SettingKey("client-secret", .variable, "the client's secret"),
                SettingKey("scope", .variable, "what the token is for; none unless written"),
                SettingKey("client-auth", .choice(["post", "basic"]), "id and secret in the form, or as a header"),
                SettingKey("send-as", .choice(["bearer", "api-key"]), "the header that carries the token"),
            ], orText: true), "a bearer token, or a map that says where to get one")

    /// How long before its end a token is no longer used; Microsoft's own libraries do the same.
    private static let margin = Duration.seconds(300)
    /// Where the issuer does not say how long a token is good for.
    private static let usualLifetime = 300.0

    private let block: ProviderBlock
    private let address: WebAddress
    private let id: String
    private let secret: Secret
    private let scope: String?
    private let isBasic: Bool
    /// Whether the vendor wants the token where a key would stand.
    let isSentAsKey: Bool

    /// Nothing where `token` is no map. Throws `unconfigured` for a variable that is not set, for an address that is
    /// none, and for what is missing.
    init?(_ block: ProviderBlock) throws(ProviderFailure) {
        guard case .map? = block.settings.values["token"]?.value else { return nil }
        func required(_ key: String) throws(ProviderFailure) -> String {
            if let value = try block.filledIn("token.\(key)") { return value }
            throw ProviderFailure(.unconfigured, "token of provider '\(block.name)' lacks \(key)")
        }
        guard let address = WebAddress(try required("url")) else {
            throw ProviderFailure(
                .unconfigured, "token.url of provider '\(block.name)' is not an http or https address")
        }
        self.block = block
        self.address = address
        id = try required("client-id")
        secret = Secret(try required("client-secret"))
        block.environment.secrets.add(secret)
        scope = try block.filledIn("token.scope")
        isBasic = block.text("token.client-auth") == "basic"
        isSentAsKey = block.text("token.send-as") == "api-key"
    }

    /// No secret in it.
    var cacheKey: String { [block.name, address.url, id, scope ?? ""].joined(separator: "\n") }

    var secrets: [Secret] { [secret, Secret(basic)] }

    /// One that is good for a while, asked for once by all requests that need it. Throws `credentials` where the
    /// issuer gives none, `busy` where it may give one later.
    func token() async throws(ProviderFailure) -> Secret {
        try await block.tokens.token(for: cacheKey, margin: Self.margin) { () async throws(ProviderFailure) in
            try await fetch()
        }
    }

    private var basic: String { Data("\(id):\(secret.reveal())".utf8).base64EncodedString() }

    private func fetch() async throws(ProviderFailure) -> AccessToken {
        var fields = [("grant_type", "client_credentials")]
        if !isBasic { fields += [("client_id", id), ("client_secret", secret.reveal())] }
        if let scope { fields.append(("scope", scope)) }
        let form = fields.map { "\($0.0)=\(PercentEncoding.encoded($0.1))" }.joined(separator: "&")
        var request = HTTPRequest(
            url: address.url,
            headers: [("Content-Type", "application/x-www-form-urlencoded"), ("Accept", "*/*")],
            body: Array(form.utf8), timeout: min(block.timeout(default: 60), .seconds(60)),
            allowsInsecureHTTP: block.allowsInsecureHTTP)
        if isBasic { request.credentials = [.init(header: "Authorization", value: Secret("Basic \(basic)"))] }
        request.largestReply = AccessToken.largestReply
        let reply: HTTPReply
        do throws(ProviderFailure) {
            reply = try await block.transport.send(request)
        } catch {
            throw notReached(error)
        }
        return try read(reply)
    }

    private func read(_ reply: HTTPReply) throws(ProviderFailure) -> AccessToken {
        let json = JSONValue(reply.body)
        guard (200..<300).contains(reply.status), json?["error"] == nil else { throw failure(reply, json) }
        guard let json else {
            throw credentials("the answer of \(address.host) is \(VendorContext.looks(reply.body))", check: "url")
        }
        // What cannot be in a header is no token.
        guard let text = json["access_token"]?.text, !text.isEmpty, text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
        else { throw credentials("the answer of \(address.host) holds no access_token", check: "url") }
        let written = json["expires_in"]?.scalarText.flatMap { Double($0) } ?? Self.usualLifetime
        let seconds = written.isFinite ? min(max(0, written), 86400) : Self.usualLifetime
        return AccessToken(secret: Secret(text), lifetime: .seconds(seconds))
    }

    /// Nobody has drawn anything by then, so nothing is billed.
    private func notReached(_ failure: ProviderFailure) -> ProviderFailure {
        if failure.kind == .unusable {
            return credentials("the answer of \(address.host) is too large for a token", check: "url")
        }
        var failure = failure
        failure.mayBeBilled = false
        failure.message = "no token: \(failure.message)"
        if failure.kind == .busy { failure.help = "check the network and token.url of provider '\(block.name)'" }
        return failure
    }

    private func failure(_ reply: HTTPReply, _ json: JSONValue?) -> ProviderFailure {
        let error = json?["error"]
        let code = error?.text ?? error?["code"]?.scalarText ?? ""
        let details = json?["error_description"]?.text ?? error?["message"]?.text ?? json?["message"]?.text ?? ""
        var words = [code, details].filter { !$0.isEmpty }.joined(separator: ": ")
        if words.isEmpty {
            words =
                (300..<400).contains(reply.status)
                ? "the answer of \(address.host) is a redirect, which is not followed"
                : "the answer of \(address.host) is \(VendorContext.looks(reply.body))"
        }
        if [408, 429].contains(reply.status) || reply.status >= 500 || code == "temporarily_unavailable" {
            return ProviderFailure(
                .busy, "no token, busy (status \(reply.status)): \(VendorText.clean(words, secrets: secrets))",
                help: "token.url of provider '\(block.name)' names who was asked",
                retryAfter: RetryAfter.duration(in: reply.headers))
        }
        let setting =
            switch code {
            case "invalid_client", "unauthorized_client": "client-id and token.client-secret"
            case "invalid_scope", "invalid_target", "invalid_resource": "scope"
            default:
                (300..<400).contains(reply.status) || reply.status == 404 ? "url" : "url and the keys beside it"
            }
        return credentials("(status \(reply.status)) \(words)", check: setting)
    }

    private func credentials(_ words: String, check setting: String) -> ProviderFailure {
        ProviderFailure(
            .credentials, "no token: \(VendorText.clean(words, secrets: secrets))",
            help: "check token.\(setting) of provider '\(block.name)'")
    }
}
