import Foundation
import FrontisTestSupport
import Testing

/// The configurations that docs/providers.md shows work as they stand there: each is run against its vendor's test
/// server, with nothing changed but the vendor's address.
@Suite struct DocumentedSystemsTests {
    /// A YAML block after `<!-- tested: NAME -->`, where NAME is the vendor's among `DialectCase.all`.
    struct Snippet: Sendable, CustomStringConvertible {
        var name: String
        var yaml: String
        var description: String { name }
    }

    static let snippets: [Snippet] = {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs/providers.md")
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
        return text.split(separator: "<!-- tested: ").dropFirst().compactMap { part -> Snippet? in
            guard let end = part.firstRange(of: " -->\n```yaml\n"),
                let close = part[end.upperBound...].firstRange(of: "\n```")
            else { return nil }
            return Snippet(
                name: String(part[..<end.lowerBound]), yaml: String(part[end.upperBound..<close.lowerBound]) + "\n")
        }
    }()

    @Test func everyVendorIsDocumented() {
        let documented = Set(Self.snippets.map(\.name))
        let missing = DialectCase.all.map(\.description).filter { !documented.contains($0) }
        #expect(missing.isEmpty)
        #expect(documented.isSubset(of: DialectCase.all.map(\.description)))
    }

    @Test(arguments: snippets)
    func theDocumentedConfigurationWorks(snippet: Snippet) async throws {
        let dialect = try #require(DialectCase.all.first { $0.description == snippet.name })
        try await withVendor(dialect.vendor) { vendor in
            let folder = try TemporarySite()
            let yaml = dialect.adapting(snippet.yaml, to: vendor.origin)
            try folder.write("frontis.yaml", "site: { title: Test, url: \"https://example.org/\" }\n" + yaml)
            for (path, text) in dialect.files(vendor.origin) { try folder.write(path, text) }
            try folder.write("content/posts/a.md", "---\ntitle: A\ndate: 2026-03-02\nai-image: A fox in the snow\n---\nText.\n")
            let run = try await ProgramRun.run(
                ["build", "--now", "2026-06-01T12:00:00Z", "--format", "json"], in: folder.path,
                environment: dialect.environment)
            #expect(run.status == 0, "\(run.standardError)\n\(yaml)")
            let report = VendorJSON(Array(run.standardOutput.utf8))
            #expect(report?["pictures"]?["made"] == 1)
            #expect(!dialect.describes || report?["alts"]?["made"] == 1, "\(run.standardError)")
            #expect(vendor.violations.isEmpty, "\(vendor.violations)")
        }
    }
}
