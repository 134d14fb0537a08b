import Foundation
import FrontisTestSupport

/// A site under random edits, the program's runs on it, and the account of what they may cost.
struct RandomEditing {
    /// What did not hold, and how it came about.
    struct Broken: Error, CustomStringConvertible {
        var what: String
        var seed: UInt64
        var steps: [String]

        var description: String {
            "\(what)\nseed \(seed); again with FRONTIS_SEED=\(seed); steps:\n" + steps.joined(separator: "\n")
        }
    }

    private static let prompts = [
        "A fox", "A bear", "A heron on one leg", "A map of {{title}}", "{{title}} at night", "A lamp",
    ]
    private static let names = (0..<7).map { "p\($0)" }
    private static let folders = ["posts", "notes"]
    private static let prefixes = ["Ink drawing of", "Ink and wash of", "Woodcut of"]

    let seed: UInt64
    private let site: SiteUnderTest
    private let vendor: VendorServer
    private let configuration: String
    private var random: SeededNumbers
    private var model: PaidModel
    private var posts: [RandomPost] = []
    private var steps: [String] = []
    private var seen = PaidModel.Bill()
    private var seenAutomatic = 0

    init(seed: UInt64, vendor: VendorServer) throws {
        self.seed = seed
        self.vendor = vendor
        random = SeededNumbers(seed: seed)
        site = try SiteUnderTest(vendor: vendor)
        configuration = try site.folder.read("frontis.yaml")
        model = PaidModel(prefixes: ["ink": Self.prefixes[0], "oil": "Oil painting of"])
        try writeConfiguration()
        for _ in 0..<3 { try addPost() }
    }

    private func writeConfiguration() throws {
        let styles = model.prefixes.sorted { $0.key < $1.key }.map { "  \($0.key): { prefix: \"\($0.value)\" }\n" }
        try site.write("frontis.yaml", configuration + "styles:\n" + styles.joined())
    }

    private func broken(_ what: String) -> Broken { Broken(what: what, seed: seed, steps: steps) }

    // MARK: Running

    /// Some edits and commands, then a build with everything that has to hold after it.
    mutating func round() async throws {
        for _ in 0...random.number(below: 4) {
            if random.number(below: 3) > 0 { try edit() } else { try await command() }
        }
        try await buildAndCheck()
    }

    private mutating func run(
        _ arguments: [String], _ bill: PaidModel.Bill = .init(), status: Int32 = 0, automatic: Int? = 0,
        environment: [String: String] = ["ART_KEY": SiteUnderTest.key]
    ) async throws -> ProgramRun.Result {
        let now = ["store"].contains(arguments[0]) ? [] : ["--now", "2026-06-01T12:00:00Z"]
        let result = try await ProgramRun.run(arguments + now, in: site.folder.path, environment: environment)
        let bodies = vendor.requests(.images).compactMap(\.json)
        let followed = bodies.filter { $0["prompt"]?.string?.contains("Test scene ") != true }
        let all = PaidModel.Bill(
            requests: followed.count, pictures: followed.reduce(0) { $0 + ($1["n"]?.integer ?? 1) },
            descriptions: vendor.requests(.chat).count)
        let paid = PaidModel.Bill(
            requests: all.requests - seen.requests, pictures: all.pictures - seen.pictures,
            descriptions: all.descriptions - seen.descriptions)
        let what = "'\(arguments.joined(separator: " "))'"
        guard result.status == status else {
            throw broken("\(what) ended with \(result.status), not \(status):\n\(result.standardError)")
        }
        guard paid == bill else { throw broken("\(what) cost \(paid), not \(bill):\n\(result.standardOutput)") }
        guard vendor.violations.isEmpty else { throw broken("\(what): \(vendor.violations)") }
        let written = bodies.count - followed.count
        if let automatic, written - seenAutomatic != automatic {
            throw broken("\(what) asked for \(written - seenAutomatic) pictures with written prompts, not \(automatic)")
        }
        (seen, seenAutomatic) = (all, written)
        return result
    }

    private mutating func buildAndCheck() async throws {
        let tree = try site.folder.tree()
        let plan = try await run(["plan", "--format", "json"])
        guard try site.folder.tree() == tree else { throw broken("'plan' wrote something") }
        guard let entries = VendorJSON(Array(plan.standardOutput.utf8))?["slots"]?.array else {
            throw broken("'plan' printed no report")
        }
        let planned = entries.count { $0["action"]?.string == "make" }
        let automaticBefore = seenAutomatic
        let bill = model.build(posts)
        steps.append("build: \(bill)")
        _ = try await run(["build"], bill, automatic: nil)
        let requests = bill.requests + seenAutomatic - automaticBefore
        // A prompt that is written may turn out to be one whose picture is there.
        let unwritten = entries.count { $0["reason"]?.string == "prompt to be written" }
        guard (planned - unwritten...planned).contains(requests) else {
            throw broken("planned \(planned) requests for pictures, made \(requests):\n\(plan.standardOutput)")
        }
        try checkWrittenPrompts()
        try checkLock()
        try checkPages()
        let after = try state()
        _ = try await run(["build"])
        let now = try state()
        guard now.times == after.times, now.tree == after.tree else {
            let touched = Set(now.times.keys).union(after.times.keys).filter { now.times[$0] != after.times[$0] }
            throw broken("a second build wrote \(touched.sorted())")
        }
        _ = try await run(["build", "--frozen"], environment: [:])
        _ = try await run(["store", "verify"])
    }

    /// Every file and when it was written. What incremental builds remember may be written again: files that are
    /// as new as the record of them are not trusted by their time.
    private func state() throws -> (tree: [String: [UInt8]], times: [String: Date]) {
        let isLasting = { (path: String) in !path.hasPrefix(".frontis/cache/v1/builds/") }
        return (
            try site.folder.tree().filter { isLasting($0.key) },
            try site.folder.modificationTimes().filter { isLasting($0.key) }
        )
    }

    /// How many prompts are written depends on how posts are told apart after edits, which is not followed; but no
    /// picture is asked for twice by the same words.
    private func checkWrittenPrompts() throws {
        let prompts = vendor.requests(.images).compactMap { $0.json?["prompt"]?.string }
            .filter { $0.contains("Test scene ") }
        guard Set(prompts).count == prompts.count else { throw broken("a written prompt was paid for twice: \(prompts)") }
    }

    private func checkLock() throws {
        guard site.folder.exists("frontis.lock") else {
            guard posts.allSatisfy(\.isDraft) else { throw broken("there is no lock") }
            return
        }
        let text = try site.folder.read("frontis.lock")
        guard text.hasSuffix("}\n"), let json = VendorJSON(Array(text.utf8)) else { throw broken("a lock of:\n\(text)") }
        var names: [[String]] = [[]]
        for line in text.split(separator: "\n") {
            let bare = line.drop { $0 == " " }
            if bare.hasPrefix("\"") {
                names[names.count - 1].append(String(bare.dropFirst().prefix { $0 != "\"" }))
            }
            if bare.hasSuffix("{") { names.append([]) }
            if bare.hasPrefix("}"), let group = names.popLast(), group != group.sorted() {
                throw broken("names of the lock are not sorted: \(group)")
            }
        }
        for post in posts where !post.isDraft && json["images"]?[post.slot] == nil {
            throw broken("\(post.slot) is not in the lock")
        }
    }

    private func checkPages() throws {
        for post in posts where !post.isDraft {
            let html = try site.page(post.page)
            guard let start = html.range(of: "<picture><img src=\"") else {
                throw broken("\(post.page) shows no picture")
            }
            let address = html[start.upperBound...].prefix { $0 != "\"" }
            guard address.hasPrefix("/"), site.folder.exists("public" + address) else {
                throw broken("\(post.page) shows \(address), which is not there")
            }
        }
    }

    // MARK: Edits

    private func write(_ post: RandomPost) throws {
        try site.write("content/\(post.path).md", post.text)
        if post.isTranslated { try site.write("content/\(post.path).pt.md", post.translation) }
    }

    private func remove(_ post: RandomPost) throws {
        try site.folder.remove("content/\(post.path).md")
        if post.isTranslated { try site.folder.remove("content/\(post.path).pt.md") }
    }

    private mutating func freePath() -> String? {
        let all = Self.folders.flatMap { folder in Self.names.map { folder + "/" + $0 } }
        let free = all.filter { path in !posts.contains { $0.path == path } }
        return free.isEmpty ? nil : random.pick(free)
    }

    private mutating func addPost() throws {
        guard posts.count < 8, let path = freePath() else { return }
        var post = RandomPost(path: path, title: "Title \(random.number(below: 4))")
        post.prompt = random.pick(Self.prompts)
        posts.append(post)
        try write(post)
        steps.append("add \(post)")
    }

    private mutating func edit() throws {
        switch random.number(below: 14) {
        case 0, 1: return try addPost()
        case 2 where posts.count > 2:
            let post = posts.remove(at: random.number(below: posts.count))
            try remove(post)
            steps.append("delete \(post.path)")
        case 3: try lose()
        case 4:
            model.prefixes["ink"] = random.pick(Self.prefixes)
            try writeConfiguration()
            steps.append("style ink is now '\(model.prefixes["ink"] ?? "")'")
        case 5: try editLock()
        default: try editPost()
        }
    }

    private mutating func lose() throws {
        let what = random.pick([".frontis/cache", "frontis.lock", "public"])
        guard site.folder.exists(what) else { return }
        try site.folder.remove(what)
        if what == "frontis.lock" { model.loseLock() }
        steps.append("remove \(what)")
    }

    /// Somebody mends a word of a model's text by hand.
    private mutating func editLock() throws {
        guard site.folder.exists("frontis.lock") else { return }
        let lock = try site.folder.read("frontis.lock")
        guard let text = lock.firstRange(of: "Test picture ") else { return }
        try site.write("frontis.lock", lock.replacingCharacters(in: text, with: "Mended picture "))
        steps.append("edit an alt text in the lock")
    }

    private mutating func editPost() throws {
        let index = random.number(below: posts.count)
        let old = posts[index]
        var post = old
        switch random.number(below: 11) {
        case 0, 10: if let path = freePath() { post.path = path }
        case 1: post.body += 1
        case 2: post.title = "Title \(random.number(below: 4))"
        case 3, 4: post.prompt = random.pick(Self.prompts)
        case 5: post.isDraft.toggle()
        case 6: post.style = random.pick([nil, "ink", "oil"])
        case 7: post.candidates = random.pick([nil, 1, 2, 3])
        case 8: post.model = random.pick([nil, "gpt-image-2", "gpt-image-1-mini"])
        default:
            switch random.number(below: 3) {
            case 0: post.alt = post.alt == nil ? "An author on \(post.title)" : nil
            case 1: post.isTranslated.toggle()
            default: post.prompt = nil
            }
        }
        if post.prompt == nil {
            (post.style, post.candidates, post.model, post.alt) = (nil, nil, nil, "An author on \(post.title)")
        }
        try remove(old)
        try write(post)
        posts[index] = post
        steps.append("edit \(old.path): \(post)")
    }

    // MARK: Commands

    private mutating func command() async throws {
        let worded = posts.filter { $0.prompt != nil }
        guard !worded.isEmpty else { return }
        let post = random.pick(worded)
        model.find(posts)
        var arguments: [String]
        var bill: PaidModel.Bill? = .init()
        switch random.number(below: 11) {
        case 0:
            let number = 1 + random.number(below: 3)
            arguments = ["image", "pick", post.slot, "\(number)"]
            bill = model.pick(number, post)
        case 1 where !model.wereAutomatic.contains(post.slot):
            arguments = ["image", "keep", post.slot]
            bill = model.keep(post)
        case 2:
            arguments = ["image", "regenerate", post.slot]
            bill = model.regenerate(post)
        case 3 where !model.wereAutomatic.contains(post.slot):
            arguments = ["image", "undo", post.slot]
            bill = model.undo(post)
        case 4:
            let count = 1 + random.number(below: 3)
            arguments = ["image", "make", "--slot", post.slot, "--candidates", "\(count)"]
            bill = model.makeCandidates(count, post)
        case 5:
            arguments = ["alt", "set", post.slot, "Words \(steps.count) for \(post.path)"]
            bill = model.setAlt(post, among: posts)
        case 6:
            arguments = ["alt", "accept", post.slot]
            bill = model.acceptAlt(post, among: posts)
        case 7:
            arguments = ["image", "prune"]
            model.prune(posts)
        case 8: arguments = ["store", "gc"]
        case 9: arguments = ["image", "history", post.slot]
        default: arguments = random.pick([["image", "list"], ["alt", "list"]])
        }
        steps.append("\(arguments.joined(separator: " ")): \(bill.map { "\($0)" } ?? "refused")")
        _ = try await run(arguments, bill ?? .init(), status: bill == nil ? 1 : 0)
    }
}
