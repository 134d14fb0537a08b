package import FrontisCore

/// A call of a shortcode in a page's text: `{{< figure src="a.jpg" >}}`, in any of the ways in which it may be written.
package struct ShortcodeCall: Sendable {
    /// Letters, digits, `-`, `_` and `/`, as its template is called.
    package var name: String
    /// By their names; those without one by their places, from `0`. Text, as it is written; `true` and `false` without
    /// quotes are flags. Nothing is evaluated.
    package var arguments: [String: ParamValue]
    /// What stands between its two tags, as it is written; nothing for a call of one tag.
    package var text: String?
    /// Of its first tag.
    package var location: SourceLocation

    package init(name: String, arguments: [String: ParamValue], text: String?, location: SourceLocation) {
        (self.name, self.arguments, self.text, self.location) = (name, arguments, text, location)
    }

    /// The argument of the name, or the first that has none.
    func argument(_ name: String) -> String? {
        for key in [name, "0"] { if case .text(let text) = arguments[key] { return text } }
        return nil
    }
}
