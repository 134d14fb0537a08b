/// What people call something that was read for a file of the output: `page.date`, and of it `iso` and `long`.
package struct ReadName: Sendable, Hashable {
    package var name: String
    /// What of it was read, where it is not one thing.
    package var details: [String]

    package init(_ name: String, _ details: [String] = []) { (self.name, self.details) = (name, details) }

    /// `page.date (iso, long)`
    package var text: String { details.isEmpty ? name : "\(name) (\(details.joined(separator: ", ")))" }
}

extension ReadName: Packed {
    package func pack(into writer: inout PackedWriter) {
        writer.add(name)
        writer.add(details) { $0.add($1) }
    }

    package init(from reader: inout PackedReader) throws(PackedError) {
        self.init(try reader.text(), try reader.list { (reader) throws(PackedError) in try reader.text() })
    }
}
