/// A phrase in every language that pattern art describes itself in. A language that is missing does not compile.
struct LocalizedText: Sendable {
    private let texts: [Language: String]

    /// BCP 47 primary subtags.
    enum Language: String, CaseIterable, Sendable {
        case en, de, es, fr, pt, it, nl

        /// The language of a tag such as `pt-BR` or `DE_at`; English for one that is not spoken here.
        init(tag: String) {
            let subtag = tag.prefix { $0 != "-" && $0 != "_" }.lowercased()
            self = Language(rawValue: subtag) ?? .en
        }
    }

    init(en: String, de: String, es: String, fr: String, pt: String, it: String, nl: String) {
        texts = [.en: en, .de: de, .es: es, .fr: fr, .pt: pt, .it: it, .nl: nl]
    }

    subscript(language: Language) -> String { texts[language] ?? "" }
}
