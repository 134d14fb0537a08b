import FrontisText
import FrontisGallery
package import FrontisBuild
import FrontisCore
import FrontisProviders
import FrontisStorage
import FrontisStore

/// Looks at a site's configuration, credentials and models, for somebody who wants to know why it does not work, or
/// whether it will. Writes nothing, and asks nobody unless it is told to.
package struct Doctor: Sendable {
    private let options: BuildOptions
    private let folder: SiteFolder

    package init(options: BuildOptions) {
        self.options = options
        folder = SiteFolder(options)
    }

    /// - Parameter isOnline: asks providers what costs nothing: whether they are there, know the key, have the model.
    package func examine(isOnline: Bool) async -> DoctorReport {
        let (configuration, findings) = SiteSource.configuration(in: folder, options: options)
        let now = options.time
        let (registry, registryFindings) = folder.gallery.registry(
            for: configuration, options.run, now: now)
        let pins = await pins()
        let site = SiteExamination(folder: folder, options: options)
        var sections = [
            DoctorReport.Section(
                kind: "site", title: "site \(options.site)", uses: [],
                checks: await site.checks(findings: findings + registryFindings))
        ]
        let names = Self.providerNames(in: configuration, pins)
        for name in names {
            sections.append(await self.section(for: name, configuration, pins, registry, isOnline: isOnline))
        }
        sections.append(await altSection(configuration, registry, sections, isOnline: isOnline))
        await registry.shutdown()
        sections += await publishSections(configuration, isOnline: isOnline)
        return DoctorReport(sections, isOnline: isOnline)
    }

    /// Of the whole site, drafts too; what is wrong with them is the build's to say.
    private func pins() async -> [Located<String>] {
        do throws(Diagnostic) {
            return try await SiteWishes.read(in: folder, options: options, texts: .of([])).list.wishes
                .compactMap(\.request.provider)
        } catch {
            return []
        }
    }

    /// Those that are written down, and those that are used without it.
    private static func providerNames(
        in configuration: SiteConfiguration, _ pins: [Located<String>]
    ) -> [Located<String>] {
        var names: [String: Located<String>] = [:]
        let used = [configuration.images.provider] + [configuration.alt.provider].compactMap(\.self) + pins
        for name in used where names[name.value] == nil { names[name.value] = name }
        for settings in configuration.providers.values where names[settings.name] == nil {
            names[settings.name] = Located(settings.name, at: settings.dialect.location)
        }
        return names.values.sorted { $0.value < $1.value }
    }

    // MARK: Providers

    private func section(
        for name: Located<String>, _ configuration: SiteConfiguration, _ pins: [Located<String>],
        _ registry: ProviderRegistry, isOnline: Bool
    ) async -> DoctorReport.Section {
        let uses = Self.uses(of: name.value, configuration, pins)
        var section = DoctorReport.Section(
            kind: "provider", title: "provider \(name.value)", provider: name.value, uses: uses.map(\.text), checks: [])
        let sample = Self.sample(configuration)
        do throws(Diagnostic) {
            let survey = try registry.survey(name, sample: sample)
            section.dialect = survey.dialect
            section.model = survey.model
            section.checks = survey.checks
            let isForWords = uses == [.describes]
            // Whoever only describes needs no price and no image model.
            if isForWords { section.checks.removeAll { ["price", "model"].contains($0.subject) } }
            if isOnline {
                let answers = try await registry.probe(name, sample: sample)
                section.checks += answers.filter { !isForWords || $0.subject != "model" }
            }
            if section.checks.isEmpty {
                section.checks.append(HealthCheck(.ok, "settings", "needs no key and sends nothing"))
            }
        } catch {
            section.checks.append(Self.check(error))
        }
        let named = section.dialect.map { $0 == name.value ? "" : " (\($0))" } ?? ""
        section.title += named + ": " + (uses.isEmpty ? "nothing uses it" : uses.map(\.text).joined(separator: ", "))
        return section
    }

    /// What a provider is used for.
    private enum Use: Equatable {
        case makes
        case pinned(Int)
        case describes

        var text: String {
            switch self {
            case .makes: "makes the pictures"
            case .pinned(let count): "pinned by \(Plural.text(count, "picture"))"
            case .describes: "writes the alt texts"
            }
        }
    }

    private static func uses(of name: String, _ configuration: SiteConfiguration, _ pins: [Located<String>])
        -> [Use]
    {
        var uses: [Use] = []
        if configuration.images.provider.value == name { uses.append(.makes) }
        let pinned = pins.count { $0.value == name }
        if pinned > 0 { uses.append(.pinned(pinned)) }
        if configuration.alt.provider?.value == name { uses.append(.describes) }
        return uses
    }

    /// A picture as the site asks for them, for prices.
    private static func sample(_ configuration: SiteConfiguration) -> GenerationRequest {
        let recipe = Recipe(prompt: "A picture", shape: .aspect(configuration.images.aspect))
        return GenerationRequest(recipe: recipe, key: recipe.key)
    }

    // MARK: Alt texts

    /// - Parameter sections: those before it; what they have said is not said again.
    private func altSection(
        _ configuration: SiteConfiguration, _ registry: ProviderRegistry, _ sections: [DoctorReport.Section],
        isOnline: Bool
    ) async -> DoctorReport.Section {
        let (alt, images) = (configuration.alt, configuration.images.provider)
        var section = DoctorReport.Section(kind: "alt", title: "alt texts", uses: [], checks: [])
        do throws(Diagnostic) {
            if let survey = try registry.surveyDescriber(for: alt, images: images) {
                section.provider = survey.name
                section.dialect = survey.dialect
                section.model = survey.model
                section.title += ": by provider \(survey.name)"
                var checks = survey.checks
                if isOnline { checks += try await registry.probeDescriber(for: alt, images: images) }
                let said = Set(sections.flatMap(\.checks).filter { $0.subject != "model" })
                section.checks = checks.filter { !said.contains($0) }
            } else if alt.provider == nil, registry.dialects[images.value] == "pattern" {
                section.checks.append(HealthCheck(.ok, "describer", "pattern describes what it has drawn"))
            } else {
                let name = alt.provider?.value ?? images.value
                section.checks.append(
                    HealthCheck(
                        alt.require == .none ? .warning : .error, "describer",
                        "provider \(name) cannot look at pictures, so nobody writes alt texts",
                        help: "name one that can: alt: { provider: … }, or write every alt text yourself"))
            }
        } catch {
            // The provider's own section has said so.
            let check = Self.check(error)
            if !sections.contains(where: { $0.checks.contains(check) }) { section.checks.append(check) }
        }
        if section.checks.isEmpty, section.provider != nil {
            section.checks.append(HealthCheck(.ok, "describer", "with the provider's own settings"))
        }
        return section
    }

    // MARK: The bucket

    /// None for a site that publishes to no bucket.
    private func publishSections(
        _ configuration: SiteConfiguration, isOnline: Bool
    ) async -> [DoctorReport.Section] {
        guard let publishing = configuration.publish else { return [] }
        let (environment, _) = GalleryEnvironment.load(in: folder.gallery, options: options.run)
        let bucket = Bucket(publishing, environment: environment, folder: folder.root)
        var checks = bucket.checks()
        if isOnline, !checks.contains(where: { $0.state == .error }) { checks += await bucket.probe() }
        await bucket.shutdown()
        return [DoctorReport.Section(kind: "publish", title: "bucket \(publishing.shown)", uses: [], checks: checks)]
    }

    static func check(_ finding: Diagnostic) -> HealthCheck {
        let state: HealthCheck.State =
            switch finding.severity {
            case .error: .error
            case .warning: .warning
            case .note, .ignored: .note
            }
        let place = finding.location.map { "\($0.path):\($0.line): " } ?? ""
        return HealthCheck(state, finding.id.rawValue, place + finding.summary, help: finding.help)
    }
}
