package import FrontisCore

/// The server that tells programs on Google's machines who they are.
package struct GoogleMetadataServer: Sendable {
    private static let usualHost = "metadata.google.internal"
    /// Names and addresses of the machine's own host; what goes there in plain text leaves the machine for nobody.
    private static let trusted = [usualHost, "metadata", "169.254.169.254", "fd20:ce::254"]

    package let origin: String
    /// Whether somebody has said that there is one: then its silence is a failure of its own.
    private let isExpected: Bool
    private let transport: HTTPTransport
    /// What to say where there is no such server.
    private let none: ProviderFailure

    /// - Parameter host: of `GCE_METADATA_HOST`, with its port if it has one.
    package init(host: String?, transport: HTTPTransport, none: ProviderFailure) {
        isExpected = host != nil
        origin = "http://\(host ?? Self.usualHost)"
        self.transport = transport
        self.none = none
    }

    package func token(scopes: [String]) async throws(ProviderFailure) -> AccessToken {
        let reply = try await ask("instance/service-accounts/default/token?scopes=\(scopes.joined(separator: ","))")
        if reply.status == 404 {
            throw ProviderFailure(
                .credentials, "this machine has no service account of its own",
                help: "give it one, or write credentials: with a service account's file")
        }
        return try GoogleTokenIssuer.token(in: reply, setting: "the metadata server", host: origin, secrets: [])
    }

    /// Nothing where the server does not say.
    package func project() async throws(ProviderFailure) -> String? {
        let reply = try await ask("project/project-id")
        let text = String(decoding: reply.body.prefix(200), as: UTF8.self)
        let isName = !text.isEmpty && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
        return reply.status == 200 && isName ? text : nil
    }

    private func ask(_ path: String) async throws(ProviderFailure) -> HTTPReply {
        let url = "\(origin)/computeMetadata/v1/\(path)"
        guard let address = WebAddress(url), address.isLoopback || Self.trusted.contains(address.host) else {
            throw ProviderFailure(
                .unconfigured, "GCE_METADATA_HOST is not a metadata server's address",
                help: "it is a host, such as 169.254.169.254, without http://")
        }
        let reply: HTTPReply
        do throws(ProviderFailure) {
            reply = try await transport.send(
                HTTPRequest(
                    method: "GET", url: url, headers: [("Metadata-Flavor", "Google")],
                    timeout: .seconds(isExpected ? 30 : 5),
                    allowsInsecureHTTP: true))
        } catch {
            // Elsewhere than in Google's cloud there is none; time-outs and unknown names are how that looks.
            guard isExpected else { throw none }
            var failure = error
            // Nothing has been drawn yet.
            failure.mayBeBilled = false
            throw failure
        }
        // Proxies and captive portals answer for any name.
        guard reply.headers["metadata-flavor"] == "Google" else { throw none }
        if reply.status == 429 || reply.status >= 500 {
            throw ProviderFailure(.busy, "the metadata server cannot answer: status \(reply.status)")
        }
        return reply
    }
}
