/// Amounts of money in messages.
enum Dollars {
    /// `$0.10`, `$0.0412`: up to four digits behind the point.
    static func nearest(_ usd: Double) -> String { text(Int((usd * 10_000).rounded())) }

    /// The same, and never less than it is.
    static func atLeast(_ usd: Double) -> String { text(Int((usd * 10_000 - 1e-6).rounded(.up))) }

    private static func text(_ hundredths: Int) -> String {
        let fraction = String(hundredths % 10_000)
        var digits = String(repeating: "0", count: 4 - fraction.count) + fraction
        while digits.hasSuffix("0"), digits.count > 2 { digits.removeLast() }
        return "$\(hundredths / 10_000).\(digits)"
    }
}
