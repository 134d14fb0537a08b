import Foundation
import FrontisCore
import FrontisTestSupport
import Testing

@testable import FrontisRender

@Suite struct LongDateTests {
    private static let languages = [
        "en", "en-GB", "de", "fr", "es", "pt", "pt-BR", "it", "nl", "sv", "fi", "cs", "pl", "ru", "hu", "el", "tr", "lv", "eu", "ja", "zh-Hans", "zh-Hant",
        "ko", "vi", "th", "ar", "fa", "he", "hi", "bn", "my", "ne", "xx", "",
    ]

    @Test func saysTheDayInWords() {
        #expect(LongDate.text(PageDate(year: 2026, month: 3, day: 2), language: "en-GB") == "2 March 2026")
        #expect(LongDate.text(PageDate(year: 1031, month: 3, day: 2), language: "de") == "2. März 1031")
        #expect(LongDate.text(PageDate(year: 79, month: 8, day: 24), language: "en") == "August 24, 79")
        #expect(LongDate.text(PageDate(year: 2028, month: 2, day: 29), language: "fr") == "29 février 2028")
    }

    /// Putting another year into the words of a day is the same as wording it anew, in any language, since there is the
    /// calendar that front matter has.
    @Test(arguments: languages) func isWhatTheLocaleSays(language: String) {
        var numbers = SeededNumbers(seed: 20_261_129)
        func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &numbers) }
        for _ in 0..<40 {
            let date = PageDate(year: number(1583...9999), month: number(1...12), day: number(1...28))
            let again = PageDate(year: number(1583...9999), month: date.month, day: date.day)
            for date in [date, again] {
                #expect(LongDate.text(date, language: language) == LongDate.worded(date, language), "\(date.day8601)")
            }
        }
    }
}
