import FrontisCore

extension PluginContext {
    init(_ source: SiteSource) {
        self.init(site: SiteFacts(source.configuration), now: source.now)
    }
}

extension SiteFacts {
    init(_ configuration: SiteConfiguration) {
        self.init(
            title: configuration.title, url: configuration.url, language: configuration.language,
            author: configuration.author, description: configuration.description,
            credit: configuration.creditLine, feedLength: configuration.feedLength, feeds: configuration.feeds,
            listsPagesForModels: configuration.listsPagesForModels, hasSearch: configuration.hasSearch,
            params: configuration.params)
    }
}
