/// The first half of a SHA-256 digest as two numbers: for telling whether something is as it was, thousands of times.
package struct Fingerprint: Sendable, Hashable {
    package let first: UInt64
    package let second: UInt64

    package init(_ first: UInt64, _ second: UInt64) { (self.first, self.second) = (first, second) }
}

extension Fingerprint: Packed {
    package func pack(into writer: inout PackedWriter) {
        writer.add(fixed: first)
        writer.add(fixed: second)
    }

    package init(from reader: inout PackedReader) throws(PackedError) {
        self.init(try reader.fixed(), try reader.fixed())
    }
}
