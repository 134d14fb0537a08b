import Foundation
import FrontisCore

/// How long a vendor asks to wait: `retry-after-ms` in milliseconds, else `retry-after` in seconds (with a
/// fraction, from some) or as a date.
package enum RetryAfter {
    /// Nothing where no header says so in a way that can be read.
    package static func duration(in headers: [String: String]) -> Duration? {
        if let milliseconds = headers["retry-after-ms"].flatMap(number) { return .milliseconds(milliseconds) }
        guard let written = headers["retry-after"] else { return nil }
        if let seconds = number(written) { return .seconds(seconds) }
        guard let until = date(written) else { return nil }
        // The server's own clock counts, if it tells the time.
        let now = headers["date"].flatMap(date) ?? Int(Date.now.timeIntervalSince1970)
        return .seconds(max(0, until - now))
    }

    private static func number(_ text: String) -> Double? {
        guard let number = Double(text.filter { $0 != " " }), number.isFinite, number >= 0 else { return nil }
        return min(number, 1e9)
    }

    /// Seconds since 1970 of `Sun, 06 Nov 1994 08:49:37 GMT`, the one form that RFC 9110 lets servers send.
    private static func date(_ text: String) -> Int? {
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let fields = text.split(separator: " ")
        guard fields.count == 6, fields[5] == "GMT", let month = months.firstIndex(of: String(fields[2])) else {
            return nil
        }
        return PageDate("\(fields[3])-\(month + 1)-\(fields[1]) \(fields[4])")?.secondsSince1970
    }
}
