import Foundation
import FrontisCore
import FrontisText

/// Parts of a message to a Gemini model. Members are in camel case: the vendor takes others too, strict servers that
/// speak its protocol do not.
enum GeminiPart {
    static func text(_ text: String) -> JSONValue { .object([.init("text", .text(text))]) }

    static func picture(_ bytes: [UInt8], _ mediaType: MediaType) -> JSONValue {
        let data: [JSONValue.Member] = [
            .init("mimeType", .text(mediaType.rawValue)), .init("data", .text(Data(bytes).base64EncodedString())),
        ]
        return .object([.init("inlineData", .object(data))])
    }
}
