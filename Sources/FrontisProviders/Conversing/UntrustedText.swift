import FrontisCore

/// A page's words on their way to a model, as data between tags.
enum UntrustedText {
    /// At most `limit` characters on one line, and unable to end the block that they stand in.
    static func line(_ text: String, _ limit: Int) -> String {
        String(Recipe.normalized(text).prefix(limit)).replacing("<", with: "‹").replacing(">", with: "›")
    }

    /// A BCP 47 tag that is nothing else; English for none.
    static func languageTag(_ tag: String) -> String {
        let tag = tag.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }.prefix(35)
        return tag.isEmpty ? "en" : String(tag)
    }
}
