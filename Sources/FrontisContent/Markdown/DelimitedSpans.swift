import FrontisCore

/// What stands between an opening and the next closing of its kind, from left to right, none inside another. An opening
/// without a closing is text, and so is every other of its kind behind it: each end is looked for once.
struct DelimitedSpans {
    struct Kind {
        let opening: [UInt8]
        let closing: [UInt8]

        init(_ opening: String, _ closing: String) {
            (self.opening, self.closing) = (Array(opening.utf8), Array(closing.utf8))
        }
    }

    /// With a common first byte; where several begin alike the first of them counts.
    let kinds: [Kind]

    /// The text with something else in the place of each span.
    ///
    /// - Parameter replacement: of what is between a kind's opening and its closing.
    func replaced(in text: String, _ replacement: (Kind, ArraySlice<UInt8>) -> [UInt8]) -> String {
        guard let first = kinds.first?.opening.first else { return text }
        let bytes = Array(text.utf8)
        var kept: [UInt8] = []
        var (copied, position) = (0, 0)
        var unclosed: Set<Int> = []
        bytes.withUnsafeBufferPointer { buffer in
            while let start = ByteSearch.index(of: first, in: buffer, from: position) {
                position = start + 1
                guard let index = kinds.firstIndex(where: { bytes[start...].starts(with: $0.opening) }),
                    !unclosed.contains(index)
                else { continue }
                let inner = start + kinds[index].opening.count
                guard let end = ByteSearch.index(of: kinds[index].closing, in: buffer, from: inner) else {
                    unclosed.insert(index)
                    continue
                }
                kept += bytes[copied..<start]
                kept += replacement(kinds[index], bytes[inner..<end])
                copied = end + kinds[index].closing.count
                position = copied
            }
        }
        kept += bytes[copied...]
        return String(decoding: kept, as: UTF8.self)
    }
}
