/// The value of a `srcset`: addresses that a browser chooses from, each with what tells it apart.
package struct SourceSet: Sendable {
    package struct Candidate: Sendable {
        package var address: String
        /// `2x` or `640w`; may be empty.
        package var descriptor: String
    }

    package var candidates: [Candidate] = []

    /// By the rules of the HTML standard: a comma ends an address only where white space follows or it is the last, so
    /// that addresses may hold commas.
    package init(_ text: String) {
        var rest = text[...]
        func isSpace(_ character: Character) -> Bool { character.isWhitespace }
        while true {
            rest = rest.drop { isSpace($0) || $0 == "," }
            let written = rest.prefix { !isSpace($0) }
            guard !written.isEmpty else { return }
            rest = rest[written.endIndex...]
            var address = written
            while address.last == "," { address.removeLast() }
            var descriptor: Substring = ""
            if address.endIndex == written.endIndex {
                descriptor = rest.prefix { $0 != "," }
                rest = rest[descriptor.endIndex...]
            }
            candidates.append(
                Candidate(
                    address: String(address),
                    descriptor: descriptor.split(whereSeparator: isSpace).joined(separator: " ")))
        }
    }

    package var text: String {
        candidates.map { $0.descriptor.isEmpty ? $0.address : "\($0.address) \($0.descriptor)" }.joined(separator: ", ")
    }
}
