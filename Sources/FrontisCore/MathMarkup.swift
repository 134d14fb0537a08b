/// What a formula becomes.
package enum MathMarkup: Sendable, Hashable {
    /// `<math>` with what is in it.
    case mathML(String)
    /// Nothing, and why: in the words of the reader of TeX, about what the author wrote.
    case unreadable(String)
}

/// Makes markup of TeX, without the signs round it.
package typealias MathConverting = @Sendable (_ tex: String, _ isDisplay: Bool) -> MathMarkup
