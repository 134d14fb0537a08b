import FrontisText
import FrontisCore
import FrontisImages

/// What concerns a whole account is said once, where the account is written down.
struct AccountFindings {
    let folder: GalleryFolder

    /// The findings with one for each provider and kind of trouble in the place of one for each picture, alt text and
    /// prompt that it has cost; and one for what the budget did not allow.
    func toldOnce(_ diagnostics: [Diagnostic], _ account: SpendingAccount, _ configuration: SiteConfiguration)
        -> [Diagnostic]
    {
        let budget = configuration.images.budgetLocation
        let rest = account.toldOnce(
            diagnostics, severities: configuration.severities, at: budget, in: budget.flatMap(folder.line(of:)))
        struct Trouble: Hashable {
            var provider: String
            var kind: ProviderFailure.Kind
        }
        var troubles: [Trouble: [Diagnostic]] = [:]
        var told: [Diagnostic] = []
        for diagnostic in rest {
            if let cause = diagnostic.cause, cause.kind.isAboutAccount {
                troubles[Trouble(provider: cause.provider, kind: cause.kind), default: []].append(diagnostic)
            } else {
                told.append(diagnostic)
            }
        }
        for (trouble, same) in troubles {
            if let one = one(for: same.sorted(), of: trouble.provider, configuration) { told.append(one) }
        }
        return told
    }

    /// - Parameter same: sorted, of one provider and one kind.
    private func one(for same: [Diagnostic], of provider: String, _ configuration: SiteConfiguration)
        -> Diagnostic?
    {
        // What keeps a picture from being made matters more than what an alt text lacks.
        guard var one = same.first(where: { $0.cause?.subject != .altText }) ?? same.first, let cause = one.cause
        else { return nil }
        // Nor is a drawing left unmentioned where only companions lack one.
        if cause.standIn == .lightAlone { one = same.first { $0.cause?.standIn == .drawing } ?? one }
        let severities = configuration.severities
        if same.contains(where: { (severities[$0.id] ?? $0.severity) == .error }) { one.severity = .error }
        let counts = ProviderTrouble.Subject.allCases.compactMap { subject -> String? in
            let count = same.count { $0.cause?.subject == subject }
            return count == 0 ? nil : Plural.text(count, subject.rawValue)
        }
        one.summary = "\(cause.words) (for \(counts.joined(separator: " and ")))"
        one.cause = nil
        let place = place(of: provider, configuration)
        if let location = place.location { (one.location, one.sourceLine) = (location, place.line) }
        return one
    }

    /// Where the provider is written down: its block, else whatever names it.
    private func place(
        of provider: String, _ configuration: SiteConfiguration
    ) -> (location: SourceLocation?, line: String?) {
        if let settings = configuration.providers[provider], let location = settings.location {
            // A line with a key in it is not repeated.
            return (location, settings.holdsPlainSecret ? nil : folder.line(of: location))
        }
        for name in [configuration.images.provider, configuration.alt.provider].compactMap(\.self)
        where name.value == provider && name.location.path == configuration.images.provider.location.path {
            return (name.location, folder.line(of: name.location))
        }
        // The pin is where the finding is already.
        return (nil, nil)
    }
}
