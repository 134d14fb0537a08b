import FrontisCore

/// Says how many minutes a page takes to read.
struct ReadingTime: Plugin {
    let name = "reading-time"
    let pageValues = [
        PageValueDeclaration("reading-time", .number, "Minutes that its text takes to read, at 230 words a minute.")
    ]

    /// Brysbaert, "How many words do we read per minute?", 2019: 238 for non-fiction, a little less on screens.
    private static let wordsPerMinute = 230

    func transform(_ page: Page, in context: PluginContext) -> Page {
        guard page.body.wordCount > 0 else { return page }
        var page = page
        let minutes = (page.body.wordCount + Self.wordsPerMinute / 2) / Self.wordsPerMinute
        page.values["reading-time"] = .integer(max(1, minutes))
        return page
    }
}
