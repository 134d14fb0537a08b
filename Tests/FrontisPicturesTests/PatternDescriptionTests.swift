import FrontisCore
import FrontisTestSupport
import Testing

@testable import FrontisPictures

@Suite struct PatternDescriptionTests {
    /// All compositions in all palettes, as all subjects (a sun or a moon) and colours come from there. Shorter: with a
    /// ground only.
    @Test(arguments: Compositions.all.map(\.name))
    func isShortAndWhole(_ name: String) throws {
        let composition = try #require(Compositions.all.first { $0.name == name })
        let forbidden = [
            "image of", "picture of", "photo", "bild", "imagen", "image de", "imagem", "immagine", "afbeelding",
        ]
        for palette in Palettes.all {
            for background in TestLength.of(short: [nil], long: [nil, ImageRequest.Background.transparent]) {
                let art = PatternArt(
                    recipe: try PatternArtTests.recipe(size: (90, 60), background: background),
                    key: PatternArtTests.key, composition: composition, palette: palette)
                for language in LocalizedText.Language.allCases {
                    let text = art.description(language: language.rawValue)
                    #expect((20...125).contains(text.count), "\(text)")
                    #expect(text.last == "." && text.first?.isUppercase == true, "\(text)")
                    #expect(!text.contains("  "), "\(text)")
                    #expect(!forbidden.contains(where: text.lowercased().hasPrefix), "\(text)")
                }
            }
        }
    }

    @Test(arguments: [
        ("en", "Train with lit windows on a viaduct under the moon in dark blue, blue and cream."),
        ("de", "Zug mit hellen Fenstern auf einem Viadukt im Mondlicht in Dunkelblau, Blau und Creme."),
        ("es", "Tren con ventanas iluminadas en un viaducto bajo la luna en azul oscuro, azul y crema."),
        ("fr", "Train aux fenêtres éclairées sur un viaduc sous la lune en bleu foncé, bleu et crème."),
        ("pt-BR", "Comboio de janelas acesas num viaduto sob a lua em azul-escuro, azul e creme."),
        ("it", "Treno con finestrini accesi su un viadotto sotto la luna in blu scuro, blu e crema."),
        ("nl_BE", "Trein met verlichte ramen op een viaduct onder de maan in donkerblauw, blauw en crème."),
        ("ja", "Train with lit windows on a viaduct under the moon in dark blue, blue and cream."),
        ("", "Train with lit windows on a viaduct under the moon in dark blue, blue and cream."),
    ])
    func saysWhatWasDrawn(_ language: String, text: String) throws {
        let palette = try #require(Palettes.all.first { $0.name == "midnight" })
        let art = PatternArt(
            recipe: try PatternArtTests.recipe("something else entirely"), key: PatternArtTests.key,
            composition: Viaduct.viaduct, palette: palette)
        #expect(art.description(language: language) == text)
    }

    @Test(arguments: [("pt-BR", "pt"), ("DE", "de"), ("ja", "en"), ("", "en"), ("fr", "fr"), ("english", "en")])
    func tellsItsLanguage(_ tag: String, language: String) throws {
        let art = PatternArt(recipe: try PatternArtTests.recipe(), key: PatternArtTests.key)
        #expect(art.descriptionLanguage(for: tag) == language)
    }

    @Test func leavesTheBackdropsColorOutWithTheBackdrop() throws {
        let palette = try #require(Palettes.all.first { $0.name == "deep sea" })
        func text(_ background: ImageRequest.Background?) throws -> String {
            PatternArt(
                recipe: try PatternArtTests.recipe(background: background), key: PatternArtTests.key,
                composition: Hills(), palette: palette
            ).description(language: "en")
        }
        #expect(
            try text(nil) == "Layered hills with trees and a small house under the sun in teal, blue and cream.")
        #expect(
            try text(.transparent)
                == "Layered hills with trees and a small house under the sun in teal, blue and orange.")
    }
}
