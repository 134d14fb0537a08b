/// Where a generated picture comes from: what its file, its page and the site's list of generated pictures say of it.
public struct PictureProvenance: Sendable, Hashable, Codable {
    /// The slot that shows it, by its own name.
    public var slot: SlotID
    /// Of the bytes as they came.
    public var digest: Digest
    /// The account's name in `frontis.yaml`: for the site's owner, never for the public.
    public var provider: String
    /// The protocol by which it was asked for: `openai`, `pattern` …
    public var dialect: String
    /// As the vendor or the owner calls it; nothing where nobody has said.
    public var model: String?
    /// Nothing for art that is drawn anew whenever it is missing.
    public var created: Timestamp?
    /// How it came to be.
    public var source: DigitalSource
    /// The signed statement in the original's bytes, if there is one. It is never edited; a derived file has none.
    public var credential: ContentCredential?

    package init(
        slot: SlotID, digest: Digest, provider: String, dialect: String, model: String? = nil,
        created: Timestamp? = nil, credential: ContentCredential? = nil
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
    public var label: String {
        guard source.isByModel else { return "Picture drawn by a program" }
        return model.map { "Picture made by AI (\($0))" } ?? "Picture made by AI"
    }
}

/// A C2PA manifest store that stands in a picture's bytes ("Content Credentials"). That it is there, not that it is
/// true: no signature is checked.
public struct ContentCredential: Sendable, Hashable, Codable {
    /// Bytes of the manifest store.
    public var length: Int
    /// The program that claims to have made the picture, in its own words; nothing where they cannot be read.
    public var generator: String?

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
