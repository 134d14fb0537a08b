import FrontisCore
import FrontisRender

/// A site's layout, taken over from one build of a process to the next: as long as the heads of all pages are as they
/// were, pages stand where they stood, whatever their texts say.
struct KnownLayout: Sendable {
    let layout: SiteLayout
    private let configuration: String
    private let templates: [String]
    private let hidden: Set<String>
    private let data: String

    /// - Parameter templates: names of all that the site has.
    init(of source: SiteSource, templates: [String], after earlier: KnownLayout?) {
        (configuration, self.templates, hidden) = (source.configuration.digest, templates, source.sectionsWithoutPage)
        data = source.dataDigest
        if let earlier, earlier.configuration == configuration, earlier.templates == templates,
            earlier.hidden == hidden, earlier.data == data,
            Self.haveSameHeads(earlier.layout.structure.pages, source.pages)
        {
            layout = earlier.layout.with(source.pages)
        } else {
            layout = SiteLayout(
                structure: SiteStructure(
                    pages: source.pages, in: source.configuration.language, without: source.sectionsWithoutPage,
                    taxonomies: source.configuration.taxonomies.map(\.value)),
                templates: templates, configuration: source.configuration, data: source.data)
        }
    }

    private static func haveSameHeads(_ before: [Page], _ now: [Page]) -> Bool {
        before.count == now.count && zip(before, now).allSatisfy { $0.head == $1.head }
    }
}
