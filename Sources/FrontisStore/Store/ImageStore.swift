import Foundation
package import FrontisCore
import FrontisText

/// What was paid for: pictures by the digest of their bytes, what was made for each recipe, alt texts, written
/// prompts, the ledger. Safe to use from several threads and several processes at once.
///
/// `objects/ab/<sha256>` holds bytes, `recipes/ab/<key>.json` manifests, `alts/ab/<key>.json` alt texts,
/// `prompts/ab/<key>.json` prompts that a model wrote, `quarantine/` for what could not be used.
package struct ImageStore: Sendable {
    /// `.frontis/store/v1`, absolute.
    package let directory: String
    /// `.frontis/cache/v1/locks`, where Frontis 0.1 has them.
    private let lockDirectory: String
    /// `.frontis/cache/v1/pending`: what it holds are secrets.
    let pendingDirectory: String
    /// Errors show paths relative to the site.
    package let site: String
    /// What is set aside for people to look at is not to hold secrets: the store is committed.
    private let secrets: KnownSecrets

    /// - Parameters:
    ///   - directory: `.frontis/store/v1` of the site, absolute.
    ///   - cache: `.frontis/cache/v1` of the site, absolute.
    ///   - secrets: what must not be in answers that are set aside.
    package init(directory: String, cache: String, secrets: KnownSecrets = KnownSecrets()) {
        self.directory = directory
        self.secrets = secrets
        lockDirectory = cache + "/locks"
        pendingDirectory = cache + "/pending"
        let suffix = "/.frontis/store/v1"
        site = directory.hasSuffix(suffix) ? String(directory.dropLast(suffix.count)) : directory
    }

    /// Paid for, and still to be fetched.
    package var pending: PendingAnswers { PendingAnswers(of: self) }

    // MARK: Pictures

    /// Where the picture's bytes are or would be, absolute.
    package func path(of digest: Digest) -> String { "\(directory)/objects/\(digest.fanOut)/\(digest.hex)" }

    /// Whether the bytes are there; they are verified when they are read.
    package func contains(_ digest: Digest) -> Bool {
        var status = stat()
        return stat(path(of: digest), &status) == 0 && status.st_mode & S_IFMT == S_IFREG && status.st_size > 0
    }

    /// Keeps the bytes; unless it is `.cached`, on the disk when it returns. Bytes that are there already are not
    /// written again, and damaged ones in their place are set aside first.
    @discardableResult
    package func put(
        _ bytes: [UInt8], _ durability: AtomicFile.Durability = .durable
    ) throws(FileError) -> Digest {
        let digest = Digest.of(bytes)
        let path = path(of: digest)
        let found: [UInt8]
        do throws(FileError) {
            found = try FileContents.read(path)
        } catch {
            guard error.isAbsent else { throw error.relative(to: site) }
            try shown { () throws(FileError) in try AtomicFile.write(bytes, to: path, durability) }
            return digest
        }
        guard found != bytes else { return digest }
        try shown { () throws(FileError) in
            if GitLFSPointer(found) == nil { _ = try setAside(digest, found) }
            try AtomicFile.write(bytes, to: path, durability)
        }
        return digest
    }

    /// The verified bytes. Damaged ones are set aside into quarantine.
    package func bytes(of digest: Digest) throws(StoreError) -> [UInt8] {
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try FileContents.read(path(of: digest))
        } catch {
            throw error.isAbsent ? .absent(digest) : .file(error.relative(to: site))
        }
        guard Digest.of(bytes) == digest else {
            if GitLFSPointer(bytes) != nil { throw .notFetched(digest) }
            let aside: String
            do throws(FileError) {
                aside = try setAside(digest, bytes)
            } catch {
                // A store that may only be read is no reason to say less about the picture.
                throw .damaged(digest, movedTo: nil)
            }
            throw .damaged(digest, movedTo: aside)
        }
        return bytes
    }

    /// Bytes that have to be free before anything is paid for: several pictures, and the pages that show them.
    package static let leastFreeSpace = 64 << 20
    /// The same where addresses of pictures are kept until those are fetched.
    package static let leastFreeSpaceForAddresses = 1 << 20

    /// Throws (`ENOSPC`) where an answer might arrive that cannot be kept, so that it is not asked for. Hold a lock:
    /// its folder is where the addresses are.
    package func checkRoom() throws(FileError) {
        try shown { () throws(FileError) in
            try Directory.make(directory, .durable)
            if let free = Directory.freeSpace(at: directory), free < Self.leastFreeSpace {
                throw FileError(.write, directory, code: ENOSPC)
            }
            if let free = Directory.freeSpace(at: lockDirectory), free < Self.leastFreeSpaceForAddresses {
                throw FileError(.write, pendingDirectory, code: ENOSPC)
            }
        }
    }

    // MARK: Quarantine

    /// Keeps a paid answer that was no picture, for a person to look at.
    ///
    /// - Parameter note: what it is and why it could not be used; kept beside it.
    /// - Returns: where it is, relative to the site.
    @discardableResult
    package func quarantine(_ answer: [UInt8], note: String? = nil) throws(FileError) -> String {
        // An address in a text may be signed, and the store is committed. Half a picture is kept as it came.
        let isText = !answer.prefix(8000).contains(0)
        let evidence = secrets.redactor.redacted(isText ? AddressText.withoutQueries(answer) : answer)
        let path = "\(directory)/quarantine/answer-\(Digest.of(evidence).hex.prefix(20))"
        try shown { () throws(FileError) in
            try AtomicFile.writeIfChanged(evidence, to: path, .durable)
            if let note { try AtomicFile.writeIfChanged(Array("\(note)\n".utf8), to: path + ".txt", .durable) }
        }
        return relative(path)
    }

    /// Moves what stands in a picture's place away; the name says what it should be and what it is.
    func setAside(_ digest: Digest, _ found: [UInt8]) throws(FileError) -> String {
        let aside = "\(directory)/quarantine/damaged-\(digest.hex)-\(Digest.of(found).hex.prefix(12))"
        try Directory.make("\(directory)/quarantine", .durable)
        guard rename(path(of: digest), aside) == 0 || errno == ENOENT else {
            throw FileError(.move, path(of: digest), code: errno)
        }
        return relative(aside)
    }

    // MARK: Manifests

    func manifestPath(_ key: Digest) -> String { "\(directory)/recipes/\(key.fanOut)/\(key.hex).json" }

    /// Nothing where nothing was ever made or refused for the recipe.
    package func manifest(of key: Digest) throws(StoreError) -> RecipeManifest? {
        let path = manifestPath(key)
        guard var manifest = try read(RecipeManifest.self, at: path) else { return nil }
        // A file that was renamed, or put together by a merge: its pictures are some other recipe's.
        guard Digest.of(manifest.recipe) == key else {
            throw .unreadable(
                SourceLocation(path: relative(path)), reason: "it is the manifest of another recipe", sourceLine: nil,
                help: "restore the file from git or a backup; its name is the digest of the recipe in it")
        }
        // Killed before the bytes were on the disk: they never arrived.
        manifest.candidates.removeAll { $0.isPending && !isWhole($0.image) }
        for index in manifest.candidates.indices { manifest.candidates[index].isPending = false }
        return manifest
    }

    /// Replaces the manifest. Hold the key's lock from reading it until then.
    package func write(
        _ manifest: RecipeManifest, for key: Digest, _ durability: AtomicFile.Durability = .durable
    ) throws(StoreError) {
        try write(manifest, to: manifestPath(key), durability)
    }

    /// A pointer of Git LFS names the bytes that were there when it was made.
    private func isWhole(_ digest: Digest) -> Bool {
        do throws(FileError) {
            let bytes = try FileContents.read(path(of: digest))
            return Digest.of(bytes) == digest || GitLFSPointer(bytes)?.digest == digest
        } catch {
            return false
        }
    }

    /// Keeps a picture that has arrived and adds it to its recipe's manifest, so that there is no moment at which
    /// the bytes are kept but forgotten: whenever the process is killed, the candidate is there and whole, or it
    /// is not there. Does not wait for the disk, so that as little time as possible lies between a vendor's answer and
    /// bytes that a kill cannot take away: `secure` does, for when the machine itself goes down. Hold the key's lock.
    ///
    /// - Parameter candidate: its number and digest are filled in.
    package func keep(
        _ bytes: [UInt8], as candidate: RecipeManifest.Candidate, in manifest: inout RecipeManifest, for key: Digest
    ) throws(StoreError) {
        var candidate = candidate
        candidate.digest = Digest.of(bytes)
        candidate.isPending = true
        let grown = manifest.adding(candidate)
        try write(grown, for: key, .cached)
        do throws(FileError) { try put(bytes, .cached) } catch { throw .file(error) }
        manifest = grown
    }

    /// Waits until everything that was kept is on the disk, and says so in the manifest. Hold the key's lock.
    package func secure(_ manifest: inout RecipeManifest, for key: Digest) throws(StoreError) {
        do throws(FileError) {
            for candidate in manifest.candidates where candidate.isPending {
                try AtomicFile.synchronize(path(of: candidate.image), upTo: directory)
            }
        } catch {
            throw .file(error.relative(to: site))
        }
        for index in manifest.candidates.indices { manifest.candidates[index].isPending = false }
        try write(manifest, for: key)
    }

    /// Takes a candidate that has just been kept out again, as it turns out to be no picture, and its bytes into
    /// quarantine. Hold the key's lock.
    package func reject(
        _ bytes: [UInt8], note: String, in manifest: inout RecipeManifest, for key: Digest
    ) throws(StoreError) {
        let digest = Digest.of(bytes)
        do throws(FileError) { try quarantine(bytes, note: note) } catch { throw .file(error) }
        guard let index = manifest.candidates.lastIndex(where: { $0.image == digest && $0.isPending }) else { return }
        manifest.candidates.remove(at: index)
        try write(manifest, for: key)
        guard !manifest.candidates.contains(where: { $0.image == digest }) else { return }
        // What is left of it is in no manifest, and free to go.
        guard unlink(path(of: digest)) == 0 || errno == ENOENT else {
            throw .file(FileError(.remove, path(of: digest), code: errno).relative(to: site))
        }
    }

    // MARK: Alt texts

    private func altPath(_ image: Digest, _ language: String) -> String {
        let key = AltRecord.key(image: image, language: language)
        return "\(directory)/alts/\(key.fanOut)/\(key.hex).json"
    }

    /// Nothing where none was ever written for these pixels in this language.
    package func alt(of image: Digest, language: String) throws(StoreError) -> AltRecord? {
        let path = altPath(image, language)
        guard let record = try read(AltRecord.self, at: path) else { return nil }
        guard record.image == image, record.language.lowercased() == language.lowercased() else {
            throw .unreadable(
                SourceLocation(path: relative(path)), reason: "it is the text of another picture or language",
                sourceLine: nil, help: nil)
        }
        return record
    }

    /// Replaces the text of its picture in its language.
    package func write(_ alt: AltRecord) throws(StoreError) {
        try write(alt, to: altPath(alt.image, alt.language))
    }

    // MARK: Prompts

    private var promptDirectory: String { directory + "/prompts" }

    /// Nothing where none was ever written for the key.
    package func prompt(of key: Digest) throws(StoreError) -> PromptRecord? {
        let path = "\(promptDirectory)/\(key.fanOut)/\(key.hex).json"
        guard let record = try read(PromptRecord.self, at: path) else { return nil }
        guard record.key == key else {
            throw .unreadable(
                SourceLocation(path: relative(path)), reason: "it is the prompt of another key", sourceLine: nil,
                help: nil)
        }
        return record
    }

    /// All prompts that were ever written. A file that cannot be read is an error, whoever's it is: it may be the one
    /// that is looked for, and a new prompt means a new picture.
    package func prompts() throws(StoreError) -> [PromptRecord] {
        var records: [PromptRecord] = []
        for key in try promptKeys() { if let record = try prompt(of: key) { records.append(record) } }
        return records
    }

    /// Replaces what is kept under its key; on the disk when it returns. Hold the key's lock from looking for a
    /// prompt until then, so that none is paid for twice.
    package func write(_ prompt: PromptRecord) throws(StoreError) {
        try write(prompt, to: "\(promptDirectory)/\(prompt.key.fanOut)/\(prompt.key.hex).json")
    }

    /// Of every prompt that is kept, sorted. What others may have left in the folder is passed over.
    private func promptKeys() throws(StoreError) -> [Digest] {
        do throws(FileError) {
            var keys: [Digest] = []
            for fanOut in try Directory.names(in: promptDirectory) where fanOut.utf8.count == 2 {
                for name in try Directory.names(in: "\(promptDirectory)/\(fanOut)") where name.hasSuffix(".json") {
                    guard let key = Digest(hex: String(name.dropLast(5))), key.fanOut == fanOut else { continue }
                    keys.append(key)
                }
            }
            return keys
        } catch {
            throw .file(error.relative(to: site))
        }
    }

    // MARK: Locks

    /// Makes sure that one recipe is asked for once at a time, by all processes that share the store.
    ///
    /// - Returns: nothing while another holds it; ask again later. Let go of by giving the lock up.
    /// - Throws: where the store may only be read, too: then nothing can be kept, and nothing should be asked for.
    package func tryLock(_ key: Digest) throws(FileError) -> KeyLock? {
        try KeyLock.tryAcquire(key, store: directory, cache: lockDirectory)
    }

    /// Makes sure that for one slot one recipe is asked for at a time, as processes that have read other configurations
    /// know it by other keys. Take it before a key's lock, never while holding one.
    ///
    /// - Parameter place: digest of what names the slot and what it asks for.
    /// - Returns: nothing while another holds it; ask again later. Let go of by giving the lock up.
    package func tryLock(place: Digest) throws(FileError) -> KeyLock? {
        try KeyLock.tryAcquire(place: place, store: directory)
    }

    /// Runs `body` while nobody else, in this process or another, holds the key's lock. Waits without keeping a
    /// thread busy; a cancelled task stops waiting.
    package func withKeyLock<Result>(
        _ key: Digest, pollingEvery interval: Duration = .milliseconds(50),
        isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> Result
    ) async throws -> Result {
        while true {
            try Task.checkCancellation()
            if let lock = try tryLock(key) {
                defer { withExtendedLifetime(lock) {} }
                return try await body()
            }
            try await Task.sleep(for: interval)
        }
    }

    /// Removes temporary files of runs that were killed more than an hour ago.
    package func sweep(now: Timestamp) throws(FileError) {
        try AtomicFile.sweep(directory, modifiedBefore: Double(now.secondsSince1970 - 3600))
    }

    // MARK: Records

    func read<Record: StoredRecord>(_ type: Record.Type, at path: String) throws(StoreError) -> Record? {
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try FileContents.read(path)
        } catch {
            if error.isAbsent { return nil }
            throw .file(error.relative(to: site))
        }
        do throws(JSONError) {
            return try Record(bytes: bytes)
        } catch {
            let place = FilePlace(of: error.offset, in: bytes)
            throw .unreadable(
                SourceLocation(path: relative(path), line: place.line, column: place.column), reason: error.reason,
                sourceLine: Record.wayOutOfSecret == nil ? place.sourceLine : nil,
                help: error.help ?? Record.wayOutOfSecret)
        }
    }

    func write(
        _ record: some StoredRecord, to path: String, _ durability: AtomicFile.Durability = .durable
    ) throws(StoreError) {
        do throws(FileError) {
            try AtomicFile.writeIfChanged(record.bytes, to: path, durability)
        } catch {
            throw .file(error.relative(to: site))
        }
    }

    func relative(_ path: String) -> String {
        path.hasPrefix(site + "/") ? String(path.dropFirst(site.count + 1)) : path
    }

    private func shown(_ body: () throws(FileError) -> Void) throws(FileError) {
        do throws(FileError) { try body() } catch { throw error.relative(to: site) }
    }
}
