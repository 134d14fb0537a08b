/// Picture files with metadata put into them by the rules of each format. What is in them comes from nobody's encoder.
enum CredentialFixtures {
    /// Put together with commas: long sums are slow to compile.
    static func join(_ parts: [UInt8]...) -> [UInt8] { parts.flatMap { $0 } }
    static func ascii(_ text: String) -> [UInt8] { Array(text.utf8) }

    static func big(_ number: Int, _ length: Int) -> [UInt8] {
        (0..<length).reversed().map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }

    static func little(_ number: Int, _ length: Int) -> [UInt8] { big(number, length).reversed() }

    // MARK: C2PA

    static func box(_ type: String, _ content: [UInt8]) -> [UInt8] {
        join(big(content.count + 8, 4), ascii(type), content)
    }

    static func superbox(_ label: String, _ children: [UInt8]) -> [UInt8] {
        let description = join(Array(repeating: 7, count: 16), [0x03], ascii(label), [0])
        return box("jumb", join(box("jumd", description), children))
    }

    /// A CBOR text of less than 256 bytes.
    static func text(_ text: String) -> [UInt8] {
        let bytes = Array(text.utf8)
        return (bytes.count < 24 ? [0x60 | UInt8(bytes.count)] : [0x78, UInt8(bytes.count)]) + bytes
    }

    /// As claims of version 2 have it, with members of other kinds before and behind.
    static func claim(generator: String) -> [UInt8] {
        join(
            [0xA4], text("instanceID"), text("xmp:iid:1"), text("assertions"), [0x82, 0xA1], text("hash"), [0x43, 1, 2, 3],
            [0xC0, 0xFB, 0, 0, 0, 0, 0, 0, 0, 0], text("claim_generator_info"), [0xA2], text("version"), text("1.0"), text("name"),
            text(generator), text("alg"), text("sha256"))
    }

    static func store(claim: [UInt8], label: String = "c2pa.claim.v2") -> [UInt8] {
        let older = superbox("urn:uuid:older", superbox("c2pa.claim", box("cbor", line("An older one"))))
        let active = superbox(
            "urn:uuid:active", join(superbox("c2pa.assertions", box("json", [0x7B, 0x7D])), superbox(label, box("cbor", claim))))
        return superbox("c2pa", join(older, active))
    }

    /// An older claim, with nothing but its generator.
    static func line(_ generator: String) -> [UInt8] { join([0xA1], text("claim_generator"), text(generator)) }

    static let store = store(claim: claim(generator: "OpenAI Media Service API"))

    // MARK: Exif and XMP

    /// A TIFF structure with a GPS directory that names a place, or none.
    static func exif(little isLittle: Bool, hasPosition: Bool = true, denominator: Int = 1) -> [UInt8] {
        func number(_ number: Int, _ length: Int) -> [UInt8] { isLittle ? little(number, length) : big(number, length) }
        func entry(_ tag: Int, _ type: Int, _ count: Int, _ value: Int) -> [UInt8] {
            join(number(tag, 2), number(type, 2), number(count, 4), number(value, 4))
        }
        let start: [UInt8] = isLittle ? [0x49, 0x49, 0x2A, 0] : [0x4D, 0x4D, 0, 0x2A]
        let orientation = join(number(0x0112, 2), number(3, 2), number(1, 4), number(1, 2), [0, 0])
        // The first directory is at 8 and takes 30 bytes, the second at 38 and takes 54.
        let first = join(number(2, 2), orientation, entry(hasPosition ? 0x8825 : 0x8769, 4, 1, 38), number(0, 4))
        let latitude = join(entry(1, 2, 2, isLittle ? 0x4E : 0x4E00_0000), entry(2, 5, 3, 92))
        let longitude = join(entry(3, 2, 2, isLittle ? 0x57 : 0x5700_0000), entry(4, 5, 3, 116))
        let fractions = [41, 8, 30, 8, 36, 0].flatMap { number($0, 4) + number(denominator, 4) }
        return join(start, number(8, 4), first, number(4, 2), latitude, longitude, number(0, 4), fractions)
    }

    static let xmp = Array(
        """
        <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description \
        xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="41,8.5N" exif:GPSLongitude="8,36.6W"/></rdf:RDF></x:xmpmeta>
        """.utf8)

    // MARK: Files

    static func png(_ chunks: (name: String, content: [UInt8])...) -> [UInt8] {
        let added = chunks.flatMap { join(big($0.content.count, 4), ascii($0.name), $0.content, [0, 0, 0, 0]) }
        return join(Array(PictureFixtures.png[..<33]), added, Array(PictureFixtures.png[33...]))
    }

    static func xmpChunk(_ packet: [UInt8]) -> [UInt8] { join(ascii("XML:com.adobe.xmp"), [0, 0, 0, 0, 0], packet) }

    static func jpeg(_ segments: (code: UInt8, content: [UInt8])...) -> [UInt8] { jpeg(segments) }

    static func jpeg(_ segments: [(code: UInt8, content: [UInt8])]) -> [UInt8] {
        let added = segments.flatMap { join([0xFF, $0.code], big($0.content.count + 2, 2), $0.content) }
        return join(Array(PictureFixtures.jpeg[..<2]), added, Array(PictureFixtures.jpeg[2...]))
    }

    /// The store in several segments, each with the box's header again.
    static func jpeg(store: [UInt8], segmentLength: Int) -> [UInt8] {
        let header = Array(store[..<8])
        var rest = store[8...]
        var segments: [(code: UInt8, content: [UInt8])] = []
        while !rest.isEmpty {
            segments.append((0xEB, boxSegment(1, segments.count + 1, join(header, Array(rest.prefix(segmentLength))))))
            rest = rest.dropFirst(segmentLength)
        }
        return jpeg(segments)
    }

    static func boxSegment(_ box: Int, _ number: Int, _ content: [UInt8]) -> [UInt8] {
        join(ascii("JP"), big(box, 2), big(number, 4), content)
    }

    static func exifSegment(_ tiff: [UInt8]) -> (code: UInt8, content: [UInt8]) { (0xE1, join(ascii("Exif"), [0, 0], tiff)) }

    static func webp(_ name: String, _ content: [UInt8]) -> [UInt8] {
        let chunk = join(ascii(name), little(content.count, 4), content, content.count % 2 == 0 ? [] : [0])
        // Without the fixture's own Exif, which is its last chunk.
        let whole = PictureFixtures.webp
        let exif = whole.count - 8 - 186
        let body = join(Array(whole[8..<exif]), chunk)
        return join(ascii("RIFF"), little(body.count, 4), body)
    }

    static func avif(_ box: [UInt8]) -> [UInt8] { PictureFixtures.avif + box }

    static let manifestType: [UInt8] = [
        0xD8, 0xFE, 0xC3, 0xD6, 0x1B, 0x0E, 0x48, 0x3C, 0x92, 0x97, 0x58, 0x28, 0x87, 0x7E, 0xC4, 0x81,
    ]

    static func manifestBox(_ store: [UInt8], purpose: String = "manifest") -> [UInt8] {
        box("uuid", join(manifestType, [0, 0, 0, 0], ascii(purpose), [0], Array(repeating: 0, count: 8), store))
    }

    static func gif(_ store: [UInt8]) -> [UInt8] {
        var blocks: [UInt8] = []
        var rest = store[...]
        while !rest.isEmpty {
            blocks += [UInt8(min(255, rest.count))] + rest.prefix(255)
            rest = rest.dropFirst(255)
        }
        let extensionBlock: [UInt8] = join([0x21, 0xFF, 11], ascii("C2PA_GIF"), [1, 0, 0], blocks, [0])
        // Behind the header and a table of eight colours.
        return join(Array(PictureFixtures.gif[..<37]), extensionBlock, Array(PictureFixtures.gif[37...]))
    }
}
