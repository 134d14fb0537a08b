import CMarkGFM
import FrontisCore
import Foundation

/// Walks a tree once: takes headings, pictures and links out, counts words, gathers the summary.
struct MarkdownWalker {
    let source: SourceText
    let lineOffset: Int
    let style: Markdown.Style
    let math: MathSpans
    /// Words that look like shortcodes and are meant to.
    var shownCalls: Set<MarkdownTree.Node> = []
    /// What attribute lists say, by the node that they belong to.
    let attributes: [MarkdownTree.Node: AttributeList]
    var markdown = Markdown()
    /// What is filled in later.
    var places: BodyPlaces
    var headings: [OpenHeading] = []
    /// Ids of raw HTML and of footnotes.
    var rawIDs: Set<String> = []
    private var code = TakenCode()
    /// Of the nodes that have attributes, ready to be written.
    private var tagAttributes: [String] = []
    private var summary: SummaryText
    private var rawHTML = RawHTML()
    private var words = WordCounter()
    private var hasRawHTML = false
    /// Paragraphs as plain text, where it is wanted.
    private var text: [UInt8] = []
    private var paragraphDepth = 0

    /// Nodes with something in them that are open.
    private var depth = 0
    /// Pictures that are open: what is in one is its description, words only.
    private var openImages = 0
    /// What makes the page too much to be read further.
    private var excess: Diagnostic?

    /// Bytes of plain text that are kept for whoever writes a prompt from the page.
    private let textLength: Int

    init(
        source: SourceText, lineOffset: Int, keepsText: Bool, site: String?, style: Markdown.Style, math: MathSpans,
        attributes: [MarkdownTree.Node: AttributeList], summary: SummaryText
    ) {
        self.source = source
        places = BodyPlaces(in: source, site: site)
        self.lineOffset = lineOffset
        self.style = style
        self.math = math
        self.attributes = attributes
        self.summary = summary
        textLength = keepsText ? PromptRequest.longestText * 3 : 0
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
        let most = max(headings.count, places.links.count, places.addresses.count, places.pictures.count)
        guard depth > ContentLimits.markupDepth || most > ContentLimits.places else { return }
        let what =
            switch most {
            case ...ContentLimits.places: nil as String?
            case places.links.count, places.addresses.count: "links"
            case places.pictures.count: "pictures"
            default: "headings"
            }
        let summary =
            what.map { "page has more than \(ContentLimits.places) \($0)" }
            ?? "Markdown is nested more than \(ContentLimits.markupDepth) deep"
        excess = ContentLimits.finding(summary, line: line(of: node), in: source)
    }

    private mutating func enter(_ node: MarkdownTree.Node, _ type: UInt32) {
        summary.enter(node, type)
        switch type {
        case CMARK_NODE_TEXT.rawValue:
            let bytes = MarkdownTree.literal(of: node)
            words.count(bytes)
            addToText(bytes)
            if math.spans.isEmpty, ByteSearch.contains(MarkdownMarkers.byte, in: bytes) {
                let text = String(decoding: bytes, as: UTF8.self)
                cmark_node_set_literal(node, text.replacing("\u{1}", with: "\u{FFFD}"))
            }
            checkTemplateSyntax(bytes, node)
            if ForeignCode.isModuleSyntax(bytes), depth == 2, cmark_node_previous(node) == nil {
                reportModuleSyntax(node)
            }
        case CMARK_NODE_CODE.rawValue, CMARK_NODE_CODE_BLOCK.rawValue:
            if type == CMARK_NODE_CODE_BLOCK.rawValue {
                words.endWord()
                dropMarks(of: node, cmark_node_get_fence_info, cmark_node_set_fence_info)
            }
            words.count(MarkdownTree.literal(of: node))
            if type == CMARK_NODE_CODE.rawValue {
                addToText(MarkdownTree.literal(of: node))
            } else {
                code.take(node, style)
            }
        case CMARK_NODE_SOFTBREAK.rawValue, CMARK_NODE_LINEBREAK.rawValue:
            words.endWord()
            if paragraphDepth > 0, textLength > 0 { text.append(UInt8(ascii: " ")) }
        case CMARK_NODE_PARAGRAPH.rawValue:
            words.endWord()
            paragraphDepth += 1
            giveAttributes(to: node)
        case CMARK_NODE_IMAGE.rawValue:
            openImages += 1
        case _ where openImages > 0:
            break
        case CMARK_NODE_LINK.rawValue:
            takeLink(node)
            giveAttributes(to: node)
        case CMARK_NODE_EMPH.rawValue, CMARK_NODE_STRONG.rawValue:
            giveAttributes(to: node)
        case CMARK_NODE_FOOTNOTE_DEFINITION.rawValue:
            words.endWord()
            let label = MarkdownTree.string(cmark_node_get_literal(node))
            rawIDs.formUnion(["fn-" + label, "fnref-" + label])
        case CMARK_NODE_HTML_BLOCK.rawValue, CMARK_NODE_HTML_INLINE.rawValue:
            hasRawHTML = true
            takeRawHTML(node)
            checkTemplateSyntax(MarkdownTree.literal(of: node), node)
        default:
            if type & UInt32(CMARK_NODE_TYPE_MASK) == UInt32(CMARK_NODE_TYPE_BLOCK) {
                words.endWord()
                giveAttributes(toWhole: node)
            }
        }
    }

    private mutating func exit(_ node: MarkdownTree.Node, _ type: UInt32) {
        summary.exit(type, in: node, math)
        switch type {
        case CMARK_NODE_HEADING.rawValue: takeHeading(node)
        case CMARK_NODE_IMAGE.rawValue:
            openImages -= 1
            if openImages == 0 { takePicture(node) }
        case CMARK_NODE_PARAGRAPH.rawValue:
            paragraphDepth -= 1
            if !text.isEmpty { text.append(UInt8(ascii: " ")) }
        default: break
        }
    }

    /// Text that is no part of the tree.
    mutating func addText(_ bytes: UnsafeBufferPointer<UInt8>) {
        words.count(bytes)
        summary.add(String(decoding: bytes, as: UTF8.self))
        paragraphDepth += 1
        addToText(bytes)
        paragraphDepth -= 1
    }

    private mutating func addToText(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard paragraphDepth > 0, text.count < textLength else { return }
        text.append(contentsOf: bytes)
    }

    /// Texts in which cmark reads `&#1;`, which is no mark of ours.
    private func dropMarks(
        of node: MarkdownTree.Node, _ get: (MarkdownTree.Node?) -> UnsafePointer<CChar>?,
        _ set: (MarkdownTree.Node?, UnsafePointer<CChar>?) -> Int32
    ) {
        guard let text = get(node), strchr(text, Int32(MarkdownMarkers.byte)) != nil else { return }
        _ = set(node, String(cString: text).replacing("\u{1}", with: "\u{FFFD}"))
    }

    // MARK: Marks

    private mutating func giveAttributes(to node: MarkdownTree.Node) {
        guard let list = attributes[node] else { return }
        insert(.attributes, tagAttributes.count, into: node)
        keepAttributes(list)
    }

    /// To a list, a quote or a table, into which no mark can go: it stands before its tag.
    private mutating func giveAttributes(toWhole node: MarkdownTree.Node) {
        guard !attributes.isEmpty, let list = attributes[node], MarkdownTree.isContainer(node),
            let marker = cmark_node_new(CMARK_NODE_HTML_BLOCK)
        else { return }
        cmark_node_set_literal(marker, MarkdownMarkers.text(.nextAttributes, tagAttributes.count))
        guard cmark_node_insert_before(node, marker) != 0 else { return cmark_node_free(marker) }
        keepAttributes(list)
    }

    private mutating func keepAttributes(_ list: AttributeList) {
        let id = list.id.map { rawIDs.insert($0).inserted ? " id=\"\($0)\"" : "" } ?? ""
        tagAttributes.append(id + list.markup)
    }

    func insert(_ kind: MarkdownMarkers.Kind, _ index: Int, into node: MarkdownTree.Node) {
        guard let marker = cmark_node_new(CMARK_NODE_HTML_INLINE) else { return }
        cmark_node_set_literal(marker, MarkdownMarkers.text(kind, index))
        if cmark_node_prepend_child(node, marker) == 0 { cmark_node_free(marker) }
    }

    // MARK: Links

    private mutating func takeLink(_ node: MarkdownTree.Node) {
        dropMarks(of: node, cmark_node_get_title, cmark_node_set_title)
        let address = MarkdownTree.string(cmark_node_get_url(node))
        guard let index = places.link(address, onLine: line(of: node)) else { return }
        cmark_node_set_url(node, "")
        insert(.link, index, into: node)
    }

    // MARK: Raw HTML

    private mutating func takeRawHTML(_ node: MarkdownTree.Node) {
        let bytes = MarkdownTree.literal(of: node)
        rawIDs.formUnion(RawIDs.ids(in: bytes))
        let found = rawHTML.find(in: bytes)
        guard !found.isEmpty || ByteSearch.contains(MarkdownMarkers.byte, in: bytes) else { return }
        let marked = places.marked(bytes, found, onLine: lineOffset + Int(cmark_node_get_start_line(node)))
        cmark_node_set_literal(node, String(decoding: marked, as: UTF8.self))
    }

    /// Counts words and gathers the excerpt of a page that is all HTML.
    mutating func readText(ofHTML bytes: UnsafeBufferPointer<UInt8>) {
        var text = RawHTML.decoded(String(decoding: RawHTML.text(of: bytes), as: UTF8.self))
        text.withUTF8 { addText($0) }
    }

    // MARK: Findings

    /// Shortcodes and template tags of other generators are text here; the author should know.
    private mutating func checkTemplateSyntax(_ bytes: UnsafeBufferPointer<UInt8>, _ node: MarkdownTree.Node) {
        guard ByteSearch.contains(UInt8(ascii: "{"), in: bytes), !bytes.starts(with: "<!--".utf8),
            !shownCalls.contains(node), markdown.diagnostics.count < ContentLimits.templatePlaces
        else { return }
        guard let tag = ForeignCode.tag(in: String(decoding: bytes, as: UTF8.self)) else { return }
        let line = lineOffset + max(1, Int(cmark_node_get_start_line(node)))
        let place = places.location(of: "\(tag.opening)\(tag.name)", fromLine: line, within: 40)
        guard markdown.diagnostics.last?.location?.line != place.line else { return }
        markdown.diagnostics.append(ForeignCode.finding(tag.opening, tag.name, at: place, in: source, style.shortcodes))
    }

    /// MDX begins with the components that it shows.
    private mutating func reportModuleSyntax(_ node: MarkdownTree.Node) {
        markdown.diagnostics.append(ForeignCode.moduleFinding(onLine: line(of: node), in: source))
    }

    /// The line of the file that the node, or what it is in, begins in.
    func line(of node: MarkdownTree.Node) -> Int {
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
        result.imageRequests = places.imageRequests
        code.finish()
        let finished = FinishedHeadings(
            headings, taken: style.takenIDs.union(rawIDs), by: style.headingIDs, in: source)
        result.body.headings = finished.headings
        result.diagnostics += finished.findings
        let formulas = Formulas(math.spans, style.math, places, in: source, from: lineOffset + 1)
        result.diagnostics += formulas.findings
        let meanings = MarkdownMarkers.Meanings(
            pictures: places.pictures, links: places.links, addresses: places.addresses, headings: finished.tags,
            attributes: tagAttributes, math: formulas.markup, code: code.blocks)
        let balances = hasRawHTML
        let resolved = tree.withHTML { html -> (html: String, gaps: [Body.Gap])? in
            let labelled = TaskLabels.labelled(html)
            if !balances, labelled == nil { return MarkdownMarkers.resolve(html, meanings) }
            let whole = labelled ?? Array(html)
            guard let closed = balances ? whole.withUnsafeBufferPointer(HTMLBalancer.balanced) : whole else {
                return nil
            }
            return closed.withUnsafeBufferPointer { MarkdownMarkers.resolve($0, meanings) }
        }
        guard case .some(.some(let (html, gaps))) = resolved else {
            let summary = "HTML is nested more than \(ContentLimits.markupDepth) deep"
            let finding = ContentLimits.finding(summary, line: lineOffset + 1, in: source)
            return Self.without(body: result, because: finding)
        }
        result.body.html = html
        result.body.gaps = gaps
        result.body.wordCount = words.total
        result.body.excerpt = summary.summary
        if textLength > 0 {
            result.body.promptText = Recipe.normalized(math.restored(String(decoding: text, as: UTF8.self)))
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
}
