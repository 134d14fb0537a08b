/// A place in one of the site's files, for a person: lines and columns start at 1, columns count characters.
public struct SourceLocation: Sendable, Hashable, Comparable, Codable {
    /// Relative to the site, with forward slashes: `content/posts/a.md`.
    public var path: String
    /// From 1.
    public var line: Int
    /// From 1, in characters.
    public var column: Int
    /// How many characters the caret line underlines; at least 1.
    public var length: Int

    /// A place in a file.
    public init(path: String, line: Int = 1, column: Int = 1, length: Int = 1) {
        self.path = path
        self.line = line
        self.column = column
        self.length = max(1, length)
    }

    /// By path, line and column.
    public static func < (left: Self, right: Self) -> Bool {
        (left.path, left.line, left.column) < (right.path, right.line, right.column)
    }
}

/// A value with the place it was written at.
public struct Located<Value: Sendable>: Sendable {
    /// What was written.
    public var value: Value
    /// Where it was written.
    public var location: SourceLocation

    /// A value and its place.
    public init(_ value: Value, at location: SourceLocation) {
        self.value = value
        self.location = location
    }
}

extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}

extension Located: Codable where Value: Codable {}
