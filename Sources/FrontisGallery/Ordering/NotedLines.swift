import FrontisStore
import Synchronization

/// Lines of the history that were written while pictures arrived, on several threads.
final class NotedLines: Sendable {
    private let noted = Mutex<Set<ChoiceHistory.Line>>([])

    func add(_ line: ChoiceHistory.Line) { noted.withLock { _ = $0.insert(line) } }

    var lines: Set<ChoiceHistory.Line> { noted.withLock { $0 } }
}
