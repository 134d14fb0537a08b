package import FrontisCore
package import FrontisPictures
package import FrontisStore

/// What was made of pictures, in `.frontis/cache/v1`: variants, named by the digest of what they were made from, and
/// what is known of each picture without decoding it. All of it can be made again for nothing.
package struct VariantCache: Sendable {
    /// `.frontis/cache/v1`, absolute.
    private let directory: String

    package init(cache: String) {
        directory = cache
    }

    /// Changes when what a variant's name stands for does.
    private static let version = 1

    /// The folders in which nothing but what this type wrote is found, absolute.
    package var directories: [String] { ["\(directory)/variants", "\(directory)/sketches"] }

    // MARK: Variants

    /// The digest that names a variant: of the picture, of what is done to it, of the encoder with its settings and
    /// version, and of what is written into the file besides the pixels.
    package static func name(
        of image: Digest, _ operation: PictureOperation, _ encoding: PictureEncoding, metadata: Digest?
    ) -> Digest {
        Digest.of(
            """
            frontis variant \(version)
            \(image.hex)
            \(operation.fingerprint)
            \(encoding.fingerprint)
            \(metadata?.hex ?? "no metadata")
            """)
    }

    package func file(of name: Digest, _ type: MediaType) -> String {
        "\(directory)/variants/\(name.fanOut)/\(name.hex).\(type.fileExtension)"
    }

    /// Files are put there whole; one that a crash or a copy has cut off since is not taken for the variant.
    package func has(_ file: String, _ type: MediaType) -> Bool {
        do throws(FileError) {
            return try FileSlices.looking(into: file) { (size, read) throws(FileError) in
                try PictureEnds.areThere(of: type, size: size, read: read)
            }
        } catch {
            // It is made anew, and what stands in the way of that is said then.
            return false
        }
    }

    /// Bytes; nothing where there is no such file.
    package func length(of file: String) -> Int? {
        FileStamp(of: file).flatMap { $0.size > 0 ? Int($0.size) : nil }
    }

    package func keep(_ bytes: [UInt8], as file: String) throws(FileError) {
        try AtomicFile.write(bytes, to: file)
    }

    /// Notes the letters for which a card has no title, so that a build which finds the card in the cache says so, too.
    package func keep(missing letters: [Character], of file: String) throws(FileError) {
        try AtomicFile.write(String(letters), to: file + ".missing")
    }

    package func missing(of file: String) -> [Character]? {
        guard let bytes = try? FileContents.read(file + ".missing") else { return nil }
        return Array(String(decoding: bytes, as: UTF8.self))
    }

    // MARK: Sketches

    /// Nothing where it was not looked at yet; a sketch that cannot be read is made again.
    package func sketch(of image: Digest) -> PictureSketch? {
        guard let bytes = try? FileContents.read(sketchFile(of: image)) else { return nil }
        return PictureSketch(json: bytes)
    }

    package func keep(_ sketch: PictureSketch, of image: Digest) throws(FileError) {
        try AtomicFile.write(sketch.json, to: sketchFile(of: image))
    }

    package func sketchFile(of image: Digest) -> String {
        let version = "\(Self.version).\(PreviewEncoder.version)"
        let name = Digest.of("frontis sketch \(version)\n\(image.hex)\n\(EncoderVersions.version(for: .webp))")
        return "\(directory)/sketches/\(name.fanOut)/\(name.hex).json"
    }
}
