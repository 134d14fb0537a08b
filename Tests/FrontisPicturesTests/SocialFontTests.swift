import Foundation
import Testing

@testable import FrontisPictures

@Suite struct SocialFontTests {
    private static func read(_ bytes: [UInt8], name: String? = nil) throws -> SocialFont {
        try SocialFont.read(name: name, path: "/site/a.ttf", bytes: bytes)
    }

    @Test func aFileSaysItsName() throws {
        #expect(try Self.read(FontFixtures.font([(1, "Inter"), (2, "Bold")])).name == "Inter Bold")
        #expect(try Self.read(FontFixtures.font([(1, "Inter"), (2, "Regular")])).name == "Inter")
        #expect(try Self.read(FontFixtures.font([(1, "Inter Black"), (2, "Regular"), (16, "Inter"), (17, "Black")])).name == "Inter Black")
        // One file for all weights.
        #expect(try Self.read(FontFixtures.font([(1, "Inter"), (2, "Regular")], tables: ["cmap", "fvar", "head"])).name == "Inter Bold")
        #expect(try Self.read(FontFixtures.font([(1, "Inter"), (2, "Bold")]), name: "inter semibold").name == "inter semibold")
        #expect(try Self.read(FontFixtures.font([(1, "Inter")], tag: "true")).file == "/site/a.ttf")
    }

    @Test func aCollectionHasSeveral() throws {
        let one = FontFixtures.font([(1, "Alpha"), (2, "Bold")])
        // Offsets count from the start of the file, so the parts of the face do not move with it: the first is real.
        let head = Array("ttcf".utf8) + FontFixtures.four(0x10000) + FontFixtures.four(1) + FontFixtures.four(16)
        #expect(throws: SocialFontError.self) { try Self.read(head + one) }
        #expect(throws: SocialFontError.cutOff) { try Self.read(Array(head.prefix(14))) }
    }

    @Test(arguments: [
        ([], SocialFontError.notAFont, "'a.ttf' is not a font"),
        (Array("<!DOCTYPE html>".utf8), .notAFont, "'a.ttf' is not a font"),
        (Array("wOF2 and more".utf8), .packed("WOFF2"), "'a.ttf' is a font in WOFF2, which is for browsers only"),
        (Array(FontFixtures.font([(1, "Inter")]).dropLast()), .cutOff, "the font 'a.ttf' is cut off"),
        (FontFixtures.font([]), .nameless, "the font 'a.ttf' does not say its name"),
        (FontFixtures.font([(1, "Inter")], tables: ["head"]), .notAFont, "'a.ttf' is not a font"),
    ])
    func whatIsNoFontIsSaid(bytes: [UInt8], error: SocialFontError, summary: String) {
        #expect(throws: error) { try Self.read(bytes) }
        #expect(error.summary(path: "a.ttf") == summary)
    }

    @Test func aFontThatIsNotInTheFileIsNotTakenFromElsewhere() throws {
        let font = FontFixtures.font([(1, "Inter"), (2, "Bold")])
        let error = SocialFontError.notInFile("Intre", families: ["Inter"])
        #expect(throws: error) { try Self.read(font, name: "Intre") }
        #expect(throws: SocialFontError.self) { try Self.read(font, name: "Interlude Bold") }
        #expect(error.summary(path: "a.ttf") == "font 'Intre' is not in 'a.ttf'; did you mean 'Inter'?")
        #expect(error.help == "the file has 'Inter'; a weight may follow the name")
    }

    @Test func noByteOfAFontIsTrusted() throws {
        let font = FontFixtures.font([(1, "Inter"), (2, "Bold"), (16, "Inter"), (17, "Bold")])
        for index in font.indices {
            for value: UInt8 in [0, 1, 0x7F, 0xFF] {
                var changed = font
                changed[index] = value
                // Any answer will do, but one has to come.
                _ = try? Self.read(changed)
            }
            _ = try? Self.read(Array(font.prefix(index)))
        }
    }

    /// Pango keeps the fonts that each thread saw first.
    @Test(.enabled(if: FontFixtures.hasSerif)) func aFontFileIsSeenOnEveryThread() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("frontis-font-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appendingPathComponent("quux.ttf")
        let bytes = try FontFixtures.renamedSerif()
        try Data(bytes).write(to: file)
        let font = try SocialFont.read(name: nil, path: file.path, bytes: bytes)
        #expect(font.name == "QuuxVu Serif Bold")
        @Sendable func ink(_ font: String, _ file: String?) -> TitleWriter.Ink? {
            TextThread.run(file: file) { TitleWriter(font: font, language: "en").ink(["Lisbon"], size: 60) } ?? nil
        }
        try Vips.start()
        let expected = try #require(ink("DejaVu Serif Bold", nil))
        let isOther = expected != ink("sans bold", nil)
        #expect(isOther)
        let inks = await withTaskGroup(of: TitleWriter.Ink?.self) { group in
            for _ in 0..<24 { group.addTask { ink(font.name, font.file) } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(inks.count == 24)
        let areAlike = inks.allSatisfy { $0 == expected }
        #expect(areAlike)
        try FileManager.default.removeItem(at: folder)
    }
}
