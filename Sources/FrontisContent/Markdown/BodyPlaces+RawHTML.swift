import FrontisCore
import FrontisText
import FrontisXML

/// Raw HTML: pictures become gaps as a whole, of other tags the addresses.
extension BodyPlaces {
    /// The piece with marks in it.
    ///
    /// - Parameters:
    ///   - found: what is in it, in its order.
    ///   - line: of the file, in which it begins.
    mutating func marked(
        _ bytes: UnsafeBufferPointer<UInt8>, _ found: [RawHTML.Found], onLine line: Int
    ) -> [UInt8] {
        var rest: [UInt8] = []
        var position = 0
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
        return rest
    }

    /// The mark for an `<img …>`; nothing for one that stays as it is.
    private mutating func picture(
        _ bytes: Slice<UnsafeBufferPointer<UInt8>>, _ isInPicture: Bool, at line: Int
    ) -> String? {
        guard let tag = String(validating: bytes, as: UTF8.self),
            let attributes = HTMLFragment.imageAttributes(of: tag),
            let address = attributes.first(where: { $0.name == "src" })?.value, !address.isEmpty
        else { return nil }
        let place = location(of: tag, fromLine: line, within: 200)
        var picture = BodyPicture(
            target: .address(address), alt: attributes.first { $0.name == "alt" }?.value,
            title: attributes.first { $0.name == "title" }?.value,
            attributes: attributes.filter { !["src", "alt", "title"].contains($0.name) }
                .map { BodyPicture.Attribute(name: $0.name, value: $0.value) }, location: place,
            sourceLine: source.line(place.line))
        picture.isInPicture = isInPicture
        return mark(picture, address)
    }

    /// The value in quotes with marks for its addresses; nothing where it leads nowhere in the site.
    private mutating func value(
        _ attribute: HTMLTag.Attribute, _ use: RawHTML.Use, in bytes: UnsafeBufferPointer<UInt8>, at line: Int
    ) -> String? {
        guard let written = String(validating: bytes[attribute.value], as: UTF8.self) else { return nil }
        let value = RawHTML.decoded(written).trimmed
        // What looks like a template is shown as it is.
        guard !value.contains("{{"), !value.contains("{%") else { return nil }
        let place = location(of: written, fromLine: line, within: 200)
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
}
