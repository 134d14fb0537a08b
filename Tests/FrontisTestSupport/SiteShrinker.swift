/// Makes a failure small: of two states of a site, of which the second is wrong when it is built after the first, files are
/// left out and edits taken back as long as it stays wrong.
package struct SiteShrinker: Sendable {
    package typealias Files = [String: String]

    private let fails: @Sendable (_ first: Files, _ second: Files) async throws -> Bool

    package init(fails: @escaping @Sendable (_ first: Files, _ second: Files) async throws -> Bool) { self.fails = fails }

    /// - Returns: nothing where the second state is right behind the first: then it takes more than two.
    package func shrunk(_ first: Files, _ second: Files) async throws -> (first: Files, second: Files)? {
        guard try await fails(first, second) else { return nil }
        var (first, second) = (first, second)
        // First the edits, as each that goes makes what is left easier to read, then the files that are the same in both.
        for path in Set(first.keys).union(second.keys).sorted() where first[path] != second[path] {
            var other = second
            other[path] = first[path]
            if try await fails(first, other) { second = other }
        }
        for path in Set(first.keys).union(second.keys).sorted() {
            var (one, other) = (first, second)
            (one[path], other[path]) = (nil, nil)
            if try await fails(one, other) { (first, second) = (one, other) }
        }
        return (first, second)
    }

    /// For whoever reads that a test has failed.
    package static func text(_ first: Files, _ second: Files) -> String {
        Set(first.keys).union(second.keys).sorted().map { path in
            switch (first[path], second[path]) {
            case (let text?, let other?) where text == other: "-- \(path) --\n\(text)"
            case (let text?, let other?): "-- \(path), then another --\n\(text)-- then --\n\(other)"
            case (let text?, nil): "-- \(path), then none --\n\(text)"
            case (nil, let other): "-- \(path), new --\n\(other ?? "")"
            }
        }.joined(separator: "\n")
    }
}
