import Foundation
import FrontisCore
import Testing

@testable import FrontisBuild

@Suite struct FailingPluginTests {
    private struct Broken: Plugin {
        struct Mishap: Error, CustomStringConvertible { let description = "no more ink" }

        let name = "broken"
        var failsOnPages: Bool

        func transform(_ page: Page, in context: PluginContext) throws -> Page {
            if failsOnPages { throw Mishap() }
            return page
        }

        func generate(
            _ site: FinishedSite, reading pages: any PageReading, in context: PluginContext
        ) throws -> [GeneratedFile] { throw Mishap() }
    }

    @Test(arguments: [true, false])
    func isNamedAndFailsTheBuild(failsOnPages: Bool) async throws {
        let folder = NSTemporaryDirectory() + "frontis-plugin-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder + "/content", withIntermediateDirectories: true)
        try Data("Text\n".utf8).write(to: URL(fileURLWithPath: folder + "/content/a.md"))
        try Data("site: { url: https://e.org }\n".utf8).write(to: URL(fileURLWithPath: folder + "/frontis.yaml"))
        var options = BuildOptions(jobs: 2, environment: [:])
        options.site = folder
        let result = await Build(options: options, plugins: Plugins.all + [Broken(failsOnPages: failsOnPages)]).run()
        let place = failsOnPages ? "content/a.md:1:1: " : ""
        #expect(
            result.diagnostics.filter { $0.severity == .error }.map(DiagnosticFormatter().text).first
                == "\(place)error: plug-in 'broken' failed: no more ink [plugin-failed]\n")
        #expect(!FileManager.default.fileExists(atPath: folder + "/public"))
    }

    /// Neither hook waits until something has been paid for.
    @Test(arguments: [true, false])
    func nothingIsBought(failsOnPages: Bool) async throws {
        let folder = NSTemporaryDirectory() + "frontis-plugin-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder + "/content", withIntermediateDirectories: true)
        let settings = """
            site: { url: https://e.org }
            images: { provider: own }
            providers: { own: { dialect: command, price: 0, run: [touch, asked] } }

            """
        try Data(settings.utf8).write(to: URL(fileURLWithPath: folder + "/frontis.yaml"))
        try Data("---\nai-image: A fox\n---\nText\n".utf8).write(to: URL(fileURLWithPath: folder + "/content/a.md"))
        var options = BuildOptions(jobs: 2, environment: ["PATH": "/usr/bin:/bin"])
        options.site = folder
        let result = await Build(options: options, plugins: Plugins.all + [Broken(failsOnPages: failsOnPages)]).run()
        #expect(result.diagnostics.contains { $0.id == .pluginFailed })
        #expect(!FileManager.default.fileExists(atPath: folder + "/asked"))
        // It would have been asked otherwise.
        _ = await Build(options: options).run()
        #expect(FileManager.default.fileExists(atPath: folder + "/asked"))
    }
}
