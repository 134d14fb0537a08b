import FrontisCore

/// The blocks of a picture file that say something about the picture, as they stand in it. Pixels are passed over.
struct MetadataBlocks: Sendable {
    /// TIFF structures: JEITA CP-3451.
    private(set) var exif: [FilePart] = []
    private(set) var xmp: [FilePart] = []
    /// What may be a C2PA manifest store: JUMBF, ISO/IEC 19566-5.
    private(set) var jumbf: [FilePart] = []

    /// More blocks than this are in no picture that was made in earnest.
    private static let limit = 10_000

    init(_ bytes: [UInt8]) {
        let file = FilePart(bytes)
        switch PictureSignature(bytes) {
        case .picture(.png): readPNG(file)
        case .picture(.jpeg): readJPEG(file)
        case .picture(.webp): readWebP(file)
        case .picture(.gif): readGIF(file)
        case .picture(.avif), .other(format: "HEIC"): readBoxes(file)
        default: break
        }
    }

    // MARK: PNG

    /// Chunks are a length, a name, the content and a check sum: PNG specification, section 5.3.
    private mutating func readPNG(_ file: FilePart) {
        var offset = 8
        for _ in 0..<Self.limit {
            guard let length = file.number(at: offset, 4), let content = file.part(offset + 8, length) else { return }
            if file.has("eXIf", at: offset + 4) {
                exif.append(content)
            } else if file.has("caBX", at: offset + 4) {
                // C2PA 2.1, A.3.3: the manifest store is the chunk's content.
                jumbf.append(content)
            } else if file.has("iTXt", at: offset + 4), content.has("XML:com.adobe.xmp\0") {
                xmp.append(content)
            }
            offset += 12 + length
        }
    }

    // MARK: JPEG

    /// Segments up to the first scan, which is where metadata ends: ITU T.81, B.1.1.
    private mutating func readJPEG(_ file: FilePart) {
        var boxes = JPEGBoxes()
        defer { jumbf = boxes.joined.map { FilePart($0) } }
        var offset = 2
        for _ in 0..<Self.limit {
            guard file[offset] == 0xFF, let code = file[offset + 1] else { return }
            // Fill bytes, and markers without content.
            if code == 0xFF {
                offset += 1
                continue
            }
            if code == 0x01 || (0xD0...0xD7).contains(code) {
                offset += 2
                continue
            }
            guard code != 0xDA, code != 0xD9, let length = file.number(at: offset + 2, 2), length >= 2,
                let content = file.part(offset + 4, length - 2)
            else { return }
            if code == 0xE1, content.has("Exif\0\0"), let tiff = content.from(6) { exif.append(tiff) }
            if code == 0xE1, content.has("http://ns.adobe.com/xap/1.0/\0") { xmp.append(content) }
            if code == 0xEB { boxes.add(content) }
            offset += 2 + length
        }
    }

    // MARK: WebP

    /// Chunks are a name, a length, the content and a byte that makes it even: WebP container specification.
    private mutating func readWebP(_ file: FilePart) {
        var offset = 12
        for _ in 0..<Self.limit {
            guard let length = file.number(at: offset + 4, 4, littleEndian: true),
                let content = file.part(offset + 8, length)
            else { return }
            if file.has("EXIF", at: offset) {
                // Some encoders leave in front what JPEG needs there.
                exif.append(content.has("Exif\0\0") ? content.from(6) ?? content : content)
            } else if file.has("XMP ", at: offset) {
                xmp.append(content)
            } else if file.has("C2PA", at: offset) {
                jumbf.append(content)
            }
            offset += 8 + length + length % 2
        }
    }

    // MARK: GIF

    /// Application extensions before the first frame: GIF89a, section 26; C2PA 2.1, A.3.7.
    private mutating func readGIF(_ file: FilePart) {
        guard let flags = file[10] else { return }
        var offset = 13 + (flags & 0x80 == 0 ? 0 : 3 << (Int(flags & 7) + 1))
        for _ in 0..<Self.limit {
            guard file[offset] == 0x21, let label = file[offset + 1] else { return }
            let isCredential = label == 0xFF && file.has("C2PA_GIF", at: offset + 3)
            var content: [UInt8] = []
            offset += 2
            // The first block names the application; an empty one ends the extension.
            var isFirst = true
            while let length = file[offset], length > 0, let block = file.part(offset + 1, Int(length)) {
                if isCredential, !isFirst { content += block.copied }
                isFirst = false
                offset += 1 + Int(length)
            }
            guard file[offset] == 0 else { return }
            offset += 1
            if isCredential { jumbf.append(FilePart(content)) }
        }
    }

    // MARK: AVIF and HEIC

    /// C2PA's own user type, d8fec3d6-1b0e-483c-9297-5828877ec481: C2PA 2.1, A.5.
    private static let manifestBox: [UInt8] = [
        0xD8, 0xFE, 0xC3, 0xD6, 0x1B, 0x0E, 0x48, 0x3C, 0x92, 0x97, 0x58, 0x28, 0x87, 0x7E, 0xC4, 0x81,
    ]

    /// Boxes of ISO/IEC 14496-12, section 4.2.
    private mutating func readBoxes(_ file: FilePart) {
        for box in ISOBox.boxes(in: file, limit: Self.limit) {
            switch box.type {
            case "jumb": jumbf.append(box.whole)
            case "uuid":
                // After the user type: version and flags, a purpose, and for a manifest the place of other boxes.
                guard box.content.part(0, 16)?.copied == Self.manifestBox, box.content.has("manifest\0", at: 20),
                    let store = box.content.from(20 + 9 + 8)
                else { continue }
                jumbf.append(store)
            default: continue
            }
        }
        // Where an item of Exif lies is told by a table of offsets; its beginning is as clear a sign.
        for mark: StaticString in ["Exif\0\0II*\0", "Exif\0\0MM\0*"] {
            if let offset = file.offset(of: mark), let tiff = file.from(offset + 6) { exif.append(tiff) }
        }
        if let offset = file.offset(of: "<x:xmpmeta"), let packet = file.from(offset) { xmp.append(packet) }
    }
}

/// Joins what JPEG had to cut into segments of 64 KiB: ISO/IEC 18477-3, B.2. Each begins with `JP`, the number of
/// the box, the number of the segment from 1, and the box's own header, which is repeated.
private struct JPEGBoxes {
    private var boxes: [Int: (next: Int, bytes: [UInt8])] = [:]

    mutating func add(_ content: FilePart) {
        guard content.has("JP"), let box = content.number(at: 2, 2), let segment = content.number(at: 4, 4),
            let length = content.number(at: 8, 4)
        else { return }
        // A length of 1 says that a longer one follows.
        let header = length == 1 ? 16 : 8
        if segment == 1, boxes[box] == nil, let bytes = content.from(8) {
            boxes[box] = (2, bytes.copied)
        } else if boxes[box]?.next == segment, let rest = content.from(8 + header) {
            boxes[box]?.bytes += rest.copied
            boxes[box]?.next += 1
        }
    }

    var joined: [[UInt8]] { boxes.sorted { $0.key < $1.key }.map(\.value.bytes) }
}
