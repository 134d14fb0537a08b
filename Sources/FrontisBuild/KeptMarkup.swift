import Foundation
import FrontisCore
import FrontisScript
import FrontisStore

/// Highlighted code and formulas, kept in the cache under what they were made of: whatever else of a page or of a site
/// changes, the same code is not highlighted twice.
struct KeptMarkup: Sendable {
    private let folder: String
    private let highlighter: CodeHighlighter
    private let converter: MathConverter

    /// Seconds after which what nobody has asked for is not kept any longer, and after which asking is noted.
    private static let age: Double = 7_776_000
    private static let day: Double = 86_400

    /// - Parameter cache: the site's.
    init(cache: String, jobs: Int) {
        folder = Self.folder(in: cache)
        highlighter = CodeHighlighter(jobs: jobs)
        converter = MathConverter(jobs: jobs)
    }

    private static func folder(in cache: String) -> String { cache + "/code" }

    /// - Returns: nothing for a language that nobody knows, or code that is too much.
    func html(of code: String, in language: String) -> String? {
        guard CodeHighlighter.knows(language) else { return nil }
        let html = kept("\(CodeHighlighter.version)\n\(language.lowercased())\n\(code)") {
            highlighter.html(of: code, in: language) ?? ""
        }
        return html.isEmpty ? nil : html
    }

    /// What stands before the words of one that cannot be read.
    private static let unreadable = "!"

    /// - Parameter tex: without the signs round it.
    func math(_ tex: String, isDisplay: Bool) -> MathMarkup {
        let text = kept("\(MathConverter.version)\n\(isDisplay)\n\(tex)") {
            switch converter.mathML(of: tex, isDisplay: isDisplay) {
            case .mathML(let markup): markup
            case .unreadable(let why): Self.unreadable + why
            }
        }
        return text.hasPrefix(Self.unreadable) ? .unreadable(String(text.dropFirst())) : .mathML(text)
    }

    /// - Parameter source: all that it is made of.
    private func kept(_ source: String, make: () -> String) -> String {
        let name = Digest.of(source).hex
        let path = "\(folder)/\(name.prefix(2))/\(name.dropFirst(2).prefix(38))"
        if let kept = Self.kept(at: path) { return kept }
        let text = make()
        var bytes = Array(text.utf8)
        withUnsafeBytes(of: Self.check(bytes[...]).littleEndian) { bytes += $0 }
        // Without it the same is made again the next time.
        do throws(FileError) { try AtomicFile.write(bytes, to: path) } catch { return text }
        return text
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
