/// What everything that was read for a file of the output says, part by part.
package struct SaidReads: Sendable {
    /// Differ wherever anything differs.
    package var bytes: [UInt8] { writer.bytes }
    /// Of each part, four bytes that tell most differences: for people who ask what has changed, and for nothing else.
    package private(set) var marks: [UInt8] = []
    private var writer = PackedWriter(capacity: 1024)
    private var begin = 0

    package init() {}

    /// A file that is one part.
    package init(whole bytes: [UInt8]) {
        self.init()
        add { $0.add(bytes) }
    }

    /// Adds a part.
    package mutating func add(_ say: (inout PackedWriter) -> Void) {
        say(&writer)
        // FNV-1a.
        var hash: UInt32 = 2_166_136_261
        writer.bytes.withUnsafeBufferPointer { bytes in
            for byte in bytes[begin...] { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
            begin = bytes.count
        }
        withUnsafeBytes(of: hash.littleEndian) { marks.append(contentsOf: $0) }
    }

    /// Which parts differ, going by their marks; all of them where there are others now.
    package static func differing(_ marks: some RandomAccessCollection<UInt8>, _ others: [UInt8]) -> [Int] {
        let parts = Array(0..<(others.count / 4))
        guard marks.count == others.count else { return parts }
        let marks = Array(marks)
        return parts.filter { marks[($0 * 4)..<($0 * 4 + 4)] != others[($0 * 4)..<($0 * 4 + 4)] }
    }
}
