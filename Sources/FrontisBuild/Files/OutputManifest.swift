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
    /// As it was read.
    private var bytes: [UInt8] = []

    init(files: [String: OutputFile.Kind], isFinished: Bool) { (self.files, self.isFinished) = (files, isFinished) }

    /// Nothing where the output has none.
    ///
    /// Lines that are no paths within the output are passed over: the list may have been tampered with. A path that
    /// stands below no kind is taken for a list.
    ///
    /// - Parameter known: as it was read before, which holds as long as it is the same file.
    static func read(
        in output: OutputFolder, knowing known: OutputManifest? = nil
    ) throws(FileError) -> OutputManifest? {
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try output.read(name)
        } catch  where error.isAbsent {
            return nil
        }
        if let known, known.bytes == bytes { return known }
        var kind = OutputFile.Kind.list
        let lines = bytes.split(separator: UInt8(ascii: "\n"))
        var files: [String: OutputFile.Kind] = [:]
        files.reserveCapacity(lines.count)
        for line in lines {
            let line = String(decoding: line, as: UTF8.self)
            if line.utf8.first == UInt8(ascii: "#") {
                kind = OutputFile.Kind.allCases.first { heading($0) == line } ?? kind
            } else if let path = SitePath(static: line) {
                files[path.text] = kind
            }
        }
        var manifest = OutputManifest(files: files, isFinished: isFinished(bytes))
        manifest.bytes = bytes
        return manifest
    }

    static func isFinished(_ bytes: [UInt8]) -> Bool {
        bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 1).first.map { !$0.elementsEqual(unfinished.utf8) }
            ?? true
    }

    /// The same list of another run.
    func marked(isFinished: Bool) -> OutputManifest {
        var other = self
        other.isFinished = isFinished
        if let end = bytes.firstIndex(of: UInt8(ascii: "\n")) {
            other.bytes = Array((isFinished ? Self.finished : Self.unfinished).utf8) + bytes[end...]
        }
        return other
    }

    func write(in output: OutputFolder) throws(FileError) {
        let bytes = bytes.isEmpty ? composed : bytes
        if try output.standing(of: bytes, at: Self.name) != .same { try output.write(bytes, to: Self.name) }
    }

    private var composed: [UInt8] {
        var lines = [isFinished ? Self.finished : Self.unfinished]
        for kind in OutputFile.Kind.allCases {
            let paths = files.filter { $0.value == kind }.keys
            if !paths.isEmpty { lines += [Self.heading(kind)] + paths.sorted() }
        }
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }

    private static func heading(_ kind: OutputFile.Kind) -> String { "# \(kind)s" }
}
