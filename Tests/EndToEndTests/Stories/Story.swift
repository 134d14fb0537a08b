import Foundation
import FrontisTestSupport
import Testing

/// A site, its vendor, and a running account of what was asked for: every step says what it may cost.
final class Story {
    let site: SiteUnderTest
    let vendor: VendorServer
    private var seen = (pictures: 0, descriptions: 0, prompts: 0)

    init(_ vendor: VendorServer, configuration: String = "") throws {
        self.vendor = vendor
        site = try SiteUnderTest(vendor: vendor, configuration: configuration)
    }

    /// Runs the program and checks how many requests for pictures and for descriptions it made.
    @discardableResult
    func run(
        _ arguments: String..., pictures: Int = 0, descriptions: Int = 0, prompts: Int = 0, status: Int32 = 0,
        environment: [String: String] = ["ART_KEY": SiteUnderTest.key], sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> ProgramRun.Result {
        try await run(
            arguments, pictures: pictures, descriptions: descriptions, prompts: prompts, status: status,
            environment: environment, sourceLocation: sourceLocation)
    }

    @discardableResult
    func run(
        _ arguments: [String], pictures: Int = 0, descriptions: Int = 0, prompts: Int = 0, status: Int32 = 0,
        environment: [String: String] = ["ART_KEY": SiteUnderTest.key], sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> ProgramRun.Result {
        let now = ["new", "store", "lock"].contains(arguments.first ?? "") ? [] : ["--now", "2026-06-01T12:00:00Z"]
        let result = try await ProgramRun.run(arguments + now, in: site.folder.path, environment: environment)
        let all = (
            pictures: vendor.requests(.images).count, descriptions: vendor.requests(.chat).count,
            prompts: vendor.requests(.prompt).count
        )
        let what = arguments.joined(separator: " ")
        #expect(
            all.pictures - seen.pictures == pictures, "pictures asked for by '\(what)'", sourceLocation: sourceLocation)
        #expect(
            all.descriptions - seen.descriptions == descriptions, "descriptions asked for by '\(what)'",
            sourceLocation: sourceLocation)
        #expect(
            all.prompts - seen.prompts == prompts, "prompts asked for by '\(what)'", sourceLocation: sourceLocation)
        #expect(result.status == status, "'\(what)': \(result.standardError)", sourceLocation: sourceLocation)
        #expect(vendor.violations == [], sourceLocation: sourceLocation)
        seen = all
        return result
    }

    /// A build that finds nothing to do, with and without what the cache remembers; then one as CI makes it.
    func settles(sourceLocation: SourceLocation = #_sourceLocation) async throws {
        try await run("build", sourceLocation: sourceLocation)
        try site.folder.remove(".frontis/cache")
        try await run("build", sourceLocation: sourceLocation)
        try site.folder.remove(".frontis/cache")
        try await run("build", environment: ["CI": "true"], sourceLocation: sourceLocation)
    }

    /// The address of a page's first picture.
    func picture(_ page: String = "posts/a/index.html") throws -> String {
        let html = try site.page(page)
        let start = try #require(html.range(of: "<picture><img src=\""))
        return String(html[start.upperBound...].prefix { $0 != "\"" })
    }

    func slot(_ name: String = "posts/a.md#hero") async throws -> VendorJSON {
        let run = try await run("image", "list", name, "--format", "json")
        return try #require(VendorJSON(Array(run.standardOutput.utf8))?["slots"]?[0])
    }
}
