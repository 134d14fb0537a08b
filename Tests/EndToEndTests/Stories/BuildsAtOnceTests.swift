import FrontisTestSupport
import Testing

/// Several builds of one site at once, into folders of their own.
@Suite struct BuildsAtOnceTests {
    @Test(arguments: [2, 4])
    func everythingIsAskedForOnce(_ builds: Int) async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            for number in 1...8 { try site.post("p\(number)", "Number \(number)") }
            vendor.always(.images, Behaviour.normal.after(.milliseconds(40)))
            vendor.always(.chat, Behaviour.normal.after(.milliseconds(40)))
            let runs = try await withThrowingTaskGroup(of: ProgramRun.Result.self) { group in
                for number in 0..<builds { group.addTask { try await site.run("build", "--output", "out\(number)") } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(runs.count == builds)
            for run in runs { #expect(run.status == 0, "\(run.standardError)") }
            #expect(vendor.requests(.images).count == 8)
            #expect(vendor.requests(.chat).count == 8)
            #expect(vendor.violations == [])
            let lock = try site.folder.read("frontis.lock")
            let images = try #require(VendorJSON(Array(lock.utf8))?["images"])
            for number in 1...8 { #expect(images["posts/p\(number).md#hero"]?["alt"]?["text"]?.string != nil) }
            let trees = try (0..<builds).map { try site.folder.tree(of: "out\($0)") }
            #expect(trees.count == builds && trees[0]["posts/p8/index.html"] != nil)
            #expect(trees.allSatisfy { $0 == trees[0] })
            #expect(try await site.run("store", "verify").status == 0)
            #expect(try await site.run("build").status == 0)
            #expect(vendor.requests.count == 16)
            #expect(try site.folder.read("frontis.lock") == lock)
        }
    }

    /// Whoever comes second brings up to date what the first has made.
    @Test func intoOneNewOutput() async throws {
        let site = try SiteUnderTest()
        for number in 1...30 { try site.post("p\(number)", nil) }
        #expect(try await site.run("build", "--output", "alone").status == 0)
        let alone = try site.folder.tree(of: "alone")
        for _ in 0..<3 {
            let runs = try await withThrowingTaskGroup(of: ProgramRun.Result.self) { group in
                for _ in 0..<4 { group.addTask { try await site.run("build") } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(runs.count == 4)
            for run in runs { #expect(run.status == 0, "\(run.standardError)") }
            #expect(try site.folder.tree(of: "public") == alone)
            let cached = try site.folder.tree(of: ".frontis/cache").keys
            #expect(!cached.contains { $0.contains("frontis-tmp") }, "\(cached)")
            try site.folder.remove("public")
        }
    }
}
