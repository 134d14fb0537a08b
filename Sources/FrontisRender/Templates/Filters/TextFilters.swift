import Foundation

extension TemplateFilter {
    static let capitalized = onText("capitalized", "Every Word With A Capital") { $0.capitalized }
    static let lowercased = onText("lowercased", "all in small letters") { $0.lowercased() }
    static let uppercased = onText("uppercased", "ALL IN CAPITALS") { $0.uppercased() }

    /// A filter that makes one text of another.
    static func onText(
        _ name: String, _ summary: String, _ change: @escaping @Sendable (String) -> String
    ) -> TemplateFilter {
        TemplateFilter(
            name: name, summary: summary,
            form: { form in
                switch form {
                case .text, .html: .text
                case .open: .open
                default: nil
                }
            },
            apply: { value in
                guard case .text(let text) = value else { return nil }
                return TemplateValue(text: change(text))
            })
    }
}
