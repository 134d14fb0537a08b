package import FrontisCore

/// What a model's answer has to be before it is taken for a prompt, and what is made good without asking again.
///
/// A prompt stands in lock, store and plan and is sent to a vendor, so it is one line of plain words, and nothing
/// in it may mean something to whoever reads it later: no markup, no address, no `{{name}}` to fill in.
package enum PromptRules {
    /// Characters. Longer prompts are cut.
    package static let longest = 1000
    /// Bytes of UTF-8: a word alone is no prompt in English, while seven characters can be one in Chinese.
    package static let shortest = 20
    /// Unicode scalars that are looked at; marks can be piled up on one character without end.
    private static let mostScalars = 4096

    /// The prompt in `answer`: on one line, without quotation marks, label and emphasis round it, cut to
    /// `maxLength` characters at the end of a sentence or a word.
    ///
    /// Throws `refused` for a no in words, and `unusable` for an answer that is empty, too short or has markup in it.
    package static func prompt(from answer: String, maxLength: Int) throws(ProviderFailure) -> String {
        let text = unwrapped(line(answer).filter { $0 != "*" && $0 != "`" }.replacing("__", with: ""))
        guard text.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) else {
            throw unusable("the written prompt is empty")
        }
        if isRefusal(text) {
            throw ProviderFailure(
                .refused, "the model would not write a prompt: \(text.prefix(200))", help: remedy, mayBeBilled: true)
        }
        if let markup = markup(in: text) { throw unusable("the written prompt has '\(markup)' in it") }
        guard text.utf8.count >= shortest else {
            throw unusable("the written prompt is too short to be one: \(text)")
        }
        return shortened(text, to: maxLength)
    }

    /// The way out wherever no prompt was written.
    package static let remedy = "write the prompt yourself: ai-image: … in the page's front matter"

    /// On one line, without characters that cannot be seen.
    package static func line(_ text: String) -> String {
        UntrustedText.line(text, without: .privateUse, most: mostScalars)
    }

    /// At most `maxLength` characters, and never more than `longest`: up to the last sentence that fits whole, else
    /// the last word.
    package static func shortened(_ text: String, to maxLength: Int) -> String {
        let limit = min(max(maxLength, shortest), longest)
        guard text.count > limit else { return text }
        let head = text.prefix(limit)
        let end = head.indices.last { index in
            guard ".!?。！？".contains(head[index]) else { return false }
            // `3.5` and `St.Gallen` end no sentence; scripts without blanks end one anywhere.
            let next = text.index(after: index)
            return next == text.endIndex || text[next] == " " || !head[index].isASCII
        }
        if let end, head.distance(from: head.startIndex, to: end) >= limit / 2 { return String(head[...end]) }
        var cut = head
        // A word without end is cut where it is: nearly nothing would be left before it.
        if text[head.endIndex] != " ", let blank = head.lastIndex(of: " "),
            head.distance(from: head.startIndex, to: blank) >= limit / 2
        {
            cut = head[..<blank]
        }
        while let last = cut.last, last == " " || ",;:–—-(".contains(last) { cut = cut.dropLast() }
        return String(cut)
    }

    // MARK: What models put round a prompt

    private static func unwrapped(_ text: String) -> String {
        var text = text
        // `"Prompt: 'A boat'"`: layer by layer, and not without end.
        for _ in 0..<4 {
            let inner = Recipe.normalized(unlabelled(unquoted(withoutMarks(text))))
            if inner == text { break }
            text = inner
        }
        return text
    }

    /// Without the signs of a Markdown heading, list or quotation before it.
    private static func withoutMarks(_ text: String) -> String {
        guard let blank = text.firstIndex(of: " ") else { return text }
        let mark = text[..<blank]
        let isMark = mark == "-" || mark == ">" || mark == "•" || mark.allSatisfy { $0 == "#" }
        return isMark ? String(text[blank...].dropFirst()) : text
    }

    /// Without `Prompt:`, or `Sure, here is a prompt for the picture:`.
    private static func unlabelled(_ text: String) -> String {
        guard text.first?.isLetter == true, let colon = text.prefix(80).firstIndex(where: { $0 == ":" || $0 == "：" })
        else { return text }
        let words = text[..<colon].lowercased().split { !($0.isLetter || $0.isNumber) }
        let labels: Set<[Substring]> = [
            ["prompt"], ["the", "prompt"], ["image", "prompt"], ["picture", "prompt"], ["final", "prompt"],
            ["bildprompt"], ["提示词"], ["プロンプト"],
        ]
        let openings: Set<Substring> = ["here", "sure", "okay", "ok", "certainly"]
        let isOpening = words.first.map(openings.contains) == true && words.contains("prompt")
        guard labels.contains(words) || isOpening else { return text }
        return String(text[colon...].dropFirst())
    }

    private static func unquoted(_ text: String) -> String {
        let pairs: [(Character, Character)] = [
            ("\"", "\""), ("'", "'"), ("“", "”"), ("„", "“"), ("„", "”"), ("‘", "’"), ("‚", "‘"), ("«", "»"),
            ("»", "«"), ("「", "」"), ("『", "』"),
        ]
        guard text.count > 2, let first = text.first, let last = text.last else { return text }
        let inner = text.dropFirst().dropLast()
        // `"A" and "B"` is not a text in quotation marks.
        guard pairs.contains(where: { $0 == (first, last) }), !inner.contains(first) else { return text }
        return String(inner)
    }

    // MARK: What is no prompt

    private static func unusable(_ message: String) -> ProviderFailure {
        ProviderFailure(.unusable, message, help: remedy, mayBeBilled: true)
    }

    private static func isRefusal(_ text: String) -> Bool {
        let start = text.prefix(60).lowercased().replacing("’", with: "'")
        return refusals.contains { start.hasPrefix($0) }
    }

    private static let refusals = [
        "i'm sorry", "i am sorry", "sorry, ", "sorry but ", "i apologize", "i cannot ", "i can't ", "i can not ",
        "i'm unable", "i am unable", "i'm not able", "i am not able", "i won't ", "i will not ", "i must decline",
        "as an ai", "unfortunately, i ", "es tut mir leid", "tut mir leid", "leider kann ich", "ich kann ",
        "ich darf ", "als ki", "lo siento", "no puedo ", "como ia", "como modelo de ", "je suis désolé", "désolé",
        "je ne peux ", "en tant qu'ia", "en tant que modèle", "desculpe", "sinto muito", "não posso ", "mi dispiace",
        "non posso ", "het spijt me", "ik kan ", "对不起", "很抱歉", "抱歉", "我无法", "我不能", "申し訳",
    ]

    /// The first piece of markup, as it stands there.
    private static func markup(in text: String) -> String? {
        let signs = ["{{", "}}", "${", "](", "![", "://", "www."]
        if let sign = signs.first(where: text.contains) { return sign }
        for (index, character) in zip(text.indices, text) {
            let rest = text[text.index(after: index)...].prefix(10)
            if character == "<", let next = rest.first, next.isLetter || "/!?".contains(next) {
                return "<\(rest.prefix { $0.isLetter || "/!?".contains($0) })"
            }
            if character == "&", let end = rest.firstIndex(of: ";") {
                let name = rest[..<end]
                if name.count > 1, name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "#") }) {
                    return "&\(name);"
                }
            }
        }
        return nil
    }
}
