import FrontisCore
import FrontisStore

/// What builds of one output leave for the next one, beside `BuildState`: what was read of the site, the texts of its
/// pages, and what the files of the output were made from. Made again for nothing where it is not there, is another program's, or is not what was written.
struct SiteState: Sendable {
    /// Of nothing, where there is none.
    let reading: SiteReading
    /// Nothing where the cache cannot be written to: then pages have their texts with them.
    let texts: TextStore?
    let outputs: OutputRecords
    let links: LinkRecords
    /// Of a build of this process.
    var layouts: KnownLayout?

    /// Of a build that leaves nothing behind.
    static let unkept = SiteState(reading: SiteReading(), texts: nil, outputs: OutputRecords(), links: LinkRecords())

    /// What a build leaves that began with this; nothing where nothing is kept.
    func with(_ reading: SiteReading?, _ outputs: OutputRecords, _ rendering: SiteRendering) -> SiteState? {
        guard let reading, let texts else { return nil }
        return SiteState(
            reading: reading, texts: texts, outputs: outputs, links: rendering.links, layouts: rendering.layouts)
    }

    private static let kind = "frontis state 1"

    private static func path(in folder: SiteFolder) -> String { BuildState.path(in: folder, ending: "state") }
    private static func textsPath(in folder: SiteFolder) -> String { BuildState.path(in: folder, ending: "texts") }

    /// - Parameter forgets: whether what there is is not to be trusted.
    static func load(from folder: SiteFolder, forgets: Bool) -> SiteState {
        if !forgets, let kept = kept(in: folder) { return kept }
        return SiteState(
            reading: SiteReading(), texts: try? TextStore(for: textsPath(in: folder)), outputs: OutputRecords(),
            links: LinkRecords())
    }

    /// What is known of the output's files, for whoever only asks. Nothing where it is another program's.
    static func records(in folder: SiteFolder) -> OutputRecords? { parsed(in: folder)?.outputs }

    private typealias Parsed = (
        id: UInt64, used: Int, reading: SiteReading, outputs: OutputRecords, links: LinkRecords
    )

    private static func kept(in folder: SiteFolder) -> SiteState? {
        guard let parsed = parsed(in: folder),
            let texts = try? TextStore(textsPath(in: folder), id: parsed.id, used: parsed.used)
        else { return nil }
        return SiteState(reading: parsed.reading, texts: texts, outputs: parsed.outputs, links: parsed.links)
    }

    private static func parsed(in folder: SiteFolder) -> Parsed? {
        guard let bytes = try? FileContents.read(path(in: folder)), bytes.count > checkSize else { return nil }
        var (content, check) = (PackedReader(bytes.dropLast(checkSize)), PackedReader(bytes.suffix(checkSize)))
        do throws(PackedError) {
            guard try check.fixed() == beginning(of: bytes.dropLast(checkSize)) else { return nil }
            guard try content.text() == kind, try content.text() == ProgramStamp.current else { return nil }
            let (id, used) = (try content.bits(), try content.number())
            let (reading, outputs) = (try SiteReading(try content.block()), try content.value(OutputRecords.self))
            let links: LinkRecords = try content.value()
            return content.isAtEnd ? (id, used, reading, outputs, links) : nil
        } catch {
            return nil
        }
    }

    private static let checkSize = 8
    private static func beginning(of bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.withUnsafeBytes { DigestBuilder.beginning(of: $0) }
    }

    /// Keeps what was read, and what the output's files were made from, for the next build.
    ///
    /// - Throws: where the cache cannot be written to. The next build is slower then, and as right.
    func keep(
        _ reading: SiteReading, _ outputs: OutputRecords, _ links: LinkRecords, in folder: SiteFolder, jobs: Int
    ) async throws(FileError) {
        guard let texts, let packed = await reading.packed(with: texts, jobs: jobs) else { return }
        var writer = PackedWriter(capacity: packed.count + 4 << 20)
        writer.add(Self.kind)
        writer.add(ProgramStamp.current)
        writer.add(bits: texts.id)
        writer.add(reading.usedText)
        writer.add(packed)
        writer.add(outputs)
        writer.add(links)
        writer.add(fixed: Self.beginning(of: writer.bytes[...]))
        try texts.settle()
        try AtomicFile.write(writer.bytes, to: Self.path(in: folder))
    }
}
