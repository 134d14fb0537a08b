/// A moment, in whole seconds: when a picture was made, paid for or chosen, and until when an address is good.
///
/// What an author writes about a page is a `PageDate`, which keeps its calendar fields and its time zone.
public struct Timestamp: Sendable, Hashable, Comparable {
    /// Without leap seconds, as Unix counts them.
    public var secondsSince1970: Int

    /// Any number of seconds is a moment.
    public init(secondsSince1970: Int) { self.secondsSince1970 = secondsSince1970 }

    /// Reads RFC 3339, and the other forms that `PageDate` reads; without a time zone it is UTC.
    public init?(_ text: String) {
        guard let date = PageDate(text) else { return nil }
        self = date.timestamp
    }

    /// `2026-03-02T10:15:00Z`: RFC 3339, in UTC.
    public var rfc3339: String { utc.rfc3339 }

    /// `2026-03-02`, in UTC.
    public var day: String { utc.day8601 }

    private var utc: PageDate { PageDate(secondsSince1970: secondsSince1970) }

    /// Whichever was first.
    public static func < (left: Self, right: Self) -> Bool { left.secondsSince1970 < right.secondsSince1970 }
}

/// As a text in RFC 3339.
extension Timestamp: Codable {
    /// - Throws: `DecodingError` if it is no text, or none of a time.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let time = Timestamp(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "'\(text)' is no time of RFC 3339")
        }
        self = time
    }

    /// - Throws: what the encoder does.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rfc3339)
    }
}

extension PageDate {
    /// The moment that is meant.
    public var timestamp: Timestamp { Timestamp(secondsSince1970: secondsSince1970) }
}
