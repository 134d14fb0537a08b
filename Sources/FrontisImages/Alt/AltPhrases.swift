/// What the alt rules know about a language. Phrases are split into words once.
struct AltPhrases: Sendable {
    /// That may stand before a noun: `a`, `this`.
    let articles: Set<String>
    /// Words that only say that it is a picture. A drawing, a map or a screenshot says more and is none of them.
    let nouns: Set<String>
    /// What makes a noun a useless beginning: `of`, `showing`.
    let links: [[String]]
    /// Useless beginnings that are not an article, a noun and a link.
    let openings: [[String]]
    /// Nouns that are one with any word after them, where a genitive stands for `of`.
    let bareNouns: Set<String>
    /// How a model begins when it will not describe a picture.
    let refusals: [[String]]
    /// What a model says of itself, wherever it says it.
    let confessions: [[String]]
    /// Words that no text ends with.
    let joints: Set<String>
    /// Beginnings in languages that put nothing between words.
    let openingSigns: [String]
    let refusalSigns: [String]

    init(
        articles: String = "", nouns: String = "", links: [String] = [], openings: [String] = [],
        bareNouns: String = "", refusals: [String] = [], confessions: [String] = [], joints: String = "",
        openingSigns: [String] = [], refusalSigns: [String] = []
    ) {
        func set(_ text: String) -> Set<String> { Set(text.split(separator: " ").map(String.init)) }
        self.articles = set(articles)
        self.nouns = set(nouns)
        self.links = links.map { AltWords($0).folded }
        self.openings = openings.map { AltWords($0).folded }
        self.bareNouns = set(bareNouns)
        self.refusals = refusals.map { AltWords($0).folded }
        self.confessions = confessions.map { AltWords($0).folded }
        self.joints = set(joints)
        self.openingSigns = openingSigns.map { $0.lowercased() }
        self.refusalSigns = refusalSigns.map { $0.lowercased() }
    }

    /// Of a BCP 47 tag; nothing where the language is not known.
    static func of(_ language: String) -> AltPhrases? { all[primary(language)] }

    /// A text in another language may begin in English: models fall back to it, and people paste.
    static func candidates(for language: String) -> [AltPhrases] {
        guard primary(language) != "en", let english = all["en"] else { return [of(language)].compactMap { $0 } }
        return [of(language), english].compactMap { $0 }
    }

    /// What models put in front of their answer, in whatever language they were asked.
    static let labels: [[String]] = [
        "alt text", "alternative text", "alternativtext", "texte alternatif", "texto alternativo",
        "testo alternativo", "alternatieve tekst", "tekst alternatywny",
    ].map { AltWords($0).folded }

    private static func primary(_ language: String) -> String {
        let subtag = language.prefix { $0 != "-" && $0 != "_" }.lowercased()
        return ["nb": "no", "nn": "no"][subtag] ?? subtag
    }
}
