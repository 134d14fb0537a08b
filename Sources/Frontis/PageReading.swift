/// Makes the texts of a finished site's pages, one at a time: a site is never in memory as a whole.
public protocol PageReading: Sendable {
    /// A page's body with its pictures and absolute addresses throughout, as feeds need it.
    func absoluteHTML(of page: Page) async throws -> String
}
