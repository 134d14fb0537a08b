/// Some of a finished site's entries and lists, by their places there.
public struct SitePart: Sendable, Codable, Hashable {
    /// Indices into `FinishedSite.entries`, in the order in which they are to be shown.
    public var entries: [Int]
    /// Indices into `FinishedSite.listings`.
    public var listings: [Int]

    /// Parts of a site; indices that it does not have are a mistake of the plug-in's.
    public init(entries: [Int], listings: [Int]) {
        self.entries = entries
        self.listings = listings
    }
}
