package import FrontisCore

/// Tests name pages as people do.
extension SourceID: ExpressibleByStringLiteral {
    package init(stringLiteral text: String) { self.init(text: text) }
}
