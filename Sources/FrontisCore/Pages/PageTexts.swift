/// Gives the texts of pages, wherever they are kept.
package protocol PageTexts: Sendable {
    /// The HTML of a body, with its gaps still open.
    func html(of body: Body) -> String
}

/// Those that pages have with them.
package struct TextsOfPages: PageTexts {
    package init() {}

    package func html(of body: Body) -> String { body.html }
}
