/// What a plug-in may know besides its page or its site.
public struct PluginContext: Sendable, Codable {
    /// What the site says of itself.
    public var site: SiteFacts
    /// The time of the run; whatever a plug-in writes may depend on no other clock.
    public var now: PageDate

    /// What there is to know.
    public init(site: SiteFacts, now: PageDate) {
        self.site = site
        self.now = now
    }
}
