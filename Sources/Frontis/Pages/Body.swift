/// A page's Markdown as HTML, with gaps where pictures and links to other pages go: what fills them is known
/// only when all pages are read and all pictures are there.
public struct Body: Sendable, Codable, Equatable {
    /// HTML without what goes into the gaps. Plug-ins see it in `transform`; later it is empty where it has been put away,
    /// and `PageReading` makes the text.
    public var html: String
    /// Where the HTML is that has been put away.
    package var stored: StoredText?
    /// In the order in which they occur.
    package var gaps: [Gap]
    /// In the order of the text.
    public var headings: [Heading]
    /// Of the text, with what is in code; tags do not count.
    public var wordCount: Int
    /// The id of a first heading that is left out as the title says it: a link to it leads to the page's top, which is
    /// where browsers go for an id that they do not find.
    package var titleID: String?
    /// The beginning as plain text, for lists and feeds where the author describes nothing.
    public var excerpt = ""
    /// The beginning of the text without markup; only of pages that want a prompt written from it.
    package var promptText = ""

    /// An empty text.
    public init() { self.init(html: "") }

    package init(html: String, gaps: [Gap] = [], headings: [Heading] = [], wordCount: Int = 0) {
        self.html = html
        self.gaps = gaps
        self.headings = headings
        self.wordCount = wordCount
    }

    package struct Gap: Sendable, Codable, Equatable {
        /// Where in `html`, in UTF-8 bytes.
        package var offset: Int
        package var filling: Filling

        package init(offset: Int, filling: Filling) {
            self.offset = offset
            self.filling = filling
        }
    }

    package enum Filling: Sendable, Codable, Equatable {
        case picture(BodyPicture)
        /// The value of an `href` attribute, or of another one that holds an address.
        case link(BodyLink)
    }

    /// A heading of the text.
    public struct Heading: Sendable, Hashable, Codable {
        /// From 1.
        public var level: Int
        /// What links to it name.
        public var id: String
        /// Without markup.
        public var text: String

        /// A heading with an id of its own.
        public init(level: Int, id: String, text: String) {
            self.level = level
            self.id = id
            self.text = text
        }
    }

    /// The HTML with every gap filled.
    ///
    /// - Parameter html: as it is here, or where it has been put away.
    package func filled(_ html: String, fill: (Filling) -> String) -> String {
        guard !gaps.isEmpty else { return html }
        var filled = ""
        filled.reserveCapacity(html.utf8.count + gaps.count * 160)
        var position = html.utf8.startIndex
        var offset = 0
        for gap in gaps {
            // A plug-in may have made the text shorter.
            let next =
                html.utf8.index(position, offsetBy: gap.offset - offset, limitedBy: html.endIndex) ?? html.endIndex
            filled += html[position..<next]
            filled += fill(gap.filling)
            position = next
            offset = gap.offset
        }
        filled += html[position...]
        return filled
    }
}

/// A picture in a body: `![alt](address "title")`, or an `<img>` of raw HTML.
package struct BodyPicture: Sendable, Codable, Equatable {
    package enum Target: Sendable, Hashable, Codable {
        /// A slot of this page, by its name, or by its words for a prompt in the text.
        case slot(SlotName)
        case address(String)
    }

    package struct Attribute: Sendable, Hashable, Codable {
        package var name: String
        package var value: String

        package init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    package var target: Target
    /// What the author wrote; nothing where the text is missing, empty where it was said to be decorative.
    package var alt: String?
    package var title: String?
    /// Whether it is a paragraph of its own, so that it may become a figure.
    package var standsAlone = false
    /// Whether the author has put it into a `<picture>` of their own.
    package var isInPicture = false
    /// Other attributes of a raw `<img>`, in their order, already safe to write.
    package var attributes: [Attribute]
    package var location: SourceLocation
    package var sourceLine: String?

    package init(
        target: Target, alt: String?, title: String? = nil, attributes: [Attribute] = [],
        location: SourceLocation, sourceLine: String? = nil
    ) {
        self.target = target
        self.alt = alt
        self.title = title
        self.attributes = attributes
        self.location = location
        self.sourceLine = sourceLine
    }

    /// Every address of a file in it: its own, and those of a `srcset`.
    package var addresses: [String] {
        var addresses: [String] = []
        if case .address(let own) = target { addresses.append(own) }
        for attribute in attributes where attribute.name == "srcset" {
            addresses += SourceSet(attribute.value).candidates.map(\.address)
        }
        return addresses
    }

    /// Whether its author has seen to the files that browsers choose from, or wants this very file.
    package var isLeftAlone: Bool {
        if isInPicture || attributes.contains(where: { $0.name == "srcset" }) { return true }
        guard case .address(let address) = target else { return false }
        return Reference.wantsOriginal(address)
    }
}

/// A link whose address depends on other pages: relative, or to a Markdown file, or inside this site.
package struct BodyLink: Sendable, Codable, Equatable {
    package var address: String
    /// Whether it is a file that the page loads, such as a film.
    package var isFile: Bool
    package var location: SourceLocation

    package init(address: String, isFile: Bool = false, location: SourceLocation) {
        self.address = address
        self.isFile = isFile
        self.location = location
    }
}
