import Foundation
import FrontisCore
import FrontisStore
import FrontisTestSupport
import Testing

@Suite struct RecipeTests {
    private static let base = Recipe(prompt: "A  fox\n in snow", shape: .aspect(Aspect.standard))

    @Test func canonicalJSONIsPinned() {
        #expect(Self.base.canonicalJSON == #"{"aspect":"3:2","prompt":"A fox in snow","version":1}"#)
        let full = Recipe(
            prompt: "e\u{301} \"q\"", negative: " text,  watermark ", shape: .size(PictureSize("1536x864")!),
            background: .transparent, seed: 7, references: [Digest(hex: String(repeating: "a", count: 64))!])
        #expect(
            full.canonicalJSON
                == #"{"background":"transparent","negative":"text, watermark","prompt":"é \"q\"","references":[""#
                + String(repeating: "a", count: 64) + #""],"seed":7,"size":"1536x864","version":1}"#)
    }

    /// Only a dark companion's recipe has the member, so that the keys of all others are what they were.
    @Test func theLightKeyIsOneFieldMore() {
        let light = String(repeating: "b", count: 64)
        let dark = Recipe(prompt: "A fox at night", shape: .aspect(.standard), light: Digest(hex: light)!)
        #expect(dark.canonicalJSON == #"{"aspect":"3:2","light":"\#(light)","prompt":"A fox at night","version":1}"#)
    }

    @Test func everyFieldCounts() {
        var variants = [Self.base.canonicalJSON]
        var recipe = Self.base
        recipe.prompt = "A fox"
        variants.append(recipe.canonicalJSON)
        recipe = Self.base
        recipe.negative = "text"
        variants.append(recipe.canonicalJSON)
        recipe = Self.base
        recipe.shape = .size(PictureSize("300x200")!)
        variants.append(recipe.canonicalJSON)
        recipe = Self.base
        recipe.background = .opaque
        variants.append(recipe.canonicalJSON)
        recipe = Self.base
        recipe.seed = 0
        variants.append(recipe.canonicalJSON)
        recipe = Self.base
        recipe.references = [Digest(hex: String(repeating: "0", count: 64))!]
        variants.append(recipe.canonicalJSON)
        recipe = Self.base
        recipe.light = Digest(hex: String(repeating: "0", count: 64))!
        variants.append(recipe.canonicalJSON)
        #expect(Set(variants).count == 8)
    }

    @Test func whiteSpaceAndCompositionDoNotCount() {
        #expect(Recipe(prompt: "A fox in snow ", shape: Self.base.shape) == Self.base)
        #expect(
            Recipe(prompt: "cafe\u{301}", shape: Self.base.shape).canonicalJSON
                == Recipe(prompt: "café", shape: Self.base.shape).canonicalJSON)
    }

    private static func reference(_ text: String) -> String {
        text.precomposedStringWithCanonicalMapping.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Text of Latin letters is folded byte by byte: the same comes out as for any other.
    @Test(arguments: [
        "ab. ,\t\n\r\u{0B}\u{0C}\u{1C}\u{1F}\u{7F}\0\u{08}  ",
        "aé ß\u{80}\u{85}\u{A0}\u{AD}\u{BF}\u{C0}\u{17F}\u{24F}\u{2AF}\u{2FF}–—’“”…\u{2010}\u{2027}\u{2030}\u{203F} \r\n",
        "e \u{2FF}\u{300}\u{301}\u{200D}\u{200F}\u{2000}\u{2001}\u{2028}\u{2029}\u{202F}\u{205F}\u{3000}\u{212B}日\u{FEFF}🦊\u{85}\u{A0}…",
    ])
    func plainTextIsNormalizedAsAnyTextIs(alphabet: String) {
        var numbers = SeededNumbers(seed: 20_261_129)
        let signs = Array(alphabet.unicodeScalars)
        for _ in 0..<2_000 {
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...12, using: &numbers) { text.append(signs.randomElement(using: &numbers) ?? " ") }
            #expect(Recipe.normalized(String(text)) == Self.reference(String(text)), "\(text.map(\.value))")
        }
    }

    /// Each alone, and with a letter before and a combining mark behind.
    @Test func everyScalarIsNormalizedAsAnyTextIs() {
        for value in Array(0...0x3FF) + Array(0x2000...0x206F) as [UInt32] {
            guard let scalar = Unicode.Scalar(value) else { continue }
            for text in ["\(scalar)", "a\(scalar)b", "\(scalar) \(scalar)", "\(scalar)\u{301}", "e\u{301}\(scalar)"] {
                #expect(Array(Recipe.normalized(text).utf8) == Array(Self.reference(text).utf8), "\(value)")
            }
        }
    }
}
