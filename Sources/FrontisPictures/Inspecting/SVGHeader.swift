/// The size that an SVG file states in its first tag, read without an XML parser: no entities, no references,
/// nothing beyond the first 64 KiB.
struct SVGHeader {
    private static let window = 65536

    /// CSS pixels, rounded, at least 1.
    let width: Int
    let height: Int

    static func isSVG(_ bytes: [UInt8]) -> Bool {
        rootTag(of: bytes) != nil
    }

    /// Nothing unless width and height can be told, from the attributes of those names or from the view box.
    init?(_ bytes: [UInt8]) {
        guard let tag = Self.rootTag(of: bytes) else { return nil }
        let attributes = Self.attributes(of: tag)
        let box = attributes["viewBox"]?.split { $0 == " " || $0 == "," || $0.isNewline || $0 == "\t" }
            .compactMap { Double($0) }
        var boxSize: (width: Double, height: Double)?
        if let box, box.count == 4, box[2] > 0, box[3] > 0 { boxSize = (box[2], box[3]) }
        let size: (Double, Double)
        switch (attributes["width"].flatMap(Self.pixels), attributes["height"].flatMap(Self.pixels), boxSize) {
        case (let width?, let height?, _): size = (width, height)
        case (let width?, nil, let box?): size = (width, width * box.height / box.width)
        case (nil, let height?, let box?): size = (height * box.width / box.height, height)
        case (nil, nil, let box?): size = box
        default: return nil
        }
        guard size.0 <= 1_000_000, size.1 <= 1_000_000 else { return nil }
        width = max(1, Int(size.0.rounded()))
        height = max(1, Int(size.1.rounded()))
    }

    /// What stands between `<svg` and its `>`, if that is the first tag of the file.
    private static func rootTag(of bytes: [UInt8]) -> Substring? {
        var rest = String(decoding: bytes.prefix(window), as: UTF8.self)[...]
        if rest.hasPrefix("\u{FEFF}") { rest.removeFirst() }
        while true {
            rest = rest.drop { $0.isWhitespace }
            let end: String
            if rest.hasPrefix("<?") {
                end = "?>"
            } else if rest.hasPrefix("<!--") {
                end = "-->"
            } else if rest.hasPrefix("<!DOCTYPE") {
                // A subset in brackets has declarations with a `>` of their own.
                guard let close = rest.firstIndex(of: ">") else { return nil }
                end = rest[..<close].contains("[") ? "]>" : ">"
            } else {
                break
            }
            guard let range = rest.firstRange(of: end) else { return nil }
            rest = rest[range.upperBound...]
        }
        guard rest.hasPrefix("<svg"), let next = rest.dropFirst(4).first,
            next.isWhitespace || next == ">" || next == "/"
        else { return nil }
        var quote: Character?
        for index in rest.indices {
            let character = rest[index]
            if let open = quote {
                if character == open { quote = nil }
            } else if character == "\"" || character == "'" {
                quote = character
            } else if character == ">" {
                return rest[rest.index(rest.startIndex, offsetBy: 4)..<index]
            }
        }
        return nil
    }

    private static func attributes(of tag: Substring) -> [String: String] {
        var found: [String: String] = [:]
        var rest = tag
        while let equals = rest.firstIndex(of: "=") {
            let name = rest[..<equals].split(whereSeparator: \.isWhitespace).last.map(String.init) ?? ""
            let value = rest[rest.index(after: equals)...].drop { $0.isWhitespace }
            guard let quote = value.first, quote == "\"" || quote == "'" else { break }
            let text = value.dropFirst()
            guard let close = text.firstIndex(of: quote) else { break }
            found[name] = String(text[..<close])
            rest = text[text.index(after: close)...]
        }
        return found
    }

    /// A CSS length in pixels at 96 to the inch; nothing for percentages and what depends on a font.
    private static func pixels(_ length: String) -> Double? {
        let units: [(String, Double)] = [
            ("px", 1), ("pt", 96.0 / 72), ("pc", 16), ("in", 96), ("cm", 96 / 2.54), ("mm", 96 / 25.4),
        ]
        let text = length.filter { !$0.isWhitespace }
        let unit = units.first { text.hasSuffix($0.0) }
        guard let number = Double(text.dropLast(unit?.0.count ?? 0)), number.isFinite, number > 0 else { return nil }
        return number * (unit?.1 ?? 1)
    }
}
