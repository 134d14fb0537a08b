/// A date as the author wrote it: calendar fields, and the time zone if one was given (UTC otherwise).
///
/// Pages keep the fields and not a point in time, so that `/:year/:month/` and what readers see do not
/// depend on the machine's time zone.
public struct PageDate: Sendable, Hashable, Comparable, Codable {
    /// Of the Gregorian calendar, in four digits.
    public var year: Int
    /// From 1 to 12.
    public var month: Int
    /// From 1 to 31.
    public var day: Int
    /// From 0 to 23.
    public var hour: Int
    /// From 0 to 59.
    public var minute: Int
    /// From 0 to 59: no leap seconds.
    public var second: Int
    /// Minutes east of UTC.
    public var offset: Int

    /// Of fields that make a date; none is checked.
    public init(
        year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0, offset: Int = 0
    ) {
        self.year = year
        self.month = month
        self.day = day
        self.hour = hour
        self.minute = minute
        self.second = second
        self.offset = offset
    }

    /// Reads the usual forms: `2026-03-02`, `2026-03-02 10:15`, `2026-03-02T10:15:00Z`,
    /// `2026-03-02 10:15:00.25 +0100`, with `-`, `/` or `.` between the date's fields.
    ///
    /// English names of months as well, and what programs print with them: `Jul 08 2022`, `July 8th, 2022`,
    /// `Mon, 02 Mar 2026 10:15:00 GMT`, `Mon Mar 02 2026 10:15:00 GMT+0100 (CET)`.
    public init?(_ text: String) {
        var reader = DateReader(text)
        guard let (year, month, day) = reader.day(), (1...12).contains(month),
            (1...Self.days(inMonth: month, of: year)).contains(day)
        else { return nil }
        self.init(year: year, month: month, day: day)
        if reader.isAtEnd { return }
        guard let time = reader.time(), let offset = reader.zone(), reader.isAtEnd else { return nil }
        (hour, minute, second) = time
        self.offset = offset
    }

    /// From seconds since 1970 in UTC.
    public init(secondsSince1970 seconds: Int) {
        let days = seconds >= 0 ? seconds / 86400 : (seconds - 86399) / 86400
        let rest = seconds - days * 86400
        // Civil-from-days, Howard Hinnant, https://howardhinnant.github.io/date_algorithms.html
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthIndex = (5 * dayOfYear + 2) / 153
        let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
        self.init(
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
            day: dayOfYear - (153 * monthIndex + 2) / 5 + 1, hour: rest / 3600, minute: rest % 3600 / 60,
            second: rest % 60)
    }

    /// Of the same moment, in UTC.
    public var secondsSince1970: Int {
        // Days-from-civil, the inverse of the above.
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        let days = era * 146_097 + dayOfEra - 719_468
        return days * 86400 + hour * 3600 + minute * 60 + second - offset * 60
    }

    /// `2026-03-02`
    public var day8601: String { "\(Self.pad(year, 4))-\(Self.pad(month))-\(Self.pad(day))" }

    /// `2026-03-02T10:15:00+01:00`, RFC 3339.
    public var rfc3339: String {
        var zone = "Z"
        if offset != 0 {
            zone = (offset < 0 ? "-" : "+") + Self.pad(abs(offset) / 60) + ":" + Self.pad(abs(offset) % 60)
        }
        return "\(day8601)T\(Self.pad(hour)):\(Self.pad(minute)):\(Self.pad(second))\(zone)"
    }

    /// `Mon, 02 Mar 2026 10:15:00 +0100`, RFC 822 with a four-digit year, as RSS 2.0 wants it.
    public var rfc822: String {
        let days = (secondsSince1970 + offset * 60 + 4 * 86400) / 86400
        let weekday = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"][((days % 7) + 7) % 7]
        let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let zone = (offset < 0 ? "-" : "+") + Self.pad(abs(offset) / 60) + Self.pad(abs(offset) % 60)
        return "\(weekday), \(Self.pad(day)) \(names[month - 1]) \(Self.pad(year, 4)) "
            + "\(Self.pad(hour)):\(Self.pad(minute)):\(Self.pad(second)) \(zone)"
    }

    /// By the moment, whatever the time zones.
    public static func < (left: Self, right: Self) -> Bool { left.secondsSince1970 < right.secondsSince1970 }

    private static func pad(_ number: Int, _ width: Int = 2) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    private static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
