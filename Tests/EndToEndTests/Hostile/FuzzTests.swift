import FrontisTestSupport
import Testing

/// Random and mutated files through the built program, as a process: whatever they are, it ends by itself, with
/// findings or without, in bounded memory. A crash of it is a signal here and not the end of the tests.
@Suite(.serialized) struct FuzzTests {
    /// Runs `frontis` with at most so much memory beside what it has mapped; a crash, or an answer that is neither a
    /// site nor findings, is an issue that names the seed.
    private func run(
        _ site: TemporarySite, _ arguments: [String], _ what: String, environment: [String: String] = [:]
    ) async throws {
        let run = try await ProgramRun.run(
            arguments, in: site.path, environment: environment, limit: .seconds(900))
        guard run.status == 0 || run.status == 1 else {
            let copy = "/tmp/frontis-fuzz-\(FuzzPlan.seed)-\(what.filter { $0.isLetter || $0.isNumber })"
            _ = try? await ProgramRun.run(
                program: "/bin/cp", ["-r", site.path, copy], in: "/", environment: [:], limit: .seconds(60))
            Issue.record(
                "\(what), seed \(FuzzPlan.seed): status \(run.status), kept in \(copy)\n\(run.standardError.suffix(2000))"
            )
            return
        }
        if run.status == 1 { #expect(run.standardError.contains(": error: "), "\(what), seed \(FuzzPlan.seed)") }
        #expect(ChildMemory.peak < FuzzPlan.memory, "\(what), seed \(FuzzPlan.seed)")
    }

    private static let configuration =
        "site: { title: Fuzz, url: \"https://example.org/\" }\nimages: { variants: false }\n"

    @Test func posts() async throws {
        let seeds =
            try FuzzPlan.seeds(["content", "docs", "Sources/FrontisBuild/Starter"], endings: [".md"])
            + HostileSeeds.posts
        let count = FuzzPlan.count(5_000)
        FuzzPlan.announce("posts", count)
        var mutator = Mutator(seed: FuzzPlan.seed)
        var number = 0
        while number < count {
            let site = try TemporarySite()
            try site.write("frontis.yaml", Self.configuration)
            for index in 0..<min(100, count - number) {
                let post = mutator.mutate(seeds[(number + index) % seeds.count], with: seeds)
                try site.write("content/posts/p\(index).md", post)
            }
            // Good pages are rendered only where no page is in error, so what has errors is taken out once.
            try await run(site, ["build", "--offline", "--drafts", "--future"], "posts \(number)")
            number += 100
        }
    }

    /// One post to a site, as errors elsewhere keep a page from being rendered.
    @Test func postsThatAreRendered() async throws {
        let seeds = try FuzzPlan.seeds(["content"], endings: [".md"]) + HostileSeeds.posts
        let count = FuzzPlan.count(500)
        FuzzPlan.announce("posts by themselves", count)
        var mutator = Mutator(seed: FuzzPlan.seed &+ 1)
        for number in 0..<count {
            let site = try TemporarySite()
            try site.write("frontis.yaml", Self.configuration + "diagnostics: { ai-image-unknown-slot: warning }\n")
            try site.write("content/posts/p.md", mutator.mutate(seeds[number % seeds.count], with: seeds))
            try await run(site, ["build", "--offline", "--drafts", "--future"], "post \(number)")
        }
    }

    @Test func configurations() async throws {
        let seeds = HostileSeeds.configurations
        let count = FuzzPlan.count(1_500)
        FuzzPlan.announce("configurations", count)
        var mutator = Mutator(seed: FuzzPlan.seed &+ 2)
        let site = try TemporarySite()
        try site.write("content/a.md", "---\ntitle: A\nai-image: A fox\n---\nText.\n")
        for number in 0..<count {
            try site.write("frontis.yaml", mutator.mutate(seeds[number % seeds.count], with: seeds))
            try await run(site, ["plan", "--offline"], "configuration \(number)")
        }
    }

    @Test func templates() async throws {
        let seeds = try FuzzPlan.seeds(["templates"], endings: [".mustache"]) + HostileSeeds.templates
        let count = FuzzPlan.count(1_500)
        FuzzPlan.announce("templates", count)
        var mutator = Mutator(seed: FuzzPlan.seed &+ 3)
        let site = try TemporarySite()
        try site.write("frontis.yaml", Self.configuration)
        for post in 0..<12 {
            try site.write(
                "content/posts/\(post).md",
                "---\ntitle: A \(post)\ndate: 2026-03-0\(post % 9 + 1)\ntags: [a, b]\n---\n## A\n\nText.\n")
        }
        for number in 0..<count {
            try site.write("templates/page.mustache", "{{page.title}}")
            try site.write("templates/list.mustache", mutator.mutate(seeds[number % seeds.count], with: seeds))
            try site.write("templates/post.mustache", mutator.mutate(seeds[(number + 1) % seeds.count], with: seeds))
            try site.write("templates/base.mustache", "{{$a}}{{/a}}{{#pages}}{{title}}{{/pages}}")
            try await run(site, ["build", "--offline"], "template \(number)")
        }
    }

    @Test func locks() async throws {
        let count = FuzzPlan.count(1_000)
        FuzzPlan.announce("locks", count)
        var mutator = Mutator(seed: FuzzPlan.seed &+ 4)
        let site = try TemporarySite()
        try site.write("frontis.yaml", Self.configuration)
        try site.write("content/posts/night-train.md", "---\ntitle: A\nai-image: A fox\n---\nText.\n")
        let seeds = HostileSeeds.locks
        for number in 0..<count {
            try site.write("frontis.lock", mutator.mutate(seeds[number % seeds.count], with: seeds))
            try await run(site, ["plan", "--offline"], "lock \(number)")
        }
    }

    /// A vendor whose every answer is mutated. Each post asks for a picture of its own.
    @Test func answers() async throws {
        let count = FuzzPlan.count(500)
        FuzzPlan.announce("answers", count)
        try await withVendor(HostileVendor(seed: FuzzPlan.seed &+ 5)) { vendor in
            var number = 0
            while number < count {
                let site = try SiteUnderTest(
                    vendor: vendor, configuration: "alt: { provider: art, model: gpt-4o }\n")
                for index in 0..<min(25, count - number) {
                    try site.post("p\(index)", "A fox \(number + index)")
                }
                try await run(
                    site.folder, ["build", "--budget", "1000", "--now", "2026-06-01T12:00:00Z"], "answers \(number)",
                    environment: ["ART_KEY": SiteUnderTest.key])
                number += 25
            }
        }
    }
}
