package import FrontisCore
import FrontisHTTP
import FrontisPictures
package import FrontisStore
import FrontisText

/// Finds alt texts or has them written: one picture at a time, in the languages of the pages that show it.
struct AltWriter: Sendable {
    let store: ImageStore
    let describer: (any ImageDescriber)?
    let rules: FulfilmentRules
    let account: SpendingAccount
    /// Entries of the lock by the picture that they show, in the order of their slots.
    let locked: [Digest: [SiteLock.Entry]]
    /// What the lock says of the site's own files, by picture.
    let lockedFiles: [Digest: [AltText]]
    /// Places whose text is to be written although there is one.
    let redescribed: Set<SlotID>
    /// Pictures that are looked at at the same time.
    let lane: FairSemaphore
    let onEvent: @Sendable (FulfilmentEvent) -> Void

    /// Texts for one picture.
    struct Words: Sendable {
        /// By language; without those that could not be had.
        var alts: [String: AltText] = [:]
        var made = 0
        var diagnostics: [Diagnostic] = []
    }

    /// Finds or asks for alt texts: the lock's, the store's, the describer's. The author's stand over all of them
    /// and are put in per slot.
    ///
    /// - Parameters:
    ///   - places: all that show the picture; at least one.
    ///   - file: where its bytes are, absolute, if it is one of the site's own; nothing for one of the store's.
    func describe(_ image: Picture, at places: [DescribedPlace], in file: String? = nil) async -> Words {
        var words = Words()
        let isAnew = !redescribed.isDisjoint(with: places.map(\.id))
        for language in places.undescribedLanguages {
            let place = places.place(toDescribeIn: language)
            do {
                if !isAnew, let known = try knownAlt(of: image.digest, language: language) {
                    words.alts[language] = known
                    continue
                }
                // Nobody else has the same words written meanwhile, and whoever waited takes what was written.
                let key = AltRecord.key(image: image.digest, language: language)
                try await store.withKeyLock(key) {
                    if !isAnew, let record = try store.alt(of: image.digest, language: language) {
                        words.alts[language] = AltText(text: record.text, source: record.source, language: language)
                    } else if !isAnew, let failure = try askedInVain(image.digest, language) {
                        words.diagnostics.append(
                            missing(
                                place, language, "\(failure.reason) (asked on \(failure.created.day))",
                                help: (failure.help.map { $0 + "\n" } ?? "")
                                    + "or ask again: frontis alt redo \(place.id)"))
                    } else {
                        await ask(for: image, in: file, at: place, language: language, &words)
                    }
                }
            } catch {
                words.diagnostics.append(places[0].finding(for: error))
            }
        }
        return words
    }

    /// What came of asking the same describer the same thing before, if it was of no use.
    private func askedInVain(_ image: Digest, _ language: String) throws(StoreError) -> FailedWriting? {
        guard let describer, !rules.retriesFailed else { return nil }
        return try store.failedWriting(.key(of: image, language: language, by: .init(describer, rules)))
    }

    /// Words that were paid for and are of no use are not asked for at every build.
    private func remember(
        _ reason: String, help: String?, kind: ProviderFailure.Kind, of image: Digest, in language: String,
        by describer: any ImageDescriber, at place: DescribedPlace, _ words: inout Words
    ) {
        do throws(StoreError) {
            try store.write(
                FailedWriting(
                    key: .key(of: image, language: language, by: .init(describer, rules)), reason: reason, help: help,
                    kind: kind, provider: describer.name, model: describer.model, created: rules.now))
        } catch {
            words.diagnostics.append(place.finding(error))
        }
    }

    /// The lock's text, else the store's. One that was edited in the lock is kept with the pixels as well, so that it
    /// outlives the lock.
    func knownAlt(of image: Digest, language: String) throws(StoreError) -> AltText? {
        let record = try store.alt(of: image, language: language)
        guard let locked = lockedAlt(of: image, language: language) else {
            return record.map { AltText(text: $0.text, source: $0.source, language: language) }
        }
        if rules.policy.writesLock, record?.text != locked.text || record?.source != locked.source {
            let edited = AltRecord(
                image: image, language: language, text: locked.text, source: locked.source, model: record?.model,
                created: record?.created ?? rules.now)
            do throws(StoreError) { try store.write(edited) } catch .file(let error) where error.isReadOnly {
                // It stands in the lock, whether this store can have it or not.
                return locked
            }
        }
        return locked
    }

    /// A text that a person has accepted in any slot with this picture stands over a model's in another.
    private func lockedAlt(of image: Digest, language: String) -> AltText? {
        let slots = (locked[image] ?? []).compactMap { $0.alts[language] }
        let files = (lockedFiles[image] ?? []).filter { $0.language == language }
        let known = slots + files
        // Of a slot, `decorative` is its page's word; of a file it is what was said of the picture.
        return known.first { $0.source == .reviewed } ?? files.first { $0.source == .decorative }
            ?? known.first { $0.source == .model }
    }

    /// A describer's answer, and what is wrong with it.
    private struct Answer {
        var text: String
        var faults: [AltRules.Finding]
        var isDecorative: Bool
        var model: String?

        init(_ description: Description, _ rules: AltRules, _ context: AltRules.Context) {
            text = AltWriter.bounded(description.text)
            faults = rules.findings(in: text, context)
            isDecorative = description.isDecorative
            model = description.model
        }

        var isRefusal: Bool { faults.contains { $0.id == .altRefusal } }
        var isUsable: Bool { !text.isEmpty && !isRefusal }
    }

    private func ask(
        for image: Picture, in file: String?, at place: DescribedPlace, language: String, _ words: inout Words
    ) async {
        guard let describer, rules.policy.asksForWords else {
            let reason = describer == nil ? "there is no describer" : "this run sends nothing"
            words.diagnostics.append(
                missing(place, language, reason, help: "write it yourself: \(place.altForm)"))
            return
        }
        let request = DescriptionRequest(
            of: place, width: image.width, height: image.height, mediaType: image.mediaType, language: language,
            maxLength: rules.altLength, for: describer)
        let answer: Answer
        do {
            answer = try await self.answer(to: request, describer, image, in: file, at: place, &words)
        } catch {
            var (reason, help) = Self.words(for: error)
            reason = "describer '\(describer.name)': \(reason)"
            if let failure = error as? ProviderFailure, failure.isUselessAnswer {
                if failure.kind == .refused { help = "write it yourself: \(place.altForm)" }
                remember(
                    reason, help: help, kind: failure.kind, of: image.digest, in: language, by: describer, at: place,
                    &words)
            }
            var diagnostic = missing(place, language, reason, help: help)
            diagnostic.cause = trouble(error, of: describer, words: reason)
            words.diagnostics.append(diagnostic)
            return
        }
        guard answer.isUsable else {
            let reason =
                answer.isRefusal
                ? "describer '\(describer.name)' answers: '\(AltRules.quoted(answer.text))'"
                : answer.isDecorative
                    ? "describer '\(describer.name)' takes the picture for decoration"
                    : "the describer's answer is empty"
            let help =
                answer.isDecorative && !answer.isRefusal
                ? "if it is, write \(place.decorativeForm); else say what it shows: \(place.altForm)"
                : "write it yourself: \(place.altForm)"
            remember(
                reason, help: help, kind: .unusable, of: image.digest, in: language, by: describer, at: place, &words)
            words.diagnostics.append(missing(place, language, reason, help: help))
            return
        }
        do throws(StoreError) {
            try store.write(
                AltRecord(
                    image: image.digest, language: language, text: answer.text, source: .model, model: answer.model,
                    created: rules.now))
        } catch {
            words.diagnostics.append(place.finding(error))
            return
        }
        words.alts[language] = AltText(text: answer.text, source: .model, language: language)
        words.made += 1
        // Only an author makes a picture decorative: for a model it is an opinion.
        guard answer.isDecorative else { return }
        words.diagnostics.append(
            place.finding(
                .altDecorative, "\(place.id): describer '\(describer.name)' takes the picture for decoration",
                help: "if it is, write \(place.decorativeForm); until then its text stands: "
                    + AltRules.quoted(answer.text)))
    }

    /// Asks, and asks once more with the findings where the answer breaks a rule; the better one counts.
    private func answer(
        to request: DescriptionRequest, _ describer: any ImageDescriber, _ image: Picture, in file: String?,
        at place: DescribedPlace, _ words: inout Words
    ) async throws -> Answer {
        onEvent(.describing(place.id))
        defer { onEvent(.described(place.id)) }
        let call = PaidCall(
            account: account, lane: lane, provider: describer.name, dialect: describer.dialect,
            model: describer.model, limits: describer.limits, key: image.digest, kind: .alt,
            price: describer.price(of: request), now: rules.now)
        let altRules = AltRules(maxLength: rules.altLength)
        let context = AltRules.Context(place, language: request.language)
        func attempt(_ request: DescriptionRequest) async throws -> Answer {
            let (description, _) = try await call.run(rules.retry) {
                (_) async throws(ProviderFailure) -> (Description, Cost?) in
                // Read only now: whoever waits for a turn holds no bytes.
                let description = try await describer.describe(try shown(image, from: file, in: request, to: describer))
                return (description, description.cost)
            }
            return Answer(description, altRules, context)
        }
        let first = try await attempt(request)
        guard !first.faults.isEmpty else { return first }
        var again = request
        again.objection = first.faults.map(\.words).joined(separator: "; ")
        do {
            let second = try await attempt(again)
            let isBetter = !first.isUsable || second.faults.count <= first.faults.count
            return second.isUsable && isBetter ? second : first
        } catch {
            // A text with a fault is better than none.
            guard first.isUsable else { throw error }
            let (reason, help) = Self.words(for: error)
            let id = (error as? ProviderFailure)?.kind.diagnosticID ?? .providerBusy
            var diagnostic = place.finding(
                id, "describer '\(describer.name)' was asked for a better alt text of \(place.id): \(reason)",
                help: help)
            diagnostic.severity = .warning
            diagnostic.cause = trouble(error, of: describer, words: "describer '\(describer.name)': \(reason)")
            words.diagnostics.append(diagnostic)
            return first
        }
    }

    /// The request with the picture in it, scaled down and converted to what the describer wants to be shown.
    private func shown(
        _ image: Picture, from file: String?, in request: DescriptionRequest, to describer: any ImageDescriber
    ) throws(ProviderFailure) -> DescriptionRequest {
        let bytes: [UInt8]
        if let own = try file.map({ (file) throws(ProviderFailure) in try ownBytes(of: image, in: file) }) {
            bytes = own
        } else {
            do throws(StoreError) { bytes = try store.bytes(of: image.digest) } catch {
                throw ProviderFailure(.unusable, error.summary, help: error.help)
            }
        }
        do throws(PictureError) {
            let scaled = try PictureScaler.fit(bytes, image.mediaType, into: describer.fit)
            var filled = request
            filled.image = scaled.bytes
            filled.mediaType = scaled.info.mediaType
            filled.width = scaled.info.width
            filled.height = scaled.info.height
            return filled
        } catch {
            throw ProviderFailure(.unusable, "the picture cannot be shown to it: \(error)")
        }
    }

    private func trouble(_ error: any Error, of describer: any ImageDescriber, words: String) -> ProviderTrouble? {
        (error as? ProviderFailure).map { ProviderTrouble($0.kind, of: describer.name, .altText, words: words) }
    }

    private static func words(for error: any Error) -> (reason: String, help: String?) {
        (error as? ProviderFailure).map { ($0.message, $0.help) } ?? ("\(error)", nil)
    }

    private func missing(_ place: DescribedPlace, _ language: String, _ reason: String, help: String?) -> Diagnostic {
        var diagnostic = place.finding(
            .altNotMade, "\(place.id) has no alt text in '\(language)': \(reason)", help: help)
        if rules.altRequirement != .none { diagnostic.severity = .error }
        return diagnostic
    }

    /// A model's text is one line of a sane length; how long it should be is a matter of style.
    fileprivate static func bounded(_ text: String) -> String {
        let folded = UntrustedText.line(text, without: .formats)
        let head = UntrustedText.bounded(folded)
        guard head.utf8.count < folded.utf8.count else { return folded }
        return head[..<(head.lastIndex(of: " ") ?? head.endIndex)] + "…"
    }

    /// The bytes of a file of the site's own, if they are still those that were found.
    private func ownBytes(of image: Picture, in file: String) throws(ProviderFailure) -> [UInt8] {
        let bytes: [UInt8]
        do throws(FileError) { bytes = try FileContents.read(file) } catch {
            let error = error.relative(to: store.site)
            throw ProviderFailure(.unusable, error.description, help: error.help)
        }
        guard Digest.of(bytes) == image.digest else {
            throw ProviderFailure(.unusable, "its file has changed since it was found", help: "build once more")
        }
        return bytes
    }
}

extension ProviderFailure {
    /// Whether somebody was paid for an answer, or a no, that will be the same the next time.
    var isUselessAnswer: Bool { kind == .refused || (kind == .unusable && mayBeBilled) }
}

extension FailedWriting.Author {
    init(_ describer: any ImageDescriber, _ rules: FulfilmentRules) {
        self.init(describer, settings: rules.writingSettings)
    }

    package init(_ describer: any ImageDescriber, settings: String) {
        self.init(
            provider: describer.name, dialect: describer.dialect, model: describer.model, settings: settings)
    }

    init(_ writer: any PromptWriter, settings: String) {
        self.init(provider: writer.name, dialect: writer.dialect, model: writer.model, settings: settings)
    }
}

extension Digest {
    static func key(of subject: Digest, language: String?, by author: FailedWriting.Author) -> Digest {
        FailedWriting.key(of: subject, language: language, by: author)
    }
}
