/// Reads packed values one behind the other. No bytes, however damaged, make it read beyond its end or take more memory
/// than they have.
package struct PackedReader {
    @usableFromInline let bytes: ArraySlice<UInt8>
    @usableFromInline var position: Int
    /// As in `PackedWriter`.
    package var file = ""

    package init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
    }

    package var isAtEnd: Bool { position == bytes.endIndex }
    @inlinable var left: Int { bytes.endIndex - position }

    @inlinable
    package mutating func bits() throws(PackedError) -> UInt64 {
        var (value, shift): (UInt64, UInt64) = (0, 0)
        while position < bytes.endIndex, shift < 64 {
            let byte = bytes[position]
            position += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
        throw PackedError()
    }

    /// As `PackedWriter.add(fixed:)` writes it.
    @inlinable
    package mutating func fixed() throws(PackedError) -> UInt64 {
        guard left >= 8 else { throw PackedError() }
        position += 8
        return bytes[(position - 8)..<position].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    @inlinable
    package mutating func number() throws(PackedError) -> Int {
        let value = try bits()
        return Int(truncatingIfNeeded: Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1))
    }

    @inlinable
    package mutating func flag() throws(PackedError) -> Bool {
        guard position < bytes.endIndex, bytes[position] < 2 else { throw PackedError() }
        position += 1
        return bytes[position - 1] == 1
    }

    /// How many values follow, each of which takes a byte or more.
    @inlinable
    mutating func count() throws(PackedError) -> Int {
        guard let count = Int(exactly: try bits()), count <= left else { throw PackedError() }
        return count
    }

    @inlinable
    package mutating func block() throws(PackedError) -> ArraySlice<UInt8> {
        let count = try count()
        position += count
        return bytes[(position - count)..<position]
    }

    @inlinable
    package mutating func text() throws(PackedError) -> String { String(decoding: try block(), as: UTF8.self) }

    @inlinable
    package mutating func optionalText() throws(PackedError) -> String? { try flag() ? try text() : nil }
    @inlinable
    package mutating func optionalNumber() throws(PackedError) -> Int? { try flag() ? try number() : nil }
    @inlinable
    package mutating func double() throws(PackedError) -> Double { Double(bitPattern: try bits()) }

    @inlinable @inline(__always)
    package mutating func value<Value: Packed>(_ type: Value.Type = Value.self) throws(PackedError) -> Value {
        try Value(from: &self)
    }

    @inlinable @inline(__always)
    package mutating func optional<Value: Packed>(_ type: Value.Type = Value.self) throws(PackedError) -> Value? {
        try flag() ? try Value(from: &self) : nil
    }

    @inlinable @inline(__always)
    package mutating func list<Element: Packed>(of type: Element.Type = Element.self) throws(PackedError) -> [Element] {
        try list { (reader) throws(PackedError) in try Element(from: &reader) }
    }

    @inlinable @inline(__always)
    package mutating func list<Element>(
        _ each: (inout PackedReader) throws(PackedError) -> Element
    ) throws(PackedError) -> [Element] {
        let count = try count()
        guard count > 0 else { return [] }
        var values: [Element] = []
        values.reserveCapacity(min(count, 1024))
        for _ in 0..<count { values.append(try each(&self)) }
        return values
    }

    @inlinable @inline(__always)
    package mutating func map<Value>(
        _ each: (inout PackedReader) throws(PackedError) -> Value
    ) throws(PackedError) -> [String: Value] {
        let count = try count()
        guard count > 0 else { return [:] }
        var values: [String: Value] = [:]
        for _ in 0..<count {
            let key = try text()
            values[key] = try each(&self)
        }
        return values
    }
}
