import FrontisCore

/// Pages of which it is known that nothing is wrong with their links and pictures, as long as the site around them is the
/// same.
struct LinkRecords: Sendable {
    /// Of all that decides, besides a page itself, where its links lead.
    let facts: Fingerprint?
    /// By their own fingerprints.
    let sound: Set<Fingerprint>

    init(facts: Fingerprint? = nil, sound: Set<Fingerprint> = []) { (self.facts, self.sound) = (facts, sound) }

    /// Whether a page's findings follow from it and from `facts`. Anchors of another page are in that page's text, and a
    /// translation has its pictures from the page that it translates.
    static func covers(_ page: Page) -> Bool {
        page.original == nil
            && !page.body.gaps.contains { gap in
                guard case .link(let link) = gap.filling else { return false }
                return link.address.utf8.dropFirst().contains(UInt8(ascii: "#"))
            }
    }
}

extension LinkRecords: Packed {
    func pack(into writer: inout PackedWriter) {
        writer.add(facts)
        writer.add(Array(sound))
    }

    init(from reader: inout PackedReader) throws(PackedError) {
        self.init(facts: try reader.optional(), sound: Set(try reader.list(of: Fingerprint.self)))
    }
}
