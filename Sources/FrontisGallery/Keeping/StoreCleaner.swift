import Foundation
package import FrontisCore
import FrontisImages
import FrontisStore

/// Removes what can be made again for nothing, and what nobody can miss.
///
/// Builds may run meanwhile: nothing is removed that was changed within the last hour, a lock's file goes only
/// while nobody holds the lock, and a picture that was paid for only after a second look at everything that could
/// name it.
package struct StoreCleaner: Sendable {
    /// What goes besides the things that are free.
    package struct Rules: Sendable {
        /// Days; nothing leaves quarantine alone.
        package var quarantineAge: Int?
        /// Pictures that were paid for and that neither the lock nor a manifest names.
        package var originals = false

        package init() {}
    }

    package enum Kind: String, Sendable, Codable {
        /// Drawn art that no page shows.
        case placeholder
        /// A size and format of a picture that no output shows, or what was noted of such a picture.
        case variant
        case lock
        case temporary
        /// What a build of an output that is gone was made from.
        case state
        case quarantine
        /// A picture that was paid for.
        case original
    }

    package struct Item: Sendable, Codable, Hashable {
        package var kind: Kind
        /// Relative to the site.
        package var path: String
        package var bytes: Int
    }

    /// Seconds. No build takes that long between making a file and naming it.
    private static let safeAge = 3600

    private let folder: GalleryFolder
    private let slots: @Sendable () async -> [Slot]
    private let jobs: Int
    private let now: Timestamp
    private let store: ImageStore

    /// - Parameters:
    ///   - now: what files' ages count from.
    ///   - slots: all that ask for pictures; those that cannot be found show nothing for now, and drawing art again
    ///     costs nothing.
    package init(folder: GalleryFolder, now: Timestamp, jobs: Int, slots: @escaping @Sendable () async -> [Slot]) {
        self.folder = folder
        self.now = now
        self.jobs = jobs
        self.slots = slots
        store = ImageStore(directory: folder.store, cache: folder.cache)
    }

    // MARK: Finding

    /// What would go, sorted by kind and path. Removes nothing.
    package func find(_ rules: Rules) async -> (items: [Item], diagnostics: [Diagnostic]) {
        do throws(FileError) {
            let inventory = try StoreInventory(of: folder.store)
            let cached = try StoredFile.all(below: folder.cache)
            var items = try temporary(inventory, cached)
            items += try locks() + states()
            items += try await placeholders()
            items += try variants()
            if let days = rules.quarantineAge {
                let old = inventory.quarantine.filter { $0.changed <= now + -days * 86_400 }
                items += old.map { item(.quarantine, $0) }
            }
            guard rules.originals else { return (items, []) }
            // Read after the listing: a picture that is listed has been announced before.
            let references = await references()
            guard references.isComplete else { return (items, references.diagnostics) }
            let strays = inventory.objects.filter { references.owners[$0.key] == nil && isOld($0.value) }
            return (items + strays.values.map { item(.original, $0) }.sorted { $0.path < $1.path }, [])
        } catch {
            return ([], [finding(error, .storeUnreadable)])
        }
    }

    private func references() async -> PictureReferences {
        do throws(FileError) {
            let keys = try StoreInventory(of: folder.store).recipes.keys
            return await PictureReferences.read(
                recipes: Array(keys), in: store, folder: folder, withPending: true, jobs: jobs)
        } catch {
            return PictureReferences(unknown: finding(error, .storeUnreadable))
        }
    }

    private func isOld(_ file: StoredFile) -> Bool { file.changed <= now + -Self.safeAge }

    private func item(_ kind: Kind, _ file: StoredFile) -> Item {
        Item(kind: kind, path: folder.shown(file.path), bytes: file.size)
    }

    private func finding(_ error: FileError, _ id: DiagnosticID) -> Diagnostic {
        error.diagnostic(id, in: folder.root)
    }

    /// In store and cache, and beside the lock.
    private func temporary(_ inventory: StoreInventory, _ cached: [StoredFile]) throws(FileError) -> [Item] {
        let beside = try StoredFile.all(in: folder.root)
        let found = inventory.temporary + (cached + beside).filter { $0.name.hasPrefix(AtomicFile.temporaryPrefix) }
        return found.filter(isOld).map { item(.temporary, $0) }
    }

    private func locks() throws(FileError) -> [Item] {
        let files =
            try StoredFile.all(in: folder.cache + "/locks")
            + StoredFile.all(in: KeyLock.directory(of: folder.store))
        return files.filter { isOld($0) && !$0.name.hasPrefix(".") }.map { item(.lock, $0) }
    }

    /// States of outputs that are gone, and those of an older version, which no build takes up.
    private func states() throws(FileError) -> [Item] {
        struct State: Decodable { var output: String? }
        /// Without its ending, what it calls the states of one output.
        func stem(_ file: StoredFile) -> Substring {
            file.name[..<(file.name.lastIndex(of: ".") ?? file.name.endIndex)]
        }
        let files = try StoredFile.all(in: folder.cache + "/builds").filter { !$0.name.hasPrefix(".") }
        var used: Set<Substring> = []
        for file in files where file.name.hasSuffix(".json") {
            // One that cannot be read is of no use to a build either.
            let state = (try? FileContents.read(file.path)).flatMap {
                try? JSONDecoder().decode(State.self, from: Data($0))
            }
            if let output = state?.output, FileStamp(of: output) != nil { used.insert(stem(file)) }
        }
        return files.filter { isOld($0) && !used.contains(stem($0)) }.map { item(.state, $0) }
    }

    private func variants() throws(FileError) -> [Item] {
        guard let used = try CacheUse.all(in: folder) else { return [] }
        let cache = VariantCache(cache: folder.cache)
        var files: [StoredFile] = []
        for directory in cache.directories { files += try StoredFile.all(below: directory) }
        return files.filter {
            isOld($0) && !used.contains($0.path) && !$0.name.hasPrefix(AtomicFile.temporaryPrefix)
        }.map { item(.variant, $0) }
    }

    private func placeholders() async throws(FileError) -> [Item] {
        let gallery = PlaceholderGallery(cache: folder.cache)
        let drawn = try StoredFile.all(below: gallery.directory).filter { isOld($0) && $0.name.hasSuffix(".png") }
        guard !drawn.isEmpty else { return [] }
        let used = Set(await slots().parallelMap(jobs: jobs) { gallery.file(for: $0) })
        return drawn.filter { !used.contains($0.path) }.map { item(.placeholder, $0) }
    }

    // MARK: Removing

    /// Removes what `find` has found, as far as that still holds.
    package func remove(_ items: [Item]) async -> (removed: [Item], diagnostics: [Diagnostic]) {
        var removed: [Item] = []
        var findings: [Diagnostic] = []
        for item in items where item.kind != .original {
            do throws(FileError) {
                if try remove(item) { removed.append(item) }
            } catch {
                findings.append(finding(error, .outputWrite))
            }
        }
        let originals = await remove(originals: items.filter { $0.kind == .original })
        return (removed + originals.removed, findings + originals.diagnostics)
    }

    /// - Returns: whether it was removed; what is gone or is in use again was not.
    private func remove(_ item: Item) throws(FileError) -> Bool {
        let path = folder.path(ofShown: item.path)
        if item.kind == .lock { return try FileLock.removeIfFree(path) }
        guard unlink(path) == 0 else {
            if errno == ENOENT { return false }
            throw FileError(.remove, path, code: errno)
        }
        return true
    }

    private func remove(originals items: [Item]) async -> (removed: [Item], diagnostics: [Diagnostic]) {
        let removal = PictureRemoval(from: store)
        var withdrawn: [(item: Item, digest: Digest)] = []
        var findings: [Diagnostic] = []
        for item in items {
            guard let digest = item.path.split(separator: "/").last.flatMap({ Digest(hex: String($0)) }) else {
                continue
            }
            do throws(FileError) {
                if try removal.withdraw(digest) { withdrawn.append((item, digest)) }
            } catch {
                findings.append(finding(error, .outputWrite))
            }
        }
        guard !withdrawn.isEmpty else { return ([], findings) }
        let references = await references()
        findings += references.diagnostics
        var removed: [Item] = []
        for (item, digest) in withdrawn {
            do throws(FileError) {
                if references.isComplete, references.owners[digest] == nil {
                    try removal.discard(digest)
                    removed.append(item)
                } else {
                    try removal.restore(digest)
                }
            } catch {
                findings.append(finding(error, .outputWrite))
            }
        }
        return (removed, findings)
    }
}
