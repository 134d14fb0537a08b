import Foundation
import FrontisCore
import FrontisTestSupport
import Testing

@Suite struct TimestampTests {
    @Test(arguments: [
        ("2026-03-02T10:15:00Z", "2026-03-02T10:15:00Z", "2026-03-02"),
        ("2026-03-02T23:30:00-05:00", "2026-03-03T04:30:00Z", "2026-03-03"),
        ("2026-03-02", "2026-03-02T00:00:00Z", "2026-03-02"),
        ("1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z", "1969-12-31"),
        ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z", "0001-01-01"),
        ("9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z", "9999-12-31"),
    ])
    func isWrittenInUTC(written: String, text: String, day: String) throws {
        let time = try #require(Timestamp(written))
        #expect(time.rfc3339 == text)
        #expect(time.day == day)
        #expect(Timestamp(time.rfc3339) == time)
    }

    @Test(arguments: ["", "t", "yesterday", "2026-02-30T10:15:00Z", "2026-03-02T25:00:00Z", "1772446500"])
    func whatIsNoTimeIsRefused(written: String) throws {
        #expect(Timestamp(written) == nil)
        let json = try JSONEncoder().encode([written])
        let error = #expect(throws: DecodingError.self) { try JSONDecoder().decode([Timestamp].self, from: json) }
        guard case .dataCorrupted(let context) = error else {
            Issue.record("another error: \(String(describing: error))")
            return
        }
        #expect(context.debugDescription == "'\(written)' is no time of RFC 3339")
    }

    /// Records that were sorted by their text before are sorted the same.
    @Test func isSortedAsItsTextIs() {
        let times: [Timestamp] = ["2026-03-02T10:15:00Z", "2025-12-31T23:59:59Z", "2026-03-02T10:14:59Z", "0999-01-01T00:00:00Z"]
        #expect(times.sorted().map(\.rfc3339) == times.map(\.rfc3339).sorted())
    }

    @Test func isATextInJSON() throws {
        let times: [Timestamp] = ["2026-03-02T10:15:00Z"]
        let json = try JSONEncoder().encode(times)
        #expect(String(decoding: json, as: UTF8.self) == #"["2026-03-02T10:15:00Z"]"#)
        #expect(try JSONDecoder().decode([Timestamp].self, from: json) == times)
    }
}
