import FrontisCore
import FrontisText

/// A file of the store that holds JSON.
protocol StoredRecord {
    /// Raised when an older Frontis must not read the file; a new member does not call for it, as members that
    /// are not known are kept.
    static var formatVersion: Int { get }

    /// Of a file that holds a secret, so that none of its lines is shown, and that is in no backup: what to do about one
    /// that cannot be read.
    static var wayOutOfSecret: String? { get }

    /// Reads all members but `version`.
    init(_ fields: inout JSONFields) throws(JSONError)

    /// All members but `version`.
    var members: [String: JSONValue] { get }
}

extension StoredRecord {
    static var wayOutOfSecret: String? { nil }

    init(bytes: [UInt8]) throws(JSONError) {
        var fields = try JSONFields(try JSONParser.parse(bytes), "the file")
        try fields.checkVersion(Self.formatVersion)
        try self.init(&fields)
    }

    /// A member a line, lists with an element a line.
    var bytes: [UInt8] {
        let all = members.merging(["version": .integer(Self.formatVersion)]) { _, own in own }
        let lines = all.sorted { $0.key < $1.key }.map { name, value in
            var text = value.text(expanding: 0)
            if case .list = value {
                text = value.text(expanding: 1).split(separator: "\n").joined(separator: "\n  ")
            }
            return "  \(JSONText.quoted(name)): \(text)"
        }
        return Array("{\n\(lines.joined(separator: ",\n"))\n}\n".utf8)
    }
}
