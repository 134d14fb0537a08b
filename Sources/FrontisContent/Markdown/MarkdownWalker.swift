import CMarkGFM
import FrontisCore
import Foundation

/// Walks a tree once: gives headings ids, takes pictures and links out, counts words, gathers the excerpt.
struct MarkdownWalker {
    let source: SourceText
    let lineOffset: Int
    private var markdown = Markdown()
    var pictures: [BodyPicture] = []
    private var links: [BodyLink] = []
    /// Addresses in the attributes of raw HTML.
    var addresses: [BodyLink] = []
    var rawHTML = RawHTML()
    /// The site's own address, where it is known.
    private let site: String?
    private var headingIDs = HeadingIDs()
    private var words = WordCounter()
    private var hasRawHTML = false
    /// Paragraphs being read into the excerpt.
    private var excerpt: [UInt8] = []
    private var paragraphDepth = 0
    private static let excerptLength = 200

    /// Names of the prompts that stand in the text.
    private var prompts: Set<String> = []
    /// Nodes with something in them that are open.
    private var depth = 0
    /// Pictures that are open: what is in one is its description, words only.
    private var openImages = 0
    var searching = ContentLimits.searching
    /// What makes the page too much to be read further.
    private var excess: Diagnostic?

    /// Bytes of plain text that are kept: for the excerpt, or for whoever writes a prompt from the page.
    private let textLength: Int

    init(source: SourceText, lineOffset: Int, keepsText: Bool, site: String?) {
        self.source = source
        self.site = site
        self.lineOffset = lineOffset
        textLength = keepsText ? PromptRequest.longestText * 3 : Self.excerptLength * 2
    }

    mutating func takeTitle(of root: MarkdownTree.Node, title: String?) {
        guard let first = cmark_node_first_child(root),
            MarkdownTree.type(of: first) == CMARK_NODE_HEADING.rawValue, cmark_node_get_heading_level(first) == 1
        else { return }
        let text = MarkdownTree.plainText(of: first)
        guard title == nil || title?.lowercased() == text.lowercased() else { return }
        markdown.firstHeading = text
        cmark_node_unlink(first)
        cmark_node_free(first)
    }

    mutating func walk(_ root: MarkdownTree.Node) {
        guard let iterator = cmark_iter_new(root) else { return }
        defer { cmark_iter_free(iterator) }
        while excess == nil {
            let event = cmark_iter_next(iterator)
            if event == CMARK_EVENT_DONE { return }
            guard let node = cmark_iter_get_node(iterator) else { continue }
            let type = MarkdownTree.type(of: node)
            if event == CMARK_EVENT_ENTER {
                if !MarkdownTree.isLeaf(type) { depth += 1 }
                checkLimits(node)
                enter(node, type)
            } else {
                depth -= 1
                exit(node, type)
            }
        }
    }

    private mutating func checkLimits(_ node: MarkdownTree.Node) {
        let places = max(markdown.body.headings.count, links.count, addresses.count, pictures.count)
        guard depth > ContentLimits.markupDepth || places > ContentLimits.places else { return }
        let what =
            switch places {
            case ...ContentLimits.places: nil as String?
            case links.count, addresses.count: "links"
            case pictures.count: "pictures"
            default: "headings"
            }
        let summary =
            what.map { "page has more than \(ContentLimits.places) \($0)" }
            ?? "Markdown is nested more than \(ContentLimits.markupDepth) deep"
        excess = ContentLimits.finding(summary, line: line(of: node), in: source)
    }

    private mutating func enter(_ node: MarkdownTree.Node, _ type: UInt32) {
        switch type {
        case CMARK_NODE_TEXT.rawValue:
            let bytes = MarkdownTree.literal(of: node)
            words.count(bytes)
            addToExcerpt(bytes)
            if ByteSearch.contains(MarkdownMarkers.byte, in: bytes) {
                let text = String(decoding: bytes, as: UTF8.self)
                cmark_node_set_literal(node, text.replacing("\u{1}", with: "\u{FFFD}"))
            }
            if ByteSearch.contains(UInt8(ascii: "{"), in: bytes) { checkTemplateSyntax(bytes, node) }
        case CMARK_NODE_CODE.rawValue, CMARK_NODE_CODE_BLOCK.rawValue:
            if type == CMARK_NODE_CODE_BLOCK.rawValue {
                dropMarks(of: node, cmark_node_get_fence_info, cmark_node_set_fence_info)
            }
            words.count(MarkdownTree.literal(of: node))
            if type == CMARK_NODE_CODE.rawValue { addToExcerpt(MarkdownTree.literal(of: node)) }
        case CMARK_NODE_SOFTBREAK.rawValue, CMARK_NODE_LINEBREAK.rawValue:
            words.endWord()
            if paragraphDepth > 0 { excerpt.append(UInt8(ascii: " ")) }
        case CMARK_NODE_PARAGRAPH.rawValue:
            words.endWord()
            paragraphDepth += 1
        case CMARK_NODE_IMAGE.rawValue:
            openImages += 1
        case _ where openImages > 0:
            break
        case CMARK_NODE_LINK.rawValue:
            takeLink(node)
        case CMARK_NODE_HTML_BLOCK.rawValue, CMARK_NODE_HTML_INLINE.rawValue:
            hasRawHTML = true
            takeRawHTML(node)
            let bytes = MarkdownTree.literal(of: node)
            if ByteSearch.contains(UInt8(ascii: "{"), in: bytes) { checkTemplateSyntax(bytes, node) }
        default:
            if type & UInt32(CMARK_NODE_TYPE_MASK) == UInt32(CMARK_NODE_TYPE_BLOCK) { words.endWord() }
        }
    }

    private mutating func exit(_ node: MarkdownTree.Node, _ type: UInt32) {
        switch type {
        case CMARK_NODE_HEADING.rawValue: takeHeading(node)
        case CMARK_NODE_IMAGE.rawValue:
            openImages -= 1
            if openImages == 0 { takePicture(node) }
        case CMARK_NODE_PARAGRAPH.rawValue:
            paragraphDepth -= 1
            if !excerpt.isEmpty { excerpt.append(UInt8(ascii: " ")) }
        default: break
        }
    }

    /// Text that is no part of the tree.
    mutating func addText(_ bytes: UnsafeBufferPointer<UInt8>) {
        words.count(bytes)
        paragraphDepth += 1
        addToExcerpt(bytes)
        paragraphDepth -= 1
    }

    private mutating func addToExcerpt(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard paragraphDepth > 0, excerpt.count < textLength else { return }
        excerpt.append(contentsOf: bytes)
    }

    /// Texts in which cmark reads `&#1;`, which is no mark of ours.
    private func dropMarks(
        of node: MarkdownTree.Node, _ get: (MarkdownTree.Node?) -> UnsafePointer<CChar>?,
        _ set: (MarkdownTree.Node?, UnsafePointer<CChar>?) -> Int32
    ) {
        guard let text = get(node), strchr(text, Int32(MarkdownMarkers.byte)) != nil else { return }
        _ = set(node, String(cString: text).replacing("\u{1}", with: "\u{FFFD}"))
    }

    // MARK: Headings

    private mutating func takeHeading(_ node: MarkdownTree.Node) {
        var text = MarkdownTree.plainText(of: node)
        var chosen: String?
        // `## Fares {#fares}`, as Hugo's and Zola's users write it.
        if text.hasSuffix("}"), let open = text.lastIndex(of: "{"), text[open...].hasPrefix("{#"),
            let last = cmark_node_last_child(node), MarkdownTree.type(of: last) == CMARK_NODE_TEXT.rawValue
        {
            let id = text[text.index(open, offsetBy: 2)...].dropLast()
            let literal = String(decoding: MarkdownTree.literal(of: last), as: UTF8.self)
            if !id.isEmpty, id.allSatisfy({ $0.isLetter || $0.isNumber || "-_.:".contains($0) }),
                let brace = literal.lastIndex(of: "{")
            {
                chosen = String(id)
                cmark_node_set_literal(last, String(literal[..<brace]).trimmedEnd)
                text = String(text[..<open]).trimmed
            }
        }
        if markdown.firstHeading == nil { markdown.firstHeading = text }
        let id = headingIDs.next(for: chosen ?? Slug.make(text))
        insert(.heading, markdown.body.headings.count, into: node)
        markdown.body.headings.append(
            .init(level: Int(cmark_node_get_heading_level(node)), id: id, text: text))
    }

    private func insert(_ kind: MarkdownMarkers.Kind, _ index: Int, into node: MarkdownTree.Node) {
        guard let marker = cmark_node_new(CMARK_NODE_HTML_INLINE) else { return }
        cmark_node_set_literal(marker, MarkdownMarkers.text(kind, index))
        if cmark_node_prepend_child(node, marker) == 0 { cmark_node_free(marker) }
    }

    // MARK: Links

    private mutating func takeLink(_ node: MarkdownTree.Node) {
        dropMarks(of: node, cmark_node_get_title, cmark_node_set_title)
        let address = MarkdownTree.string(cmark_node_get_url(node))
        guard isInSite(address) else { return }
        let place = place(of: address, node)
        cmark_node_set_url(node, "")
        insert(.link, links.count, into: node)
        links.append(
            BodyLink(address: address, location: place, sourceLine: source.line(place.line)))
    }

    /// Whether it depends on the site where the address leads.
    func isInSite(_ address: String) -> Bool {
        guard !address.isEmpty, address.first != "#" else { return false }
        return !Reference.isElsewhere(address) || Reference.path(of: address, in: site) != nil
    }

    // MARK: Pictures

    private mutating func takePicture(_ node: MarkdownTree.Node) {
        let address = MarkdownTree.string(cmark_node_get_url(node))
        let title = MarkdownTree.string(cmark_node_get_title(node))
        let alt = MarkdownTree.plainText(of: node)
        let place = place(of: address, node)
        var picture = BodyPicture(
            target: .address(address), alt: alt.isEmpty ? nil : alt, title: title.isEmpty ? nil : title,
            location: place, sourceLine: source.line(place.line))
        if address.hasPrefix("ai:") { picture.target = slot(String(address.dropFirst(3)), alt: alt, at: place) }
        replace(node, with: .picture, pictures.count)
        pictures.append(picture)
    }

    mutating func slot(_ name: String, alt: String, at place: SourceLocation) -> BodyPicture.Target {
        // cmark may have percent-encoded nothing: it keeps the address as the author wrote it.
        let name = name.trimmed
        guard name.contains(" ") else { return .slot(name) }
        let bodyName = Markdown.inlineName(name)
        if prompts.insert(bodyName).inserted {
            markdown.imageRequests.append(
                ImageRequest(name: bodyName, prompt: Located(name, at: place), sourceLine: source.line(place.line)))
        }
        return .slot(bodyName)
    }

    private func replace(_ node: MarkdownTree.Node, with kind: MarkdownMarkers.Kind, _ index: Int) {
        guard let marker = cmark_node_new(CMARK_NODE_HTML_INLINE) else { return }
        cmark_node_set_literal(marker, MarkdownMarkers.text(kind, index))
        if cmark_node_replace(node, marker) == 1 { cmark_node_free(node) } else { cmark_node_free(marker) }
    }

    // MARK: Findings

    /// Shortcodes and template tags of other generators are text here; the author should know.
    private mutating func checkTemplateSyntax(_ bytes: UnsafeBufferPointer<UInt8>, _ node: MarkdownTree.Node) {
        guard markdown.diagnostics.count < ContentLimits.templatePlaces else { return }
        let text = String(decoding: bytes, as: UTF8.self)
        guard
            let (opening, start) = ["{{", "{%"].lazy.compactMap({ tag in text.firstRange(of: tag).map { (tag, $0) } })
                .first
        else { return }
        let line = lineOffset + max(1, Int(cmark_node_get_start_line(node)))
        let place = source.find(opening, fromLine: line, within: 40, budget: &searching)
        guard markdown.diagnostics.last?.location?.line != place.line else { return }
        markdown.diagnostics.append(
            Diagnostic(
                .bodyTemplateSyntax,
                "'\(opening)\(Self.tagName(text[start.upperBound...]))' is shown as it is: bodies are no templates",
                at: place,
                in: source.line(place.line),
                help: "write Markdown or HTML in its place, or put it into a code span if it is meant as text"))
    }

    /// What stands after the opening of a tag, up to the end of its first word: `< figure`.
    private static func tagName(_ rest: Substring) -> Substring {
        let word = rest.drop { "<%-/ ".contains($0) }
        let name = word.prefix { $0.isLetter || $0.isNumber || "._-".contains($0) }.prefix(40)
        return name.isEmpty ? "" : rest[..<name.endIndex]
    }

    private mutating func place(of needle: String, _ node: MarkdownTree.Node) -> SourceLocation {
        source.find(needle, fromLine: line(of: node), budget: &searching)
    }

    /// The line of the file that the node, or what it is in, begins in.
    private func line(of node: MarkdownTree.Node) -> Int {
        var current: MarkdownTree.Node? = node
        while let here = current {
            let line = Int(cmark_node_get_start_line(here))
            if line > 0 { return lineOffset + line }
            current = cmark_node_parent(here)
        }
        return lineOffset + 1
    }

    // MARK: Result

    func finish(_ tree: borrowing MarkdownTree) -> Markdown {
        var result = markdown
        if let excess { return Self.without(body: result, because: excess) }
        let pictures = pictures
        let links = links
        let addresses = addresses
        let headings = markdown.body.headings
        let balances = hasRawHTML
        let resolved = tree.withHTML { html -> (html: String, gaps: [Body.Gap])? in
            let labelled = TaskLabels.labelled(html)
            if !balances, labelled == nil {
                return MarkdownMarkers.resolve(
                    html, pictures: pictures, links: links, addresses: addresses, headings: headings)
            }
            let whole = labelled ?? Array(html)
            guard let closed = balances ? whole.withUnsafeBufferPointer(HTMLBalancer.balanced) : whole else {
                return nil
            }
            return closed.withUnsafeBufferPointer {
                MarkdownMarkers.resolve(
                    $0, pictures: pictures, links: links, addresses: addresses, headings: headings)
            }
        }
        guard case .some(.some(let (html, gaps))) = resolved else {
            let summary = "HTML is nested more than \(ContentLimits.markupDepth) deep"
            let finding = ContentLimits.finding(summary, line: lineOffset + 1, in: source)
            return Self.without(body: result, because: finding)
        }
        result.body.html = html
        result.body.gaps = gaps
        result.body.wordCount = words.total
        result.excerpt = Self.shortened(excerpt)
        if textLength > Self.excerptLength * 2 {
            result.text = Recipe.normalized(String(decoding: excerpt, as: UTF8.self))
        }
        return result
    }

    /// A page that goes beyond a limit: what was found so far, and nothing to show.
    private static func without(body markdown: Markdown, because finding: Diagnostic) -> Markdown {
        var rest = Markdown()
        rest.firstHeading = markdown.firstHeading
        rest.diagnostics = markdown.diagnostics + [finding]
        return rest
    }

    /// At most about 200 characters, cut between words; white space is folded as it was gathered.
    private static func shortened(_ bytes: [UInt8]) -> String {
        var folded: [UInt8] = []
        folded.reserveCapacity(bytes.count)
        for byte in bytes {
            let isSpace = byte == 0x20 || (0x09...0x0D).contains(byte)
            if !isSpace {
                folded.append(byte)
            } else if let last = folded.last, last != 0x20 {
                folded.append(0x20)
            }
        }
        if folded.last == 0x20 { folded.removeLast() }
        let text = String(decoding: folded, as: UTF8.self)
        // Bytes are an upper bound of characters.
        guard folded.count > excerptLength, text.count > excerptLength else { return text }
        let head = text.prefix(excerptLength)
        var end = text[..<(head.lastIndex(of: " ") ?? head.endIndex)]
        while let last = end.last, ",;:–-".contains(last) { end.removeLast() }
        return end + "…"
    }
}

extension String {
    fileprivate var trimmedEnd: String {
        var rest = self[...]
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
