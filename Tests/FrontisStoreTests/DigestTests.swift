import FrontisCore
import FrontisStore
import Testing

@Suite struct DigestTests {
    /// The first two are test vectors of FIPS 180-4's examples.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        ("é", "4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c"),
    ])
    func digestsText(_ text: String, expected: String) {
        #expect(Digest.of(text).hex == expected)
        #expect(Digest.of(Array(text.utf8)).hex == expected)
    }

    @Test func piecesGiveTheDigestOfTheWhole() {
        var builder = DigestBuilder()
        builder.update("a")
        builder.update([UInt8(ascii: "b")])
        [UInt8(ascii: "c")].withUnsafeBytes { builder.update($0) }
        #expect(builder.finish() == Digest.of("abc"))
    }

    @Test func framedPiecesAreNotMistakenForOthers() {
        var left = DigestBuilder()
        left.updateFramed("ab")
        left.updateFramed("c")
        var right = DigestBuilder()
        right.updateFramed("a")
        right.updateFramed([UInt8(ascii: "b"), UInt8(ascii: "c")])
        #expect(left.finish() != right.finish())
    }

    /// If this changes, every picture of every user is made and paid for anew.
    @Test func keyOfARecipeStaysForEver() throws {
        let recipe = Recipe(prompt: "A fox in fresh snow", shape: .aspect(.standard))
        #expect(recipe.canonicalJSON == #"{"aspect":"3:2","prompt":"A fox in fresh snow","version":1}"#)
        #expect(recipe.key.hex == "078e4b5ad26dad1ed24f35b6e23c8ec7c83c7ada643c6815a4aaa27b813143f8")
    }

    @Test func everyFieldOfARecipeIsInItsKey() throws {
        let base = Recipe(prompt: "A fox", shape: .aspect(.standard))
        let square = try #require(Aspect("1:1"))
        let size = try #require(PictureSize("1536x1024"))
        let others = [
            Recipe(prompt: "A box", shape: .aspect(.standard)),
            Recipe(prompt: "A fox", negative: "text", shape: .aspect(.standard)),
            Recipe(prompt: "A fox", shape: .aspect(square)),
            Recipe(prompt: "A fox", shape: .size(size)),
            Recipe(prompt: "A fox", shape: .aspect(.standard), background: .opaque),
            Recipe(prompt: "A fox", shape: .aspect(.standard), background: .transparent),
            Recipe(prompt: "A fox", shape: .aspect(.standard), seed: 7),
            Recipe(prompt: "A fox", shape: .aspect(.standard), references: [Digest.of("a")]),
            Recipe(prompt: "A fox", shape: .aspect(.standard), references: [Digest.of("a"), Digest.of("b")]),
            Recipe(prompt: "A fox", shape: .aspect(.standard), references: [Digest.of("b"), Digest.of("a")]),
        ]
        #expect(Set(([base] + others).map(\.key)).count == others.count + 1)
        #expect(Recipe(prompt: " A\n fox ", negative: " ", shape: .aspect(.standard)).key == base.key)
    }
}
