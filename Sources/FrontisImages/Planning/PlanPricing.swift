package import FrontisCore
package import FrontisStore

/// Adds to a plan what will be written for it, alt texts and prompts, and what that costs. Asks nobody.
package struct PlanPricing: Sendable {
    private let store: ImageStore
    private let lockedByImage: [Digest: [SiteLock.Entry]]
    private let describer: (any ImageDescriber)?
    private let writer: any PromptWriter
    private let providers: [String: any ImageProvider]
    private let candidates: Int
    private let altLength: Int
    private let writingSettings: String
    private let usual: UsualPrices
    private let retriesFailed: Bool
    /// Slots whose alt text is to be written although there is one.
    private let redescribed: Set<SlotID>

    /// - Parameter describer: nothing where this run asks for no alt text.
    package init(
        store: ImageStore, lock: SiteLock, describer: (any ImageDescriber)?, writer: any PromptWriter,
        providers: [String: any ImageProvider], configuration: SiteConfiguration, redescribed: Set<SlotID> = [],
        retriesFailed: Bool = false, usual: UsualPrices = UsualPrices()
    ) {
        self.usual = usual
        self.store = store
        lockedByImage = lock.entriesByImage
        self.describer = describer
        self.writer = writer
        self.providers = providers
        candidates = configuration.images.candidates
        altLength = configuration.alt.maxLength
        writingSettings = configuration.alt.writingSettings
        self.retriesFailed = retriesFailed
        self.redescribed = redescribed
    }

    package func priced(_ plan: ImagePlan, _ unwritten: [UnwrittenSlot]) -> ImagePlan {
        var plan = plan
        let indices = Dictionary(
            plan.entries.indices.map { (plan.entries[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
        for task in PictureTask.tasks(for: plan) {
            let isAnew = !redescribed.isDisjoint(with: task.slots.map(\.id))
            let places = task.slots.map(\.described)
            for language in places.undescribedLanguages {
                let place = places.place(toDescribeIn: language)
                guard let index = indices[place.id] else { continue }
                if let image = task.image, !isAnew, isDescribed(image.digest, language) { continue }
                let size = task.image.map { ($0.width, $0.height) } ?? task.slots[0].recipe.shape.largeSize
                let request = describer.map {
                    DescriptionRequest(
                        of: place, width: size.0, height: size.1, mediaType: .png, language: language,
                        maxLength: altLength, for: $0)
                }
                add(request, to: &plan.entries[index])
            }
        }
        for slot in unwritten {
            guard let index = indices[slot.id], plan.entries[index].action == .make else { continue }
            if let failure = failure(of: slot.promptKey, language: nil, by: .init(writer, settings: writingSettings)) {
                let day = failure.created.day
                (plan.entries[index].action, plan.entries[index].reason) =
                    (.blocked, "asked for a prompt on \(day), in vain: \(failure.reason)")
                continue
            }
            price(slot, &plan.entries[index])
            if let index = slot.darkID.flatMap({ indices[$0] }) { priceDark(beside: slot, &plan.entries[index]) }
        }
        noteRetirement(&plan)
        return plan
    }

    private func add(_ request: DescriptionRequest?, to entry: inout ImagePlan.Entry) {
        guard let describer, let request else { return }
        entry.alts.append(
            .init(
                language: request.language, provider: describer.name, model: describer.model,
                price: usual.learned(
                    describer.price(of: request), provider: describer.name, model: describer.model,
                    kind: .alt)))
    }

    private func price(_ slot: UnwrittenSlot, _ entry: inout ImagePlan.Entry) {
        entry.prompt = .init(
            language: slot.prompt.language, provider: writer.name, model: writer.model,
            price: usual.learned(
                writer.price(of: slot.prompt), provider: writer.name, model: writer.model,
                kind: .prompt))
        let count = max(1, slot.request.candidates ?? candidates)
        let request = GenerationRequest(
            recipe: slot.draft, key: slot.promptKey, count: count, model: slot.request.model,
            quality: slot.request.quality)
        if let provider = providers[slot.provider] {
            entry.model = provider.model(for: request)
            entry.count = count
            entry.price = provider.price(of: request).map { $0 * count }
        }
        guard slot.request.alt == nil else { return }
        let size = slot.draft.shape.largeSize
        for language in slot.languages {
            add(
                DescriptionRequest(
                    image: [], mediaType: .png, width: size.0, height: size.1, language: language,
                    pageTitle: slot.prompt.pageTitle, pageSummary: slot.prompt.pageSummary,
                    nearbyText: String(slot.prompt.text.prefix(NearbyText.longest)), maxLength: altLength),
                to: &entry)
        }
    }

    /// The dark companion of a slot without a prompt, at the price of the longest one.
    private func priceDark(beside slot: UnwrittenSlot, _ entry: inout ImagePlan.Entry) {
        guard let provider = providers[slot.provider] else { return }
        var recipe = slot.draft
        recipe.prompt = slot.request.dark?.prompt ?? DarkPrompt.derived(from: recipe.prompt)
        recipe.references = []
        var request = GenerationRequest(
            recipe: recipe, key: slot.promptKey, model: slot.request.model, quality: slot.request.quality)
        if provider.takesLightPicture(with: request) { request.references = [.standIn] }
        entry.model = provider.model(for: request)
        entry.count = 1
        entry.price = provider.price(of: request)
    }

    /// Texts that cannot be read are an error of the build.
    private func isDescribed(_ image: Digest, _ language: String) -> Bool {
        if (lockedByImage[image] ?? []).contains(where: { entry in
            [.model, .reviewed].contains(entry.alts[language]?.source)
        }) {
            return true
        }
        if let describer,
            failure(of: image, language: language, by: .init(describer, settings: writingSettings)) != nil
        {
            return true
        }
        do throws(StoreError) { return try store.alt(of: image, language: language) != nil } catch { return true }
    }

    /// What was asked for in vain is not asked for again. A file that cannot be read is an error of the build.
    private func failure(of subject: Digest, language: String?, by author: FailedWriting.Author) -> FailedWriting? {
        guard !retriesFailed else { return nil }
        do throws(StoreError) {
            return try store.failedWriting(.key(of: subject, language: language, by: author))
        } catch {
            return nil
        }
    }

    /// That a model is past its date is said once, at the first slot that would need it.
    private func noteRetirement(_ plan: inout ImagePlan) {
        func note(_ objections: [Objection], _ whose: String, _ entry: ImagePlan.Entry?) {
            guard let entry else { return }
            for objection in objections {
                let request = entry.slot?.request
                plan.diagnostics.append(
                    Diagnostic(
                        objection.isRetirement ? .modelRetired : .aiImageNote, "\(whose): \(objection.summary)",
                        at: request?.prompt.location, in: request?.sourceLine, help: objection.help))
            }
        }
        if let describer {
            note(describer.objections, "alt texts", plan.entries.first { !$0.alts.isEmpty })
        }
        note(writer.objections, "prompts", plan.entries.first { $0.prompt != nil })
    }
}

extension PictureShape {
    /// As large as any vendor draws it: what a picture may count for that is still to be made.
    fileprivate var largeSize: (Int, Int) {
        switch self {
        case .size(let size): return (size.width, size.height)
        case .aspect(let aspect):
            let (long, ratio) = (4096.0, aspect.ratio)
            return ratio >= 1
                ? (4096, max(1, Int(long / ratio))) : (max(1, Int(long * ratio)), 4096)
        }
    }
}

extension DescriptionRequest {
    /// Without the picture, which is read when the request is about to be sent. `width` and `height` are the
    /// original's.
    init(
        of place: DescribedPlace, width: Int, height: Int, mediaType: MediaType, language: String, maxLength: Int,
        for describer: any ImageDescriber
    ) {
        let size = describer.fit.size(width: width, height: height)
        self.init(
            image: [], mediaType: mediaType, width: size.width, height: size.height, language: language,
            pageTitle: place.about.title, pageSummary: place.about.summary, nearbyText: place.about.nearby?.text ?? "",
            maxLength: maxLength)
    }
}
