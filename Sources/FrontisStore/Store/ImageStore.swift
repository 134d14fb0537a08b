import Foundation
package import FrontisCore

/// What was paid for: pictures by the digest of their bytes, what was made for each recipe, alt texts, the
/// ledger. Safe to use from several threads and several processes at once.
package struct ImageStore: Sendable {
    /// `.frontis/store/v1`, absolute.
    package let directory: String
    /// `.frontis/cache/v1/locks`: locks are no part of what is committed.
    private let lockDirectory: String

    package init(directory: String, cache: String) {
        self.directory = directory
        lockDirectory = cache + "/locks"
    }

    // MARK: Pictures

    package func path(of digest: Digest) -> String { "\(directory)/objects/\(digest.fanOut)/\(digest.hex)" }

    /// Whether the bytes are there; they are verified when they are read.
    package func contains(_ digest: Digest) -> Bool {
        var status = stat()
        return stat(path(of: digest), &status) == 0 && status.st_mode & S_IFMT == S_IFREG && status.st_size > 0
    }

    /// Keeps the bytes; on the disk when it returns. Bytes that are there already are not written again.
    package func put(_ bytes: [UInt8]) throws(FileError) -> Digest {
        let digest = Digest.of(bytes)
        try AtomicFile.writeIfChanged(bytes, to: path(of: digest), .durable)
        return digest
    }

    /// The verified bytes. Damaged ones are set aside into quarantine.
    package func bytes(of digest: Digest) throws(StoreError) -> [UInt8] {
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try FileContents.read(path(of: digest))
        } catch {
            throw error.isAbsent ? .absent(digest) : .file(error)
        }
        guard Digest.of(bytes) == digest else {
            let aside = "\(directory)/quarantine/damaged-\(digest.hex)"
            do throws(FileError) { try Directory.make(directory + "/quarantine") } catch { throw .file(error) }
            guard rename(path(of: digest), aside) == 0 else {
                throw .file(FileError(.write, aside, code: errno))
            }
            throw .damaged(digest, movedTo: aside)
        }
        return bytes
    }

    /// Keeps a paid answer that was no picture, for a person to look at.
    ///
    /// - Returns: where it is.
    @discardableResult
    package func quarantine(_ evidence: [UInt8]) throws(FileError) -> String {
        let path = "\(directory)/quarantine/answer-\(Digest.of(evidence).hex.prefix(20))"
        try AtomicFile.writeIfChanged(evidence, to: path, .durable)
        return path
    }

    // MARK: Manifests

    private func manifestPath(_ key: Digest) -> String { "\(directory)/recipes/\(key.fanOut)/\(key.hex).json" }

    /// Nothing where nothing was ever made or refused for the recipe.
    package func manifest(of key: Digest) throws(StoreError) -> RecipeManifest? {
        try read(RecipeManifest.self, at: manifestPath(key), version: RecipeManifest.formatVersion)
    }

    package func write(_ manifest: RecipeManifest, for key: Digest) throws(StoreError) {
        try write(manifest, to: manifestPath(key))
    }

    // MARK: Alt texts

    /// Alt texts belong to pixels and a language.
    private func altPath(_ image: Digest, _ language: String) -> String {
        let key = Digest.of("{\"image\":\"\(image.hex)\",\"language\":\(JSONText.quoted(language))}")
        return "\(directory)/alts/\(key.fanOut)/\(key.hex).json"
    }

    package func alt(of image: Digest, language: String) throws(StoreError) -> AltRecord? {
        try read(AltRecord.self, at: altPath(image, language), version: AltRecord.formatVersion)
    }

    package func write(_ alt: AltRecord) throws(StoreError) {
        try write(alt, to: altPath(alt.image, alt.language))
    }

    // MARK: Locks

    /// Makes sure that one recipe is asked for once at a time, by all processes that share the store.
    ///
    /// - Returns: nothing while another holds it; ask again later. Let go of by giving the lock up.
    package func tryLock(_ key: Digest) throws(FileError) -> FileLock? {
        try FileLock.tryAcquire("\(lockDirectory)/\(key.hex)")
    }

    /// Temporary files of runs that were killed more than an hour ago.
    package func sweep(now: Int) throws(FileError) {
        try AtomicFile.sweep(directory, modifiedBefore: now - 3600)
    }

    // MARK: JSON

    private struct Versioned: Decodable { var version: Int }

    private func read<Value: Decodable>(
        _ type: Value.Type, at path: String, version: Int
    ) throws(StoreError) -> Value? {
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try FileContents.read(path)
        } catch {
            if error.isAbsent { return nil }
            throw .file(error)
        }
        do {
            let data = Data(bytes)
            let found = try JSONDecoder().decode(Versioned.self, from: data).version
            guard found <= version else { throw StoreError.newer(path: path, version: found) }
            return try JSONDecoder().decode(type, from: data)
        } catch let error as StoreError {
            throw error
        } catch {
            throw .unreadable(path: path, reason: DecodingWords.of(error))
        }
    }

    private func write(_ value: some Encodable, to path: String) throws(StoreError) {
        let bytes: [UInt8]
        do {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
            bytes = [UInt8](try encoder.encode(value)) + [UInt8(ascii: "\n")]
        } catch {
            throw .unreadable(path: path, reason: DecodingWords.of(error))
        }
        do throws(FileError) {
            try AtomicFile.writeIfChanged(bytes, to: path, .durable)
        } catch {
            throw .file(error)
        }
    }
}
