import FrontisCore
import Testing

@testable import FrontisPictures

/// Posts about what nobody can draw stand side by side in a list and must not look alike.
@Suite struct PatternSpreadTests {
    private static let prompts = [
        "A terminal window with Rust compiler errors", "Two servers talking through a cable", "A laptop on a desk",
        "A git branch", "A database", "A debugger with a breakpoint", "An API between two clouds", "A Python script",
        "A robot writing code", "A binary search tree", "A data lake", "A padlock on a server rack",
        "A queue of messages", "A graph of latency over time", "A compiler", "A unit test turning green",
    ]

    /// Of a seeded list of posts, in its order.
    private static func key(_ index: Int) -> Digest {
        var random = SeededGenerator(key: PatternArtTests.key(String(index + 1, radix: 16)), stream: 7)
        return PatternArtTests.key(String(random.next() | 1 << 63, radix: 16))
    }

    private static func art(_ index: Int, _ prompt: String) throws -> PatternArt {
        PatternArt(recipe: try PatternArtTests.recipe(prompt, size: (96, 64)), key: key(index))
    }

    @Test func everyAbstractCompositionGetsItsShare() throws {
        let names = try (0..<200).map { index in
            let recipe = try PatternArtTests.recipe(Self.prompts[index % Self.prompts.count])
            let composition = PatternArt.choice(for: recipe, key: Self.key(index)).composition
            #expect(composition.isAbstract, "\(recipe.prompt): \(composition.name)")
            return composition.name
        }
        let abstract = Compositions.all.filter(\.isAbstract)
        #expect(abstract.count == 8)
        for composition in abstract {
            let count = names.count { $0 == composition.name }
            // An even share is 25.
            #expect((13...40).contains(count), "\(composition.name): \(count)")
        }
    }

    @Test func neighboursInAListDoNotLookEqual() throws {
        let pictures = try (0..<64).map { index in
            try Coarse(Self.art(index, Self.prompts[index % Self.prompts.count]))
        }
        for index in 1..<pictures.count {
            let difference = pictures[index].difference(from: pictures[index - 1])
            #expect(difference > 12, "\(index): \(difference)")
        }
    }

    /// Each abstract composition has several layouts, whatever its colours.
    @Test(arguments: Compositions.all.filter(\.isAbstract).map(\.name))
    func oneCompositionIsManyPictures(name: String) throws {
        let composition = try #require(Compositions.all.first { $0.name == name })
        let palette = Palettes.all[0]
        let art = try (0..<16).map { index in
            PatternArt(
                recipe: try PatternArtTests.recipe(size: (96, 64)), key: Self.key(index), composition: composition,
                palette: palette)
        }
        #expect(Set(art.map { $0.description(language: "en").prefix(28) }).count >= 3)
        let pictures = try art.map(Coarse.init)
        var differences: [Double] = []
        for (index, picture) in pictures.enumerated() {
            differences += pictures[(index + 1)...].map(picture.difference)
        }
        let alike = differences.count { $0 < 8 }
        #expect(alike <= 6, "of \(differences.count) pairs")
    }

    @Test func nightTrainsAreDifferentPictures() throws {
        let prompts = ["Night train through the Alps", "Night train to Lisbon", "A night train in the rain"]
        let art = try (0..<24).map { try Self.art($0, prompts[$0 % 3]) }
        // From the side on five kinds of ground, and head-on.
        #expect(Set(art.map { $0.description(language: "en").prefix(38) }).count >= 4)
        let pictures = try art.map(Coarse.init)
        for index in 1..<pictures.count {
            let difference = pictures[index].difference(from: pictures[index - 1])
            #expect(difference > 6, "\(index): \(difference)")
        }
    }

    @Test(arguments: ["A git branch", "A binary search tree", "A data lake", "Eine Datenbank im Wald"])
    func softwareIsNoScene(prompt: String) throws {
        let choice = PatternArt.choice(for: try PatternArtTests.recipe(prompt), key: PatternArtTests.key)
        #expect(choice.composition.isAbstract)
    }
}

/// A picture as 8 × 8 mean colours: what is left of it in the corner of an eye.
private struct Coarse {
    private let means: [Double]

    init(_ art: PatternArt) throws {
        let png = try art.png()
        let pixels = try Pixels(
            MasterPicture(png, PictureInspector.inspect(png), fitting: (art.width, art.height)).picture)
        let (wide, tall) = (pixels.width / 8, pixels.height / 8)
        means = (0..<64).flatMap { cell -> [Double] in
            var sums = [0.0, 0, 0]
            for y in 0..<tall {
                for x in 0..<wide {
                    for (band, value) in pixels[cell % 8 * wide + x, cell / 8 * tall + y].prefix(3).enumerated() {
                        sums[band] += Double(value)
                    }
                }
            }
            return sums.map { $0 / Double(wide * tall) }
        }
    }

    /// The mean over all cells and channels, from 0 to 255.
    func difference(from other: Coarse) -> Double {
        zip(means, other.means).reduce(0) { $0 + abs($1.0 - $1.1) } / Double(means.count)
    }
}
