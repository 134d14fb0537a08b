package import FrontisCore

/// A value as a template gets it.
package enum TemplateValue: Sendable {
    /// Declared, but not there: sections skip it, tags print nothing.
    case absent
    /// Never empty.
    case text(String)
    case integer(Int)
    case number(Double)
    case flag(Bool)
    case object(any TemplateContext)
    case objects([any TemplateContext])
    case texts([String])
    case values([ParamValue])
    case map([String: ParamValue])

    /// Empty text is absent, so that `{{#page.description}}` asks what its writer means.
    package init(text: String?) {
        guard let text, !text.isEmpty else {
            self = .absent
            return
        }
        self = .text(text)
    }

    /// A value of the author's own keys, or one that a plug-in has added.
    package init(_ value: ParamValue) {
        switch value {
        case .null: self = .absent
        case .flag(let flag): self = .flag(flag)
        case .integer(let integer): self = .integer(integer)
        case .number(let number): self = .number(number)
        case .text(let text): self.init(text: text)
        case .list(let values): self = .values(values)
        case .map(let map): self = .map(map)
        }
    }

    /// What `{{name}}` prints, before escaping. A list of the author's prints its items with commas between;
    /// a map prints nothing.
    package var printed: String {
        switch self {
        case .absent, .objects, .map: ""
        case .text(let text): text
        case .integer(let integer): String(integer)
        case .number(let number): Self.text(of: number)
        case .flag(let flag): flag ? "true" : "false"
        case .object(let context): context.printedText ?? ""
        case .texts(let texts): texts.joined(separator: ", ")
        case .values(let values):
            values.map { TemplateValue($0).printed }.filter { !$0.isEmpty }.joined(separator: ", ")
        }
    }

    /// Whole numbers without a fraction: `3`, not `3.0`.
    private static func text(of number: Double) -> String {
        guard number.rounded() == number, abs(number) < 1e15 else { return String(number) }
        return String(Int(number))
    }
}
