/// Where a generated picture comes from: what its file, its page and the site's list of generated pictures say of it.
package struct PictureProvenance: Sendable, Hashable {
    /// The slot that shows it, by its own name.
    package var slot: SlotID
    /// Of the bytes as they came.
    package var digest: Digest
    /// The account's name in `frontis.yaml`: for the site's owner, never for the public.
    package var provider: String
    package var dialect: String
    /// As the vendor or the owner calls it; nothing where nobody has said.
    package var model: String?
    /// RFC 3339, UTC; nothing for art that is drawn anew whenever it is missing.
    package var created: String?
    package var source: DigitalSource
    /// The signed statement in the original's bytes, if there is one. It is never edited; a derived file has none.
    package var credential: ContentCredential?

    package init(
        slot: SlotID, digest: Digest, provider: String, dialect: String, model: String? = nil,
        created: String? = nil, credential: ContentCredential? = nil
    ) {
        self.slot = slot
        self.digest = digest
        self.provider = provider
        self.dialect = dialect
        self.model = model
        self.created = created
        source = DigitalSource(dialect: dialect)
        self.credential = credential
    }

    /// For people, in English: that a machine made the picture, and which.
    package var label: String {
        guard source.isByModel else { return "Picture drawn by a program" }
        return model.map { "Picture made by AI (\($0))" } ?? "Picture made by AI"
    }
}

/// A C2PA manifest store that stands in a picture's bytes ("Content Credentials"). That it is there, not that it is
/// true: no signature is checked.
package struct ContentCredential: Sendable, Hashable, Codable {
    /// Bytes of the manifest store.
    package var length: Int
    /// The program that claims to have made the picture, in its own words; nothing where they cannot be read.
    package var generator: String?

    package init(length: Int, generator: String?) {
        self.length = length
        self.generator = generator
    }
}

extension PictureProvenance {
    /// Where the original is in the output if the site publishes originals.
    package func originalPath(_ type: MediaType) -> SitePath? {
        SitePath("originals/\(digest.hex.prefix(20)).\(type.fileExtension)")
    }
}

extension OutputPicture {
    /// Where the original is in the output if the site publishes originals; nothing for a picture that was not
    /// generated.
    package var originalPath: SitePath? { provenance?.originalPath(picture.mediaType) }
}
