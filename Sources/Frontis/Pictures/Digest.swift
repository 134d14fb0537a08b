/// A SHA-256 digest in lower-case hexadecimal. `FrontisStore` computes them.
public struct Digest: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// 64 digits.
    public let hex: String

    /// Nothing unless the text is 64 lower-case hexadecimal digits.
    public init?(hex: String) {
        guard hex.utf8.count == 64,
            hex.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
        else { return nil }
        self.hex = hex
    }

    /// The two-letter folder that keeps directories small.
    package var fanOut: String { String(hex.prefix(2)) }
    /// The digits.
    public var description: String { hex }
    /// By the digits.
    public static func < (left: Self, right: Self) -> Bool { left.hex < right.hex }
}

extension Digest: Codable {
    /// Reads the digits.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let digest = Digest(hex: text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "'\(text)' is not a SHA-256 digest")
        }
        self = digest
    }

    /// Writes the digits.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(hex)
    }
}
