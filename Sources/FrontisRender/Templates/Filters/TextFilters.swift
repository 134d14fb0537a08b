import Foundation

extension TemplateFilter {
    static let capitalized = onText("capitalized", "Every Word With A Capital") { $0.capitalized }
    static let lowercased = onText("lowercased", "all in small letters") { $0.lowercased() }
    static let uppercased = onText("uppercased", "ALL IN CAPITALS") { $0.uppercased() }

    /// What is left stands for itself wherever it is put: in an address, in a script, in markup inside an attribute.
    static let encoded = onText("encoded", "percent-encoded, as a part of an address: `a%2Fb%20c`") { text in
        var encoded = ""
        for byte in text.utf8 {
            switch byte {
            // RFC 3986, 2.3.
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                encoded += "%" + (digits.count < 2 ? "0" : "") + digits
            }
        }
        return encoded
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
