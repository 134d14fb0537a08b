import FrontisTestSupport
import Testing

/// Nothing that opens a door is in any output or file, whatever the vendor does with it.
@Suite struct DialectSecretTests {
    static let names = ["a picture", "a wrong key", "a page that echoes", "success that echoes", "refused", "no picture"]

    /// - Parameter secrets: such as the vendor is sent with every request.
    static func behaviour(_ name: String, echoing secrets: [String]) -> Behaviour {
        let page = "<html><body>Denied: \(secrets.joined(separator: ", "))</body></html>"
        let error = "{\"error\":{\"message\":\"Not for \(secrets.joined(separator: " and "))\",\"code\":400}}"
        return switch name {
        case "a wrong key": .failing(.keyRejected)
        case "a page that echoes": .status(403, headers: ["content-type": "text/html"], body: page)
        case "success that echoes": .status(200, body: error)
        case "refused": .refused
        case "no picture": .htmlPicture
        default: .normal
        }
    }

    @Test(arguments: DialectCase.all, names)
    func credentialsAreNowhere(dialect: DialectCase, name: String) async throws {
        // Lines of a private key are secrets each by itself; JSON breaks keys where it likes.
        let secrets = dialect.secrets
        try await withVendor(dialect.vendor) { vendor in
            let site = try DialectSite(dialect, vendor)
            let given = Set(dialect.files(vendor.origin).map(\.0))
            try site.post("a", "A fox")
            vendor.always(dialect.answers, Self.behaviour(name, echoing: Array(secrets.prefix(1))))
            let text = try await site.build("--verbose")
            let json = try await site.build("--verbose", "--format", "json", "--retry-failed")
            #expect((text.status == 0) == (name == "a picture"), "\(text.standardError)")
            var places = [
                ("standard output", text.standardOutput + json.standardOutput),
                ("standard error", text.standardError + json.standardError),
            ]
            places += try site.folder.tree().filter { !given.contains($0.0) }
                .map { ($0.0, String(decoding: $0.1, as: UTF8.self)) }
            places += vendor.requests.map { ("the address of a request", $0.path + "?" + ($0.query ?? "")) }
            for (place, words) in places {
                for secret in secrets { #expect(!words.contains(secret), "\(name): \(place)") }
            }
        }
    }
}
