package import FrontisCore
import FrontisImages
import FrontisStore

/// What `frontis image` does about slots: list, pick, keep, undo, history, prune, and having more made.
package struct PictureChoices: Sendable {
    /// Finds out what is asked for, as far as a question wants to know it. A choice does not wait for the day of
    /// publication: drafts are asked as well.
    package typealias Reader = @Sendable (SlotDesk.Question) async throws(Diagnostic) -> SlotDesk.Wanted

    private let gallery: Gallery
    /// The same for looking and choosing: what a person chooses is written down wherever it is done; what is paid for
    /// is refused elsewhere.
    private let choosing: Gallery
    private let read: Reader

    package init(
        in folder: GalleryFolder, options: RunOptions, progress: @escaping @Sendable (RunProgress) -> Void,
        read: @escaping Reader
    ) {
        gallery = Gallery(folder: folder, options: options, progress: progress)
        var lenient = options
        if options.policy == .frozen { lenient.policy = nil }
        choosing = Gallery(folder: folder, options: lenient)
        self.read = read
    }

    private func desk(for question: SlotDesk.Question) async throws(DiagnosticsError) -> SlotDesk {
        let wanted: SlotDesk.Wanted
        do throws(Diagnostic) { wanted = try await read(question) } catch { throw DiagnosticsError([error]) }
        return try await SlotDesk(question, wanted: wanted, in: choosing)
    }

    // MARK: Looking

    package func list(_ names: [String]) async -> ChoiceAnswer {
        var answer = await answer(.init(names: names.isEmpty ? nil : names)) { desk throws(DiagnosticsError) in
            try Self.list(names, at: desk)
        }
        addMoney(to: &answer, isWhole: names.isEmpty)
        return answer
    }

    /// - Parameter names: none for all.
    private static func list(_ names: [String], at desk: SlotDesk) throws(DiagnosticsError) -> [SlotReport] {
        if names.isEmpty { return desk.prepared.slots.map(desk.report) + desk.orphans() }
        var reports: [SlotReport] = []
        for name in names { reports.append(desk.report(of: try desk.slot(named: name))) }
        return reports
    }

    /// What the ledger says that the slots' texts have cost, and everything where all slots are there.
    private func addMoney(to answer: inout ChoiceAnswer, isWhole: Bool) {
        guard !answer.diagnostics.hasErrors else { return }
        let folder = gallery.folder
        do throws(FileError) {
            let ledger = try SpendLedger(store: folder.store).read()
            answer.diagnostics += [ledger.damage(in: folder)].compactMap { $0 }
            var shown: [String: Cost] = [:]
            for slot in answer.slots { if let image = slot.image, let cost = slot.cost { shown[image] = cost } }
            let money = SlotMoney(SpendLedger.calls(of: ledger.lines), shown: shown)
            for index in answer.slots.indices {
                answer.slots[index].altCost = answer.slots[index].image.flatMap { money.altCosts[$0] }
            }
            if isWhole { answer.money = money }
        } catch {
            answer.diagnostics.append(
                error.diagnostic(.storeUnreadable, in: folder.root))
        }
    }

    /// As `list`, with the site's own pictures, which have alt texts and nothing else.
    func listDescribed(_ names: [String]) async -> ChoiceAnswer {
        let names = names.isEmpty ? nil : names
        return await answer(.init(names: names, isAboutTexts: true)) { desk throws(DiagnosticsError) in
            guard let names else { return desk.describables() }
            return try Self.listDescribed(names, at: desk)
        }
    }

    private static func listDescribed(
        _ names: [String], at desk: SlotDesk
    ) throws(DiagnosticsError) -> [SlotReport] {
        var reports: [SlotReport] = []
        for name in names {
            reports.append(desk.report(of: try desk.describable(named: name)))
        }
        return reports
    }

    /// Oldest first.
    ///
    /// - Returns: also how everybody else calls the slot.
    package func history(of name: String) async -> (slot: String, shown: [ShownPicture], diagnostics: [Diagnostic]) {
        do throws(DiagnosticsError) {
            let desk = try await desk(for: .init(names: [name]))
            let slot = try desk.slot(named: name)
            let present = desk.present(of: slot)?.digest
            return (
                slot.id.description,
                try Self.lines(of: slot, at: desk).map { line in
                    ShownPicture(
                        time: line.time, event: line.event.rawValue, prompt: line.prompt, candidate: line.candidate,
                        image: line.image.hex, file: desk.folder.shown(desk.store.path(of: line.image)),
                        isShown: line.image == present)
                }, []
            )
        } catch {
            return (name, [], error.diagnostics)
        }
    }

    // MARK: Choosing

    /// - Parameter choice: a candidate's number, or the beginning of its digest, at least six digits of it; or that of
    ///   another picture of the slot's history, which may be of a recipe of before the house style was changed.
    package func pick(_ name: String, _ choice: String) async -> ChoiceAnswer {
        await change([name]) { desk, slot async throws(DiagnosticsError) in
            let candidates = try desk.manifest(of: slot.key)?.candidates ?? []
            let matching = candidates.filter { candidate in
                String(candidate.number) == choice
                    || (choice.count >= 6 && candidate.image.hex.hasPrefix(choice.lowercased()))
            }
            let remembered = matching.isEmpty ? try Self.remembered(slot, choice, at: desk) : nil
            guard let candidate = matching.first ?? remembered else {
                let numbers = candidates.map { String($0.number) }.joined(separator: ", ")
                throw Self.impossible(
                    "\(slot.id) has no candidate '\(choice)'",
                    help: candidates.isEmpty
                        ? "it has none yet; 'candidates: 4' in its front matter has four made"
                        : "it has: \(numbers)")
            }
            guard desk.prepared.pins.accepts(candidate.stored, for: slot) else {
                throw Self.impossible(
                    "candidate \(candidate.number) of \(slot.id) is not by what its front matter pins",
                    help: "take the pin out of the front matter, or pick another")
            }
            try await desk.choose(candidate.stored, for: slot, event: .picked)
        }
    }

    private static func remembered(
        _ slot: Slot, _ choice: String, at desk: SlotDesk
    ) throws(DiagnosticsError) -> RecipeManifest.Candidate? {
        guard choice.count >= 6 else { return nil }
        let lines = try lines(of: slot, at: desk)
        guard let line = lines.last(where: { $0.image.hex.hasPrefix(choice.lowercased()) }) else { return nil }
        return try desk.manifest(of: line.recipe)?.candidates.first { $0.image == line.image }
    }

    /// Accepts the picture that a slot has for the recipe that it has now.
    package func keep(_ names: [String]) async -> ChoiceAnswer {
        await change(names) { desk, slot async throws(DiagnosticsError) in
            guard let image = desk.present(of: slot) else {
                let isDrawn = desk.entry(of: slot)?.action == .placeholder
                throw Self.impossible(
                    "\(slot.id) has no picture to keep",
                    help: isDrawn
                        ? "it is drawn offline, anew whenever it is needed, and costs nothing"
                        : "have one made: frontis image make --slot \(slot.id)")
            }
            guard desk.prepared.pins.accepts(image, for: slot) else {
                throw Self.impossible(
                    "the picture of \(slot.id) is not by what its front matter pins",
                    help: "take the pin out of the front matter")
            }
            // The pair is accepted as it is.
            let light = slot.light.flatMap { desk.shown(in: $0.id)?.digest }
            try await desk.choose(image, for: slot, event: .kept, beside: light)
            try await desk.keepCompanion(of: slot)
        }
    }

    /// Gives a slot back the picture that it showed before.
    package func undo(_ name: String) async -> ChoiceAnswer {
        await change([name]) { desk, slot async throws(DiagnosticsError) in
            guard let present = desk.present(of: slot),
                let line = ChoiceHistory.previous(in: try Self.lines(of: slot, at: desk), before: present.digest),
                let image = try desk.manifest(of: line.recipe)?.candidates.first(where: { $0.image == line.image })
            else {
                throw Self.impossible("\(slot.id) has shown no other picture before", help: nil)
            }
            try await desk.choose(image.stored, for: slot, event: .undone)
        }
    }

    /// Takes entries out of the lock whose slots no page has, drafts included, and texts of the site's own pictures
    /// that no page needs. Pictures stay in the store.
    ///
    /// - Returns: what was or would be taken out.
    package func prune(isDryRun: Bool) async -> ChoiceAnswer {
        await answer(.init(isAboutTexts: true)) { desk throws(DiagnosticsError) in
            let orphans = desk.orphans()
            let texts = desk.orphanAlts()
            let all = orphans + texts.map(\.report)
            guard !isDryRun else { return all }
            do throws(Diagnostic) {
                _ = try SiteLock.merge(
                    [:], removing: Set(desk.orphanIDs), removingAlts: Set(texts.map(\.id)),
                    into: desk.folder.lock, locks: desk.folder.cache + "/locks")
            } catch {
                throw DiagnosticsError([error])
            }
            return all
        }
    }

    // MARK: Having pictures made

    /// Makes slots anew, by their recipes of today; the new picture is shown.
    ///
    /// - Parameter allStale: slots whose style, default or title has changed since.
    package func regenerate(_ names: [String], allStale: Bool) async -> ChoiceAnswer {
        await make(.init(names: allStale ? nil : names, needsWords: allStale), event: .regenerated) {
            desk throws(DiagnosticsError) in
            var demands: [SlotID: PictureDemand] = [:]
            for name in names { demands[try desk.slot(named: name).id] = .anew(count: 1) }
            guard allStale else { return demands }
            for entry in desk.prepared.plan.entries where entry.isStale {
                guard let slot = entry.slot else { continue }
                let usual = slot.light == nil ? desk.wanted.list.configuration.images.candidates : 1
                let count = slot.request.candidates ?? usual
                demands[slot.id] = .anew(count: max(1, count))
            }
            return demands
        }
    }

    /// Has as many candidates made as are missing.
    package func makeCandidates(of name: String, count: Int) async -> ChoiceAnswer {
        await make(.init(names: [name]), event: .made) { desk throws(DiagnosticsError) in
            [try desk.slot(named: name).id: .candidates(count)]
        }
    }

    /// Has alt texts written anew for the pictures that slots show.
    func redescribe(_ names: [String]) async -> ChoiceAnswer {
        await make(.init(names: names, isAboutTexts: true), event: .made) { desk throws(DiagnosticsError) in
            var demands: [SlotID: PictureDemand] = [:]
            for name in names {
                let describable = try desk.describable(named: name)
                try Self.refuseDark(describable)
                let place = describable.place
                guard place.alt == nil else {
                    throw Self.impossible(
                        "the alt text of \(place.id) stands in its page",
                        help: "change it in \(place.id.source.location.path)")
                }
                demands[place.id] = .description
            }
            return demands
        }
    }

    private func make(
        _ question: SlotDesk.Question, event: ChoiceHistory.Line.Event,
        _ wanted: (SlotDesk) throws(DiagnosticsError) -> [SlotID: PictureDemand]
    ) async -> ChoiceAnswer {
        let desk: SlotDesk
        let demands: [SlotID: PictureDemand]
        do throws(DiagnosticsError) {
            desk = try await self.desk(for: question)
            demands = try wanted(desk)
        } catch {
            return ChoiceAnswer(diagnostics: error.diagnostics)
        }
        guard !demands.isEmpty else { return ChoiceAnswer() }
        let obstacles = desk.obstacles(to: Set(demands.keys.map(\.source)))
        guard obstacles.isEmpty else { return ChoiceAnswer(diagnostics: obstacles) }
        if let policy = gallery.options.policy {
            return ChoiceAnswer(diagnostics: [
                Diagnostic(
                    .pictureFrozen,
                    "pictures would have to be made, and this run is \(policy.sends ? "frozen" : "offline")",
                    help: "lift it with --no-frozen")
            ])
        }
        let gallery = gallery.on(.making(demands, event: event))
        var list = desk.wanted.list
        list.localPictures.removeAll { $0.isByAuthor }
        // Whoever asks for a picture wants that one.
        list.configuration.images.onFailure = .error
        let outcome = await gallery.fulfil(await gallery.start(list))
        let names = demands.keys.sorted().map(\.description)
        var answer = await answer(from: desk) { desk throws(DiagnosticsError) in
            try Self.listDescribed(names, at: desk)
        }
        answer.diagnostics = outcome.diagnostics.settled(severities: list.configuration.severities)
        answer.cost = outcome.cost
        return answer
    }

    // MARK: Steps that all share

    private func answer(
        _ question: SlotDesk.Question, _ look: (SlotDesk) throws(DiagnosticsError) -> [SlotReport]
    ) async -> ChoiceAnswer {
        do throws(DiagnosticsError) {
            return ChoiceAnswer(slots: try look(try await desk(for: question)))
        } catch {
            return ChoiceAnswer(diagnostics: error.diagnostics)
        }
    }

    /// What there is to say after something was written.
    private func answer(
        from desk: SlotDesk, _ look: (SlotDesk) throws(DiagnosticsError) -> [SlotReport]
    ) async -> ChoiceAnswer {
        do throws(DiagnosticsError) {
            return ChoiceAnswer(slots: try look(try await desk.refreshed()))
        } catch {
            return ChoiceAnswer(diagnostics: error.diagnostics)
        }
    }

    /// Changes each slot, going on after one that cannot be, and reports them as they are then.
    private func change(
        _ names: [String], _ change: (SlotDesk, Slot) async throws(DiagnosticsError) -> Void
    ) async -> ChoiceAnswer {
        var answer = await self.change(.init(names: names)) { _ in
            []
        } each: { desk, name async throws(DiagnosticsError) in
            try await change(desk, try desk.slot(named: name))
        } report: { names, desk throws(DiagnosticsError) in
            try Self.list(names, at: desk)
        }
        if !answer.slots.isEmpty { addMoney(to: &answer, isWhole: false) }
        return answer
    }

    /// The same for alt texts, of slots and of the site's own pictures.
    ///
    /// - Parameter names: nothing: those that `select` finds among all.
    func changeTexts(
        _ names: [String]?, select: (SlotDesk) -> [String],
        _ change: (SlotDesk, Describable) async throws(DiagnosticsError) -> Void
    ) async -> ChoiceAnswer {
        await self.change(.init(names: names, isAboutTexts: true), select: select) {
            desk, name async throws(DiagnosticsError) in
            try await change(desk, try desk.describable(named: name))
        } report: { names, desk throws(DiagnosticsError) in
            try Self.listDescribed(names, at: desk)
        }
    }

    private func change(
        _ question: SlotDesk.Question, select: (SlotDesk) -> [String],
        each change: (SlotDesk, String) async throws(DiagnosticsError) -> Void,
        report: ([String], SlotDesk) throws(DiagnosticsError) -> [SlotReport]
    ) async -> ChoiceAnswer {
        let desk: SlotDesk
        do throws(DiagnosticsError) {
            desk = try await self.desk(for: question)
        } catch {
            return ChoiceAnswer(diagnostics: error.diagnostics)
        }
        var diagnostics: [Diagnostic] = []
        var changed: [String] = []
        for name in question.names ?? select(desk) {
            do throws(DiagnosticsError) {
                try await change(desk, name)
                changed.append(name)
            } catch {
                diagnostics += error.diagnostics
            }
        }
        guard !changed.isEmpty else { return ChoiceAnswer(diagnostics: diagnostics) }
        var answer = await answer(from: desk) { desk throws(DiagnosticsError) in
            try report(changed, desk)
        }
        answer.diagnostics = diagnostics + answer.diagnostics
        return answer
    }

    private static func lines(of slot: Slot, at desk: SlotDesk) throws(DiagnosticsError) -> [ChoiceHistory.Line] {
        do throws(FileError) {
            return try ChoiceHistory(store: desk.folder.store).lines().filter { $0.slot == slot.id }
        } catch {
            throw DiagnosticsError([error.diagnostic(.storeUnreadable)])
        }
    }

    /// Alt texts are the light pictures'.
    static func refuseDark(_ describable: Describable) throws(DiagnosticsError) {
        guard case .slot(let slot) = describable, let light = slot.light?.id else { return }
        throw impossible(
            "\(slot.id) has no alt text of its own: it is shown in the place of \(light), with that one's text",
            help: "name \(light) instead")
    }

    static func impossible(_ summary: String, help: String?) -> DiagnosticsError {
        DiagnosticsError([Diagnostic(.choiceImpossible, summary, help: help)])
    }
}
