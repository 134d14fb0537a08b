/// A file under `content/`, read and parsed; its pictures are still open.
@dynamicMemberLookup
public struct Page: Sendable, Codable {
    /// What the page says of itself; its members can be asked of the page.
    public var head: PageHead
    /// Its text.
    public var body: Body

    /// A page of its two parts.
    public init(_ head: PageHead, body: Body = Body()) {
        self.head = head
        self.body = body
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
