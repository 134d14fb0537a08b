import Foundation
import FrontisTestSupport
import Testing

/// A store that several checkouts have behind a link, and one that may only be read.
@Suite(.timeLimit(.minutes(10))) struct SharedStoreTests {
    /// Checkouts with the same posts and one store.
    private func checkouts(_ count: Int, _ vendor: VendorServer, posts: Int) throws -> [SiteUnderTest] {
        let sites = try (0..<count).map { _ in try SiteUnderTest(vendor: vendor) }
        let store = sites[0].folder.path + "/.frontis/store"
        try FileManager.default.createDirectory(atPath: store, withIntermediateDirectories: true)
        for site in sites.dropFirst() {
            try FileManager.default.createDirectory(
                atPath: site.folder.path + "/.frontis", withIntermediateDirectories: true)
            try FileManager.default.createSymbolicLink(
                atPath: site.folder.path + "/.frontis/store", withDestinationPath: store)
        }
        for site in sites { for number in 1...posts { try site.post("p\(number)", "Number \(number)") } }
        return sites
    }

    @Test func checkoutsThatBuildAtOnceAskForEverythingOnce() async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let sites = try checkouts(3, vendor, posts: 14)
            vendor.always(.images, Behaviour.normal.after(.milliseconds(30)))
            let runs = try await withThrowingTaskGroup(of: ProgramRun.Result.self) { group in
                for site in sites { group.addTask { try await site.run("build") } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(runs.count == 3)
            for run in runs { #expect(run.status == 0, "\(run.standardError)") }
            #expect(vendor.requests(.images).count == 14)
            #expect(vendor.requests(.chat).count == 14)
            let trees = try sites.map { try $0.folder.tree(of: "public") }
            #expect(trees.count == 3 && trees[0]["posts/p14/index.html"] != nil)
            #expect(trees.allSatisfy { $0 == trees[0] })
            let verify = try await sites[0].run("store", "verify")
            #expect(verify.status == 0, "\(verify.standardOutput)")
            #expect(
                try sites[0].folder.read(".frontis/store/.gitignore")
                    == "# Nothing that has to be kept.\n/v1/locks/\n.frontis-tmp-*\n")
        }
    }

    @Test(.enabled("mounting a file system is not permitted here") { try await Mount.isPermitted() })
    func aStoreThatMayOnlyBeRead() async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            try site.post("a", "A fox")
            try site.post("b", "A bear")
            #expect(try await site.run("build").status == 0)
            let asked = vendor.requests.count
            let store = site.folder.path + "/.frontis/store"
            try #require(try await Mount.run("/usr/bin/mount", "--bind", store, store))
            do {
                try #require(try await Mount.run("/usr/bin/mount", "-o", "remount,ro,bind", store))
                for lock in [true, false] {
                    for cache in [true, false] {
                        if !cache { try site.folder.remove(".frontis/cache") }
                        let lockText = try site.folder.read("frontis.lock")
                        if lock {
                            // A text that was edited by hand stands, wherever it can be kept.
                            try site.write(
                                "frontis.lock",
                                lockText.replacing(#/"text": "[^"]*"/#, with: #""text": "A fox, edited \#(cache)""#))
                        }
                        let run = try await site.run("build")
                        #expect(run.status == 0, "\(run.standardError)")
                    }
                }
                #expect(vendor.requests.count == asked)
                try site.post("c", "An owl")
                let run = try await site.run("build")
                #expect(run.status == 1)
                #expect(run.standardError.contains("Read-only file system [store-unreadable]"))
                #expect(vendor.requests.count == asked)
            } catch {
                Issue.record(error)
            }
            #expect(try await Mount.run("/usr/bin/umount", store))
        }
    }
}
