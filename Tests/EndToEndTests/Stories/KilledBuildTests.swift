import Foundation
import FrontisTestSupport
import Testing

/// `kill -9` at any moment: what was paid for and kept is never paid for again, and nothing is left half done.
@Suite struct KilledBuildTests {
    private static let concurrency = 3
    /// Shorter: fewer moments to be killed at, in the same kind of site; each run of the test takes others.
    private static func kills(answersByAddress: Bool) -> Int {
        TestLength.of(short: 8, long: answersByAddress ? 200 : 40)
    }
    private static let posts = 12

    /// Prompts of recipes that have a candidate whose bytes are in the store, as the files say.
    private func stored(_ site: SiteUnderTest) throws -> Set<String> {
        let root = ".frontis/store/v1"
        guard site.folder.exists(root + "/recipes") else { return [] }
        var prompts: Set<String> = []
        for (path, bytes) in try site.folder.tree(of: root + "/recipes") where path.hasSuffix(".json") && !path.contains(".frontis-tmp-") {
            let manifest = try #require(VendorJSON(bytes), "\(path)")
            guard let image = manifest["candidates"]?[0]?["image"]?.string,
                site.folder.exists("\(root)/objects/\(image.prefix(2))/\(image)")
            else { continue }
            prompts.insert(try #require(manifest["recipe"]?["prompt"]?.string))
        }
        return prompts
    }

    /// Prompts whose pictures are paid for and still to be fetched, by the numbers of their posts.
    private func pending(_ site: SiteUnderTest, prompt: (Int) -> String) async throws -> Set<String> {
        guard site.folder.exists(".frontis/cache/v1/pending") else { return [] }
        let plan = try await site.run("plan", "--format", "json")
        let slots = try #require(VendorJSON(Array(plan.standardOutput.utf8))?["slots"]?.array)
        let waiting = slots.filter { $0["reason"]?.string?.contains("paid for on ") == true }
        let numbers = waiting.compactMap { $0["slot"]?.string?.firstMatch(of: /p(\d+)\.md/).flatMap { Int($0.1) } }
        return Set(numbers.map(prompt))
    }

    /// The output is what a list says that is finished, or says itself that a build was interrupted there. Every
    /// page in it is whole.
    private func checkOutput(_ site: SiteUnderTest, _ note: Comment) throws {
        guard site.folder.exists("public") else { return }
        let files = try site.folder.tree(of: "public").filter { !$0.key.contains(".frontis-tmp-") }
        guard let list = files[".frontis-files"] else {
            #expect(files.isEmpty, note)
            return
        }
        let lines = String(decoding: list, as: UTF8.self).split(separator: "\n").map(String.init)
        let listed = Set(lines.filter { !$0.hasPrefix("#") })
        let present = Set(files.keys).subtracting([".frontis-files"])
        if lines.first == "# Files that Frontis wrote here; it removes no others." {
            #expect(present == listed, note)
        } else {
            #expect(lines.first == "# A build was interrupted here; the next one puts it right.", note)
            #expect(present.isSubset(of: listed), note)
        }
        for (path, bytes) in files where path.hasSuffix(".html") {
            #expect(String(decoding: bytes.suffix(10), as: UTF8.self).contains("</html>"), "\(path) \(note)")
        }
    }

    @Test(arguments: [false, true]) func kills(answersByAddress: Bool) async throws {
        let given = ProcessInfo.processInfo.environment["FRONTIS_SEED"].flatMap(UInt64.init)
        let seed = given ?? UInt64.random(in: 0...UInt64(UInt32.max))
        print("KilledBuildTests: FRONTIS_SEED=\(seed)")
        var random = SeededNumbers(seed: seed)
        try await withVendor(makesSmallPictures: true) { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            let text = try site.folder.read("frontis.yaml")
            try site.write(
                "frontis.yaml", text.replacing("provider: art }", with: "provider: art, concurrency: \(Self.concurrency) }"))
            vendor.always(.images, (answersByAddress ? Behaviour.addresses : .normal).after(.milliseconds(8)))
            vendor.always(.download, Behaviour.normal.after(.milliseconds(8)))
            vendor.always(.chat, Behaviour.normal.after(.milliseconds(4)))
            var versions = [Int](repeating: 0, count: Self.posts)
            func prompts() -> Set<String> { Set(versions.indices.map { "Number \($0), version \(versions[$0])" }) }
            func write(_ number: Int) throws {
                try site.post("p\(number)", "'Number \(number), version \(versions[number])'")
            }
            for number in versions.indices { try write(number) }
            var killed = 0
            var round = 0
            let kills = Self.kills(answersByAddress: answersByAddress)
            // Some builds end before they are killed; they do not count.
            while killed < kills, round < kills * 3 {
                round += 1
                let note: Comment = "seed \(seed), round \(round)"
                let before = try stored(site).union(try await pending(site) { "Number \($0), version \(versions[$0])" })
                let missing = prompts().subtracting(before).count
                let asked = vendor.requests.count
                let pictures = vendor.requests(.images).count
                let goal = asked + Int.random(in: 0...(missing * 2), using: &random)
                let pause = Int.random(in: 0...60, using: &random)
                let run = try await ProgramRun.run(
                    ["build", "--now", "2026-06-01T12:00:00Z"], in: site.folder.path,
                    environment: ["ART_KEY": SiteUnderTest.key], sending: SIGKILL
                ) {
                    while vendor.requests.count < goal { try await Task.sleep(for: .milliseconds(1)) }
                    try await Task.sleep(for: .milliseconds(pause))
                }
                #expect(run.status == 0 || run.status == 137, "\(note) \(run.standardError)")
                if run.status == 137 { killed += 1 }
                // A request counts before it is answered: one on its way when the program dies still comes in.
                try await vendor.settle()
                let after = try stored(site).union(try await pending(site) { "Number \($0), version \(versions[$0])" })
                #expect(after.isSuperset(of: before), note)
                let sent = vendor.requests(.images).dropFirst(pictures).compactMap { $0.json?["prompt"]?.string }
                #expect(Set(sent).isDisjoint(with: before), note)
                // Each of the tasks that run at once has at most one answer that is not in the store yet.
                #expect(sent.count <= after.subtracting(before).count + (run.status == 0 ? 0 : Self.concurrency), note)
                try checkOutput(site, note)
                let verify = try await site.run("store", "verify")
                #expect(verify.status == 0, "\(note) \(verify.standardError)")
                // There has to be something left to pay for.
                if prompts().subtracting(after).count < 4 {
                    for number in versions.indices.shuffled(using: &random).prefix(5) {
                        versions[number] += 1
                        try write(number)
                    }
                }
            }
            #expect(killed == kills, "seed \(seed): of \(round) builds")
            let kept = try stored(site).union(try await pending(site) { "Number \($0), version \(versions[$0])" })
            let missing = prompts().subtracting(kept).count
            let pictures = vendor.requests(.images).count
            let last = try await site.run("build")
            #expect(last.status == 0, "seed \(seed) \(last.standardError)")
            #expect(vendor.requests(.images).count == pictures + missing, "seed \(seed)")
            try checkOutput(site, "seed \(seed)")
            let all = vendor.requests.count
            try site.folder.remove(".frontis/cache")
            #expect(try await site.run("build").status == 0)
            #expect(try await site.run("build", "--output", "other").status == 0)
            #expect(vendor.requests.count == all, "seed \(seed)")
            #expect(try site.folder.tree(of: "public") == site.folder.tree(of: "other"), "seed \(seed)")
            // A program that is killed while it sends has not said all.
            #expect(vendor.violations.filter { !$0.hasPrefix("not HTTP: stream ended") } == [])
        }
    }
}
