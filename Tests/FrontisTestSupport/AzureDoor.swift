import Foundation

/// Who is let in at Azure, and the place that gives tokens, if there is one.
package struct AzureDoor: Sendable {
    package enum Kind: Sendable, Hashable, CaseIterable {
        /// A key in the header `api-key`.
        case key
        /// A token that the client has from elsewhere.
        case bearer
        /// A token of Entra: a form with id, secret and scope.
        case entra
        /// A token of a company's gateway: Basic authentication and nothing but the grant; it travels as a key.
        case gateway
    }

    package static let scope = "https://cognitiveservices.azure.com/.default"
    package static let clientID = "4f6c2d1e-0000-4000-8000-1c2d3e4f5a6b"

    package var kind: Kind
    /// The key, or the token.
    package var secret: String
    package var clientSecret = "cl1ent/s3cret+of=test"

    package init(_ kind: Kind, secret: String) {
        self.kind = kind
        self.secret = secret
    }

    /// Nothing where tokens come from elsewhere.
    package var tokenPath: String? {
        switch kind {
        case .key, .bearer: nil
        case .entra: "/tenant-1/oauth2/v2.0/token"
        case .gateway: "/oauth/token"
        }
    }

    /// One credential, in its header, and no other.
    func admit(_ request: VendorRequest) throws(AzureError) {
        let keys = request.headers.filter { $0.name.lowercased() == "api-key" }.map(\.value)
        let bearers = request.headers.filter { $0.name.lowercased() == "authorization" }.map(\.value)
        guard keys.count + bearers.count <= 1 else { throw .bad("Provide either an api-key or a token, not both.") }
        switch kind {
        case .key, .gateway: guard keys == [secret] else { throw .wrongKey }
        case .bearer, .entra:
            guard bearers == ["Bearer \(secret)"] else {
                throw AzureError(
                    status: 401, code: "PermissionDenied", message: "Principal does not have access to API/Operation.")
            }
        }
    }

    // MARK: Tokens

    /// RFC 6749's complaint about a request for a token, for what either issuer does not take.
    func tokenObjection(to request: VendorRequest) -> VendorReply? {
        guard request.method == "POST" else { return complaint("invalid_request", "only POST", status: 405) }
        guard request.mediaType == "application/x-www-form-urlencoded" else {
            return complaint("invalid_request", "AADSTS900144: The request body must be a form.")
        }
        var fields: [String: String] = [:]
        for pair in String(decoding: request.body, as: UTF8.self).split(separator: "&") {
            let halves = pair.split(separator: "=", maxSplits: 1).map(String.init)
            guard halves.count == 2, fields[halves[0]] == nil,
                let value = halves[1].replacingOccurrences(of: "+", with: " ").removingPercentEncoding
            else { return complaint("invalid_request", "AADSTS90014: malformed or repeated field.") }
            fields[halves[0]] = value
        }
        guard fields["grant_type"] == "client_credentials" else {
            return complaint("unsupported_grant_type", "AADSTS70003: the grant is not supported.")
        }
        let authorization = request.header("authorization")
        if kind == .gateway {
            let expected = Data("\(Self.clientID):\(clientSecret)".utf8).base64EncodedString()
            guard authorization == "Basic \(expected)" else {
                return complaint("invalid_client", "Client authentication failed.", status: 401)
            }
            guard fields.count == 1 else { return complaint("invalid_scope", "Only grant_type may be in the form.") }
            return nil
        }
        guard authorization == nil else { return complaint("invalid_request", "Credentials belong into the form.") }
        guard Set(fields.keys) == ["grant_type", "client_id", "client_secret", "scope"] else {
            return complaint("invalid_request", "AADSTS900144: The request body must contain: 'scope'.")
        }
        guard fields["scope"] == Self.scope else {
            return complaint("invalid_scope", "AADSTS1002012: The provided value for scope is not valid.")
        }
        guard fields["client_id"] == Self.clientID, fields["client_secret"] == clientSecret else {
            return complaint(
                "invalid_client", "AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID.",
                status: 401)
        }
        return nil
    }

    func tokenReply(_ answer: Behaviour.Answer) -> VendorReply {
        switch answer {
        case .failing(.rateLimited):
            var reply = complaint("temporarily_unavailable", "AADSTS90006: too many requests.", status: 429)
            reply.headers["retry-after"] = "0.005"
            return reply
        case .failing(.overloaded):
            return complaint("temporarily_unavailable", "AADSTS90033: A transient error has occurred.", status: 503)
        case .failing(.keyRejected):
            return complaint("invalid_client", "AADSTS7000222: The provided client secret keys are expired.", status: 401)
        case .failing: return complaint("unauthorized_client", "AADSTS700016: Application was not found.")
        case .missingResults, .noResults: return VendorReply(json: ["token_type": "Bearer", "expires_in": 3599])
        case .brokenJSON: return VendorReply(body: Array(#"{"token_type":"Bearer","access_to"#.utf8))
        default:
            // One issuer writes a number, the other a text.
            return VendorReply(json: [
                "token_type": "Bearer", "expires_in": kind == .gateway ? "3599" : 3599, "ext_expires_in": 3599,
                "access_token": .string(secret),
            ])
        }
    }

    private func complaint(_ error: String, _ description: String, status: Int = 400) -> VendorReply {
        VendorReply(
            status: status,
            json: [
                "error": .string(error), "error_description": .string(description), "error_codes": [7_000_215],
                "trace_id": "test-trace", "correlation_id": "test-correlation",
            ])
    }
}
