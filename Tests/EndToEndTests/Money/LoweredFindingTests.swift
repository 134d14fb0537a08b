import FrontisTestSupport
import Testing

/// Findings after which nothing is written are errors, whatever the configuration makes of them: a build that wrote nothing
/// has failed, and none buys a picture for it.
@Suite struct LoweredFindingTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let id: String
        let arguments: [String]
        let make: @Sendable (SiteUnderTest) throws -> Void
        var testDescription: String { ([id] + arguments).joined(separator: " ") }

        init(
            _ id: String, _ arguments: [String] = [], _ make: @escaping @Sendable (SiteUnderTest) throws -> Void = { _ in }
        ) {
            (self.id, self.arguments, self.make) = (id, arguments, make)
        }
    }

    static let cases = [
        Case("output-unsafe", ["--output", ".git"]), Case("output-unsafe", ["--output", "static"]),
        Case("output-unsafe", ["--output", ".frontis/store"]),
        Case("output-foreign") { try $0.write("public/mine.txt", "Mine") },
        Case("template-syntax") { try $0.write("templates/post.mustache", "{{#page}}") },
        Case("template-cycle") { try $0.write("templates/post.mustache", "{{>post}}") },
        Case("lock-unreadable") { try $0.write("frontis.lock", "{") },
        Case("configuration-value", ["--base-url", "nowhere"]),
        Case("configuration-value") { try $0.append("images: { budget: much }\n") },
    ]

    @Test(arguments: cases, ["warning", "note", "ignored"])
    func isAnErrorAllTheSame(_ test: Case, severity: String) async throws {
        try await withVendor { vendor in
            let site = try SiteUnderTest(
                configuration: """
                    providers:
                      art: { dialect: openai, model: gpt-image-2, base-url: "\(vendor.baseURL)", api-key: "${ART_KEY}" }
                    diagnostics: { \(test.id): \(severity) }

                    """)
            if test.id != "configuration-value" { try site.append("images: { provider: art }\n") }
            try site.post("a", "{ prompt: A fox, provider: art }")
            try test.make(site)
            let before = try site.folder.tree(of: ".")
            let run = try await ProgramRun.run(
                ["build"] + test.arguments, in: site.folder.path, environment: ["ART_KEY": SiteUnderTest.key])
            #expect(run.status == 1, "\(run.standardOutput) \(run.standardError)")
            #expect(run.standardError.contains(": error: ") || run.standardError.hasPrefix("error: "), "\(run.standardError)")
            #expect(run.standardError.contains("[\(test.id)]"), "\(run.standardError)")
            #expect(vendor.requests.isEmpty)
            let after = try site.folder.tree(of: ".").filter { !$0.key.hasPrefix(".frontis/") }
            #expect(after == before.filter { !$0.key.hasPrefix(".frontis/") })
        }
    }

    /// Where it stops nothing, the configuration's word counts.
    @Test func othersAreLowered() async throws {
        let site = try SiteUnderTest(configuration: "diagnostics: { front-matter-date: warning }\n")
        try site.write("content/posts/a.md", "---\ntitle: A\ndate: soon\n---\n")
        let run = try await site.run("build", environment: [:])
        #expect(run.status == 0)
        #expect(run.standardError.contains("warning: date 'soon' is not a date"))
    }
}
