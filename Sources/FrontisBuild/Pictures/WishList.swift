import FrontisCore
import FrontisImages

/// The pictures that are wanted, and by which rules: all that the picture stage is told. It knows no page.
struct WishList: Sendable {
    var configuration: SiteConfiguration
    /// Whether the configuration could not be understood, so that nothing should be asked of anyone.
    var isConfigurationBroken = false
    var now: PageDate
    var wishes: [Wish] = []
    /// What is wrong with how pictures are named.
    var findings: [Diagnostic] = []
    /// The site's own pictures that want an alt text.
    var localPictures: [LocalPicture] = []
    /// Paths under `content/` of files that are no pages, among which reference pictures are looked for.
    var files: Set<String> = []
}
