package import FrontisCore

/// Tests say times as people read them: `"2026-03-02T10:15:00Z"`.
extension Timestamp: ExpressibleByStringLiteral {
    package init(stringLiteral text: String) {
        guard let time = Timestamp(text) else { preconditionFailure("the test's '\(text)' is no time") }
        self = time
    }
}
