package import FrontisCore

/// Says where the alt texts of slots break a rule, each fault of a text once. Pure.
///
/// Authors' texts are known before anything is planned; models' texts, what the lock says and which of two slots
/// show one picture only when everything is there.
package struct AltChecker: Sendable {
    private let rules: AltRules
    private let requirement: SiteConfiguration.Requirement

    package init(maxLength: Int, requirement: SiteConfiguration.Requirement) {
        rules = AltRules(maxLength: maxLength)
        self.requirement = requirement
    }

    package init(_ configuration: SiteConfiguration.Alt) {
        self.init(maxLength: configuration.maxLength, requirement: configuration.require)
    }

    init(_ rules: FulfilmentRules) {
        self.init(maxLength: rules.altLength, requirement: rules.altRequirement)
    }

    // MARK: Authors

    /// Of the author's own text and of the words at places that show the picture, where they stand.
    func findings(ofAuthorsOf slot: Slot, _ shown: [Wish.ShownAlt]) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        if let alt = slot.request.alt {
            diagnostics += findings(
                in: alt, AltRules.Context(slot.described, language: slot.pageLanguage), at: slot.altPlace)
        }
        // The same words are the same fault, wherever the slot shows them.
        let own = slot.request.alt.map(Recipe.normalized)
        for alt in shown where Recipe.normalized(alt.text) != own {
            var context = AltRules.Context(slot.described, language: alt.language)
            context.title = alt.title
            diagnostics += findings(in: alt.text, context, at: (alt.location, alt.sourceLine))
        }
        return diagnostics
    }

    private func findings(in text: String, _ context: AltRules.Context, at place: Place) -> [Diagnostic] {
        rules.findings(in: text, context).map {
            Diagnostic($0.id, "alt text \($0.words)", at: place.location, in: place.line, help: $0.help)
        }
    }

    // MARK: Everybody

    /// Of models' texts, accepted or not, and of pictures that share a text though they differ.
    package func findings(ofShown slots: [Slot], in catalog: ImageCatalog) -> [Diagnostic] {
        var shown: [SlotID: Shown] = [:]
        for slot in slots {
            guard let entry = catalog.entries[slot.id] else { continue }
            let place = slot.altPlace
            shown[slot.id] = Shown(
                path: entry.path, alts: entry.alts, isDrawn: entry.isPlaceholder,
                authorsPlace: (place.location, place.line))
        }
        return findings(of: slots.map(\.described), shown)
    }

    /// What stands at a place.
    struct Shown {
        /// Pictures of one path are the same.
        var path: SitePath
        /// By language.
        var alts: [String: AltText]
        /// Whether it was drawn offline, with words that follow from the drawing.
        var isDrawn = false
        /// Where the author's words stand, if not where the picture does.
        var authorsPlace: (location: SourceLocation, line: String?)?
    }

    /// - Parameter shown: by the places' ids.
    func findings(of places: [DescribedPlace], _ shown: [SlotID: Shown]) -> [Diagnostic] {
        struct Fault: Hashable {
            var picture: SitePath
            var language: String
            var id: DiagnosticID
        }
        var seen: Set<Fault> = []
        var diagnostics: [Diagnostic] = []
        let places = places.sorted { $0.id < $1.id }
        for place in places {
            guard let entry = shown[place.id], !entry.isDrawn else { continue }
            for language in place.languages {
                guard let alt = entry.alts[language], alt.source == .model || alt.source == .reviewed else { continue }
                let context = AltRules.Context(
                    place, language: language, fileName: entry.path.text.split(separator: "/").last.map(String.init))
                for fault in rules.findings(in: alt.text, context)
                where seen.insert(Fault(picture: entry.path, language: language, id: fault.id)).inserted {
                    diagnostics.append(broken(fault, alt, place))
                }
                if requirement == .reviewed, alt.source == .model, place.isOnPage,
                    seen.insert(Fault(picture: entry.path, language: language, id: .altUnreviewed)).inserted
                {
                    diagnostics.append(unreviewed(alt, place))
                }
            }
        }
        return diagnostics + duplicates(places, shown)
    }

    private func broken(_ fault: AltRules.Finding, _ alt: AltText, _ place: DescribedPlace) -> Diagnostic {
        Diagnostic(
            fault.id, "\(place.id): the alt text in '\(alt.language)' \(fault.words)",
            at: place.location, in: place.sourceLine,
            help: "it is: \(Self.shown(alt.text))\n\(fault.help); your own words stand over it: \(place.altForm)"
        )
    }

    private func unreviewed(_ alt: AltText, _ place: DescribedPlace) -> Diagnostic {
        Diagnostic(
            .altUnreviewed,
            "\(place.id): nobody has accepted the alt text in '\(alt.language)' that a model wrote",
            at: place.location, in: place.sourceLine,
            help:
                "it is: \(Self.shown(alt.text))\nlook at the picture, then accept it: frontis alt accept \(place.id)\n"
                + "or set its source to \"reviewed\" in frontis.lock, or write your own: \(place.altForm)")
    }

    /// Two pictures of one page in one language. What the pattern provider says of its own drawings is nobody's
    /// fault.
    private func duplicates(_ places: [DescribedPlace], _ shown: [SlotID: Shown]) -> [Diagnostic] {
        struct Said: Hashable {
            var page: SourceID
            var language: String
            var text: String
        }
        var first: [Said: (place: SlotID, picture: SitePath)] = [:]
        // A pair is named once, whatever number of languages it has a text in.
        var named: Set<SlotID> = []
        var diagnostics: [Diagnostic] = []
        for place in places {
            guard let entry = shown[place.id] else { continue }
            for language in place.languages {
                guard let alt = entry.alts[language], !(entry.isDrawn && alt.source == .model) else { continue }
                let text = AltRules.compared(alt.text)
                guard !text.isEmpty else { continue }
                let said = Said(page: place.id.source, language: language, text: text)
                guard let other = first[said] else {
                    first[said] = (place.id, entry.path)
                    continue
                }
                guard other.picture != entry.path, named.insert(place.id).inserted else { continue }
                let at = alt.source == .author ? entry.authorsPlace : nil
                diagnostics.append(
                    Diagnostic(
                        .altDuplicate, "\(place.id) has the alt text of another picture, \(other.place)",
                        at: at?.location ?? place.location, in: at.map(\.line) ?? place.sourceLine,
                        help: "it is: \(Self.shown(alt.text))\nsay what tells the two apart"))
            }
        }
        return diagnostics
    }

    /// Bounded, as a text from an edited lock may be of any length.
    private static func shown(_ text: String) -> String {
        let line = Recipe.normalized(text)
        return line.count > 300 ? line.prefix(299) + "…" : line
    }

    fileprivate typealias Place = (location: SourceLocation, line: String?)
}

extension Slot {
    /// The first language is the page's own.
    fileprivate var pageLanguage: String { languages.first ?? "en" }

    fileprivate var promptPlace: AltChecker.Place { (request.prompt.location, request.sourceLine) }

    fileprivate var altPlace: AltChecker.Place {
        request.altLocation.map { ($0, request.altLine) } ?? promptPlace
    }
}

extension DescribedPlace {
    /// The picture of a prompt from elsewhere, as the command line's, is in no lock that could say who has read its
    /// text.
    fileprivate var isOnPage: Bool { id.source.file != nil }
}
