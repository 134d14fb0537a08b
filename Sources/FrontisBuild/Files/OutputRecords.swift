import FrontisCore
import FrontisStore

/// What the files of the output were made from: for each, what was read for it, what that said, and how the file stood when
/// it had been written. A file of which all three are as they were need not be made again, nor looked into.
struct OutputRecords: Sendable {
    struct Record: Sendable {
        var stamp: FileStamp
        /// Into `reads`.
        var reads: Int
        var said: Fingerprint
        /// As the file's maker gave it; nothing where it gave none.
        var grounds: Fingerprint?
    }

    /// In the order of the output's files.
    private var records: [(path: String, record: Record)] = []
    private var places: [String: Int] = [:]
    /// As `OutputStamps` gives them.
    var folders: [(path: String, stamp: FileStamp?)] = []
    /// Each once, as thousands of pages read the same names.
    private var reads: [[UInt8]] = []
    private var indices: [[UInt8]: Int] = [:]

    init() {}

    mutating func add(_ path: String, _ stamp: FileStamp, reads: [UInt8], said: Fingerprint, grounds: Fingerprint?) {
        let index = indices[reads] ?? self.reads.count
        if index == self.reads.count {
            self.reads.append(reads)
            indices[reads] = index
        }
        places[path] = records.count
        records.append((path, Record(stamp: stamp, reads: index, said: said, grounds: grounds)))
    }

    /// Of a build that knows an earlier one's.
    init(after other: OutputRecords) { (reads, indices) = (other.reads, other.indices) }

    /// Takes over what is known of a file that is as it was.
    ///
    /// - Parameters:
    ///   - other: the records that `init(after:)` was given.
    ///   - grounds: as they are now.
    mutating func take(_ path: String, from other: OutputRecords, grounds: Fingerprint?) {
        guard var record = other[path] else { return }
        record.grounds = grounds
        places[path] = records.count
        records.append((path, record))
    }

    /// Whether the folders of an output are those that stood there when the records were made.
    func haveFolders(of output: String) -> Bool {
        !folders.isEmpty
            && folders.allSatisfy { path, stamp in
                stamp == FileStamp(of: path.isEmpty ? output : output + "/" + path, followingLinks: path.isEmpty)
            }
    }

    subscript(path: String) -> Record? { places[path].map { records[$0].record } }

    /// Those of the files that are there as they would be made, with the grounds that they have now.
    func current(
        among files: [OutputFile], _ standing: OutputStanding, jobs: Int
    ) async -> [SitePath: Fingerprint?] {
        guard !records.isEmpty else { return [:] }
        let found = await files.parallelMap(jobs: jobs) { file -> Fingerprint?? in
            guard let record = self[file.path.text], standing.stamp(of: file.path.text) == record.stamp else {
                return nil
            }
            let grounds = Self.grounds(of: file)
            if let grounds, grounds == record.grounds { return grounds }
            guard await Self.said(of: file, by: reads[record.reads]) == record.said else { return nil }
            return .some(grounds)
        }
        var current: [SitePath: Fingerprint?] = [:]
        current.reserveCapacity(files.count)
        for case (let file, let grounds?) in zip(files, found) { current[file.path] = .some(grounds) }
        return current
    }

    static func grounds(of file: OutputFile) -> Fingerprint? {
        if case .made(let maker) = file.content { maker.grounds.map { Fingerprint(of: $0) } } else { nil }
    }

    /// Nothing where it cannot be told.
    static func said(of file: OutputFile, by reads: [UInt8]) async -> Fingerprint? {
        switch file.content {
        case .text(let text): return Fingerprint(of: Array(text.utf8))
        case .bytes(let bytes): return Fingerprint(of: bytes)
        case .copy(let source):
            // What was written a moment ago may have the same stamp after another write.
            guard let stamp = FileStamp(of: source),
                FileStamp.now - max(stamp.changed, stamp.modified) > FileStamp.granularity
            else { return nil }
            var writer = PackedWriter()
            writer.add(source)
            writer.add(stamp)
            return Fingerprint(of: writer.bytes)
        case .made(let maker): return await maker.said(by: reads).map { Fingerprint(of: $0) }
        }
    }
}

extension OutputRecords: Packed {
    func pack(into writer: inout PackedWriter) {
        writer.add(folders) { writer, folder in
            writer.add(folder.path)
            writer.add(folder.stamp)
        }
        // What nobody reads any more is left out.
        let used = Set(records.map(\.record.reads)).sorted()
        let order = Dictionary(uniqueKeysWithValues: zip(used, 0...))
        writer.add(used) { $0.add(reads[$1]) }
        writer.add(records) { writer, entry in
            let record = entry.record
            writer.add(entry.path)
            writer.add(record.stamp)
            writer.add(order[record.reads] ?? 0)
            writer.add(record.said)
            writer.add(record.grounds)
        }
    }

    init(from reader: inout PackedReader) throws(PackedError) {
        folders = try reader.list { (reader) throws(PackedError) in (try reader.text(), try reader.optional()) }
        reads = try reader.list { (reader) throws(PackedError) in Array(try reader.block()) }
        let count = reads.count
        records = try reader.list { (reader) throws(PackedError) in
            let path = try reader.text()
            let record = Record(
                stamp: try reader.value(), reads: try reader.number(), said: try reader.value(),
                grounds: try reader.optional())
            guard (0..<count).contains(record.reads) else { throw PackedError() }
            return (path, record)
        }
        places = Dictionary(
            records.enumerated().map { ($0.element.path, $0.offset) }, uniquingKeysWith: { first, _ in first })
        indices = Dictionary(zip(reads, 0...), uniquingKeysWith: { first, _ in first })
    }
}
