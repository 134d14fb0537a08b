/// What can go wrong with XML.
package struct XMLError: Error, Sendable, Hashable, CustomStringConvertible {
    package var summary: String
    /// From 1; nothing where there is no text to point into.
    package var line: Int?
    /// From 1, in bytes as libxml2 counts them.
    package var column: Int?

    package init(summary: String, line: Int? = nil, column: Int? = nil) {
        self.summary = summary
        self.line = line
        self.column = column
    }

    package var description: String {
        guard let line else { return summary }
        return "line \(line)\(column.map { ", column \($0)" } ?? ""): \(summary)"
    }
}
