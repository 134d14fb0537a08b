package import FrontisCore
import FrontisXML

/// What derived files say of where their picture comes from, ready to be embedded.
///
/// The same picture of the same site gets the same bytes: there is no time and no version in them, and no alt text,
/// since correcting a word would otherwise encode a picture anew.
package struct EmbeddedProvenance: Sendable, Hashable {
    /// An XMP packet: ISO 16684-1, with properties of the IPTC Photo Metadata Standard 2025.1. For PNG, JPEG, WebP
    /// and AVIF.
    package let xmp: [UInt8]
    /// The content of a JPEG's APP13 segment, which is what libvips calls `iptc-data`: the credit line as IPTC IIM
    /// 4.2 in a Photoshop resource, for programs that do not read XMP.
    package let iptc: [UInt8]

    /// - Parameters:
    ///   - source: with `withTitle` for a card that has a title on it.
    ///   - model: As the vendor calls it. Its name has the version in it wherever vendors tell one, so that
    ///     `AISystemVersionUsed` would only repeat a part of it.
    ///   - credit: The site's credit line; folded to one line of at most 500 characters.
    /// - Throws: `PictureError.notDrawn` if libxml2 is out of memory.
    package init(source: DigitalSource, model: String?, credit: String) throws(PictureError) {
        let credit = Self.line(credit)
        let model = model.map(Self.line).flatMap { $0.isEmpty ? nil : $0 }
        do {
            xmp = try Self.packet(source, model: source.isByModel ? model : nil, credit)
        } catch {
            throw .notDrawn("its metadata: \(error)")
        }
        iptc = Self.photoshopBlock(credit)
    }

    /// - Parameter isTitled: whether a title is set over the picture.
    package init(
        of provenance: PictureProvenance, credit: String, isTitled: Bool = false
    ) throws(PictureError) {
        let source = isTitled ? provenance.source.withTitle : provenance.source
        try self.init(source: source, model: provenance.model, credit: credit)
    }

    private static let program = "Frontis"

    private static func line(_ text: String) -> String {
        String(text.split(whereSeparator: \.isWhitespace).joined(separator: " ").prefix(500))
    }

    // MARK: XMP

    private static func packet(_ source: DigitalSource, model: String?, _ credit: String) throws -> [UInt8] {
        let writer = try XMLWriter()
        try writer.element("x:xmpmeta", [("xmlns:x", "adobe:ns:meta/")]) {
            try writer.element("rdf:RDF", [("xmlns:rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#")]) {
                try writer.element(
                    "rdf:Description",
                    [
                        ("rdf:about", ""), ("xmlns:Iptc4xmpExt", "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"),
                        ("xmlns:photoshop", "http://ns.adobe.com/photoshop/1.0/"),
                        ("xmlns:xmp", "http://ns.adobe.com/xap/1.0/"),
                    ]
                ) {
                    try writer.element("Iptc4xmpExt:DigitalSourceType", [], source.newsCode)
                    if let model { try writer.element("Iptc4xmpExt:AISystemUsed", [], model) }
                    try writer.element("photoshop:Credit", [], credit)
                    try writer.element("xmp:CreatorTool", [], model.map { "\(program) (\($0))" } ?? program)
                }
            }
        }
        let document = try writer.finish()
        // A packet is not a document of its own, and has no XML declaration.
        let body = document.hasPrefix("<?xml") ? document.drop { $0 != "\n" }.dropFirst() : document[...]
        return Array(
            "<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n\(body)<?xpacket end=\"r\"?>".utf8)
    }

    // MARK: IPTC IIM

    private static func photoshopBlock(_ credit: String) -> [UInt8] {
        // IIM 4.2, section 5.1: dates and names by record and number; the first says that texts are UTF-8 (ESC % G).
        var data = dataset(1, 90, [0x1B, 0x25, 0x47])
        data += dataset(2, 0, [0, 4])
        data += dataset(2, 65, Array(program.utf8))
        // The standard allows 32 bytes.
        data += dataset(2, 110, whole(credit, bytes: 32))
        // Photoshop's resource 1028, which has an empty name: Adobe Photoshop File Formats Specification.
        var block = Array("Photoshop 3.0\u{0}8BIM".utf8)
        block += [0x04, 0x04, 0, 0]
        block += number(data.count, 4)
        block += data
        return data.count.isMultiple(of: 2) ? block : block + [0]
    }

    private static func dataset(_ record: UInt8, _ name: UInt8, _ content: [UInt8]) -> [UInt8] {
        [0x1C, record, name] + number(content.count, 2) + content
    }

    private static func number(_ number: Int, _ length: Int) -> [UInt8] {
        (0..<length).reversed().map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }

    /// As much of a text as `limit` bytes hold, in whole characters.
    private static func whole(_ text: String, bytes limit: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        for character in text {
            guard bytes.count + character.utf8.count <= limit else { break }
            bytes += character.utf8
        }
        return bytes
    }
}
