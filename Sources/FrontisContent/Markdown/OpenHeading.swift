import FrontisCore

/// A heading whose id is not chosen yet: authors choose first, wherever they stand.
struct OpenHeading {
    var level: Int
    var text: String
    /// The author's id, and where it stands.
    var chosen: Located<String>?
    /// What the tag has besides the id.
    var attributes = ""
    /// Of the file.
    var line: Int

    /// What its id is made of.
    func idText(in source: SourceText) -> String { HeadingText.idText(of: text, typedOn: source.line(line)) }
}

/// Headings with the ids that they get, and what their tags have.
struct FinishedHeadings {
    private(set) var headings: [Body.Heading] = []
    private(set) var tags: [String] = []
    private(set) var findings: [Diagnostic] = []

    /// Chooses all ids: what the author says stands, unless another element has it, and the others give way.
    ///
    /// - Parameter taken: ids that other elements of the page have.
    init(_ open: [OpenHeading], taken: Set<String>, by style: SiteConfiguration.HeadingIDStyle, in source: SourceText) {
        guard !open.isEmpty else { return }
        var ids = HeadingIDs(taken: taken)
        var chosen: [Int: String] = [:]
        for (index, heading) in open.enumerated() {
            guard let wanted = heading.chosen else { continue }
            guard !ids.reserve(wanted.value) else {
                chosen[index] = wanted.value
                continue
            }
            let id = ids.next(for: wanted.value)
            chosen[index] = id
            findings.append(
                Diagnostic(
                    .headingIDTaken, "id '\(wanted.value)' is taken on this page, so the heading gets '\(id)'",
                    at: wanted.location, in: source.line(wanted.location.line),
                    help: "another heading, raw HTML or the theme has it: choose one that none of them has"))
        }
        for (index, heading) in open.enumerated() {
            let id = chosen[index] ?? ids.next(for: HeadingIDs.id(of: heading.idText(in: source), by: style))
            headings.append(.init(level: heading.level, id: id, text: heading.text))
            tags.append(" id=\"\(id)\"" + heading.attributes)
        }
    }
}
