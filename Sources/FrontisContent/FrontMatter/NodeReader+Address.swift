import FrontisCore

extension NodeReader {
    /// An absolute web address of `frontis.yaml`.
    mutating func webAddress(_ node: SourceNode?, _ key: String) -> String? {
        guard let node, let written = text(node, key, id: .configurationValue)?.trimmed, !written.isEmpty else {
            return nil
        }
        let isAddress = ["https://", "http://"].contains { written.lowercased().hasPrefix($0) }
        if isAddress, !written.contains(where: { $0.isWhitespace || "\"<>".contains($0) }) { return written }
        report(
            .configurationValue, "\(key) '\(written)' is not an absolute web address", at: node.location,
            help: "write it with its scheme: https://example.org/")
        return nil
    }
}
