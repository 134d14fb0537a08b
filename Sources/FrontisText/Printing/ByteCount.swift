/// Amounts of bytes as people read them.
package enum ByteCount {
    /// `0 B`, `12.3 kB`, `1.2 GB`: in thousands.
    package static func text(_ bytes: Int) -> String {
        guard bytes >= 1000 else { return "\(bytes) B" }
        var amount = Double(bytes)
        var unit = "B"
        for larger in ["kB", "MB", "GB", "TB"] where amount >= 999.95 {
            amount /= 1000
            unit = larger
        }
        return "\(Double(Int((amount * 10).rounded())) / 10) \(unit)"
    }
}
