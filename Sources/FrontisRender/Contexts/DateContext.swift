import Foundation
package import FrontisCore
import Synchronization

/// A date in templates: prints itself as `2026-03-02`.
package final class DateContext: TemplateContext {
    let date: PageDate
    let language: String

    package init(_ date: PageDate, language: String) {
        self.date = date
        self.language = language
    }

    package static let fields = ContextFields<DateContext>(
        "date", "A date; printed by itself it is `2026-03-02`.", printing: { $0.date.day8601 },
        [
            .text("iso", "RFC 3339, for `datetime` attributes: `2026-03-02T10:15:00Z`.") { $0.date.rfc3339 },
            .text("long", "In words, in the page's language: `2 March 2026`.") {
                LongDate.text($0.date, language: $0.language)
            },
            .text("year", "`2026`") { String($0.date.year) },
        ])
}

/// Dates in words, by the locale data of Foundation. Each is worded once: formatting is slow and blogs repeat
/// their dates on many lists.
enum LongDate {
    private struct Key: Hashable {
        var year: Int
        var month: Int
        var day: Int
        var language: String
    }

    private static let known = Mutex<[Key: String]>([:])

    static func text(_ date: PageDate, language: String) -> String {
        let key = Key(year: date.year, month: date.month, day: date.day, language: language)
        if let text = known.withLock({ $0[key] }) { return text }
        let noon = PageDate(year: date.year, month: date.month, day: date.day, hour: 12).secondsSince1970
        var style = Date.FormatStyle(date: .long, time: .omitted)
        style.locale = Locale(identifier: language)
        style.timeZone = .gmt
        let text = Date(timeIntervalSince1970: Double(noon)).formatted(style)
        known.withLock { $0[key] = text }
        return text
    }
}
