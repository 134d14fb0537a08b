import Foundation
package import FrontisCore
import FrontisHTTP

/// The site's providers by name: checks their blocks and makes them. Making one asks nobody and needs no
/// credential; variables of the environment are read when a request is about to be sent.
package struct ProviderRegistry: Sendable {
    private let settings: [String: ProviderSettings]
    private let environment: ProviderEnvironment
    private let transport: HTTPTransport
    /// What settings and requests have made known of them so far.
    package var secrets: KnownSecrets { environment.secrets }
    private let tokens = TokenCache()
    private let today: PageDate
    private let folder: String

    /// When the table of models, prices and retirement dates was last compared with its sources: `2026-11-21`.
    package static let tableDate = ModelTable.date

    /// Dialects of all providers that a site can name, by name; a block whose dialect is not known is left out.
    package var dialects: [String: String] {
        let implied = Dictionary(uniqueKeysWithValues: Self.impliedNames.map { ($0, $0) })
        let configured = settings.compactMapValues { Dialects.named($0.dialect.value)?.name }
        return implied.merging(configured) { _, own in own }
    }

    /// Names of all protocols that are spoken over HTTP.
    package static let vendorDialectNames = Dialects.all.filter(\.usesHTTP).map(\.name).sorted()

    /// Names of providers that need no entry in `frontis.yaml`.
    package static let impliedNames = Dialects.all.filter(\.needsNoEntry).map(\.name).sorted()

    /// `today` says which models are past their date; the clock's day where it is not given. Whoever makes a
    /// registry calls `shutdown()` when all requests have ended. Paths in settings start at `folder`, the site's.
    package init(
        settings: [String: ProviderSettings], environment: ProviderEnvironment, folder: String = ".",
        today: PageDate? = nil
    ) {
        self.settings = settings
        self.folder = folder
        self.environment = environment
        transport = HTTPTransport(secrets: environment.secrets)
        let now = today ?? PageDate(secondsSince1970: Timestamp.now.secondsSince1970)
        self.today = .day(now.year, now.month, now.day)
    }

    /// The provider of that name. Throws `aiImageUnknownProvider` where nothing has it, and what is wrong with
    /// its block if its dialect is not known or something is missing in it.
    package func provider(named name: Located<String>) throws(Diagnostic) -> any ImageProvider {
        let (settings, dialect) = try configured(name)
        if let finding = dialect.check?(settings, .pictures).first { throw finding }
        return GuardedProvider(base: dialect.makeProvider(block(settings)), secrets: secrets)
    }

    /// Who writes alt texts: `alt.provider`, else the provider of the images. Nothing if that one cannot look at
    /// pictures. The keys beside `alt.provider` stand over those of the provider's block.
    package func describer(
        for alt: SiteConfiguration.Alt, images: Located<String>
    ) throws(Diagnostic) -> (any ImageDescriber)? {
        guard let (block, dialect) = try conversing(alt, images) else { return nil }
        return (dialect.makeDescriber?(block)).map { GuardedDescriber(base: $0, secrets: secrets) }
    }

    /// Makes prompts of pages for nothing, for pictures that cost nothing.
    package static let drafter: any PromptWriter = PatternPromptWriter(name: "pattern")

    /// Who writes the prompts of `ai-image: auto`: whoever would describe the pictures, with the same settings.
    /// Nothing if that one cannot write. Unlike a describer, `pattern` does it as well.
    package func promptWriter(
        for alt: SiteConfiguration.Alt, images: Located<String>
    ) throws(Diagnostic) -> (any PromptWriter)? {
        guard let (block, dialect) = try conversing(alt, images) else { return nil }
        return (dialect.makePromptWriter?(block)).map { GuardedWriter(base: $0, secrets: secrets) }
    }

    /// The block of whoever is asked for words, with the settings of `alt` over it. Nothing where that is the images'
    /// provider, nobody has said anything about words, and its settings do not say what to ask.
    func conversing(
        _ alt: SiteConfiguration.Alt, _ images: Located<String>
    ) throws(Diagnostic) -> (ProviderBlock, Dialect)? {
        let name = alt.provider ?? images
        var (settings, dialect) = try configured(name)
        // Without a describer nobody reads the settings of `alt`, and none of them is wrong.
        guard dialect.makeDescriber != nil else { return (block(settings), dialect) }
        if let finding = SettingsChecker(dialect: dialect, owner: "alt").findings(in: alt.settings).first {
            throw finding
        }
        // A block that draws the pictures names the model that draws them, not one that looks at them.
        let names = dialect.drawingKeys.compactMap { settings.text($0) }
        if name.value == images.value || names.contains(where: ModelTable.isImageModel) {
            for key in dialect.drawingKeys { settings.values[key] = nil }
            // So is its price that of a picture; what costs nothing costs nothing for words either.
            if settings.money("price") != .zero { settings.values["price"] = nil }
        }
        for key in alt.settings.keys.flatMap({ dialect.replacedKeys[$0] ?? [] }) { settings.values[key] = nil }
        settings.values.merge(alt.settings) { _, over in over }
        if let finding = dialect.check?(settings, .words).first {
            guard alt.provider == nil, alt.settings.isEmpty else { throw finding }
            return nil
        }
        return (block(settings), dialect)
    }

    /// What is wrong with the blocks, used or not: unknown dialects and keys, values of the wrong kind.
    package func check() -> [Diagnostic] {
        settings.values.sorted { $0.name < $1.name }.flatMap { settings -> [Diagnostic] in
            guard let dialect = Dialects.named(settings.dialect.value) else { return [Self.unknownDialect(settings)] }
            let findings = SettingsChecker(dialect: dialect, owner: "provider '\(settings.name)'")
                .findings(in: settings.values)
            return findings.isEmpty ? dialect.check?(settings, .block) ?? [] : findings
        }
    }

    /// Closes all connections; requests fail from now on.
    package func shutdown() async {
        await transport.shutdown()
    }

    func block(_ settings: ProviderSettings) -> ProviderBlock {
        ProviderBlock(
            settings: settings, environment: environment, transport: transport, today: today, tokens: tokens,
            folder: folder)
    }

    func configured(_ name: Located<String>) throws(Diagnostic) -> (ProviderSettings, Dialect) {
        if let settings = settings[name.value] {
            guard let dialect = Dialects.named(settings.dialect.value) else { throw Self.unknownDialect(settings) }
            return (settings, dialect)
        }
        if let dialect = Dialects.named(name.value), dialect.needsNoEntry {
            return (ProviderSettings(name: name.value, dialect: name), dialect)
        }
        let known = Set(settings.keys).union(Self.impliedNames).sorted()
        let implied = Self.impliedNames.dropLast().joined(separator: ", ")
        throw Diagnostic(
            .aiImageUnknownProvider,
            "unknown provider '\(name.value)'\(Suggestion.clause(for: name.value, among: known))", at: name.location,
            help: "providers are defined under 'providers:' in frontis.yaml; "
                + "\(implied) and \(Self.impliedNames.last ?? "") need no entry")
    }

    private static func unknownDialect(_ settings: ProviderSettings) -> Diagnostic {
        let known = Dialects.all.map(\.name)
        let written = settings.dialect.value
        let help = "dialects: \(known.joined(separator: ", "))"
        guard written != settings.name else {
            return Diagnostic(
                .configurationValue, "provider '\(settings.name)' needs a dialect: its name is none",
                at: settings.dialect.location, help: help)
        }
        return Diagnostic(
            .configurationValue,
            "unknown dialect '\(written)' of provider '\(settings.name)'\(Suggestion.clause(for: written, among: known))",
            at: settings.dialect.location, help: help)
    }
}
