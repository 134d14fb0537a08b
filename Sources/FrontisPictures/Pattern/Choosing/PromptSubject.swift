/// What a prompt says that its picture shows: of "a red fox in the snow" it is the fox.
///
/// A prompt is no sentence, and there is no grammar in this: the subject is the noun before the first word that leads away
/// from it, such as "on", "under" or a comma. In the Romance languages it is the first noun, in the others the last one.
struct PromptSubject {
    /// Folded; empty where nothing can be made out, or where the word is only an image: "waves of mist".
    let nouns: [String]

    /// What follows is about something else.
    private static let ends = Lexicon.words(
        """
        above across after against along among amid around at and before behind below beneath beside between beyond by during
        for from in inside into like near next of off on onto opposite or out outside over past round seen showing that through
        to toward towards under underneath up upon where which while who with within without
        auf aus bei durch für hinter im in mit neben oder ohne über um und unter unterm vom von vor zwischen zur zum am an
        bajo con contra desde detrás durante en entre frente hacia junto para por sin sobre tras y
        avec chez contre dans depuis derrière devant entre et par parmi pour près sans sous sur vers au aux
        com contra debaixo dentro desde em entre junto na nas no nos num numa para pela pelo sem sob sobre
        accanto con contro davanti dentro dietro fra nel nella nei nelle per presso senza sopra sotto sul sulla sulle tra
        achter bij boven door en langs met naast naar om onder op over tegen tussen uit van voor zonder
        de del di da do dos das des du della dei degli
        """)
    /// Words before a noun that tell the order of the language.
    private static let romance = Lexicon.words(
        "un una uno une unos unas la le el lo los las les il gli i um uma o os as")
    private static let articles = Lexicon.words(
        "a an the some two three many few one ein eine einen einem der die das den een het de twee drei drie")
    /// What ends in -ing and is a noun.
    private static let nounsInIng = Lexicon.words(
        "building morning evening painting ceiling king ring spring string wing thing clearing crossing wedding sailing camping"
    )

    /// What is about software is no scene: a git branch is not one with leaves, a data lake has no shore.
    private static let computing = Lexicon.words(
        """
        algorithm binary browser code coding compiler computer data database decision git kernel laptop program
        programming server software sql syntax terminal
        datenbank programm quelltext rechner datos datenspeicher données logiciel dados dati database codice código
        """)

    /// - Parameter prompt: without the words about the kind of picture.
    init(_ prompt: String) {
        let text = String(prompt.prefix(600))
        // A title before it: "Slow through the Harz: an autumn forest".
        let said = text.firstIndex(of: ":").map { text[text.index(after: $0)...] } ?? text[...]
        var (phrase, isRomance) = ([String](), false)
        var rest = (said.contains(where: \.isLetter) ? said : text[...])
        while let start = rest.firstIndex(where: \.isLetter) {
            let isBroken = rest[..<start].contains { ",.;()–—!?\n".contains($0) }
            if isBroken, !Self.isOnlyManner(phrase) { break }
            let written = rest[start...].prefix(while: \.isLetter)
            rest = rest[written.endIndex...]
            let word = Lexicon.folded(String(written))
            if Self.romance.contains(word) { isRomance = isRomance || phrase.isEmpty }
            if Self.romance.contains(word) || Self.articles.contains(word) { continue }
            let leads = word.count > 5 && word.hasSuffix("ing") && !Self.nounsInIng.contains(word)
            if Self.ends.contains(word) || leads {
                if Self.isOnlyManner(phrase) { continue }
                if word == "of", let last = phrase.last, Lexicon.forms(of: last).contains(where: Self.images.contains),
                    let next = rest.firstIndex(where: \.isLetter), Self.isImage(rest[next...])
                {
                    phrase = []
                }
                break
            }
            phrase.append(word)
        }
        let software = phrase.last { word in Lexicon.forms(of: word).contains(where: Self.computing.contains) }
        if let software, phrase.count > 1 {
            nouns = [software]
            return
        }
        nouns = phrase.isEmpty ? [] : isRomance ? Array(phrase.prefix(2)) : [phrase[phrase.count - 1]]
    }

    /// Colours, times and moods are no subject yet: of "red and blue tiles" it is the tiles.
    private static func isOnlyManner(_ phrase: [String]) -> Bool {
        phrase.allSatisfy { word in
            let topics = Lexicon.topics(of: word)
            return !topics.isEmpty && topics.allSatisfy(manners.contains)
        }
    }

    private static let manners: Set<Topic> = [
        .red, .orange, .yellow, .green, .blue, .turquoise, .purple, .pink, .brown, .black, .white, .grey, .colorful,
        .calm,
        .joy, .dark, .bright, .elegance, .nostalgia, .mystery,
    ]

    /// What stands for much of something else.
    private static let images = Lexicon.words(
        "wave sea ocean field mountain forest river lake sky rain storm city garden")

    /// "Waves of mist" and "a sea of people" are neither; "a map of Spain" and "a view of the sea" are what they say.
    private static func isImage(_ rest: Substring) -> Bool {
        let word = rest.prefix(while: \.isLetter)
        return word.first?.isLowercase == true && !articles.contains(Lexicon.folded(String(word)))
    }

    /// Whether a list of nouns has it, or what it is the plural of.
    func isAmong(_ words: Set<String>) -> Bool {
        nouns.contains { noun in Lexicon.forms(of: noun).contains(where: words.contains) }
    }
}
