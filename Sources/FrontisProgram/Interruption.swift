import ArgumentParser
import Dispatch
import Foundation
import Synchronization

/// Being told to end while money is spent: the first signal ends the work in good order, the second one at once.
enum Interruption {
    /// Ctrl-C, `kill` and `docker stop`, a terminal that has been closed.
    private static let signals = [SIGINT, SIGTERM, SIGHUP]

    /// What a shell reports of a program that the signal ended: 130, 143, 129.
    private static func status(_ signal: Int32) -> Int32 { 128 + signal }

    /// Does `work` in a task that these signals cancel. It asks for nothing more then, and keeps what arrives within
    /// the next seconds. A signal that is ignored already, as SIGHUP under `nohup`, stays ignored.
    ///
    /// - Parameters:
    ///   - words: what is said then; nothing where the work had no end of its own.
    ///   - grace: how long it may take to its end, where nothing can be lost; nothing for as long as it takes.
    /// - Throws: the exit status after an interruption, once it has been said what became of the work.
    static func watch<Result: Sendable>(
        _ terminal: Terminal,
        saying words: String? = "interrupted: what was made is kept, the next build goes on from there",
        within grace: DispatchTimeInterval? = nil,
        _ work: @escaping @Sendable () async -> Result
    ) async throws -> Result {
        let arrival = Arrival()
        // A source hears of its signal all the same; the default action would end the program first.
        let heard = signals.filter { isIgnored(signal($0, SIG_IGN)) == false }
        let sources = heard.map { number in
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                if !arrival.note(number) { _exit(status(number)) }
            }
            source.resume()
            return source
        }
        let task = Task { await work() }
        arrival.onFirst { number in
            task.cancel()
            guard let grace else { return }
            DispatchQueue.global().asyncAfter(deadline: .now() + grace) { _exit(status(number)) }
        }
        let result = await task.value
        for source in sources { source.cancel() }
        for ended in heard { signal(ended, SIG_DFL) }
        guard let first = arrival.first else { return result }
        if let words { terminal.note(words + "\n") }
        throw ExitCode(status(first))
    }

    private static func isIgnored(_ handler: __sighandler_t?) -> Bool {
        unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    }
}

/// The first signal that came, and what is to be done about it.
private final class Arrival: Sendable {
    private struct State {
        var first: Int32?
        var action: (@Sendable (Int32) -> Void)?
    }

    private let state = Mutex(State())

    var first: Int32? { state.withLock { $0.first } }

    /// - Returns: whether it is the first.
    func note(_ signal: Int32) -> Bool {
        let (isFirst, action) = state.withLock { state in
            let isFirst = state.first == nil
            if isFirst { state.first = signal }
            return (isFirst, isFirst ? state.action : nil)
        }
        action?(signal)
        return isFirst
    }

    /// Is done at once where a signal has come already.
    func onFirst(_ action: @escaping @Sendable (Int32) -> Void) {
        let first = state.withLock { state in
            state.action = action
            return state.first
        }
        if let first { action(first) }
    }
}
