import Foundation
import FrontisTestSupport
import Testing

/// What is paid for outlives whatever ends the program.
@Suite struct CrashTests {
    private static let environment = ["ART_KEY": SiteUnderTest.key]

    /// A build that is killed after that time, unless it ends before.
    ///
    /// - Returns: whether it was killed.
    private func killedBuild(of site: SiteUnderTest, after time: Duration) async throws -> Bool {
        do {
            _ = try await ProgramRun.run(
                ["build", "--now", "2026-06-01T12:00:00Z"], in: site.folder.path, environment: Self.environment,
                limit: time)
            return false
        } catch ProgramRun.Failure.overran {
            return true
        }
    }

    /// Prompts of recipes that have a picture whose bytes are there, read without the program's help.
    private func storedPrompts(of site: SiteUnderTest) throws -> Set<String> {
        let recipes = site.folder.path(".frontis/store/v1/recipes")
        guard FileManager.default.fileExists(atPath: recipes) else { return [] }
        var prompts: Set<String> = []
        for path in try FileManager.default.subpathsOfDirectory(atPath: recipes) where path.hasSuffix(".json") {
            if path.contains(".frontis-tmp-") { continue }
            let manifest = try #require(
                VendorJSON(try site.folder.bytes(".frontis/store/v1/recipes/" + path)), "\(path) is half written")
            for candidate in manifest["candidates"]?.array ?? [] {
                let image = try #require(candidate["image"]?.string)
                guard candidate["pending"] == nil,
                    site.folder.exists(".frontis/store/v1/objects/\(image.prefix(2))/\(image)")
                else { continue }
                prompts.insert(try #require(manifest["recipe"]?["prompt"]?.string))
            }
        }
        return prompts
    }

    private func asked(_ vendor: VendorServer) -> [String] {
        vendor.requests(.images).compactMap { $0.json?["prompt"]?.string }
    }

    @Test func killedFortyTimes() async throws {
        let seed = SeededGenerator.seed(20_261_121)
        var generator = SeededGenerator(seed: seed)
        try await withVendor(makesSmallPictures: true) { vendor in
            vendor.always(.images, Behaviour.normal.after(.milliseconds(8)))
            vendor.always(.chat, Behaviour.normal.after(.milliseconds(5)))
            let site = try SiteUnderTest(vendor: vendor)
            var prompts = (0..<10).map { "Picture \($0)" }
            for (index, prompt) in prompts.enumerated() { try site.post("post-\(index)", prompt) }
            var kills = 0
            var rounds = 0
            var longest = 300
            while kills < 40, rounds < 120 {
                rounds += 1
                // New work in every round, and now and then everything to be written again.
                let index = Int.random(in: prompts.indices, using: &generator)
                prompts[index] = "Picture \(index) of round \(rounds)"
                try site.post("post-\(index)", prompts[index])
                if Int.random(in: 0..<6, using: &generator) == 0, site.folder.exists("public") {
                    try site.folder.remove("public")
                }
                let stored = try storedPrompts(of: site)
                let before = asked(vendor).count
                let time = Int.random(in: 1...longest, using: &generator)
                let wasKilled = try await killedBuild(of: site, after: .milliseconds(time))
                if wasKilled { kills += 1 } else { longest = max(60, min(longest, time)) }
                let again = asked(vendor)[before...].filter(stored.contains)
                #expect(again.isEmpty, "seed \(seed), round \(rounds): paid twice")
                let verify = try await ProgramRun.run(
                    ["store", "verify"], in: site.folder.path, environment: [:])
                #expect(verify.status == 0, "seed \(seed), round \(rounds): \(verify.standardError)")
                try checkOutput(of: site, "seed \(seed), round \(rounds)")
            }
            #expect(kills == 40, "seed \(seed): builds are too short to be killed")
            let stored = try storedPrompts(of: site)
            let before = asked(vendor).count
            let last = try await site.run("build")
            #expect(last.status == 0, "seed \(seed): \(last.standardError)")
            #expect(Set(asked(vendor)[before...]) == Set(prompts).subtracting(stored), "seed \(seed)")
            let total = vendor.requests.count
            #expect(try await site.run("build").status == 0)
            #expect(vendor.requests.count == total)
            for index in prompts.indices {
                #expect(try site.page("posts/post-\(index)/index.html").contains("<picture><img src=\"/images/"))
            }
        }
    }

    /// Whenever a build was stopped, every page that is there is a whole one.
    private func checkOutput(of site: SiteUnderTest, _ place: String) throws {
        guard site.folder.exists("public") else { return }
        for path in try FileManager.default.subpathsOfDirectory(atPath: site.folder.path("public"))
        where path.hasSuffix(".html") {
            #expect(try site.page(path).hasSuffix("</html>\n"), "\(place): half of \(path)")
        }
    }

    @Test(arguments: [2, 4])
    func buildsAtOnceAskForEachOnce(_ count: Int) async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            vendor.always(.images, Behaviour.normal.after(.milliseconds(40)))
            vendor.always(.chat, Behaviour.normal.after(.milliseconds(40)))
            let site = try SiteUnderTest(vendor: vendor)
            for index in 0..<8 { try site.post("post-\(index)", "Picture \(index)") }
            let runs = try await withThrowingTaskGroup(of: ProgramRun.Result.self) { group in
                for number in 0..<count {
                    group.addTask {
                        try await ProgramRun.run(
                            ["build", "--output", "out-\(number)", "--now", "2026-06-01T12:00:00Z"],
                            in: site.folder.path, environment: Self.environment)
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            for run in runs { #expect(run.status == 0, "\(run.standardError)") }
            #expect(vendor.requests(.images).count == 8)
            #expect(vendor.requests(.chat).count == 8)
            #expect(try await site.run("build").status == 0)
            #expect(vendor.requests.count == 16)
        }
    }

    /// A file system of one megabyte; nothing where this user may not mount one.
    private func smallDisk(at folder: String) async throws -> Bool {
        let mount = try await ProgramRun.run(
            program: "/usr/bin/mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", folder], in: "/", environment: [:],
            limit: .seconds(20))
        return mount.status == 0
    }

    @Test(.enabled(if: getuid() == 0, "mounting a small file system needs root"))
    func aFullDisk() async throws {
        try await withVendor { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            for index in 0..<6 { try site.post("post-\(index)", "Picture \(index)") }
            try FileManager.default.createDirectory(
                atPath: site.folder.path(".frontis/store"), withIntermediateDirectories: true)
            guard try await smallDisk(at: site.folder.path(".frontis/store")) else { return }
            do {
                try site.folder.write(".frontis/store/ballast", [UInt8](repeating: 7, count: 1_020_000))
                let run = try await site.run("build")
                #expect(run.status == 1)
                #expect(run.standardError.contains("No space left on device"), "\(run.standardError)")
                #expect(!site.folder.exists("public/index.html"))
                let stored = try storedPrompts(of: site)
                let before = asked(vendor).count
                try site.folder.remove(".frontis/store/ballast")
                let mended = try await site.run("build")
                #expect(mended.status == 0, "\(mended.standardError)")
                #expect(asked(vendor)[before...].filter(stored.contains).isEmpty)
                #expect(asked(vendor)[before...].count == 6 - stored.count)
            } catch {
                Issue.record(error)
            }
            _ = try await ProgramRun.run(
                program: "/usr/bin/umount", [site.folder.path(".frontis/store")], in: "/", environment: [:],
                limit: .seconds(20))
        }
    }

    @Test func nothingLeftBehindHoldsASecret() async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            for index in 0..<5 { try site.post("post-\(index)", "Picture \(index)") }
            let wrong = "sk-wrong-98765432109876543210"
            // A wrong key, which the vendor's message repeats; a login wall; a refusal; then success.
            var said = ""
            for (key, behaviour) in [
                (wrong, Behaviour.normal), (SiteUnderTest.key, .html()), (SiteUnderTest.key, .refused),
                (SiteUnderTest.key, .normal),
            ] {
                vendor.always(.images, behaviour)
                for format in ["text", "json"] {
                    let run = try await site.run(
                        "build", "--format", format, "--verbose", "--retry-failed", environment: ["ART_KEY": key])
                    said += run.standardOutput + run.standardError
                }
            }
            #expect(said.contains("Incorrect API key provided: <redacted>"))
            let everything = try site.folder.tree().filter { !$0.key.hasPrefix("content/") }
            for secret in [wrong, SiteUnderTest.key] {
                #expect(!said.contains(secret))
                for (path, bytes) in everything {
                    #expect(!String(decoding: bytes, as: UTF8.self).contains(secret), "\(path) holds the key")
                }
            }
        }
    }
}
