/// A value of the author's own front matter keys, or one that a plug-in adds to a page.
public enum ParamValue: Sendable, Hashable, Codable {
    case null
    case flag(Bool)
    case integer(Int)
    case number(Double)
    case text(String)
    case list([ParamValue])
    case map([String: ParamValue])
}
