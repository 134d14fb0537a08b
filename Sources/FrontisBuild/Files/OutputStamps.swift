import FrontisCore
import FrontisStore

/// How all that a build has left in the output stands, in one digest.
///
/// Each file is asked for by one question of the system. Whether a folder has made way for a link or for another folder is
/// told by the stamp of the folder that it lies in, so that of thousands of folders with a page in each only those are
/// asked for that hold other folders.
enum OutputStamps {
    /// - Parameter known: stamps of files as they stand, where that is known; the system is asked for the others.
    /// - Returns: nothing where no build has come to its end.
    static func digest(
        of output: String, jobs: Int, knowing known: @escaping @Sendable (String) -> FileStamp? = { _ in nil }
    ) async -> String? {
        guard let list = try? FileContents.read(output + "/" + OutputManifest.name), let view = try? FolderView(output),
            OutputManifest.isFinished(list)
        else { return nil }
        let lines = list.split(separator: UInt8(ascii: "\n")).filter { $0.first != UInt8(ascii: "#") }
        let size = max(1, lines.count / (4 * jobs))
        let runs = stride(from: 0, to: lines.count, by: size).map { lines[$0..<min($0 + size, lines.count)] }
        let stamps = await runs.parallelMap(jobs: jobs) { run -> [UInt8] in
            var stamps = PackedWriter(capacity: run.count * 40)
            for line in run {
                let path = String(decoding: line, as: UTF8.self)
                stamps.add(known(path) ?? view.stamp(path))
            }
            return stamps.bytes
        }
        var digest = StampDigest()
        digest.add(list)
        for stamps in stamps { digest.add(stamps) }
        for (path, stamp) in stamped(folders(of: lines), in: output) { digest.add(path, stamp) }
        return digest.finish()
    }

    /// The output itself, as an empty path, and the folders in it that hold folders: as long as their stamps are the same, no
    /// folder has made way for anything else.
    ///
    /// - Parameter paths: of the output's files.
    static func folders(of paths: [ArraySlice<UInt8>]) -> [String] {
        var folders: Set<ArraySlice<UInt8>> = [[]]
        let slash = UInt8(ascii: "/")
        for path in paths {
            guard let end = path.lastIndex(of: slash) else { continue }
            var rest = path[..<end]
            while let end = rest.lastIndex(of: slash) {
                rest = rest[..<end]
                guard folders.insert(rest).inserted else { break }
            }
        }
        return folders.map { String(decoding: $0, as: UTF8.self) }.sorted()
    }

    static func stamped(_ folders: [String], in output: String) -> [(path: String, stamp: FileStamp?)] {
        folders.map { path in
            (path, FileStamp(of: path.isEmpty ? output : output + "/" + path, followingLinks: path.isEmpty))
        }
    }
}
