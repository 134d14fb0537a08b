import Foundation
import FrontisCore
import FrontisStore

/// The list, kept in the output itself, of the files that Frontis wrote there: the only ones it ever removes.
struct OutputManifest: Sendable {
    static let name = ".frontis-files"
    private static let finished = "# Files that Frontis wrote here; it removes no others."
    private static let unfinished = "# A build was interrupted here; the next one puts it right."

    var paths: Set<String>
    /// Whether the run that wrote it came to its end.
    var isFinished: Bool

    /// Nothing where the output has none.
    ///
    /// Lines that are no paths within the output are passed over: the list may have been tampered with.
    static func read(in output: String) throws(FileError) -> OutputManifest? {
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try FileContents.read(output + "/" + name)
        } catch  where error.isAbsent {
            return nil
        }
        var paths: Set<String> = []
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
        for line in lines where !line.hasPrefix("#") {
            if let path = SitePath(line) { paths.insert(path.text) }
        }
        return OutputManifest(paths: paths, isFinished: lines.first != unfinished)
    }

    func write(in output: String) throws(FileError) {
        let text = ([isFinished ? Self.finished : Self.unfinished] + paths.sorted()).joined(separator: "\n") + "\n"
        try AtomicFile.writeIfChanged(Array(text.utf8), to: output + "/" + Self.name)
    }
}
