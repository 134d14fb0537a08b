import HTTPTypes

/// Who is answered. A page of another site, open in the same browser, can send requests to this machine, also by a name
/// of its own that leads here (DNS rebinding): it must not see what is not published yet.
package struct Visitors: Sendable {
    /// In lower case, without ports.
    private let hosts: Set<String>

    /// - Parameter hosts: by what names this server is asked for, besides those of the machine itself.
    init(hosts: some Sequence<String>) {
        self.hosts = Set(hosts.map { $0.lowercased() }).union(["localhost", "127.0.0.1", "[::1]"])
    }

    /// A name as browsers send it; nothing for what can be no server's name alone.
    package static func name(_ text: String) -> String? {
        let isName = text.utf8.allSatisfy { byte in
            (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || [0x2D, 0x2E, 0x5F].contains(byte)
        }
        return !text.isEmpty && isName ? text.lowercased() : nil
    }

    /// What is said to one who is not answered; nothing for all others.
    func refusal(of request: HTTPRequest) -> String? {
        guard let authority = request.authority, let host = Self.host(of: authority) else {
            return "A request must say by what name it asks (Host)."
        }
        guard isOwn(host) else {
            return
                "This server does not answer for '\(host.prefix(200))'. To allow that name: frontis serve --allow-host NAME"
        }
        if let origin = request.headerFields[.origin] {
            guard let own = Self.host(ofOrigin: origin), isOwn(own) else {
                return "This server does not answer pages of other sites."
            }
        }
        // What a browser says of where a request comes from (Fetch Metadata, W3C).
        func said(_ name: String) -> String? { request.headerFields.first { $0.name.canonicalName == name }?.value }
        // Whoever follows a link from elsewhere is a person.
        let isFollowed = said("sec-fetch-mode") == "navigate" && said("sec-fetch-dest") == "document"
        if said("sec-fetch-site") == "cross-site", !isFollowed {
            return "This server does not answer pages of other sites."
        }
        return nil
    }

    private func isOwn(_ host: String) -> Bool { hosts.contains(host) || host.hasSuffix(".localhost") }

    /// Without the port, which somebody may have forwarded, and in lower case.
    static func host(of authority: String) -> String? {
        let text = authority.lowercased()
        let end =
            text.hasPrefix("[") ? text.firstIndex(of: "]").map { text.index(after: $0) } : text.firstIndex(of: ":")
        let host = text[..<(end ?? text.endIndex)]
        let rest = text[host.endIndex...]
        guard !host.isEmpty,
            rest.isEmpty || rest.first == ":" && rest.dropFirst().utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        // `localhost.` is the same name.
        return host.hasSuffix(".") ? String(host.dropLast()) : String(host)
    }

    private static func host(ofOrigin origin: String) -> String? {
        for scheme in ["http://", "https://"] where origin.hasPrefix(scheme) {
            return host(of: String(origin.dropFirst(scheme.count)))
        }
        return nil
    }
}
