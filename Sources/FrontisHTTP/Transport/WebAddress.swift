import Foundation

/// An `http` or `https` address, with the parts that decide whether it may be asked.
package struct WebAddress: Sendable {
    package let url: String
    package let scheme: String
    /// In lower case; an IPv6 address without its brackets.
    package let host: String
    package let port: Int

    /// Nothing for anything but `http` and `https` with a plain host name or IP address and no user in it.
    package init?(_ text: String) {
        guard text.utf8.count <= 16384, text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }),
            let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(),
            scheme == "http" || scheme == "https", parts.user == nil, parts.password == nil,
            var host = parts.encodedHost?.lowercased()
        else { return nil }
        if host.hasPrefix("["), host.hasSuffix("]") {
            host = String(host.dropFirst().dropLast())
            guard host.contains(":"), IPAddress(host) != nil else { return nil }
        } else {
            let isName = host.utf8.allSatisfy { byte in
                (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || [0x2D, 0x2E, 0x5F].contains(byte)
            }
            guard isName, !host.isEmpty else { return nil }
        }
        if let port = parts.port, !(1...65535).contains(port) { return nil }
        url = text
        self.scheme = scheme
        self.host = host
        port = parts.port ?? (scheme == "https" ? 443 : 80)
    }

    /// Scheme, host and port: what a credential must not leave.
    package var origin: String { "\(scheme)://\(host.contains(":") ? "[\(host)]" : host):\(port)" }

    /// `localhost`, 127.0.0.0/8 or ::1, as written: no name is looked up.
    package var isLoopback: Bool { host == "localhost" || IPAddress(host)?.isLoopback == true }

    /// The address with `path` after its own path, its query kept.
    package func appending(path: String) -> String {
        let end = url.firstIndex { $0 == "?" || $0 == "#" } ?? url.endIndex
        var base = String(url[..<end])
        while base.hasSuffix("/") { base.removeLast() }
        let query = url[end...].prefix { $0 != "#" }
        return base + path + query
    }

    /// The address that a redirect from here names, resolved against this one as RFC 3986 says.
    package func redirected(to location: String) -> String? {
        guard let base = URL(string: url) else { return nil }
        return URL(string: location, relativeTo: base)?.absoluteString
    }
}
