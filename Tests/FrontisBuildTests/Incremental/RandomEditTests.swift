import Foundation
import FrontisCore
import FrontisGallery
import FrontisTestSupport
import Testing

@testable import FrontisBuild

/// However a site is edited, a build beside what earlier ones have left gives the very bytes of a build from scratch, and
/// finds the same to say.
@Suite struct RandomEditTests {
    @Test(arguments: TestLength.isLong ? [1, 2, 3, 4, 5] : [7])
    func anyChainOfEditsIsAsABuildFromScratch(seed: UInt64) async throws {
        let folder = try TemporarySite()
        var site = RandomSite(seed: seed)
        var random = SeededNumbers(seed: seed &+ 1)
        var written: [String: String] = [:]
        var errors: [String] = []
        var (compared, read, readAnew, run, runAnew) = (0, 0, 0, 0, 0)
        for round in 0..<(TestLength.isLong ? 500 : 40) {
            if round > 0 { site.edit() }
            try write(site.files, over: &written, to: folder)
            let harm = round % 9 == 8 ? try harm(folder, &random) : ""
            // Stamps of files that were written a moment ago tell nothing.
            try await Task.sleep(for: .milliseconds(25))
            let made = await build(folder, site, output: "public", cache: ".frontis/cache")
            let clean = await build(folder, site, output: "clean-\(round)", cache: ".frontis/clean-\(round)")
            let story = Comment(rawValue: "seed \(seed), round \(round): \(site.log.joined(separator: ", ")) \(harm)")
            #expect(made.diagnostics == clean.diagnostics, story)
            errors += clean.diagnostics.filter { $0.severity == .error }.map { "\($0.summary)" }
            if !clean.diagnostics.hasErrors {
                try expectSame(folder, "public", "clean-\(round)", story)
                compared += 1
                (read, readAnew) = (read + made.report.work.pagesRead, readAnew + clean.report.work.pagesRead)
                (run, runAnew) = (run + made.report.work.templatesRun, runAnew + clean.report.work.templatesRun)
            }
            for left in ["clean-\(round)", ".frontis/clean-\(round)"] where folder.exists(left) { try folder.remove(left) }
        }
        // Otherwise all of this says nothing.
        let story = Comment(rawValue: "\(errors.prefix(6).joined(separator: "; ")) seed \(seed): \(compared) compared, \(read) of \(readAnew) read, \(run) of \(runAnew) run")
        #expect(compared > 10 && read < readAnew / 2 && run < runAnew * 9 / 10, story)
        print(story)
    }

    private func build(_ folder: TemporarySite, _ site: RandomSite, output: String, cache: String) async -> Build.Result {
        var options = BuildOptions(jobs: 2, environment: [:])
        options.site = folder.path
        options.output = folder.path(output)
        options.cache = folder.path(cache)
        options.now = PageDate(site.now)
        options.drafts = site.drafts
        return await Build(options: options).run()
    }

    private func expectSame(_ folder: TemporarySite, _ one: String, _ other: String, _ story: Comment) throws {
        let (made, clean) = (try folder.tree(of: one), try folder.tree(of: other))
        #expect(made.keys.sorted() == clean.keys.sorted(), story)
        for (path, bytes) in clean where made[path] != bytes {
            Issue.record("\(path) is stale; \(story)\n\(String(decoding: made[path] ?? [], as: UTF8.self).prefix(2000))")
        }
    }

    private func write(_ files: [String: String], over written: inout [String: String], to folder: TemporarySite) throws {
        for path in written.keys where files[path] == nil { try folder.remove(path) }
        for (path, text) in files where written[path] != text { try folder.write(path, text) }
        written = files
    }

    /// What happens to a cache.
    private func harm(_ folder: TemporarySite, _ random: inout SeededNumbers) throws -> String {
        let builds = ".frontis/cache/v1/builds"
        guard folder.exists(builds) else { return "" }
        let names = try folder.tree(of: builds).keys.sorted()
        guard !names.isEmpty else { return "" }
        let name = random.pick(names)
        var bytes = try folder.bytes("\(builds)/\(name)")
        switch random.number(below: 4) {
        case 0:
            try folder.remove(".frontis/cache")
            return "no cache"
        case 1: bytes = Array(bytes.prefix(random.number(below: bytes.count + 1)))
        case 2: if !bytes.isEmpty { bytes[random.number(below: bytes.count)] ^= 0x20 }
        default:
            try folder.remove("\(builds)/\(name)")
            return "no \(name)"
        }
        try folder.write("\(builds)/\(name)", bytes)
        return "harmed \(name)"
    }
}
