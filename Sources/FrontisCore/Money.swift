/// An amount of US dollars in whole nano-dollars, the unit in which prices of single tokens are whole numbers: sums of
/// it are exact, whatever their order.
///
/// It is never less than nothing and never more than `most`: what comes from outside and is beyond that, or what a sum
/// would come to, is the nearest of the two. This is the only place where money is bounded, and the only one where it
/// is printed.
package struct Money: Sendable, Hashable {
    package let nanos: Int64

    private static let nanosPerDollar: Int64 = 1_000_000_000
    private static let mostNanos = nanosPerDollar * 1_000_000_000

    package static let zero = Money(nanos: 0)
    /// A thousand million dollars.
    package static let most = Money(nanos: mostNanos)

    private init(nanos: Int64) {
        self.nanos = nanos
    }

    /// The nearest amount: nothing for no number and for less than nothing.
    private init(bounding nanos: Int128) {
        self.nanos = Int64(Swift.min(Swift.max(nanos, 0), Int128(Self.mostNanos)))
    }

    /// The nearest amount: nothing for what is no number and for less than nothing.
    package init(usd: Double) {
        guard usd > 0 else { self = .zero; return }
        let dollars = Swift.min(usd, Double(Self.mostNanos / Self.nanosPerDollar))
        nanos = Int64((dollars * Double(Self.nanosPerDollar)).rounded())
    }

    /// Dollars as they are written: `0.0412`, `5`, `1e-3`. Nothing for what is no amount of money.
    package init?(written text: String) {
        guard let usd = Double(text), usd.isFinite, usd >= 0 else { return nil }
        let halves = text.utf8.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        let fraction = halves.count > 1 ? String(Substring(halves[1])) : ""
        // Exactly, where a binary fraction would not hold all digits.
        let padding = String(repeating: "0", count: Swift.max(0, 9 - fraction.utf8.count))
        guard fraction.utf8.count <= 9, let nanos = Int64(String(Substring(halves[0])) + fraction + padding) else {
            self.init(usd: usd)
            return
        }
        self.init(bounding: Int128(nanos))
    }

    /// For statistics and for the tests' comparisons: exact up to nine million dollars.
    package var usd: Double { Double(nanos) / Double(Self.nanosPerDollar) }

    // MARK: Counting

    package static func + (one: Money, other: Money) -> Money {
        Money(bounding: Int128(one.nanos) + Int128(other.nanos))
    }

    package static func += (one: inout Money, other: Money) { one = one + other }

    /// Nothing where more is taken than there is.
    package static func - (one: Money, other: Money) -> Money {
        Money(bounding: Int128(one.nanos) - Int128(other.nanos))
    }

    /// So many times the amount.
    package static func * (one: Money, count: Int) -> Money {
        Money(bounding: Int128(one.nanos) * Int128(count))
    }

    /// The nearest to an equal part; all of it for less than two parts.
    package static func / (one: Money, parts: Int) -> Money {
        guard parts > 1 else { return one }
        return Money(bounding: (Int128(one.nanos) + Int128(parts / 2)) / Int128(parts))
    }

    /// What so many cost where a million cost this.
    package func perMillion(_ count: Int) -> Money {
        Money(bounding: (Int128(nanos) * Int128(count) + 500_000) / 1_000_000)
    }

    // MARK: Printing

    /// For people: `$0.10`, `$0.0412`, to the nearest of four digits behind the point.
    package var text: String { "$" + Self.digits(rounded(to: 100_000, adding: 50_000), places: 4, atLeast: 2) }

    /// The same, and never less than it is.
    package var textAtLeast: String { "$" + Self.digits(rounded(to: 100_000, adding: 99_999), places: 4, atLeast: 2) }

    /// All the digits there are, so that a reader's sum is the program's: `$0.04123`.
    package var exactText: String { "$" + Self.digits(nanos, places: 9, atLeast: 2) }

    /// A number of JSON with all the digits there are and no exponent: `0.04123`, `5`.
    package var jsonNumber: String { Self.digits(nanos, places: 9, atLeast: 0) }

    private func rounded(to unit: Int64, adding rest: Int64) -> Int64 { (nanos + rest) / unit }

    private static func digits(_ units: Int64, places: Int, atLeast: Int) -> String {
        var all = String(units)
        all = String(repeating: "0", count: Swift.max(0, places + 1 - all.utf8.count)) + all
        var fraction = all.suffix(places)
        while fraction.last == "0", fraction.utf8.count > atLeast { fraction.removeLast() }
        return all.dropLast(places) + (fraction.isEmpty ? "" : ".\(fraction)")
    }
}

extension Money: Comparable {
    package static func < (one: Money, other: Money) -> Bool { one.nanos < other.nanos }
}

extension Money: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
    /// US dollars.
    package init(floatLiteral usd: Double) { self.init(usd: usd) }
    /// US dollars.
    package init(integerLiteral usd: Int) { self = Money(bounding: Int128(usd) * Int128(Self.nanosPerDollar)) }
}

/// A number of US dollars in reports for programs.
extension Money: Codable {
    package init(from decoder: any Decoder) throws {
        self.init(usd: try decoder.singleValueContainer().decode(Double.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(usd)
    }
}
