import CVips
package import FrontisCore

/// Brings a picture into a form that somebody takes who is shown it. The bytes of the original stay as they are.
package enum PictureScaler {
    package struct Scaled: Sendable, Hashable {
        package var bytes: [UInt8]
        package var info: PictureInfo
    }

    /// The picture itself where it fits; else scaled down, never up, and encoded in a type that `fit` takes: PNG,
    /// or JPEG where a PNG would be too large or is not taken. Of an animation the first picture.
    ///
    /// Decodes once, row by row.
    package static func fit(
        _ bytes: [UInt8], _ type: MediaType, into fit: PictureFit, limits: PictureLimits = .standard
    ) throws(PictureError) -> Scaled {
        let header = try PictureInspector.header(of: bytes)
        let wanted = fit.size(width: header.width, height: header.height)
        let isSmall = (wanted.width, wanted.height) == (header.width, header.height)
        if isSmall, bytes.count <= fit.largestBytes, fit.mediaTypes.contains(header.mediaType) {
            return Scaled(bytes: bytes, info: header)
        }
        let (pixels, overflow) = header.width.multipliedReportingOverflow(by: header.height)
        guard !overflow, pixels <= limits.pixels, max(header.width, header.height) <= limits.side else {
            throw .tooLarge(width: header.width, height: header.height, limits: limits)
        }
        guard let loader = PictureInspector.loader(for: header.mediaType) else {
            throw .unsupported(format: header.mediaType == .svg ? "SVG" : header.mediaType.rawValue)
        }
        let outcome = bytes.withUnsafeBytes { memory -> Result<Scaled, PictureError> in
            Result { () throws(PictureError) in
                guard let picture = VipsPicture({ loader(memory.baseAddress, memory.count, $0) }),
                    let small = VipsPicture({
                        frontis_thumbnail(picture.image, Int32(wanted.width), Int32(wanted.height), $0)
                    }), let kept = VipsPicture({ frontis_copy_memory(small.image, $0) })
                else {
                    _ = Vips.takeError()
                    throw .damaged(header.mediaType)
                }
                return try encoded(kept, into: fit)
            }
        }
        return try outcome.get()
    }

    /// JPEG in two qualities: what is in a picture can be told in either.
    private static func encoded(_ picture: borrowing VipsPicture, into fit: PictureFit) throws(PictureError) -> Scaled {
        func scaled(_ bytes: [UInt8]?, _ type: MediaType) -> Scaled? {
            guard let bytes, bytes.count <= fit.largestBytes else { return nil }
            return Scaled(
                bytes: bytes, info: PictureInfo(mediaType: type, width: picture.width, height: picture.height))
        }
        if fit.mediaTypes.contains(.png), let png = scaled(picture.photographicPNG(), .png) { return png }
        if fit.mediaTypes.contains(.jpeg) {
            for quality in [90, 60] {
                if let jpeg = scaled(picture.jpeg(quality: quality), .jpeg) { return jpeg }
            }
        }
        throw .notDrawn(Vips.takeError())
    }
}
