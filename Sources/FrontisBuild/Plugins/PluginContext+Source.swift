import FrontisCore

extension PluginContext {
    init(_ source: SiteSource) {
        let configuration = source.configuration
        self.init(
            site: SiteFacts(
                title: configuration.title, url: configuration.url, language: configuration.language,
                author: configuration.author, description: configuration.description,
                credit: configuration.creditLine, feedLength: configuration.feedLength, params: configuration.params),
            now: source.now)
    }
}
