import HTTPTypes
import Testing

@testable import FrontisServe

/// Pages of other sites see nothing, whatever they call this machine.
@Suite struct VisitorsTests {
    private static func isAnswered(_ authority: String?, _ fields: [String: String] = [:]) -> Bool {
        var request = HTTPRequest(method: .get, scheme: "http", authority: authority, path: "/")
        for (name, value) in fields {
            if let name = HTTPField.Name(name) { request.headerFields[name] = value }
        }
        return Visitors(hosts: ["192.168.1.5", "tunnel.example"]).refusal(of: request) == nil
    }

    @Test(arguments: [
        "localhost", "localhost:4000", "LOCALHOST:4000", "localhost.", "127.0.0.1:4000", "[::1]:4000", "[::1]",
        "blog.localhost:4000", "192.168.1.5:4000", "tunnel.example", "tunnel.example:443",
    ])
    func ownNamesAreAnswered(_ authority: String) { #expect(Self.isAnswered(authority)) }

    @Test(arguments: [
        nil, "", "evil.example", "evil.example:4000", "localhost.evil.example", "evil-localhost", "127.0.0.1.nip.io",
        "127.0.0.2", "0.0.0.0", "[::2]", "localhost:4000@evil.example", "localhost:x", ":4000", "[::1", "192.168.1.50",
    ])
    func otherNamesAreNot(_ authority: String?) { #expect(!Self.isAnswered(authority)) }

    @Test(arguments: [
        (["Origin": "http://localhost:4000"], true), (["Origin": "https://tunnel.example"], true),
        (["Origin": "http://evil.example"], false), (["Origin": "null"], false), (["Origin": "file://"], false),
        (["Sec-Fetch-Site": "same-origin"], true), (["Sec-Fetch-Site": "none"], true),
        (["Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "script"], false),
        (["Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "iframe"], false),
        (["Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"], true),
        (["Sec-Fetch-Site": "cross-site"], false),
    ])
    func pagesOfOtherSitesAreNot(_ fields: [String: String], _ isAnswered: Bool) {
        #expect(Self.isAnswered("localhost:4000", fields) == isAnswered)
    }
}
