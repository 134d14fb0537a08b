import Foundation

/// Words that lead to topics: English, and the obvious ones of German, Spanish, French, Portuguese, Italian and
/// Dutch. Whole words, compared without case and accents, plurals in -s and -es included. A word that means
/// something else in another of these languages is left out.
enum Lexicon {
    /// The topics of a word that is already folded.
    static func topics(of word: String) -> [Topic] {
        forms(of: word).lazy.compactMap { index[$0] }.first ?? []
    }

    /// A word, and what it may be the plural of.
    static func forms(of word: String) -> [String] {
        [word]
            + [("ies", "y"), ("es", ""), ("s", "")].compactMap { ending, replacement in
                guard word.hasSuffix(ending), word.count - ending.count + replacement.count > 2 else { return nil }
                return word.dropLast(ending.count) + replacement
            }
    }

    /// The words of a list, folded.
    static func words(_ list: String) -> Set<String> {
        Set(list.split(whereSeparator: \.isWhitespace).map { folded(String($0)) })
    }

    /// Without case and accents: `Été` is `ete`, `ß` is `ss`.
    static func folded(_ text: String) -> String {
        text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
            .replacingOccurrences(of: "ß", with: "ss").lowercased()
    }

    private static let index: [String: [Topic]] = {
        var index: [String: [Topic]] = [:]
        for (topic, words) in SceneWords.entries + SubjectWords.entries {
            for word in words.split(whereSeparator: \.isWhitespace) {
                let folded = folded(String(word))
                if index[folded]?.contains(topic) != true { index[folded, default: []].append(topic) }
            }
        }
        return index
    }()
}
