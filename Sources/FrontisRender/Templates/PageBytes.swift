import FrontisText

extension [UInt8] {
    /// Prints a value, with the five characters that mean something in HTML as entities.
    mutating func append(_ value: TemplateValue, escaped: Bool) {
        switch value {
        case .absent, .objects, .map: break
        case .flag, .integer, .number: append(string: value.printed)
        case .text, .object, .texts, .values:
            if escaped { MarkupText.append(value.printed, to: &self) } else { append(string: value.printed) }
        }
    }

    private mutating func append(string: String) {
        var string = string
        string.withUTF8 { append(contentsOf: $0) }
    }
}
