import Foundation
import FrontisCore
import FrontisTestSupport
import Testing

@testable import FrontisProviders

/// The ways in which a provider's program can end, or not.
@Suite(.timeLimit(.minutes(10))) struct CommandEndingTests {
    // MARK: What programs say is wrong

    @Test(arguments: [
        ("refused", ProviderFailure.Kind.refused, "refused: too violent"), ("busy", .busy, "busy: too violent"),
        ("quota", .quota, "quota or money is used up: too violent"), ("credentials", .credentials, "credentials not accepted: too violent"),
        ("retired", .retired, "the model is gone: too violent"), ("unusable", .unusable, "unusable: too violent"),
        ("rejected", .rejected, "rejected: too violent"), ("unheard-of", .rejected, "rejected: too violent"),
        ("unconfigured", .rejected, "rejected: too violent"),
    ])
    func errorsHaveKinds(written: String, kind: ProviderFailure.Kind, message: String) async throws {
        // A status that says something else does not count.
        let program = try ProgramFixture(#"echo noise >&2; printf '{"error":{"kind":"\#(written)","message":"too violent"}}'; exit 3"#)
        let failure = try await program.failure()
        #expect(failure.kind == kind)
        #expect(failure.message == message)
        #expect(failure.mayBeBilled == (kind == .unusable))
    }

    @Test(arguments: [
        (#"{"error":"no disk"}"#, "rejected: no disk"), (#"{"error":{}}"#, "rejected: program './art.sh' does not say why"),
        (#"{"error":{"kind":"refused","message":"key t0ken-77\n\u001b[31mred"}}"#, "refused: key <redacted> [31mred"),
    ])
    func errorsAreCleaned(answer: String, message: String) async throws {
        let program = try ProgramFixture("cat answer.json", passing: ["ART_TOKEN"], environment: ["ART_TOKEN": "t0ken-77"])
        try program.site.write("answer.json", answer)
        #expect(try await program.failure().message == message)
    }

    // MARK: Bad ends

    @Test(arguments: [
        ("exit 3", ProviderFailure.Kind.rejected, "program './art.sh' ended with status 3", true),
        ("echo one >&2; echo 'no such model: x' >&2; echo >&2; exit 1", .rejected, "program './art.sh' ended with status 1: no such model: x", true),
        ("printf '10%%\\r55%%\\rout of memory' >&2; exit 9", .rejected, "program './art.sh' ended with status 9: out of memory", true),
        ("echo 'token t0ken-77 is wrong' >&2; exit 1", .rejected, "program './art.sh' ended with status 1: token <redacted> is wrong", true),
        ("echo queue full >&2; exit 75", .busy, "program './art.sh' is busy (status 75): queue full", false),
        ("exit 75", .busy, "program './art.sh' is busy (status 75)", false),
        ("cat picture.png; exit 2", .rejected, "program './art.sh' ended with status 2", true),
        ("kill -9 $$", .rejected, "program './art.sh' was ended by signal 9", true),
        ("i=0; while [ $i -lt 20000 ]; do echo 'chatter chatter chatter' >&2; i=$((i+1)); done; echo the end >&2; exit 1", .rejected, "program './art.sh' ended with status 1: the end", true),
    ])
    func badEnds(script: String, kind: ProviderFailure.Kind, message: String, mayBeBilled: Bool) async throws {
        let failure = try await ProgramFixture(script, passing: ["ART_TOKEN"], environment: ["ART_TOKEN": "t0ken-77"]).failure()
        #expect(failure.kind == kind)
        #expect(failure.message == message)
        #expect(failure.mayBeBilled == mayBeBilled)
    }

    @Test func longComplaintsAreCut() async throws {
        let failure = try await ProgramFixture("printf 'x%.0s' 1 2 3 >&2; head -c 100000 /dev/zero | tr '\\0' y >&2; exit 1").failure()
        #expect(failure.message.count < 360)
    }

    @Test func chatterOnStandardErrorIsNoFault() async throws {
        let made = try await ProgramFixture("echo loading >&2; cat picture.png").generate(request())
        #expect(made.images == [ProgramFixture.picture])
    }

    // MARK: Programs that are not there

    @Test(arguments: [
        (["no-such-program"], "program 'no-such-program' of provider 'art' is not there", "run names a program on PATH, or a file by a path with a slash in it: ./no-such-program"),
        (["./draw.py"], "program './draw.py' of provider 'art' is not there", "a path in run starts at the folder of frontis.yaml"),
        (["art.sh"], "program 'art.sh' of provider 'art' is not there", "run names a program on PATH, or a file by a path with a slash in it: ./art.sh"),
        (["./picture.png"], "program './picture.png' of provider 'art' cannot be executed", "run names a file that may be executed: chmod +x ./picture.png"),
        (["./"], "program './' of provider 'art' cannot be executed", "run names a file that may be executed: chmod +x ./"),
        (
            ["${NO_SUCH_PROGRAM}"], "environment variable NO_SUCH_PROGRAM is not set, and provider 'art' needs it for run",
            "export NO_SUCH_PROGRAM=… before you build, or put NO_SUCH_PROGRAM=… into .env beside frontis.yaml"
        ),
    ])
    func programsThatAreNotThere(run: [String], message: String, help: String) async throws {
        let failure = try await ProgramFixture("", run: run).failure()
        #expect(failure.kind == .unconfigured)
        #expect(failure.message == message)
        #expect(failure.help == help)
        #expect(!failure.mayBeBilled)
    }

    @Test func aScriptWhoseReaderIsNotThere() async throws {
        let program = try ProgramFixture("", run: ["./broken"])
        try program.site.write("broken", "#!/no/such/interpreter\n")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.site.path("broken"))
        let failure = try await program.failure()
        #expect(failure.kind == .unconfigured)
        #expect(failure.message.hasPrefix("program './broken' of provider 'art' cannot be started: "))
        #expect(failure.help == "a script begins with the program that reads it: #!/usr/bin/env python3")
    }

    // MARK: Programs that do not behave

    @Test func aProgramMayLeaveItsInputUnread() async throws {
        let large = ReferencePicture(fileName: "a.png", mediaType: .png, bytes: Array(repeating: 7, count: 4 << 20))
        for script in ["cat picture.png", "exec 0<&-; sleep 0.1; cat picture.png", "head -c 10 > /dev/null; cat picture.png"] {
            let made = try await ProgramFixture(script).generate(request(references: [large]))
            #expect(made.images == [ProgramFixture.picture])
        }
        let whole = try await ProgramFixture("wc -c > size.txt; cat picture.png").generate(request(references: [large]))
        #expect(whole.images.count == 1)
    }

    @Test func aProgramThatNeverStopsWritingIsEnded() async throws {
        let program = try ProgramFixture("echo $$ > pid; exec yes")
        let failure = try await program.failure()
        #expect(failure.kind == .unusable)
        #expect(failure.message == "program './art.sh' wrote more than 128 MiB")
        #expect(failure.mayBeBilled)
        #expect(try await isGone(program, "pid"))
    }

    @Test(arguments: [
        "sleep 1000", "trap '' TERM; while :; do sleep 0.1; done", "exec 1>&- 2>&-; sleep 1000", "exec 0<&-; yes no >&2",
    ])
    func aProgramThatTakesTooLongIsEnded(script: String) async throws {
        let failure = try await overrun("echo $$ > pid; \(script)", "pid")
        #expect(failure.help == "the provider's timeout setting says how long to wait")
        #expect(failure.mayBeBilled)
    }

    /// Runs into the time-out, after which no process is there of which `file` has the number. A busy machine may need
    /// longer than the first time-out to start the program at all: it gets a longer one then.
    private func overrun(_ script: String, _ file: String) async throws -> ProviderFailure {
        for timeout in ["1", "8", "64"] {
            let program = try ProgramFixture(script, ["price": "0", "timeout": timeout])
            let failure = try await program.failure()
            #expect(failure.kind == .busy)
            #expect(failure.message == "program './art.sh' had not ended within \(timeout) s")
            guard program.site.exists(file), try program.site.read(file).hasSuffix("\n") else { continue }
            #expect(try await isGone(program, file))
            return failure
        }
        throw ProviderFailure(.unusable, "the program was never started")
    }

    /// The program itself ends when it is asked to; what it has started does not listen.
    @Test func whatAProgramHasStartedEndsWithIt() async throws {
        _ = try await overrun("(trap '' TERM; while :; do sleep 0.1; done) & echo $! > child; wait", "child")
    }

    /// The answer is whole when the program has ended, whoever holds its streams open: the suite's time would be over.
    @Test func aProgramMayLeaveSomethingBehind() async throws {
        let program = try ProgramFixture("sleep 900 & echo $! > child; cat picture.png")
        #expect(try await program.generate(request()).images == [ProgramFixture.picture])
        let child = try #require(pid_t(try program.site.read("child").filter(\.isNumber)))
        kill(child, SIGKILL)
    }

    @Test func cancellationEndsTheProgram() async throws {
        let program = try ProgramFixture("echo $$ > pid; touch started; sleep 1000")
        let provider = try program.provider
        let asked = try request()
        let task = Task { () -> ProviderFailure? in
            do throws(ProviderFailure) { _ = try await provider.generate(asked) } catch { return error }
            return nil
        }
        while !program.site.exists("started") { try await Task.sleep(for: .milliseconds(5)) }
        task.cancel()
        let failure = try #require(await task.value)
        #expect(failure.kind == .busy)
        #expect(failure.message == "program './art.sh' was interrupted")
        #expect(failure.mayBeBilled)
        #expect(try await isGone(program, "pid"))
    }

    /// Waits until the process of that number has ended; one that nobody has reaped has ended, too.
    private func isGone(_ program: ProgramFixture, _ file: String) async throws -> Bool {
        let process = try #require(pid_t(try program.site.read(file).filter(\.isNumber)))
        while true {
            if kill(process, 0) != 0 { return true }
            if let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8), status.contains(") Z ") { return true }
            try await Task.sleep(for: .milliseconds(20))
        }
    }
}
