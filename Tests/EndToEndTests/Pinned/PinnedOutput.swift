import Foundation
import FrontisPictures
import FrontisTestSupport

/// The whole output of a site, as it is kept under `Tests/Fixtures/sites/NAME`: texts in the folder `expected`, all
/// other files as lines of `expected.files`, which say what each of them is.
///
/// The same on every machine: another version of libvips writes pictures of other bytes, so that names, previews,
/// colours and lengths differ that follow from bytes or from that version. Pictures are called `images/1.webp` here, in
/// the order in which pages mention them, and stand in the list with their sizes.
struct PinnedOutput: Equatable {
    /// By path.
    var texts: [String: String] = [:]
    /// What any other file is, by path.
    var files: [String: String] = [:]

    private static let list = "expected.files"

    /// - Parameters:
    ///   - output: what was built, by path.
    ///   - sources: what may have been copied into it, by a name for people.
    init(output: [String: [UInt8]], sources: [String: [UInt8]]) {
        var pictures: [(name: String, bytes: [UInt8])] = []
        for (path, bytes) in output where path != ".frontis-files" {
            if path.hasPrefix("images/") {
                pictures.append((path, bytes))
            } else if let source = sources.filter({ $0.value == bytes }).keys.min() {
                files[path] = source
            } else if let text = String(validating: bytes, as: UTF8.self) {
                texts[path] = Self.evened(text)
            } else {
                files[path] = "\(bytes.count) bytes"
            }
        }
        let names = Self.numbered(in: texts)
        for (path, text) in texts { texts[path] = Self.renamed(text, names) }
        for (name, bytes) in pictures {
            let size = (try? PictureInspector.header(of: bytes)).map { "\($0.width) × \($0.height)" }
            files[names[name] ?? "images/mentioned nowhere"] = size ?? "no picture"
        }
    }

    // MARK: Evening out

    private static let patterns = [
        (#"url\(data:image/webp;base64,[A-Za-z0-9+/=]+\)"#, "url(PREVIEW)"),
        (#"style="background:#[0-9a-f]{6} "#, #"style="background:#COLOR "#),
        (#"(rel="enclosure" [^>]*|<enclosure [^>]*)length="[0-9]+""#, #"$1length="BYTES""#),
        (#""digest" : "[0-9a-f]{64}""#, #""digest" : "DIGEST""#),
        (#"Frontis [0-9]+\.[0-9]+\.[0-9]+"#, "Frontis VERSION"),
        (#"<generator version="[0-9.]+">"#, #"<generator version="VERSION">"#),
    ]

    private static func evened(_ text: String) -> String {
        patterns.reduce(text) { text, pattern in
            text.replacingOccurrences(of: pattern.0, with: pattern.1, options: .regularExpression)
        }
    }

    private static func numbered(in texts: [String: String]) -> [String: String] {
        var names: [String: String] = [:]
        for (_, text) in texts.sorted(by: { $0.key < $1.key }) {
            for match in text.matches(of: #/images/[0-9a-f]{20}(\.[a-z]+)/#) where names[String(match.0)] == nil {
                names[String(match.0)] = "images/\(names.count + 1)\(match.1)"
            }
        }
        return names
    }

    private static func renamed(_ text: String, _ names: [String: String]) -> String {
        text.replacing(#/images/[0-9a-f]{20}\.[a-z]+/#) { names[String($0.0)] ?? String($0.0) }
    }

    // MARK: Files

    /// What is kept in a site's folder.
    init(from site: URL) throws {
        let folder = site.appendingPathComponent("expected")
        for (path, bytes) in try FolderFiles.of(folder) { texts[path] = String(decoding: bytes, as: UTF8.self) }
        let list = try String(contentsOf: site.appendingPathComponent(Self.list), encoding: .utf8)
        for line in list.split(separator: "\n") {
            let parts = line.split(separator: ": ", maxSplits: 1)
            files[String(parts[0])] = parts.count == 2 ? String(parts[1]) : ""
        }
    }

    /// Keeps it, in the place of what was kept there.
    func write(to site: URL) throws {
        let folder = site.appendingPathComponent("expected")
        if FileManager.default.fileExists(atPath: folder.path) { try FileManager.default.removeItem(at: folder) }
        for (path, text) in texts {
            let file = folder.appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        try Data(listing.utf8).write(to: site.appendingPathComponent(Self.list))
    }

    private var listing: String {
        files.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)\n" }.joined()
    }

    // MARK: Comparing

    /// For a person: what is missing, what is there besides, and the first files that differ.
    func differences(in made: PinnedOutput, most: Int = 3) -> [String] {
        var said: [String] = []
        let missing = Set(texts.keys).subtracting(made.texts.keys).sorted()
        let extra = Set(made.texts.keys).subtracting(texts.keys).sorted()
        if !missing.isEmpty { said.append("not made: " + missing.joined(separator: ", ")) }
        if !extra.isEmpty { said.append("made, and not expected: " + extra.joined(separator: ", ")) }
        var diffs = [LineDiff.unified(listing, made.listing, name: Self.list)]
        for (path, text) in texts.sorted(by: { $0.key < $1.key }) {
            if let other = made.texts[path] { diffs.append(LineDiff.unified(text, other, name: path)) }
        }
        diffs.removeAll(where: \.isEmpty)
        said += diffs.prefix(most)
        if diffs.count > most { said.append("\(diffs.count - most) more files differ") }
        return said
    }
}

/// All files under a folder, by their path in it.
enum FolderFiles {
    static func of(_ folder: URL) throws -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
            let file = folder.appendingPathComponent(path)
            guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { continue }
            files[path] = [UInt8](try Data(contentsOf: file))
        }
        return files
    }
}
