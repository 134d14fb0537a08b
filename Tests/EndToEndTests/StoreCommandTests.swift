import Foundation
import FrontisTestSupport
import Testing

/// `frontis store` as a program.
@Suite struct StoreCommandTests {
    @Test func infoVerifyAndGCOfAPaidSite() async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            try site.post("a", "A fox")
            try site.post("b", "An owl")
            #expect(try await site.run("build").status == 0)
            let info = try await site.run("store", "info", "--format", "json")
            #expect(info.status == 0 && info.standardError.isEmpty, "\(info.standardError)")
            let report = try #require(VendorJSON(Array(info.standardOutput.utf8)))
            #expect(report["objects"]?["count"]?.integer == 2)
            #expect(report["unreferenced"]?["count"]?.integer == 0)
            #expect(report["money"]?["total"]?["calls"]?.integer == 4)
            #expect(report["money"]?["providers"]?[0]?["provider"]?.string == "art")

            let well = try await site.run("store", "verify")
            #expect(well.status == 0)
            #expect(well.standardOutput.hasPrefix("Checked 2 pictures ("))
            #expect(well.standardOutput.hasSuffix("2 recipes, 2 alt texts, 2 slots of the lock, 8 ledger lines: all is well\n"))

            let object = try #require(site.folder.tree(of: ".frontis/store/v1/objects").keys.min())
            let bytes = try site.folder.bytes(".frontis/store/v1/objects/" + object)
            try site.folder.write(".frontis/store/v1/objects/" + object, bytes.dropLast() + [0])
            let damaged = try await site.run("store", "verify", "--format", "json")
            #expect(damaged.status == 1)
            #expect(damaged.standardError.contains("are damaged [picture-lost]"))
            #expect(try #require(VendorJSON(Array(damaged.standardOutput.utf8)))["diagnostics"]?[0]?["id"]?.string == "picture-lost")
            let repaired = try await site.run("store", "verify", "--repair")
            #expect(repaired.status == 1)
            #expect(repaired.standardOutput.hasSuffix(": 1 fault, 1 damaged picture set aside\n"))
            try site.folder.write(".frontis/store/v1/objects/" + object, bytes)
            #expect(try await site.run("store", "verify", "--quiet").standardOutput == "")

            let dry = try await site.run("store", "gc", "--quarantine", "--older-than", "0", "--dry-run")
            #expect(dry.status == 0)
            #expect(dry.standardOutput.hasPrefix("quarantine  .frontis/store/v1/quarantine/damaged-"))
            let swept = try await site.run("store", "gc", "--quarantine", "--older-than", "0", "--format", "json")
            let removed = try #require(VendorJSON(Array(swept.standardOutput.utf8)))
            #expect(removed["removed"]?[0]?["kind"]?.string == "quarantine")
            #expect(removed["bytes"]?.integer == bytes.count)
            #expect(try await site.run("store", "gc").standardOutput == "Nothing to remove.\n")
            // None of it has cost a thing.
            try FileManager.default.removeItem(atPath: site.folder.path("public"))
            #expect(try await site.run("build").status == 0)
            #expect(vendor.requests.count == 4)
        }
    }

    @Test func originalsThatNobodyNamesGoAfterAnHour() async throws {
        let folder = try TemporarySite()
        let name = "ab/" + String(repeating: "ab", count: 32)
        let path = ".frontis/store/v1/objects/" + name
        try folder.write(path, "stray")
        func gc(_ arguments: String...) async throws -> String {
            try await ProgramRun.run(["store", "gc", "--originals"] + arguments, in: folder.path).standardOutput
        }
        #expect(try await gc("--yes") == "Nothing to remove.\n")
        let later = "2999-01-01T00:00:00Z"
        #expect(try await gc("--dry-run", "--now", later) == "original  \(path)  5 B\n\nWould remove 1 file, 5 B\n")
        #expect(folder.exists(path))
        #expect(try await gc("--yes", "--now", later) == "original  \(path)  5 B\n\nRemoved 1 file, 5 B\n")
        #expect(try folder.tree() == [:])
    }

    @Test(arguments: [
        (["--originals"], 64, "--originals removes what was paid for: without a terminal to ask on, it needs --yes."),
        (["--older-than", "-1"], 64, ""), (["--older-than", "40000"], 64, "--older-than must be from 0 to 36500."), (["--originals", "--dry-run"], 0, ""),
        (["--originals", "--yes"], 0, ""), (["--jobs", "0"], 64, "--jobs must be from 1 to 256."), (["--site", "nowhere"], 64, "There is no folder 'nowhere'."),
    ])
    func wrongUsageIsSaid(_ arguments: [String], status: Int, words: String) async throws {
        let folder = try TemporarySite()
        let run = try await ProgramRun.run(["store", "gc"] + arguments, in: folder.path)
        #expect(Int(run.status) == status, "\(run.standardError)")
        #expect(words.isEmpty || run.standardError.contains(words))
        #expect(try folder.tree() == [:])
    }
}
