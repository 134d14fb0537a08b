import CVips

/// The tiny picture that a page carries in itself and shows, blurred by its scaling, until the real one is there.
package enum PreviewEncoder {
    /// Pixels of the longer side.
    package static let side = 20
    /// Bytes of the WebP; as many again by a third in a page's `data:` address.
    package static let largest = 200
    /// To be raised when the same picture would give another preview.
    package static let version = 1

    /// A WebP of at most `side` pixels and, but for the oddest of pictures, `largest` bytes; nothing for a picture
    /// that shows the page's own colour through itself, which a preview would paint over. Throws `notDrawn`.
    static func webp(_ picture: borrowing VipsPicture) throws(PictureError) -> [UInt8]? {
        guard !picture.isTransparent() else { return nil }
        let size = PictureColors.small(picture, longest: side)
        guard let srgb = picture.inSRGB(), let opaque = srgb.bands == 4 ? srgb.droppingAlpha() : consume srgb,
            let small = opaque.resized(toExactly: size.width, size.height)?.inMemory()
        else { throw .notDrawn(Vips.takeError()) }
        var smallest: [UInt8]?
        for quality in [60, 40, 20, 5] {
            guard let bytes = encoded(small, quality) else { throw .notDrawn(Vips.takeError()) }
            smallest = bytes
            if bytes.count <= largest { break }
        }
        return smallest
    }

    private static func encoded(_ picture: borrowing VipsPicture, _ quality: Int) -> [UInt8]? {
        var memory: UnsafeMutableRawPointer?
        var length = 0
        let status = frontis_preview_save(picture.image, Int32(quality), &memory, &length)
        defer { frontis_free(memory) }
        guard status == 0, let memory else { return nil }
        return WebPChunks.withoutExif(Array(UnsafeRawBufferPointer(start: memory, count: length)))
    }
}
