package import FrontisCore

/// Which names a template has read of a context, and which of the contexts that it was given there.
///
/// As long as all of them say the same, the template does the same: what it reads next depends on nothing else.
package final class ReadShape: Sendable {
    struct Field: Sendable {
        /// In the table of the context's names.
        let index: Int
        /// Of what stands there; nothing where it was not looked into.
        let below: ReadShape?
    }

    /// A name that a context has only at run time, or a key of the author's.
    struct Name: Sendable {
        let text: String
        /// Of what stands there; nothing where it was not looked into.
        let below: ReadShape?
    }

    let fields: [Field]
    /// Of a context, those that only its values at run time may have; of the author's own keys, those.
    let names: [Name]
    /// Whether all of the author's keys were read.
    let isWhole: Bool
    /// Whether the context was printed.
    let isPrinted: Bool

    init(fields: [Field], names: [Name], isWhole: Bool, isPrinted: Bool) {
        (self.fields, self.names, self.isWhole, self.isPrinted) = (fields, names, isWhole, isPrinted)
    }
}

extension ReadShape: Packed {
    package func pack(into writer: inout PackedWriter) {
        writer.add(isWhole)
        writer.add(isPrinted)
        writer.add(names) { writer, name in
            writer.add(name.text)
            writer.add(name.below)
        }
        writer.add(fields) { writer, field in
            writer.add(field.index)
            writer.add(field.below)
        }
    }

    package convenience init(from reader: inout PackedReader) throws(PackedError) {
        let (isWhole, isPrinted) = (try reader.flag(), try reader.flag())
        let names = try reader.list { (reader) throws(PackedError) in
            Name(text: try reader.text(), below: try reader.optional())
        }
        let fields = try reader.list { (reader) throws(PackedError) in
            Field(index: try reader.number(), below: try reader.optional())
        }
        self.init(fields: fields, names: names, isWhole: isWhole, isPrinted: isPrinted)
    }
}

/// Notes what a template reads while it is rendered.
struct ReadRecorder {
    /// A context, or all elements of a list of them.
    private struct Node {
        /// A bit for each.
        var fields: UInt64 = 0
        var below: [(field: Int, node: Int)] = []
        var names: [(text: String, node: Int?)] = []
        var isWhole = false
        var isPrinted = false
    }

    /// Where the template begins.
    static let root = 0
    /// Of a value of which everything was noted where it came from.
    static let nowhere = -1
    /// How many names of its own a context can have.
    static let mostFields = 64

    private var nodes = [Node()]

    /// - Returns: where it is noted what is read of the value that stands there.
    mutating func note(field: Int, of node: Int, isEntered: Bool) -> Int {
        guard node != Self.nowhere else { return node }
        nodes[node].fields |= 1 << UInt64(field)
        guard isEntered else { return Self.nowhere }
        if let known = nodes[node].below.first(where: { $0.field == field }) { return known.node }
        nodes[node].below.append((field, nodes.count))
        nodes.append(Node())
        return nodes.count - 1
    }

    /// - Returns: where it is noted what is read of the value that stands there.
    @discardableResult
    mutating func note(name: String, of node: Int, isEntered: Bool = false) -> Int {
        guard node != Self.nowhere else { return node }
        let known = nodes[node].names.firstIndex { $0.text == name }
        if let below = known.flatMap({ nodes[node].names[$0].node }) { return below }
        guard isEntered else {
            if known == nil { nodes[node].names.append((name, nil)) }
            return Self.nowhere
        }
        if let known {
            nodes[node].names[known].node = nodes.count
        } else {
            nodes[node].names.append((name, nodes.count))
        }
        nodes.append(Node())
        return nodes.count - 1
    }

    mutating func noteWhole(_ node: Int) { if node != Self.nowhere { nodes[node].isWhole = true } }
    mutating func notePrinting(_ node: Int) { if node != Self.nowhere { nodes[node].isPrinted = true } }

    /// What was noted; the same reads in another order are the same shape.
    var shape: ReadShape { shape(of: Self.root) }

    private func shape(of index: Int) -> ReadShape {
        let node = nodes[index]
        var fields: [ReadShape.Field] = []
        var rest = node.fields
        while rest != 0 {
            let field = rest.trailingZeroBitCount
            rest &= rest - 1
            let below = node.below.first { $0.field == field }.map { shape(of: $0.node) }
            fields.append(.init(index: field, below: below))
        }
        let names = node.names.sorted { $0.text < $1.text }.map { name in
            ReadShape.Name(text: name.text, below: name.node.map { shape(of: $0) })
        }
        return ReadShape(
            fields: fields, names: names, isWhole: node.isWhole, isPrinted: node.isPrinted)
    }
}
