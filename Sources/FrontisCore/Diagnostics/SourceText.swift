/// A file's text by lines, for pointing at places in it.
package struct SourceText: Sendable {
    /// Relative to the site.
    package let path: String
    package let text: String
    private let lineStarts: [Int]

    package init(path: String, text: String) {
        self.path = path
        self.text = text
        var text = text
        lineStarts = text.withUTF8 { bytes in
            var starts = [0]
            starts.reserveCapacity(bytes.count / 32)
            while let end = ByteSearch.index(of: UInt8(ascii: "\n"), in: bytes, from: starts[starts.count - 1]) {
                starts.append(end + 1)
            }
            return starts
        }
    }

    /// The line without its break, as findings show it: of a very long one the beginning. Nothing past the end of
    /// the file.
    package func line(_ number: Int) -> String? {
        guard number >= 1, number <= lineStarts.count else { return nil }
        let utf8 = text.utf8
        let start = utf8.index(utf8.startIndex, offsetBy: lineStarts[number - 1])
        var end = utf8.endIndex
        if number < lineStarts.count { end = utf8.index(utf8.startIndex, offsetBy: lineStarts[number] - 1) }
        if end > start, utf8[utf8.index(before: end)] == UInt8(ascii: "\r") { end = utf8.index(before: end) }
        return Diagnostic.excerpt(of: utf8[start..<end])
    }

    /// From a column that counts Unicode scalars, as Yams does, to one that counts characters; far out in a very long
    /// line it stays as it is.
    package func location(line: Int, scalarColumn: Int, length: Int = 1) -> SourceLocation {
        var column = max(1, scalarColumn)
        if let text = self.line(line), !text.hasSuffix("…") || column <= text.unicodeScalars.count {
            let scalars = text.unicodeScalars.prefix(column - 1)
            column = text.distance(from: text.startIndex, to: scalars.endIndex) + 1
        }
        return SourceLocation(path: path, line: line, column: column, length: length)
    }

    /// The first place of `needle` at or after `line`, within the next lines; else the line's beginning.
    ///
    /// - Parameter budget: how many bytes may be looked at; what was is taken off. With nothing left it is the line's
    ///   beginning: a file that is one line of 100,000 links would else be read 100,000 times.
    package func find(
        _ needle: String, fromLine line: Int, within lines: Int = 12, budget: inout Int
    ) -> SourceLocation {
        guard budget > 0 else { return SourceLocation(path: path, line: line) }
        let wanted = needle.split(separator: "\n", maxSplits: 1).first.map(String.init) ?? needle
        guard !wanted.isEmpty, line >= 1, line <= lineStarts.count else {
            return SourceLocation(path: path, line: line)
        }
        let end = line + lines <= lineStarts.count ? lineStarts[line + lines - 1] : text.utf8.count
        var text = text
        let place = text.withUTF8 {
            ByteSearch.index(of: Array(wanted.utf8), in: $0, from: lineStarts[line - 1], to: end)
        }
        budget -= 16 + ((place ?? end) - lineStarts[line - 1]) / 16
        guard let place else { return SourceLocation(path: path, line: line) }
        let number = lineStarts[line...].prefix(lines).firstIndex { $0 > place } ?? lineStarts.count
        let utf8 = text.utf8
        let start = utf8.index(utf8.startIndex, offsetBy: lineStarts[number - 1])
        // Counting characters is the slow part.
        budget -= place - lineStarts[number - 1]
        let column = text.distance(from: start, to: utf8.index(utf8.startIndex, offsetBy: place)) + 1
        return SourceLocation(path: path, line: number, column: column, length: wanted.count)
    }
}
