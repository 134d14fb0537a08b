import Crypto
package import FrontisCore

/// Computes a SHA-256 digest piece by piece, so that what is hashed never has to be in memory as a whole.
///
/// Pieces run together: `"ab"` then `"c"` gives the digest of `"abc"`. Where two fields must not be mistaken
/// for one another, use `updateFramed`.
package struct DigestBuilder: Sendable {
    private var hasher = SHA256()

    package init() {}

    package mutating func update(_ bytes: UnsafeRawBufferPointer) {
        hasher.update(bufferPointer: bytes)
    }

    package mutating func update(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { hasher.update(bufferPointer: $0) }
    }

    /// The text's UTF-8.
    package mutating func update(_ text: String) {
        var text = text
        text.withUTF8 { hasher.update(bufferPointer: UnsafeRawBufferPointer($0)) }
    }

    /// The piece's length as eight bytes, the lowest first, then the piece.
    package mutating func updateFramed(_ bytes: [UInt8]) {
        updateLength(bytes.count)
        update(bytes)
    }

    /// The text's length in UTF-8 as eight bytes, the lowest first, then its UTF-8.
    package mutating func updateFramed(_ text: String) {
        updateLength(text.utf8.count)
        update(text)
    }

    /// The digest of all pieces.
    package consuming func finish() -> FrontisCore.Digest {
        let hexadecimal = hasher.finalize().withUnsafeBytes { bytes in
            String(unsafeUninitializedCapacity: bytes.count * 2) { text in
                for (index, byte) in bytes.enumerated() {
                    text[index * 2] = Self.digit(byte >> 4)
                    text[index * 2 + 1] = Self.digit(byte & 15)
                }
                return bytes.count * 2
            }
        }
        guard let digest = FrontisCore.Digest(hex: hexadecimal) else {
            preconditionFailure("SHA-256 gives 32 bytes")
        }
        return digest
    }

    /// The first eight bytes of the bytes' digest, to tell texts apart that nobody has made to be mistaken.
    package static func beginning(of bytes: UnsafeRawBufferPointer) -> UInt64 {
        var hasher = SHA256()
        hasher.update(bufferPointer: bytes)
        return hasher.finalize().withUnsafeBytes { $0.loadUnaligned(as: UInt64.self) }
    }

    private mutating func updateLength(_ length: Int) {
        withUnsafeBytes(of: UInt64(length).littleEndian) { hasher.update(bufferPointer: $0) }
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}
