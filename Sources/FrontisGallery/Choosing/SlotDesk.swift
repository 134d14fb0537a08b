import Foundation
package import FrontisCore
import FrontisImages
import FrontisPictures
import FrontisStore

/// A gallery's slots as they are now, and the one place where a person's choice is written down: manifest, history and
/// lock, in this order, so that a lost lock can be rebuilt.
package struct SlotDesk: Sendable {
    /// What is asked for. It is read once, whatever is chosen and written.
    let wanted: Wanted
    let gallery: Gallery
    let prepared: Prepared
    /// What is wrong with who asks, as far as it has been read for the slots; what the plan finds is for who carries
    /// it out.
    private let findings: [Diagnostic]
    private let entries: [SlotID: ImagePlan.Entry]
    /// Pictures of somebody's own that are to be described, by page and address.
    let localPictures: [SlotID: LocalPicture]
    private let lockedByImage: [Digest: [SiteLock.Entry]]
    private let lockedAlts: [Digest: [AltText]]

    /// What a person wants to know or to change.
    package struct Question: Sendable {
        /// Of slots, as a person names them; nothing: all.
        var names: [String]?
        /// Whether texts are meant, which the site's own pictures have as well.
        package var isAboutTexts = false
        /// Whether any of the pictures may have to be described, so that the words round them all are needed.
        package var needsWords = false

        package var slots: [SlotID] { (names ?? []).compactMap { SlotID(SlotDesk.fullName($0)) } }
    }

    /// What is asked for, and what was found wrong while it was read.
    package struct Wanted: Sendable {
        package var list: WishList
        package var diagnostics: [Diagnostic]

        package init(_ list: WishList, diagnostics: [Diagnostic]) {
            self.list = list
            self.diagnostics = diagnostics
        }
    }

    /// - Throws: all that is wrong, where slots cannot be told apart or lock and store cannot be read.
    init(_ question: Question, wanted: Wanted, in gallery: Gallery) async throws(DiagnosticsError) {
        let errand = question.names == nil ? Errand.everything : .looking(at: Set(question.slots))
        try await self.init(wanted, gallery.on(errand))
    }

    private init(_ wanted: Wanted, _ gallery: Gallery) async throws(DiagnosticsError) {
        (self.wanted, self.gallery) = (wanted, gallery)
        let (prepared, findings) = await gallery.survey(wanted.list)
        let settled = (wanted.diagnostics + findings).settled(severities: wanted.list.configuration.severities)
        guard let prepared, !settled.contains(where: { Self.isInTheWay($0) }) else { throw DiagnosticsError(settled) }
        self.prepared = prepared
        self.findings = settled
        entries = Dictionary(prepared.plan.entries.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        lockedByImage = prepared.lock.entriesByImage
        lockedAlts = prepared.lock.localAltsByImage
        localPictures = Dictionary(
            wanted.list.localPictures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The same with lock and store as they are now.
    func refreshed() async throws(DiagnosticsError) -> SlotDesk { try await SlotDesk(wanted, gallery) }

    /// What has to be put right before anything is paid for: configuration, lock, plug-ins, and the pages that are
    /// asked about. What is wrong with other pages can wait.
    func obstacles(to sources: Set<SourceID>) -> [Diagnostic] {
        findings.filter { finding in
            guard finding.severity == .error else { return false }
            guard let source = finding.location.flatMap({ SourceID(sitePath: $0.path) }) else { return true }
            return sources.contains(source)
        }
    }

    /// Dead links and the like are a build's concern.
    private static func isInTheWay(_ diagnostic: Diagnostic) -> Bool {
        diagnostic.severity == .error
            && [.lockUnreadable, .storeUnreadable, .configurationYAML].contains(diagnostic.id)
    }

    var folder: GalleryFolder { gallery.folder }
    var lock: SiteLock { prepared.lock }
    var store: ImageStore { prepared.store }
    var now: Timestamp { wanted.list.now.timestamp }

    // MARK: Finding slots

    /// The hero's page alone will do, with or without `content/`.
    private static func fullName(_ name: String) -> String {
        let wanted = SourceID(sitePath: name)?.text ?? name
        return wanted.contains("#") ? wanted : wanted + "#hero"
    }

    /// - Parameter name: a slot's id; the hero's page alone will do, with or without `content/`.
    func slot(named name: String) throws(DiagnosticsError) -> Slot {
        let wanted = Self.fullName(name)
        if let slot = prepared.slots.first(where: { $0.id.description == wanted }) { return slot }
        let known = prepared.slots.map(\.id.description)
        throw DiagnosticsError([
            Diagnostic(
                .slotUnknown, "no page has the slot '\(name)'\(Suggestion.clause(for: wanted, among: known))",
                help: "'frontis image list' names them all")
        ])
    }

    func entry(of slot: Slot) -> ImagePlan.Entry? { entries[slot.id] }

    /// What the slot shows, or showed until its prompt was changed.
    func present(of slot: Slot) -> StoredImage? {
        entry(of: slot)?.kept ?? lock.images[slot.id]?.stored ?? prepared.forgotten[slot.id]
    }

    /// What the slot of that id shows.
    func shown(in id: SlotID) -> StoredImage? { entries[id]?.kept }

    func manifest(of key: Digest) throws(DiagnosticsError) -> RecipeManifest? {
        do throws(StoreError) { return try store.manifest(of: key) } catch {
            throw DiagnosticsError([error.diagnostic])
        }
    }

    // MARK: Writing choices

    /// Makes `image` what the slot shows from now on, for its recipe of today.
    ///
    /// - Parameter light: of a dark companion that is accepted beside another light picture than it was made for.
    func choose(
        _ image: StoredImage, for slot: Slot, event: ChoiceHistory.Line.Event, beside light: Digest? = nil
    ) async throws(DiagnosticsError) {
        guard store.contains(image.digest) else {
            throw DiagnosticsError([StoreError.absent(image.digest).diagnostic])
        }
        var entry: SiteLock.Entry
        do {
            let candidate = try await store.withKeyLock(slot.key) { () throws(StoreError) -> StoredImage in
                var manifest = try store.manifest(of: slot.key) ?? RecipeManifest(recipe: slot.recipe)
                if !manifest.candidates.contains(where: { $0.image == image.digest }) {
                    manifest = manifest.adding(.init(image))
                }
                guard let candidate = manifest.candidates.first(where: { $0.image == image.digest }) else {
                    throw .absent(image.digest)
                }
                manifest.choose(candidate.number, for: slot.id)
                // Whoever keeps a picture has chosen: what it was chosen from is not made anew.
                if event == .kept { manifest.asked = max(manifest.asked, slot.request.candidates ?? 0) }
                try store.write(manifest, for: slot.key)
                return candidate.stored
            }
            entry = SiteLock.Entry(candidate, of: slot)
            if let light { entry.light = light }
            try fillIn(&entry, for: slot)
        } catch let error as StoreError {
            throw DiagnosticsError([error.diagnostic])
        } catch {
            throw DiagnosticsError([Diagnostic(.storeUnreadable, "\(error)")])
        }
        // What is still to be fetched takes the place of nothing that was chosen after it was asked for, be it what is
        // shown already.
        let isAwaiting = prepared.pending.contains { $0.wish?.isAnew == true && $0.wish?.asker.slot == slot.id }
        try write([slot.id: entry], event: event, affirmed: isAwaiting ? [slot.id] : [])
    }

    /// The texts that these pixels have already.
    private func fillIn(_ entry: inout SiteLock.Entry, for slot: Slot) throws(StoreError) {
        let known = lockedByImage[entry.image] ?? []
        var alts: [SiteLock.Alt] = []
        for language in slot.languages {
            if let alt = known.lazy.compactMap({ $0.alts[language] }).first {
                alts.append(.init(alt))
            } else if let record = try store.alt(of: entry.image, language: language) {
                alts.append(.init(AltText(text: record.text, source: record.source, language: language)))
            }
        }
        entry.alt = alts.first { $0.language == slot.languages.first }
        let others = alts.filter { $0.language != slot.languages.first }
        entry.translations = others.isEmpty ? nil : others
    }

    func write(
        _ entries: [SlotID: SiteLock.Entry], alts: [SiteLock.LocalAltID: SiteLock.LocalAlt] = [:],
        event: ChoiceHistory.Line.Event, affirmed: Set<SlotID> = []
    ) throws(DiagnosticsError) {
        do throws(Diagnostic) {
            _ = try ChoiceWriter(folder: gallery.folder, time: now).write(
                entries, event: event, alts: alts, over: lock, affirmed: affirmed)
        } catch {
            throw DiagnosticsError([error])
        }
    }

    // MARK: Reporting

    func report(of slot: Slot) -> SlotReport {
        let entry = entry(of: slot)
        let shown = entry?.kept
        let manifest = prepared.manifests[slot.key]
        let isDrawn = entry?.action == .placeholder
        let drawing = isDrawn ? PlaceholderGallery(cache: folder.cache).file(for: slot) : nil
        return SlotReport(
            slot: slot.id.description, state: state(of: entry), reason: entry?.reason ?? "its provider is not known",
            prompt: slot.recipe.prompt, provider: shown?.provider ?? entry?.provider,
            model: shown?.model ?? entry?.model, created: shown?.created, cost: shown?.cost, width: shown?.width,
            height: shown?.height, image: shown?.digest.hex,
            file: shown.map { folder.shown(store.path(of: $0.digest)) }
                ?? drawing.flatMap { FileStamp(of: $0) == nil ? nil : folder.shown($0) },
            credential: shown.flatMap { credential(of: $0.digest) },
            candidates: (manifest?.candidates ?? []).map { candidate in
                .init(
                    number: candidate.number, image: candidate.image.hex,
                    file: folder.shown(store.path(of: candidate.image)), provider: candidate.provider,
                    model: candidate.model, created: candidate.created, cost: candidate.cost,
                    isShown: candidate.image == shown?.digest)
            }, alts: texts(of: slot).map(SlotReport.Alt.init))
    }

    /// In all languages that need one.
    func texts(of slot: Slot) -> [AltText] {
        let entry = entry(of: slot)
        let gallery = entry?.action == .placeholder ? PlaceholderGallery(cache: folder.cache) : nil
        return slot.languages.map { language in
            slot.request.alt.map { AltText.byAuthor($0, language: language) }
                ?? gallery?.alt(for: slot, language: language)
                ?? entry?.kept.flatMap { alt(of: $0.digest, language) }
                ?? AltText(text: "", source: .missing, language: language)
        }
    }

    /// Slots that only the lock knows.
    var orphanIDs: [SlotID] { prepared.plan.entries.filter { $0.action == .orphan }.map(\.id) }

    func orphans() -> [SlotReport] {
        prepared.plan.entries.filter { $0.action == .orphan }.compactMap { entry in
            lock.images[entry.id].map { locked in
                SlotReport(
                    slot: entry.id.description, state: .orphan, reason: entry.reason, prompt: locked.prompt,
                    provider: locked.provider, model: locked.model, created: locked.created, cost: locked.cost,
                    width: locked.width, height: locked.height, image: locked.image.hex,
                    file: folder.shown(store.path(of: locked.image)), candidates: [],
                    alts: locked.alts.values.sorted { $0.language < $1.language }.map {
                        .init(language: $0.language, source: $0.source.rawValue, text: $0.text)
                    })
            }
        }
    }

    /// The lock's text, which a person may have edited, before the store's.
    func alt(of image: Digest, _ language: String) -> AltText? {
        if let locked = lockedByImage[image]?.lazy.compactMap({ $0.alts[language] }).first { return locked }
        if let locked = lockedAlts[image]?.first(where: { $0.language == language }) { return locked }
        // A record that cannot be read is an error of the next build; here it is a text that is not shown.
        guard let record = try? store.alt(of: image, language: language) else { return nil }
        return AltText(text: record.text, source: record.source, language: language)
    }

    /// Bytes that cannot be read are an error of the next build; here they say nothing.
    private func credential(of image: Digest) -> ContentCredential? {
        guard let bytes = try? FileContents.read(store.path(of: image)) else { return nil }
        return PictureMetadata(bytes).credential
    }

    private func state(of entry: ImagePlan.Entry?) -> SlotReport.State {
        guard let entry else { return .blocked }
        if entry.kept != nil { return entry.isStale ? .stale : .kept }
        return switch entry.action {
        case .make: .make
        case .keep: .kept
        case .placeholder: .placeholder
        case .blocked: .blocked
        case .orphan: .orphan
        }
    }
}
