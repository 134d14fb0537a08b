import FrontisCore

/// Finds `<img …>` in raw HTML. Only spans: what is in them is libxml2's to read.
enum RawImageTags {
    /// So many tags are looked for to the end of the text, in vain, before it is given up.
    private static let unclosedLimit = 64

    static func spans(in bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        var spans: [Range<Int>] = []
        var position = 0
        var unclosed = 0
        while unclosed < unclosedLimit, let open = ByteSearch.index(of: UInt8(ascii: "<"), in: bytes, from: position) {
            position = open + 1
            if bytes[open...].starts(with: "<!--".utf8) {
                position = end(of: "-->", in: bytes, from: open) ?? bytes.count
                continue
            }
            guard isImage(bytes, at: open) else { continue }
            guard let end = HTMLTag.end(in: bytes, from: open) else {
                unclosed += 1
                continue
            }
            spans.append(open..<end)
            position = end
        }
        return spans
    }

    /// How many more `<picture>` these bytes open than they close.
    static func openPictures(in bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
        var open = 0
        var position = bytes.startIndex
        while let tag = bytes[position...].firstIndex(of: UInt8(ascii: "<")) {
            position = tag + 1
            let isEnd = bytes[position...].first == UInt8(ascii: "/")
            let name = bytes[(position + (isEnd ? 1 : 0))...].prefix(7).map { $0 | 0x20 }
            if name.elementsEqual("picture".utf8) { open += isEnd ? -1 : 1 }
        }
        return open
    }

    private static func isImage(_ bytes: UnsafeBufferPointer<UInt8>, at open: Int) -> Bool {
        guard open + 4 < bytes.count else { return false }
        guard bytes[(open + 1)...(open + 3)].map({ $0 | 0x20 }).elementsEqual("img".utf8) else { return false }
        return [0x20, 0x09, 0x0A, 0x0D, 0x2F].contains(bytes[open + 4])
    }

    private static func end(of mark: String, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        let pattern = Array(mark.utf8)
        var position = start
        while position + pattern.count <= bytes.count {
            if bytes[position..<(position + pattern.count)].elementsEqual(pattern) { return position + pattern.count }
            position += 1
        }
        return nil
    }
}
