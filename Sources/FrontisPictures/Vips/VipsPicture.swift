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

    /// Makes every pixel, in little memory; false where the file is damaged.
    func decodes() -> Bool {
        frontis_decode(image) == 0
    }

    func droppingAlpha() -> VipsPicture? {
        VipsPicture { frontis_drop_alpha(image, $0) }
    }

    func png() -> [UInt8]? {
        var memory: UnsafeMutableRawPointer?
        var length = 0
        let status = frontis_png_save(image, &memory, &length)
        defer { g_free(memory) }
        guard status == 0, let memory else { return nil }
        return Array(UnsafeRawBufferPointer(start: memory, count: length))
    }
}
