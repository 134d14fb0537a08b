import Foundation
package import FrontisCore

/// Answers that are paid for and whose pictures are still to be fetched, beside a store. Hold the key's lock while one is
/// written, fetched or removed.
package struct PendingAnswers: Sendable {
    private let store: ImageStore
    private var directory: String { store.pendingDirectory }

    package init(of store: ImageStore) { self.store = store }

    private func path(of answer: PendingAnswer) -> String { directory + "/" + answer.fileName }

    /// Whether there are any, or nobody can tell.
    ///
    /// - Parameter cache: `.frontis/cache/v1`, absolute.
    package static func exist(in cache: String) -> Bool {
        do throws(FileError) { return try !Directory.names(in: cache + "/pending").isEmpty } catch { return true }
    }

    /// All answers for all recipes, oldest first. A file that cannot be read is an error, as somebody has paid for
    /// what it names.
    package func all() throws(StoreError) -> [Digest: [PendingAnswer]] {
        Dictionary(grouping: try answers(in: try names()), by: \.key)
    }

    /// Those for one recipe; only theirs are read.
    package func of(_ key: Digest) throws(StoreError) -> [PendingAnswer] {
        try answers(in: try names().filter { $0.hasPrefix(key.hex) })
    }

    private func answers(in names: [String]) throws(StoreError) -> [PendingAnswer] {
        var answers: [PendingAnswer] = []
        for name in names {
            guard let answer = try store.read(PendingAnswer.self, at: directory + "/" + name) else { continue }
            guard answer.fileName == name else {
                throw .unreadable(
                    SourceLocation(path: store.relative(directory + "/" + name)),
                    reason: "it is an answer to another request", sourceLine: nil,
                    help:
                        "give it back its name, '\(answer.fileName)', or delete it to give up the picture that it leads "
                        + "to, which is paid for")
            }
            answers.append(answer)
        }
        return answers.sorted { ($0.created, $0.call) < ($1.created, $1.call) }
    }

    /// For its owner's eyes only; on the disk when it returns.
    package func write(_ answer: PendingAnswer) throws(StoreError) {
        do throws(FileError) {
            try Directory.make(directory, .durable)
            guard chmod(directory, 0o700) == 0 else { throw FileError(.write, directory, code: errno) }
            try AtomicFile.write(answer.bytes, to: path(of: answer), .durable, isPrivate: true)
        } catch {
            throw .file(error.relative(to: store.site))
        }
    }

    /// When the pictures are there, or never will be.
    package func remove(_ answer: PendingAnswer) throws(StoreError) {
        let path = path(of: answer)
        guard unlink(path) == 0 || errno == ENOENT else {
            throw .file(FileError(.remove, path, code: errno).relative(to: store.site))
        }
    }

    private func names() throws(StoreError) -> [String] {
        do throws(FileError) {
            return try Directory.names(in: directory).filter { !$0.hasPrefix(".") && $0.hasSuffix(".json") }
        } catch {
            throw .file(error.relative(to: store.site))
        }
    }
}
