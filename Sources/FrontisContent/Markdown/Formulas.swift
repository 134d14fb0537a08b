import FrontisCore

/// What stands in the places of TeX, and what is wrong with it where it is read.
struct Formulas {
    private(set) var markup: [MarkdownMarkers.Formula] = []
    private(set) var findings: [Diagnostic] = []

    /// - Parameters:
    ///   - spans: in the order of the text, with their signs.
    ///   - convert: nothing where they stay as they are.
    ///   - places: finds them in the text again.
    ///   - first: the line of the file that the text begins in.
    init(
        _ spans: [String], _ convert: MathConverting?, _ places: BodyPlaces, in source: SourceText, from first: Int
    ) {
        guard let convert else {
            markup = spans.map { .tex($0) }
            return
        }
        var (places, line) = (places, first)
        for span in spans {
            let (tex, isDisplay) = MathSpans.tex(in: span)
            switch convert(tex, isDisplay) {
            case .mathML(let made): markup.append(.markup(made))
            case .unreadable(let why):
                markup.append(.tex(span))
                guard findings.count < ContentLimits.templatePlaces else { continue }
                // `$$` alone would be found at the formula before.
                let lines = span.split { $0.isNewline }.map { String($0).trimmed }
                let beginning = lines.first { !["$$", "\\[", ""].contains($0) } ?? span
                let place = places.location(of: beginning, fromLine: line, within: 100_000)
                line = place.line
                findings.append(
                    Diagnostic(
                        .mathUnreadable, "TeX cannot be read: \(why)", at: place, in: source.line(place.line),
                        help: "it is shown as it is written; math: false in the page leaves all of it alone"))
            }
        }
    }
}
