import FrontisCore

/// One tag of a shortcode in a text, in Hugo's, Zola's, Jekyll's or Liquid's writing.
struct ShortcodeTag {
    enum Kind {
        /// Begins a call, or is all of it.
        case call(arguments: [String: ParamValue], mayHaveEnd: Bool)
        case end
        /// Prints a tag instead of being one: `{{</* x */>}}`.
        case escaped(String)
    }

    /// Nothing for Zola's `{% end %}`, which ends whatever was begun last.
    var name: String?
    var kind: Kind
    /// In bytes.
    var range: Range<Int>
    /// Whether it is in Zola's writing, whose ends have no name.
    var isZola = false
}
