import Foundation
import FrontisTestSupport
import Testing

/// Whatever moment a build is killed at, nobody who reads the output is led to a page that is not there.
@Suite(.serialized) struct HalfNewOutputTests {
    private static let posts = 60
    private static let kills = 25
    private static let now = ["--now", "2026-06-01T12:00:00Z"]

    private static func writePost(_ number: Int, round: Int, in site: SiteUnderTest) throws {
        try site.write("content/posts/p\(number)/shot.txt", "shot \(number)")
        try site.write(
            "content/posts/p\(number)/index.md",
            """
            ---
            title: Post \(number)
            date: 2026-\(String(format: "%02d-%02d", number % 5 + 1, number % 28 + 1))
            tags: [r\(round), all]
            aliases: [/old/\(number)/]
            ---
            See [the shot](shot.txt).
            """)
    }

    /// Every page changes with the title.
    private static func configure(_ site: SiteUnderTest, round: Int) throws {
        try site.write(
            "frontis.yaml", "site: { title: Round \(round), url: \"https://example.org/\" }\npage-size: 7\n")
    }

    @Test(.timeLimit(.minutes(30))) func everyLinkLeadsToAFileWheneverABuildIsKilled() async throws {
        let given = ProcessInfo.processInfo.environment["FRONTIS_SEED"].flatMap(UInt64.init)
        let seed = given ?? UInt64.random(in: 0...UInt64(UInt32.max))
        print("HalfNewOutputTests: FRONTIS_SEED=\(seed)")
        var random = SeededNumbers(seed: seed)
        let site = try SiteUnderTest()
        try Self.configure(site, round: 0)
        var numbers = Set(0..<Self.posts)
        for number in numbers { try Self.writePost(number, round: 0, in: site) }
        #expect(try await site.run("build").status == 0)
        var known = OutputWalk(try site.folder.tree(of: "public")).paths
        var (killed, round, halfNew) = (0, 0, 0)
        // As long as a build of everything takes to write here, or what came of trying.
        var longest = 100
        while killed < Self.kills, round < Self.kills * 4 {
            round += 1
            let note: Comment = "seed \(seed), round \(round)"
            try Self.configure(site, round: round)
            let fresh = (0..<6).map { Self.posts + round * 6 + $0 }
            for number in fresh { try Self.writePost(number, round: round, in: site) }
            for number in numbers.sorted().shuffled(using: &random).prefix(5) {
                numbers.remove(number)
                try site.folder.remove("content/posts/p\(number)")
            }
            numbers.formUnion(fresh)
            #expect(try await site.run("build", "--output", "other").status == 0, note)
            let lasting = OutputWalk(try site.folder.tree(of: "other")).paths
            let list = site.folder.path("public/.frontis-files")
            let before = try FileManager.default.attributesOfItem(atPath: list)[.systemFileNumber] as? Int
            let pause = Int.random(in: 0...longest, using: &random)
            let run = try await ProgramRun.run(["build"] + Self.now, in: site.folder.path, sending: SIGKILL) {
                // The list is replaced just before the first file is.
                while try FileManager.default.attributesOfItem(atPath: list)[.systemFileNumber] as? Int == before {
                    try await Task.sleep(for: .milliseconds(1))
                }
                try await Task.sleep(for: .milliseconds(pause))
            }
            #expect(run.status == 0 || run.status == 137, "\(note) \(run.standardError)")
            if run.status == 137 { killed += 1 } else { longest = max(5, longest * 2 / 3) }
            let walk = OutputWalk(try site.folder.tree(of: "public"))
            // Nobody knows of what is new but through what was there; what goes may lead to what has gone before it.
            #expect(walk.deadLinks(from: known.intersection(lasting)) == [], note)
            // A list is written after all that it lists.
            #expect(walk.deadLinks(in: walk.paths.filter { !$0.hasPrefix("posts/p") }, to: "posts/p") == [], note)
            let there = fresh.filter { walk.paths.contains("posts/p\($0)/index.html") }
            if !there.isEmpty, run.status == 137 { halfNew += 1 }
            known = walk.reachable(from: known)
        }
        print("HalfNewOutputTests: \(killed) kills in \(round) builds, \(halfNew) after new pages were written")
        #expect(killed == Self.kills, "seed \(seed)")
        // The next build puts it right, and the output is the one that was never cut off.
        #expect(try await site.run("build").status == 0)
        #expect(try await site.run("build", "--output", "other").status == 0)
        #expect(try site.folder.tree(of: "public") == site.folder.tree(of: "other"), "seed \(seed)")
    }
}

/// The links of a finished site, read by other means than the program's own.
private struct OutputWalk {
    let paths: Set<String>
    private var links: [String: Set<String>] = [:]

    /// - Parameter files: of the output, by path.
    init(_ files: [String: [UInt8]]) {
        paths = Set(files.keys.filter { !$0.hasPrefix(".") })
        for (path, bytes) in files where path.hasSuffix(".html") || path.hasSuffix(".xml") {
            let text = String(decoding: bytes, as: UTF8.self)
            var found: Set<String> = []
            for pattern in [/(?:href|src|content)="([^"#]+)/, /<(?:loc|link|guid[^>]*)>([^<#]+)</, /url=([^"#]+)"/] {
                for match in text.matches(of: pattern) {
                    if let target = Self.file(String(match.output.1), from: path) { found.insert(target) }
                }
            }
            links[path] = found
        }
    }

    /// Nothing for addresses of other sites.
    private static func file(_ address: String, from page: String) -> String? {
        var path = String(address.prefix { $0 != "?" })
        if path.hasPrefix("https://example.org/") {
            path.removeFirst("https://example.org".count)
        }
        guard path.hasPrefix("/"), !path.hasPrefix("//") else { return nil }
        path.removeFirst()
        return path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
    }

    /// All that a reader finds who starts at any of these and follows every link.
    func reachable(from start: Set<String>) -> Set<String> {
        var seen = start.intersection(paths)
        var open = Array(seen)
        while let page = open.popLast() {
            for target in links[page] ?? [] where paths.contains(target) && seen.insert(target).inserted {
                open.append(target)
            }
        }
        return seen
    }

    func deadLinks(from start: Set<String>) -> [String] { deadLinks(in: reachable(from: start), to: "") }

    func deadLinks(in pages: Set<String>, to prefix: String) -> [String] {
        pages.flatMap { page in
            (links[page] ?? []).filter { $0.hasPrefix(prefix) && !paths.contains($0) }.map { "\(page) -> \($0)" }
        }.sorted()
    }
}
