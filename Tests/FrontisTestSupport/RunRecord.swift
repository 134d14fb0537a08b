import Crypto
import Foundation

/// What a run of the program was given and what came of it, written into the folder that `FRONTIS_RECORD` names, so that
/// two versions of the program can be compared by everything that the tests have them do: `Scripts/output-diff`.
///
/// A record's name is made of what the run was given, so that the same runs of two versions have the same name, in
/// whatever order tests run. What differs from run to run is evened out: ports, folders, the clock, random numbers.
struct RunRecord {
    private let records: URL
    private let folder: String
    private let name: String

    /// Nothing where nobody wants records.
    init?(_ arguments: [String], in folder: String, environment: [String: String]) throws {
        guard let records = ProcessInfo.processInfo.environment["FRONTIS_RECORD"] else { return nil }
        self.records = URL(fileURLWithPath: records)
        self.folder = folder
        let given = Self.evened(arguments.joined(separator: "\n"), folder)
        let variables = environment.filter { $0.key != "PATH" }.sorted { $0.key < $1.key }
        let named = variables.map { "\($0.key)=\(Self.evened($0.value, folder))" }.joined(separator: "\n")
        name = Self.digest(given + "\n" + named + "\n" + (try Self.tree(of: folder, keepingIn: nil)))
    }

    /// - Throws: what the file system says.
    func write(_ arguments: [String], _ result: ProgramRun.Result) throws {
        let texts = records.appendingPathComponent("files")
        try FileManager.default.createDirectory(at: texts, withIntermediateDirectories: true)
        let files = try Self.tree(of: folder, keepingIn: texts)
        let outcome = """
            frontis \(Self.evened(arguments.joined(separator: " "), folder))
            status \(result.status)
            --- standard output
            \(Self.evened(result.standardOutput, folder))
            --- standard error
            \(Self.evened(result.standardError, folder))
            --- files
            \(files)
            """
        let runs = records.appendingPathComponent("runs/\(name)")
        try FileManager.default.createDirectory(at: runs, withIntermediateDirectories: true)
        try Data(outcome.utf8).write(to: runs.appendingPathComponent(Self.digest(outcome)))
    }

    // MARK: Files

    /// The cache is left out, as it may be made anew at any time.
    private static func tree(of folder: String, keepingIn texts: URL?) throws -> String {
        let root = URL(fileURLWithPath: folder)
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
        var lines: [String] = []
        for name in names.sorted() where !name.hasPrefix(".git/") && !name.contains(".frontis/cache") && !name.contains("/locks/") {
            let file = root.appendingPathComponent(name)
            let values = try? file.resourceValues(forKeys: [.isRegularFileKey, .isSymbolicLinkKey])
            if values?.isSymbolicLink == true {
                let target = (try? FileManager.default.destinationOfSymbolicLink(atPath: file.path)) ?? ""
                lines.append("\(name) -> \(evened(target, folder))")
            } else if values?.isRegularFile == true, let data = try? Data(contentsOf: file) {
                let text = String(data: data, encoding: .utf8).map { evened($0, folder, isLines: name.hasSuffix(".jsonl")) }
                let digest = text.map(digest) ?? hex(SHA256.hash(data: data))
                lines.append("\(name) \(digest)")
                if let texts, let text {
                    try Data(text.utf8).write(to: texts.appendingPathComponent(digest), options: .atomic)
                }
            }
        }
        return lines.joined(separator: "\n")
    }

    private static func digest(_ text: String) -> String { hex(SHA256.hash(data: Data(text.utf8))) }

    private static func hex(_ digest: SHA256.Digest) -> String { digest.map { String(format: "%02x", $0) }.joined() }

    // MARK: Evening out

    private static func evened(_ text: String, _ folder: String, isLines: Bool = false) -> String {
        var text = text.replacingOccurrences(of: folder, with: "/SITE")
        for (pattern, with) in patterns {
            text = text.replacingOccurrences(of: pattern, with: with, options: .regularExpression)
        }
        // Lines are appended as things happen.
        guard isLines else { return text }
        return text.split(separator: "\n").sorted().joined(separator: "\n")
    }

    private static let patterns = [
        (#"(127\.0\.0\.1|localhost|\[::1\]):[0-9]+"#, "$1:PORT"),
        (#"frontis-test-[0-9A-F-]{36}"#, "TEST"),
        ("\(today)T[0-9:.]+Z", "NOW"), (today, "TODAY"),
        (#"(-(image|alt|prompt)-(NOW|[0-9TZ:-]{20})-)[0-9]+"#, "$1RANDOM"),
        (#"[0-9]+(\.[0-9]+)? ?(ms|s)\b"#, "TIME"), (#"("[a-zA-Z]*[sS]econds" ?: ?)[0-9.e-]+"#, "$1TIME"),
        // In the table of a comparison, behind the bytes of a picture.
        (#"((B|kB|MB) +)[0-9]+\.[0-9]+ "#, "$1TIME "),
    ]

    private static let today = String(Date().ISO8601Format().prefix(10))
}
