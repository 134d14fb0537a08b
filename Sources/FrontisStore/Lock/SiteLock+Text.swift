import Foundation
package import FrontisCore

extension SiteLock {
    private struct Document: Decodable {
        var images: [String: Entry]
        var version: Int
    }

    private struct Versioned: Decodable { var version: Int }

    package static let fileName = "frontis.lock"

    /// Reads the lock's text.
    ///
    /// - Throws: a diagnostic for anything that is not a lock of this version: a lock that cannot be read is never
    ///   taken for one that is not there.
    package init(text: String) throws(Diagnostic) {
        func fail(_ summary: String, line: Int = 1, help: String) -> Diagnostic {
            let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            return Diagnostic(
                .lockUnreadable, summary, at: SourceLocation(path: Self.fileName, line: line),
                in: lines.indices.contains(line - 1) ? String(lines[line - 1]) : nil, help: help)
        }
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
        where line.hasPrefix("<<<<<<<") || line.hasPrefix("=======") || line.hasPrefix(">>>>>>>") {
            throw fail(
                "the lock has a merge conflict in it", line: index + 1,
                help: "keep one of the two sides of each conflict and remove the marker lines")
        }
        let decoder = JSONDecoder()
        let data = Data(text.utf8)
        let document: Document
        do {
            let version = try decoder.decode(Versioned.self, from: data).version
            guard version <= Self.formatVersion else {
                throw fail("the lock has format \(version), which a newer Frontis wrote", help: "update Frontis")
            }
            document = try decoder.decode(Document.self, from: data)
        } catch let error as Diagnostic {
            throw error
        } catch {
            throw fail(
                "the lock cannot be read: \(DecodingWords.of(error))", line: Self.line(of: error, in: text),
                help: "restore it from git: git checkout -- \(Self.fileName)")
        }
        images = [:]
        for (id, entry) in document.images {
            guard let slot = SlotID(id) else {
                throw fail("the lock cannot be read: '\(id)' is not a slot", help: "restore it from git")
            }
            images[slot] = entry
        }
    }

    /// Where in the text a decoding error lies: at its slot, or where the JSON breaks off.
    private static func line(of error: any Error, in text: String) -> Int {
        var needle: String?
        switch error as? DecodingError {
        case .keyNotFound(_, let context), .typeMismatch(_, let context), .valueNotFound(_, let context):
            needle = context.codingPath.dropFirst().first?.stringValue
        case .dataCorrupted(let context):
            needle = context.codingPath.dropFirst().first?.stringValue
            if needle == nil, let underlying = context.underlyingError {
                // "Unexpected character 'x' around line 3, column 5."
                let words = "\(underlying)"
                if let range = words.firstRange(of: "line ") {
                    return Int(words[range.upperBound...].prefix { $0.isNumber }) ?? 1
                }
            }
        default: break
        }
        guard let needle, let range = text.firstRange(of: JSONText.quoted(needle)) else { return 1 }
        return text[..<range.lowerBound].count(where: \.isNewline) + 1
    }

    /// Keys sorted, one field a line, so that a review shows which picture and which alt text have changed.
    package var text: String {
        var lines = ["{", "  \"images\": {"]
        let slots = images.sorted { $0.key < $1.key }
        for (index, (id, entry)) in slots.enumerated() {
            lines.append("    \(JSONText.quoted(id.description)): {")
            let fields = Self.fields(of: entry)
            for (position, field) in fields.enumerated() {
                lines.append("      \(field)\(position < fields.count - 1 ? "," : "")")
            }
            lines.append("    }\(index < slots.count - 1 ? "," : "")")
        }
        lines += ["  },", "  \"version\": \(Self.formatVersion)", "}", ""]
        return lines.joined(separator: "\n")
    }

    private static func fields(of entry: Entry) -> [String] {
        func field(_ name: String, _ text: String?) -> String? { text.map { "\"\(name)\": \(JSONText.quoted($0))" } }
        func alt(_ alt: Alt) -> String {
            "{ \"language\": \(JSONText.quoted(alt.language)), \"source\": \"\(alt.source.rawValue)\", "
                + "\"text\": \(JSONText.quoted(alt.text)) }"
        }
        let translations = entry.translations.map { $0.sorted { $0.language < $1.language }.map(alt) } ?? []
        return [
            entry.alt.map { "\"alt\": \(alt($0))" },
            field("asked", entry.asked?.hex),
            "\"candidate\": \(entry.candidate)",
            entry.cost.map { "\"cost\": { \"estimated\": \($0.estimated), \"usd\": \(dollars($0.usd)) }" },
            field("created", entry.created),
            field("dialect", entry.dialect),
            "\"height\": \(entry.height)",
            field("image", entry.image.hex),
            field("mediaType", entry.mediaType.rawValue),
            field("model", entry.model),
            field("prompt", entry.prompt),
            field("provider", entry.provider),
            field("quality", entry.quality),
            field("recipe", entry.recipe.hex),
            translations.isEmpty ? nil : "\"translations\": [\(translations.joined(separator: ", "))]",
            "\"width\": \(entry.width)",
        ].compactMap { $0 }
    }

    /// Up to six digits behind the point, without an exponent.
    private static func dollars(_ usd: Double) -> String {
        let millionths = Int((usd * 1_000_000).rounded())
        guard millionths % 1_000_000 != 0 else { return String(millionths / 1_000_000) }
        let fraction = String(abs(millionths % 1_000_000))
        var digits = String(repeating: "0", count: 6 - fraction.count) + fraction
        while digits.hasSuffix("0") { digits.removeLast() }
        return "\(millionths < 0 ? "-" : "")\(abs(millionths / 1_000_000)).\(digits)"
    }

    // MARK: The file

    /// The lock at `path`; an empty one where there is no such file.
    package static func read(_ path: String) throws(Diagnostic) -> SiteLock {
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try FileContents.read(path)
        } catch {
            if error.isAbsent { return SiteLock() }
            throw Diagnostic(
                .lockUnreadable, error.description, at: SourceLocation(path: fileName), help: error.help)
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Diagnostic(
                .lockUnreadable, "the lock is not UTF-8", at: SourceLocation(path: fileName),
                help: "restore it from git: git checkout -- \(fileName)")
        }
        return try SiteLock(text: text)
    }

    /// Puts these entries into the lock at `path` and leaves all others as another process may have written them
    /// meanwhile. A lock that would be empty is not begun; one that does not change is not touched.
    ///
    /// - Returns: whether it was written.
    package static func merge(
        _ entries: [SlotID: Entry], into path: String, locks: String
    ) throws(Diagnostic) -> Bool {
        do {
            let lock = try FileLock.acquire("\(locks)/lock-\(Digest.of(path).hex.prefix(16))")
            defer { withExtendedLifetime(lock) {} }
            var current = try read(path)
            current.images.merge(entries) { _, own in own }
            guard !current.images.isEmpty else { return false }
            return try AtomicFile.writeIfChanged(Array(current.text.utf8), to: path, .durable)
        } catch let error as Diagnostic {
            throw error
        } catch let error as FileError {
            throw Diagnostic(.outputWrite, error.description, help: error.help)
        } catch {
            throw Diagnostic(.outputWrite, "\(error)")
        }
    }
}
