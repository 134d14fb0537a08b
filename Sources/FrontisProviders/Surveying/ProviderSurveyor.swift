import Foundation
import FrontisCore
import FrontisText

/// Looks at a provider's settings, and at what they need from outside of `frontis.yaml`.
struct ProviderSurveyor: Sendable {
    /// How long before a model's end it is spoken of.
    private static let notice = 90

    let block: ProviderBlock
    let dialect: Dialect
    let use: ProviderSurvey.Use

    var survey: ProviderSurvey {
        var survey = ProviderSurvey(name: block.name, dialect: dialect.name, checks: [])
        switch use {
        case .pictures(let request):
            let provider = dialect.makeProvider(block)
            survey.model = provider.model(for: request)
            survey.price = provider.price(of: request)
            if let model = survey.model { survey.checks.append(check(model)) }
            survey.checks += provider.objections(to: request).filter(\.isFatal).map {
                HealthCheck(.error, "settings", $0.summary, help: $0.help)
            }
            if !provider.makesPlaceholders { survey.checks.append(check(survey.price)) }
        case .words:
            let describer = dialect.makeDescriber?(block)
            survey.model = describer?.model
            if let model = survey.model { survey.checks.append(check(model)) }
            if let describer, describer.price(of: Self.description) == nil { survey.checks.append(Self.unpriced) }
        }
        survey.checks += dialect.inspect?(block) ?? []
        survey.checks += SettingSurveyor(block: block, dialect: dialect).checks
        return survey
    }

    private static let description = DescriptionRequest(
        image: [], mediaType: .png, width: 1536, height: 1024, language: "en", pageTitle: "", pageSummary: "",
        maxLength: 125)

    private static let unpriced = HealthCheck(
        .warning, "price", "no price is known for an alt text, so none is asked for",
        help: "say what one costs, in US dollars: alt: { price: 0.002 }; 0 where it is free")

    private func check(_ price: Price?) -> HealthCheck {
        guard let price else {
            return HealthCheck(
                .error, "price", "no price is known, and the budget needs one",
                help: "say what a picture costs, in US dollars: price: 0.04, or price: 0 for a program or server of "
                    + "your own")
        }
        if price.high == .zero { return HealthCheck(.ok, "price", "a picture costs nothing") }
        let (low, high) = (price.low.text, price.high.text)
        let amount = low == high ? high : "\(low) to \(high)"
        return HealthCheck(.ok, "price", "a picture costs about \(amount)")
    }

    // MARK: Models

    private func check(_ model: String) -> HealthCheck {
        let facts = dialect.facts?(block, model)
        let shown = VendorText.clean(model, secrets: [])
        if let facts, let found = end(of: shown, facts) { return found }
        guard let facts, !facts.isKnown, facts.isVendors else { return HealthCheck(.ok, "model", "model \(shown)") }
        let clause = Suggestion.clause(for: model, among: ModelTable.names)
        return HealthCheck(
            .note, "model", "model \(shown) is not in the table of \(ModelTable.date)\(clause)",
            help: "it is passed on as it is written, and the vendor decides")
    }

    /// Nothing where the day is far away, or nobody knows one.
    private func end(of model: String, _ facts: ModelFacts) -> HealthCheck? {
        guard let retired = facts.retired else { return nil }
        let help = facts.successor.map { "write model: \($0), its successor" }
        if retired <= block.today {
            let summary = "model \(model) was switched off by its vendor on \(retired.day8601)"
            guard facts.isVendors else {
                return HealthCheck(
                    .note, "model", summary, help: "whoever answers at the provider's address may have it for longer")
            }
            return HealthCheck(.warning, "model", summary, help: help)
        }
        guard retired.timestamp <= block.today.timestamp + Self.notice * 86400 else { return nil }
        return HealthCheck(
            .note, "model", "model \(model) will be switched off by its vendor on \(retired.day8601)", help: help)
    }

    // MARK: Asking

    func probe() async -> [HealthCheck] {
        guard let probe = dialect.probe else {
            guard dialect.usesHTTP else { return [] }
            return [HealthCheck(.note, "answer", "dialect \(dialect.name) has no question that costs nothing")]
        }
        let result: ProbeResult
        do throws(ProviderFailure) {
            result = try await probe(block)
        } catch {
            return [HealthCheck(.error, "answer", error.message, help: error.help)]
        }
        let state = result.help == nil ? HealthCheck.State.ok : .note
        return [HealthCheck(state, "answer", result.summary, help: result.help)] + check(result.models)
    }

    /// Whether the account may use the model, and for how long.
    private func check(_ models: [ProbeResult.Model]?) -> [HealthCheck] {
        guard let models, let wanted = survey.model else { return [] }
        let shown = VendorText.clean(wanted, secrets: [])
        let facts = dialect.facts?(block, wanted)
        guard let found = models.first(where: { $0.name == wanted }) else {
            let near = Suggestion.nearest(to: wanted, among: models.map(\.name))
            let clause = near.map { "; did you mean '\(VendorText.clean($0, secrets: []))'?" } ?? ""
            let help = facts?.successor.map { "write model: \($0), its successor" }
            return [HealthCheck(.error, "model", "the account has no model '\(shown)'\(clause)", help: help)]
        }
        guard let retired = found.retired else { return [] }
        var told = facts ?? ModelFacts(isVendors: true)
        told.retired = retired
        return [end(of: shown, told)].compactMap(\.self)
    }
}
