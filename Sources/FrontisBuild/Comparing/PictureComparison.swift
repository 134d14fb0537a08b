package import FrontisCore
import FrontisImages
import FrontisProviders
import FrontisStore

/// Makes one prompt with several providers side by side, for somebody who wants to choose one: pictures and a page
/// with all of them in a folder. Store and lock stay as they are; what it costs stands in the site's ledger.
package struct PictureComparison: Sendable {
    /// A provider, and the model that it is to take.
    package struct Contender: Sendable, Hashable, CustomStringConvertible {
        package var provider: String
        package var model: String?

        /// Reads `art` and `art:gpt-image-2`; models may have colons of their own.
        package init?(_ text: String) {
            let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard let name = parts.first, !name.isEmpty, parts.count == 1 || !parts[1].isEmpty else { return nil }
            provider = name
            model = parts.count == 2 ? parts[1] : nil
        }

        package var description: String { [provider, model].compactMap { $0 }.joined(separator: ":") }
    }

    /// What is the same for all.
    package struct Wish: Sendable {
        package var request: ImageRequest
        /// Pictures of each.
        package var candidates = 1
        /// Whether their alt texts are written, too.
        package var describes = false
        package var language: String?

        package init(request: ImageRequest) {
            self.request = request
        }
    }

    private let options: BuildOptions
    private let progress: @Sendable (BuildProgress) -> Void

    package init(options: BuildOptions, progress: @escaping @Sendable (BuildProgress) -> Void = { _ in }) {
        self.options = options
        self.progress = progress
    }

    /// - Parameters:
    ///   - contenders: all providers of the site where there are none.
    ///   - output: the folder; it must be new or empty.
    /// - Returns: nothing where nothing was asked for; the findings say why.
    package func make(
        _ wish: Wish, with contenders: [Contender], to output: String
    ) async -> (report: ComparisonReport?, diagnostics: [Diagnostic]) {
        let site = SiteFolder(options)
        let (configuration, findings) = SiteSource.configuration(in: site, options: options)
        let now = options.time
        let stage = PictureStage(folder: site, options: options, progress: progress)
        let (registry, registryFindings) = stage.registry(for: configuration, now: now)
        let names = configuration.providers.keys.sorted().compactMap { Contender($0) }
        var round = ComparisonRound(
            wish: wish, contenders: contenders.isEmpty ? names : contenders, configuration: configuration,
            registry: registry, stage: stage, folder: SiteFolder(root: output, from: options.workingDirectory).root,
            now: now,
            progress: progress)
        let obstacles = (findings + registryFindings).settled(severities: configuration.severities) + round.prepare()
        guard !obstacles.hasErrors else {
            await registry.shutdown()
            return (nil, obstacles)
        }
        let hasSite = FileStamp(of: site.configuration) != nil
        let (report, diagnostics) = await round.run(ledger: hasSite ? site.store : nil, shown: output)
        await registry.shutdown()
        return (report, obstacles + diagnostics)
    }
}
