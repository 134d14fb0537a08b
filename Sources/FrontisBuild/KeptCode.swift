import Foundation
import FrontisCore
import FrontisScript
import FrontisStore

/// Highlighted code, kept in the cache under what it was made of: whatever else of a page or of a site changes, the same
/// code is not highlighted twice.
struct KeptCode: Sendable {
    private let folder: String
    private let highlighter: CodeHighlighter

    /// Seconds after which what nobody has asked for is not kept any longer, and after which asking is noted.
    private static let age: Double = 7_776_000
    private static let day: Double = 86_400

    /// - Parameter cache: the site's.
    init(cache: String, jobs: Int) {
        folder = Self.folder(in: cache)
        highlighter = CodeHighlighter(jobs: jobs)
    }

    private static func folder(in cache: String) -> String { cache + "/code" }

    /// - Returns: nothing for a language that nobody knows, or code that is too much.
    func html(of code: String, in language: String) -> String? {
        guard CodeHighlighter.knows(language) else { return nil }
        let path = path(of: code, in: language)
        if let kept = Self.kept(at: path) { return kept.isEmpty ? nil : kept }
        let html = highlighter.html(of: code, in: language)
        var bytes = Array((html ?? "").utf8)
        withUnsafeBytes(of: Self.check(bytes[...]).littleEndian) { bytes += $0 }
        // Without it the code is highlighted again the next time.
        do throws(FileError) { try AtomicFile.write(bytes, to: path) } catch { return html }
        return html
    }

    private func path(of code: String, in language: String) -> String {
        let name = Digest.of("\(CodeHighlighter.version)\n\(language.lowercased())\n\(code)").hex
        return "\(folder)/\(name.prefix(2))/\(name.dropFirst(2).prefix(38))"
    }

    /// Nothing where it is not there, or is not what was written.
    private static func kept(at path: String) -> String? {
        guard let bytes = try? FileContents.read(path), bytes.count >= 8 else { return nil }
        let check = bytes.suffix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard Self.check(bytes.dropLast(8)) == check else { return nil }
        if let stamp = FileStamp(of: path), Date.now.timeIntervalSince1970 - Double(stamp.modified) / 1e9 > day {
            // What is still shown is kept; where that cannot be noted it is made again in three months.
            utimes(path, nil)
        }
        return String(decoding: bytes.dropLast(8), as: UTF8.self)
    }

    private static func check(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.withUnsafeBytes { DigestBuilder.beginning(of: $0) }
    }

    /// Removes what nobody has asked for in three months.
    ///
    /// - Parameter now: seconds since 1970.
    static func sweep(_ cache: String, now: Double) throws(FileError) {
        let folder = folder(in: cache)
        guard FileStamp.entry(at: folder) != nil else { return }
        for part in try Directory.names(in: folder) {
            for name in try Directory.names(in: folder + "/" + part) {
                let path = "\(folder)/\(part)/\(name)"
                guard let stamp = FileStamp(of: path), Double(stamp.modified) / 1e9 < now - age else { continue }
                unlink(path)
            }
        }
    }
}
