/// A value that the program keeps for itself between two runs, as bytes that take the least time to write and to read.
///
/// There is no name and no version in them: whoever keeps them says by which program they were written, and reads none of
/// another's. What is read is checked as far as memory goes; whether it is what was written is for a digest to say.
package protocol Packed {
    func pack(into writer: inout PackedWriter)
    /// - Throws: where the bytes are none of this kind of value.
    init(from reader: inout PackedReader) throws(PackedError)
}

/// Bytes that nobody can have packed.
package struct PackedError: Error, Equatable {
    package init() {}
}

/// Writes packed values one behind the other.
package struct PackedWriter: Sendable {
    @usableFromInline var buffer: [UInt8] = []
    @inlinable package var bytes: [UInt8] { buffer }
    /// The file that most places are in, which are written without it.
    package var file = ""

    package init() {}

    /// - Parameter capacity: about how many bytes there will be.
    package init(capacity: Int) { buffer.reserveCapacity(capacity) }

    @inlinable
    package mutating func add(_ number: Int) { add(bits: UInt64(bitPattern: Int64((number << 1) ^ (number >> 63)))) }

    /// Seven bits a byte, the lowest first.
    @inlinable
    package mutating func add(bits: UInt64) {
        var rest = bits
        while rest >= 0x80 {
            buffer.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        buffer.append(UInt8(rest))
    }

    /// Eight bytes whatever the number.
    @inlinable
    package mutating func add(fixed number: UInt64) {
        withUnsafeBytes(of: number.littleEndian) { buffer.append(contentsOf: $0) }
    }

    @inlinable
    package mutating func add(_ flag: Bool) { buffer.append(flag ? 1 : 0) }

    @inlinable
    package mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { utf8 in
            add(bits: UInt64(utf8.count))
            buffer.append(contentsOf: utf8)
        }
    }

    @inlinable
    package mutating func add(_ text: String?) {
        add(text != nil)
        if let text { add(text) }
    }

    @inlinable
    package mutating func add(_ number: Int?) {
        add(number != nil)
        if let number { add(number) }
    }

    @inlinable
    package mutating func add(_ number: Double) { add(bits: number.bitPattern) }

    @inlinable
    package mutating func add(_ block: [UInt8]) { add(block[...]) }

    /// With their number before them.
    @inlinable
    package mutating func add(_ block: ArraySlice<UInt8>) {
        add(bits: UInt64(block.count))
        buffer.append(contentsOf: block)
    }

    @inlinable @inline(__always)
    package mutating func add(_ value: some Packed) { value.pack(into: &self) }

    @inlinable @inline(__always)
    package mutating func add(_ value: (some Packed)?) {
        add(value != nil)
        if let value { add(value) }
    }

    @inlinable @inline(__always)
    package mutating func add<Element: Packed>(_ values: [Element]) { add(values) { $0.add($1) } }

    @inlinable @inline(__always)
    package mutating func add<Element>(_ values: [Element], _ each: (inout PackedWriter, Element) -> Void) {
        add(bits: UInt64(values.count))
        for value in values { each(&self, value) }
    }

    /// In the order of the keys: the same values are the same bytes.
    @inlinable @inline(__always)
    package mutating func add<Value>(_ values: [String: Value], _ each: (inout PackedWriter, Value) -> Void) {
        add(values.sorted { $0.key < $1.key }) { writer, pair in
            writer.add(pair.key)
            each(&writer, pair.value)
        }
    }
}
