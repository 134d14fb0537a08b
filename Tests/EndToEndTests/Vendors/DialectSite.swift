import FrontisTestSupport

/// A site whose provider `art` speaks a dialect to its vendor's test server.
struct DialectSite {
    let folder: TemporarySite
    private let dialect: DialectCase
    var environment: [String: String] { dialect.environment }

    /// - Parameters:
    ///   - provider: more settings of the provider, and `images`: more of the pictures, as in a map on one line.
    init(
        _ dialect: DialectCase, _ vendor: VendorServer, provider: String = "", images: String = ""
    ) throws {
        self.dialect = dialect
        folder = try TemporarySite()
        var settings = dialect.settings(vendor.origin)
        if !provider.isEmpty, let end = settings.lastIndex(of: "}") { settings.insert(contentsOf: ", \(provider) ", at: end) }
        try folder.write(
            "frontis.yaml",
            """
            site: { title: Test, url: "https://example.org/" }
            images: { provider: art\(images.isEmpty ? "" : ", \(images)") }
            alt: \(dialect.alt)
            providers:
              art: \(settings)

            """)
        for (path, text) in dialect.files(vendor.origin) { try folder.write(path, text) }
    }

    func post(_ name: String, _ image: String) throws {
        try folder.write(
            "content/posts/\(name).md", "---\ntitle: \(name)\ndate: 2026-03-02\nai-image: \(image)\n---\nText.\n")
    }

    func doctor(environment: [String: String]) async throws -> ProgramRun.Result {
        try await ProgramRun.run(["doctor", "--online"], in: folder.path, environment: environment)
    }

    /// - Parameter environment: in place of the dialect's own.
    func build(_ options: String..., environment: [String: String]? = nil) async throws -> ProgramRun.Result {
        try await ProgramRun.run(
            ["build", "--now", "2026-06-01T12:00:00Z"] + options, in: folder.path,
            environment: environment ?? dialect.environment)
    }
}
