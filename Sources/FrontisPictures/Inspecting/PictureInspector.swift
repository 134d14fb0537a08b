import CVips
import FrontisCore

/// Looks at bytes that came from elsewhere before anyone relies on them.
///
/// The kind is told by the bytes themselves, which then go to the one loader of that kind and never to a
/// generic one. Safe to call from several threads.
package enum PictureInspector {
    /// Checks a vendor's answer: a PNG, JPEG, WebP, AVIF or GIF within the limits that decodes to its last row.
    /// The limits are checked against the header, before memory is used for pixels.
    ///
    /// Reads every pixel: about 4 ms for a million of flat PNG art, more for photographs.
    package static func inspect(
        _ bytes: [UInt8], limits: PictureLimits = .standard
    ) throws(PictureError) -> PictureInfo {
        let type = try mediaType(of: bytes)
        guard let loader = loader(for: type) else { throw .unsupported(format: name(of: type)) }
        return try load(bytes, as: type, with: loader, limits: limits)
    }

    /// Reads the size of a local picture from its header: PNG, JPEG, WebP, GIF, SVG, and AVIF where libvips
    /// has a loader for it. Pixels are not decoded, so a damaged picture can pass.
    package static func header(of bytes: [UInt8]) throws(PictureError) -> PictureInfo {
        let type = try mediaType(of: bytes)
        if type == .svg {
            guard let header = SVGHeader(bytes) else { throw .sizeUnknown }
            return PictureInfo(mediaType: .svg, width: header.width, height: header.height)
        }
        guard let loader = loader(for: type) else { throw .unsupported(format: name(of: type)) }
        return try load(bytes, as: type, with: loader, limits: nil)
    }

    typealias Loader = (UnsafeRawPointer?, Int, UnsafeMutablePointer<OpaquePointer?>?) -> Int32

    private static func mediaType(of bytes: [UInt8]) throws(PictureError) -> MediaType {
        guard !bytes.isEmpty else { throw .empty }
        switch PictureSignature(bytes) {
        case .picture(let type): return type
        case .other(let format): throw .unsupported(format: format)
        case .lookalike(let lookalike): throw .notAPicture(lookalike)
        }
    }

    /// The one that reads this kind and nothing else; nothing where libvips has none.
    static func loader(for type: MediaType) -> Loader? {
        switch type {
        case .png: return frontis_png_load
        case .jpeg: return frontis_jpeg_load
        case .webp: return frontis_webp_load
        case .gif: return frontis_gif_load
        case .avif:
            guard Vips.has("heifload_buffer") else { return nil }
            return frontis_avif_load
        case .svg: return nil
        }
    }

    private static func name(of type: MediaType) -> String {
        type == .svg ? "SVG" : type.fileExtension.uppercased()
    }

    /// Decodes within the limits, or reads only the header where there are none.
    private static func load(
        _ bytes: [UInt8], as type: MediaType, with loader: Loader, limits: PictureLimits?
    ) throws(PictureError) -> PictureInfo {
        try Vips.start()
        if let limits, type == .png, let size = PNGChunks.size(of: bytes) {
            try check(size.width, size.height, limits)
        }
        let outcome = bytes.withUnsafeBytes { memory -> Result<PictureInfo, PictureError> in
            Result { () throws(PictureError) in
                guard let picture = VipsPicture({ loader(memory.baseAddress, memory.count, $0) }) else {
                    throw failure(of: bytes, as: type)
                }
                if let limits {
                    try check(picture.width, picture.height, limits)
                    // Decoders are content with less than the end of a file.
                    guard picture.decodes(), type == .gif || isWhole(bytes, as: type) else {
                        throw failure(of: bytes, as: type)
                    }
                }
                let (width, height) =
                    picture.isTurned
                    ? (picture.height, picture.width) : (picture.width, picture.height)
                return PictureInfo(
                    mediaType: type, width: width, height: height,
                    isAnimated: picture.pages > 1 || (type == .png && PNGChunks.isAnimated(bytes)))
            }
        }
        return try outcome.get()
    }

    private static func check(_ width: Int, _ height: Int, _ limits: PictureLimits) throws(PictureError) {
        let (pixels, overflow) = width.multipliedReportingOverflow(by: height)
        guard !overflow, pixels <= limits.pixels, max(width, height) <= limits.side else {
            throw .tooLarge(width: width, height: height, limits: limits)
        }
    }

    /// libvips' words are for programmers and shared by all threads; the bytes tell what people need to know.
    static func failure(of bytes: [UInt8], as type: MediaType) -> PictureError {
        _ = Vips.takeError()
        return isWhole(bytes, as: type) ? .damaged(type) : .truncated(type)
    }

    /// Whether the file's end is there, as far as its format marks it.
    private static func isWhole(_ bytes: [UInt8], as type: MediaType) -> Bool {
        switch type {
        case .png: PNGChunks.hasEnd(bytes)
        case .jpeg: JPEGMarkers.hasEnd(bytes)
        // RIFF states the length of what follows its first eight bytes.
        case .webp: bytes.count >= 8 && bytes.count - 8 >= littleEndian(bytes[4..<8])
        case .gif: bytes.last == 0x3B
        case .svg, .avif: true
        }
    }

    private static func littleEndian(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.reversed().reduce(0) { $0 << 8 | Int($1) }
    }
}
