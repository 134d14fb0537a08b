/// How a site shows code.
package struct CodeStyle: Sendable, Hashable {
    /// Whether it is marked what is a keyword, what a string, what a comment.
    package var highlights = true
    /// Whether lines have numbers where the author does not say.
    package var numbersLines = false

    package init() {}
}

/// Gives code as HTML with marks in it; nothing for a language that it does not know.
package typealias CodeHighlighting = @Sendable (_ code: String, _ language: String) -> String?
