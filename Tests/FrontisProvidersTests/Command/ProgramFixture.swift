import Foundation
import FrontisCore
import FrontisTestSupport

@testable import FrontisProviders

/// A site's folder with a program in it, `art.sh`, and the provider `art` that runs it. The program is the shell
/// under another name: to run a file that was written a moment ago fails now and then, as long as any process that
/// is just being started holds it open.
struct ProgramFixture {
    let site: TemporarySite
    let registry: ProviderRegistry
    static let picture = TestPNG(width: 64, height: 48, text: "a program's picture").bytes

    /// - Parameters:
    ///   - script: for `sh`, in the site's folder; `picture.png` lies there.
    ///   - run: in place of that program.
    init(
        _ script: String, run: [String] = ["./art.sh", "script"], passing: [String] = [], _ values: [String: String] = ["price": "0"],
        environment: [String: String] = [:]
    ) throws {
        site = try TemporarySite()
        try site.write("picture.png", Self.picture)
        try site.write("script", script + "\n")
        try FileManager.default.createSymbolicLink(atPath: site.path("art.sh"), withDestinationPath: "/bin/sh")
        var block = settings("art", "command", values)
        if !run.isEmpty { block.values["run"] = Located(.list(run), at: place) }
        if !passing.isEmpty { block.values["pass-environment"] = Located(.list(passing), at: place) }
        var variables = ["PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": site.path]
        variables.merge(environment) { _, over in over }
        registry = ProviderRegistry(
            settings: ["art": block], environment: ProviderEnvironment(process: variables), folder: site.path)
    }

    var provider: any ImageProvider {
        get throws { try registry.provider(named: Located("art", at: place)) }
    }

    func generate(_ request: GenerationRequest) async throws -> Generation { try await provider.generate(request) }

    func failure(_ request: GenerationRequest? = nil) async throws -> ProviderFailure {
        let request = try request ?? FrontisProvidersTests.request()
        return try await FrontisProvidersTests.failure(of: provider, request)
    }
}
