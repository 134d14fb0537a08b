import FrontisCore

extension SiteConfiguration {
    /// `static-dotfiles`: a name or a list of names.
    mutating func readStaticDotfiles(_ node: SourceNode, _ reader: inout NodeReader) {
        let nodes: [SourceNode]
        switch node.content {
        case .null: return
        case .list(let elements): nodes = elements
        default: nodes = [node]
        }
        for node in nodes {
            guard let name = reader.text(node, "an element of static-dotfiles", id: .configurationValue) else {
                continue
            }
            if Dotfiles.isPrivate(name) {
                reader.report(
                    .configurationValue, "static-dotfiles: '\(name)' is never published", at: node.location,
                    help: "files of this name hold secrets or the history of a site; publish a copy by another name")
            } else if !name.hasPrefix(".") || name.count < 2 || name.contains("/") {
                reader.report(
                    .configurationValue, "static-dotfiles: '\(name)' is not a name that begins with a dot",
                    at: node.location,
                    help: "write the name of a file or a folder in static/: static-dotfiles: [.config]")
            } else {
                staticDotfiles.insert(name)
            }
        }
    }
}
