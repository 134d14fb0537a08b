import FrontisCore

/// What says in the words of other programs that a page is not for readers yet. None of it is a standard key, as own
/// ones are like it, and what is neither yes nor no in it is the author's own.
enum Publication {
    /// Pelican's, and those of blogs that come from WordPress.
    private static let states: Set<String> = ["draft", "private", "pending", "trash"]

    /// `status: draft`, also as one of several, and `is_draft: true`. A `draft: false` stands over them.
    static func isHeldBack(_ root: SourceNode) -> Bool {
        (root.entries ?? []).contains { entry in
            switch letters(of: entry.key.value) {
            case "status": entry.node.scalars.contains { states.contains($0.literal.trimmed.lowercased()) }
            case "draft", "isdraft": entry.node.answer == true
            default: false
            }
        }
    }

    /// `publish: false`, as `published: false` is Jekyll's.
    static func isDenied(_ root: SourceNode) -> Bool {
        (root.entries ?? []).contains {
            ["publish", "ispublished"].contains(letters(of: $0.key.value)) && $0.node.answer == false
        }
    }

    /// `is_draft`, `isDraft` and `is-draft` are one, and what nobody sees in them counts for nothing.
    private static func letters(of key: String) -> String { key.lowercased().filter { $0.isLetter || $0.isNumber } }
}

extension SourceNode {
    /// The elements of a list, or the value itself.
    fileprivate var scalars: [SourceNode] { if case .list(let elements) = content { elements } else { [self] } }
}
