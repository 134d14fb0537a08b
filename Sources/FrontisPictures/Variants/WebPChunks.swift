/// The chunks of a WebP file: RIFF, as the WebP container specification has it,
/// https://developers.google.com/speed/webp/docs/riff_container.
enum WebPChunks {
    /// The file without its Exif chunk, which libvips 8.14 writes whatever it is told, and without the header chunk
    /// that only a file with more than pixels needs; the file as it is where its chunks do not add up.
    static func withoutExif(_ webp: [UInt8]) -> [UInt8] {
        guard webp.count >= 12 else { return webp }
        var chunks: [(name: ArraySlice<UInt8>, whole: ArraySlice<UInt8>)] = []
        var start = 12
        while start < webp.count {
            guard start + 8 <= webp.count else { return webp }
            let length = webp[start + 4..<start + 8].reversed().reduce(0) { $0 << 8 | Int($1) }
            // What a chunk holds is filled up to an even length.
            let end = start + 8 + length + length % 2
            guard end <= webp.count else { return webp }
            chunks.append((webp[start..<start + 4], webp[start..<end]))
            start = end
        }
        chunks.removeAll { $0.name.elementsEqual("EXIF".utf8) }
        var body = Array("WEBP".utf8)
        for chunk in chunks {
            guard chunk.name.elementsEqual("VP8X".utf8), chunk.whole.count > 8 else {
                body += chunk.whole
                continue
            }
            var header = Array(chunk.whole)
            header[8] &= ~exifFlag
            // Without a flag there is nothing to announce: the size is in the pixels' own chunk.
            if header[8] != 0 { body += header }
        }
        let length = (0..<4).map { UInt8(truncatingIfNeeded: body.count >> (8 * $0)) }
        return Array("RIFF".utf8) + length + body
    }

    private static let exifFlag: UInt8 = 0x08
}
