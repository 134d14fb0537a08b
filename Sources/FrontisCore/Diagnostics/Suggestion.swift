/// "Did you mean": the candidate nearest to what was written, if one is near enough to be worth saying.
package enum Suggestion {
    /// A longer word is no slip of the pen, and comparing two of them takes the product of their lengths.
    private static let longest = 200

    /// - Parameter limit: how many letters may differ; nothing: a third of them.
    package static func nearest(
        to written: String, among candidates: some Sequence<String>, within limit: Int? = nil
    ) -> String? {
        guard written.utf8.count <= longest else { return nil }
        let target = Array(written.lowercased())
        let limit = limit ?? max(1, target.count / 3)
        var best: (distance: Int, candidate: String)?
        for candidate in candidates where candidate.utf8.count <= longest {
            let distance = editDistance(target, Array(candidate.lowercased()))
            guard distance <= limit else { continue }
            if let found = best, (found.distance, found.candidate) <= (distance, candidate) { continue }
            best = (distance, candidate)
        }
        return best?.candidate
    }

    /// `; did you mean 'x'?`, or nothing.
    package static func clause(for written: String, among candidates: some Sequence<String>) -> String {
        nearest(to: written, among: candidates).map { "; did you mean '\($0)'?" } ?? ""
    }

    /// Levenshtein's distance with transposed neighbours counted once (optimal string alignment).
    private static func editDistance(_ left: [Character], _ right: [Character]) -> Int {
        if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
        var beforePrevious = [Int](repeating: 0, count: right.count + 1)
        var previous = Array(0...right.count)
        for row in 1...left.count {
            var current = [row] + [Int](repeating: 0, count: right.count)
            for column in 1...right.count {
                let cost = left[row - 1] == right[column - 1] ? 0 : 1
                current[column] = min(previous[column] + 1, current[column - 1] + 1, previous[column - 1] + cost)
                if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
                    current[column] = min(current[column], beforePrevious[column - 2] + 1)
                }
            }
            beforePrevious = previous
            previous = current
        }
        return previous[right.count]
    }
}
