package import FrontisCore

/// A file that is to be in the bucket. Its name follows from its bytes, or from everything that it was made of.
package struct PublishedFile: Sendable, Hashable {
    /// Within the prefix: `images/3f0a….png`.
    package let name: String
    /// Where the bytes are, an absolute path.
    package let file: String
    package let mediaType: MediaType
    /// Not so for variants: another machine's arithmetic may end in another byte, and both will do.
    package let isNamedByItsBytes: Bool

    package init(name: String, file: String, mediaType: MediaType, isNamedByItsBytes: Bool = true) {
        self.name = name
        self.file = file
        self.mediaType = mediaType
        self.isNamedByItsBytes = isNamedByItsBytes
    }

    /// Every picture file of the output, under the path that it has there; each once, sorted by name: variants,
    /// pictures that pages show as they came, and all as they came where the site publishes them.
    package static func pictures(of catalog: ImageCatalog, withOriginals: Bool) -> [PublishedFile] {
        var files: [String: PublishedFile] = [:]
        func add(_ path: SitePath?, _ file: String, _ type: MediaType, isNamedByItsBytes: Bool = true) {
            guard let name = path?.text else { return }
            files[name] = PublishedFile(
                name: name, file: file, mediaType: type, isNamedByItsBytes: isNamedByItsBytes)
        }
        // A prompt in the text has two names; its variants have one of them.
        var varied: [SourceID: Set<String>] = [:]
        for (id, variants) in catalog.variants {
            for variant in variants.files {
                add(variant.path, variant.file, variant.mediaType, isNamedByItsBytes: false)
            }
            if let entry = catalog.entries[id] { varied[id.source, default: []].insert(entry.file) }
        }
        for (id, entry) in catalog.entries {
            if withOriginals { add(entry.originalPath, entry.file, entry.mediaType) }
            if withOriginals, let dark = entry.dark { add(dark.originalPath, dark.file, dark.mediaType) }
            if varied[id.source]?.contains(entry.file) == true { continue }
            add(entry.path, entry.file, entry.mediaType)
            if let dark = entry.dark { add(dark.path, dark.file, dark.mediaType) }
        }
        return files.values.sorted { $0.name < $1.name }
    }
}
