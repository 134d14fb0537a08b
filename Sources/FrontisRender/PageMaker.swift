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

    var runsTemplate: Bool { true }
    var grounds: [UInt8]? { outline.grounds(of: item) }

    func make() throws -> MadeOutput {
        let root = outline.root(of: item)
        guard let made = try templates.render(item.template, root, limits: TemplateRenderer.Limits()) else {
            return MadeOutput(bytes: [], reads: nil)
        }
        return MadeOutput(bytes: FirstPicture.promoted(in: made.page), reads: shapes.packed(made.reads.shape))
    }

    func said(by reads: [UInt8]) -> [UInt8]? {
        guard let shape = shapes.shape(reads) else { return nil }
        var said = PackedWriter()
        said.add(digest)
        outline.root(of: item).say(shape, into: &said)
        return said.bytes
    }
}

/// The shapes of what pages read. Thousands of pages have the same.
final class ShapeTable: Sendable {
    private let known = Mutex<[[UInt8]: ReadShape]>([:])

    func packed(_ shape: ReadShape) -> [UInt8] {
        var writer = PackedWriter()
        writer.add(shape)
        known.withLock { if $0[writer.bytes] == nil { $0[writer.bytes] = shape } }
        return writer.bytes
    }

    /// Nothing for bytes that are none.
    func shape(_ packed: [UInt8]) -> ReadShape? {
        if let shape = known.withLock({ $0[packed] }) { return shape }
        var reader = PackedReader(packed[...])
        do throws(PackedError) {
            let shape: ReadShape = try reader.value()
            known.withLock { $0[packed] = shape }
            return shape
        } catch {
            return nil
        }
    }
}
