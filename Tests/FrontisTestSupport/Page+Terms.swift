package import FrontisCore

/// Terms without a place, as tests write them.
extension Page {
    package var tags: [String] {
        get { head.terms(in: "tags") }
        set { head.terms["tags"] = newValue.map { Located($0, at: head.location) } }
    }

    package var categories: [String] { head.terms(in: "categories") }
}
