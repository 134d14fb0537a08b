import CVips

/// What cutting, measuring and writing on pictures needs of libvips. Each gives nothing where libvips fails.
extension VipsPicture {
    /// Of bands of eight bits, sRGB; nothing where the bytes are not as many as the size says.
    init?(pixels: [UInt8], width: Int, height: Int, bands: Int) {
        guard width > 0, height > 0, bands > 0, pixels.count == width * height * bands else { return nil }
        self.init { image in
            pixels.withUnsafeBytes { memory in
                frontis_from_memory(
                    memory.baseAddress, memory.count, Int32(width), Int32(height), Int32(bands), image)
            }
        }
    }

    /// Row after row, as many bytes a pixel as there are bands, for pictures of eight bits.
    func pixels() -> [UInt8]? {
        guard frontis_image_is_bytes(image) else { return nil }
        var length = 0
        guard let memory = frontis_image_pixels(image, &length) else { return nil }
        defer { frontis_free(memory) }
        return Array(UnsafeRawBufferPointer(start: memory, count: length))
    }

    var hasAlpha: Bool { frontis_image_has_alpha(image) }

    /// Whether something shows through somewhere. Looks at every pixel of a picture with alpha.
    func isTransparent() -> Bool {
        guard hasAlpha else { return false }
        guard let srgb = inSRGB(), let alpha = VipsPicture({ frontis_last_band(srgb.image, $0) }) else {
            return true
        }
        return alpha.pixels()?.contains { $0 < 255 } ?? true
    }

    /// Three bands of eight bits, and alpha where the picture has it: whatever came, greys and 16 bits included.
    func inSRGB() -> VipsPicture? { VipsPicture { frontis_srgb(image, $0) } }

    func cut(to box: PictureBox) -> VipsPicture? {
        VipsPicture {
            frontis_extract_area(
                image, Int32(box.left), Int32(box.top), Int32(box.width), Int32(box.height), $0)
        }
    }

    func cutToAttention(width: Int, height: Int) -> VipsPicture? {
        VipsPicture { frontis_attention_crop(image, Int32(width), Int32(height), $0) }
    }

    func resized(toExactly width: Int, _ height: Int) -> VipsPicture? {
        VipsPicture { frontis_resize_exact(image, Int32(width), Int32(height), $0) }
    }

    func spread(to width: Int, _ height: Int) -> VipsPicture? {
        VipsPicture { frontis_spread(image, Int32(width), Int32(height), $0) }
    }

    /// The other picture over this one, its corner at `left` and `top`; opaque where this one is.
    func overlaid(with other: borrowing VipsPicture, left: Int, top: Int) -> VipsPicture? {
        let above = other.image
        return VipsPicture { frontis_overlay(image, above, Int32(left), Int32(top), $0) }
    }

    /// `sigma` in pixels.
    func blurred(_ sigma: Double) -> VipsPicture? { VipsPicture { frontis_blur(image, sigma, $0) } }

    /// Every value times `factor`; not for pictures with alpha.
    func darkened(to factor: Double) -> VipsPicture? { VipsPicture { frontis_darken(image, factor, $0) } }

    /// Makes every pixel now, once.
    func inMemory() -> VipsPicture? { VipsPicture { frontis_copy_memory(image, $0) } }
}
