/// A place in one of the site's files, for a person: lines and columns start at 1, columns count characters.
package struct SourceLocation: Sendable, Hashable, Comparable, Codable {
    /// Relative to the site, with forward slashes: `content/posts/a.md`.
    package var path: String
    package var line: Int
    package var column: Int
    /// How many characters the caret line underlines; at least 1.
    package var length: Int

    package init(path: String, line: Int = 1, column: Int = 1, length: Int = 1) {
        self.path = path
        self.line = line
        self.column = column
        self.length = max(1, length)
    }

    package static func < (left: Self, right: Self) -> Bool {
        (left.path, left.line, left.column) < (right.path, right.line, right.column)
    }
}

/// A value with the place it was written at.
package struct Located<Value: Sendable>: Sendable {
    package var value: Value
    package var location: SourceLocation

    package init(_ value: Value, at location: SourceLocation) {
        self.value = value
        self.location = location
    }
}

extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}

extension Located: Codable where Value: Codable {}
