package import FrontisCore

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
