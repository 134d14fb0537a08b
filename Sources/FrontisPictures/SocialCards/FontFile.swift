/// The names in a font file: OpenType or TrueType, alone or as a collection.
struct FontFile: Sendable, Hashable {
    struct Face: Sendable, Hashable {
        /// As the file names it, in English where it can: `Inter`; several where old programs knew it by another.
        var families: [String]
        /// `Bold Italic`
        var style: String?
        var isVariable: Bool
    }

    let faces: [Face]

    enum Problem: Error, Sendable, Hashable {
        case notAFont
        /// A packed font of the web.
        case packed(String)
        case cutOff
        case nameless
    }

    private static let mostFaces = 64

    init(_ bytes: [UInt8]) throws(Problem) {
        let reader = BigEndian(bytes: bytes)
        guard let tag = reader.tag(0) else { throw .notAFont }
        switch tag {
        case "wOFF": throw .packed("WOFF")
        case "wOF2": throw .packed("WOFF2")
        case "ttcf":
            guard let count = reader.number32(8), (1...Self.mostFaces).contains(count) else { throw .cutOff }
            var faces: [Face] = []
            for index in 0..<count {
                guard let offset = reader.number32(12 + index * 4) else { throw .cutOff }
                faces.append(try Self.face(reader, at: offset))
            }
            self.faces = faces
        case "\u{0}\u{1}\u{0}\u{0}", "OTTO", "true": faces = [try Self.face(reader, at: 0)]
        default: throw .notAFont
        }
    }

    /// OpenType specification, "Table Directory".
    private static func face(_ reader: BigEndian, at start: Int) throws(Problem) -> Face {
        guard let count = reader.number16(start + 4) else { throw .cutOff }
        var tables: [String: Range<Int>] = [:]
        for index in 0..<count {
            let record = start + 12 + index * 16
            guard let tag = reader.tag(record), let offset = reader.number32(record + 8),
                let length = reader.number32(record + 12), offset + length <= reader.bytes.count
            else { throw .cutOff }
            tables[tag] = offset..<offset + length
        }
        // What no font can do without: which glyph a character has, and how large an em is.
        guard tables["cmap"] != nil, tables["head"] != nil else { throw .notAFont }
        guard let names = tables["name"] else { throw .nameless }
        let known = Self.names(reader, names)
        var families: [String] = []
        for name in [known[16], known[1]].compactMap({ $0 }) where !families.contains(name) { families.append(name) }
        guard !families.isEmpty else { throw .nameless }
        return Face(families: families, style: known[17] ?? known[2], isVariable: tables["fvar"] != nil)
    }

    /// By the names' numbers. OpenType specification, "name": platform 3 writes UTF-16.
    private static func names(_ reader: BigEndian, _ table: Range<Int>) -> [Int: String] {
        var names: [Int: String] = [:]
        guard let count = reader.number16(table.lowerBound + 2), let storage = reader.number16(table.lowerBound + 4)
        else { return [:] }
        for index in 0..<count {
            let record = table.lowerBound + 6 + index * 12
            guard record + 12 <= table.upperBound, reader.number16(record) == 3,
                let language = reader.number16(record + 4), let number = reader.number16(record + 6),
                [1, 2, 16, 17].contains(number), let length = reader.number16(record + 8),
                let offset = reader.number16(record + 10)
            else { continue }
            let start = table.lowerBound + storage + offset
            guard start + length <= table.upperBound, names[number] == nil || language == 0x409 else { continue }
            let units = stride(from: start, to: start + length - 1, by: 2).compactMap { reader.number16($0) }
            let name = String(decoding: units.map { UInt16($0) }, as: UTF16.self)
            if !name.isEmpty, name.count <= 100 { names[number] = name }
        }
        return names
    }
}

/// Reads numbers with the most significant byte first; nothing beyond the end.
private struct BigEndian {
    let bytes: [UInt8]

    func number16(_ offset: Int) -> Int? {
        guard offset >= 0, offset + 2 <= bytes.count else { return nil }
        return Int(bytes[offset]) << 8 | Int(bytes[offset + 1])
    }

    func number32(_ offset: Int) -> Int? {
        guard let high = number16(offset), let low = number16(offset + 2) else { return nil }
        return high << 16 | low
    }

    func tag(_ offset: Int) -> String? {
        guard offset >= 0, offset + 4 <= bytes.count else { return nil }
        return String(bytes[offset..<offset + 4].map { Character(Unicode.Scalar($0)) })
    }
}
