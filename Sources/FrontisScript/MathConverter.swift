package import FrontisCore
import Synchronization

/// Makes MathML of TeX, by KaTeX. What comes out is the same everywhere, whatever is installed.
package struct MathConverter: Sendable {
    /// Another text where the same formula would be written in another way: part of the name of what is kept.
    package static let version = "katex 0.16.4, 1"

    /// Processor time for one formula.
    private static let seconds = 2.0

    /// One is used by one thread at a time.
    private final class Place: Sendable {
        let engine = Mutex<MathEngine?>(nil)
    }

    private let places: [Place]

    /// - Parameter jobs: how many threads convert at once.
    package init(jobs: Int) { places = (0..<max(1, jobs)).map { _ in Place() } }

    /// - Parameter tex: without the signs round it.
    package func mathML(of tex: String, isDisplay: Bool) -> MathMarkup {
        for place in places {
            if let found = place.engine.withLockIfAvailable({ Self.converted(tex, isDisplay, by: &$0) }) {
                return found
            }
        }
        return places[0].engine.withLock { Self.converted(tex, isDisplay, by: &$0) }
    }

    private static func converted(_ tex: String, _ isDisplay: Bool, by engine: inout MathEngine?) -> MathMarkup {
        if engine == nil { engine = MathEngine() }
        guard let answer = engine?.mathML(of: tex, isDisplay: isDisplay, seconds: seconds) ?? nil else {
            // What failed has left something half done.
            engine = nil
            return .unreadable("it takes too long to read")
        }
        guard answer.first == MathEngine.failure else { return .mathML(answer) }
        return .unreadable(String(answer.dropFirst()))
    }
}
