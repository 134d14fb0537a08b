import Foundation
import FrontisTestSupport
import Testing

/// The line on a terminal, read as somebody in front of it would: `script` gives the program a terminal of its own.
@Suite(.timeLimit(.minutes(10))) struct ProgressTests {
    @Test func aTerminalSaysWhatIsWaitedFor() async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            try site.post("a", "A lake")
            let (images, words) = (VendorGate(), VendorGate())
            vendor.always(.images, Behaviour.normal.held(by: images))
            vendor.always(.chat, Behaviour.normal.held(by: words))
            async let run = try onTerminal("build --now 2026-06-01T12:00:00Z", in: site)
            try await wait(for: "making pictures 0/1: posts/a.md#hero (", in: site)
            images.open()
            try await wait(for: "describing pictures, 0 done: posts/a.md#hero (", in: site)
            words.open()
            let result = try await run
            #expect(result.status == 0)
            // The line is taken away before the summary is printed.
            let shown = try site.folder.read("terminal")
            let last = try #require(shown.components(separatedBy: "\u{1B}[K").last)
            #expect(last.contains("1 made") && !last.contains("describing"), "\(last)")
        }
    }

    /// Prompts are written before any picture is asked for, and may take as long.
    @Test func aTerminalCountsThePromptsThatAreWritten() async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            for name in ["a", "b"] { try site.post(name, "auto", body: "A lake in the hills at dawn.") }
            let words = VendorGate()
            vendor.always(.prompt, Behaviour.normal.held(by: words))
            async let run = try onTerminal("build --now 2026-06-01T12:00:00Z", in: site)
            try await wait(for: "writing prompts 0/2 (", in: site)
            words.open()
            #expect(try await run.status == 0)
        }
    }

    @Test func elsewhereNothingButTheSummaryIsSaid() async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            try site.post("a", "A lake")
            let result = try await site.run("build")
            #expect(!result.standardError.contains("\u{1B}") && !result.standardError.contains("making pictures"))
        }
    }

    private func onTerminal(_ arguments: String, in site: SiteUnderTest) async throws -> ProgramRun.Result {
        let program = try ProgramRun.location()
        return try await ProgramRun.run(
            program: "/usr/bin/script", ["-q", "-e", "-f", "-c", "'\(program)' \(arguments)", "terminal"],
            in: site.folder.path,
            environment: [
                "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": site.folder.path, "LC_ALL": "C.UTF-8", "TERM": "xterm",
                "SHELL": "/bin/sh", "ART_KEY": SiteUnderTest.key,
            ])
    }

    private func wait(for text: String, in site: SiteUnderTest) async throws {
        while !((try? site.folder.read("terminal")) ?? "").contains(text) { try await Task.sleep(for: .milliseconds(50)) }
    }
}
