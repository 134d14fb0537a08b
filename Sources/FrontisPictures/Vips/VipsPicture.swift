import CVips

/// Owns one reference to a `VipsImage`.
///
/// Images are lazy: bytes given to a loader must stay where they are for as long as the picture lives, so each
/// is made, used and given up inside one closure that holds the bytes.
struct VipsPicture: ~Copyable {
    let image: UnsafeMutablePointer<VipsImage>

    /// Runs a libvips call that makes an image; nothing if it fails.
    init?(_ make: (UnsafeMutablePointer<UnsafeMutablePointer<VipsImage>?>) -> Int32) {
        var made: UnsafeMutablePointer<VipsImage>?
        guard make(&made) == 0, let made else {
            if let made { g_object_unref(made) }
            return nil
        }
        image = made
    }

    deinit {
        g_object_unref(image)
    }

    var width: Int { Int(vips_image_get_width(image)) }
    var height: Int { Int(vips_image_get_height(image)) }
    var bands: Int { Int(vips_image_get_bands(image)) }
    /// Whether the Exif orientation turns it by a quarter, as browsers will.
    var isTurned: Bool { vips_image_get_orientation_swap(image) != 0 }

    /// Pictures in the file; more than one in an animation.
    var pages: Int { Int(vips_image_get_n_pages(image)) }

    /// Makes every pixel, in little memory; false where the file is damaged.
    ///
    /// Asks for one strip after the other on this thread. libvips' own operations ask on several at once, and then
    /// libvips 8.14 tells one of them of a damaged row and lets the other pass over it, so that the same bytes are
    /// damaged in one run and whole in the next.
    func decodes() -> Bool {
        guard vips_image_pio_input(image) == 0, let region = vips_region_new(image) else { return false }
        defer { g_object_unref(region) }
        for top in stride(from: 0, to: height, by: Self.stripHeight) {
            var strip = VipsRect(
                left: 0, top: Int32(top), width: Int32(width), height: Int32(min(Self.stripHeight, height - top)))
            guard vips_region_prepare(region, &strip) == 0 else { return false }
        }
        return true
    }

    /// Rows.
    private static let stripHeight = 64

    func droppingAlpha() -> VipsPicture? {
        VipsPicture { frontis_drop_alpha(image, $0) }
    }

    func png() -> [UInt8]? { saved { frontis_png_save(image, $0, $1) } }

    /// With the filters that photographs want.
    func photographicPNG() -> [UInt8]? { saved { frontis_photographic_png_save(image, $0, $1) } }

    /// On white where it is transparent. `quality` from 1 to 100.
    func jpeg(quality: Int) -> [UInt8]? { saved { frontis_jpeg_save(image, Int32(quality), $0, $1) } }

    func saved(
        _ save: (UnsafeMutablePointer<UnsafeMutableRawPointer?>, UnsafeMutablePointer<Int>) -> Int32
    ) -> [UInt8]? {
        var memory: UnsafeMutableRawPointer?
        var length = 0
        let status = save(&memory, &length)
        defer { g_free(memory) }
        guard status == 0, let memory else { return nil }
        return Array(UnsafeRawBufferPointer(start: memory, count: length))
    }
}
