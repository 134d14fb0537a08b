/// The `template` or `layout` of a page.
package struct TemplateChoice: Sendable, Codable, Equatable {
    package var name: Located<String>
    /// Whether another generator can have meant it: every `layout`, and a `template` with a file extension.
    package var mayBeForeign: Bool
    package var sourceLine: String?

    package init(name: Located<String>, mayBeForeign: Bool, sourceLine: String?) {
        self.name = name
        self.mayBeForeign = mayBeForeign
        self.sourceLine = sourceLine
    }
}
