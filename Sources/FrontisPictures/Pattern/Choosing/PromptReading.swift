/// What pattern art understands of a prompt: topics with weights, the earlier the heavier.
struct PromptReading {
    private(set) var weights: [Topic: Int] = [:]
    /// What the picture is to show.
    let subject: PromptSubject

    /// Words that name a kind of picture, not what it shows: all before "… of" is about style.
    private static let kinds: Set<String> = [
        "art", "drawing", "etching", "illustration", "image", "linocut", "painting", "photo", "photograph", "picture",
        "poster", "print", "render", "rendering", "sketch", "watercolor", "watercolour", "woodcut", "zeichnung",
        "bild", "gemalde", "foto", "aquarell", "dibujo", "pintura", "dessin", "peinture", "desenho", "disegno",
        "dipinto", "tekening", "schilderij", "ilustracion", "ilustracao", "illustrazione", "illustratie",
    ]
    private static let joiners: Set<String> = [
        "of", "von", "de", "di", "van", "einer", "eines", "du", "del", "showing",
    ]
    /// The word after one of these is what should not be there.
    private static let negations: Set<String> = [
        "no", "not", "without", "never", "ohne", "kein", "keine", "nicht", "sin", "sans", "sem", "senza", "zonder",
        "geen",
    ]
    /// Pairs about the manner of drawing whose words would mislead.
    private static let manners: Set<String> = [
        "white space", "negative space", "black ink", "paper texture", "paper grain", "line art", "pixel art",
        "soft light", "dark background", "white background", "black background", "plain background", "flat design",
        "oil paint", "pen drawing", "color palette", "colour palette",
    ]

    init(_ prompt: String) {
        // A prompt can be very long; what it is about is said early.
        var words = Lexicon.folded(String(prompt.prefix(4000))).split { !$0.isLetter }.prefix(200).map(String.init)
        if let kind = words.prefix(10).firstIndex(where: Self.kinds.contains),
            let joiner = words[kind...].prefix(3).firstIndex(where: Self.joiners.contains)
        {
            words.removeFirst(joiner + 1)
            subject = PromptSubject(Self.text(of: prompt, after: joiner + 1))
        } else {
            subject = PromptSubject(prompt)
        }
        var position = 0
        while position < words.count {
            let pair = position + 1 < words.count ? words[position] + " " + words[position + 1] : ""
            if Self.manners.contains(pair) || Self.negations.contains(words[position]) {
                position += 2
                continue
            }
            let weight = max(10, 40 - position)
            for topic in Lexicon.topics(of: words[position]) { weights[topic] = max(weights[topic] ?? 0, weight) }
            position += 1
        }
    }

    /// What follows so many words.
    private static func text(of prompt: String, after count: Int) -> String {
        var rest = prompt[...]
        for _ in 0..<count {
            rest = rest.drop { !$0.isLetter }.drop(while: \.isLetter)
        }
        return String(rest)
    }

    private static let colors: [Topic] = [
        .red, .orange, .yellow, .green, .blue, .turquoise, .purple, .pink, .brown, .black, .white, .grey, .colorful,
    ]

    var namesColor: Bool { Self.colors.contains { weights[$0] != nil } }
    var isAtNight: Bool { weights[.night] != nil }

    /// Whether a scene may stand in this light: a moon would contradict a sunny morning.
    func allows(_ light: Palette.Light) -> Bool {
        func isSaid(_ topics: Topic...) -> Bool { topics.contains { weights[$0] != nil } }
        let isNight = isSaid(.night, .moon, .stars)
        let isDay = isSaid(.sun, .morning, .summer, .spring, .bright)
        let isEvening = isSaid(.evening)
        return switch light {
        case .night: isNight || !(isDay || isEvening)
        case .dusk: isEvening || isDay || !isNight
        case .day: isDay || isEvening || !isNight
        }
    }

    /// How well something with these affinities fits.
    func score(_ affinities: [Topic: Int]) -> Int {
        weights.reduce(0) { $0 + $1.value * (affinities[$1.key] ?? 0) }
    }

    /// One of the choices that fit best; any of them where the prompt says nothing about them.
    func choose<Choice>(
        among choices: [Choice], tolerance: Double, affinities: (Choice) -> [Topic: Int],
        random: inout SeededGenerator
    ) -> Choice {
        let scores = choices.map { score(affinities($0)) }
        let best = scores.max() ?? 0
        let fitting = zip(choices, scores).filter { Double($0.1) >= Double(best) * tolerance }.map(\.0)
        return random.pick(fitting.isEmpty ? choices : fitting)
    }
}
