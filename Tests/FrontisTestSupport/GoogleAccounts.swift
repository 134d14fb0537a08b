import Crypto
import CryptoExtras
import Foundation

/// Who may ask the tests' Google, and how they get their tokens: OAuth's token endpoint and the metadata server.
package struct GoogleAccounts: Sendable {
    package static let email = "painter@test-project.iam.gserviceaccount.com"
    package static let serviceToken = "ya29.test-service-account-token"
    package static let userToken = "ya29.test-user-token"
    package static let machineToken = "ya29.test-metadata-token"
    package static let clientID = "764086051850-test.apps.googleusercontent.com"
    package static let clientSecret = "d-test-client-secret"
    package static let refreshToken = "1//0test-refresh-token"
    package static let quotaProject = "test-quota-project"
    static let metadata = "/computeMetadata/v1/"
    static let everything = "https://www.googleapis.com/auth/cloud-platform"

    /// A service account's key file that asks `origin` for tokens.
    package static func serviceAccountFile(_ origin: String) -> String {
        let file: VendorJSON = [
            "type": "service_account", "project_id": "test-project", "private_key_id": .string(GoogleTestKey.id),
            "private_key": .string(GoogleTestKey.pem), "client_email": .string(email), "client_id": "1234567890",
            "token_uri": .string(origin + "/token"), "universe_domain": "googleapis.com",
        ]
        return file.text
    }

    /// What `gcloud auth application-default login` writes, but for the address.
    package static func userFile(_ origin: String) -> String {
        let file: VendorJSON = [
            "type": "authorized_user", "client_id": .string(clientID), "client_secret": .string(clientSecret),
            "refresh_token": .string(refreshToken), "quota_project_id": .string(quotaProject),
            "token_uri": .string(origin + "/token"),
        ]
        return file.text
    }

    /// OAuth's form of an error, which is not that of Google's other services.
    static func refusal(_ error: String, _ description: String, status: Int = 400) -> VendorReply {
        VendorReply(status: status, json: ["error": .string(error), "error_description": .string(description)])
    }

    /// What is wrong with a request for a token, or for what the metadata server knows.
    ///
    /// - Parameter scope: the one that has to be asked for.
    static func objection(to request: VendorRequest, scope: String = everything) -> VendorReply? {
        if request.path.hasPrefix(metadata) {
            guard request.method == "GET", request.header("metadata-flavor") == "Google" else {
                return VendorReply(
                    status: 403, contentType: "text/html", body: Array("Missing Metadata-Flavor:Google header.".utf8))
            }
            guard request.kind != .token || request.query == "scopes=\(scope)" else {
                return refusal("invalid_scope", "scopes are not as expected: \(request.query ?? "none")")
            }
            return nil
        }
        guard request.method == "POST", request.mediaType == "application/x-www-form-urlencoded",
            let form = form(request.body)
        else { return refusal("invalid_request", "not a form") }
        switch form["grant_type"] {
        case "urn:ietf:params:oauth:grant-type:jwt-bearer":
            guard Set(form.keys) == ["grant_type", "assertion"], let assertion = form["assertion"] else {
                return refusal("invalid_request", "unexpected members")
            }
            let address = "http://\(request.header("host") ?? "")\(request.path)"
            return complaint(about: assertion, audience: address, scope: scope).map { refusal("invalid_grant", "Invalid JWT: \($0)") }
        case "refresh_token":
            let expected = [
                "grant_type": "refresh_token", "client_id": clientID, "client_secret": clientSecret,
                "refresh_token": refreshToken,
            ]
            return form == expected ? nil : refusal("invalid_grant", "Bad Request")
        default: return refusal("unsupported_grant_type", "Invalid grant_type")
        }
    }

    static func reply(to request: VendorRequest, answer: Behaviour.Answer) -> VendorReply {
        switch answer {
        case .failing(.rateLimited): return refusal("rate_limit_exceeded", "Too many requests", status: 429)
        case .failing(.overloaded): return refusal("internal_failure", "Backend Error", status: 503)
        case .failing, .refused: return refusal("invalid_grant", "Invalid JWT Signature.")
        case .brokenJSON: return VendorReply(body: Array(#"{"access_token":"ya29"#.utf8))
        case .noResults, .missingResults: return VendorReply(json: ["token_type": "Bearer"])
        default: break
        }
        if request.path == metadata + "project/project-id" {
            return VendorReply(
                headers: ["Metadata-Flavor": "Google"], contentType: "text/plain", body: Array("test-project".utf8))
        }
        if request.path.hasPrefix(metadata) {
            return VendorReply(
                headers: ["Metadata-Flavor": "Google"],
                json: ["access_token": .string(machineToken), "expires_in": 3599, "token_type": "Bearer"])
        }
        // A number from one, a text from the other: both are seen.
        let isUser = form(request.body)?["grant_type"] == "refresh_token"
        return VendorReply(json: [
            "access_token": .string(isUser ? userToken : serviceToken), "expires_in": isUser ? "3599" : 3599,
            "token_type": "Bearer",
        ])
    }

    /// Whether it is one of the kind RS256 (RFC 7518 section 3.3) by the account's key.
    private static func isSignature(_ signature: [UInt8], of message: [UInt8]) -> Bool {
        guard let key = try? _RSA.Signing.PrivateKey(pemRepresentation: GoogleTestKey.pem).publicKey else { return false }
        return key.isValidSignature(
            _RSA.Signing.RSASignature(rawRepresentation: Data(signature)), for: SHA256.hash(data: Data(message)),
            padding: .insecurePKCS1v1_5)
    }

    /// What is wrong with a signed statement, RFC 7523 section 3.
    static func complaint(about assertion: String, audience: String, scope: String = everything) -> String? {
        let parts = assertion.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let head = decoded(parts[0]), let claims = decoded(parts[1]),
            let signature = decoded(parts[2]), let header = VendorJSON(head), let said = VendorJSON(claims)?.object
        else { return "not a JWT" }
        guard header == ["typ": "JWT", "alg": "RS256", "kid": .string(GoogleTestKey.id)] else { return "header" }
        let message = Array("\(parts[0]).\(parts[1])".utf8)
        guard isSignature(signature, of: message) else { return "signature" }
        guard Set(said.keys) == ["iss", "scope", "aud", "iat", "exp"] else { return "claims" }
        guard said["iss"] == .string(email) else { return "iss" }
        guard said["scope"] == .string(scope) else { return "scope" }
        // Google's own libraries always name Google's own endpoint.
        guard [audience, "https://oauth2.googleapis.com/token"].contains(said["aud"]?.string) else {
            return "aud is not \(audience)"
        }
        guard let start = said["iat"]?.integer, let end = said["exp"]?.integer, (1...3600).contains(end - start) else {
            return "lifetime"
        }
        return abs(Date.now.timeIntervalSince1970 - Double(start)) < 300 ? nil : "iat"
    }

    /// base64url without padding, RFC 7515 section 2; nothing for any other form of base64.
    private static func decoded(_ text: String) -> [UInt8]? {
        guard !text.contains(where: { "+/=".contains($0) }) else { return nil }
        let plain = text.replacingOccurrences(of: "-", with: "+").replacingOccurrences(of: "_", with: "/")
        let padding = String(repeating: "=", count: (4 - plain.count % 4) % 4)
        return Data(base64Encoded: plain + padding).map { Array($0) }
    }

    private static func form(_ body: [UInt8]) -> [String: String]? {
        var members: [String: String] = [:]
        for pair in String(decoding: body, as: UTF8.self).split(separator: "&") {
            let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard halves.count == 2, let value = halves[1].removingPercentEncoding, !halves[1].contains("+"),
                members[String(halves[0])] == nil
            else { return nil }
            members[String(halves[0])] = value
        }
        return members
    }
}
