import Foundation
package import FrontisCore

/// Which files a site takes in that do not lie where their path says: those reached through a link.
///
/// Their real path must lie in a folder of the site that is read anyway, and no part of it may begin with a dot.
/// `allow-links-outside` lifts the first half. Parts that the real path has in common with the site's own are not
/// looked at, so that a site may itself lie in a hidden folder.
package struct LinkRule: Sendable {
    package enum Refusal: Sendable, Equatable {
        /// A real path that is not in the folders that a site is read from.
        case outside(String)
        /// A real path with a part that begins with a dot.
        case hidden(String)
        /// A folder of files that the system makes up, such as this process's environment.
        case system(String)
        /// A folder that the link itself lies in, or that was passed on the way.
        case loop(String)
        case nowhere
        /// No file and no folder.
        case special
        /// Too many files behind links that lie behind links.
        case endless
    }

    /// What a path leads to that the rule allows.
    package struct Target: Sendable {
        package var realPath: String
        package var entry: FileStamp.Entry
    }

    /// The folders that a site is read from.
    package static let folders = ["content", "static", "templates", "data", "i18n"]
    /// Where the system keeps what looks like files and is none.
    package static let systemFolders = ["/proc", "/sys", "/dev"]

    package let site: String
    package let allowsOutside: Bool
    /// Nothing where the site's folder is not there: then nothing is read.
    private let realSite: String?

    /// - Parameter site: absolute.
    package init(site: String, allowsOutside: Bool) {
        self.site = site
        self.allowsOutside = allowsOutside
        realSite = (try? RealPath(of: site))?.text
    }

    /// Where a link leads.
    package func target(of link: String) -> Result<Target, Refusal> {
        let real: String
        do throws(FileError) {
            real = try RealPath(of: link).text
        } catch {
            return .failure(error.code == ELOOP ? .loop("itself") : .nowhere)
        }
        if let refusal = refusal(of: real) { return .failure(refusal) }
        switch FileStamp.entry(at: real) {
        case nil, .link?: return .failure(.nowhere)
        case .special?: return .failure(.special)
        case let entry?: return .success(Target(realPath: real, entry: entry))
        }
    }

    /// The rule for a path that somebody has written down, as in `reference:`: what is reached without a link, in
    /// the site, is fine wherever it is.
    ///
    /// - Parameter path: absolute.
    package func refusal(ofNamed path: String) -> Refusal? {
        guard let real = try? RealPath(of: path).text, let realSite else { return nil }
        if case .special? = FileStamp.entry(at: real) { return .special }
        let folded = "/" + (Reference.folded(path) ?? "")
        if folded.hasPrefix(site + "/"), real == realSite + folded.dropFirst(site.count) { return nil }
        return refusal(of: real)
    }

    private func refusal(of real: String) -> Refusal? {
        guard let realSite else { return .outside(real) }
        for folder in Self.systemFolders where real == folder || real.hasPrefix(folder + "/") {
            if !realSite.hasPrefix(folder + "/") { return .system(folder) }
        }
        let parts = real.split(separator: "/")
        let own = realSite.split(separator: "/")
        let shared = zip(parts, own).prefix { $0 == $1 }.count
        let rest = parts.dropFirst(shared)
        let isInside = shared == own.count
        let shown = isInside && !rest.isEmpty ? rest.joined(separator: "/") : real
        if rest.contains(where: { $0.hasPrefix(".") }) { return .hidden(shown) }
        if isInside, let first = rest.first, Self.folders.contains(String(first)) { return nil }
        return allowsOutside ? nil : .outside(shown)
    }

    /// - Parameters:
    ///   - path: of the link, relative to the site.
    ///   - subject: what leads there.
    package static func finding(_ refusal: Refusal, at path: String, subject: String = "a link") -> Diagnostic {
        let place = SourceLocation(path: path)
        func finding(_ what: String, _ help: String, _ severity: Severity = .error) -> Diagnostic {
            Diagnostic(.linkRefused, what, at: place, help: help, severity: severity)
        }
        switch refusal {
        case .outside(let real):
            return finding(
                "\(subject) leads to '\(real)', outside of \(folders.map { $0 + "/" }.joined(separator: ", "))",
                "put the file where the link is, or set allow-links-outside: true in frontis.yaml")
        case .hidden(let real):
            return finding(
                "\(subject) leads to '\(real)', where a name begins with a dot",
                "put the file where the link is if everybody may read it: nothing hidden is read through a link")
        case .system(let folder):
            return finding(
                "\(subject) leads into '\(folder)'",
                "remove the link: the system's own files are never read through one")
        case .loop(let real):
            return finding("\(subject) leads back to \(real)", "remove the link")
        case .nowhere:
            return finding("\(subject) leads nowhere", "remove the link, or put back what it led to", .warning)
        case .special:
            return finding("neither a file nor a folder, but a pipe, a socket or a device", "remove it", .warning)
        case .endless:
            return finding(
                "links behind links lead to more than \(linkedLimit) files", "remove links to folders that hold links")
        }
    }

    /// Files and folders behind at least two links; doubled often enough, a few links are more than any disk holds.
    package static let linkedLimit = 100_000
}

extension LinkRule.Refusal: Error {}
