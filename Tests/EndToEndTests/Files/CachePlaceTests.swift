import Foundation
import FrontisTestSupport
import Testing

/// `--cache` and `FRONTIS_CACHE`: a site that nothing is written into.
@Suite(.timeLimit(.minutes(10))) struct CachePlaceTests {
    private static func site(_ vendor: VendorServer? = nil) throws -> SiteUnderTest {
        let site = try SiteUnderTest(vendor: vendor)
        try site.post("fox", vendor == nil ? "A fox in the snow" : "{ prompt: A fox, dark: true }")
        try site.post("owl", vendor == nil ? "An owl" : "{ prompt: An owl, provider: pattern }")
        return site
    }

    @Test(arguments: [true, false])
    func theCacheIsWhereItIsWanted(byVariable: Bool) async throws {
        let (site, other) = (try Self.site(), try TemporarySite())
        let cache = other.path("kept here")
        let arguments = ["build", "--format", "json"] + (byVariable ? [] : ["--cache", cache])
        let environment = byVariable ? ["FRONTIS_CACHE": cache] : ["FRONTIS_CACHE": ""]
        func build() async throws -> VendorJSON {
            let run = try await ProgramRun.run(
                arguments + ["--now", "2026-06-01T12:00:00Z"], in: site.folder.path, environment: environment)
            #expect(run.status == 0, "\(run.standardError)")
            return try #require(VendorJSON(Array(run.standardOutput.utf8)))
        }
        #expect(try await build()["variants"]?["encoded"]?.integer ?? 0 > 0)
        #expect(!site.folder.exists(".frontis/cache"))
        #expect(other.exists("kept here/v1/variants"))
        // The state is there, too: nothing is done the second time, and what is gone is noticed.
        #expect(try await build()["pages"]?["rendered"]?.integer == 0)
        try other.remove("kept here/v1/placeholders")
        try site.folder.remove("public")
        #expect(try await build()["variants"]?["encoded"]?.integer == 0)
        #expect(other.exists("kept here/v1/placeholders"))
        let gone = try await ProgramRun.run(
            ["store", "info"] + arguments.dropFirst(3), in: site.folder.path, environment: environment)
        #expect(gone.standardOutput.contains("\ncache "))
        #expect(!site.folder.exists(".frontis/cache"))
    }

    @Test(arguments: ["public", "public/cache", "content/cache", "static", "templates/x"])
    func theCacheIsNotPublished(cache: String) async throws {
        let site = try Self.site()
        let run = try await site.run("build", "--cache", cache)
        let around = cache.split(separator: "/")[0]
        #expect(
            run.standardError == """
                error: the cache '\(cache)/v1' lies in '\(around)' [output-unsafe]
                  help: choose a folder of its own with --cache, that is not published

                """)
        #expect(run.status == 1)
        #expect(!site.folder.exists("public"))
    }

    @Test func anEmptyNameIsNoFolder() async throws {
        let run = try await Self.site().run("build", "--cache", "")
        #expect(run.standardError.hasPrefix("Error: --cache is empty.\n"), "\(run.standardError)")
        #expect(run.status == 64)
    }

    /// What is kept is shown, and nothing new is asked for.
    @Test(.enabled("mounting a file system is not permitted here") { try await Mount.isPermitted() })
    func aSiteThatMayOnlyBeReadIsBuilt() async throws {
        try await withVendor { vendor in
            let (site, other) = (try Self.site(vendor), try TemporarySite())
            let first = try await site.run("build", "--output", other.path("first"))
            #expect(first.status == 0, "\(first.standardError)")
            let count = vendor.requests.count
            try site.folder.remove(".frontis/cache")
            let path = site.folder.path
            try #require(try await Mount.run("/usr/bin/mount", "--bind", path, path))
            try #require(try await Mount.run("/usr/bin/mount", "-o", "remount,bind,ro", path))
            do {
                for arguments in [
                    ["build", "--output", other.path("second")], ["plan"], ["image", "list"], ["store", "info"], ["store", "verify"],
                ] {
                    let run = try await ProgramRun.run(
                        arguments + ["--cache", other.path("cache")], in: path, environment: ["ART_KEY": SiteUnderTest.key])
                    #expect(run.status == 0, "\(arguments): \(run.standardError)")
                    #expect(run.standardError == "", "\(arguments)")
                }
                let run = try await ProgramRun.run(["build"], in: path, environment: [:])
                #expect(run.status == 1)
            } catch {
                Issue.record(error)
            }
            #expect(try await Mount.run("/usr/bin/umount", path))
            #expect(try other.tree(of: "second") == other.tree(of: "first"))
            #expect(vendor.requests.count == count)
        }
    }
}
