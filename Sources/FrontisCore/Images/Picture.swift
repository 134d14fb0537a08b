/// What a picture's bytes are. The only type that has a digest, a kind and a size; who made a picture, where it is in the
/// output and what it is called there are said by the types that hold one.
package struct Picture: Sendable, Hashable {
    /// Of the bytes.
    package var digest: Digest
    package var mediaType: MediaType
    /// Pixels.
    package var width: Int
    /// Pixels.
    package var height: Int

    package init(digest: Digest, mediaType: MediaType, width: Int, height: Int) {
        self.digest = digest
        self.mediaType = mediaType
        self.width = width
        self.height = height
    }
}

/// Who made a picture, when, and for how much.
package struct Making: Sendable, Hashable {
    /// The account's name in `frontis.yaml`.
    package var provider: String
    package var dialect: String
    package var model: String?
    package var quality: String?
    package var created: Timestamp
    package var cost: Cost?
    /// Of a dark picture: the light one that it was made beside.
    package var light: Digest?

    package init(
        provider: String, dialect: String, model: String?, quality: String?, created: Timestamp, cost: Cost?,
        light: Digest? = nil
    ) {
        self.provider = provider
        self.dialect = dialect
        self.model = model
        self.quality = quality
        self.created = created
        self.cost = cost
        self.light = light
    }
}

/// A picture of the store: what it is, who made it, and its number among those that were made for its recipe. Its parts'
/// members are its own, as whoever asks for a picture's size does not care which part has it.
@dynamicMemberLookup package struct StoredImage: Sendable, Hashable {
    package var picture: Picture
    package var making: Making
    /// From 1.
    package var candidate: Int

    package init(_ picture: Picture, _ making: Making, candidate: Int) {
        self.picture = picture
        self.making = making
        self.candidate = candidate
    }

    package subscript<Member>(dynamicMember member: WritableKeyPath<Picture, Member>) -> Member {
        get { picture[keyPath: member] }
        set { picture[keyPath: member] = newValue }
    }

    package subscript<Member>(dynamicMember member: WritableKeyPath<Making, Member>) -> Member {
        get { making[keyPath: member] }
        set { making[keyPath: member] = newValue }
    }
}

/// A picture as pages show it.
@dynamicMemberLookup package struct OutputPicture: Sendable {
    package var picture: Picture
    /// Under the output directory: `images/3f0a….png`.
    package var path: SitePath
    /// Where the bytes are, an absolute path.
    package var file: String
    /// Bytes, as feeds' enclosures want them.
    package var length: Int
    package var isPlaceholder: Bool
    /// Nothing for the site's own files.
    package var provenance: PictureProvenance?

    package init(
        _ picture: Picture, path: SitePath, file: String, length: Int, isPlaceholder: Bool,
        provenance: PictureProvenance?
    ) {
        self.picture = picture
        self.path = path
        self.file = file
        self.length = length
        self.isPlaceholder = isPlaceholder
        self.provenance = provenance
    }

    package subscript<Member>(dynamicMember member: KeyPath<Picture, Member>) -> Member { picture[keyPath: member] }
}

extension OutputPicture {
    /// Where the original is in the output if the site publishes originals; nothing for a picture that was not
    /// generated.
    package var originalPath: SitePath? { provenance?.originalPath(picture.mediaType) }
}
