import Foundation

/// What the author asked for after style expansion. Its digest is the key that a picture is kept under, so
/// nothing else may join it: no provider, model, quality, path, time or secret.
package struct Recipe: Sendable, Hashable {
    package var prompt: String
    package var negative: String?
    package var shape: PictureShape
    package var background: ImageRequest.Background?
    package var seed: Int?
    /// Digests of the reference pictures, in the author's order.
    package var references: [Digest]
    /// Key of the light picture's recipe, in the recipe of its dark companion.
    package var light: Digest?

    /// Raising it makes every picture of every user anew. It is here so that it never has to be raised: a new
    /// field is left out of the JSON where it is not set.
    package static let formatVersion = 1

    package init(
        prompt: String, negative: String? = nil, shape: PictureShape, background: ImageRequest.Background? = nil,
        seed: Int? = nil, references: [Digest] = [], light: Digest? = nil
    ) {
        self.prompt = Self.normalized(prompt)
        self.negative = negative.map(Self.normalized).flatMap { $0.isEmpty ? nil : $0 }
        self.shape = shape
        self.background = background
        self.seed = seed
        self.references = references
        self.light = light
    }

    /// NFC, runs of white space folded to one blank, none at the ends.
    package static func normalized(_ text: String) -> String {
        plainNormalized(text)
            ?? text.precomposedStringWithCanonicalMapping.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The same for text of Latin letters and typographic marks, as most text is, without a look into Unicode's tables.
    /// Nothing for other text.
    ///
    /// Below U+0300, where combining marks begin, and from U+2010 to U+2027 and U+2030 to U+203F, every scalar is a character
    /// of its own and in NFC (Unicode's DerivedNormalizationProps.txt); white space among them is ASCII's, U+0085 and U+00A0.
    private static func plainNormalized(_ text: String) -> String? {
        var text = text
        return text.withUTF8 { bytes -> String? in
            guard isPlain(bytes) else { return nil }
            return String(unsafeUninitializedCapacity: bytes.count) { folded in
                var count = 0
                var isBetweenWords = false
                var index = 0
                while index < bytes.count {
                    let byte = bytes[index]
                    index += 1
                    if byte == 0x20 || (0x09...0x0D).contains(byte) {
                        isBetweenWords = true
                        continue
                    }
                    if byte == 0xC2, bytes[index] == 0x85 || bytes[index] == 0xA0 {
                        isBetweenWords = true
                        index += 1
                        continue
                    }
                    // A blank is written with the word behind it, so that there is none at the end.
                    if isBetweenWords, count > 0 {
                        folded[count] = 0x20
                        count += 1
                    }
                    isBetweenWords = false
                    folded[count] = byte
                    count += 1
                }
                return count
            }
        }
    }

    private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        while index < bytes.count {
            switch bytes[index] {
            case 0x00...0x7F: index += 1
            case 0xC2...0xCB: index += 2
            case 0xE2:
                guard bytes[index + 1] == 0x80,
                    (0x90...0xA7).contains(bytes[index + 2]) || (0xB0...0xBF).contains(bytes[index + 2])
                else { return false }
                index += 3
            default: return false
            }
        }
        return true
    }
}
