/// Says what a picture shows: "Waves under a low sun in teal, blue and cream."
struct PatternSentence: Sendable {
    let subject: LocalizedText
    /// The colours that cover most or catch the eye, each once, the most important first.
    let colors: [ColorName]

    func text(in language: LocalizedText.Language) -> String {
        let names = colors.map { $0.text[language] }
        let list: String
        if let last = names.last, names.count > 1 {
            list = names.dropLast().joined(separator: ", ") + " \(Self.and[language]) " + last
        } else {
            list = names.joined()
        }
        return "\(subject[language]) \(Self.preposition[language]) \(list)."
    }

    private static let and = LocalizedText(en: "and", de: "und", es: "y", fr: "et", pt: "e", it: "e", nl: "en")
    private static let preposition = LocalizedText(
        en: "in", de: "in", es: "en", fr: "en", pt: "em", it: "in", nl: "in")
}
