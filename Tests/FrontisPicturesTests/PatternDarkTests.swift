import FrontisCore
import FrontisTestSupport
import Testing

@testable import FrontisPictures

/// Drawings for dark mode: what the light one shows, by night.
@Suite struct PatternDarkTests {
    private static let prompts = ["Hills and fields with a village", "A quiet harbour at dawn", "A night train on a viaduct", ""]

    private func pair(_ prompt: String, key: String) throws -> (light: PatternArt, dark: PatternArt) {
        let recipe = try PatternArtTests.recipe(prompt)
        let key = PatternArtTests.key(key)
        return (PatternArt(recipe: recipe, key: key), PatternArt(recipe: recipe, key: key, isDark: true))
    }

    @Test(arguments: prompts)
    func theSamePictureEveryTimeAndAnotherThanTheLightOne(prompt: String) throws {
        let (first, second) = (try pair(prompt, key: "3f"), try pair(prompt, key: "3f"))
        let isSame = first.dark.svg == second.dark.svg
        #expect(isSame)
        #expect(try first.dark.png() == second.dark.png())
        let isOther = first.dark.svg != first.light.svg
        #expect(isOther)
        #expect((first.dark.width, first.dark.height) == (first.light.width, first.light.height))
    }

    /// Every outline of the light picture is in the dark one, which may have stars and a moon's shades besides.
    /// Shorter: every composition in three palettes.
    @Test(arguments: Compositions.all.map(\.name))
    func everyCompositionIsTheSameByNight(name: String) throws {
        let composition = try #require(Compositions.all.first { $0.name == name })
        let recipe = try PatternArtTests.recipe()
        for palette in Palettes.all.prefix(TestLength.of(short: 3, long: .max)) {
            func outlines(_ palette: Palette) -> [String] {
                let art = PatternArt(recipe: recipe, key: PatternArtTests.key, composition: composition, palette: palette)
                return art.svg.split(separator: "<path d=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
            }
            let (light, dark) = (outlines(palette), outlines(palette.darkened))
            #expect(!light.isEmpty)
            #expect(Set(light).subtracting(dark).isEmpty, "\(palette.name)")
        }
    }

    @Test func everyPaletteIsDarkerByNight() {
        for palette in Palettes.all {
            let dark = palette.darkened
            #expect(dark.light == .night, "\(palette.name)")
            #expect(dark.sky.color.luma < min(60, palette.sky.color.luma), "\(palette.name)")
            let pairs = [(palette.glow, dark.glow), (palette.far, dark.far), (palette.middle, dark.middle), (palette.near, dark.near), (palette.deep, dark.deep)]
            for (light, dark) in pairs { #expect(dark.color.luma < light.color.luma, "\(palette.name)") }
            // Lamps and moons still shine, and the ground can be told from the sky.
            #expect(dark.highlight.color.luma > 150, "\(palette.name)")
            #expect(dark.deep.color.luma < dark.far.color.luma, "\(palette.name)")
        }
    }
}
