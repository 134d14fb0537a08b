/// Adds something to pages or to the site. Values go in and come out; the rest of the program is out of reach, and so
/// are keys, money and what pictures are ordered.
///
/// A plug-in that throws is named in the error and fails the build, before anything is bought. Hooks may be called on
/// several threads at once.
///
/// ```swift
/// struct Shout: Plugin {
///     let name = "shout"
///
///     func transform(_ page: Page, in context: PluginContext) -> Page {
///         var page = page
///         page.title = page.title.uppercased()
///         return page
///     }
/// }
/// ```
public protocol Plugin: Sendable {
    /// Short and stable; errors name it.
    var name: String { get }
    /// The names it adds to pages, so that templates which use them can be checked.
    var pageValues: [PageValueDeclaration] { get }

    /// Called once for each page, before anything is made of it.
    func transform(_ page: Page, in context: PluginContext) async throws -> Page

    /// Extra files of the site. Called before any picture is asked for, with stand-ins for those to come, so that
    /// addresses and failures are known by then; and once more with the pictures, where there are any.
    ///
    /// - Parameter pages: makes the pages' texts, for those that are asked for.
    func generate(
        _ site: FinishedSite, reading pages: any PageReading, in context: PluginContext
    ) async throws -> [GeneratedFile]

    /// What is in a file that `generate` has named without saying it: called when the file is written.
    func contents(
        of file: SitePath, in site: FinishedSite, reading pages: any PageReading, in context: PluginContext
    ) async throws -> [UInt8]
}

// Not `async`: where a plug-in's own hook is not, a call that waits would choose one of these in its place.
extension Plugin {
    /// None.
    public var pageValues: [PageValueDeclaration] { [] }

    /// Leaves the page as it is.
    public func transform(_ page: Page, in context: PluginContext) -> Page { page }

    /// No files.
    public func generate(
        _ site: FinishedSite, reading pages: any PageReading, in context: PluginContext
    ) -> [GeneratedFile] { [] }

    /// Nothing: for plug-ins whose files all say what is in them.
    public func contents(
        of file: SitePath, in site: FinishedSite, reading pages: any PageReading, in context: PluginContext
    ) -> [UInt8] { [] }
}
