/// "Did you mean": the candidate nearest to what was written, if one is near enough to be worth saying.
package enum Suggestion {
    /// A longer word is no slip of the pen, and comparing two of them takes the product of their lengths.
    private static let longest = 200

    /// - Parameter limit: how many letters may differ; nothing: a third of them.
    package static func nearest(
        to written: String, among candidates: some Sequence<String>, within limit: Int? = nil
    ) -> String? {
        guard let target = Word(written) else { return nil }
        return nearest(to: target, among: candidates.lazy.compactMap(Word.init), within: limit)
    }

    /// `; did you mean 'x'?`, or nothing.
    package static func clause(for written: String, among candidates: some Sequence<String>) -> String {
        nearest(to: written, among: candidates).map(clause) ?? ""
    }

    package static func clause(_ meant: String) -> String { "; did you mean '\(meant)'?" }

    /// A word made ready to be compared, for whoever asks for many among the same candidates.
    package struct Word: Sendable {
        fileprivate let text: String
        /// In lower case.
        fileprivate let scalars: [Unicode.Scalar]
        /// How often it has which letters, roughly.
        fileprivate let letters: SIMD32<Int16>

        /// Nothing for a word that is too long.
        package init?(_ text: String) {
            guard text.utf8.count <= longest else { return nil }
            self.text = text
            scalars = Array(text.lowercased().unicodeScalars)
            var letters = SIMD32<Int16>()
            for scalar in scalars { letters[Int(scalar.value % 32)] += 1 }
            self.letters = letters
        }

        /// The distance is no less than this: each step changes the number of one letter, or exchanges one for another.
        fileprivate func leastDistance(to other: Word) -> Int {
            let difference = letters &- other.letters
            let missing = difference.replacing(with: 0, where: difference .< 0).wrappedSum()
            let surplus = (0 &- difference).replacing(with: 0, where: difference .> 0).wrappedSum()
            return Int(max(missing, surplus))
        }
    }

    package static func nearest(
        to target: Word, among candidates: some Sequence<Word>, within limit: Int? = nil
    ) -> String? {
        var limit = limit ?? max(1, target.scalars.count / 3)
        var best: (distance: Int, candidate: String)?
        for candidate in candidates where target.leastDistance(to: candidate) <= limit {
            let distance = editDistance(target.scalars, candidate.scalars)
            guard distance <= limit else { continue }
            if let found = best, (found.distance, found.candidate) <= (distance, candidate.text) { continue }
            best = (distance, candidate.text)
            limit = distance
        }
        return best?.candidate
    }

    /// Levenshtein's distance with transposed neighbours counted once (optimal string alignment).
    private static func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
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
