import Foundation
import FrontisCore
import FrontisStore

/// The gallery of a picture that is made without a site: a folder beside the picture's file, so that the same
/// command finds what an earlier one has paid for and could not bring home.
struct ScratchGallery: Sendable {
    let folder: GalleryFolder
    /// As it was written on the command line.
    private let file: String

    /// - Parameters:
    ///   - file: the picture's.
    ///   - words: what tells commands for the same file apart.
    ///   - workingDirectory: what a relative path begins at.
    init(beside file: String, for words: String, from workingDirectory: String) {
        self.file = file
        folder = GalleryFolder(root: "\(file).frontis/\(Digest.of(words).hex.prefix(16))", from: workingDirectory)
    }

    private var shown: String { file + ".frontis" }

    /// Waits until no other program is in the folder. Without a lock, nothing can be written there.
    func lock() async -> FileLock? {
        do {
            while true {
                if let lock = try FileLock.tryAcquire(folder.root + "/lock") { return lock }
                try await Task.sleep(for: .milliseconds(50))
            }
        } catch {
            return nil
        }
    }

    /// Takes the folder away, unless something in it is paid for.
    ///
    /// - Parameter isDone: whether the picture stands in its file.
    /// - Returns: the findings, in words that are true without a site.
    func close(isDone: Bool, _ diagnostics: [Diagnostic]) -> [Diagnostic] {
        guard FileStamp(of: folder.root) != nil else { return diagnostics }
        do {
            let store = ImageStore(directory: folder.store, cache: folder.cache)
            let pending = try store.pending.all()
            if let end = pending.values.joined().map(\.expires).max() {
                return diagnostics.map { told($0, until: end.rfc3339) }
            }
            let inventory = try StoreInventory(of: folder.store)
            guard isDone || inventory.objects.isEmpty else {
                let kept = Diagnostic(
                    .outputWrite, "the picture is made and kept in '\(shown)'",
                    help: "the same command takes it from there", severity: .note)
                return diagnostics + [kept]
            }
            let unusable = try keepUnusable(inventory.quarantine)
            try FileManager.default.removeItem(atPath: folder.root)
            // Others may be at work beside it.
            guard rmdir(Directory.parent(of: folder.root)) == 0 || [ENOTEMPTY, EEXIST, ENOENT].contains(errno) else {
                throw FileError(.remove, Directory.parent(of: folder.root), code: errno)
            }
            return diagnostics.map { $0.withoutSite(unusable: unusable.map { "'\($0)'" }) }
        } catch {
            let left = Diagnostic(
                .outputWrite, "what was kept on the way stays in '\(shown)': \(error)", severity: .warning)
            return diagnostics + [left]
        }
    }

    /// Paid answers that were no picture stay beside the place where the picture would be.
    private func keepUnusable(_ answers: [StoredFile]) throws(FileError) -> String? {
        let name = file + ".unusable"
        for (number, answer) in answers.filter({ $0.name.hasPrefix("answer-") && !$0.name.contains(".") }).enumerated()
        {
            let path = number == 0 ? name : "\(name)-\(number + 1)"
            try AtomicFile.write(try FileContents.read(answer.path), to: path, .durable)
        }
        return answers.isEmpty ? nil : name
    }

    private func told(_ diagnostic: Diagnostic, until end: String) -> Diagnostic {
        guard diagnostic.help?.contains("image regenerate") == true else { return diagnostic }
        var diagnostic = diagnostic
        diagnostic.help =
            "it is paid for, and its address is kept in '\(shown)': until \(end) the same command fetches it, at no cost"
        return diagnostic
    }
}
