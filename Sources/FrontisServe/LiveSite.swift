import Foundation
import FrontisBuild
import Synchronization

/// The site as browsers see it while its author works on it: what is served, what has changed, and who is to be told.
final class LiveSite: Sendable {
    /// What a browser is told.
    struct News: Sendable, Encodable, Equatable {
        /// Of this run of the server: numbers of another one say nothing.
        var run: String
        /// Of the output: each one that is another has a number of its own.
        var number: Int
        /// The number after which all that is named here has happened.
        var since: Int
        /// Whether too much has changed to say what.
        var isAll = false
        /// Paths of files that have changed.
        var changed: [String] = []
        /// HTML; nothing where all is well.
        var problems: String?
        /// By path of a page: why nobody but its author sees it yet.
        var unpublished: [String: String] = [:]
    }

    /// What is sent to a browser that listens.
    enum Message: Sendable {
        case news(News)
        /// Nothing: one that nobody reads any more is found out by writing to it.
        case beat
    }

    private struct State {
        var output: ServedOutput?
        var number = 0
        /// What each of the latest numbers has changed, the last one at the end; nothing where that is too much.
        var changes: [Set<String>?] = []
        var problems: String?
        var unpublished: [String: String] = [:]
        var listeners: [Int: AsyncStream<Message>.Continuation] = [:]
        var nextListener = 0
        var hasEnded = false
    }

    let run: String
    private let state = Mutex(State())
    /// Numbers whose changes are known.
    private static let memory = 200
    /// Files that a browser is told by name.
    private static let mostNames = 500

    init(run: String) { self.run = run }

    /// What is served now, with its number; nothing before the first build that came to its end.
    var current: (output: ServedOutput?, number: Int, problems: String?) {
        state.withLock { ($0.output, $0.number, $0.problems) }
    }

    /// - Parameters:
    ///   - output: as it is now.
    ///   - changed: paths of files that are others, or gone.
    func show(_ output: ServedOutput, changed: Set<String>, problems: String?, unpublished: [String: String]) {
        tell { state in
            let isFirst = state.output == nil
            state.output = output
            (state.problems, state.unpublished) = (problems, unpublished)
            guard isFirst || !changed.isEmpty else { return [] }
            state.number += 1
            state.changes.append(isFirst || changed.count > Self.mostNames ? nil : changed)
            state.changes.removeFirst(max(0, state.changes.count - Self.memory))
            return state.changes.last ?? nil
        }
    }

    /// The output stays as it was.
    func show(problems: String) {
        tell { state in
            state.problems = problems
            return []
        }
    }

    /// - Parameter change: what is done, and the files that are others for it; nothing where all may be.
    private func tell(_ change: (inout State) -> Set<String>?) {
        let (news, listeners) = state.withLock { state -> (News, [AsyncStream<Message>.Continuation]) in
            let before = self.news(of: state, [], since: state.number)
            let changed = change(&state)
            let news = self.news(of: state, changed, since: before.number)
            // Most builds of a site that is being written change nothing that anybody sees.
            return (news, news == before ? [] : Array(state.listeners.values))
        }
        for listener in listeners { listener.yield(.news(news)) }
    }

    private func news(of state: State, _ changed: Set<String>?, since number: Int) -> News {
        News(
            run: run, number: state.number, since: number, isAll: changed == nil, changed: (changed ?? []).sorted(),
            problems: state.problems, unpublished: state.unpublished)
    }

    // MARK: Listening

    /// News from now on; the first one says what has happened since the browser's page was made.
    ///
    /// - Parameters:
    ///   - run: that of the page.
    ///   - number: that of the page.
    func listen(since number: Int?, of run: String?) -> AsyncStream<Message> {
        AsyncStream(bufferingPolicy: .bufferingNewest(64)) { continuation in
            let key = state.withLock { state -> Int? in
                let known = run == self.run ? number : nil
                let news = self.news(of: state, changes(in: state, since: known), since: known ?? state.number)
                continuation.yield(.news(news))
                guard !state.hasEnded else { return nil }
                state.nextListener += 1
                state.listeners[state.nextListener] = continuation
                return state.nextListener
            }
            guard let key else { return continuation.finish() }
            continuation.onTermination = { [weak self] _ in
                self?.state.withLock { _ = $0.listeners.removeValue(forKey: key) }
            }
        }
    }

    private func changes(in state: State, since number: Int?) -> Set<String>? {
        guard let number, (0...state.number).contains(number) else { return nil }
        let missed = state.number - number
        guard missed <= state.changes.count else { return nil }
        return state.changes.suffix(missed).reduce(into: Set()) { all, changed in
            if let changed { all?.formUnion(changed) } else { all = nil }
        }
    }

    /// To be called every few seconds.
    func beat() {
        for listener in state.withLock({ Array($0.listeners.values) }) { listener.yield(.beat) }
    }

    /// Browsers that listen.
    var listenerCount: Int { state.withLock { $0.listeners.count } }

    /// Nobody is told anything any more.
    func end() {
        let listeners = state.withLock { state in
            state.hasEnded = true
            defer { state.listeners = [:] }
            return Array(state.listeners.values)
        }
        for listener in listeners { listener.finish() }
    }
}
