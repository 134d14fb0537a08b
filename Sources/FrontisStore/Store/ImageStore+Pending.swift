import Foundation
package import FrontisCore

/// Answers that are paid for and whose pictures are still to be fetched. Hold the key's lock while one is written,
/// fetched or removed.
extension ImageStore {
    private func path(of answer: PendingAnswer) -> String { pendingDirectory + "/" + answer.fileName }

    /// Whether there are any, or nobody can tell.
    ///
    /// - Parameter cache: `.frontis/cache/v1`, absolute.
    package static func hasPendingAnswers(in cache: String) -> Bool {
        do throws(FileError) { return try !Directory.names(in: cache + "/pending").isEmpty } catch { return true }
    }

    /// All answers for all recipes, oldest first. A file that cannot be read is an error, as somebody has paid for
    /// what it names.
    package func pendingAnswers() throws(StoreError) -> [Digest: [PendingAnswer]] {
        Dictionary(grouping: try pendingAnswers(in: try pendingNames()), by: \.key)
    }

    /// Those for one recipe; only theirs are read.
    package func pendingAnswers(of key: Digest) throws(StoreError) -> [PendingAnswer] {
        try pendingAnswers(in: try pendingNames().filter { $0.hasPrefix(key.hex) })
    }

    private func pendingAnswers(in names: [String]) throws(StoreError) -> [PendingAnswer] {
        var answers: [PendingAnswer] = []
        for name in names {
            guard let answer = try read(PendingAnswer.self, at: pendingDirectory + "/" + name) else { continue }
            guard answer.fileName == name else {
                throw .unreadable(
                    SourceLocation(path: relative(pendingDirectory + "/" + name)),
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
            try Directory.make(pendingDirectory, .durable)
            guard chmod(pendingDirectory, 0o700) == 0 else { throw FileError(.write, pendingDirectory, code: errno) }
            try AtomicFile.write(answer.bytes, to: path(of: answer), .durable, isPrivate: true)
        } catch {
            throw .file(error.relative(to: site))
        }
    }

    /// When the pictures are there, or never will be.
    package func remove(_ answer: PendingAnswer) throws(StoreError) {
        let path = path(of: answer)
        guard unlink(path) == 0 || errno == ENOENT else {
            throw .file(FileError(.remove, path, code: errno).relative(to: site))
        }
    }

    private func pendingNames() throws(StoreError) -> [String] {
        do throws(FileError) {
            return try Directory.names(in: pendingDirectory).filter { !$0.hasPrefix(".") && $0.hasSuffix(".json") }
        } catch {
            throw .file(error.relative(to: site))
        }
    }
}
