package import FrontisCore

/// Looks whether what a store keeps is whole.
package struct StoreCheck: Sendable {
    private let store: ImageStore

    package init(of store: ImageStore) { self.store = store }

    /// Reads the picture and compares its digest, without handing it out. Changes nothing unless `repairs`, which
    /// moves damaged bytes into quarantine.
    package func picture(_ digest: Digest, repairs: Bool) throws(StoreError) {
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try FileContents.read(store.path(of: digest))
        } catch {
            throw error.isAbsent ? .absent(digest) : .file(error.relative(to: store.site))
        }
        if Digest.of(bytes) == digest { return }
        if GitLFSPointer(bytes) != nil { throw .notFetched(digest) }
        guard repairs else { throw .damaged(digest, movedTo: nil) }
        let aside: String
        do throws(FileError) {
            aside = try store.setAside(digest, bytes)
        } catch {
            throw .file(error.relative(to: store.site))
        }
        throw .damaged(digest, movedTo: aside)
    }

    /// The pictures that a recipe's manifest names, by candidate; none where there is no manifest.
    ///
    /// - Parameter withPending: also those that are announced but have not arrived, or never did.
    /// - Throws: for a manifest that cannot be read, or is that of another recipe.
    package func pictures(namedBy key: Digest, withPending: Bool) throws(StoreError) -> [Digest] {
        let path = store.manifestPath(key)
        guard let manifest = try store.read(RecipeManifest.self, at: path) else { return [] }
        guard Digest.of(manifest.recipe) == key else {
            throw .unreadable(
                SourceLocation(path: store.relative(path)), reason: "it is the manifest of another recipe",
                sourceLine: nil,
                help: nil)
        }
        let named = manifest.candidates.filter { withPending || !$0.isPending || store.contains($0.image) }
        return named.map(\.image)
    }

    /// Reads the alt text that is kept under the key.
    ///
    /// - Throws: for one that cannot be read, or is the text of another picture or language.
    package func alt(_ key: Digest) throws(StoreError) {
        let path = "\(store.directory)/alts/\(key.fanOut)/\(key.hex).json"
        guard let record = try store.read(AltRecord.self, at: path) else { return }
        guard AltRecord.key(image: record.image, language: record.language) == key else {
            throw .unreadable(
                SourceLocation(path: store.relative(path)), reason: "it is the text of another picture or language",
                sourceLine: nil, help: nil)
        }
    }
}
