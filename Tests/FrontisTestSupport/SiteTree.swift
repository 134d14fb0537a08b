/// A folder's files as one text, as Go's and Hugo's tests write them:
///
///     -- content/posts/a.md --
///     The text of the first file.
///     -- static/empty.txt --
///     -- content/b.md --
///     The text of the last.
///
/// A line `-- NAME --`, from its first character to its last, begins a file; the lines below it are its text, each with
/// its break. The text of a file that has to end without one, or to hold such a line, is written by itself.
package struct SiteTree: Sendable {
    package enum Fault: Error, Equatable {
        /// Text that stands in no file: most likely, a first header that is none.
        case textBeforeFirstName(String)
        case duplicate(String)
        /// It leads out of the folder, or is no path.
        case name(String)
    }

    /// As they stand in the text.
    package private(set) var files: [(path: String, text: String)] = []

    package init(_ tree: String) throws(Fault) {
        // By bytes: to Swift, a break behind a carriage return is another character.
        var lines = tree.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Substring.init)
        // What follows the last break is no line.
        if lines.last == "" { lines.removeLast() }
        var names: Set<String> = []
        for line in lines {
            if let name = Self.name(in: line) {
                let parts = name.split(separator: "/", omittingEmptySubsequences: false)
                guard parts.allSatisfy({ !["", ".", ".."].contains($0) }) else { throw .name(name) }
                guard names.insert(name).inserted else { throw .duplicate(name) }
                files.append((name, ""))
            } else if files.isEmpty {
                throw .textBeforeFirstName(String(line))
            } else {
                files[files.count - 1].text += line + "\n"
            }
        }
    }

    private static func name(in line: Substring) -> String? {
        guard line.hasPrefix("-- "), line.hasSuffix(" --"), line.count > 6 else { return nil }
        let name = line.dropFirst(3).dropLast(3)
        return name.hasPrefix(" ") || name.hasSuffix(" ") ? nil : String(name)
    }
}

extension TemporarySite {
    /// Writes the files of a tree, and the folders that they need.
    package func write(tree: String) throws {
        for (path, text) in try SiteTree(tree).files { try write(path, text) }
    }
}
