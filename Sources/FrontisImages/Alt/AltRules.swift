package import FrontisCore
import FrontisText

/// What is wrong with an alt text, as far as that can be told without looking at the picture. Pure; the same for
/// people's and for models' texts.
package struct AltRules: Sendable {
    /// What stands around a text.
    package struct Context: Sendable {
        /// BCP 47, the language of the text.
        package var language: String
        package var title: String
        /// The author's own words, and what was sent after style and title were filled in.
        package var prompts: [String]
        /// With its extension, without folders.
        package var fileName: String?
        package var caption: String?

        package init(
            language: String, title: String = "", prompts: [String] = [], fileName: String? = nil,
            caption: String? = nil
        ) {
            self.language = language
            self.title = title
            self.prompts = prompts
            self.fileName = fileName
            self.caption = caption
        }

        package init(_ place: DescribedPlace, language: String, fileName: String? = nil) {
            self.init(
                language: language, title: place.about.title, prompts: place.prompts, fileName: fileName,
                caption: place.caption)
        }
    }

    /// One broken rule.
    package struct Finding: Sendable, Hashable {
        package var id: DiagnosticID
        /// What the text does, to be put after "alt text" or "it": `begins with 'Image of'`. Quotes of the text in
        /// it are short and on one line.
        package var words: String
        package var help: String

        init(_ id: DiagnosticID, _ words: String, _ help: String) {
            self.id = id
            self.words = words
            self.help = help
        }
    }

    /// Characters, `alt.max-length`.
    package var maxLength: Int

    package init(maxLength: Int) {
        self.maxLength = maxLength
    }

    /// Each broken rule once. An empty text breaks none: whether it may be empty is another question.
    package func findings(in text: String, _ context: Context) -> [Finding] {
        let line = Recipe.normalized(text)
        guard !line.isEmpty else { return [] }
        // An apology is no description, so that its style is beside the point.
        if let refusal = refusal(line, context) { return [refusal] }
        return [
            prefix(line, context), length(line), repetition(line, context), markup(line), controlCharacter(text),
            cut(line, context),
        ].compactMap { $0 }
    }

    // MARK: Beginnings

    private func prefix(_ text: String, _ context: Context) -> Finding? {
        guard let beginning = Self.beginning(text, language: context.language) else { return nil }
        return Finding(
            .altPrefix, "begins with '\(Self.quoted(beginning))'",
            "begin with what is seen: that it is a picture is said by every screen reader")
    }

    private static func beginning(_ text: String, language: String) -> String? {
        let words = AltWords(text, limit: 10)
        for phrases in AltPhrases.candidates(for: language) {
            if let sign = sign(of: phrases.openingSigns, text) { return String(sign) }
            for opening in phrases.openings where words.has(opening, at: 0) {
                return String(text[words.range(at: 0, count: opening.count)])
            }
            // Two articles at most: "den här bilden".
            var position = 0
            while position < 2, position < words.words.count,
                phrases.articles.contains(words.words[position].folded)
            { position += 1 }
            guard position < words.words.count else { continue }
            let noun = words.words[position]
            guard phrases.nouns.contains(noun.folded) else { continue }
            if let link = phrases.links.first(where: { words.has($0, at: position + 1) }) {
                return String(text[words.range(at: 0, count: position + 1 + link.count)])
            }
            if isLabel(text, endingAt: noun.range.upperBound) { return "\(text[..<noun.range.upperBound]):" }
            if phrases.bareNouns.contains(noun.folded), position + 1 < words.words.count {
                return String(text[words.range(at: 0, count: position + 1)])
            }
        }
        for label in AltPhrases.labels where words.has(label, at: 0) {
            let range = words.range(at: 0, count: label.count)
            if isLabel(text, endingAt: range.upperBound) { return "\(text[range]):" }
        }
        return nil
    }

    private static func isLabel(_ text: String, endingAt end: String.Index) -> Bool {
        let next = text[end...].first { $0 != " " && $0 != "\u{A0}" && $0 != "*" }
        return next == ":" || next == "："
    }

    private static func sign(of signs: [String], _ text: String) -> Substring? {
        guard !signs.isEmpty else { return nil }
        let start = text.prefix(16)
        return signs.first { start.lowercased().hasPrefix($0) }.map { text.prefix($0.count) }
    }

    // MARK: Apologies

    private func refusal(_ text: String, _ context: Context) -> Finding? {
        guard let phrase = Self.refusal(text, language: context.language) else { return nil }
        return Finding(
            .altRefusal, "is a model's excuse: '\(Self.quoted(phrase))'", "say in its place what the picture shows")
    }

    private static func refusal(_ text: String, language: String) -> Substring? {
        let words = AltWords(text)
        // What begins with a quotation that ends before the text does is what can be read in the picture.
        let quotes = "\"“„«»'‘‚「『”"
        let isReadThere =
            text.first.map(quotes.contains) == true && text.last.map { quotes.contains($0) || $0 == "’" } != true
        for phrases in AltPhrases.candidates(for: language) {
            if !isReadThere {
                if let sign = sign(of: phrases.refusalSigns, text) { return sign }
                for phrase in phrases.refusals where words.has(phrase, at: 0) {
                    return text[words.range(at: 0, count: phrase.count)]
                }
            }
            for phrase in phrases.confessions {
                for position in words.words.indices where words.has(phrase, at: position) {
                    return text[words.range(at: position, count: phrase.count)]
                }
            }
        }
        return nil
    }

    // MARK: Length and repetition

    private func length(_ text: String) -> Finding? {
        let count = text.count
        guard count > maxLength else {
            // One letter may have thousands of accents.
            guard text.utf8.count > maxLength * 32 else { return nil }
            return Finding(
                .altLength, "has \(text.utf8.count) bytes for \(count) character\(count == 1 ? "" : "s")",
                "leave out the signs that are piled up on its letters")
        }
        return Finding(
            .altLength, "has \(count) characters, \(count - maxLength) more than alt.max-length allows",
            "keep to what matters in the picture, or raise alt.max-length from \(maxLength)")
    }

    private func repetition(_ text: String, _ context: Context) -> Finding? {
        let said = Self.compared(text)
        guard !said.isEmpty else { return nil }
        let stem = context.fileName.map { name in
            name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
        }
        let others: [(name: String, text: String?)] =
            [("the page's title", context.title)] + context.prompts.map { ("the prompt", $0) } + [
                ("the picture's file name", context.fileName), ("the picture's file name", stem),
                ("the caption", context.caption),
            ]
        guard let other = others.first(where: { $0.text.map(Self.compared) == said }) else { return nil }
        return Finding(
            .altRepeats, "only repeats \(other.name)",
            other.name == "the prompt"
                ? "say what the picture shows, not what it was meant to show"
                : "say what is seen: whoever hears the page hears the same words twice")
    }

    /// Letters and digits in lower case: what is left when case, punctuation and white space do not count.
    static func compared(_ text: String) -> String {
        String(text.lowercased().filter { $0.isLetter || $0.isNumber })
    }

    // MARK: Characters

    /// A tab and white space at the ends are folded away; a line break inside is, too, but says that something
    /// else than a sentence has been written.
    private func controlCharacter(_ text: String) -> Finding? {
        var inner = text.drop(while: \.isWhitespace)
        while inner.last?.isWhitespace == true { inner.removeLast() }
        guard
            let scalar = inner.unicodeScalars.first(where: { scalar in
                switch scalar.properties.generalCategory {
                case .control: scalar != "\t"
                case .lineSeparator, .paragraphSeparator: true
                // They turn the text around them, and what comes after it.
                case .format: scalar == "\u{202D}" || scalar == "\u{202E}"
                default: false
                }
            })
        else { return nil }
        let isBreak = ["\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}"].contains(scalar)
        let number = String(scalar.value, radix: 16, uppercase: true)
        let name = "U+" + String(repeating: "0", count: max(0, 4 - number.count)) + number
        return Finding(
            .altControlCharacter, isBreak ? "has a line break in it" : "has the control character \(name) in it",
            "write it as one line of plain text")
    }

    /// At most 40 characters, on one line.
    static func quoted(_ text: some StringProtocol) -> String {
        UntrustedText.cut(UntrustedText.line(String(text), without: .controls), to: 40)
    }
}
