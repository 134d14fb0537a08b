/// A text's words as the alt rules compare them: lower case, without what stands between them.
///
/// An apostrophe ends a word and belongs to it, so that `l'image d'un chat` is five words, as in French grammar.
struct AltWords {
    struct Word {
        var folded: String
        var range: Range<String.Index>
    }

    var words: [Word] = []

    /// - Parameter limit: how many words to read; rules about a text's beginning need few.
    init(_ text: String, limit: Int = .max) {
        var start: String.Index?
        var index = text.startIndex
        while index < text.endIndex, words.count < limit {
            let character = text[index]
            let next = text.index(after: index)
            if character.isLetter || character.isNumber {
                start = start ?? index
            } else if let begun = start {
                let isApostrophe = character == "'" || character == "’"
                add(text, begun..<(isApostrophe ? next : index))
                start = nil
            }
            index = next
        }
        if let start, words.count < limit { add(text, start..<text.endIndex) }
    }

    private mutating func add(_ text: String, _ range: Range<String.Index>) {
        words.append(Word(folded: text[range].lowercased().replacing("’", with: "'"), range: range))
    }

    var folded: [String] { words.map(\.folded) }

    /// Whether `phrase` stands at word number `position`.
    func has(_ phrase: [String], at position: Int) -> Bool {
        guard position >= 0, position + phrase.count <= words.count else { return false }
        return zip(phrase, words[position...]).allSatisfy { $0 == $1.folded }
    }

    /// Where a phrase of `count` words at `position` is in the text.
    func range(at position: Int, count: Int) -> Range<String.Index> {
        words[position].range.lowerBound..<words[position + count - 1].range.upperBound
    }
}
