import Foundation
import FrontisCore
import FrontisHTTP

/// A picture as it stands in an answer of JSON.
enum Base64Picture {
    /// The bytes of base64, with or without the head of a `data:` address. Line breaks and the like between the digits
    /// do not matter: it is paid for. Nothing where there are none.
    static func bytes(of text: String?) -> [UInt8]? {
        guard let text else { return nil }
        var digits = text[...]
        if text.hasPrefix("data:") {
            guard let comma = text.firstIndex(of: ","), text[..<comma].hasSuffix(";base64") else { return nil }
            digits = text[text.index(after: comma)...]
        }
        guard let data = Data(base64Encoded: String(digits), options: .ignoreUnknownCharacters), !data.isEmpty else {
            return nil
        }
        return Array(data)
    }
}

extension VendorContext {
    /// A paid answer with something else in a picture's place.
    func notBase64(_ body: [UInt8]) -> ProviderFailure { unusable("a picture of \(host) is not in base64", body) }
}
