import FrontisGallery
import Foundation
import FrontisBuild
import Synchronization

extension Terminal {
    /// Does work that takes time and may cost money: with a progress line, and ended in good order by a signal.
    ///
    /// - Throws: the exit status after an interruption.
    func perform<Result: Sendable>(
        _ work: @escaping @Sendable (@escaping @Sendable (RunProgress) -> Void) async -> Result
    ) async throws -> Result {
        try await Interruption.watch(self) { await drawing(work) }
    }

    /// Does work with a progress line.
    func drawing<Result: Sendable>(
        _ work: @escaping @Sendable (@escaping @Sendable (RunProgress) -> Void) async -> Result
    ) async -> Result {
        let line = ProgressLine(terminal: self)
        let drawing = Task { await line.run() }
        let result = await work(line.update)
        drawing.cancel()
        // The line is gone before anything else is printed.
        await drawing.value
        return result
    }
}

/// One line on the terminal for work that takes longer than a second: how much, what just now, for how long.
final class ProgressLine: Sendable {
    private struct State {
        var progress = ProgressText()
        var isShown = false
    }

    private let state = Mutex(State())
    private let terminal: Terminal
    private let start = ContinuousClock.now

    init(terminal: Terminal) {
        self.terminal = terminal
    }

    func update(_ progress: RunProgress) {
        state.withLock { $0.progress.note(progress) }
    }

    /// Draws the line four times a second until it is cancelled, then takes it away.
    func run() async {
        guard terminal.showsProgress else { return }
        while !Task.isCancelled {
            do {
                try await Task.sleep(for: .milliseconds(250))
            } catch {
                break
            }
            draw()
        }
        if state.withLock({ $0.isShown }) { terminal.note("\r\u{1B}[K") }
    }

    private func draw() {
        let elapsed = ContinuousClock.now - start
        guard elapsed > .seconds(1) else { return }
        let text = state.withLock { state -> String in
            state.isShown = true
            return state.progress.text
        }
        let line = "\(text) (\(elapsed.components.seconds) s)"
        terminal.note("\r\u{1B}[K" + String(Terminal.harmless(line).prefix(Self.width)))
    }

    private static var width: Int {
        var size = winsize()
        guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 10 else { return 79 }
        return Int(size.ws_col) - 1
    }
}
