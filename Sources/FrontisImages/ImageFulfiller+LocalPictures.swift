package import FrontisCore
package import FrontisStore

/// Alt texts for the site's own pictures: found, asked for, checked and kept as those of made pictures are.
extension ImageFulfiller {
    package struct LocalAlts: Sendable {
        /// For each picture without words by its author; `missing` where there is no text.
        package var alts: [SlotID: AltText] = [:]
        /// To be merged into the lock.
        package var lockEntries: [SiteLock.LocalAltID: SiteLock.LocalAlt] = [:]
        package var diagnostics: [Diagnostic] = []
        package var kept = 0
        package var made = 0
        /// Of the whole run so far, slots included; nothing where nobody was asked.
        package var cost: Cost?

        package init() {}

        package var isComplete: Bool { !alts.values.contains { $0.source == .missing } }
    }

    /// Finds or asks for the texts that authors have not written, once for each picture and language.
    ///
    /// - Parameter root: the site's folder, absolute.
    package func describe(_ pictures: [LocalPicture], in root: String) async -> LocalAlts {
        let open = pictures.filter { !$0.isByAuthor }.sorted { $0.id < $1.id }
        var outcome = LocalAlts()
        let groups = Dictionary(grouping: open, by: \.image.digest).values.sorted { $0[0].id < $1[0].id }
        await groups.concurrently(width: rules.concurrency) { same in
            await texts(for: same, in: root)
        } then: { same, result in
            outcome.add(result, for: same)
        }
        outcome.diagnostics += findings(on: open, outcome.alts)
        outcome.diagnostics += account.stated.findings()
        outcome.cost = account.limit.total
        return outcome
    }

    /// - Parameter same: pictures of the same bytes, at least one.
    private func texts(for same: [LocalPicture], in root: String) async -> Words {
        let (image, places) = (same[0].image, same.map(\.place))
        var words = Words()
        let languages = places.undescribedLanguages
        do throws(StoreError) {
            for language in languages { words.alts[language] = try knownAlt(of: image.digest, language: language) }
        } catch {
            words.diagnostics.append(finding(.init(.storeUnreadable, error.summary, error.help), at: places[0]))
            return words
        }
        // What is known already is no reason to read a file.
        let isAnew = !redescribed.isDisjoint(with: places.map(\.id))
        guard isAnew || words.alts.count < languages.count else { return words }
        return await describe(image, at: places, in: "\(root)/\(same[0].file)")
    }

    /// The bytes of a file of the site's own, if they are still those that were found.
    func ownBytes(of image: Picture, in file: String) throws(ProviderFailure) -> [UInt8] {
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

    /// The rules that every model's text has to keep, and texts that two pictures of a page share.
    private func findings(on pictures: [LocalPicture], _ alts: [SlotID: AltText]) -> [Diagnostic] {
        // Copies of a file are one picture, under the name of the first.
        let files = Dictionary(pictures.map { ($0.image.digest, $0.file) }, uniquingKeysWith: { min($0, $1) })
        var shown: [SlotID: AltChecker.Shown] = [:]
        for picture in pictures {
            guard let alt = alts[picture.id], let path = files[picture.image.digest].flatMap({ SitePath($0) }) else {
                continue
            }
            shown[picture.id] = AltChecker.Shown(path: path, alts: [picture.language: alt])
        }
        return AltChecker(rules).findings(of: pictures.map(\.place), shown)
    }
}

extension ImageFulfiller.LocalAlts {
    fileprivate mutating func add(_ words: ImageFulfiller.Words, for same: [LocalPicture]) {
        diagnostics += words.diagnostics
        made += words.made
        kept += words.alts.count - words.made
        for picture in same {
            guard let alt = words.alts[picture.language] else {
                alts[picture.id] = AltText(text: "", source: .missing, language: picture.language)
                continue
            }
            alts[picture.id] = alt
            let id = SiteLock.LocalAltID(file: picture.file, language: picture.language)
            lockEntries[id] = SiteLock.LocalAlt(image: picture.image.digest, alt)
        }
    }
}
