import Foundation
import FrontisTestSupport
import Testing

/// A disk that is full: nothing is asked for that could not be kept, and nothing that was kept is lost.
@Suite(.enabled("mounting a file system is not permitted here") { try await Mount.isPermitted() })
struct DiskFullTests {
    /// Runs `body` while `folder` of the site is a file system of that many KiB.
    ///
    /// - Parameter files: how many files it may have; nothing for more than anybody needs.
    private func with(
        kibibytes size: Int, files: Int? = nil, at folder: String, of site: SiteUnderTest,
        _ body: () async throws -> Void
    ) async throws {
        let path = site.folder.path(folder)
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try #require(try await Mount.run("/usr/bin/mount", "-t", "tmpfs", "-o", "size=\(size)k\(files.map { ",nr_inodes=\($0)" } ?? "")", "tmpfs", path))
        do {
            try await body()
        } catch {
            Issue.record(error)
        }
        #expect(try await Mount.run("/usr/bin/umount", path))
    }

    @Test func aFullStoreIsAskedNothingFor() async throws {
        try await withVendor { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            for index in 0..<3 { try site.post("post-\(index)", "Picture \(index)") }
            try await with(kibibytes: 80 << 10, at: ".frontis/store", of: site) {
                let ballast = [UInt8](repeating: 7, count: 30 << 20)
                try site.folder.write(".frontis/store/ballast", ballast)
                let run = try await site.run("build")
                #expect(run.status == 1)
                let errors = (0..<3).map { index in
                    """
                    content/posts/post-\(index).md:4:11: error: cannot write '.frontis/store/v1': No space left on device \
                    [store-unreadable]
                      4 | ai-image: Picture \(index)
                        |           ^~~~~~~~~
                        help: free some space on the disk and run again; what is in the store stays there

                    """
                }
                #expect(run.standardError == errors.joined() + "3 errors\n")
                #expect(vendor.requests.isEmpty)
                #expect(!site.folder.exists("public/index.html"))
                try site.folder.remove(".frontis/store/ballast")
                #expect(try await site.run("build").status == 0)
                #expect(vendor.requests(.images).count == 3)
                // What is there needs no room.
                try site.folder.write(".frontis/store/ballast", ballast)
                try site.post("words", nil)
                #expect(try await site.run("build").status == 0)
                #expect(vendor.requests(.images).count == 3)
            }
        }
    }

    /// The address of a picture would find no room, and the picture would be lost if it could not be fetched at once.
    @Test func aFullCacheIsAskedNothingFor() async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            try site.post("a", "A fox")
            try await with(kibibytes: 8 << 10, at: ".frontis/cache", of: site) {
                try site.folder.write(".frontis/cache/ballast", [UInt8](repeating: 7, count: 7600 << 10))
                let run = try await site.run("build")
                #expect(run.status == 1)
                #expect(
                    run.standardError.contains(
                        "error: cannot write '.frontis/cache/v1/pending': No space left on device [store-unreadable]"),
                    "\(run.standardError)")
                #expect(vendor.requests.isEmpty)
                try site.folder.remove(".frontis/cache/ballast")
                #expect(try await site.run("build").status == 0)
                #expect(vendor.requests(.images).count == 1)
            }
        }
    }

    @Test func aStoreWithoutRoomForFilesIsAskedNothingFor() async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            for index in 0..<4 { try site.post("post-\(index)", "Picture \(index)") }
            try await with(kibibytes: 200 << 10, files: 60, at: ".frontis/store", of: site) {
                let run = try await site.run("build")
                #expect(run.status == 1)
                #expect(
                    run.standardError.contains(
                        "error: cannot write '.frontis/store/v1': No space left on device [store-unreadable]"),
                    "\(run.standardError)")
                #expect(vendor.requests.isEmpty)
            }
            try await with(kibibytes: 200 << 10, files: 5000, at: ".frontis/store", of: site) {
                let run = try await site.run("build")
                #expect(run.status == 0)
                #expect(vendor.requests(.images).count == 4)
            }
        }
    }

    @Test func aFullOutputIsAsItWas() async throws {
        let site = try SiteUnderTest()
        for index in 0..<3 { try site.post("post-\(index)", nil) }
        try await with(kibibytes: 256, at: "public", of: site) {
            #expect(try await site.run("build").status == 0)
            let before = try site.folder.tree(of: "public")
            try site.post("post-0", nil, body: "Another text.")
            try site.post("post-1", nil, body: "Much text. ".repeated(20_000))
            try site.post("new", nil)
            let run = try await site.run("build")
            #expect(run.status == 1)
            #expect(run.standardError.contains("': No space left on device [output-write]\n"))
            #expect(run.standardOutput.hasPrefix("Not built, public is as it was: "))
            #expect(try site.folder.tree(of: "public") == before)
            try site.post("post-1", nil)
            #expect(try await site.run("build").status == 0)
            #expect(try site.page("posts/post-0/index.html").contains("Another text."))
            #expect(site.folder.exists("public/posts/new/index.html"))
        }
    }

    @Test func aFullOutputLosesNoPicture() async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            for index in 0..<3 { try site.post("post-\(index)", "Picture \(index)", body: "Much text. ".repeated(9000)) }
            try await with(kibibytes: 128, at: "public", of: site) {
                let run = try await site.run("build")
                #expect(run.status == 1)
                #expect(run.standardError.contains("': No space left on device [output-write]\n"))
                #expect(vendor.requests(.images).count == 3)
            }
            #expect(try await site.run("build").status == 0)
            #expect(vendor.requests(.images).count == 3)
            #expect(vendor.requests(.chat).count == 3)
            #expect(try site.page("posts/post-2/index.html").hasSuffix("</html>\n"))
        }
    }
}

extension String {
    fileprivate func repeated(_ count: Int) -> String { String(repeating: self, count: count) }
}
