import Foundation
import FrontisTestSupport
import Testing

/// Pictures by address under kills, lost caches, locks and histories, new styles, names and drafts, and two builds at
/// once, in any order: a picture that is paid for is asked for again only by `--retry-failed`, and only where it is lost.
///
/// Shorter: the first rounds of the same seeds. `FRONTIS_SEED` tries one seed of one's own, `FRONTIS_ROUNDS` more or
/// fewer rounds.
@Suite struct RandomLossesTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let seeds: [UInt64] = environment["FRONTIS_SEED"].flatMap { UInt64($0) }.map { [$0] } ?? [1, 2, 3]
    private static let rounds = environment["FRONTIS_ROUNDS"].flatMap { Int($0) } ?? TestLength.of(short: 12, long: 80)

    @Test(arguments: seeds) func nothingIsPaidForTwiceWithoutAWord(seed: UInt64) async throws {
        let openai = try #require(DialectCase.all.first { $0.dialect == "openai" })
        try await withVendor(openai.vendor) { server in
            var losing = try RandomLosing(seed: seed, server: server, site: try DialectSite(openai, server))
            for _ in 0..<Self.rounds { try await losing.round() }
            try await losing.end()
        }
    }
}

/// A site under losses, and what is known of its pictures beside the program: by the words that ask for them, which no
/// two posts share.
private struct RandomLosing {
    struct Broken: Error, CustomStringConvertible { var description: String }

    enum Kind: CaseIterable { case plain, title, inText }

    struct Post {
        var name: String
        var kind: Kind
        var words: String
        var isDraft = false

        var text: String {
            let start = "---\ntitle: Foxes\ndate: 2026-03-02\n" + (isDraft ? "draft: true\n" : "")
            switch kind {
            case .plain: return start + "ai-image: A fox called \(words)\n---\nText.\n"
            case .title: return start + "ai-image: '{{title}} with \(words)'\n---\nText.\n"
            case .inText: return start + "---\nText.\n\n![](<ai:a fox called \(words)>)\n"
            }
        }
    }

    let seed: UInt64
    let server: VendorServer
    let site: DialectSite
    private let configuration: String
    private var random: SeededNumbers
    private var posts: [Post] = []
    private var made = 0
    private var steps: [String] = []
    private var seen = 0
    /// Words by what the ledger calls them.
    private var words: [String: String] = [:]

    init(seed: UInt64, server: VendorServer, site: DialectSite) throws {
        (self.seed, self.server, self.site) = (seed, server, site)
        random = SeededNumbers(seed: seed)
        configuration = try site.folder.read("frontis.yaml")
        for kind in Kind.allCases { try add(kind) }
    }

    private func broken(_ what: String) -> Broken {
        Broken(description: "\(what)\nseed \(seed); steps:\n" + steps.joined(separator: "\n"))
    }

    // MARK: Edits and losses

    private mutating func add(_ kind: Kind) throws {
        made += 1
        let post = Post(name: "p\(made)", kind: kind, words: "F\(made)F")
        posts.append(post)
        try write(post)
        steps.append("add \(post)")
    }

    private func write(_ post: Post) throws { try site.folder.write("content/posts/\(post.name).md", post.text) }

    private mutating func edit() throws {
        let index = random.number(below: posts.count)
        switch random.number(below: 10) {
        case 0, 1, 2: try changeStyle()
        case 3: try lose(".frontis/cache")
        case 4:
            // As a kill leaves it that comes between the picture and the line that says whose it is.
            try lose("frontis.lock")
            try lose(".frontis/store/v1/history.jsonl")
        case 5:
            posts[index].isDraft.toggle()
            try write(posts[index])
            steps.append("\(posts[index])")
        case 6 where posts[index].kind != .title:
            try site.folder.remove("content/posts/\(posts[index].name).md")
            made += 1
            posts[index].name = "p\(made)"
            try write(posts[index])
            steps.append("renamed: \(posts[index])")
        case 7:
            for name in pending() {
                let text = try site.folder.read(name)
                try site.folder.write(name, text.replacing(#/"expires": \d+/#, with: "\"expires\": 1000000000"))
            }
            steps.append("all addresses expire")
        case 8 where posts.count < 7: try add(random.pick(Kind.allCases))
        default:
            made += 1
            posts[index].words = "F\(made)F"
            try write(posts[index])
            steps.append("other words: \(posts[index])")
        }
    }

    private mutating func lose(_ path: String) throws {
        guard site.folder.exists(path) else { return }
        try site.folder.remove(path)
        steps.append("remove \(path)")
    }

    private mutating func changeStyle() throws {
        let style = random.pick(["Ink drawing of", "Woodcut of", "Oil painting of", "Sketch of"])
        try site.folder.write(
            "frontis.yaml",
            configuration.replacing("images: { ", with: "images: { style: s, ") + "styles: { s: { prefix: \(style) } }\n")
        steps.append("style \(style)")
    }

    // MARK: What is there

    private func pending() -> [String] {
        let folder = ".frontis/cache/v1/pending/"
        let names = try? FileManager.default.contentsOfDirectory(atPath: site.folder.path(folder))
        return (names ?? []).filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }.map { folder + $0 }
    }

    /// Words whose pictures are in the store.
    private func stored() throws -> Set<String> {
        let root = ".frontis/store/v1"
        guard site.folder.exists(root + "/recipes") else { return [] }
        var found: Set<String> = []
        for (path, bytes) in try site.folder.tree(of: root + "/recipes") where path.hasSuffix(".json") && !path.contains(".frontis-tmp-") {
            guard let manifest = VendorJSON(bytes) else { throw broken("\(path) is no manifest") }
            let isThere = manifest["candidates"]?.array?.contains { candidate in
                let image = candidate["image"]?.string ?? ""
                return site.folder.exists("\(root)/objects/\(image.prefix(2))/\(image)")
            }
            if isThere == true, let words = Self.words(in: manifest["recipe"]?["prompt"]?.string) { found.insert(words) }
        }
        return found
    }

    /// Words whose pictures can still be fetched.
    private func fetchable() throws -> Set<String> {
        var found: Set<String> = []
        for path in pending() {
            let answer = VendorJSON(try site.folder.bytes(path))
            let isExpired = answer?["vouchers"]?.array?.allSatisfy { $0["expires"]?.integer == 1_000_000_000 } ?? false
            if !isExpired, let words = Self.words(in: answer?["wish"]?["recipe"]?["prompt"]?.string) { found.insert(words) }
        }
        return found
    }

    /// Words for which the ledger says that a picture was paid for.
    private mutating func paid() throws -> Set<String> {
        let path = ".frontis/store/v1/spend.jsonl"
        guard site.folder.exists(path) else { return [] }
        var found: Set<String> = []
        for line in try site.folder.read(path).split(separator: "\n") {
            guard let line = VendorJSON(Array(line.utf8)), line["kind"]?.string == "image" else { continue }
            guard let asked = line["asked"]?.string, let slot = line["slot"]?.string else { throw broken("whose is \(line)?") }
            let own = posts.first { slot.hasPrefix("posts/\($0.name).md#") }?.words
            let known = words[asked] ?? own
            words[asked] = known
            if line["event"]?.string == "paid", let known { found.insert(known) }
        }
        return found
    }

    private static func words(in prompt: String?) -> String? { prompt?.firstMatch(of: /F\d+F/).map { String($0.0) } }

    // MARK: Running

    mutating func round() async throws {
        for _ in 0...random.number(below: 3) { try edit() }
        let (answers, isServed) = (random.number(below: 4) > 0, random.number(below: 3) > 0)
        server.always(.images, (answers ? Behaviour.addresses : .normal).after(.milliseconds(20)))
        server.always(.download, isServed ? Behaviour.normal.after(.milliseconds(10)) : .status(404))
        let what = random.pick(["build", "build", "build", "retry", "kill", "kill", "two"])
        steps.append("\(what), answers by \(answers ? "address" : "picture"), downloads \(isServed ? "good" : "not there")")
        try await checked(retries: what == "retry") { losing in
            switch what {
            case "kill":
                let goal = losing.server.requests.count + losing.random.number(below: 4)
                let pause = losing.random.number(below: 40)
                let server = losing.server
                _ = try await ProgramRun.run(
                    ["build", "--now", "2026-06-01T12:00:00Z"], in: losing.site.folder.path,
                    environment: losing.site.environment, sending: SIGKILL
                ) {
                    while server.requests.count < goal { try await Task.sleep(for: .milliseconds(1)) }
                    try await Task.sleep(for: .milliseconds(pause))
                }
                try await server.settle()
            case "two":
                let site = losing.site
                async let first = site.build("--output", "out1")
                try await Task.sleep(for: .milliseconds(losing.random.number(below: 500)))
                try losing.changeStyle()
                async let second = site.build("--output", "out2")
                for run in try await [first, second] { losing.steps.append("  \(run.status) \(run.standardError)") }
            default:
                let run = what == "retry" ? try await losing.site.build("--retry-failed") : try await losing.site.build()
                losing.steps.append("  \(run.status) \(run.standardError)")
            }
        }
    }

    /// Everything is there in the end, and nothing more to pay for.
    mutating func end() async throws {
        for index in posts.indices {
            posts[index].isDraft = false
            try write(posts[index])
        }
        server.always(.images, .normal)
        server.always(.download, .normal)
        steps.append("the end")
        for options in [["--retry-failed"], [], ["--frozen"]] {
            try await checked(retries: options == ["--retry-failed"]) { losing in
                let run = try await ProgramRun.run(
                    ["build", "--now", "2026-06-01T12:00:00Z"] + options, in: losing.site.folder.path,
                    environment: losing.site.environment)
                if run.status != 0 { throw losing.broken("\(options): \(run.standardError)") }
            }
        }
        if !server.violations.filter({ !$0.hasPrefix("not HTTP: stream ended") }).isEmpty {
            throw broken("\(server.violations)")
        }
    }

    private mutating func checked(retries: Bool, _ run: (inout Self) async throws -> Void) async throws {
        let (stored, fetchable, paid) = (try stored(), try fetchable(), try paid())
        try await run(&self)
        _ = try self.paid()
        let prompts = server.requests(.images).dropFirst(seen).compactMap { Self.words(in: $0.json?["prompt"]?.string) }
        seen = server.requests(.images).count
        if Set(prompts).count != prompts.count { throw broken("asked for twice: \(prompts)") }
        for words in prompts {
            if stored.contains(words) { throw broken("\(words) was in the store") }
            if fetchable.contains(words) { throw broken("\(words) could be fetched") }
            if paid.contains(words), !retries { throw broken("\(words) was paid for") }
        }
    }
}
