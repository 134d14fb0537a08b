/// A box of the ISO base media file format, which JUMBF is made of as well: ISO/IEC 14496-12, section 4.2.
struct ISOBox: Sendable {
    /// Four letters.
    let type: String
    /// With its header.
    let whole: FilePart
    let content: FilePart

    /// The boxes that follow each other in `part`. A box that says it is longer than what is there ends them.
    static func boxes(in part: FilePart, limit: Int) -> [ISOBox] {
        var boxes: [ISOBox] = []
        var offset = 0
        while boxes.count < limit, let box = box(in: part, at: offset) {
            boxes.append(box)
            offset += box.whole.count
        }
        return boxes
    }

    private static func box(in part: FilePart, at offset: Int) -> ISOBox? {
        guard var length = part.number(at: offset, 4), let type = part.part(offset + 4, 4) else { return nil }
        var header = 8
        // 1: the length is in the next eight bytes; 0: the box goes on to the end.
        if length == 1 {
            guard let long = part.number(at: offset + 8, 8) else { return nil }
            length = long
            header = 16
        } else if length == 0 {
            length = part.count - offset
        }
        guard length >= header, let whole = part.part(offset, length), let content = whole.from(header) else {
            return nil
        }
        return ISOBox(type: type.text, whole: whole, content: content)
    }
}
