import Foundation

/// Takes secrets out of text that is to be shown or kept: whole values, as they are and as JSON, addresses and headers
/// write them. For vendors' words and for messages; never for recipes, keys, paths or the bytes of pictures.
package struct Redactor: Sendable {
    /// Bytes: what is shorter may be a word like any other.
    package static let shortest = 8

    /// The longest first, so that none is cut by one that is part of it.
    private var values: [[UInt8]] = []

    package init(_ secrets: some Sequence<Secret>) {
        for secret in secrets { add(secret) }
    }

    /// Each in its place, as there may be several for each of many pictures.
    package mutating func add(_ secret: Secret) {
        let text = secret.reveal()
        guard text.utf8.count >= Self.shortest else { return }
        for spelling in Self.spellings(of: text) {
            let value = Array(spelling.utf8)
            var (start, end) = (0, values.count)
            while start < end {
                let middle = (start + end) / 2
                if Self.precedes(values[middle], value) { start = middle + 1 } else { end = middle }
            }
            if start == values.count || values[start] != value { values.insert(value, at: start) }
        }
    }

    private static func precedes(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        left.count == right.count ? left.lexicographicallyPrecedes(right) : left.count > right.count
    }

    package static let nothing = Redactor(EmptyCollection<Secret>())

    /// The text itself, and how it stands in JSON, in an address or a form, and as base64.
    private static func spellings(of text: String) -> [String] {
        let json = String(JSONText.quoted(text).dropFirst().dropLast())
        let slashed = json.split(separator: "/", omittingEmptySubsequences: false).joined(separator: "\\/")
        let unreserved = CharacterSet(charactersIn: "-._~").union(.asciiAlphanumerics)
        let encoded = text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? text
        // The last digits of base64 depend on what follows.
        let base64 = Data(text.utf8.prefix(text.utf8.count / 3 * 3)).base64EncodedString()
        return [text, json, slashed, encoded, base64]
    }

    package func redacted(_ text: String) -> String {
        guard !values.isEmpty else { return text }
        let bytes = Array(text.utf8)
        let clean = redacted(bytes)
        return clean.count == bytes.count && clean == bytes ? text : String(decoding: clean, as: UTF8.self)
    }

    package func redacted(_ bytes: [UInt8]) -> [UInt8] {
        values.reduce(bytes) { bytes, value in
            bytes.withUnsafeBufferPointer { buffer in
                guard var found = ByteSearch.index(of: value, in: buffer) else { return bytes }
                var clean: [UInt8] = []
                var start = 0
                while true {
                    clean += buffer[start..<found]
                    clean += "<redacted>".utf8
                    start = found + value.count
                    guard let next = ByteSearch.index(of: value, in: buffer, from: start) else { break }
                    found = next
                }
                return clean + buffer[start...]
            }
        }
    }
}

extension CharacterSet {
    fileprivate static let asciiAlphanumerics = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
}
