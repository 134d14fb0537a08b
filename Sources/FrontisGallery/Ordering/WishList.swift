package import FrontisCore
package import FrontisImages

/// The pictures that are wanted, and by which rules: all that the picture stage is told. It knows no page.
package struct WishList: Sendable {
    package var configuration: SiteConfiguration
    /// Whether the configuration could not be understood, so that nothing should be asked of anyone.
    package var isConfigurationBroken = false
    package var now: PageDate
    package var wishes: [Wish] = []
    /// What is wrong with how pictures are named.
    package var findings: [Diagnostic] = []
    /// The site's own pictures that want an alt text.
    package var localPictures: [LocalPicture] = []
    /// Paths under `content/` of files that are no pages, among which reference pictures are looked for.
    package var files: Set<String> = []

    package init(
        configuration: SiteConfiguration, isConfigurationBroken: Bool = false, now: PageDate, wishes: [Wish] = [],
        findings: [Diagnostic] = [], localPictures: [LocalPicture] = [], files: Set<String> = []
    ) {
        self.configuration = configuration
        self.isConfigurationBroken = isConfigurationBroken
        self.now = now
        self.wishes = wishes
        self.findings = findings
        self.localPictures = localPictures
        self.files = files
    }
}
