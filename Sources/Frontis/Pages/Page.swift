/// A file under `content/`, read and parsed; its pictures are still open.
@dynamicMemberLookup
public struct Page: Sendable, Codable {
    /// The two parts, which all copies of a page share: they have dozens of members, and pages are handed on everywhere.
    @usableFromInline
    final class Parts: Sendable {
        @usableFromInline let head: PageHead
        @usableFromInline let body: Body

        @usableFromInline
        init(_ head: PageHead, _ body: Body) { (self.head, self.body) = (head, body) }
    }

    @usableFromInline var parts: Parts

    /// What the page says of itself; its members can be asked of the page.
    @inlinable public var head: PageHead {
        get { parts.head }
        set { parts = Parts(newValue, parts.body) }
    }

    /// Its text.
    @inlinable public var body: Body {
        get { parts.body }
        set { parts = Parts(parts.head, newValue) }
    }

    /// A page of its two parts.
    public init(_ head: PageHead, body: Body = Body()) { parts = Parts(head, body) }

    private enum CodingKeys: String, CodingKey {
        case head
        case body
    }

    /// Reads both parts.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            try container.decode(PageHead.self, forKey: .head), body: try container.decode(Body.self, forKey: .body))
    }

    /// Writes both parts.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(head, forKey: .head)
        try container.encode(body, forKey: .body)
    }

    /// An empty page.
    public init(source: SourceID, kind: PageHead.Kind, section: String, slug: String, title: String, language: String) {
        self.init(
            PageHead(source: source, kind: kind, section: section, slug: slug, title: title, language: language))
    }

    /// Members of the head.
    @inlinable
    public subscript<Member>(dynamicMember member: KeyPath<PageHead, Member>) -> Member { head[keyPath: member] }

    /// Members of the head that can be changed.
    @inlinable
    public subscript<Member>(dynamicMember member: WritableKeyPath<PageHead, Member>) -> Member {
        get { head[keyPath: member] }
        set { head[keyPath: member] = newValue }
    }

    /// Without its HTML and what is put into it: the page as `FinishedSite` shows it.
    package var withoutText: Page {
        var body = body
        (body.html, body.stored, body.gaps) = ("", nil, [])
        return Page(head, body: body)
    }

    /// For lists and feeds: the author's description, else the beginning of the text.
    public var summary: String { head.description ?? body.excerpt }

    /// Every address of a picture or a link in the page that may lead to a file of the site.
    package var localAddresses: [String] {
        var addresses = head.existingHero.map { [$0.address] } ?? []
        for gap in body.gaps {
            switch gap.filling {
            case .picture(let picture): addresses += picture.addresses
            case .link(let link): addresses.append(link.address)
            }
        }
        return addresses
    }
}
