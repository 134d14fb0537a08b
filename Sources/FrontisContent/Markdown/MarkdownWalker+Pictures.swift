import CMarkGFM
import FrontisCore

/// Takes pictures out of a text: they are filled in when they are there.
extension MarkdownWalker {
    mutating func takePicture(_ node: MarkdownTree.Node) {
        let address = MarkdownTree.string(cmark_node_get_url(node))
        let title = MarkdownTree.string(cmark_node_get_title(node))
        let alt = math.restored(MarkdownTree.plainText(of: node))
        let place = place(of: address, node)
        var picture = BodyPicture(
            target: .address(address), alt: alt.isEmpty ? nil : alt, title: title.isEmpty ? nil : title,
            location: place, sourceLine: source.line(place.line))
        if address.hasPrefix("ai:") { picture.target = slot(String(address.dropFirst(3)), alt: alt, at: place) }
        picture.attributes = attributes[node]?.attributes.filter { !["alt", "title"].contains($0.name) } ?? []
        replace(node, with: .picture, pictures.count)
        pictures.append(picture)
    }

    mutating func slot(_ name: String, alt: String, at place: SourceLocation) -> BodyPicture.Target {
        // cmark may have percent-encoded nothing: it keeps the address as the author wrote it.
        let name = name.trimmed
        guard name.contains(" ") else { return .slot(SlotName(given: name)) }
        let words = Markdown.words(of: name)
        if prompts.insert(words).inserted {
            markdown.imageRequests.append(
                ImageRequest(name: words, prompt: Located(name, at: place), sourceLine: source.line(place.line)))
        }
        return .slot(words)
    }

    func replace(_ node: MarkdownTree.Node, with kind: MarkdownMarkers.Kind, _ index: Int) {
        guard let marker = cmark_node_new(CMARK_NODE_HTML_INLINE) else { return }
        cmark_node_set_literal(marker, MarkdownMarkers.text(kind, index))
        if cmark_node_replace(node, marker) == 1 { cmark_node_free(node) } else { cmark_node_free(marker) }
    }
}
