import Foundation
package import FrontisCore

/// Why a file of the output is as it is: what had it made last, and what it reads.
package struct OutputExplanation: Sendable, Encodable {
    /// Under the output.
    package var path: String
    /// `new`, `touched`, `reads` or `untold`, see `docs/commands.md`.
    package var cause: String
    /// What said something else than before.
    package var changed: [String]
    /// When the build began that made it.
    package var made: Timestamp
    /// When the last build began that had anything to do.
    package var lastBuild: Timestamp
    /// What it is made of: while all of that says the same, it is not made again.
    package var reads: [String]

    private let shown: String
    private let reason: String

    private enum CodingKeys: String, CodingKey {
        case path, cause, changed, made, lastBuild, reads
    }

    private init(_ path: String, _ record: OutputRecords.Record, in records: OutputRecords, _ folder: SiteFolder) {
        self.path = path
        cause = "\(record.reason.cause)"
        changed = record.reason.names
        made = Timestamp(secondsSince1970: record.made)
        lastBuild = Timestamp(secondsSince1970: records.began)
        reads = records.names(readFor: record).map(\.text)
        shown = folder.shown(folder.output + "/" + path)
        reason = record.reason.text
    }

    /// - Parameter written: a path in the output, with the output's name before it or without; or an address in the site.
    /// - Throws: a finding where no build has left word of such a file.
    package static func of(_ written: String, options: BuildOptions) throws(Diagnostic) -> OutputExplanation {
        let folder = SiteFolder(options)
        guard let records = SiteState.records(in: folder), !records.isEmpty else {
            throw Diagnostic(
                .outputUnknown, "no build of this version has left word of what is in '\(folder.shown(folder.output))'",
                help: "build first: frontis build")
        }
        let candidates = candidates(for: written, in: folder, options)
        for path in candidates {
            if let record = records[path] { return OutputExplanation(path, record, in: records, folder) }
        }
        throw Diagnostic(
            .outputUnknown,
            "the last build has made no '\(written)'\(Suggestion.clause(for: candidates.first ?? written, among: records.paths))",
            help: "name a file of the output, such as \(folder.shown(folder.output))/index.html, or a slot")
    }

    /// What may be meant: a path in the output, with the output's name before it or without, or an address, with the
    /// site's own before it or without.
    private static func candidates(for written: String, in folder: SiteFolder, _ options: BuildOptions) -> [String] {
        var path = written[...]
        while path.hasPrefix("./") { path = path.dropFirst(2) }
        let (configuration, _) = SiteSource.configuration(in: folder, options: options)
        var isAddress = path.hasPrefix("/")
        if path.hasPrefix(configuration.origin + "/") {
            (path, isAddress) = (path.dropFirst(configuration.origin.count), true)
        }
        let prefixes = [folder.output, folder.shown(folder.output)] + (isAddress ? [configuration.basePath] : [])
        for prefix in prefixes where !prefix.isEmpty && (path == prefix || path.hasPrefix(prefix + "/")) {
            path = path.dropFirst(prefix.count)
            break
        }
        path = path.drop { $0 == "/" }
        let own = String(path)
        let address = isAddress ? String(path.prefix { $0 != "?" && $0 != "#" }) : own
        let text = address.removingPercentEncoding ?? address
        return [own, text].flatMap { name in
            name.isEmpty || name.hasSuffix("/") ? [name + "index.html"] : [name, name + "/index.html"]
        }
    }

    /// For people.
    package var text: String {
        var lines = [shown, "  made \(made.rfc3339): \(reason)"]
        if made != lastBuild {
            lines.append("  left as it was by the last build, \(lastBuild.rfc3339): all that it reads said the same")
        }
        lines.append("  reads:")
        lines += reads.map { "    " + $0 }
        return lines.joined(separator: "\n") + "\n"
    }
}
