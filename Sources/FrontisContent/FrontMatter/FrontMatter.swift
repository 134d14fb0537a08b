package import FrontisCore

/// The head of a Markdown file, and where the body begins.
package struct FrontMatter: Sendable {
    /// Nothing where the file has none, or an empty one.
    package var root: SourceNode?
    /// Offset of the body in UTF-8 bytes.
    package var bodyOffset: Int
    /// Lines above the body.
    package var bodyLine: Int
    /// What its author should know although the file is read.
    package var finding: Diagnostic?

    private static let none = FrontMatter(root: nil, bodyOffset: 0, bodyLine: 0)

    /// Reads what stands between `---` lines (YAML) or `+++` lines (TOML) at the top of the file, or what other
    /// generators have there.
    ///
    /// Below empty lines, or indented, such a line may as well be a rule: there it is front matter if it is closed and
    /// holds keys.
    ///
    /// - Throws: a diagnostic where the front matter is not closed or is not well-formed.
    package static func read(_ source: SourceText) throws(Diagnostic) -> FrontMatter {
        guard let opening = Opening(in: source.text) else { return try ForeignFrontMatter.read(source) ?? none }
        let utf8 = source.text.utf8
        let (fence, isYAML) = (opening.fence, opening.fence == "---")
        let start = opening.end
        var lineStart = start
        var line = opening.line
        while lineStart < utf8.endIndex {
            let lineEnd = utf8[lineStart...].firstIndex(of: UInt8(ascii: "\n")) ?? utf8.endIndex
            line += 1
            let text = source.text[lineStart..<lineEnd]
            if isFence(text, fence, opening) || (isYAML && isFence(text, "...", opening)) {
                let next = lineEnd < utf8.endIndex ? utf8.index(after: lineEnd) : lineEnd
                let block = String(source.text[start..<lineStart])
                let root: SourceNode?
                do throws(Diagnostic) {
                    root = try self.root(of: block, isYAML: isYAML, in: source, lineOffset: opening.line)
                } catch {
                    if opening.isCertain || hasKey(block) { throw error }
                    return none
                }
                if !opening.isCertain, let root, root.entries == nil { return none }
                return FrontMatter(
                    root: root, bodyOffset: utf8.distance(from: utf8.startIndex, to: next), bodyLine: line)
            }
            lineStart = lineEnd < utf8.endIndex ? utf8.index(after: lineEnd) : lineEnd
        }
        guard opening.isCertain else { return none }
        throw Diagnostic(
            .frontMatterUnterminated, "front matter is not closed",
            at: SourceLocation(path: source.path, line: 1, column: 1, length: 3), in: source.line(1),
            help: "add a line '\(fence)' where the front matter ends and the text begins")
    }

    static func root(
        of block: String, isYAML: Bool, in source: SourceText, lineOffset: Int
    ) throws(Diagnostic) -> SourceNode? {
        try ContentLimits.check(
            size: block, what: "front matter", id: isYAML ? .frontMatterYAML : .frontMatterTOML, in: source,
            line: lineOffset)
        if isYAML { return try YAMLDocument.read(block, in: source, lineOffset: lineOffset, id: .frontMatterYAML) }
        return try TOMLDocument.read(block, in: source, lineOffset: lineOffset)
    }

    /// The line that may begin a front matter.
    private struct Opening {
        var fence: String
        /// Of the file, from 1.
        var line = 1
        /// Where the next line begins.
        var end: String.Index
        /// Whether it is the file's very beginning, where a rule has no place.
        var isCertain = true
        var isIndented = false

        init?(in text: String) {
            let (utf8, scalars) = (text.utf8, text.unicodeScalars)
            var position = scalars.startIndex
            var lineStart = position
            while position < scalars.endIndex {
                let scalar = scalars[position]
                if scalar == "-" || scalar == "+" { break }
                guard scalar.isUnseen else { return nil }
                position = scalars.index(after: position)
                if scalar == "\n" {
                    line += 1
                    lineStart = position
                }
            }
            guard position < scalars.endIndex else { return nil }
            fence = scalars[position] == "-" ? "---" : "+++"
            isCertain = position == utf8.startIndex
            isIndented = position > lineStart
            let lineEnd = utf8[position...].firstIndex(of: UInt8(ascii: "\n")) ?? utf8.endIndex
            guard FrontMatter.isFence(text[position..<lineEnd], fence) else { return nil }
            end = lineEnd < utf8.endIndex ? utf8.index(after: lineEnd) : lineEnd
        }
    }

    private static func isFence(_ line: Substring, _ fence: String, _ opening: Opening) -> Bool {
        guard opening.isIndented else { return isFence(line, fence) }
        // By scalars: an unseen one is no character of its own beside a hyphen.
        return isFence(Substring(line.unicodeScalars.drop(while: \.isUnseen)), fence)
    }

    private static func isFence(_ line: Substring, _ fence: String) -> Bool {
        line.utf8.starts(with: fence.utf8)
            && line.unicodeScalars.dropFirst(fence.unicodeScalars.count).allSatisfy(\.isUnseen)
    }

    /// Whether the block's first line is a key with its value, so that what is wrong with it is no accident of prose.
    private static func hasKey(_ block: String) -> Bool {
        let line = block.drop { $0.isWhitespace }.prefix { !$0.isNewline }
        let key = line.prefix { $0.isLetter || $0.isNumber || "-_".contains($0) }
        return !key.isEmpty && [":", "="].contains(line[key.endIndex...].first { $0 != " " })
    }
}

extension Unicode.Scalar {
    /// Whether no author sees it: white space of any kind, and what editors, web pages and programs that join files leave
    /// behind, such as byte order marks, soft hyphens and marks of direction.
    var isUnseen: Bool {
        properties.isWhitespace || properties.isDefaultIgnorableCodePoint || properties.generalCategory == .control
    }
}
