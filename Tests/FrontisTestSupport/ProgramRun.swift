import Dispatch
import Foundation
import Synchronization

/// Runs of the built `frontis` as a process.
package enum ProgramRun {
    /// What came of a run.
    package struct Result: Sendable {
        /// The exit status, or 128 and the number of the signal that ended it.
        package let status: Int32
        package let standardOutput: String
        package let standardError: String
    }

    /// Why a run could not be made or had no end.
    package enum Failure: Error, CustomStringConvertible {
        case notBuilt(searched: [String])
        case cannotStart(String)
        /// The program was killed; what it had said until then is given.
        case overran(Duration, output: String, errors: String)

        package var description: String {
            switch self {
            case .notBuilt(let searched): "no program 'frontis' in \(searched.joined(separator: ", "))"
            case .cannotStart(let why): "cannot start 'frontis': \(why)"
            case .overran(let limit, let output, let errors):
                "'frontis' was killed after \(limit)\nstdout: \(output)\nstderr: \(errors)"
            }
        }
    }

    /// As long as the time limit of a suite: whoever takes longer does not end at all, however busy the machine is.
    package static let longest = Duration.seconds(600)

    /// Runs `frontis` with these arguments in `folder`, with nothing on standard input.
    ///
    /// - Parameters:
    ///   - environment: All of it: nothing of the test's own environment reaches the program, but `PATH`. `HOME` is
    ///     `folder` if it is not given, and `LC_ALL` is `C.UTF-8`.
    ///   - limit: When the program is killed; it is as well when the test ends.
    package static func run(
        _ arguments: [String], in folder: String, environment: [String: String] = [:],
        limit: Duration = longest
    ) async throws -> Result {
        let program = try location()
        var variables = ["PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": folder, "LC_ALL": "C.UTF-8"]
        variables.merge(environment) { _, given in given }
        let record = try RunRecord(arguments, in: folder, environment: variables)
        let result = try await run(program: program, arguments, in: folder, environment: variables, limit: limit)
        try record?.write(arguments, result)
        return result
    }

    /// Runs `frontis` and sends it a signal as soon as `moment` returns, unless it has ended by then.
    package static func run(
        _ arguments: [String], in folder: String, environment: [String: String] = [:],
        limit: Duration = longest, sending signal: Int32, at moment: @escaping @Sendable () async throws -> Void
    ) async throws -> Result {
        try await run(
            shell: [location()] + arguments, in: folder, environment: environment, limit: limit, sending: signal, at: moment)
    }

    private static func run(
        shell command: [String], in folder: String, environment: [String: String], limit: Duration,
        sending signal: Int32, at moment: @escaping @Sendable () async throws -> Void
    ) async throws -> Result {
        var variables = ["PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": folder, "LC_ALL": "C.UTF-8"]
        variables.merge(environment) { _, given in given }
        let running = RunningProcess()
        let environment = variables
        let (started, start) = AsyncStream.makeStream(of: Void.self)
        let sender = Task { @Sendable in
            for await _ in started {}
            do { try await moment() } catch { return }
            running.send(signal)
        }
        defer {
            running.isOver()
            sender.cancel()
        }
        let onStart: @Sendable (Int32) -> Void = { process in
            running.is(process)
            start.finish()
        }
        return try await run(
            program: command[0], Array(command.dropFirst()), in: folder, environment: environment, limit: limit,
            onStart: onStart)
    }

    /// The same for a program that goes on until it is told to end: what it says can be read meanwhile, in these files of
    /// `folder`.
    package static func run(
        _ arguments: [String], in folder: String, environment: [String: String] = [:],
        sayingInto files: (output: String, errors: String), sending signal: Int32,
        at moment: @escaping @Sendable () async throws -> Void
    ) async throws -> Result {
        let script = "exec \"$0\" \"$@\" >'\(files.output)' 2>'\(files.errors)'"
        return try await run(
            shell: ["/bin/sh", "-c", script, location()] + arguments, in: folder, environment: environment,
            limit: longest, sending: signal, at: moment)
    }

    /// Runs any program; the environment is used as it is.
    package static func run(
        program: String, _ arguments: [String], in folder: String, environment: [String: String], limit: Duration = longest,
        onStart: @escaping @Sendable (Int32) -> Void = { _ in }
    ) async throws -> Result {
        await ProgramPlaces.shared.take()
        defer { Task { await ProgramPlaces.shared.give() } }
        try Task.checkCancellation()
        let running = RunningProcess()
        defer { running.isOver() }
        // Waiting blocks a thread, which must not be one of the few that run tasks.
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let thread = Thread {
                    continuation.resume(
                        with: Swift.Result {
                            try runBlocking(program, arguments, in: folder, environment: environment, limit: limit) {
                                running.is($0)
                                onStart($0)
                            }
                        })
                }
                thread.start()
            }
        } onCancel: {
            running.send(SIGKILL)
        }
    }

    /// The program stands beside the tests' bundle, in the folder of the build's configuration; `FRONTIS_PROGRAM` names
    /// another one.
    ///
    /// - Parameter name: of another program of the package.
    package static func location(of name: String = "frontis") throws -> String {
        if name == "frontis", let named = ProcessInfo.processInfo.environment["FRONTIS_PROGRAM"] { return named }
        let candidates =
            [Bundle.main.executablePath, CommandLine.arguments.first].compactMap { $0 }
            + CommandLine.arguments.filter { $0.contains(".xctest") }
            + ["/proc/self/exe"]
        var searched: [String] = []
        for candidate in candidates {
            var folder = URL(fileURLWithPath: candidate).resolvingSymlinksInPath().deletingLastPathComponent()
            // A bundle of macOS nests the executable three folders deep.
            for _ in 0..<4 {
                let program = folder.appendingPathComponent(name).path
                var isFolder: ObjCBool = false
                if FileManager.default.fileExists(atPath: program, isDirectory: &isFolder), !isFolder.boolValue,
                    FileManager.default.isExecutableFile(atPath: program)
                {
                    return program
                }
                searched.append(folder.path)
                folder = folder.deletingLastPathComponent()
            }
        }
        throw Failure.notBuilt(searched: searched)
    }

    private static func runBlocking(
        _ program: String, _ arguments: [String], in folder: String, environment: [String: String], limit: Duration,
        onStart: (Int32) -> Void
    ) throws -> Result {
        let process = Process()
        let output = Pipe()
        let errors = Pipe()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder, isDirectory: true)
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = errors
        let ended = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in ended.signal() }
        do {
            try process.run()
        } catch {
            throw Failure.cannotStart(String(describing: error))
        }
        onStart(process.processIdentifier)
        let readers = (PipeReader(output), PipeReader(errors))
        let seconds = Double(limit.components.seconds) + Double(limit.components.attoseconds) / 1e18
        let isOver = ended.wait(timeout: .now() + seconds) == .success
        if !isOver {
            kill(process.processIdentifier, SIGKILL)
            _ = ended.wait(timeout: .now() + 60)
        }
        // A process left behind by the program may hold the pipes open: what is there by then is all there is.
        let (said, complained) = (readers.0.text(within: 60), readers.1.text(within: 60))
        guard isOver else { throw Failure.overran(limit, output: said, errors: complained) }
        let signal: Int32 = process.terminationReason == .uncaughtSignal ? 128 : 0
        return Result(
            status: signal + process.terminationStatus, standardOutput: said, standardError: complained)
    }
}

/// The process that a signal goes to; to nobody once it has ended.
private final class RunningProcess: Sendable {
    private enum State {
        case notStarted
        case running(Int32)
        /// A signal that came before the process.
        case wanted(Int32)
        case over
    }

    private let state = Mutex(State.notStarted)

    func `is`(_ process: Int32) {
        state.withLock { state in
            if case .wanted(let signal) = state { _ = kill(process, signal) }
            state = .running(process)
        }
    }

    func isOver() { state.withLock { $0 = .over } }

    func send(_ signal: Int32) {
        state.withLock { state in
            switch state {
            case .running(let process): _ = kill(process, signal)
            case .notStarted: state = .wanted(signal)
            case .wanted, .over: break
            }
        }
    }
}

/// Empties a pipe on a thread of its own, so that neither pipe fills while the other is read.
private final class PipeReader: Sendable {
    private let collected = Mutex(Data())
    private let ended = DispatchSemaphore(value: 0)

    init(_ pipe: Pipe) {
        let handle = pipe.fileHandleForReading
        let thread = Thread { [self] in
            while true {
                let piece = handle.availableData
                if piece.isEmpty { break }
                collected.withLock { $0.append(piece) }
            }
            // On Linux nobody else does, and a long run of tests has no descriptor left.
            handle.closeFile()
            ended.signal()
        }
        thread.start()
    }

    func text(within seconds: Double) -> String {
        _ = ended.wait(timeout: .now() + seconds)
        return String(decoding: collected.withLock { $0 }, as: UTF8.self)
    }
}
