import FrontisCore
import FrontisTestSupport

@testable import FrontisProviders

/// A provider of Google's in a site's folder, and the vendor that it asks.
struct GoogleFixture {
    let server: VendorServer
    let site: TemporarySite
    let registry: ProviderRegistry

    func provider() throws -> any ImageProvider { try registry.provider(named: Located("art", at: place)) }

    func describer(_ alt: [String: String] = [:]) throws -> (any ImageDescriber)? {
        try registry.describer(for: altSettings(alt), images: Located("art", at: place))
    }

    func promptWriter() throws -> (any PromptWriter)? {
        try registry.promptWriter(for: altSettings([:]), images: Located("art", at: place))
    }
}

/// How a test's provider is let in.
enum GoogleEntry: String, Sendable, CaseIterable {
    /// Vertex AI, by a key file in the site.
    case serviceAccount
    /// Vertex AI, by a person's file.
    case user
    /// Vertex AI, by the metadata server.
    case machine
    /// The Gemini API.
    case key
}

/// - Parameters:
///   - values: over the settings that the way in needs; an empty text takes one away.
///   - environment: likewise.
///   - files: in the site's folder, beside the credentials.
func withGoogle<Result>(
    _ dialect: String, _ entry: GoogleEntry, _ values: [String: String] = [:], environment: [String: String] = [:],
    files: [String: String] = [:], vendor: GoogleVendor = GoogleVendor(isGateway: true, makesSmallPictures: true),
    _ body: (GoogleFixture) async throws -> Result
) async throws -> Result {
    try await withVendor(vendor) { server in
        let site = try TemporarySite()
        try site.write("keys/painter.json", GoogleAccounts.serviceAccountFile(server.origin))
        try site.write("keys/user.json", GoogleAccounts.userFile(server.origin))
        for (path, text) in files { try site.write(path, text) }
        var all = ["endpoint": server.origin]
        var variables = ["HOME": site.path, "NO_GCE_CHECK": "true", "GOOGLE_KEY": vendor.key]
        switch entry {
        case .serviceAccount: all["credentials"] = "keys/painter.json"
        case .user: all.merge(["credentials": "keys/user.json", "project": "test-project"]) { $1 }
        case .machine: variables.merge(["GCE_METADATA_HOST": "127.0.0.1:\(server.port)", "NO_GCE_CHECK": ""]) { $1 }
        case .key: all = ["base-url": server.baseURL, "api-key": "${GOOGLE_KEY}"]
        }
        all.merge(values) { $1 }
        variables.merge(environment) { $1 }
        let registry = ProviderRegistry(
            settings: ["art": settings("art", dialect, all.filter { !$0.value.isEmpty })],
            environment: ProviderEnvironment(process: variables), folder: site.path,
            today: PageDate(year: 2026, month: 11, day: 21))
        do {
            let result = try await body(GoogleFixture(server: server, site: site, registry: registry))
            await registry.shutdown()
            return result
        } catch {
            await registry.shutdown()
            throw error
        }
    }
}
