import ArgumentParser
import Dispatch
import Foundation

/// Ctrl-C while money is spent: the first one ends the work in good order, the second one at once.
enum Interruption {
    /// What a shell reports of a program that SIGINT ended.
    static let status: Int32 = 130

    /// Does `work` in a task that Ctrl-C cancels. It asks for nothing more then, and keeps what arrives within the
    /// next seconds.
    ///
    /// - Throws: the exit status 130 after an interruption, once it has been said what became of the work.
    static func watch<Result: Sendable>(
        _ terminal: Terminal, _ work: @escaping @Sendable () async -> Result
    ) async throws -> Result {
        let task = Task { await work() }
        // The source hears of the signal all the same; the default action would end the program first.
        signal(SIGINT, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
        source.setEventHandler {
            if task.isCancelled { _exit(status) }
            task.cancel()
        }
        source.resume()
        let result = await task.value
        source.cancel()
        guard task.isCancelled else { return result }
        terminal.note("interrupted: what was made is kept, the next build goes on from there\n")
        throw ExitCode(status)
    }
}
