import FrontisGallery
import FrontisTestSupport
import Synchronization
import Testing

@testable import FrontisBuild

@Suite struct ProgressTextTests {
    @Test func saysWhatIsWaitedFor() {
        var progress = ProgressText()
        func text(_ events: RunProgress...) -> String {
            for event in events { progress.note(event) }
            return progress.text
        }
        #expect(text(.stage("reading")) == "reading")
        #expect(text(.prompts(0, of: 12)) == "writing prompts 0/12")
        #expect(text(.prompts(3, of: 12)) == "writing prompts 3/12")
        #expect(text(.prompts(12, of: 12)) == "reading")
        #expect(text(.pictures(total: 2), .started("a.md#hero")) == "making pictures 0/2: a.md#hero")
        #expect(text(.started("b.md#hero"), .encoded(1, of: 9)) == "making pictures 0/2: b.md#hero")
        #expect(text(.finished("b.md#hero"), .describing("b.md#hero")) == "making pictures 1/2: a.md#hero")
        #expect(text(.finished("a.md#hero")) == "describing pictures, 0 done: b.md#hero")
        #expect(text(.describing("a.md#hero"), .described("b.md#hero")) == "describing pictures, 1 done: a.md#hero")
        #expect(text(.described("a.md#hero")) == "reading")
        #expect(text(.stage("encoding"), .encoded(3, of: 9)) == "encoding pictures 3/9")
        #expect(text(.stage("rendering")) == "rendering")
    }

    @Test func encodingIsCounted() async throws {
        let site = try TemporarySite()
        try site.write("frontis.yaml", "site: { url: \"https://example.org/\" }\n")
        for name in ["fox", "owl"] { try site.write("content/\(name).md", "---\nai-image: An \(name)\n---\n") }
        let counts = Mutex<[[Int]]>([])
        var options = BuildOptions(jobs: 2, environment: [:])
        options.site = site.path
        let result = await Build(options: options) { event in
            if case .encoded(let done, let total) = event { counts.withLock { $0.append([done, total]) } }
        }.run()
        #expect(result.diagnostics == [])
        #expect(counts.withLock(\.self) == [[1, 2], [2, 2]])
    }
}
