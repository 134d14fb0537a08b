import FrontisCore
import Testing

@testable import FrontisPictures

@Suite struct PatternArtTests {
    static let key = key("3f0a")

    /// A key that begins with some digits and goes on with zeros.
    static func key(_ start: String) -> Digest {
        let hex = start + String(repeating: "0", count: 64 - start.count)
        return Digest(hex: hex) ?? Digest.zero
    }

    static func recipe(
        _ prompt: String = "", size: (Int, Int) = (360, 240), background: ImageRequest.Background? = nil
    ) throws -> Recipe {
        let size = try #require(PictureSize(width: size.0, height: size.1))
        return Recipe(prompt: prompt, shape: .size(size), background: background)
    }

    @Test func drawsTheSameBytesEveryTime() throws {
        let recipe = Recipe(prompt: "A quiet harbour at dawn", shape: .aspect(.standard))
        let (first, second) = (
            PatternArt(recipe: recipe, key: Self.key), PatternArt(recipe: recipe, key: Self.key)
        )
        let isSame = first.svg == second.svg
        #expect(isSame)
        #expect(try first.png() == second.png())
    }

    /// libvips is started once and its errors are shared: neither may show between threads.
    @Test func drawsOnSeveralThreads() async throws {
        let recipe = try Self.recipe("A quiet harbour at dawn")
        let serial = try (0..<8).map { try PatternArt(recipe: recipe, key: Self.key("\($0)")).png() }
        let parallel = try await withThrowingTaskGroup(of: (Int, [UInt8]).self) { group in
            for index in 0..<8 {
                group.addTask {
                    // A refusal beside each picture.
                    #expect(throws: PictureError.truncated(.png)) {
                        try PictureInspector.inspect(Array(PictureFixtures.png.prefix(200)))
                    }
                    return (index, try PatternArt(recipe: recipe, key: Self.key("\(index)")).png())
                }
            }
            return try await group.reduce(into: [Int: [UInt8]]()) { $0[$1.0] = $1.1 }
        }
        for index in 0..<8 {
            let isSame = parallel[index] == serial[index]
            #expect(isSame)
        }
    }

    /// Pins generator, lexicon, palettes, drawing and number format: a change here is a change of everybody's
    /// placeholders, which may be wanted but must not pass unseen.
    @Test func drawsWhatItAlwaysDrew() throws {
        let art = PatternArt(recipe: try Self.recipe("A night train on a viaduct", size: (600, 400)), key: Self.key)
        let (start, fingerprint) = (String(art.svg.prefix(100)), Self.fingerprint(art.svg))
        #expect(
            start
                == #"<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400" viewBox="0 0 600 400"><defs><linear"#
        )
        #expect(fingerprint == 8_961_643_299_689_500_709)
    }

    /// FNV-1a, 64 bits.
    private static func fingerprint(_ text: String) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    @Test(arguments: [
        ("3:2", 1536, 1024), ("16:9", 1536, 864), ("1:1", 1536, 1536), ("9:16", 864, 1536), ("21:9", 1536, 658),
        ("10000:1", 1536, 2),
    ])
    func takesItsSizeFromTheAspect(_ text: String, width: Int, height: Int) throws {
        let aspect = try #require(Aspect(text))
        let art = PatternArt(recipe: Recipe(prompt: "x", shape: .aspect(aspect)), key: Self.key)
        #expect((art.width, art.height) == (width, height))
    }

    @Test(arguments: Compositions.all.map(\.name))
    func everyCompositionFillsEveryShape(_ name: String) throws {
        let composition = try #require(Compositions.all.first { $0.name == name })
        for (index, size) in [(360, 240), (240, 240), (180, 320), (420, 180), (33, 7), (1, 1)].enumerated() {
            let palette = Palettes.all[(index * 7 + name.count) % Palettes.all.count]
            let art = PatternArt(
                recipe: try Self.recipe(size: size), key: Self.key("a\(index)"), composition: composition,
                palette: palette)
            let info = try PictureInspector.inspect(art.png())
            #expect(info == PictureInfo(mediaType: .png, width: size.0, height: size.1), "\(palette.name)")
        }
    }

    /// The number of shapes does not grow with the proportion, or a banner would take minutes.
    @Test(arguments: Compositions.all.map(\.name))
    func everyCompositionStaysSmallInARibbon(_ name: String) throws {
        let composition = try #require(Compositions.all.first { $0.name == name })
        let art = PatternArt(
            recipe: try Self.recipe(size: (16384, 1)), key: Self.key, composition: composition,
            palette: Palettes.all[0])
        #expect(art.svg.utf8.count < 1_500_000)
    }

    @Test(arguments: Compositions.all.map(\.name))
    func everyCompositionCanLeaveItsBackgroundOut(_ name: String) throws {
        let composition = try #require(Compositions.all.first { $0.name == name })
        let palette = Palettes.all[0]
        let opaque = PatternArt(
            recipe: try Self.recipe(), key: Self.key, composition: composition, palette: palette)
        let transparent = PatternArt(
            recipe: try Self.recipe(background: .transparent), key: Self.key, composition: composition,
            palette: palette)
        // The colour type stands in byte 25 of a PNG: 2 is red, green, blue; 6 has alpha too.
        #expect(try opaque.png()[25] == 2)
        #expect(try transparent.png()[25] == 6)
        // Compositions that cover everything leave out something else.
        #expect(transparent.svg.utf8.count < opaque.svg.utf8.count)
    }

    @Test(arguments: [
        ("a red fox", 345.0, 25.0), ("Ein roter Schal", 345, 25), ("un vélo bleu", 185, 250),
        ("yellow umbrella", 30, 60), ("a green door", 60, 170), ("purple mountains", 235, 330),
        ("orange kite at night", 10, 45), ("pink clouds", 320, 20), ("uma onda azul", 185, 250),
    ])
    func namedColorsRule(_ prompt: String, from: Double, to: Double) throws {
        for start in ["00", "5b", "a7", "f3"] {
            let palette = PatternArt.choice(for: try Self.recipe(prompt), key: Self.key(start)).palette
            for swatch in [palette.middle, palette.near] {
                let hue = Self.hue(swatch.color)
                let fits = from < to ? (from...to).contains(hue) : hue >= from || hue <= to
                #expect(fits, "\(prompt): \(palette.name) has hue \(hue)")
            }
        }
    }

    /// Degrees round the colour wheel.
    private static func hue(_ color: Color) -> Double {
        let (red, green, blue) = (Double(color.red), Double(color.green), Double(color.blue))
        let (high, low) = (max(red, green, blue), min(red, green, blue))
        let sixth =
            switch high {
            case red: (green - blue) / (high - low)
            case green: 2 + (blue - red) / (high - low)
            default: 4 + (red - green) / (high - low)
            }
        return (sixth * 60 + 360).truncatingRemainder(dividingBy: 360)
    }

    @Test(arguments: [
        ("A night train crossing a stone viaduct", "viaduct"), ("An old bridge", "viaduct"), ("Planets round a distant sun", "orbits"),
        ("Contour map of the island", "contours"), ("Rain and umbrellas in the street", "rain"),
        ("Waves on the open sea", "waves"), ("ein stiller Bergsee", "lake"), ("sob as estrelas", "night-sky"),
        ("Manhattan skyline", "skyline"), ("a fern in the garden", "leaves"),
        ("Ink drawing of a lake, no people, white space", "lake"), ("Foto de un bosque con hojas", "leaves"),
    ])
    func wordsChooseTheComposition(_ prompt: String, name: String) throws {
        for start in ["00", "5b", "a7", "f3"] {
            #expect(PatternArt.choice(for: try Self.recipe(prompt), key: Self.key(start)).composition.name == name)
        }
    }

    /// What nobody here can draw is shapes, and not what else the prompt has words for.
    @Test(arguments: [
        "A football match under floodlights", "A laptop on a desk at night", "A red fox in a snowy forest",
        "A man walking by the sea", "Soft horizontal waves of mist", "A bicycle leaning against a tree", "Ein Hund am Meer",
        "Un chat devant la montagne", "An espresso machine, city at night", "Uma casa na praia", "A window with a view of hills",
        "sourdough bread on a wooden table", "", "!!", "Refactoring without fear: lessons from a year of rain",
    ])
    func whatIsUnknownIsShapes(_ prompt: String) throws {
        for start in ["00", "5b", "a7", "f3"] {
            let composition = PatternArt.choice(for: try Self.recipe(prompt), key: Self.key(start)).composition
            #expect(composition.isAbstract, "\(composition.name)")
        }
    }

    @Test(arguments: [
        ("A red fox in the snow", ["fox"]), ("Ink drawing of an old stone bridge, no people", ["bridge"]),
        ("Un tren nocturno en un viaducto", ["tren", "nocturno"]), ("Red and blue tiles", ["tiles"]),
        ("Slow through the Harz: an autumn forest with a path", ["forest"]), ("Map of Portugal", ["map"]),
        ("A sea of people", []), ("at the lake", ["lake"]), ("A painting", ["painting"]), ("A bouquet of tulips", ["bouquet"]), ("Ein stiller Bergsee", ["bergsee"]),
    ])
    func theSubjectIsTheNounThatIsShown(prompt: String, nouns: [String]) {
        #expect(PromptReading(prompt).subject.nouns == nouns)
    }

    @Test(arguments: [
        ("A night train", [Palette.Light.night]), ("A train at sunset", [.day, .dusk]),
        ("A sunny morning in the mountains", [.day, .dusk]), ("Mountains", [.day, .dusk, .night]),
        ("Hills from the evening to the night", [.day, .dusk, .night]),
    ])
    func theLightIsThePrompts(prompt: String, lights: [Palette.Light]) throws {
        let seen = try (0..<200).map {
            PatternArt.choice(for: try Self.recipe(prompt), key: Self.key(String($0, radix: 16))).palette.light
        }
        #expect(Set(seen).isSubset(of: lights), "\(Set(seen))")
    }

    /// Posts about one thing stand side by side in a list.
    @Test(arguments: ["A night train", "Hills in summer", "A mountain lake", "The sea", "A city"])
    func neighboursAreNotTheSamePicture(prompt: String) throws {
        let recipe = try Self.recipe(prompt)
        let pictures = (0..<12).map { PatternArt(recipe: recipe, key: Self.key(String($0, radix: 16) + "7")) }
        #expect(Set(pictures.map(\.svg)).count == 12)
        #expect(Set(pictures.map { $0.description(language: "en") }).count > 2)
    }

    @Test func mannersAndNegationsDoNotCount() {
        let reading = PromptReading("Black ink drawing of a boat without red sails, generous white space")
        #expect(reading.weights[.sea] != nil)
        #expect([Topic.red, .black, .white].allSatisfy { reading.weights[$0] == nil })
    }

    @Test func readsEndlessPromptsAndOddCharacters() throws {
        for prompt in [
            String(repeating: "sea ", count: 100_000), "\u{0}\u{202E}🦊👩‍👩‍👧", "<svg>&\"'",
            String(repeating: "é", count: 9000),
        ] {
            #expect(PatternArt(recipe: try Self.recipe(prompt), key: Self.key).svg.utf8.count > 500)
        }
    }

    @Test func differentKeysLookDifferent() throws {
        let recipe = try Self.recipe("onion")
        let pictures = Set((0..<16).map { PatternArt(recipe: recipe, key: Self.key(String($0, radix: 16) + "c")).svg })
        #expect(pictures.count == 16)
    }

    @Test func everyTopicLeadsSomewhere() {
        for topic in Topic.allCases {
            let isUsed =
                Palettes.all.contains { $0.affinities[topic] != nil }
                || Compositions.all.contains { $0.affinities[topic] != nil }
            #expect(isUsed, "\(topic)")
        }
    }

    @Test func namesAreUnique() {
        #expect(Compositions.all.count > 10 && Palettes.all.count > 10)
        #expect(Set(Compositions.all.map(\.name)).count == Compositions.all.count)
        #expect(Set(Palettes.all.map(\.name)).count == Palettes.all.count)
    }
}

extension Digest {
    fileprivate static let zero = PatternArtTests.key("0")
}
