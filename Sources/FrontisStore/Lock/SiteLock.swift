package import FrontisCore
import FrontisText

/// `frontis.lock`: what each slot shows. Committed, so that every clone shows the same and pays nothing.
package struct SiteLock: Sendable, Equatable {
    package static let formatVersion = 1

    package struct Alt: Sendable, Hashable {
        package var language: String
        package var source: AltText.Source
        package var text: String

        package init(_ alt: AltText) {
            self.init(language: alt.language, source: alt.source, text: alt.text)
        }

        init(language: String, source: AltText.Source, text: String) {
            self.language = language
            self.source = source
            self.text = text
        }

        package var value: AltText { AltText(text: text, source: source, language: language) }
    }

    @dynamicMemberLookup package struct Entry: Sendable, Hashable {
        package var stored: StoredImage
        /// In the page's language; nothing while none has been written.
        package var alt: Alt?
        /// What the slot's own front matter said; nothing in a lock that does not record it.
        package var asked: Digest?
        /// For people who review a change: the recipe's prompt.
        package var prompt: String
        /// The recipe's key.
        package var recipe: Digest
        /// In the languages of translations that show the same picture; `alts` in the file.
        package var translations: [Alt]?
        /// The prompt as a model wrote it, for `ai-image: auto`: it stands while the page is edited.
        package var written: String?
        /// Fields of a later Frontis, kept as they are.
        var unknown: [String: JSONValue] = [:]

        package init(image: StoredImage, recipe: Digest, asked: Digest?, prompt: String, written: String? = nil) {
            stored = image
            self.recipe = recipe
            self.asked = asked
            self.prompt = prompt
            self.written = written
        }

        /// The picture's bytes.
        package var image: Digest {
            get { stored.digest }
            set { stored.digest = newValue }
        }

        package subscript<Member>(dynamicMember member: WritableKeyPath<StoredImage, Member>) -> Member {
            get { stored[keyPath: member] }
            set { stored[keyPath: member] = newValue }
        }

        /// Alt texts by language.
        package var alts: [String: AltText] {
            let all = ([alt].compactMap { $0 } + (translations ?? [])).map { ($0.language, $0.value) }
            return Dictionary(all, uniquingKeysWith: { first, _ in first })
        }
    }

    package var images: [SlotID: Entry]
    /// Texts of pictures that are the site's own files; `alts` in the file, which is left out where there are none.
    package var alts: [LocalAltID: LocalAlt] = [:]
    /// Members beside `alts`, `images` and `version` that a later Frontis wrote, kept as they are.
    var unknown: [String: JSONValue] = [:]

    /// Entries by the picture that they show, in the order of their slots.
    package var entriesByImage: [Digest: [Entry]] {
        let sorted = images.map { ($0.key.text, $0.value) }.sorted { $0.0 < $1.0 }.map(\.1)
        return Dictionary(grouping: sorted, by: \.image)
    }

    package init(images: [SlotID: Entry] = [:]) {
        self.images = images
    }
}
