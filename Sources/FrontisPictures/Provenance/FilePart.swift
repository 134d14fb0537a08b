/// A part of a file's bytes that is read by offsets of its own and never beyond its end: whatever a file claims, the
/// answer is then nothing.
struct FilePart: Sendable {
    private let bytes: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) {
        self.bytes = bytes[...]
    }

    private init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
    }

    var count: Int { bytes.count }
    /// As an array, for a part that is put together with others.
    var copied: [UInt8] { Array(bytes) }

    subscript(offset: Int) -> UInt8? {
        offset >= 0 && offset < count ? bytes[bytes.startIndex + offset] : nil
    }

    /// An unsigned number of `length` bytes, 1 to 8; nothing for one that is larger than `Int` can hold.
    func number(at offset: Int, _ length: Int, littleEndian: Bool = false) -> Int? {
        guard let part = part(offset, length) else { return nil }
        let digits = littleEndian ? Array(part.bytes.reversed()) : Array(part.bytes)
        return Int(exactly: digits.reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
    }

    /// Nothing unless all of it is there.
    func part(_ offset: Int, _ length: Int) -> FilePart? {
        guard offset >= 0, length >= 0, offset <= count, length <= count - offset else { return nil }
        let start = bytes.startIndex + offset
        return FilePart(bytes[start..<start + length])
    }

    func from(_ offset: Int) -> FilePart? {
        part(offset, count - offset)
    }

    func has(_ text: StaticString, at offset: Int = 0) -> Bool {
        let length = text.utf8CodeUnitCount
        guard let part = part(offset, length) else { return false }
        return part.bytes.elementsEqual(UnsafeBufferPointer(start: text.utf8Start, count: length))
    }

    /// Where `text` begins, searched from the front; for parts of a moderate length.
    func offset(of text: StaticString) -> Int? {
        let length = text.utf8CodeUnitCount
        guard length > 0, count >= length else { return nil }
        let first = text.utf8Start[0]
        return (0...(count - length)).first { bytes[bytes.startIndex + $0] == first && has(text, at: $0) }
    }

    /// The UTF-8 text before the next zero byte; nothing if there is none within `limit` bytes.
    func zeroTerminatedText(at offset: Int, limit: Int = 256) -> String? {
        guard let rest = from(offset), let end = rest.bytes.prefix(limit).firstIndex(of: 0) else { return nil }
        return String(decoding: rest.bytes[rest.bytes.startIndex..<end], as: UTF8.self)
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }
}
