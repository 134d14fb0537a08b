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

    private let gallery: Gallery
    private let configuration: SiteConfiguration
    private let findings: [Diagnostic]
    private let hasLedger: Bool

    /// - Parameters:
    ///   - findings: what is wrong with the configuration.
    ///   - hasLedger: whether what is paid is noted in the gallery's store.
    package init(
        for gallery: Gallery, configuration: SiteConfiguration, findings: [Diagnostic], hasLedger: Bool
    ) {
        self.gallery = gallery
        self.configuration = configuration
        self.findings = findings
        self.hasLedger = hasLedger
    }

    /// - Parameters:
    ///   - contenders: all providers of the site where there are none.
    ///   - output: the folder; it must be new or empty.
    /// - Returns: nothing where nothing was asked for; the findings say why.
    package func make(
        _ wish: Wish, with contenders: [Contender], to output: String
    ) async -> (report: ComparisonReport?, diagnostics: [Diagnostic]) {
        let now = gallery.options.time
        let (registry, registryFindings) = gallery.folder.registry(for: configuration, gallery.options, now: now)
        let names = configuration.providers.keys.sorted().compactMap { Contender($0) }
        var round = ComparisonRound(
            wish: wish, contenders: contenders.isEmpty ? names : contenders, configuration: configuration,
            registry: registry, gallery: gallery,
            folder: GalleryFolder.absolute(output, from: gallery.options.workingDirectory), now: now)
        let obstacles = (findings + registryFindings).settled(severities: configuration.severities) + round.prepare()
        guard !obstacles.hasErrors else {
            await registry.shutdown()
            return (nil, obstacles)
        }
        let (report, diagnostics) = await round.run(ledger: hasLedger ? gallery.folder.store : nil, shown: output)
        await registry.shutdown()
        return (report, obstacles + diagnostics)
    }
}
