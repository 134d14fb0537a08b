package import FrontisCore
import FrontisText

/// A file on its way into a bucket.
package struct BucketObject: Sendable {
    /// Whole, with the prefix.
    package let name: String
    package let mediaType: MediaType
    /// Bytes.
    package let size: Int
    /// Of all of its bytes, in base64.
    package let md5: String
    /// Whether the name follows from these very bytes, so that others under it are wrong. A variant's name follows
    /// from what it was made of: another machine's arithmetic may end in a byte of its own.
    package let isNamedByItsBytes: Bool
    /// Reads a part. What it throws ends the upload.
    package let read: @Sendable (Range<Int>) throws(ProviderFailure) -> [UInt8]

    package init(
        name: String, mediaType: MediaType, size: Int, md5: String, isNamedByItsBytes: Bool = true,
        read: @escaping @Sendable (Range<Int>) throws(ProviderFailure) -> [UInt8]
    ) {
        self.name = name
        self.mediaType = mediaType
        self.size = size
        self.md5 = md5
        self.isNamedByItsBytes = isNamedByItsBytes
        self.read = read
    }

    /// What the service is told about it. It compares the digest with what has arrived and refuses anything else, so
    /// that a name never stands for broken bytes: nothing is replaced afterwards.
    var metadata: JSONValue {
        .object([
            .init("name", .text(name)), .init("contentType", .text(mediaType.rawValue)),
            .init("cacheControl", .text(Self.cacheControl)), .init("md5Hash", .text(md5)),
        ])
    }

    /// Names follow from the bytes, so what a name stands for never changes.
    static let cacheControl = "public, max-age=31536000, immutable"
}

/// What a bucket says of an object that it holds.
package struct BucketEntry: Sendable, Hashable {
    package let name: String
    /// Bytes.
    package let size: Int?
    /// In base64; objects that were put together from parts have none.
    package let md5: String?

    /// Nothing for what is no object's resource.
    init?(_ json: JSONValue) {
        guard let name = json["name"]?.text else { return nil }
        self.name = name
        // A 64-bit number, which JSON's are not: as text.
        size = json["size"]?.scalarText.flatMap { Int($0) }
        md5 = json["md5Hash"]?.text
    }

    /// Whether these may be the bytes of the file, as far as the bucket says what it has.
    package func isCopy(size: Int, md5: String) -> Bool {
        (self.size ?? size) == size && (self.md5 ?? md5) == md5
    }
}

/// A part of a bucket's list.
package struct BucketPage: Sendable {
    package let entries: [BucketEntry]
    /// Where the next part begins; nothing after the last one.
    package let next: String?
}
