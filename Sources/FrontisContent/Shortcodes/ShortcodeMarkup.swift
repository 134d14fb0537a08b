import FrontisCore
import FrontisText

/// Markup that was made of a shortcode's arguments, looked through for what an argument must not do: lead anywhere but to
/// the web, to a mailbox or into the site, and order a picture.
struct ShortcodeMarkup {
    struct Refusal {
        var summary: String
        var help: String?
    }

    private(set) var html: String
    private(set) var refused: [Refusal] = []

    /// Attributes that hold an address, of any element.
    static let addresses: Set<String> = [
        "href", "src", "srcset", "poster", "data", "action", "formaction", "cite", "background", "xlink:href", "ping",
    ]
    private static let schemes: Set<String> = ["http", "https", "mailto"]

    static func checked(_ html: String, of call: Shortcodes.Call, _ shortcodes: Shortcodes) -> ShortcodeMarkup {
        var html = html
        var refused: [Refusal] = []
        let replaced = html.withUTF8 { bytes -> [UInt8]? in
            var output: [UInt8] = []
            var copied = 0
            var position = 0
            while let open = ByteSearch.index(of: UInt8(ascii: "<"), in: bytes, from: position) {
                position = open + 1
                guard let tag = HTMLTag(in: bytes, at: open), !tag.isEnd else { continue }
                position = tag.range.upperBound
                for attribute in tag.attributes(in: bytes) where addresses.contains(attribute.name) {
                    let value = RawHTML.decoded(String(decoding: bytes[attribute.value], as: UTF8.self))
                    guard let refusal = refusal(of: value, call, shortcodes) else { continue }
                    refused.append(refusal)
                    output += bytes[copied..<attribute.written.lowerBound]
                    output += "\"#\"".utf8
                    copied = attribute.written.upperBound
                }
            }
            guard copied > 0 else { return nil }
            return output + bytes[copied...]
        }
        return ShortcodeMarkup(
            html: replaced.map { String(decoding: $0, as: UTF8.self) } ?? html, refused: refused)
    }

    /// Why the address cannot be let through; nothing where it can.
    static func refusal(of value: String, _ call: Shortcodes.Call, _ shortcodes: Shortcodes) -> Refusal? {
        // Browsers pass over these wherever they stand.
        let address = visible(value)
        if value.contains(Shortcodes.content) {
            return Refusal(
                summary: "the text of '\(call.name)' cannot stand inside a tag", help: "an argument can: {{args.0}}")
        }
        guard let colon = address.firstIndex(of: ":"), !address[..<colon].contains(where: { "/?#".contains($0) }) else {
            return nil
        }
        let scheme = address[..<colon].lowercased()
        if scheme == "ai" {
            guard address.contains("%20") || value.trimmed.contains(where: \.isWhitespace) else { return nil }
            return Refusal(
                summary: "shortcode '\(call.name)' cannot order a picture",
                help: "put it into the front matter, under ai-images: { map: … }, and name it: ai:map")
        }
        // What a template says itself is its author's.
        guard !schemes.contains(scheme), !shortcodes.schemes.contains(scheme) else { return nil }
        return Refusal(
            summary: "shortcode '\(call.name)' leads to '\(scheme.prefix(40)):', which no argument may",
            help: "arguments may hold addresses that begin with https:, http: or mailto:, or that lead into the site")
    }

    private static func visible(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value > 0x20 && $0.value != 0x7F }))
    }
}
