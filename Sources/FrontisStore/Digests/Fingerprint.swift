import Crypto
package import FrontisCore

/// The first half of a SHA-256 digest as two numbers: for telling whether something is as it was, thousands of times.
package struct Fingerprint: Sendable, Hashable {
    fileprivate let first: UInt64
    fileprivate let second: UInt64

    /// Of the bytes.
    package init(of bytes: [UInt8]) {
        var hasher = SHA256()
        bytes.withUnsafeBytes { hasher.update(bufferPointer: $0) }
        (first, second) = hasher.finalize().withUnsafeBytes {
            ($0.loadUnaligned(as: UInt64.self), $0.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        }
    }

    private init(_ first: UInt64, _ second: UInt64) { (self.first, self.second) = (first, second) }
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

/// Fingerprints of many things together, whatever their order.
package struct FingerprintSum: Sendable, Hashable {
    private var first: UInt64 = 0
    private var second: UInt64 = 0

    package init() {}

    package mutating func add(_ fingerprint: Fingerprint) {
        first &+= fingerprint.first
        second &+= fingerprint.second
    }

    package var hex: String { String(first, radix: 16) + "-" + String(second, radix: 16) }
}
