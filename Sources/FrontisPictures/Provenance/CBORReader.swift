/// Reads one thing out of a C2PA claim: who made it. The rest of the claim is passed over.
///
/// CBOR is RFC 8949; depth and length are bounded, and bytes that make no sense end the reading.
struct CBORReader {
    private let part: FilePart
    private var offset = 0
    /// Items that may still be read.
    private var budget = 100_000
    private var name: String?

    private static let depth = 16

    init(_ part: FilePart) {
        self.part = part
    }

    /// `claim_generator_info` has a name, in a map of its own (claims of version 2) or in the first map of a list
    /// (version 1); `claim_generator` is a line of the older claims.
    mutating func claimGenerator() -> String? {
        var line: String?
        // A claim that ends too early still has what was read of it.
        entries { reader, key in
            switch key {
            case "claim_generator":
                line = reader.text()
                return line != nil
            case "claim_generator_info":
                return reader.readGenerator()
            default: return reader.skip(Self.depth)
            }
        }
        return name ?? line
    }

    private mutating func readGenerator() -> Bool {
        var count = 1
        if part[offset].map({ $0 >> 5 }) == 4 {
            guard let list = head(), let length = list.value else { return false }
            count = length
        }
        for _ in 0..<count {
            let isRead = entries { reader, key in
                guard key == "name" else { return reader.skip(Self.depth) }
                let text = reader.text()
                reader.name = reader.name ?? text
                return text != nil
            }
            guard isRead else { return false }
        }
        return true
    }

    /// Goes through a map; `read` takes the value that follows a key, and says whether it could.
    @discardableResult
    private mutating func entries(_ read: (inout CBORReader, String?) -> Bool) -> Bool {
        guard let map = head(), map.kind == 5 else { return false }
        var left = map.value
        while left != 0 {
            if left == nil, part[offset] == Self.stop {
                offset += 1
                return true
            }
            // Keys of other kinds are passed over with their values.
            let key = part[offset].map { $0 >> 5 } == 3 ? text() : nil
            if key == nil, !skip(Self.depth) { return false }
            guard read(&self, key) else { return false }
            left = left.map { $0 - 1 }
        }
        return true
    }

    private static let stop: UInt8 = 0xFF

    /// An item's kind, 0 to 7, and its value or length; no value for a length that is not stated.
    private mutating func head() -> (kind: UInt8, value: Int?)? {
        guard budget > 0, let first = part[offset] else { return nil }
        budget -= 1
        offset += 1
        switch first & 0x1F {
        case let small where small < 24: return (first >> 5, Int(small))
        case let size where size < 28:
            let length = 1 << Int(size - 24)
            guard let raw = part.part(offset, length) else { return nil }
            offset += length
            // Numbers that are too large for a length are still numbers.
            return (first >> 5, raw.number(at: 0, length) ?? Int.max)
        case 31: return (first >> 5, nil)
        default: return nil
        }
    }

    /// A text of a stated, moderate length.
    private mutating func text() -> String? {
        guard let item = head(), item.kind == 3, let length = item.value, length <= 4096,
            let part = part.part(offset, length)
        else { return nil }
        offset += length
        return part.text
    }

    private mutating func skip(_ depth: Int) -> Bool {
        guard depth > 0, let item = head() else { return false }
        switch item.kind {
        case 0, 1: return item.value != nil
        case 7: return item.value != nil
        case 2, 3:
            guard let length = item.value else { return skipToStop(depth - 1) }
            guard part.part(offset, length) != nil else { return false }
            offset += length
            return true
        case 4, 5:
            guard let length = item.value else { return skipToStop(depth - 1) }
            for _ in 0..<length {
                guard skip(depth - 1), item.kind == 4 || skip(depth - 1) else { return false }
            }
            return true
        // A tag and what it is set to.
        default: return skip(depth - 1)
        }
    }

    private mutating func skipToStop(_ depth: Int) -> Bool {
        while let next = part[offset] {
            if next == Self.stop {
                offset += 1
                return true
            }
            guard skip(depth) else { return false }
        }
        return false
    }
}
