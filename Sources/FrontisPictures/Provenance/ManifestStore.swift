import FrontisCore

/// A C2PA manifest store, as far as it can be read without proving anything: a JUMBF box of boxes, the last of which
/// is the active manifest (C2PA 2.1, sections 11.1 and 11.2).
struct ManifestStore: Sendable {
    let credential: ContentCredential

    private static let limit = 1000

    /// Nothing unless the part begins with a box that calls itself a C2PA store.
    init?(_ part: FilePart) {
        guard let store = ISOBox.boxes(in: part, limit: 1).first, store.type == "jumb",
            Self.label(of: store) == "c2pa"
        else { return nil }
        let active = Self.children(of: store).last { $0.type == "jumb" }
        credential = ContentCredential(length: store.whole.count, generator: active.flatMap(Self.generator))
    }

    private static func children(of box: ISOBox) -> [ISOBox] {
        ISOBox.boxes(in: box.content, limit: limit)
    }

    /// The name in a superbox's description: 16 bytes of type, a byte of flags, the name if bit 1 is set.
    private static func label(of box: ISOBox) -> String? {
        guard let description = children(of: box).first, description.type == "jumd",
            let flags = description.content[16], flags & 0x02 != 0
        else { return nil }
        return description.content.zeroTerminatedText(at: 17)
    }

    private static func generator(of manifest: ISOBox) -> String? {
        let claim = children(of: manifest).first { box in
            guard box.type == "jumb", let label = label(of: box) else { return false }
            return label == "c2pa.claim" || label.hasPrefix("c2pa.claim.v")
        }
        guard let claim, let content = children(of: claim).first(where: { $0.type == "cbor" })?.content else {
            return nil
        }
        var reader = CBORReader(content)
        return reader.claimGenerator().flatMap(shown)
    }

    /// One line of a sane length: the words are the vendor's and go to terminals and pages.
    private static func shown(_ text: String) -> String? {
        let visible = text.unicodeScalars.filter { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: false
            default: true
            }
        }
        let line = String(String.UnicodeScalarView(visible)).prefix(120)
        return line.contains { !$0.isWhitespace } ? String(line) : nil
    }
}
