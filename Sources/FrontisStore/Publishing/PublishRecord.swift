import FrontisCore
import FrontisText

/// Which files a bucket is known to hold, so that nobody has to ask it. A line is added as soon as a file is there, so
/// that a crash loses no knowledge; without the record the bucket is asked again, and nothing is lost.
package struct PublishRecord: Sendable {
    package struct Entry: Sendable, Hashable {
        package var name: String
        /// Bytes.
        package var size: Int

        package init(name: String, size: Int) {
            self.name = name
            self.size = size
        }
    }

    private let file: JSONLinesFile

    package var path: String { file.path }

    /// - Parameters:
    ///   - cache: `.frontis/cache/v1`, absolute.
    ///   - place: tells buckets apart, and the services that they are at.
    package init(cache: String, place: String) {
        file = JSONLinesFile(path: "\(cache)/published/\(Digest.of(place).hex.prefix(16)).jsonl")
    }

    /// Sizes by name; nothing where there is no record. A line that cannot be read is a file that is not known.
    package func read() throws(FileError) -> [String: Int]? {
        guard FileStamp(of: path) != nil else { return nil }
        let (entries, _) = try file.rows { (node) throws(JSONError) -> Entry in
            var fields = try JSONFields(node, "a line")
            return Entry(
                name: try fields.text("name"), size: try fields.integer("size", in: 0...Int.max))
        }
        return Dictionary(entries.map { ($0.name, $0.size) }, uniquingKeysWith: { _, last in last })
    }

    /// Adds lines, on the disk when it returns. Lines of several processes do not mix.
    package func append(_ entries: [Entry]) throws(FileError) {
        try file.append(entries.map { .sorted(["name": .text($0.name), "size": .integer($0.size)]) })
    }
}
