import FrontisCore
import FrontisStore

/// What the files of the output were made from: for each, what was read for it, what that said, and how the file stood when
/// it had been written. A file of which all three are as they were need not be made again, nor looked into.
struct OutputRecords: Sendable {
    struct Record: Sendable {
        var stamp: FileStamp
        /// Into `reads`.
        var reads: Int
        /// Nothing where the next file may be another one though nothing has changed.
        var said: Fingerprint?
        /// Of the parts of what was said, see `SaidReads`.
        var marks: ArraySlice<UInt8>
        /// As the file's maker gave it; nothing where it gave none.
        var grounds: Fingerprint?
        var reason: OutputReason
        /// When the build began that made it, in seconds since 1970.
        var made: Int
    }

    /// What was read for a kind of file, in the maker's own form.
    struct ReadKey: Sendable, Hashable {
        enum Kind: Int, Sendable {
            case text
            case copy
            case made
            /// Made, and perhaps of something else each time.
            case untold
        }

        var kind: Kind
        var packed: [UInt8]
    }

    /// The same with people's words for it.
    private struct Reads: Sendable {
        var key: ReadKey
        var names: [ReadName]
    }

    /// When the build began that left them, in seconds since 1970.
    var began = 0
    /// As `OutputStamps` gives them.
    var folders: [(path: String, stamp: FileStamp?)] = []
    /// In the order of the output's files.
    private var records: [(path: String, record: Record)] = []
    private var places: [String: Int] = [:]
    /// Each once, as thousands of pages read the same names.
    private var reads: [Reads] = []
    private var indices: [ReadKey: Int] = [:]

    init() {}

    /// Of a build that knows an earlier one's.
    init(after other: OutputRecords, began: Int) {
        (reads, indices, self.began) = (other.reads, other.indices, began)
    }

    /// Of all files.
    var paths: [String] { records.map(\.path) }
    var isEmpty: Bool { records.isEmpty }

    subscript(path: String) -> Record? { places[path].map { records[$0].record } }

    /// - Parameter place: where it is likely to be: the files of one build are mostly those of the last.
    private subscript(path: String, near place: Int) -> Record? {
        if records.indices.contains(place), records[place].path == path { return records[place].record }
        return self[path]
    }

    /// What was read for a file.
    func names(readFor record: Record) -> [ReadName] { reads[record.reads].names }

    mutating func add(_ made: MadeFile, _ stamp: FileStamp) {
        let index = indices[made.reads] ?? reads.count
        if index == reads.count {
            reads.append(Reads(key: made.reads, names: made.names()))
            indices[made.reads] = index
        }
        let record = Record(
            stamp: stamp, reads: index, said: made.said, marks: made.marks[...], grounds: made.grounds,
            reason: made.reason, made: began)
        records.append((made.path, record))
    }

    /// Takes over what is known of a file that is as it was.
    ///
    /// - Parameters:
    ///   - other: the records that `init(after:)` was given.
    ///   - grounds: as they are now.
    mutating func take(_ path: String, from other: OutputRecords, grounds: Fingerprint?) {
        guard var record = other[path, near: records.count] else { return }
        record.grounds = grounds
        records.append((path, record))
    }

    /// When all files have been added.
    ///
    /// - Parameter other: the records that `init(after:)` was given.
    mutating func settle(after other: OutputRecords, in output: String) {
        let areSame =
            records.count == other.records.count && zip(records, other.records).allSatisfy { $0.path == $1.path }
        places =
            areSame
            ? other.places : Dictionary(zip(records.lazy.map(\.path), 0...), uniquingKeysWith: { first, _ in first })
        let paths =
            areSame && !other.folders.isEmpty
            ? other.folders.map(\.path) : OutputStamps.folders(of: records.map { Array($0.path.utf8)[...] })
        folders = OutputStamps.stamped(paths, in: output)
    }

    /// Whether the folders of an output are those that stood there when the records were made.
    func haveFolders(of output: String) -> Bool {
        let now = OutputStamps.stamped(folders.map(\.path), in: output)
        return !folders.isEmpty && zip(folders, now).allSatisfy { $0.stamp == $1.stamp }
    }

    /// What is to become of a file.
    enum Verdict: Sendable {
        /// It is there as it would be made, on these grounds.
        case current(Fingerprint?)
        case again(OutputReason)
    }

    /// - Parameter place: of the file among all of the output.
    func verdict(on file: OutputFile, at place: Int, _ standing: OutputStanding) async -> Verdict {
        guard let record = self[file.path.text, near: place] else { return .again(OutputReason(cause: .new)) }
        guard standing.stamp(of: file.path.text) == record.stamp else { return .again(OutputReason(cause: .touched)) }
        let grounds = MadeFile.grounds(of: file)
        if let grounds, grounds == record.grounds, record.said != nil { return .current(grounds) }
        guard let said = record.said else { return .again(OutputReason(cause: .untold)) }
        let (packed, names) = (reads[record.reads].key.packed, reads[record.reads].names)
        guard let now = await MadeFile.said(of: file, by: packed) else { return .again(OutputReason(cause: .reads)) }
        if Fingerprint(of: now.bytes) == said { return .current(grounds) }
        let changed = SaidReads.differing(record.marks, now.marks).filter(names.indices.contains).map { names[$0].name }
        return .again(OutputReason(cause: .reads, names: changed))
    }
}

extension OutputRecords: Packed {
    func pack(into writer: inout PackedWriter) {
        writer.add(began)
        writer.add(folders) { writer, folder in
            writer.add(folder.path)
            writer.add(folder.stamp)
        }
        // What nobody reads any more is left out.
        let used = Set(records.map(\.record.reads)).sorted()
        let order = Dictionary(uniqueKeysWithValues: zip(used, 0...))
        writer.add(used) { writer, index in
            writer.add(reads[index].key.kind.rawValue)
            writer.add(reads[index].key.packed)
            writer.add(reads[index].names)
        }
        writer.add(records) { writer, entry in
            let record = entry.record
            writer.add(entry.path)
            writer.add(record.stamp)
            writer.add(order[record.reads] ?? 0)
            writer.add(record.said)
            writer.add(record.marks)
            writer.add(record.grounds)
            writer.add(record.reason)
            writer.add(record.made)
        }
    }

    init(from reader: inout PackedReader) throws(PackedError) {
        began = try reader.number()
        folders = try reader.list { (reader) throws(PackedError) in (try reader.text(), try reader.optional()) }
        reads = try reader.list { (reader) throws(PackedError) in
            guard let kind = ReadKey.Kind(rawValue: try reader.number()) else { throw PackedError() }
            return Reads(key: ReadKey(kind: kind, packed: Array(try reader.block())), names: try reader.list())
        }
        let count = reads.count
        records = try reader.list { (reader) throws(PackedError) in
            let path = try reader.text()
            let record = Record(
                stamp: try reader.value(), reads: try reader.number(), said: try reader.optional(),
                marks: try reader.block(), grounds: try reader.optional(), reason: try reader.value(),
                made: try reader.number())
            guard (0..<count).contains(record.reads) else { throw PackedError() }
            return (path, record)
        }
        places = Dictionary(
            records.enumerated().map { ($0.element.path, $0.offset) }, uniquingKeysWith: { first, _ in first })
        indices = Dictionary(zip(reads.map(\.key), 0...), uniquingKeysWith: { first, _ in first })
    }
}
