import FrontisCore
import Testing

@testable import FrontisPictures

@Suite(.timeLimit(.minutes(10))) struct SocialCardTests {
    private static func title(_ text: String, _ language: String = "en") -> SocialCard.Title {
        SocialCard.Title(text: text, language: language, font: .standard)
    }

    /// A card that macros may look at.
    private struct Drawn {
        var pixels: Pixels
        var hasTitle: Bool
        var missing: [Character]
    }

    private static func draw(
        _ picture: borrowing VipsPicture, focus: FocalPoint?, title: SocialCard.Title?
    ) throws -> Drawn {
        let card = try SocialCard.draw(picture, focus: focus, title: title)
        return Drawn(pixels: try Pixels(card.picture), hasTitle: card.hasTitle, missing: card.missing)
    }

    private static func isWhite(_ pixel: [UInt8]) -> Bool { pixel.allSatisfy { $0 > 240 } }

    @Test(arguments: [
        (1536, 1024), (1200, 630), (600, 400), (32, 32), (1, 1), (1, 3000), (3000, 1), (300, 900), (4000, 3000), (2400, 100), (1199, 629),
    ])
    func cardsHaveOneSize(width: Int, height: Int) throws {
        let picture = try PixelPictures.plain(width, height, [180, 60, 40])
        for focus in [nil, FocalPoint("top left")] {
            for title in [nil, Self.title("Night trains")] {
                let card = try Self.draw(picture, focus: focus, title: title)
                #expect([card.pixels.width, card.pixels.height, card.pixels.bands] == [1200, 630, 3])
                #expect(card.hasTitle == (title != nil))
            }
        }
    }

    @Test func aPictureThatFillsTheCardKeepsItsColours() throws {
        // Of three colours from left to right, of which a card shows the middle.
        let picture = try PixelPictures.drawn(2400, 630) { x, _ in x < 600 ? [255, 0, 0] : x < 1800 ? [0, 160, 0] : [0, 0, 255] }
        let center = try Self.draw(picture, focus: .center, title: nil).pixels
        #expect(center[20, 300] == [0, 160, 0])
        #expect(center[1180, 300] == [0, 160, 0])
        #expect(try Self.draw(picture, focus: FocalPoint("left"), title: nil).pixels[20, 300] == [255, 0, 0])
        #expect(try Self.draw(picture, focus: FocalPoint("right"), title: nil).pixels[1180, 300] == [0, 0, 255])
    }

    @Test func whatIsTooSmallStandsWholeBeforeItself() throws {
        let pixels = try Self.draw(try PixelPictures.plain(100, 100, [200, 100, 40]), focus: nil, title: nil).pixels
        // Two and a half times as large, in the middle.
        #expect(pixels[600, 315] == [200, 100, 40])
        #expect(pixels[480, 195] == [200, 100, 40])
        #expect(pixels[470, 185] == [110, 55, 22])
        #expect(pixels[5, 5] == [110, 55, 22])
    }

    @Test func whatIsTransparentStandsOnAGroundItIsSeenOn() throws {
        let dark = try PixelPictures.spot(400, 400, at: (200, 200), reach: 150, [20, 40, 90, 255], on: [0, 0, 0, 0])
        let onLight = try Self.draw(dark, focus: nil, title: nil).pixels
        #expect(onLight[600, 315] == [20, 40, 90])
        #expect(onLight[10, 10] == [255, 255, 255])
        let light = try PixelPictures.spot(400, 400, at: (200, 200), reach: 150, [250, 250, 250, 255], on: [0, 0, 0, 0])
        let onDark = try Self.draw(light, focus: nil, title: nil).pixels
        #expect(onDark[600, 315] == [250, 250, 250])
        #expect(onDark[10, 10] == [32, 36, 44])
    }

    @Test func theTitleIsWhiteOnDarkWithinItsMargins() throws {
        let picture = try PixelPictures.plain(1200, 630, [255, 220, 200])
        let pixels = try Self.draw(picture, focus: nil, title: Self.title("Night trains")).pixels
        // Above, the picture is as it was.
        #expect(pixels[600, 40] == [255, 220, 200])
        // One line of 84 pixels above a margin of 80.
        let ink = pixels.count(76..<1124, 451..<550, where: Self.isWhite)
        #expect(ink > 5000)
        #expect(pixels.count(0..<76, 0..<630, where: Self.isWhite) == 0)
        #expect(pixels.count(1124..<1200, 0..<630, where: Self.isWhite) == 0)
        #expect(pixels.count(76..<1124, 0..<440, where: Self.isWhite) == 0)
        #expect(pixels.count(76..<1124, 560..<630, where: Self.isWhite) == 0)
        // A short one stands on the left.
        #expect(pixels.count(900..<1124, 451..<550, where: Self.isWhite) == 0)
        // Contrast of at least 4.5 : 1 against white: a relative luminance of at most 0.183, as sRGB about 118.
        for y in stride(from: 451, to: 630, by: 5) { #expect(pixels[1190, y].allSatisfy { $0 <= 118 }, "\(y) \(pixels[1190, y])") }
    }

    @Test(arguments: [("קטר", "he"), ("قطار الليل", "ar")])
    func rightToLeftStandsOnTheRight(text: String, language: String) throws {
        let card = try Self.draw(try PixelPictures.plain(1200, 630, [30, 60, 90]), focus: nil, title: Self.title(text, language))
        // A machine without such a font has a card without a title.
        guard card.hasTitle else {
            #expect(!card.missing.isEmpty)
            return
        }
        let pixels = card.pixels
        #expect(pixels.count(0..<600, 0..<630, where: Self.isWhite) == 0)
        #expect(pixels.count(1000..<1124, 400..<560, where: Self.isWhite) > 200)
        #expect(pixels.count(1124..<1200, 0..<630, where: Self.isWhite) == 0)
    }

    @Test func markupIsText() throws {
        let picture = try PixelPictures.plain(1200, 630, [30, 60, 90])
        func ink(_ text: String) throws -> Int {
            let card = try Self.draw(picture, focus: nil, title: Self.title(text))
            #expect(card.hasTitle, "\(text)")
            return card.pixels.count(0..<1200, 0..<630, where: Self.isWhite)
        }
        let plain = try ink("ab")
        #expect(try ink("<b>ab</b>") > plain * 2)
        #expect(try ink("a&amp;b") > plain * 2)
        #expect(try ink("</span>") > plain)
        #expect(try ink("& < > ' \" \\ % {{title}}") > plain)
    }

    @Test func aHostileLanguageIsLeftOut() {
        #expect(TitleWriter(font: "sans", language: "pt-BR").language == "pt-BR")
        #expect(TitleWriter(font: "sans", language: "en\" size=\"99").language == nil)
        #expect(TitleWriter(font: "sans", language: "").language == nil)
        #expect(TitleWriter(font: "sans", language: "zh@1").language == nil)
    }

    @Test func whatNoFontHasIsNamedOrLeftOut() throws {
        let picture = try PixelPictures.plain(1200, 630, [30, 60, 90])
        // Letters of a script that nobody has written for 3,000 years, and of private use.
        let lost = try Self.draw(picture, focus: nil, title: Self.title("Linear \u{10600}\u{10601}"))
        if !lost.hasTitle { #expect(lost.missing == ["\u{10600}", "\u{10601}"]) }
        let signs = try Self.draw(picture, focus: nil, title: Self.title("Trains \u{F8AA}\u{10FABC}"))
        #expect(signs.hasTitle)
        let plain = try Self.draw(picture, focus: nil, title: Self.title("Trains"))
        #expect(signs.pixels == plain.pixels)
    }

    @Test func theSameCardHasTheSamePixels() async throws {
        let cards = try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for _ in 0..<8 {
                group.addTask {
                    let picture = try PixelPictures.spot(900, 700, at: (300, 300), reach: 60, [250, 200, 40], on: [40, 60, 90])
                    return try Self.draw(picture, focus: nil, title: Self.title("The night train to Lisbon, and back again")).pixels.bytes
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        let kinds = Set(cards).count
        #expect(kinds == 1)
    }

    @Test(arguments: [
        "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen der Rindfleischetikettierungsüberwachung", "夜行列車で過ごした十一時間",
        "รถไฟกลางคืนไปลิสบอน", "रात की ट्रेन", "Ночной поезд в Лиссабон", "👩‍👩‍👧‍👦🚂🏴󠁧󠁢󠁥󠁮󠁧󠁿", "z̷̢̛a̸l̵g̶o̷", "﷽﷽﷽﷽﷽﷽﷽﷽﷽﷽﷽﷽﷽﷽﷽﷽", "‮txet desrever", "夜".padding(200),
        "W".padding(300), "i".padding(300), "﷽".padding(300), "word ".padding(100),
    ])
    func anyScriptIsWrittenOrLeftOut(text: String) throws {
        let card = try Self.draw(try PixelPictures.plain(1200, 630, [30, 60, 90]), focus: nil, title: Self.title(text, "en"))
        #expect(card.hasTitle || !card.missing.isEmpty)
        guard card.hasTitle else { return }
        let pixels = card.pixels
        #expect(pixels.count(0..<70, 0..<630, where: Self.isWhite) == 0)
        #expect(pixels.count(1130..<1200, 0..<630, where: Self.isWhite) == 0)
    }

    @Test func titlesByTheThousandNeverCrash() throws {
        try Vips.start()
        let hex = String(repeating: "7", count: 64)
        var random = SeededGenerator(key: try #require(Digest(hex: hex)), stream: 4)
        var written = 0
        for _ in 0..<25 {
            let texts = (0..<40).map { _ in RandomTitle.make(&random) }
            let titles = texts.compactMap { text in CardTitle(text).map { ($0, Self.title(text)) } }
            let lettered = TextThread.run(file: nil) {
                titles.map { SocialCard.lettering($0.0, $0.1).ink?.width }
            }
            written += try #require(lettered).count { $0 != nil }
        }
        #expect(written > 100, "seed \(hex)")
    }
}

extension String {
    fileprivate func padding(_ count: Int) -> String { String(repeating: self, count: count) }
}
