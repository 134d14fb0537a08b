import FrontisCore

extension NodeReader {
    /// Reads `focus`, which stands in the maps of pictures.
    mutating func focus(_ node: SourceNode?, id: DiagnosticID) -> FocalPoint? {
        guard let node, let text = text(node, "focus", id: id) else { return nil }
        if let focus = FocalPoint(text) { return focus }
        report(
            id, "focus '\(text.prefix(40))' is not a place in a picture", at: node.location,
            help: "write how far across and how far down, or a side: focus: 30% 60%, focus: top, focus: bottom left")
        return nil
    }
}
