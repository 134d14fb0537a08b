import FrontisTestSupport
import Testing

/// A site in a temporary folder and the program that builds it.
struct SiteUnderTest {
    let folder: TemporarySite
    static let key = "sk-test-0123456789abcdef"

    /// - Parameter vendor: where `provider: art` sends its requests; nothing for a site without a provider.
    init(vendor: VendorServer? = nil, configuration: String = "") throws {
        folder = try TemporarySite()
        var text = "site: { title: Test, url: \"https://example.org/\" }\n"
        if let vendor {
            text += """
                images: { provider: art }
                providers:
                  art: { dialect: openai, model: gpt-image-2, base-url: "\(vendor.baseURL)", api-key: "${ART_KEY}" }

                """
        }
        try folder.write("frontis.yaml", text + configuration)
    }

    /// With the clock set, so that two runs can be compared.
    func run(
        _ arguments: String..., environment: [String: String] = ["ART_KEY": SiteUnderTest.key]
    ) async throws -> ProgramRun.Result {
        let now = ["build", "plan"].contains(arguments.first) ? ["--now", "2026-06-01T12:00:00Z"] : []
        return try await ProgramRun.run(arguments + now, in: folder.path, environment: environment)
    }

    func write(_ path: String, _ text: String) throws { try folder.write(path, text) }

    /// Many files as one text: `SiteTree`.
    func write(tree: String) throws { try folder.write(tree: tree) }

    func post(_ name: String, _ prompt: String?, body: String = "Text.", extra: String = "") throws {
        let image = prompt.map { "ai-image: \($0)\n" } ?? ""
        try write("content/posts/\(name).md", "---\ntitle: \(name)\ndate: 2026-03-02\n\(image)\(extra)---\n\(body)\n")
    }

    /// Files of the output, without the list of them.
    func outputCount() throws -> Int { try folder.tree(of: "public").count { $0.key != ".frontis-files" } }

    func page(_ path: String) throws -> String { try folder.read("public/" + path) }
}

/// Runs `body` with OpenAI as vendor, which is stopped afterwards, whatever happens.
func withVendor(makesSmallPictures: Bool = false, _ body: (VendorServer) async throws -> Void) async throws {
    try await withVendor(OpenAIVendor(key: SiteUnderTest.key, makesSmallPictures: makesSmallPictures), body)
}
