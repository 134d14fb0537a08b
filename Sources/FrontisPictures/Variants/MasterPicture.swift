import CVips
import Foundation
package import FrontisCore

/// A picture decoded once, upright, in sRGB and in memory, of which smaller ones are made. Nothing of the file's
/// metadata is left in it: neither where a photograph was taken, nor a colour profile that is no longer true.
package struct MasterPicture: ~Copyable {
    let picture: VipsPicture
    /// Whether no pixel lets anything through.
    package let isOpaque: Bool

    package var width: Int { picture.width }
    package var height: Int { picture.height }

    /// - Parameters:
    ///   - info: what `PictureInspector.header` says of the bytes.
    ///   - box: pixels; the picture is made no larger than this while it is decoded, and never larger than it is.
    /// - Throws: why the bytes cannot be decoded to the last row.
    package init(
        _ bytes: [UInt8], _ info: PictureInfo, fitting box: (width: Int, height: Int),
        limits: PictureLimits = .ownFiles
    ) throws(PictureError) {
        try Vips.start()
        let (pixels, overflow) = info.width.multipliedReportingOverflow(by: info.height)
        guard !overflow, pixels <= limits.pixels, max(info.width, info.height) <= limits.side else {
            throw .tooLarge(width: info.width, height: info.height, limits: limits)
        }
        guard let loader = PictureInspector.loader(for: info.mediaType) else {
            throw .unsupported(format: info.mediaType == .svg ? "SVG" : info.mediaType.rawValue)
        }
        let shrink = info.mediaType == .jpeg ? Self.shrink(info, into: box) : 1
        var decoded: VipsPicture?
        bytes.withUnsafeBytes { memory in
            decoded = Self.decode(memory, loader, box: box, shrink: shrink, usesProfile: true)
            // A scan in greys with the profile of its scanner, which is one of colours: its pixels are good.
            if decoded == nil {
                _ = Vips.takeError()
                decoded = Self.decode(memory, loader, box: box, shrink: shrink, usesProfile: false)
            }
        }
        guard let made = decoded.take() else {
            _ = Vips.takeError()
            throw PictureInspector.failure(of: bytes, as: info.mediaType)
        }
        made.removeMetadata()
        let isOpaque = !made.isTransparent()
        guard let kept = isOpaque && made.bands == 4 ? made.droppingAlpha() : consume made else {
            throw .notDrawn(Vips.takeError())
        }
        self.isOpaque = isOpaque
        picture = kept
    }

    private static func decode(
        _ memory: UnsafeRawBufferPointer, _ loader: PictureInspector.Loader, box: (width: Int, height: Int),
        shrink: Int,
        usesProfile: Bool
    ) -> VipsPicture? {
        let loaded = VipsPicture {
            shrink > 1
                ? frontis_shrunk_jpeg_load(memory.baseAddress, memory.count, Int32(shrink), $0)
                : loader(memory.baseAddress, memory.count, $0)
        }
        guard let loaded, usesProfile || loaded.dropProfile(),
            let upright = VipsPicture({
                frontis_upright_srgb(loaded.image, Int32(box.width), Int32(box.height), $0)
            }), let plain = upright.inSRGB()
        else { return nil }
        return plain.inMemory()
    }

    /// The largest of 1, 2, 4, 8 by which a JPEG may shrink while it is decoded and still fill the box.
    private static func shrink(_ info: PictureInfo, into box: (width: Int, height: Int)) -> Int {
        let scale = max(1, min(Double(info.width) / Double(box.width), Double(info.height) / Double(box.height)))
        // What the decoder leaves is scaled further, which looks better from a little more than is needed.
        return [8, 4, 2].first { Double($0) * 1.2 <= scale } ?? 1
    }

    /// What stands for the picture while it loads; nothing where something behind it would shine through.
    package func preview() throws(PictureError) -> PicturePreview? {
        guard isOpaque, let color = try PictureColors.dominant(picture), let webp = try PreviewEncoder.webp(picture)
        else { return nil }
        return PicturePreview(color: color, address: "data:image/webp;base64," + Data(webp).base64EncodedString())
    }
}

extension VipsPicture {
    /// What the file says of its colours.
    ///
    /// - Returns: whether there was anything.
    func dropProfile() -> Bool { frontis_remove_metadata(image, "icc-profile-data") }

    /// Every field that libvips read from a file besides the pixels.
    func removeMetadata() { frontis_remove_all_metadata(image) }

    /// The file's bytes, with what is to be said of the picture in its metadata, and nothing else there.
    func encoded(as encoding: PictureEncoding, provenance: EmbeddedProvenance? = nil) throws(PictureError) -> [UInt8] {
        guard let provenance else { return try saved(as: encoding, isBare: true) }
        guard let labelled = VipsPicture({ frontis_shallow_copy(image, $0) }) else {
            throw .notDrawn(Vips.takeError())
        }
        labelled.removeMetadata()
        provenance.xmp.withUnsafeBytes {
            frontis_set_metadata(labelled.image, "xmp-data", $0.baseAddress, $0.count)
        }
        if encoding.mediaType == .jpeg {
            provenance.iptc.withUnsafeBytes {
                frontis_set_metadata(labelled.image, "iptc-data", $0.baseAddress, $0.count)
            }
        }
        // libvips writes an Exif block whatever it is told; without this it says that the colours are uncalibrated.
        frontis_set_text(labelled.image, "exif-ifd2-ColorSpace", "1")
        return try labelled.saved(as: encoding, isBare: false)
    }

    private func saved(as encoding: PictureEncoding, isBare: Bool) throws(PictureError) -> [UInt8] {
        let quality = Int32(encoding.quality ?? 80)
        let effort = Int32(encoding.effort ?? 0)
        let bytes: [UInt8]? =
            switch encoding.mediaType {
            case .avif: saved { frontis_avif_save(image, quality, effort, isBare, $0, $1) }
            case .webp: saved { frontis_webp_save(image, quality, effort, isBare, $0, $1) }.map(WebPChunks.withoutExif)
            case .jpeg: saved { frontis_progressive_jpeg_save(image, quality, isBare, $0, $1) }
            case .png: saved { frontis_filtered_png_save(image, isBare, $0, $1) }
            case .gif, .svg: nil
            }
        guard let bytes else { throw .notDrawn(Vips.takeError()) }
        return bytes
    }
}
