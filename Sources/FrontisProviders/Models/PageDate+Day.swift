import FrontisCore

extension PageDate {
    /// A day as vendors announce it, without a time.
    static func day(_ year: Int, _ month: Int, _ day: Int) -> PageDate { PageDate(year: year, month: month, day: day) }
}
