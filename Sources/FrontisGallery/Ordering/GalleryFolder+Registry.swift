package import FrontisCore
package import FrontisProviders

extension GalleryFolder {
    /// The providers that a configuration names, with the keys of the environment and of `.env`, and what is wrong with
    /// their settings. Whoever takes it shuts it down.
    package func registry(
        for configuration: SiteConfiguration, _ options: RunOptions, now: PageDate
    ) -> (registry: ProviderRegistry, diagnostics: [Diagnostic]) {
        let (environment, findings) = GalleryEnvironment.load(in: self, options: options)
        let registry = ProviderRegistry(
            settings: configuration.providers, environment: environment, folder: root, today: now)
        return (registry, findings + registry.check())
    }
}
