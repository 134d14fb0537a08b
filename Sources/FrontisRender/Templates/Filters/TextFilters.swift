import Foundation
import FrontisCore

extension TemplateFilter {
    static let capitalized = onText("capitalized", "Every Word With A Capital") { $0.capitalized }
    static let lowercased = onText("lowercased", "all in small letters") { $0.lowercased() }
    static let uppercased = onText("uppercased", "ALL IN CAPITALS") { $0.uppercased() }

    /// What is left stands for itself wherever it is put: in an address, in a script, in markup inside an attribute.
    static let encoded = onText("encoded", "percent-encoded, as a part of an address: `a%2Fb%20c`") {
        PercentEncoding.encoded($0)
    }

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
