/// Takes a date apart, from its beginning to its end.
struct DateReader {
    private var rest: Substring

    init(_ text: String) { rest = text[...] }

    var isAtEnd: Bool { rest.isEmpty }

    // MARK: The day

    /// Three numbers with the year first, or a month's name with a day and a year; whether there is such a day is not
    /// looked at.
    ///
    /// `05/08/2012` is not among them: half of the world reads it as August.
    mutating func day() -> (year: Int, month: Int, day: Int)? {
        guard rest.first?.isASCII == true, rest.first?.isNumber == true, let year = number(digits: 4...4) else {
            return namedDay()
        }
        if rest.utf8.count == 4, let month = number(digits: 2...2), let day = number(digits: 2...2) {
            return (year, month, day)
        }
        guard let separator = take("-/."), let month = number(digits: 1...2), take(separator) != nil,
            let day = number(digits: 1...2)
        else { return nil }
        guard !rest.isEmpty else { return (year, month, day) }
        guard take("T t") != nil else { return nil }
        skipSpaces()
        return (year, month, day)
    }

    /// `2 Mar 2026`, `March 2nd, 2026`, either behind the day of the week, and the year also behind the time, as Unix
    /// has it.
    private mutating func namedDay() -> (year: Int, month: Int, day: Int)? {
        var name = word()
        if !name.isEmpty, Self.isBeginning(name, of: Self.weekdays) {
            skipSeparators()
            name = word()
        }
        var day: Int?
        if name.isEmpty {
            day = dayOfMonth()
            skipSeparators()
            name = word()
        }
        _ = take(".")
        guard let month = Self.months.firstIndex(where: { Self.isBeginning(name, of: [$0]) }) else { return nil }
        skipSeparators()
        if day == nil {
            day = dayOfMonth()
            skipSeparators()
        }
        guard let day, let year = year() else { return nil }
        return (year, month + 1, day)
    }

    private mutating func dayOfMonth() -> Int? {
        guard let day = number(digits: 1...2) else { return nil }
        for ending in ["st", "nd", "rd", "th"] where takeWord(ending) { break }
        return day
    }

    private mutating func year() -> Int? {
        let before = rest
        if let year = number(digits: 4...4), rest.isEmpty || " ,".contains(rest.first ?? " ") {
            skipSeparators()
            return year
        }
        rest = before
        guard let blank = rest.lastIndex(of: " "), case let last = rest[rest.index(after: blank)...],
            last.utf8.count == 4, last.allSatisfy({ $0.isASCII && $0.isNumber })
        else { return nil }
        rest = rest[..<blank]
        return Int(last)
    }

    // MARK: The time

    mutating func time() -> (hour: Int, minute: Int, second: Int)? {
        guard var hour = number(digits: 1...2), take(":") != nil, let minute = number(digits: 1...2), minute < 60
        else { return nil }
        var second = 0
        if take(":") != nil {
            guard let seconds = number(digits: 1...2), seconds <= 60 else { return nil }
            second = min(seconds, 59)
            if take(".,") != nil {
                guard number(digits: 1...9) != nil else { return nil }
            }
        }
        skipSpaces()
        let half = rest.prefix(2).lowercased()
        if half == "am" || half == "pm" {
            guard (1...12).contains(hour) else { return nil }
            hour = hour % 12 + (half == "pm" ? 12 : 0)
            rest.removeFirst(2)
            skipSpaces()
        }
        return hour < 24 ? (hour, minute, second) : nil
    }

    /// Minutes east of UTC, which is what is meant where nothing is said. A number, one of the names that RFC 5322
    /// knows, or both.
    mutating func zone() -> Int? {
        var offset: Int?
        let name = word()
        if !name.isEmpty {
            offset = Self.zones[name.uppercased()]
            // A name is followed by a number where it says from where that counts.
            guard offset != nil, rest.isEmpty || rest.first == " " || offset == 0 else { return nil }
        }
        if let sign = take("+-") {
            guard let hours = number(digits: 2...2) else { return nil }
            _ = take(":")
            let minutes = number(digits: 2...2) ?? 0
            guard hours <= 15, minutes < 60 else { return nil }
            offset = (hours * 60 + minutes) * (sign == "-" ? -1 : 1)
            skipSpaces()
            // `+0100 CET`: the number says it all.
            let name = word()
            guard name.isEmpty || (2...5).contains(name.count) else { return nil }
        }
        skipSpaces()
        if rest.first == "(", rest.last == ")" { rest = "" }
        return offset ?? 0
    }

    private static let zones = [
        "Z": 0, "UT": 0, "UTC": 0, "GMT": 0, "EST": -300, "EDT": -240, "CST": -360, "CDT": -300, "MST": -420,
        "MDT": -360, "PST": -480, "PDT": -420,
    ]

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]

    private static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

    private static func isBeginning(_ word: Substring, of names: [String]) -> Bool {
        let word = word.lowercased()
        return word.utf8.count >= 3 && names.contains { $0.hasPrefix(word) }
    }

    // MARK: Pieces

    private mutating func number(digits: ClosedRange<Int>) -> Int? {
        let taken = rest.prefix(digits.upperBound).prefix { $0.isASCII && $0.isNumber }
        guard digits.contains(taken.count) else { return nil }
        rest.removeFirst(taken.count)
        return Int(taken)
    }

    private mutating func word() -> Substring {
        let word = rest.prefix { $0.isASCII && $0.isLetter }
        rest.removeFirst(word.count)
        return word
    }

    private mutating func take(_ characters: String) -> String? {
        guard let first = rest.first, characters.contains(first) else { return nil }
        rest.removeFirst()
        return String(first)
    }

    private mutating func takeWord(_ word: String) -> Bool {
        guard rest.hasPrefix(word) else { return false }
        rest.removeFirst(word.count)
        return true
    }

    private mutating func skipSpaces() {
        while rest.first == " " { rest.removeFirst() }
    }

    private mutating func skipSeparators() {
        while rest.first == " " || rest.first == "," { rest.removeFirst() }
    }
}
