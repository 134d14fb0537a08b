import CMarkGFM
import FrontisCore

/// Takes pictures out of a text: they are filled in when they are there.
extension MarkdownWalker {
    mutating func takePicture(_ node: MarkdownTree.Node) {
        let address = MarkdownTree.string(cmark_node_get_url(node))
        let title = MarkdownTree.string(cmark_node_get_title(node))
        let alt = math.restored(MarkdownTree.plainText(of: node))
        let place = places.location(of: address, fromLine: line(of: node))
        var picture = BodyPicture(
            target: .address(address), alt: alt.isEmpty ? nil : alt, title: title.isEmpty ? nil : title,
            location: place, sourceLine: source.line(place.line))
        picture.attributes = attributes[node]?.attributes.filter { !["alt", "title"].contains($0.name) } ?? []
        replace(node, with: places.mark(picture, address))
    }

    private func replace(_ node: MarkdownTree.Node, with mark: String) {
        guard let marker = cmark_node_new(CMARK_NODE_HTML_INLINE) else { return }
        cmark_node_set_literal(marker, mark)
        if cmark_node_replace(node, marker) == 1 { cmark_node_free(node) } else { cmark_node_free(marker) }
    }
}
