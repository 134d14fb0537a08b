import FrontisCore

/// Names the boxes of task lists after their items: cmark writes a box and then words, and nothing tells a screen
/// reader that the two belong together.
enum TaskLabels {
    private static let box = Array("<li><input type=\"checkbox\" ".utf8)
    /// Bytes of an item that are read for its label; an item of more has none.
    private static let longest = 1_024
    private static let head = Array("<li><input type=\"checkbox\"".utf8)

    /// - Parameter html: as cmark has written it, with the marks of the tree walk.
    /// - Returns: nothing where there is no task list.
    static func labelled(_ html: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        guard var found = ByteSearch.index(of: box, in: html, from: 0) else { return nil }
        var output: [UInt8] = []
        output.reserveCapacity(html.count + 256)
        var position = 0
        while true {
            let rest = found + box.count
            guard let end = html[rest...].firstIndex(of: UInt8(ascii: ">")) else { break }
            output += html[position..<found]
            output += head
            let label = label(html[(end + 1)...])
            if !label.isEmpty { output += Array(" aria-label=\"".utf8) + label + [UInt8(ascii: "\"")] }
            position = rest - 1
            guard let next = ByteSearch.index(of: box, in: html, from: end) else { break }
            found = next
        }
        output += html[position...]
        return output
    }

    /// The item's words up to the end of its line, without tags and marks; escaped already.
    private static func label(_ html: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
        var label: [UInt8] = []
        var position = html.startIndex
        let end = min(html.endIndex, html.startIndex + longest)
        while position < end {
            let byte = html[position]
            switch byte {
            case UInt8(ascii: "<"):
                if html[position...].starts(with: "</li>".utf8) || html[position...].starts(with: "</p>".utf8) {
                    return trimmed(label)
                }
                guard let end = html[position...].firstIndex(of: UInt8(ascii: ">")) else { return trimmed(label) }
                position = end + 1
            case UInt8(ascii: "\n"):
                if !trimmed(label).isEmpty { return trimmed(label) }
                position += 1
            case MarkdownMarkers.byte:
                guard let end = html[(position + 1)...].firstIndex(of: MarkdownMarkers.byte) else {
                    return trimmed(label)
                }
                position = end + 1
            default:
                label.append(byte)
                position += 1
            }
        }
        return position < html.endIndex ? [] : trimmed(label)
    }

    private static func trimmed(_ label: [UInt8]) -> [UInt8] {
        var label = label[...]
        while label.first == 0x20 { label.removeFirst() }
        while label.last == 0x20 { label.removeLast() }
        return Array(label)
    }
}
