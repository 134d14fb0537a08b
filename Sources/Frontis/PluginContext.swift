import Synchronization

/// What a plug-in may know besides its page or its site.
public struct PluginContext: Sendable, Codable {
    /// What the site says of itself.
    public var site: SiteFacts
    /// The time of the run; whatever a plug-in writes may depend on no other clock.
    public var now: PageDate {
        get {
            clock?.look()
            return time
        }
        set { time = newValue }
    }

    private var time: PageDate
    /// Who wants to know whether somebody has asked for the time: what depends on it is another thing in the next run.
    package var clock: Clock?

    /// What there is to know.
    public init(site: SiteFacts, now: PageDate) {
        self.site = site
        time = now
    }

    /// Notes whether it has been looked at.
    package final class Clock: Sendable {
        private let seen = Atomic<Bool>(false)

        package init() {}

        package var isSeen: Bool { seen.load(ordering: .relaxed) }
        fileprivate func look() { seen.store(true, ordering: .relaxed) }
    }

    private enum CodingKeys: String, CodingKey {
        case site
        case time = "now"
    }

    /// Whoever writes it down has looked at the time.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(site, forKey: .site)
        try container.encode(now, forKey: .time)
    }
}
