import FrontisCore

/// `feed.css`: how a feed looks to whoever opens it in a browser. Browsers take XSLT away, and CSS stays.
struct FeedStyle: Plugin {
    static let fileName = "feed.css"

    let name = "feed-style"

    func generate(
        _ site: FinishedSite, reading pages: any PageReading, in context: PluginContext
    ) -> [GeneratedFile] {
        guard !context.site.feeds.formats.allSatisfy({ $0 == .json }), site.listings.contains(where: \.hasFeed),
            let path = SitePath(Self.fileName)
        else { return [] }
        return [GeneratedFile(path, .bytes(PackageResources.feed_css), kind: .asset)]
    }
}
