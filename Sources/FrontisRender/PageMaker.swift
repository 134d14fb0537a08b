import FrontisCore
import Synchronization

/// Makes one page of the output by its template.
struct PageMaker: OutputMaker {
    let item: SiteLayout.Item
    let outline: Outline
    let templates: TemplateSet
    /// Of the template and all that it includes.
    let digest: String
    let shapes: ShapeTable
    /// Other lists that the template asks for.
    let asked: AskedLists?

    var runsTemplate: Bool { true }
    var grounds: [UInt8]? { asked.flatMap { outline.grounds(of: item, asking: $0) } }

    func make() throws -> MadeOutput {
        let root = outline.root(of: item)
        guard let made = try templates.render(item.template, root, limits: TemplateRenderer.Limits()) else {
            return MadeOutput(bytes: [], reads: nil)
        }
        return MadeOutput(bytes: FirstPicture.promoted(in: made.page), reads: shapes.packed(made.reads.shape))
    }

    func said(by reads: [UInt8]) -> SaidReads? {
        guard let parts = shapes.parts(reads) else { return nil }
        var said = SaidReads()
        said.add { $0.add(digest) }
        let root = outline.root(of: item)
        for part in parts { said.add { root.say(part.shape, into: &$0) } }
        return said
    }

    func names(of reads: [UInt8]) -> [ReadName] {
        [ReadName("template", ["or one that it includes"])] + (shapes.parts(reads) ?? []).map(\.name)
    }
}

/// The shapes of what pages read. Thousands of pages have the same.
final class ShapeTable: Sendable {
    private let known = Mutex<[[UInt8]: [ReadPart]]>([:])

    func packed(_ shape: ReadShape) -> [UInt8] {
        var writer = PackedWriter()
        writer.add(shape)
        // Always the same copy, as every page keeps what it has read.
        if let copy = known.withLock({ known in known.index(forKey: writer.bytes).map { known[$0].key } }) {
            return copy
        }
        let parts = shape.parts(of: RootContext.schema)
        known.withLock { $0[writer.bytes] = parts }
        return writer.bytes
    }

    /// Nothing for bytes that are none.
    func parts(_ packed: [UInt8]) -> [ReadPart]? {
        if let parts = known.withLock({ $0[packed] }) { return parts }
        var reader = PackedReader(packed[...])
        do throws(PackedError) {
            let parts = try reader.value(ReadShape.self).parts(of: RootContext.schema)
            known.withLock { $0[packed] = parts }
            return parts
        } catch {
            return nil
        }
    }
}
