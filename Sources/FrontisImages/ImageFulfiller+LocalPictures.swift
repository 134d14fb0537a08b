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
    private func texts(for same: [LocalPicture], in root: String) async -> PictureTask.Result {
        let image = same[0].image
        var task = PictureTask(slots: same.map(\.slot))
        task.file = "\(root)/\(same[0].file)"
        var result = PictureTask.Result(task: task)
        let languages = task.undescribedLanguages
        do throws(StoreError) {
            for language in languages { result.alts[language] = try knownAlt(of: image.digest, language: language) }
        } catch {
            result.diagnostics.append(finding(.init(.storeUnreadable, error.summary, error.help), at: task.slots[0]))
            return result
        }
        // What is known already is no reason to read a file.
        let isAnew = !redescribed.isDisjoint(with: task.slots.map(\.id))
        guard isAnew || result.alts.count < languages.count else { return result }
        await describe(task, image, &result)
        return result
    }

    /// The bytes of a file of the site's own, if they are still those that were found.
    ///
    /// - Returns: nothing where the task is about a picture of the store.
    func ownBytes(of image: Picture, in task: PictureTask) throws(ProviderFailure) -> [UInt8]? {
        guard let file = task.file else { return nil }
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
        var catalog = ImageCatalog()
        for picture in pictures {
            guard let alt = alts[picture.id], let path = files[picture.image.digest].flatMap({ SitePath($0) }) else {
                continue
            }
            catalog.entries[picture.id] = ImageCatalog.Entry(
                OutputPicture(
                    picture.image, path: path, file: picture.file, length: 0, isPlaceholder: false, provenance: nil),
                alts: [picture.language: alt], caption: picture.slot.request.caption)
        }
        return AltChecker(rules).findings(ofShown: pictures.map(\.slot), in: catalog)
    }
}

extension ImageFulfiller.LocalAlts {
    fileprivate mutating func add(_ result: PictureTask.Result, for same: [LocalPicture]) {
        diagnostics += result.diagnostics
        made += result.altsMade
        kept += result.alts.count - result.altsMade
        for picture in same {
            guard let alt = result.alts[picture.language] else {
                alts[picture.id] = AltText(text: "", source: .missing, language: picture.language)
                continue
            }
            alts[picture.id] = alt
            let id = SiteLock.LocalAltID(file: picture.file, language: picture.language)
            lockEntries[id] = SiteLock.LocalAlt(image: picture.image.digest, alt)
        }
    }
}
