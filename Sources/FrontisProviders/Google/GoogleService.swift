import FrontisCore
import FrontisHTTP

/// Which of Google's two doors a provider's requests go to: Vertex AI, with a project's credentials, or the Gemini
/// API, with a key. Their protocols are the same but for addresses, credentials and a few parameters.
struct GoogleService: Sendable {
    static let apiAddress = "https://generativelanguage.googleapis.com/v1beta"
    private static let vertexKeys = ["project", "location", "credentials", "endpoint"]

    let block: ProviderBlock

    var isVertex: Bool {
        block.settings.dialect.value == "vertex-imagen" || Self.vertexKeys.contains { block.text($0) != nil }
    }

    /// Whether the vendor itself is asked, which keeps to the vendor's dates: a gateway may have a model for longer.
    var isVendors: Bool { block.text(isVertex ? "endpoint" : "base-url") == nil }

    /// The address of the Gemini API up to its version. Throws `unconfigured` for one that is none.
    func apiAddress() throws(ProviderFailure) -> WebAddress {
        guard let address = WebAddress(try block.filledIn("base-url") ?? Self.apiAddress) else {
            throw ProviderFailure(
                .unconfigured, "base-url of provider '\(block.name)' is not an http or https address",
                help: "write it with its version path, such as base-url: \(Self.apiAddress)")
        }
        return address
    }

    /// The vendor's own key is not for somebody else's server. Throws `unconfigured` for a variable that is not set.
    func apiKey() throws(ProviderFailure) -> Secret? {
        try block.secret("api-key", else: implied["api-key"])
    }

    /// Settings of the Gemini API that count where nothing is written.
    var implied: [String: String] {
        if isVertex { return [:] }
        var implied = ["base-url": Self.apiAddress]
        if block.text("base-url") == nil { implied["api-key"] = "${GEMINI_API_KEY}" }
        return implied
    }

    /// Throws `unconfigured` for settings of both doors in one block.
    func checkSettings() throws(ProviderFailure) {
        guard isVertex, let key = ["api-key", "base-url"].first(where: { block.text($0) != nil }),
            let other = Self.vertexKeys.first(where: { block.text($0) != nil })
        else { return }
        throw ProviderFailure(
            .unconfigured,
            "provider '\(block.name)' has \(key), which is the Gemini API's, and \(other), which is Vertex AI's",
            help: "write api-key and base-url, or project, location, credentials and endpoint")
    }

    /// Region, multi-region or `global`. Gemini's models of today are in no single region.
    ///
    /// - Parameter family: whose models are asked.
    func location(for family: GoogleImageModel.Family) throws(ProviderFailure) -> String {
        let usual = family == .imagen || block.text("endpoint") != nil ? "us-central1" : "global"
        let location = try block.filledIn("location") ?? usual
        // It becomes part of a host's name.
        guard location.utf8.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }),
            location.utf8.count <= 40, location.first != "-"
        else {
            throw ProviderFailure(
                .unconfigured, "location of provider '\(block.name)' is not the name of a region",
                help: "write it as Google does, such as location: us-central1")
        }
        return location
    }

    /// The origin of Vertex AI. Throws `unconfigured` for an `endpoint` that is no address.
    func vertexAddress(in location: String) throws(ProviderFailure) -> WebAddress {
        guard let address = WebAddress(try block.filledIn("endpoint") ?? Self.origin(of: location)) else {
            throw ProviderFailure(
                .unconfigured, "endpoint of provider '\(block.name)' is not an http or https address",
                help: "write the origin alone, such as endpoint: \(Self.origin(of: "us-central1"))")
        }
        return address
    }

    /// As Google's own libraries have it: one region, all the world, or a multi-region such as `eu`.
    static func origin(of location: String) -> String {
        if location == "global" { return "https://aiplatform.googleapis.com" }
        return location.contains("-")
            ? "https://\(location)-aiplatform.googleapis.com" : "https://aiplatform.\(location).rep.googleapis.com"
    }

    /// The project that pays: the setting, else `GOOGLE_CLOUD_PROJECT`, else what the credentials say. Throws
    /// `unconfigured` where none of them does.
    func project(by credentials: GoogleCredentials) async throws(ProviderFailure) -> String {
        var project = try block.filledIn("project") ?? block.environment.value(of: "GOOGLE_CLOUD_PROJECT")
        if project == nil { project = try await credentials.project() }
        guard let project else {
            throw ProviderFailure(
                .unconfigured, "provider '\(block.name)' needs the project that pays",
                help: "write project: with the Google Cloud project's id, or set GOOGLE_CLOUD_PROJECT")
        }
        return project
    }
}
