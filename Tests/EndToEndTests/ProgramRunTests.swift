import Foundation
import FrontisTestSupport
import Testing

/// The tools of the end-to-end tests: the program as a process and folders that come and go.
@Suite(.timeLimit(.minutes(10)))
struct ProgramRunTests {
    @Test func theProgramIsFoundAndRuns() async throws {
        let site = try TemporarySite()
        let run = try await ProgramRun.run(["--help"], in: site.path)
        #expect(run.status == 0)
        #expect(run.standardOutput.contains("USAGE: frontis"))
        #expect(run.standardError.isEmpty)
        let wrong = try await ProgramRun.run(["no-such-command"], in: site.path)
        #expect(wrong.status != 0)
        #expect(wrong.standardError.contains("no-such-command"))
    }

    @Test func itSaysItsVersion() async throws {
        let site = try TemporarySite()
        let run = try await ProgramRun.run(["--version"], in: site.path)
        #expect(run.status == 0)
        #expect(
            try #/\d+\.\d+\.\d+( \([0-9a-f]{12}( and changes)?\))?\n/#.wholeMatch(in: run.standardOutput) != nil,
            "\(run.standardOutput)")
    }

    @Test func processesSeeOnlyTheGivenEnvironmentAndNoInput() async throws {
        let site = try TemporarySite()
        let run = try await ProgramRun.run(
            program: "/bin/sh", ["-c", "env | sort; cat; pwd; echo no >&2; exit 7"], in: site.path,
            environment: ["OPENAI_API_KEY": "sk-test"])
        #expect(run.status == 7)
        let names = run.standardOutput.split(separator: "\n").filter { $0.contains("=") }
        #expect(Set(names).subtracting(["PWD=\(site.path)", "SHLVL=0", "_=/usr/bin/env"]) == ["OPENAI_API_KEY=sk-test"])
        #expect(run.standardOutput.hasSuffix("\n\(site.path)\n"))
        #expect(run.standardError == "no\n")
    }

    @Test func muchOutputOnBothPipes() async throws {
        let site = try TemporarySite()
        let run = try await ProgramRun.run(
            program: "/bin/sh", ["-c", "head -c 400000 /dev/zero; head -c 300000 /dev/zero >&2"], in: site.path,
            environment: ["PATH": "/usr/bin:/bin"])
        #expect(run.status == 0)
        #expect(run.standardOutput.utf8.count == 400_000)
        #expect(run.standardError.utf8.count == 300_000)
    }

    /// On a busy machine the shell may need longer than the first limit to say anything.
    @Test func programsThatOverrunAreKilled() async throws {
        let site = try TemporarySite()
        var said = ""
        for limit in [Duration.milliseconds(300), .seconds(3), .seconds(30), .seconds(300)] where said.isEmpty {
            let failure = await #expect(throws: ProgramRun.Failure.self) {
                try await ProgramRun.run(
                    program: "/bin/sh", ["-c", "echo first; exec sleep 1000"], in: site.path,
                    environment: ["PATH": "/usr/bin:/bin"], limit: limit)
            }
            guard case .overran(limit, let output, _) = failure else {
                Issue.record("\(String(describing: failure))")
                return
            }
            said = output
        }
        #expect(said == "first\n")
    }

    @Test func programsEndWithTheirTest() async throws {
        let site = try TemporarySite()
        let run = Task {
            try await ProgramRun.run(
                program: "/bin/sh", ["-c", "echo > started; exec sleep 1000"], in: site.path,
                environment: ["PATH": "/usr/bin:/bin"])
        }
        while !site.exists("started") { try await Task.sleep(for: .milliseconds(5)) }
        run.cancel()
        #expect(try await run.value.status == 128 + SIGKILL)
    }

    @Test func temporarySitesAreReadBackAndRemoved() throws {
        var site: TemporarySite? = try TemporarySite()
        let path = try #require(site?.path)
        try site?.write("content/posts/one.md", "Grüße\n")
        try site?.write(".hidden", [0, 255])
        #expect(try site?.read("content/posts/one.md") == "Grüße\n")
        #expect(site?.exists("content/posts") == true)
        #expect(try site?.tree() == ["content/posts/one.md": Array("Grüße\n".utf8), ".hidden": [0, 255]])
        #expect(try site?.modificationTimes(of: "content").keys.sorted() == ["posts/one.md"])
        site = nil
        #expect(!FileManager.default.fileExists(atPath: path))
    }
}
