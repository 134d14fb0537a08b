import FrontisContent
import FrontisCore

/// What a page is found by, as one text that is kept with the page: each word with how much it says of the page.
struct SearchRecord {
    /// How often a word counts that stands in a part of the page.
    private enum Part: Int {
        case title = 10
        case term = 5
        case heading = 3
        case text = 1
    }

    /// `A` for a word that stands in a long text once, `P` for one that the page is about.
    static let levels: ClosedRange<UInt8> = UInt8(ascii: "A")...UInt8(ascii: "P")

    /// Words and levels, `lightA trainF `, sorted.
    let text: String

    init(_ page: Page) {
        var counts: [String: Int] = [:]
        var length = 0
        func add(_ text: String, _ part: Part) {
            SearchWords.words(of: text.utf8) { counts[$0, default: 0] += part.rawValue }
        }
        add(page.title, .title)
        for word in page.head.terms.values.flatMap({ $0 }) { add(word.value, .term) }
        add(page.description ?? "", .heading)
        for heading in page.body.headings { add(heading.text, .heading) }
        SearchWords.words(of: PlainText.of(html: page.body.html)) {
            counts[$0, default: 0] += Part.text.rawValue
            length += 1
        }
        // As BM25 has it: the more often the more, though less with every time, and less in a long text. The length that
        // it compares with is a usual post's, so that a page says the same whatever others are there.
        let dampening = 1.2 * (0.25 + 0.75 * Double(length) / 600)
        let steps = Double(Self.levels.count)
        text = counts.sorted { $0.key < $1.key }.map { word, count in
            let weight = Double(count) / (Double(count) + dampening)
            let level = Self.levels.lowerBound + UInt8(min(steps - 1, weight * steps))
            return word + String(Unicode.Scalar(level)) + " "
        }.joined()
    }
}
