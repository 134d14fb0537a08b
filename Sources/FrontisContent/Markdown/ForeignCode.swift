import FrontisCore

/// What other generators would run, and what is text here.
enum ForeignCode {
    /// Whether a paragraph begins like a module of MDX: `import Chart from "./Chart.astro"`.
    static func isModuleSyntax(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.starts(with: start) && ByteSearch.index(of: source, in: bytes) != nil
    }

    private static let start = Array("import ".utf8)
    /// The reader has made the quotes typographic.
    private static let source = Array(" from “".utf8)

    /// A paragraph's words without shortcodes, Liquid and modules, and without TeX where it is sure to be some.
    static func taken(outOf words: String) -> String {
        var words = words
        if words.hasPrefix("import "), words.contains(" from “") { return "" }
        if words.utf8.contains(UInt8(ascii: "{")) {
            words = words.replacing(/\{\{.*?\}\}|\{%.*?%\}/, with: " ")
        }
        if words.utf8.contains(UInt8(ascii: "$")) {
            words = words.replacing(/\$\$.*?\$\$|\$(?=\S)[^$]*?[\\^_{}=][^$]*?\$/, with: " ")
        }
        return words
    }
}
