import FrontisGallery
import Foundation
import FrontisCore
import FrontisStore

/// What the last build of this output was made from. While nothing of it has changed, there is nothing to do.
///
/// Changes are told by stamps, without reading a file. A file that was written so shortly before the walk that
/// its stamp could be the same after another write makes the state unusable, and it is not kept.
struct BuildState: Codable {
    /// Digest of everything that went in: stamps of files, options, the program.
    var inputs: String
    /// Digest of the stamps of everything that came out.
    var outputs: String
    /// From then on the result may differ although nothing was touched: the next future post, the next new year.
    var validUntil: Timestamp
    /// Pictures in store and cache that pages show, relative to the site where they are in it.
    var pictures: [String]
    /// Findings are said again: a warning does not go away because nobody looks.
    var report: BuildReport
    /// The output's folder, absolute; written with the state, for `frontis store gc`.
    var output: String?

    static func path(in folder: SiteFolder, ending: String = "json") -> String {
        folder.cache + "/builds/" + Digest.of(folder.output).hex.prefix(16) + "." + ending
    }

    /// Nothing where there is none, or where it cannot be read: it can be made again for nothing.
    static func load(from folder: SiteFolder) -> BuildState? {
        guard let bytes = try? FileContents.read(path(in: folder)) else { return nil }
        return try? JSONDecoder().decode(BuildState.self, from: Data(bytes))
    }

    func save(in folder: SiteFolder) throws(Diagnostic) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        do {
            var state = self
            state.output = folder.output
            try AtomicFile.write([UInt8](try encoder.encode(state)), to: Self.path(in: folder))
        } catch {
            throw Diagnostic(.outputWrite, "cannot keep the state of the build: \(error)", severity: .warning)
        }
    }

    /// Removed before a build changes anything, so that a build that is cut off leaves no false word behind.
    static func forget(in folder: SiteFolder) {
        unlink(path(in: folder))
    }
}

/// Stamps of files run together into one digest.
struct StampDigest {
    private var builder = DigestBuilder()
    private(set) var newest: Int64 = 0

    mutating func add(_ name: String, _ stamp: FileStamp?) {
        builder.updateFramed(name)
        guard let stamp else {
            builder.updateFramed("absent")
            return
        }
        newest = max(newest, max(stamp.changed, stamp.modified))
        var numbers = [stamp.size, stamp.modified, stamp.changed, Int64(bitPattern: stamp.inode)]
        numbers.withUnsafeMutableBytes { builder.update(UnsafeRawBufferPointer($0)) }
    }

    mutating func add(_ text: String) { builder.updateFramed(text) }
    mutating func add(_ bytes: [UInt8]) {
        add("\(bytes.count)")
        bytes.withUnsafeBytes { builder.update($0) }
    }
    consuming func finish() -> String { builder.finish().hex }
}

extension BuildState {
    /// Digest of what a build with these options starts from; the second value is the newest change among it.
    static func inputs(_ files: SiteFiles, folder: SiteFolder, options: BuildOptions) -> (digest: String, newest: Int64)
    {
        var digest = StampDigest()
        digest.add(ProgramStamp.current)
        digest.add(
            "\(folder.root)\n\(folder.output)\n\(options.drafts)\n\(options.future)\n\(options.expired)\n\(options.baseURL ?? "")"
        )
        digest.add("\(options.now?.rfc3339 ?? "")\n\(options.policy.map { "\($0)" } ?? "")")
        for path in [folder.configuration, folder.gallery.lock] { digest.add(path, FileStamp(of: path)) }
        for (name, list) in [
            ("content", files.pages), ("files", files.resources), ("templates", files.templates),
            ("static", files.staticFiles), ("data", files.data), ("themes", files.themes),
        ] {
            digest.add(name)
            for file in list { digest.add(file.path, file.stamp) }
        }
        for finding in files.findings { digest.add("\(finding.location?.path ?? "") \(finding.summary)") }
        let newest = digest.newest
        return (digest.finish(), newest)
    }

    /// Digest of what stands in the output and of the pictures behind it.
    ///
    /// - Parameter known: stamps of the output's files as far as they are known.
    /// - Returns: nothing where no build of the output has come to its end.
    static func outputs(
        in folder: SiteFolder, pictures: [String], jobs: Int,
        knowing known: @escaping @Sendable (String) -> FileStamp? = { _ in nil }
    ) async -> String? {
        guard let output = await OutputStamps.digest(of: folder.output, jobs: jobs, knowing: known) else { return nil }
        var digest = StampDigest()
        digest.add(output)
        for picture in pictures { digest.add(picture, FileStamp(of: folder.path(ofShown: picture))) }
        return digest.finish()
    }
}
