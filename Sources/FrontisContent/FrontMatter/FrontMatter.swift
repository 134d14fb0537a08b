package import FrontisCore

/// The head of a Markdown file, and where the body begins.
package struct FrontMatter: Sendable {
    /// Nothing where the file has none, or an empty one.
    package var root: SourceNode?
    /// Offset of the body in UTF-8 bytes.
    package var bodyOffset: Int
    /// Lines above the body.
    package var bodyLine: Int

    /// Reads what stands between `---` lines (YAML) or `+++` lines (TOML) at the top of the file.
    ///
    /// - Throws: a diagnostic where the front matter is not closed or is not well-formed.
    package static func read(_ source: SourceText) throws(Diagnostic) -> FrontMatter {
        let utf8 = source.text.utf8
        guard let first = utf8.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") else {
            return FrontMatter(root: nil, bodyOffset: 0, bodyLine: 0)
        }
        let fence = first == UInt8(ascii: "-") ? "---" : "+++"
        guard source.line(1).map({ isFence($0, fence) }) == true else {
            return FrontMatter(root: nil, bodyOffset: 0, bodyLine: 0)
        }
        var lineStart = utf8.index(after: utf8.firstIndex(of: UInt8(ascii: "\n")) ?? utf8.index(before: utf8.endIndex))
        let start = lineStart
        var line = 1
        while lineStart < utf8.endIndex {
            let lineEnd = utf8[lineStart...].firstIndex(of: UInt8(ascii: "\n")) ?? utf8.endIndex
            line += 1
            let text = source.text[lineStart..<lineEnd]
            if isFence(text, fence) || (fence == "---" && isFence(text, "...")) {
                let next = lineEnd < utf8.endIndex ? utf8.index(after: lineEnd) : lineEnd
                let block = String(source.text[start..<lineStart])
                try ContentLimits.check(
                    size: block, what: "front matter", id: fence == "---" ? .frontMatterYAML : .frontMatterTOML,
                    in: source, line: 1)
                let root =
                    fence == "---"
                    ? try YAMLDocument.read(block, in: source, lineOffset: 1, id: .frontMatterYAML)
                    : try TOMLDocument.read(block, in: source, lineOffset: 1)
                return FrontMatter(
                    root: root, bodyOffset: utf8.distance(from: utf8.startIndex, to: next), bodyLine: line)
            }
            lineStart = lineEnd < utf8.endIndex ? utf8.index(after: lineEnd) : lineEnd
        }
        throw Diagnostic(
            .frontMatterUnterminated, "front matter is not closed",
            at: SourceLocation(path: source.path, line: 1, column: 1, length: 3), in: source.line(1),
            help: "add a line '\(fence)' where the front matter ends and the text begins")
    }

    private static func isFence(_ line: some StringProtocol, _ fence: String) -> Bool {
        line.hasPrefix(fence) && line.dropFirst(fence.count).allSatisfy(\.isWhitespace)
    }
}
