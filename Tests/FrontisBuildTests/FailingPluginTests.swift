import FrontisTestSupport
import FrontisText
import FrontisGallery
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

    /// A page of its own making in the place of the author's.
    private struct Anew: Plugin {
        let name = "anew"

        func transform(_ page: Page, in context: PluginContext) -> Page {
            var other = Page(
                source: "other.md", kind: .page, section: "", slug: "a", title: "Another title", language: "en")
            other.url = page.url
            return other
        }
    }

    /// What the author asks for is ordered by the author's words, and shown.
    @Test func noPlugInOrdersOrHidesAPicture() async throws {
        let folder = NSTemporaryDirectory() + "frontis-plugin-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder + "/content", withIntermediateDirectories: true)
        try Data("site: { url: https://e.org }\nimages: { variants: false }\n".utf8).write(
            to: URL(fileURLWithPath: folder + "/frontis.yaml"))
        try Data("---\ntitle: A fox\nurl: /a/\nai-image: \"{{title}}\"\n---\nText\n".utf8).write(
            to: URL(fileURLWithPath: folder + "/content/a.md"))
        var options = BuildOptions(jobs: 2, environment: [:])
        options.site = folder
        var pictures: [String] = []
        for plugins in [Plugins.all, Plugins.all + [Anew()]] {
            options.output = "\(folder)/out-\(plugins.count)"
            let result = await Build(options: options, plugins: plugins).run()
            #expect(!result.diagnostics.contains { $0.severity == .error }, "\(result.diagnostics)")
            let html = try String(contentsOfFile: "\(folder)/out-\(plugins.count)/a/index.html", encoding: .utf8)
            #expect(html.contains("Another title") == (plugins.count > Plugins.all.count))
            let start = try #require(html.range(of: "<picture><img src=\""))
            pictures.append(String(html[start.upperBound...].prefix { $0 != "\"" }))
        }
        #expect(pictures[0] == pictures[1])
    }
}
