import FrontisCore
import FrontisStore

extension ImageFulfiller {
    /// Finds or asks for alt texts: the lock's, the store's, the describer's. The author's stand over all of them
    /// and are put in per slot.
    func describe(
        _ task: PictureTask, _ image: StoredImage, _ bytes: [UInt8], _ result: inout PictureTask.Result
    ) async {
        for language in task.undescribedLanguages {
            if let locked = lockedAlt(of: image.digest, language: language) {
                result.alts[language] = locked
                continue
            }
            do {
                if let record = try store.alt(of: image.digest, language: language) {
                    result.alts[language] = AltText(text: record.text, source: record.source, language: language)
                    continue
                }
            } catch {
                result.diagnostics.append(
                    finding(.init(.storeUnreadable, error.summary, error.help), at: task.slots[0]))
                continue
            }
            await ask(task, image, bytes, language: language, &result)
        }
    }

    private func lockedAlt(of image: Digest, language: String) -> AltText? {
        for (_, entry) in lock.images.sorted(by: { $0.key < $1.key }) where entry.image == image {
            guard let alt = entry.alts[language], alt.source == .model || alt.source == .reviewed else { continue }
            return alt
        }
        return nil
    }

    private func ask(
        _ task: PictureTask, _ image: StoredImage, _ bytes: [UInt8], language: String,
        _ result: inout PictureTask.Result
    ) async {
        let slot = task.slots.first { $0.request.alt == nil && $0.languages.contains(language) } ?? task.slots[0]
        guard let describer, !rules.isFrozen, !rules.isOffline else {
            let reason = describer == nil ? "there is no describer" : "this run sends nothing"
            result.diagnostics.append(missing(slot, language, reason, help: "write it yourself: alt: …"))
            return
        }
        let request = DescriptionRequest(
            image: bytes, mediaType: image.mediaType, width: image.width, height: image.height, language: language,
            pageTitle: slot.pageTitle, pageSummary: slot.pageSummary, maxLength: rules.altLength)
        let call = PaidCall(
            account: account, provider: describer.name, dialect: "describer", model: nil,
            key: image.digest, kind: "alt", price: nil, now: rules.now)
        do {
            let description = try await call.run(rules.retry) {
                () async throws(ProviderFailure) -> (Description, Cost?) in
                let description = try await describer.describe(request)
                return (description, description.cost)
            }
            let text = Self.bounded(description.text)
            guard !text.isEmpty else {
                result.diagnostics.append(missing(slot, language, "the describer's answer is empty", help: nil))
                return
            }
            let record = AltRecord(
                image: image.digest, language: language, text: text, source: .model, model: description.model,
                created: rules.now)
            try store.write(record)
            result.alts[language] = AltText(text: text, source: .model, language: language)
            result.altsMade += 1
        } catch let failure as ProviderFailure {
            result.diagnostics.append(
                missing(slot, language, "describer '\(describer.name)': \(failure.message)", help: failure.help))
        } catch let error as StoreError {
            result.diagnostics.append(finding(.init(.storeUnreadable, error.summary, error.help), at: slot))
        } catch {
            result.diagnostics.append(missing(slot, language, "\(error)", help: nil))
        }
    }

    private func missing(_ slot: Slot, _ language: String, _ reason: String, help: String?) -> Diagnostic {
        var diagnostic = finding(
            .init(.altNotMade, "\(slot.id) has no alt text in '\(language)': \(reason)", help), at: slot)
        if rules.altRequirement != .none { diagnostic.severity = .error }
        return diagnostic
    }

    /// A model's text is one line of a sane length; how long it should be is a matter of style.
    private static func bounded(_ text: String) -> String {
        let visible = text.unicodeScalars.map { scalar in
            scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format ? " " : scalar
        }
        let folded = Recipe.normalized(String(String.UnicodeScalarView(visible)))
        guard folded.count > 1000 else { return folded }
        let head = folded.prefix(1000)
        return head[..<(head.lastIndex(of: " ") ?? head.endIndex)] + "…"
    }

    // MARK: Results

    /// Adds what became of one picture to the outcome, in catalog and lock.
    func add(_ result: PictureTask.Result, to outcome: inout Outcome) {
        outcome.diagnostics += result.diagnostics
        outcome.altsMade += result.altsMade
        outcome.altsKept += result.alts.count - result.altsMade
        guard let image = result.image else {
            outcome.failed += result.task.slots.count
            return
        }
        outcome.made += result.made
        outcome.kept += result.task.slots.count - (result.task.image == nil && result.made > 0 ? 1 : 0)
        for slot in result.task.slots {
            var alts: [String: AltText] = [:]
            for language in slot.languages {
                alts[language] =
                    slot.request.alt.map { AltText.byAuthor($0, language: language) } ?? result.alts[language]
                    ?? AltText(text: "", source: .missing, language: language)
            }
            outcome.catalog.add(
                ImageCatalog.Entry(
                    path: PicturePath.path(of: image.digest, image.mediaType), file: store.path(of: image.digest),
                    mediaType: image.mediaType, width: image.width, height: image.height, length: result.length,
                    alts: alts, caption: slot.request.caption, isPlaceholder: false),
                for: slot)
            outcome.lockEntries[slot.id] = lockEntry(
                slot, image, alts, isStale: result.task.staleSlots.contains(slot.id))
        }
    }

    private func lockEntry(
        _ slot: Slot, _ image: StoredImage, _ alts: [String: AltText], isStale: Bool
    ) -> SiteLock.Entry {
        // A stale slot goes on saying what its picture was made for.
        var entry =
            (isStale ? lock.images[slot.id] : nil)
            ?? SiteLock.Entry(image: image, recipe: slot.key, asked: slot.asked, prompt: slot.recipe.prompt,
                written: slot.request.isAutomatic ? slot.filledPrompt : nil)
        let known = slot.languages.compactMap { alts[$0] }.filter { $0.source != .missing }
        entry.alt = known.first { $0.language == slot.languages.first }.map(SiteLock.Alt.init)
        let others = known.filter { $0.language != slot.languages.first }.map(SiteLock.Alt.init)
        entry.translations = others.isEmpty ? nil : others
        return entry
    }
}

extension ImageCatalog {
    /// Under the slot's id, and under the name that the body uses for a prompt in the text.
    mutating func add(_ entry: Entry, for slot: Slot) {
        entries[slot.id] = entry
        entries[SlotID(source: slot.id.source, name: slot.request.name)] = entry
    }
}
