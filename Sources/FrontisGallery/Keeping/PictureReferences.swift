import FrontisCore
import FrontisStore

/// Which pictures of the store somebody names: the lock, and the manifests of recipes.
struct PictureReferences: Sendable {
    /// Who names a picture, as people know them: slots first, then recipes.
    private(set) var owners: [Digest: [String]] = [:]
    /// Slots in the lock.
    private(set) var slots = 0
    /// What could not be read. With anything here, a picture without an owner may have one all the same.
    private(set) var diagnostics: [Diagnostic] = []

    var isComplete: Bool { diagnostics.isEmpty }

    init() {}

    /// Where not even the manifests can be listed.
    init(unknown finding: Diagnostic) {
        diagnostics = [finding]
    }

    /// - Parameters:
    ///   - recipes: keys of the manifests to read.
    ///   - withPending: also pictures that a run has only announced.
    static func read(
        recipes: [Digest], in store: ImageStore, folder: GalleryFolder, withPending: Bool, jobs: Int
    ) async -> PictureReferences {
        var references = PictureReferences()
        do throws(Diagnostic) {
            let lock = try SiteLock.read(folder.lock)
            references.slots = lock.images.count
            for (id, entry) in lock.images.sorted(by: { $0.key < $1.key }) {
                references.owners[entry.image, default: []].append(id.description)
            }
        } catch {
            references.diagnostics.append(error)
        }
        let keys = recipes.sorted()
        let named = await keys.parallelMap(jobs: jobs) { key -> ([Digest], Diagnostic?) in
            do throws(StoreError) {
                return (try StoreCheck(of: store).pictures(namedBy: key, withPending: withPending), nil)
            } catch {
                return ([], error.diagnostic)
            }
        }
        for (key, (pictures, finding)) in zip(keys, named) {
            if let finding { references.diagnostics.append(finding) }
            for picture in pictures {
                references.owners[picture, default: []].append("recipe \(key.hex.prefix(12))…")
            }
        }
        return references
    }

    /// `posts/a.md#hero`, `posts/a.md#hero and 2 more`; nothing for a picture that nobody names.
    func owner(of digest: Digest) -> String? {
        guard let names = owners[digest], let first = names.first else { return nil }
        // The recipe of a slot is no news.
        let others = Set(names.filter { !$0.hasPrefix("recipe ") }).count - 1
        return others > 0 ? "\(first) and \(others) more" : first
    }
}
