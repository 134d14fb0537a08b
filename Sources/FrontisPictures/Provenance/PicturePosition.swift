/// Whether metadata say where a picture was taken.
enum PicturePosition {
    /// The pointer to the GPS directory, and in it latitude and longitude: JEITA CP-3451, sections 4.6.3 and 4.6.6.
    private static let directory = 0x8825
    private static let latitude = 2
    private static let longitude = 4

    /// - Parameter tiff: from the byte order mark on.
    static func isStated(inExif tiff: FilePart) -> Bool {
        let isLittle: Bool
        if tiff.has("II*\0") {
            isLittle = true
        } else if tiff.has("MM\0*") {
            isLittle = false
        } else {
            return false
        }
        let structure = TIFF(part: tiff, isLittle: isLittle)
        guard let first = tiff.number(at: 4, 4, littleEndian: isLittle),
            let gps = structure.value(of: directory, inDirectoryAt: first)
        else { return false }
        return [latitude, longitude].allSatisfy { tag in
            // Degrees, minutes and seconds as fractions. A camera that knew nothing writes fractions of zero.
            guard let place = structure.value(of: tag, inDirectoryAt: gps),
                let denominator = tiff.number(at: place + 4, 4, littleEndian: isLittle)
            else { return false }
            return denominator != 0
        }
    }

    /// The Exif schema for XMP has both as text, as an element or as an attribute.
    static func isStated(inXMP packet: FilePart) -> Bool {
        packet.offset(of: "exif:GPSLatitude") != nil && packet.offset(of: "exif:GPSLongitude") != nil
    }

    private struct TIFF {
        let part: FilePart
        let isLittle: Bool

        /// The last four bytes of a directory's entry: a value, or where it is.
        func value(of tag: Int, inDirectoryAt offset: Int) -> Int? {
            guard let count = part.number(at: offset, 2, littleEndian: isLittle) else { return nil }
            for index in 0..<count {
                let entry = offset + 2 + 12 * index
                guard let found = part.number(at: entry, 2, littleEndian: isLittle) else { return nil }
                if found == tag { return part.number(at: entry + 8, 4, littleEndian: isLittle) }
            }
            return nil
        }
    }
}
