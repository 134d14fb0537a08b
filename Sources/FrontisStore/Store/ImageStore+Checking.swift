package import FrontisCore

/// Looking whether what is kept is whole.
extension ImageStore {
    /// Reads the picture and compares its digest, without handing it out. Changes nothing unless `repairs`, which
    /// moves damaged bytes into quarantine.
    package func check(_ digest: Digest, repairs: Bool) throws(StoreError) {
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try FileContents.read(path(of: digest))
        } catch {
            throw error.isAbsent ? .absent(digest) : .file(error.relative(to: site))
        }
        if Digest.of(bytes) == digest { return }
        if GitLFSPointer(bytes) != nil { throw .notFetched(digest) }
        guard repairs else { throw .damaged(digest, movedTo: nil) }
        let aside: String
        do throws(FileError) {
            aside = try setAside(digest, bytes)
        } catch {
            throw .file(error.relative(to: site))
        }
        throw .damaged(digest, movedTo: aside)
    }

    /// The pictures that a recipe's manifest names, by candidate; none where there is no manifest.
    ///
    /// - Parameter withPending: also those that are announced but have not arrived, or never did.
    /// - Throws: for a manifest that cannot be read, or is that of another recipe.
    package func pictures(namedBy key: Digest, withPending: Bool) throws(StoreError) -> [Digest] {
        let path = manifestPath(key)
        guard let manifest = try read(RecipeManifest.self, at: path) else { return [] }
        guard Digest.of(manifest.recipe) == key else {
            throw .unreadable(
                SourceLocation(path: relative(path)), reason: "it is the manifest of another recipe", sourceLine: nil,
                help: nil)
        }
        let named = manifest.candidates.filter { withPending || !$0.isPending || contains($0.image) }
        return named.map(\.image)
    }

    /// Reads the alt text that is kept under the key.
    ///
    /// - Throws: for one that cannot be read, or is the text of another picture or language.
    package func checkAlt(_ key: Digest) throws(StoreError) {
        let path = "\(directory)/alts/\(key.fanOut)/\(key.hex).json"
        guard let record = try read(AltRecord.self, at: path) else { return }
        guard AltRecord.key(image: record.image, language: record.language) == key else {
            throw .unreadable(
                SourceLocation(path: relative(path)), reason: "it is the text of another picture or language",
                sourceLine: nil, help: nil)
        }
    }
}
