import FrontisText
import Foundation
import FrontisCore
import FrontisRender
import Testing

@testable import FrontisBuild

@Suite struct ThemeTests {
    private static let repository = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    @Test(arguments: ["templates", "static"])
    func everyFileOfTheThemeIsEmbedded(folder: String) throws {
        let names = try FileManager.default.contentsOfDirectory(
            atPath: Self.repository.appendingPathComponent(folder).path)
        let files = folder == "templates" ? BuiltInFiles.templates : BuiltInFiles.staticFiles
        #expect(names.count > 1)
        #expect(Set(files.map(\.path)) == Set(names.map { folder + "/" + $0 }))
        for file in files {
            let text = try String(contentsOf: Self.repository.appendingPathComponent(file.path), encoding: .utf8)
            #expect(file.text == text, "\(file.path)")
        }
    }

    @Test func theThemeUsesOnlyNamesThatExist() {
        let (templates, findings) = TemplateSet.load(Theme.builtIn.templates, names: SiteRendering.names(with: Plugins.all))
        #expect(findings.map(DiagnosticFormatter().text) == [])
        #expect(templates != nil)
    }

    /// `FRONTIS_RECORD_REFERENCE=1 swift test --filter FrontisBuildTests.ThemeTests` writes the page anew.
    @Test func theReferencePageIsUpToDate() throws {
        let file = Self.repository.appendingPathComponent("docs/template-reference.md")
        let expected = TemplateReference.markdown(for: SiteRendering.names(with: Plugins.all))
        if ProcessInfo.processInfo.environment["FRONTIS_RECORD_REFERENCE"] == "1" {
            try expected.write(to: file, atomically: true, encoding: .utf8)
            Issue.record("recorded \(file.lastPathComponent)")
        }
        #expect(
            try String(contentsOf: file, encoding: .utf8) == expected,
            "write it anew: FRONTIS_RECORD_REFERENCE=1 swift test --filter FrontisBuildTests.ThemeTests")
    }
}
