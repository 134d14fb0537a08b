import Foundation
import FrontisTestSupport
import Synchronization
import Testing

/// Being told to end while a picture is on its way: Ctrl-C, `kill`, a terminal that is closed. Nothing here is about
/// time: the vendor holds its answer until the signal has been sent.
@Suite(.timeLimit(.minutes(10))) struct EndingSignalTests {
    private static let line = "interrupted: what was made is kept, the next build goes on from there\n"

    /// A run, and what is done with it while it runs.
    private func run(
        _ program: String, _ arguments: [String], in site: SiteUnderTest,
        while act: @escaping @Sendable (Int32) async throws -> Void
    ) async throws -> ProgramRun.Result {
        let (started, start) = AsyncStream.makeStream(of: Int32.self)
        let acting = Task {
            for await process in started { try await act(process) }
        }
        let result = try await ProgramRun.run(
            program: program, arguments, in: site.folder.path,
            environment: [
                "PATH": "/usr/bin:/bin", "HOME": site.folder.path, "LC_ALL": "C.UTF-8", "ART_KEY": SiteUnderTest.key,
            ], limit: .seconds(120)
        ) { process in
            start.yield(process)
            start.finish()
        }
        try await acting.value
        return result
    }

    /// Sends a signal while the first picture is held back, and lets it go then. No text is ever answered before, so
    /// that the run cannot end by itself.
    private func interrupted(
        _ site: SiteUnderTest, _ vendor: VendorServer, _ arguments: [String], by signal: Int32
    ) async throws -> ProgramRun.Result {
        let (pictures, texts) = (VendorGate(), VendorGate())
        vendor.always(.images, Behaviour.normal.held(by: pictures))
        vendor.always(.chat, Behaviour.normal.held(by: texts))
        defer {
            vendor.always(.images, .normal)
            vendor.always(.chat, .normal)
        }
        return try await run(ProgramRun.location(), arguments, in: site) { process in
            #expect(await pictures.hasArrivals(1))
            kill(process, signal)
            pictures.open()
        }
    }

    private func expectKept(_ site: SiteUnderTest) async throws {
        #expect(try site.folder.tree(of: ".frontis/store/v1/objects").count >= 1)
        let ledger = try site.folder.read(".frontis/store/v1/spend.jsonl").replacing(" ", with: "")
        #expect(ledger.contains("\"event\":\"paid\"") && ledger.contains("\"kind\":\"image\""), "\(ledger)")
        #expect(try await site.run("store", "verify").status == 0)
    }

    @Test(arguments: [(SIGINT, 130), (SIGTERM, 143), (SIGHUP, 129)] as [(Int32, Int32)])
    func whatIsOnItsWayIsKept(signal: Int32, status: Int32) async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            try site.post("a", "A fox")
            let run = try await interrupted(site, vendor, ["build"], by: signal)
            #expect(run.status == status)
            #expect(run.standardError == Self.line)
            #expect(!site.folder.exists("public"))
            try await expectKept(site)
            #expect(try await site.run("build").status == 0)
            #expect(vendor.requests(.images).count == 1)
        }
    }

    /// Whatever calls a provider.
    @Test(
        arguments: [
            ["image", "regenerate", "posts/a.md#hero"], ["image", "make", "--slot", "posts/a.md#hero"],
            ["image", "make", "A fox", "-o", "fox.png"],
        ], [SIGTERM, SIGHUP])
    func everyCommandThatPays(arguments: [String], signal: Int32) async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            try site.post("a", "A fox")
            let run = try await interrupted(site, vendor, arguments, by: signal)
            #expect(run.status == 128 + signal)
            #expect(run.standardError == Self.line)
            try await expectKept(site)
        }
    }

    @Test func anAltTextThatIsOnItsWay() async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            try site.post("a", "A fox")
            #expect(try await site.run("build").status == 0)
            let gate = VendorGate()
            vendor.always(.chat, Behaviour.text("A fox asleep on a wall").held(by: gate))
            let run = try await run(ProgramRun.location(), ["alt", "redo", "posts/a.md#hero"], in: site) { process in
                #expect(await gate.hasArrivals(1))
                kill(process, SIGTERM)
                gate.open()
            }
            #expect(run.standardError.hasSuffix(Self.line), "\(run.standardError)")
            #expect(run.status == 143)
            #expect(try await site.run("alt", "list").standardOutput.contains("A fox asleep on a wall"))
        }
    }

    @Test func aComparison() async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            try site.post("a", "A fox")
            let arguments = ["image", "compare", "A fox", "--with", "art", "--output", "round"]
            let run = try await interrupted(site, vendor, arguments, by: SIGTERM)
            #expect(run.status == 143)
            #expect(try site.folder.tree(of: "round").keys.contains { $0.hasPrefix("1-art") && $0.hasSuffix(".png") })
        }
    }

    /// The second one does not wait for a vendor that is silent.
    @Test func theSecondSignalEndsAtOnce() async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            try site.post("a", "A fox")
            let gate = VendorGate()
            vendor.always(.images, Behaviour.silent.held(by: gate))
            let run = try await run(ProgramRun.location(), ["build"], in: site) { process in
                #expect(await gate.hasArrivals(1))
                kill(process, SIGTERM)
                kill(process, SIGINT)
            }
            // Which of two that are there at the same time is heard first is the system's to say.
            #expect([130, 143].contains(run.status))
            #expect(run.standardError == "")
            gate.open()
        }
    }

    /// As `nohup` and a shell's `trap ""` have it.
    @Test func aSignalThatIsIgnoredStaysIgnored() async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            try site.post("a", "A fox")
            let gate = VendorGate()
            vendor.always(.images, Behaviour.normal.held(by: gate))
            let program = try ProgramRun.location()
            let run = try await run("/bin/sh", ["-c", "trap '' HUP; exec \"$0\" build", program], in: site) { process in
                #expect(await gate.hasArrivals(1))
                kill(process, SIGHUP)
                gate.open()
            }
            #expect(run.status == 0, "\(run.standardError)")
            #expect(site.folder.exists("public/index.html"))
        }
    }

    /// Nobody reads what is printed, on either stream.
    @Test(arguments: [["build"], ["image", "regenerate", "posts/a.md#hero"], ["plan", "--format", "json"]])
    func aClosedPipeEndsNothing(arguments: [String]) async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            try site.post("a", "A fox", extra: "tilte: x\n")
            let script = "exec 3>&1; { \"$@\" 2>&1; echo $? >&3; } | true"
            let run = try await run(
                "/bin/sh", ["-c", script, "sh", ProgramRun.location()] + arguments, in: site
            ) { _ in }
            #expect(run.standardOutput == "0\n", "\(run.standardOutput) \(run.standardError)")
            if arguments[0] != "plan" {
                try await expectKept(site)
                #expect(try await site.run("build").status == 0)
                #expect(vendor.requests(.images).count == 1)
            }
        }
    }
}
