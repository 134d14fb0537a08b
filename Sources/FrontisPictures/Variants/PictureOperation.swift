import CVips

/// What is done to a picture's pixels before they are encoded.
package struct PictureOperation: Sendable, Hashable {
    /// Pixels of the result.
    package var width: Int
    package var height: Int

    package init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }

    /// Written into the name of what comes out, so that another operation has another name; one line.
    package var fingerprint: String { "\(width)x\(height)" }
}

extension MasterPicture {
    /// Runs an operation and encodes its result in several formats.
    ///
    /// - Parameter keep: is given each format's bytes as soon as they are there.
    package func derive(
        _ operation: PictureOperation, _ encodings: [PictureEncoding],
        keep: (PictureEncoding, [UInt8]) throws -> Void
    ) throws {
        let resized = try resized(width: operation.width, height: operation.height)
        guard let pixels = VipsPicture({ frontis_copy_memory(resized.image, $0) }) else {
            throw PictureError.notDrawn(Vips.takeError())
        }
        for encoding in encodings { try keep(encoding, try pixels.encoded(as: encoding)) }
    }
}
