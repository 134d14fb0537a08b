import FrontisCore

/// What the first bytes of a file say it is. Names and headers from outside are not asked.
enum PictureSignature: Equatable {
    case picture(MediaType)
    /// Pictures that are recognised only to be named in a message.
    case other(format: String)
    case lookalike(PictureError.Lookalike)

    init(_ bytes: [UInt8]) {
        if let type = Self.mediaType(of: bytes) {
            self = .picture(type)
        } else if let format = Self.otherFormat(of: bytes) {
            self = .other(format: format)
        } else {
            self = .lookalike(Self.lookalike(of: bytes))
        }
    }

    private static func mediaType(of bytes: [UInt8]) -> MediaType? {
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
        if has("RIFF", in: bytes), has("WEBP", in: bytes, at: 8) { return .webp }
        if has("GIF87a", in: bytes) || has("GIF89a", in: bytes) { return .gif }
        if let brand = brand(of: bytes), brand == "avif" || brand == "avis" { return .avif }
        if SVGHeader.isSVG(bytes) { return .svg }
        return nil
    }

    private static func otherFormat(of bytes: [UInt8]) -> String? {
        if let brand = brand(of: bytes) {
            if ["heic", "heix", "hevc", "mif1", "msf1"].contains(brand) { return "HEIC" }
            return "MPEG-4"
        }
        if has("BM", in: bytes), bytes.count > 26, bytes[6...9].allSatisfy({ $0 == 0 }) { return "BMP" }
        if bytes.starts(with: [0x49, 0x49, 0x2A, 0x00]) || bytes.starts(with: [0x4D, 0x4D, 0x00, 0x2A]) {
            return "TIFF"
        }
        if has("%PDF-", in: bytes) { return "PDF" }
        if bytes.starts(with: [0x00, 0x00, 0x01, 0x00]) { return "ICO" }
        if bytes.starts(with: [0xFF, 0x0A]) || has("JXL ", in: bytes, at: 4) { return "JPEG XL" }
        return nil
    }

    /// The major brand of an ISO base media file: `ftyp` and four letters, ISO/IEC 14496-12 section 4.3.
    private static func brand(of bytes: [UInt8]) -> String? {
        guard bytes.count >= 12, has("ftyp", in: bytes, at: 4) else { return nil }
        return String(decoding: bytes[8..<12], as: UTF8.self)
    }

    private static func lookalike(of bytes: [UInt8]) -> PictureError.Lookalike {
        let start = bytes.prefix(1024)
        guard !start.contains(where: { $0 < 0x20 && ![0x09, 0x0A, 0x0C, 0x0D].contains($0) }) else { return .unknown }
        let text = String(decoding: start, as: UTF8.self).drop { $0.isWhitespace || $0 == "\u{FEFF}" }.lowercased()
        if text.hasPrefix("{") || text.hasPrefix("[") { return .json }
        guard text.hasPrefix("<") else {
            // Bytes that are no UTF-8 are no text either.
            return text.isEmpty || text.contains("\u{FFFD}") && bytes.count < 1024 ? .unknown : .text
        }
        return ["<!doctype html", "<html", "<head", "<body", "<title", "<h1", "<p"].contains(where: text.contains)
            ? .html : .xml
    }

    private static func has(_ text: StaticString, in bytes: [UInt8], at offset: Int = 0) -> Bool {
        let length = text.utf8CodeUnitCount
        guard bytes.count >= offset + length else { return false }
        return (0..<length).allSatisfy { bytes[offset + $0] == text.utf8Start[$0] }
    }
}
