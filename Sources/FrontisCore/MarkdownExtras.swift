/// What a site's Markdown knows besides GitHub's.
package struct MarkdownExtras: OptionSet, Sendable, Hashable {
    package let rawValue: UInt32
    package init(rawValue: UInt32) { self.rawValue = rawValue }

    /// A quote that begins with `[!NOTE]` is a box.
    package static let callouts = Self(rawValue: 1)
    /// A line with a term, then lines that begin with a colon.
    package static let definitionLists = Self(rawValue: 2)
    /// `*[HTML]: HyperText Markup Language` explains a word wherever it stands.
    package static let abbreviations = Self(rawValue: 4)
    /// `==marked==`
    package static let marks = Self(rawValue: 8)
    /// `H~2~O`; what is struck out has two tildes then.
    package static let subscripts = Self(rawValue: 16)
    /// `m^2^`
    package static let superscripts = Self(rawValue: 32)
    /// `:smile:`
    package static let emoji = Self(rawValue: 64)

    /// What nobody writes without meaning it.
    package static let standard: Self = [.callouts, .definitionLists, .abbreviations]

    /// As `markdown` of `frontis.yaml` names them.
    package static let named: [(key: String, extra: Self)] = [
        ("callouts", .callouts), ("definition-lists", .definitionLists), ("abbreviations", .abbreviations),
        ("mark", .marks), ("subscript", .subscripts), ("superscript", .superscripts), ("emoji", .emoji),
    ]
}
