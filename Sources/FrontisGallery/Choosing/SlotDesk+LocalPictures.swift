import FrontisCore
import FrontisImages
import FrontisStore

/// The site's own pictures among the slots: they have alt texts, and nothing else to choose.
extension SlotDesk {
    /// - Parameter name: a slot's, as in `slot(named:)`, or that of one of the site's own pictures:
    ///   `posts/a.md#photo.jpg`, with or without `content/`.
    func describable(named name: String) throws(DiagnosticsError) -> Describable {
        let wanted = SourceID(sitePath: name)?.text ?? name
        if let picture = localPictures.values.first(where: { $0.id.description == wanted }) { return .file(picture) }
        if let slot = prepared.slots.first(where: { $0.id.description == wanted }) { return .slot(slot) }
        guard let mark = wanted.lastIndex(of: "#"), wanted[mark...].contains(".") else {
            return .slot(try slot(named: name))
        }
        let isWanted = self.wanted.list.configuration.alt.describe == .all
        let known = localPictures.keys.map(\.description).sorted()
        throw DiagnosticsError([
            Diagnostic(
                .slotUnknown, "no page shows the picture '\(name)'\(Suggestion.clause(for: wanted, among: known))",
                help: isWanted
                    ? "'frontis alt list' names them all"
                    : "a picture of your own has its text in the page; alt: { describe: all } in frontis.yaml has it "
                        + "described")
        ])
    }

    func report(of describable: Describable) -> SlotReport {
        switch describable {
        case .slot(let slot): report(of: slot)
        case .file(let picture): report(of: picture)
        }
    }

    /// The picture that is shown there; nothing where none is kept.
    func image(of describable: Describable) -> Picture? {
        switch describable {
        case .slot(let slot): entry(of: slot)?.kept?.picture
        case .file(let picture): picture.image
        }
    }

    func report(of picture: LocalPicture) -> SlotReport {
        SlotReport(
            slot: picture.id.description, state: .local, reason: "local", prompt: "", width: picture.image.width,
            height: picture.image.height, image: picture.image.digest.hex, file: picture.file, candidates: [],
            alts: [.init(text(of: picture))])
    }

    func text(of picture: LocalPicture) -> AltText {
        picture.place.alt.map { AltText.byAuthor($0, language: picture.language) }
            ?? alt(of: picture.image.digest, picture.language)
            ?? AltText(text: "", source: .missing, language: picture.language)
    }

    /// Slots and the site's own pictures, those that only the lock knows at the end.
    func describables() -> [SlotReport] {
        let pictures = localPictures.values.sorted { $0.id < $1.id }
        return prepared.slots.filter { $0.light == nil }.map(report) + pictures.map(report) + orphans()
    }

    /// Of these texts for a picture, what the lock says of the site's own files.
    func localAlts(_ texts: [AltText], for image: Digest) -> [SiteLock.LocalAltID: SiteLock.LocalAlt] {
        var alts: [SiteLock.LocalAltID: SiteLock.LocalAlt] = [:]
        for picture in localPictures.values where !picture.isByAuthor && picture.image.digest == image {
            guard let text = texts.first(where: { $0.language == picture.language }) else { continue }
            alts[.init(file: picture.file, language: picture.language)] = SiteLock.LocalAlt(image: image, text)
        }
        return alts
    }

    /// Texts in the lock that no page needs. None while the site wants no picture of its own described: it may again.
    func orphanAlts() -> [(id: SiteLock.LocalAltID, report: SlotReport)] {
        guard wanted.list.configuration.alt.describe == .all else { return [] }
        let needed = Set(
            localPictures.values.filter { !$0.isByAuthor }.map {
                SiteLock.LocalAltID(file: $0.file, language: $0.language)
            })
        return lock.alts.filter { !needed.contains($0.key) }.sorted { $0.key < $1.key }.map { id, alt in
            let report = SlotReport(
                slot: id.description, state: .orphan, reason: "no page needs its text", prompt: "",
                image: alt.image.hex, file: id.file, candidates: [],
                alts: [.init(language: id.language, source: alt.source.rawValue, text: alt.text)])
            return (id, report)
        }
    }
}
