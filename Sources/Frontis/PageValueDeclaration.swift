/// A name that a plug-in makes available as `page.<name>`.
public struct PageValueDeclaration: Sendable, Codable, Hashable {
    /// How a template may use it.
    public enum Form: String, Sendable, Codable {
        case text
        /// Markup that the plug-in vouches for; use it with three braces.
        case html
        case number
        case flag
    }

    /// Behind `page.`: lower case, with hyphens.
    public var name: String
    /// How a template may use it.
    public var form: Form
    /// One sentence, for the reference of template names.
    public var summary: String

    /// A name and what it is for.
    public init(_ name: String, _ form: Form, _ summary: String) {
        self.name = name
        self.form = form
        self.summary = summary
    }
}
