import CryptoExtras
import Foundation
import FrontisCore
import FrontisText

/// Gets access tokens for a file's account from the address that the file names.
struct GoogleTokenIssuer: Sendable {
    /// As messages speak of it.
    let setting: String
    let transport: HTTPTransport
    /// Seconds that an assertion is good for; no more than an hour is taken.
    private static let assertionLifetime = 3600

    /// RFC 7523 section 2.1: a signed statement of who asks for what.
    func token(
        for account: GoogleServiceAccount, scopes: [String]
    ) async throws(ProviderFailure) -> AccessToken {
        let assertion = Secret(try self.assertion(of: account, scopes: scopes))
        let form = [
            ("assertion", assertion.reveal()), ("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer"),
        ]
        return try await ask(account.tokenAddress, form, secrets: [assertion, account.privateKey])
    }

    /// RFC 6749 section 6. What it may do was settled when the person signed in.
    func token(for user: GoogleUser) async throws(ProviderFailure) -> AccessToken {
        let form = [
            ("grant_type", "refresh_token"), ("client_id", user.clientID),
            ("client_secret", user.clientSecret.reveal()), ("refresh_token", user.refreshToken.reveal()),
        ]
        return try await ask(user.tokenAddress, form, secrets: [user.clientSecret, user.refreshToken])
    }

    private func assertion(
        of account: GoogleServiceAccount, scopes: [String]
    ) throws(ProviderFailure) -> String {
        let now = Int(Date.now.timeIntervalSince1970)
        let claims = Claims(
            iss: account.email, scope: scopes.joined(separator: " "), aud: account.tokenAddress.url, iat: now,
            exp: now + Self.assertionLifetime)
        do {
            let key = try _RSA.Signing.PrivateKey(pemRepresentation: account.privateKey.reveal())
            let signed = try Self.part(Header(kid: account.privateKeyID)) + "." + Self.part(claims)
            // RS256 of RFC 7518 is this padding; the digest is SHA-256 where nothing else is said.
            let signature = try key.signature(for: Data(signed.utf8), padding: .insecurePKCS1v1_5)
            return signed + "." + Self.base64URL(signature.rawRepresentation)
        } catch {
            // The library's errors may quote what it was given.
            throw GoogleCredentialFile.badKey(setting)
        }
    }

    private struct Header: Encodable {
        let alg = "RS256"
        let kid: String?
        let typ = "JWT"
    }

    private struct Claims: Encodable {
        let iss: String
        let scope: String
        let aud: String
        let iat: Int
        let exp: Int
    }

    /// RFC 7515 section 3.1: JSON as base64, for addresses.
    private static func part(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return base64URL(try encoder.encode(value))
    }

    private static func base64URL(_ bytes: Data) -> String {
        bytes.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    private func ask(
        _ address: WebAddress, _ form: [(String, String)], secrets: [Secret]
    ) async throws(ProviderFailure) -> AccessToken {
        let body = form.map { "\($0)=\(PercentEncoding.encoded($1))" }.joined(separator: "&")
        let reply: HTTPReply
        do throws(ProviderFailure) {
            reply = try await transport.send(
                HTTPRequest(
                    url: address.url,
                    headers: [("Content-Type", "application/x-www-form-urlencoded"), ("Accept", "application/json")],
                    body: Array(body.utf8), timeout: .seconds(30), largestReply: AccessToken.largestReply))
        } catch {
            var failure = error
            // Nothing has been drawn yet.
            failure.mayBeBilled = false
            throw failure
        }
        return try Self.token(in: reply, setting: setting, host: address.host, secrets: secrets)
    }

    /// Throws `credentials` where the issuer says no, and `busy` where it cannot answer.
    static func token(
        in reply: HTTPReply, setting: String, host: String, secrets: [Secret]
    ) throws(ProviderFailure) -> AccessToken {
        let json = JSONValue(reply.body)
        guard (200..<300).contains(reply.status) else {
            throw refusal(reply, json, setting: setting, host: host, secrets: secrets)
        }
        guard let text = json?["access_token"]?.text, !text.isEmpty else {
            throw ProviderFailure(
                .credentials, "\(setting): the answer of \(host) holds no access token",
                help: "check the file's token_uri")
        }
        // A number, or a number as text.
        let written = json?["expires_in"]?.scalarText.flatMap { Double($0) } ?? 3600
        let seconds = written.isFinite ? min(max(written, 0), 86400) : 3600
        return AccessToken(secret: Secret(text), lifetime: .seconds(seconds))
    }

    private static func refusal(
        _ reply: HTTPReply, _ json: JSONValue?, setting: String, host: String, secrets: [Secret]
    ) -> ProviderFailure {
        let code = json?["error"]?.text ?? json?["error"]?["status"]?.text
        let said = json?["error_description"]?.text ?? json?["error"]?["message"]?.text
        let words = [code, said].compactMap(\.self).joined(separator: ": ")
        let shown = VendorText.clean(words, secrets: secrets)
        let why = shown.isEmpty ? "status \(reply.status)" : shown
        if reply.status == 408 || reply.status == 429 || reply.status >= 500 {
            return ProviderFailure(
                .busy, "no token from \(host): \(why)", retryAfter: RetryAfter.duration(in: reply.headers))
        }
        return ProviderFailure(.credentials, "\(setting): \(host) gives no token: \(why)", help: help(code))
    }

    private static func help(_ code: String?) -> String {
        switch code {
        case "invalid_grant":
            "the key or sign-in may have been withdrawn: make a new one; a clock that is wrong by minutes has the "
                + "same effect"
        case "invalid_client", "unauthorized_client", "deleted_client":
            "sign in again: gcloud auth application-default login"
        case "invalid_scope": "the account may not ask for what Frontis needs"
        default: "download the credentials anew, or check the file's token_uri"
        }
    }
}
