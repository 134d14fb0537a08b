import CVips

/// Owns one reference to a `VipsImage`.
///
/// Images are lazy: bytes given to a loader must stay where they are for as long as the picture lives, so each
/// is made, used and given up inside one closure that holds the bytes.
struct VipsPicture: ~Copyable {
    let image: OpaquePointer

    /// Runs a libvips call that makes an image; nothing if it fails.
    init?(_ make: (UnsafeMutablePointer<OpaquePointer?>) -> Int32) {
        var made: OpaquePointer?
        guard Vips.isThere, make(&made) == 0, let made else {
            if let made { frontis_image_unref(made) }
            return nil
        }
        image = made
    }

    deinit {
        frontis_image_unref(image)
    }

    var width: Int { Int(frontis_image_width(image)) }
    var height: Int { Int(frontis_image_height(image)) }
    var bands: Int { Int(frontis_image_bands(image)) }
    /// Whether the Exif orientation turns it by a quarter, as browsers will.
    var isTurned: Bool { frontis_image_is_turned(image) }

    /// Pictures in the file; more than one in an animation.
    var pages: Int { Int(frontis_image_pages(image)) }

    /// Makes every pixel, in little memory; false where the file is damaged.
    ///
    /// Asks for one strip after the other on this thread. libvips' own operations ask on several at once, and then
    /// libvips 8.14 tells one of them of a damaged row and lets the other pass over it, so that the same bytes are
    /// damaged in one run and whole in the next.
    func decodes() -> Bool {
        frontis_image_decodes(image, 64)
    }

    func droppingAlpha() -> VipsPicture? {
        VipsPicture { frontis_drop_alpha(image, $0) }
    }

    func png() -> [UInt8]? { saved { frontis_png_save(image, $0, $1) } }

    /// With the filters that photographs want.
    func photographicPNG() -> [UInt8]? { saved { frontis_filtered_png_save(image, true, $0, $1) } }

    /// On white where it is transparent. `quality` from 1 to 100.
    func jpeg(quality: Int) -> [UInt8]? { saved { frontis_jpeg_save(image, Int32(quality), $0, $1) } }

    func saved(
        _ save: (UnsafeMutablePointer<UnsafeMutableRawPointer?>, UnsafeMutablePointer<Int>) -> Int32
    ) -> [UInt8]? {
        var memory: UnsafeMutableRawPointer?
        var length = 0
        let status = save(&memory, &length)
        defer { frontis_free(memory) }
        guard status == 0, let memory else { return nil }
        return Array(UnsafeRawBufferPointer(start: memory, count: length))
    }
}
