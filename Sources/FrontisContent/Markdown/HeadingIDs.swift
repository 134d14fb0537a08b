/// Gives headings ids that are unique on the page and stay the same while the text above them changes in
/// other ways: `fares`, `fares-1`, `fares-2`.
struct HeadingIDs {
    private var used: Set<String> = []
    /// The last number that was tried for a text: those below it are taken for good.
    private var numbers: [String: Int] = [:]

    mutating func next(for wanted: String) -> String {
        let base = wanted.isEmpty ? "section" : wanted
        var id = base
        var number = numbers[base, default: 0]
        if number > 0 { id = "\(base)-\(number)" }
        while !used.insert(id).inserted {
            number += 1
            id = "\(base)-\(number)"
        }
        numbers[base] = number
        return id
    }
}
