import FrontisCore
import FrontisImages
import FrontisStore

/// What `frontis alt` does about the texts of slots and of the site's own pictures: list, set, accept, have written
/// anew.
package struct AltChoices: Sendable {
    private let pictures: PictureChoices

    package init(_ pictures: PictureChoices) {
        self.pictures = pictures
    }

    package func list(_ names: [String]) async -> ChoiceAnswer { await pictures.listDescribed(names) }

    /// Writes a text for the picture that a slot shows; an empty one says that it is decorative.
    ///
    /// - Parameter language: one of those that the slot needs; its page's where nothing is given.
    package func set(_ name: String, _ text: String, language: String?) async -> ChoiceAnswer {
        await change([name]) { desk, place, image throws(DiagnosticsError) in
            let wanted = try Self.language(language, of: place)
            let written = AltText.byAuthor(text, language: wanted)
            return [
                AltText(
                    text: written.text, source: written.source == .decorative ? .decorative : .reviewed,
                    language: wanted)
            ]
        }
    }

    /// Accepts what a model has written, in all languages of the slots.
    ///
    /// - Parameter names: nothing: all slots with a text in some language that nobody has accepted.
    package func accept(_ names: [String]?) async -> ChoiceAnswer {
        await change(names) { desk, place, image throws(DiagnosticsError) in
            let texts = place.languages.compactMap { desk.alt(of: image.digest, $0) }.filter { $0.source != .missing }
            guard !texts.isEmpty else {
                throw PictureChoices.impossible(
                    "\(place.id) has no alt text to accept", help: "write one: frontis alt set \(place.id) \"…\"")
            }
            return texts.filter { $0.source == .model }.map {
                AltText(text: $0.text, source: .reviewed, language: $0.language)
            }
        }
    }

    /// Has texts written anew by the describer.
    package func redo(_ names: [String]) async -> ChoiceAnswer { await pictures.redescribe(names) }

    private static func language(_ wanted: String?, of place: DescribedPlace) throws(DiagnosticsError) -> String {
        guard let wanted else { return place.languages[0] }
        if let language = place.languages.first(where: { $0.lowercased() == wanted.lowercased() }) { return language }
        throw PictureChoices.impossible(
            "\(place.id) needs no alt text in '\(wanted)'\(Suggestion.clause(for: wanted, among: place.languages))",
            help: "it needs one in: \(place.languages.joined(separator: ", "))")
    }

    /// Puts texts into store and lock for every slot that shows the picture: a text belongs to pixels.
    private func change(
        _ names: [String]?,
        _ texts: (SlotDesk, DescribedPlace, Picture) throws(DiagnosticsError) -> [AltText]
    ) async -> ChoiceAnswer {
        await pictures.changeTexts(names, select: { $0.unreviewed() }) {
            desk, describable async throws(DiagnosticsError) in
            try PictureChoices.refuseDark(describable)
            let place = describable.place
            guard place.alt == nil else {
                throw PictureChoices.impossible(
                    "the alt text of \(place.id) stands in its page, over what is written here",
                    help: "change it in \(place.id.source.location.path)")
            }
            guard let image = desk.image(of: describable) else {
                throw PictureChoices.impossible(
                    "\(place.id) shows no picture that is kept", help: "have it made: frontis build")
            }
            try desk.write(try texts(desk, place, image), for: image.digest)
        }
    }
}

extension SlotDesk {
    /// The names of all whose text in some language is a model's that nobody has accepted.
    fileprivate func unreviewed() -> [String] {
        // What is drawn is described as it is drawn, and accepting that changes nothing.
        let slots = prepared.slots.filter { slot in
            slot.light == nil && shown(in: slot.id) != nil && texts(of: slot).contains { $0.source == .model }
        }
        let pictures = localPictures.values.filter { text(of: $0).source == .model }
        return (slots.map(\.id) + pictures.map(\.id).sorted()).map(\.description)
    }

    /// Keeps texts for a picture, in the store and in all lock entries that are about it.
    fileprivate func write(_ texts: [AltText], for image: Digest) throws(DiagnosticsError) {
        guard !texts.isEmpty else { return }
        do throws(StoreError) {
            for text in texts {
                try store.write(
                    AltRecord(
                        image: image, language: text.language, text: text.text, source: text.source, model: nil,
                        created: now))
            }
        } catch {
            throw DiagnosticsError([error.diagnostic])
        }
        var entries = lock.images.filter { $0.value.image == image }
        for slot in prepared.slots where entries[slot.id] == nil {
            guard let kept = entry(of: slot)?.kept, kept.digest == image, entry(of: slot)?.isStale == false else {
                continue
            }
            entries[slot.id] = SiteLock.Entry(kept, of: slot)
        }
        for (id, entry) in entries {
            let languages = prepared.slots.first { $0.id == id }?.languages ?? Array(entry.alts.keys)
            var entry = entry
            for text in texts where languages.contains(text.language) { entry.set(.init(text), first: languages.first) }
            entries[id] = entry
        }
        try write(entries, alts: localAlts(texts, for: image), event: .made)
    }
}

extension SiteLock.Entry {
    /// - Parameter first: the language of the slot's page, whose text is not among the translations.
    fileprivate mutating func set(_ text: SiteLock.Alt, first: String?) {
        guard text.language != first, alt?.language != text.language else {
            alt = text
            return
        }
        var others = (translations ?? []).filter { $0.language != text.language }
        others.append(text)
        translations = others.sorted { $0.language < $1.language }
    }
}
