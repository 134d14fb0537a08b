import Foundation
import FrontisCore
import Synchronization

/// Dates in words, by the locale data of Foundation, which is slow: every day of a year is worded twice in a language, and
/// all other years are put into those words. Blogs repeat their dates on many lists, and their days in many years; and of a
/// day before 1583 Foundation would say what it was called then, by the Julian calendar, and not what the author wrote.
enum LongDate {
    private struct Key: Hashable {
        var month: Int
        var day: Int
        var language: String
    }

    /// What stands around a day's year; nothing where the words are not the same in every year.
    private typealias Words = (before: String, after: String)?

    private static let known = Mutex<[Key: Words]>([:])

    static func text(_ date: PageDate, language: String) -> String {
        let key = Key(month: date.month, day: date.day, language: language)
        let found = known.withLock { $0[key] }
        let words = found ?? words(of: date, language)
        if found == nil { known.withLock { $0[key] = .some(words) } }
        guard let words else { return worded(date, language) }
        return "\(words.before)\(date.year)\(words.after)"
    }

    /// Of two leap years, as there may be no such day in others.
    private static func words(of date: PageDate, _ language: String) -> Words {
        var (one, other) = (date, date)
        (one.year, other.year) = (2024, 1996)
        let text = worded(one, language)
        let parts = text.split(separator: "2024", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        let words = (before: String(parts[0]), after: String(parts[1]))
        return worded(other, language) == words.before + "1996" + words.after ? words : nil
    }

    /// `March 2026`
    static func month(of date: PageDate, language: String) -> String {
        let noon = PageDate(year: date.year, month: date.month, day: 15, hour: 12).secondsSince1970
        var style = Date.FormatStyle().month(.wide).year()
        style.locale = Locale(identifier: language)
        style.timeZone = .gmt
        return Date(timeIntervalSince1970: Double(noon)).formatted(style)
    }

    static func worded(_ date: PageDate, _ language: String) -> String {
        let noon = PageDate(year: date.year, month: date.month, day: date.day, hour: 12).secondsSince1970
        var style = Date.FormatStyle(date: .long, time: .omitted)
        style.locale = Locale(identifier: language)
        style.timeZone = .gmt
        return Date(timeIntervalSince1970: Double(noon)).formatted(style)
    }
}
