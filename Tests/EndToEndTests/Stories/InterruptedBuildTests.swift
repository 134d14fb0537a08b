import Foundation
import FrontisTestSupport
import Testing

/// Ctrl-C.
@Suite(.timeLimit(.minutes(10))) struct InterruptedBuildTests {
    private static let line = "interrupted: what was made is kept, the next build goes on from there\n"

    private func interrupted(
        _ site: SiteUnderTest, _ vendor: VendorServer, _ arguments: [String] = ["build"], after pictures: Int
    ) async throws -> ProgramRun.Result {
        try await ProgramRun.run(
            arguments, in: site.folder.path, environment: ["ART_KEY": SiteUnderTest.key], sending: SIGINT
        ) {
            while vendor.requests(.images).count < pictures { try await Task.sleep(for: .milliseconds(1)) }
        }
    }

    /// Nothing says from outside that the signal has been heard: what is on its way is held back for a second more, of
    /// the five that the program waits.
    private func interrupted(
        _ site: SiteUnderTest, _ vendor: VendorServer, _ arguments: [String] = ["build"], holding pictures: Int
    ) async throws -> ProgramRun.Result {
        let gate = VendorGate()
        vendor.always(.images, Behaviour.normal.held(by: gate))
        return try await ProgramRun.run(
            arguments, in: site.folder.path, environment: ["ART_KEY": SiteUnderTest.key], sending: SIGINT
        ) {
            guard await gate.hasArrivals(pictures) else { return }
            Task {
                try await Task.sleep(for: .seconds(1))
                gate.open()
            }
        }
    }

    @Test func whatIsOnItsWayArrivesAndIsKept() async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            for number in 1...12 { try site.post("p\(number)", "Number \(number)") }
            let run = try await interrupted(site, vendor, holding: 4)
            #expect(run.status == 130)
            #expect(run.standardError == Self.line)
            #expect(run.standardOutput == "")
            #expect(!site.folder.exists("public"))
            // Four at a time: these were awaited, and no other was asked for.
            #expect(vendor.requests(.images).count == 4)
            #expect(try await site.run("store", "verify").status == 0)
            #expect(try await site.run("build").status == 0)
            #expect(vendor.requests(.images).count == 12)
        }
    }

    @Test func aPictureMadeAnewIsKeptToo() async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            try site.post("a", "A fox")
            #expect(try await site.run("build").status == 0)
            let run = try await interrupted(site, vendor, ["image", "regenerate", "posts/a.md#hero"], holding: 1)
            #expect(run.status == 130)
            #expect(run.standardError == Self.line)
            #expect(vendor.requests(.images).count == 2)
            #expect(try await site.run("store", "verify").status == 0)
            let info = try await site.run("store", "info")
            #expect(info.standardOutput.hasPrefix("pictures    2  "), "\(info.standardOutput)")
        }
    }

    @Test func aVendorThatIsSilentIsNotAwaitedForLong() async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            try site.post("a", "A fox")
            vendor.always(.images, .silent)
            // Without an end to its patience the program would wait for the provider's time-out.
            let text = try site.folder.read("frontis.yaml")
            try site.write("frontis.yaml", text.replacing("api-key:", with: "timeout: 3600, api-key:"))
            let run = try await interrupted(site, vendor, after: 1)
            #expect(run.status == 130)
            #expect(run.standardError == Self.line)
            #expect(vendor.requests(.images).count == 1)
        }
    }
}
