import Foundation
import FrontisCore
import FrontisStore

/// The list, kept in the output itself, of the files that Frontis wrote there: the only ones it ever removes.
struct OutputManifest: Sendable {
    static let name = ".frontis-files"
    private static let finished = "# Files that Frontis wrote here; it removes no others."
    private static let unfinished = "# A build was interrupted here; the next one puts it right."

    /// By path. What a file leads to is kept so that it can be removed before what it leads to.
    var files: [String: OutputFile.Kind]
    /// Whether the run that wrote it came to its end.
    var isFinished: Bool

    /// Nothing where the output has none.
    ///
    /// Lines that are no paths within the output are passed over: the list may have been tampered with. A path that
    /// stands below no kind is taken for a list.
    static func read(in output: OutputFolder) throws(FileError) -> OutputManifest? {
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try output.read(name)
        } catch  where error.isAbsent {
            return nil
        }
        var files: [String: OutputFile.Kind] = [:]
        var kind = OutputFile.Kind.list
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
        for line in lines {
            if line.hasPrefix("#") {
                kind = OutputFile.Kind.allCases.first { heading($0) == line } ?? kind
            } else if let path = SitePath(static: line) {
                files[path.text] = kind
            }
        }
        return OutputManifest(files: files, isFinished: lines.first != unfinished)
    }

    func write(in output: OutputFolder) throws(FileError) {
        var lines = [isFinished ? Self.finished : Self.unfinished]
        for kind in OutputFile.Kind.allCases {
            let paths = files.filter { $0.value == kind }.keys
            if !paths.isEmpty { lines += [Self.heading(kind)] + paths.sorted() }
        }
        let bytes = Array((lines.joined(separator: "\n") + "\n").utf8)
        if try output.standing(of: bytes, at: Self.name) != .same { try output.write(bytes, to: Self.name) }
    }

    private static func heading(_ kind: OutputFile.Kind) -> String { "# \(kind)s" }
}
