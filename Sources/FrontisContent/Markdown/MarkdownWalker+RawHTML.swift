import CMarkGFM
import FrontisCore
import FrontisText
import FrontisXML

/// Raw HTML: pictures become gaps as a whole, of other tags the addresses.
extension MarkdownWalker {
    mutating func takeRawHTML(_ node: MarkdownTree.Node) {
        let bytes = MarkdownTree.literal(of: node)
        rawIDs.formUnion(RawIDs.ids(in: bytes))
        let found = rawHTML.find(in: bytes)
        guard !found.isEmpty || ByteSearch.contains(MarkdownMarkers.byte, in: bytes) else { return }
        var rest: [UInt8] = []
        var position = 0
        let line = lineOffset + Int(cmark_node_get_start_line(node))
        for place in found {
            let (range, replacement): (Range<Int>, String?) =
                switch place {
                case .image(let range, let isInPicture): (range, picture(bytes[range], isInPicture, at: line))
                case .value(let attribute, let use): (attribute.written, value(attribute, use, in: bytes, at: line))
                }
            guard let replacement else { continue }
            rest.append(contentsOf: bytes[position..<range.lowerBound])
            rest.append(contentsOf: replacement.utf8)
            position = range.upperBound
        }
        rest.append(contentsOf: bytes[position...])
        cmark_node_set_literal(node, String(decoding: rest, as: UTF8.self))
    }

    /// Counts words and gathers the excerpt of a page that is all HTML.
    mutating func readText(ofHTML bytes: UnsafeBufferPointer<UInt8>) {
        let text = Self.decoded(String(decoding: RawHTML.text(of: bytes), as: UTF8.self))
        var copy = text
        copy.withUTF8 { addText($0) }
    }

    /// The mark for an `<img …>`; nothing for one that stays as it is.
    private mutating func picture(
        _ bytes: Slice<UnsafeBufferPointer<UInt8>>, _ isInPicture: Bool, at line: Int
    ) -> String? {
        guard let tag = String(validating: bytes, as: UTF8.self),
            let attributes = HTMLFragment.imageAttributes(of: tag),
            let address = attributes.first(where: { $0.name == "src" })?.value, !address.isEmpty
        else { return nil }
        let place = source.find(tag, fromLine: line, within: 200, budget: &searching)
        var picture = BodyPicture(
            target: .address(address), alt: attributes.first { $0.name == "alt" }?.value,
            title: attributes.first { $0.name == "title" }?.value,
            attributes: attributes.filter { !["src", "alt", "title"].contains($0.name) }
                .map { BodyPicture.Attribute(name: $0.name, value: $0.value) }, location: place,
            sourceLine: source.line(place.line))
        picture.isInPicture = isInPicture
        if address.hasPrefix("ai:") {
            picture.target = slot(String(address.dropFirst(3)), alt: picture.alt ?? "", at: place)
        }
        pictures.append(picture)
        return MarkdownMarkers.text(.picture, pictures.count - 1)
    }

    /// The value in quotes with marks for its addresses; nothing where it leads nowhere in the site.
    private mutating func value(
        _ attribute: HTMLTag.Attribute, _ use: RawHTML.Use, in bytes: UnsafeBufferPointer<UInt8>, at line: Int
    ) -> String? {
        guard let written = String(validating: bytes[attribute.value], as: UTF8.self) else { return nil }
        let value = Self.decoded(written).trimmed
        // What looks like a template is shown as it is.
        guard !value.contains("{{"), !value.contains("{%") else { return nil }
        let place = source.find(written, fromLine: line, within: 200, budget: &searching)
        guard use == .sourceSet else {
            return mark(value, isFile: use == .file, at: place).map { "\"\($0)\"" }
        }
        var set = SourceSet(value)
        var isOurs = false
        for index in set.candidates.indices {
            guard let mark = mark(set.candidates[index].address, isFile: true, at: place) else {
                set.candidates[index].address = MarkupText.escaped(
                    set.candidates[index].address, for: .doubleQuotes)
                continue
            }
            set.candidates[index].address = mark
            isOurs = true
        }
        return isOurs ? "\"\(set.text)\"" : nil
    }

    private mutating func mark(_ address: String, isFile: Bool, at place: SourceLocation) -> String? {
        // Scripts make many of the places that raw HTML leads to.
        guard isInSite(address), address.first != "#" else { return nil }
        addresses.append(
            BodyLink(address: address, isFile: isFile, location: place, sourceLine: source.line(place.line)))
        return MarkdownMarkers.text(.address, addresses.count - 1)
    }

    /// Without character references; libxml2 knows them all.
    private static func decoded(_ value: String) -> String {
        guard value.utf8.contains(UInt8(ascii: "&")) else { return value }
        let tag = "<img src=\"\(value.replacing("\"", with: "&quot;"))\">"
        return HTMLFragment.imageAttributes(of: tag)?.first?.value ?? value
    }
}
