import FrontisText

/// Writing HTML by hand, where every value is escaped by the one function here.
package enum HTML {
    /// For text and for attribute values in double quotes.
    package static func escaped(_ text: String) -> String { MarkupText.escaped(text) }

    /// ` name="value"`, or nothing where there is no value.
    static func attribute(_ name: String, _ value: String?) -> String {
        value.map { " \(name)=\"\(escaped($0))\"" } ?? ""
    }
}
