import Foundation
import FrontisCore
import Subprocess

#if canImport(System)
    import System
#else
    import SystemPackage
#endif

/// Runs a program once, in a session of its own: with its input, within a time, and with no end left behind.
///
/// The input is a file and no pipe, so a program may leave it unread. What the program starts shares its process
/// group and is ended with it.
struct ChildProgram: Sendable {
    /// Absolute.
    let path: String
    let arguments: [String]
    /// All of it: nothing of this process's own environment is handed on.
    let environment: [String: String]
    /// The working directory; nothing for this process's own.
    let folder: String?
    let timeout: Duration
    /// Bytes of standard output; a program that writes more is ended.
    var largestOutput = 128 << 20
    /// Bytes of standard error that are kept: the last ones.
    var largestErrors = 64 << 10
    /// Between the request to end and the order to.
    var patience = Duration.seconds(2)

    struct Output: Sendable {
        var bytes: [UInt8] = []
        var errors: [UInt8] = []
        /// Nothing for a program that a signal has ended.
        var status: Int32?
        /// The number of that signal.
        var signal: Int32?
    }

    enum Failure: Error, Sendable {
        /// The system's reason.
        case notStarted(String)
        case tooMuchOutput
        case timedOut
        case cancelled
    }

    private enum Event: Sendable {
        /// Nothing for more than is taken.
        case output([UInt8]?)
        case errors([UInt8])
        case ended
        case stop(Failure)
        case idle
    }

    private typealias Running = Execution<FileDescriptorInput, SequenceOutput, SequenceOutput>

    /// Runs it to its end. When the calling task is cancelled, or the time is over, the program is asked to end and,
    /// after a while, made to.
    func run(input: [UInt8]) async throws(Failure) -> Output {
        let (stops, stop) = AsyncStream.makeStream(of: Void.self)
        // Its own cancellation would end the program alone and leave what that has started.
        let work = Task { await runUncancelled(input, stops) }
        let result = await withTaskCancellationHandler {
            await work.value
        } onCancel: {
            stop.yield()
        }
        stop.finish()
        return try result.get()
    }

    private func runUncancelled(_ input: [UInt8], _ stops: AsyncStream<Void>) async -> Result<Output, Failure> {
        var options = PlatformOptions()
        // No terminal to wait for, and signals that reach whatever the program has started.
        options.createSession = true
        let variables = environment.map { Array("\($0.key)=\($0.value)\0".utf8) }
        let configuration = Subprocess.Configuration(
            executable: .path(FilePath(path)), arguments: Arguments(arguments),
            environment: .custom(variables), workingDirectory: folder.map { FilePath($0) }, platformOptions: options)
        do {
            let file = try Self.file(holding: input)
            let result = try await Subprocess.run(
                configuration, input: .fileDescriptor(file, closeAfterSpawningProcess: true), output: .sequence,
                error: .sequence
            ) { running in
                await supervise(running, stops)
            }
            var (output, failure) = result.closureResult
            if let failure { return .failure(failure) }
            switch result.terminationStatus {
            case .exited(let status): output.status = status
            case .signaled(let signal): output.signal = signal
            }
            return .success(output)
        } catch {
            return .failure(.notStarted("\(error)"))
        }
    }

    /// The request as a file that has no name any more and ends with its last reader.
    private static func file(holding bytes: [UInt8]) throws -> FileDescriptor {
        let path = FileManager.default.temporaryDirectory.path + "/frontis-request-\(UUID().uuidString)"
        let file = try FileDescriptor.open(
            FilePath(path), .readWrite, options: [.create, .exclusiveCreate, .closeOnExec],
            permissions: .ownerReadWrite)
        unlink(path)
        do {
            try file.writeAll(bytes)
            try file.seek(offset: 0, from: .start)
        } catch {
            try file.close()
            throw error
        }
        return file
    }

    // MARK: While it runs

    private func supervise(_ running: Running, _ stops: AsyncStream<Void>) async -> (Output, Failure?) {
        var output = Output()
        var failure: Failure?
        await withTaskGroup(of: Event.self) { group in
            group.addTask { [largestOutput] in .output(await Self.whole(running.standardOutput, limit: largestOutput)) }
            group.addTask { [largestErrors] in .errors(await Self.end(of: running.standardError, limit: largestErrors))
            }
            group.addTask { [timeout] in
                do { try await Task.sleep(for: timeout) } catch { return .idle }
                return .stop(.timedOut)
            }
            group.addTask {
                for await _ in stops { return .stop(.cancelled) }
                return .idle
            }
            var openStreams = 2
            var hasEnded = false
            while !hasEnded, let event = await group.next() {
                var reason: Failure?
                switch event {
                case .output(let bytes):
                    output.bytes = bytes ?? []
                    if bytes == nil { reason = .tooMuchOutput }
                    openStreams -= 1
                case .errors(let bytes):
                    output.errors = bytes
                    openStreams -= 1
                case .ended: hasEnded = true
                case .stop(let why): reason = why
                case .idle: continue
                }
                if let reason, failure == nil {
                    failure = reason
                    await end(running)
                }
                // A program may close its streams and go on; only its end is the end.
                if openStreams == 0 {
                    openStreams = -1
                    group.addTask { await Self.waitForEnd(of: running, atMost: .seconds(86400)) ? .ended : .idle }
                }
            }
            group.cancelAll()
        }
        return (output, failure)
    }

    /// The program is not reaped before its supervision is over, so its number is nobody else's until then.
    private func end(_ running: Running) async {
        Self.send(.terminate, to: running)
        _ = await Self.waitForEnd(of: running, atMost: patience)
        // What the program has started may have heard nothing, or not listened.
        Self.send(.kill, to: running)
    }

    private static func send(_ signal: Signal, to running: Running) {
        do throws(SubprocessError) {
            try running.send(signal: signal, toProcessGroup: true)
        } catch {
            // Nobody is left to hear it.
            return
        }
    }

    /// - Returns: whether it has ended, at the latest when the time is over or the task is cancelled.
    private static func waitForEnd(of running: Running, atMost limit: Duration) async -> Bool {
        let end = ContinuousClock.now + limit
        var pause = Duration.milliseconds(1)
        while !hasEnded(running.processIdentifier.value) {
            guard ContinuousClock.now < end else { return false }
            do { try await Task.sleep(for: pause) } catch { return false }
            pause = min(pause * 2, .milliseconds(50))
        }
        return true
    }

    /// Looks without reaping.
    private static func hasEnded(_ process: pid_t) -> Bool {
        var info = siginfo_t()
        let answer = waitid(P_PID, id_t(process), &info, WEXITED | WNOHANG | WNOWAIT)
        // Without an end the call succeeds as well, and says nothing.
        return answer != 0 || info.si_signo == SIGCHLD
    }

    // MARK: Streams

    /// Everything up to the end of the stream; nothing where that is more than `limit` bytes.
    private static func whole(_ stream: SubprocessOutputSequence, limit: Int) async -> [UInt8]? {
        var bytes: [UInt8] = []
        do {
            for try await piece in stream {
                guard bytes.count + piece.count <= limit else { return nil }
                piece.withUnsafeBytes { bytes.append(contentsOf: $0) }
            }
        } catch {
            // A stream that breaks has ended: what came is judged as it is.
            return bytes
        }
        return bytes
    }

    /// The last `limit` bytes of the stream.
    private static func end(of stream: SubprocessOutputSequence, limit: Int) async -> [UInt8] {
        var bytes: [UInt8] = []
        do {
            for try await piece in stream {
                piece.withUnsafeBytes { bytes.append(contentsOf: $0) }
                if bytes.count > 2 * limit { bytes.removeFirst(bytes.count - limit) }
            }
        } catch {
            return Array(bytes.suffix(limit))
        }
        return Array(bytes.suffix(limit))
    }
}
