package import FrontisCore

extension Digest {
    /// The SHA-256 digest of `bytes`.
    package static func of(_ bytes: UnsafeRawBufferPointer) -> Digest {
        var builder = DigestBuilder()
        builder.update(bytes)
        return builder.finish()
    }

    /// The SHA-256 digest of `bytes`.
    package static func of(_ bytes: [UInt8]) -> Digest {
        var builder = DigestBuilder()
        builder.update(bytes)
        return builder.finish()
    }

    /// The SHA-256 digest of the text's UTF-8.
    package static func of(_ text: String) -> Digest {
        var builder = DigestBuilder()
        builder.update(text)
        return builder.finish()
    }
}

extension Recipe {
    /// What the recipe's pictures are kept under: the digest of its canonical JSON.
    package var key: Digest { Digest.of(canonicalJSON) }
}
