import Foundation
package import FrontisCore

/// Reads from a signed address until when it is good, so that a picture that is paid for is asked for as long as
/// there is one, and what of it is secret.
package enum SignedAddress {
    /// Nothing where the address does not say. Azure's shared access signatures say it as `se`
    /// (ISO 8601), Amazon's and Google's as `X-Amz-Date` with `X-Amz-Expires` and `X-Goog-Date` with `X-Goog-Expires`,
    /// older ones as `Expires` in seconds since 1970.
    package static func expiry(of address: String) -> Timestamp? {
        guard let items = URLComponents(string: address)?.queryItems else { return nil }
        func value(_ name: String) -> String? {
            items.first { $0.name.lowercased() == name }?.value.flatMap { $0.isEmpty ? nil : $0 }
        }
        if let end = value("se").flatMap(seconds) { return Timestamp(secondsSince1970: end) }
        for vendor in ["x-amz", "x-goog"] {
            guard let start = value("\(vendor)-date").flatMap(seconds), let life = value("\(vendor)-expires"),
                let life = Int(life), (0...longestLife).contains(life)
            else { continue }
            return Timestamp(secondsSince1970: start + life)
        }
        guard let end = value("expires").flatMap({ Int($0) }), end > 0, end < 1 << 40 else { return nil }
        return Timestamp(secondsSince1970: end)
    }

    /// What opens the picture to everyone: the query, and its values as they stand there and decoded, as pages of login
    /// walls and proxies may repeat them.
    package static func secrets(of address: String) -> [Secret] {
        guard let mark = address.firstIndex(of: "?") else { return [] }
        let query = address[address.index(after: mark)...].prefix { $0 != "#" }
        let values = query.split(separator: "&").compactMap { item in
            item.firstIndex(of: "=").map { String(item[item.index(after: $0)...]) }
        }
        return ([String(query)] + values + values.compactMap(\.removingPercentEncoding)).map { Secret($0) }
    }

    /// Seconds; no vendor signs for longer.
    private static let longestLife = 366 * 86_400

    /// Of `2026-06-01T12:00:00Z`, `2026-06-01` and `20260601T120000Z`.
    private static func seconds(_ text: String) -> Int? {
        let digits = text.filter(\.isNumber)
        guard digits.utf8.count >= 8, digits.utf8.count <= 14, digits.utf8.allSatisfy({ $0 < 0x80 }) else {
            return nil
        }
        let padded = digits + String(repeating: "0", count: 14 - digits.count)
        func number(_ from: Int, _ count: Int) -> Int? { Int(padded.dropFirst(from).prefix(count)) }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let parts = DateComponents(
            year: number(0, 4), month: number(4, 2), day: number(6, 2), hour: number(8, 2), minute: number(10, 2),
            second: number(12, 2))
        guard parts.isValidDate(in: calendar), let date = calendar.date(from: parts) else { return nil }
        return Int(date.timeIntervalSince1970)
    }
}
