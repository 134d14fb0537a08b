import FrontisCore

/// The other ways in which generators let a file begin: JSON between braces (Hugo), a language behind the first fence
/// (Eleventy), long fences, fences of semicolons, and keys without a fence above them (Hexo). Taken for text they would publish drafts.
enum ForeignFrontMatter {
    /// - Returns: nothing where the file begins with its text.
    static func read(_ source: SourceText) throws(Diagnostic) -> FrontMatter? {
        let text = source.text
        guard let start = text.unicodeScalars.firstIndex(where: { !$0.isUnseen }) else { return nil }
        let line = 1 + text[..<start].utf8.count { $0 == UInt8(ascii: "\n") }
        switch text.unicodeScalars[start] {
        case "{": return try json(source, from: start, line: line)
        case "-":
            if let found = try named(source, from: start, line: line) { return found }
            return try long(source, from: start, line: line)
        case ";": return try semicolons(source, from: start, line: line)
        case let first where first.properties.isAlphabetic: return try unopened(source, from: start, line: line)
        default: return nil
        }
    }

    // MARK: JSON

    private static func json(
        _ source: SourceText, from start: String.Index, line: Int
    ) throws(Diagnostic) -> FrontMatter? {
        let text = source.text
        guard beginsWithKey(text[start...].dropFirst()) else { return nil }
        guard let end = end(ofBraces: text.utf8[start...]) else {
            throw Diagnostic(
                .frontMatterUnterminated, "front matter is not closed",
                at: SourceLocation(path: source.path, line: line), in: source.line(line),
                help: "add the '}' that ends it")
        }
        let lineEnd = text.utf8[end...].firstIndex(of: UInt8(ascii: "\n")) ?? text.endIndex
        guard text[end..<lineEnd].allSatisfy(\.isWhitespace) else { return nil }
        let found = try frontMatter(
            String(text[start..<end]), isYAML: true, in: source, line: line - 1, end: lineEnd)
        let names = Set(found.root?.entries?.map { $0.key.value.lowercased() } ?? [])
        // A text may begin with an example of JSON. On one line it has to look more like a post.
        let isOnOneLine = !text[start..<end].utf8.contains(UInt8(ascii: "\n"))
        return names.contains("draft")
            || names.contains("title") && (!isOnOneLine || !names.isDisjoint(with: ["date", "layout"])) ? found : nil
    }

    /// `"title":`
    private static func beginsWithKey(_ text: Substring) -> Bool {
        let key = text.drop(while: \.isWhitespace)
        guard key.first == "\"" else { return false }
        let name = key.dropFirst().prefix { $0.isLetter || $0.isNumber || "-_ ".contains($0) }
        let rest = key[name.endIndex...]
        return rest.first == "\"" && rest.dropFirst().drop(while: \.isWhitespace).first == ":"
    }

    /// Behind the brace that closes the first one. Braces in quotes do not count.
    private static func end(ofBraces text: Substring.UTF8View) -> String.Index? {
        var depth = 0
        var isQuoted = false
        var isEscaped = false
        for index in text.indices {
            let byte = text[index]
            if isEscaped {
                isEscaped = false
            } else if isQuoted {
                isEscaped = byte == UInt8(ascii: "\\")
                isQuoted = byte != UInt8(ascii: "\"")
            } else if byte == UInt8(ascii: "\"") {
                isQuoted = true
            } else if byte == UInt8(ascii: "{") {
                depth += 1
            } else if byte == UInt8(ascii: "}") {
                depth -= 1
                if depth == 0 { return text.index(after: index) }
            }
        }
        return nil
    }

    // MARK: A language behind the fence

    private static let scripts = ["js", "javascript", "ts", "coffee", "coffeescript", "cson"]

    private static func named(
        _ source: SourceText, from start: String.Index, line: Int
    ) throws(Diagnostic) -> FrontMatter? {
        let lines = Lines(source.text, from: start)
        guard let first = lines.first, first.text.hasPrefix("---") else { return nil }
        let name = String(first.text.dropFirst(3)).trimmed.lowercased()
        guard scripts.contains(name) || ["yaml", "yml", "json", "toml"].contains(name),
            let end = lines.fence(from: first.end)
        else { return nil }
        guard !scripts.contains(name) else {
            throw Diagnostic(
                .frontMatterType, "front matter in '\(name)' is not read",
                at: SourceLocation(path: source.path, line: line, length: 3 + name.utf8.count), in: source.line(line),
                help: "write it as YAML between two lines '---'")
        }
        return try frontMatter(
            String(source.text[first.end..<end.start]), isYAML: name != "toml", in: source, line: line, end: end.stop)
    }

    // MARK: Hexo's other fences

    /// More than three dashes. They are a rule as well: only known keys that stand together make them a fence.
    private static func long(
        _ source: SourceText, from start: String.Index, line: Int
    ) throws(Diagnostic) -> FrontMatter? {
        let lines = Lines(source.text, from: start)
        guard let first = lines.first, Lines.isFence(first.text, of: "-"),
            let opened = lines.line(from: first.end), let key = key(of: opened.text), keys.contains(key),
            let end = lines.fence(from: first.end), lines.areTogether(from: first.end, to: end.start)
        else { return nil }
        return try frontMatter(
            String(source.text[first.end..<end.start]), isYAML: true, in: source, line: line, end: end.stop)
    }

    /// Between two lines of `;;;`, which are nothing else: the inside of a JSON object, or a whole one, or YAML.
    private static func semicolons(
        _ source: SourceText, from start: String.Index, line: Int
    ) throws(Diagnostic) -> FrontMatter? {
        let lines = Lines(source.text, from: start)
        guard let first = lines.first, Lines.isFence(first.text, of: ";") || first.text.hasPrefix(";;;json"),
            let end = lines.fence(from: first.end, of: ";")
        else { return nil }
        let block = String(source.text[first.end..<end.start])
        if beginsWithKey(block[...]) {
            // The brace has the fence's line, so that places are those of the file.
            return try frontMatter("{\n\(block)}", isYAML: true, in: source, line: line - 1, end: end.stop)
        }
        let isObject = block.trimmed.first == "{" && beginsWithKey(block.trimmed.dropFirst())
        let second = lines.line(from: first.end)?.text ?? ""
        guard isObject || key(of: second).map(keys.contains) ?? false else { return nil }
        return try frontMatter(block, isYAML: true, in: source, line: line, end: end.stop)
    }

    // MARK: No fence above it

    /// Words that begin a front matter, and hardly a text.
    private static let keys: Set<String> = [
        "title", "date", "layout", "author", "authors", "tags", "category", "categories", "slug", "permalink", "draft",
        "published",
    ]

    private static func unopened(
        _ source: SourceText, from start: String.Index, line: Int
    ) throws(Diagnostic) -> FrontMatter? {
        let lines = Lines(source.text, from: start)
        guard let first = lines.first, let key = key(of: first.text), keys.contains(key) else { return nil }
        // Keys stand together: what has a heading or an empty line in it is a text above a rule.
        if let end = lines.fence(from: first.end), lines.areTogether(from: start, to: end.start) {
            let block = String(source.text[start..<end.start])
            // Of prose above a rule nobody wants to hear what kind of YAML it is.
            if let found = try? frontMatter(block, isYAML: true, in: source, line: line - 1, end: end.stop),
                let names = found.root?.entries?.map({ $0.key.value.lowercased() }),
                names.contains(where: { ["title", "date", "layout", "draft", "published"].contains($0) })
            {
                return found
            }
        }
        guard let second = lines.line(from: first.end), let other = Self.key(of: second.text), other != key else {
            return nil
        }
        var found = FrontMatter(root: nil, bodyOffset: 0, bodyLine: 0)
        found.finding = Diagnostic(
            .frontMatterUnterminated, "front matter without '---' above and below it is shown as text",
            at: SourceLocation(path: source.path, line: line, length: String(first.text).trimmed.count),
            in: source.line(line), help: "write a line '---' above it, and one where the text begins",
            severity: .warning)
        return found
    }

    /// `title` of `Title: A story`.
    private static func key(of line: Substring) -> String? {
        let name = line.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) }
        guard !name.isEmpty, line[name.endIndex...].first == ":" else { return nil }
        guard let next = line[name.endIndex...].dropFirst().first else { return name.lowercased() }
        return next.isWhitespace ? name.lowercased() : nil
    }

    // MARK: Pieces

    private static func frontMatter(
        _ block: String, isYAML: Bool, in source: SourceText, line: Int, end: String.Index
    ) throws(Diagnostic) -> FrontMatter {
        let root = try FrontMatter.root(of: block, isYAML: isYAML, in: source, lineOffset: line)
        let utf8 = source.text.utf8
        let next = end < utf8.endIndex ? utf8.index(after: end) : end
        let above = utf8[..<next].count { $0 == UInt8(ascii: "\n") }
        return FrontMatter(
            root: root, bodyOffset: utf8.distance(from: utf8.startIndex, to: next), bodyLine: above)
    }

    /// The lines of a text from a place on.
    private struct Lines {
        let text: String
        let start: String.Index

        init(_ text: String, from start: String.Index) { (self.text, self.start) = (text, start) }

        var first: (text: Substring, end: String.Index)? { line(from: start) }

        /// The line and where the next one begins.
        func line(from start: String.Index) -> (text: Substring, end: String.Index)? {
            let utf8 = text.utf8
            guard start < utf8.endIndex else { return nil }
            let stop = utf8[start...].firstIndex(of: UInt8(ascii: "\n")) ?? utf8.endIndex
            return (text[start..<stop], stop < utf8.endIndex ? utf8.index(after: stop) : stop)
        }

        /// Whether none of the lines is empty or begins like a heading.
        func areTogether(from start: String.Index, to stop: String.Index) -> Bool {
            var position = start
            while position < stop, let (line, end) = line(from: position) {
                if line.first == "#" || line.allSatisfy(\.isWhitespace) { return false }
                position = end
            }
            return true
        }

        /// The next line of three or more: where it begins, and where it ends.
        func fence(
            from start: String.Index, of mark: Unicode.Scalar = "-"
        ) -> (start: String.Index, stop: String.Index)? {
            var position = start
            while let (line, end) = line(from: position) {
                if Self.isFence(line, of: mark) { return (position, line.endIndex) }
                position = end
            }
            return nil
        }

        static func isFence(_ line: Substring, of mark: Unicode.Scalar) -> Bool {
            let rest = line.unicodeScalars.drop { $0 == mark }
            let count = line.unicodeScalars.distance(from: line.startIndex, to: rest.startIndex)
            return count >= 3 && rest.allSatisfy(\.isUnseen)
        }
    }
}
