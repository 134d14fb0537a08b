package import FrontisCore

/// A file that is to be in the bucket. Its name follows from its bytes, so that a name never stands for others.
package struct PublishedFile: Sendable, Hashable {
    /// Within the prefix: `images/3f0a….png`.
    package let name: String
    /// Where the bytes are, an absolute path.
    package let file: String
    package let mediaType: MediaType

    package init(name: String, file: String, mediaType: MediaType) {
        self.name = name
        self.file = file
        self.mediaType = mediaType
    }

    /// The pictures that pages show, under the paths that they have in the output; each once, sorted by name.
    package static func pictures(of catalog: ImageCatalog) -> [PublishedFile] {
        let files = catalog.entries.values.map {
            PublishedFile(name: $0.path.text, file: $0.file, mediaType: $0.mediaType)
        }
        return Dictionary(files.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
            .values.sorted { $0.name < $1.name }
    }
}
