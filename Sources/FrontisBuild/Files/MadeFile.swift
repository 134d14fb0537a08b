import FrontisCore
import FrontisStore

/// A file of the output that has been made, with what was read for it and why it was made.
struct MadeFile: Sendable {
    let path: String
    let reason: OutputReason
    let reads: OutputRecords.ReadKey
    /// What people call the parts; asked for where nobody knows them yet.
    let names: @Sendable () -> [ReadName]
    /// Nothing where it cannot be told whether it would be the same again.
    let said: Fingerprint?
    let marks: [UInt8]
    let grounds: Fingerprint?

    /// - Parameter reads: nothing where the next file may be another one though nothing has changed.
    init(_ file: OutputFile, _ reads: [UInt8]?, because reason: OutputReason) async {
        let kind: OutputRecords.ReadKey.Kind =
            switch file.content {
            case .text, .bytes: .text
            case .copy: .copy
            case .made: reads == nil ? .untold : .made
            }
        (path, self.reason) = (file.path.text, reason)
        self.reads = OutputRecords.ReadKey(kind: kind, packed: reads ?? [])
        var said: SaidReads?
        if let reads { said = await Self.said(of: file, by: reads) }
        self.said = said.map { Fingerprint(of: $0.bytes) }
        marks = said?.marks ?? []
        names = { Self.names(of: file, reads) }
        grounds = Self.grounds(of: file)
    }

    /// Nothing where it cannot be told.
    ///
    /// - Parameter reads: of this file, made in this run or in an earlier one.
    static func said(of file: OutputFile, by reads: [UInt8]) async -> SaidReads? {
        switch file.content {
        case .text(let text): return SaidReads(whole: Array(text.utf8))
        case .bytes(let bytes): return SaidReads(whole: bytes)
        case .copy(let source):
            // What was written a moment ago may have the same stamp after another write.
            guard let stamp = FileStamp(of: source),
                FileStamp.now - max(stamp.changed, stamp.modified) > FileStamp.granularity
            else { return nil }
            var writer = PackedWriter()
            writer.add(source)
            writer.add(stamp)
            return SaidReads(whole: writer.bytes)
        case .made(let maker): return await maker.said(by: reads)
        }
    }

    static func grounds(of file: OutputFile) -> Fingerprint? {
        if case .made(let maker) = file.content { maker.grounds.map { Fingerprint(of: $0) } } else { nil }
    }

    private static func names(of file: OutputFile, _ reads: [UInt8]?) -> [ReadName] {
        switch file.content {
        case .text, .bytes: [ReadName("all that it says")]
        case .copy: [ReadName("the file that it is a copy of")]
        case .made(let maker): reads.map(maker.names) ?? []
        }
    }
}
