import Foundation
import FrontisCore
import FrontisGallery
import FrontisTestSupport
import Testing

@testable import FrontisBuild

/// However a site is edited, a build beside what earlier ones have left gives the very bytes of a build from scratch, finds
/// the same to say, and makes little else than what has to be other bytes.
@Suite struct RandomEditTests {
    /// Of a chain of builds.
    private struct Counts {
        var compared = 0
        /// Pages that were read, and that a build from scratch reads.
        var (read, readAnew) = (0, 0)
        /// Templates that were run.
        var (run, runAnew) = (0, 0)
        /// Files that were made, and those of them that had to be, as a build from scratch gives other bytes than before.
        var (made, needed) = (0, 0)
    }

    @Test(arguments: TestLength.isLong ? [1, 2, 3, 4, 5] : [7])
    func anyChainOfEditsIsAsABuildFromScratch(seed: UInt64) async throws {
        let folder = try TemporarySite()
        var site = RandomSite(seed: seed)
        var random = SeededNumbers(seed: seed &+ 1)
        var written: [String: String] = [:]
        var errors: [String] = []
        var counts = Counts()
        var before: [String: [UInt8]]?
        for round in 0..<(TestLength.of(short: 60, long: 500)) {
            let earlier = site
            if round > 0 { site.edit() }
            try Self.write(site.files, over: &written, to: folder)
            let harm = round % 9 == 8 ? try harm(folder, &random) : ""
            // Stamps of files that were written a moment ago tell nothing.
            try await Task.sleep(for: .milliseconds(25))
            let made = await Self.build(folder, site, output: "public", cache: ".frontis/cache")
            let clean = await Self.build(folder, site, output: "clean-\(round)", cache: ".frontis/clean-\(round)")
            let story = Comment(rawValue: "seed \(seed), round \(round): \(site.log.joined(separator: ", ")) \(harm)")
            #expect(made.diagnostics == clean.diagnostics, story)
            errors += clean.diagnostics.filter { $0.severity == .error }.map { "\($0.summary)" }
            if clean.diagnostics.hasErrors {
                before = nil
            } else {
                let tree = try folder.tree(of: "clean-\(round)")
                let stale = Self.differences(try folder.tree(of: "public"), tree)
                if !stale.isEmpty { try await report(stale, earlier, site, story) }
                counts.compared += 1
                counts.read += made.report.work.pagesRead
                counts.readAnew += clean.report.work.pagesRead
                counts.run += made.report.work.templatesRun
                counts.runAnew += clean.report.work.templatesRun
                if let before, harm.isEmpty {
                    let paths = Set(made.report.made?.map(\.path) ?? [])
                    let needed = tree.filter { $0.key != OutputManifest.name && before[$0.key] != $0.value }
                    #expect(Set(needed.keys).isSubset(of: paths), "what has other bytes was not made, \(story)")
                    (counts.made, counts.needed) = (counts.made + paths.count, counts.needed + needed.count)
                }
                before = tree
            }
            for left in ["clean-\(round)", ".frontis/clean-\(round)"] where folder.exists(left) { try folder.remove(left) }
        }
        // Otherwise all of this says nothing.
        let story = Comment(rawValue: "seed \(seed): \(counts), errors: \(errors.prefix(6).joined(separator: "; "))")
        #expect(counts.compared > 10 && counts.read < counts.readAnew / 2 && counts.run < counts.runAnew * 9 / 10, story)
        // A template that runs and says the same again has read what said something else: a page's position in a list, say.
        #expect(counts.made < counts.needed * 3 / 2, story)
        print(story)
    }

    /// The failure as small as it gets: two states of the site, one behind the other.
    private func report(_ stale: [String], _ earlier: RandomSite, _ site: RandomSite, _ story: Comment) async throws {
        let (before, after) = (Moment(earlier), Moment(site))
        let shrinker = SiteShrinker { first, second in
            let folder = try TemporarySite()
            var written: [String: String] = [:]
            for (files, moment) in [(first, before), (second, after)] {
                try Self.write(files, over: &written, to: folder)
                try await Task.sleep(for: .milliseconds(25))
                _ = await Self.build(folder, moment, output: "public", cache: ".frontis/cache")
            }
            let clean = await Self.build(folder, after, output: "clean", cache: ".frontis/clean")
            guard !clean.diagnostics.hasErrors else { return false }
            return try !Self.differences(folder.tree(of: "public"), folder.tree(of: "clean")).isEmpty
        }
        let small = try await shrinker.shrunk(earlier.files, site.files)
        let shown = small.map(SiteShrinker.text) ?? "not from the state before it alone"
        Issue.record("stale: \(stale.joined(separator: ", ")); \(story)\n\(shown)")
    }

    /// What builds of a site have besides its files.
    private struct Moment: Sendable {
        var now: String
        var drafts: Bool

        init(_ site: RandomSite) { (now, drafts) = (site.now, site.drafts) }
    }

    private static func build(
        _ folder: TemporarySite, _ site: RandomSite, output: String, cache: String
    ) async -> Build.Result {
        await build(folder, Moment(site), output: output, cache: cache)
    }

    private static func build(
        _ folder: TemporarySite, _ moment: Moment, output: String, cache: String
    ) async -> Build.Result {
        var options = BuildOptions(jobs: 2, environment: [:])
        options.site = folder.path
        options.output = folder.path(output)
        options.cache = folder.path(cache)
        options.now = PageDate(moment.now)
        options.drafts = moment.drafts
        options.explains = true
        return await Build(options: options).run()
    }

    /// Paths of what is other bytes in one of the two, or only there.
    private static func differences(_ made: [String: [UInt8]], _ clean: [String: [UInt8]]) -> [String] {
        Set(made.keys).union(clean.keys).filter { made[$0] != clean[$0] }.sorted()
    }

    private static func write(
        _ files: [String: String], over written: inout [String: String], to folder: TemporarySite
    ) throws {
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

/// The shrinker itself.
@Suite struct SiteShrinkerTests {
    @Test func whatDoesNotMatterIsLeftOut() async throws {
        let first = ["a": "1", "b": "1", "c": "1", "d": "1"]
        let second = ["a": "2", "b": "2", "c": "1", "e": "1"]
        // Wrong wherever `a` changes while `c` is there.
        let shrinker = SiteShrinker { $0["a"] == "1" && $1["a"] == "2" && $1["c"] == "1" }
        let small = try #require(try await shrinker.shrunk(first, second))
        #expect(small.first == ["a": "1", "c": "1"])
        #expect(small.second == ["a": "2", "c": "1"])
        #expect(SiteShrinker.text(small.first, small.second) == "-- a, then another --\n1-- then --\n2\n-- c --\n1")
        #expect(try await shrinker.shrunk(second, first) == nil)
    }
}
