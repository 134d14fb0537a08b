import Foundation
import FrontisCore
package import FrontisStore

/// Which variants and sketches in the cache the last build of an output shows, for `frontis store gc`.
package struct CacheUse: Codable {
    /// The output's folder, absolute.
    var output: String
    /// Relative to the cache, sorted.
    var files: [String]

    private static func directory(_ folder: GalleryFolder) -> String { folder.cache + "/uses" }

    /// Writes what a build of an output shows. Nothing is written for a site without pictures.
    ///
    /// - Parameter output: its folder, absolute.
    package static func keep(_ files: Set<String>, of output: String, in folder: GalleryFolder) throws(FileError) {
        let path = "\(directory(folder))/\(Digest.of(output).hex.prefix(16)).json"
        let cache = folder.cache + "/"
        let use = CacheUse(
            output: output,
            files: files.compactMap { $0.hasPrefix(cache) ? String($0.dropFirst(cache.count)) : nil }.sorted())
        if use.files.isEmpty, FileStamp(of: path) == nil { return }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Text always encodes.
        guard let json = try? encoder.encode(use) else { return }
        try AtomicFile.writeIfChanged([UInt8](json), to: path)
    }

    /// Absolute paths of what any output that is still there shows; nothing where no build has said so yet.
    static func all(in folder: GalleryFolder) throws(FileError) -> Set<String>? {
        let records = try StoredFile.all(in: directory(folder)).filter { $0.name.hasSuffix(".json") }
        guard !records.isEmpty else { return nil }
        var files: Set<String> = []
        for record in records {
            let bytes = try FileContents.read(record.path)
            guard let use = try? JSONDecoder().decode(CacheUse.self, from: Data(bytes)) else { return nil }
            guard FileStamp(of: use.output) != nil else { continue }
            for file in use.files { files.insert("\(folder.cache)/\(file)") }
        }
        return files
    }
}
