import FrontisCore
import FrontisTestSupport
import Testing

@testable import FrontisPictures

/// Every character moves the pen by half an em.
private func layout(_ text: String, width: Double = 1000) -> TitleLayout {
    TitleLayout(text, width: width) { Double($0.count) / 2 }
}

@Suite struct TitleLayoutTests {
    @Test(arguments: [
        ("Night trains", ["Night trains"], 84.0),
        ("The night train to Lisbon", ["The night train to Lisbon"], 78.0),
        // As even as possible.
        ("The night train to Lisbon and back again", ["The night train to", "Lisbon and back again"], 84.0),
        (
            "The slow night train from Hendaye to Lisbon, and why it runs no more on Sundays",
            ["The slow night train from", "Hendaye to Lisbon, and why", "it runs no more on Sundays"], 66.0
        ),
        // Hyphens and slashes in words end lines, those before words do not.
        ("Donau-Dampf-Schifffahrts-Gesellschaft", ["Donau-Dampf-", "Schifffahrts-Gesellschaft"], 78.0),
        ("</b> is no break", ["</b> is no break"], 84.0),
        // Soft hyphens show where lines end only.
        ("Geschwindigkeits\u{AD}begrenzung auf Strecken", ["Geschwindigkeits-", "begrenzung auf Strecken"], 84.0),
        ("夜行列車で過ごした十一時間、枕は一つだけ。「それでも、また乗りたい」", ["夜行列車で過ごした十一時間、枕は一", "つだけ。「それでも、また乗りたい」"], 84.0),
    ])
    func titlesAreBrokenWell(title: String, lines: [String], size: Double) {
        let layout = layout(title)
        #expect(layout.lines == lines)
        #expect(layout.size == size)
        #expect(!layout.isCut)
    }

    @Test func aWordLongerThanALineIsBroken() {
        let word = String(repeating: "abcdefghij", count: 8)
        let layout = layout(word)
        #expect(layout.size == TitleLayout.smallest)
        #expect(layout.lines.count > 1)
        #expect(layout.lines.dropLast().allSatisfy { $0.hasSuffix("-") })
        #expect(layout.lines.joined().replacing("-", with: "") == word)
    }

    @Test func whatDoesNotFitEndsInDots() {
        let layout = layout(String(repeating: "many words, ", count: 30))
        #expect(layout.isCut)
        #expect(layout.lines.count == 3)
        #expect(layout.lines[2].hasSuffix("words…") || layout.lines[2].hasSuffix("many…"))
        #expect(layout.lines.allSatisfy { Double($0.count) / 2 * layout.size <= 1000 })
    }

    @Test(arguments: [
        ("  a \n\t b\u{2028}c ", "a b c"), ("a\u{0}b\u{7}c\u{9D}", "abc"), ("a\u{202E}b\u{2066}c", "abc"), ("10\u{A0}km", "10\u{A0}km"),
        ("👩‍👩‍👧 at sea", "👩‍👩‍👧 at sea"), ("e\u{301}t\u{e9}", "e\u{301}t\u{e9}"), ("\u{FFFF}x\u{FEFF}", "x"),
    ])
    func titlesAreCleaned(title: String, text: String) {
        #expect(CardTitle(title)?.text.unicodeScalars.map(\.value) == text.unicodeScalars.map(\.value))
    }

    @Test(arguments: ["", "  ", "\u{200D}", "\u{0}\u{1}", "\u{202E}\n", "\u{301}\u{302}", "\u{FE0F}"])
    func withoutInkThereIsNoTitle(title: String) {
        #expect(CardTitle(title) == nil)
    }

    @Test func lengthIsBounded() throws {
        let long = try #require(CardTitle(String(repeating: "ab ", count: 100_000)))
        #expect(long.text.count < 500)
        let tower = try #require(CardTitle("a" + String(repeating: "\u{301}", count: 100_000)))
        #expect(tower.text.unicodeScalars.count == 16)
    }

    @Test(arguments: [
        ("قطار الليل", true), ("רכבת", true), ("\"קטר\"", true), ("12 קטר", true), ("Night قطار", false), ("123", false), ("夜行", false),
        ("ABC רכבת", false),
    ])
    func directionIsTheFirstLetters(title: String, isRightToLeft: Bool) {
        #expect(CardTitle(title)?.isRightToLeft == isRightToLeft)
    }

    /// Shorter: the first titles of the same seeds.
    @Test(arguments: [1, 2, 3])
    func anyTitleKeepsToItsLines(seed: Int) throws {
        var random = SeededGenerator(key: Digest(hex: String(repeating: "\(seed)", count: 64))!, stream: 3)
        let count = TestLength.of(short: 600, long: 3000)
        var tried = 0
        defer { #expect(tried > count / 2) }
        for _ in 0..<count {
            guard let title = CardTitle(RandomTitle.make(&random)) else { continue }
            tried += 1
            let layout = layout(title.text)
            #expect((1...3).contains(layout.lines.count), "\(title.text.debugDescription)")
            #expect(layout.lines.allSatisfy { Double($0.count) / 2 * layout.size <= 1001 }, "\(title.text.debugDescription) \(layout)")
            #expect((44...84).contains(layout.size))
        }
    }
}

/// Titles of anything that Unicode has, and of what fonts have more often.
enum RandomTitle {
    private static let blocks: [ClosedRange<Int>] = [
        0x20...0x7E, 0x20...0x7E, 0xA0...0x17F, 0x300...0x36F, 0x370...0x52F, 0x530...0x6FF, 0x900...0xDFF, 0xE00...0x10FF,
        0x2000...0x206F, 0x2190...0x27BF, 0x3000...0x30FF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xE000...0xE0FF, 0xFB1D...0xFDFF,
        0xFE00...0xFFFF, 0x1F1E6...0x1F1FF, 0x1F300...0x1FAFF, 0xE0000...0xE01EF, 0...0x10FFFF, 0...0x1F,
    ]

    static func make(_ random: inout SeededGenerator) -> String {
        var title = String.UnicodeScalarView()
        let first = random.pick(blocks)
        for _ in 0..<random.integer(1...(random.chance(0.1) ? 400 : 40)) {
            let block = random.chance(0.7) ? first : random.pick(blocks)
            if let scalar = Unicode.Scalar(UInt32(random.integer(block))) { title.append(scalar) }
            if random.chance(0.15) { title.append(" ") }
        }
        return String(title)
    }
}
