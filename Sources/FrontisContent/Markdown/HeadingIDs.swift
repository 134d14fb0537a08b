/// Gives headings ids that are unique on the page and stay the same while the text above them changes in
/// other ways: `fares`, `fares-1`, `fares-2`.
struct HeadingIDs {
    private var used: Set<String> = []

    mutating func next(for wanted: String) -> String {
        let base = wanted.isEmpty ? "section" : wanted
        var id = base
        var number = 0
        while !used.insert(id).inserted {
            number += 1
            id = "\(base)-\(number)"
        }
        return id
    }
}
