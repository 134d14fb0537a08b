package import FrontisCore
package import FrontisStore

/// A picture file of the site's own that a page shows, by the page and the address as the page writes it.
package struct LocalPicture: Sendable {
    /// `posts/a.md#photo.jpg`: no slot's id, as a slot's name has no dot. Has the author's words if all places of the
    /// page that show it have some.
    package var place: DescribedPlace
    /// Relative to the site: `content/posts/photo.jpg`.
    package var file: String
    package var image: Picture

    package init(_ place: DescribedPlace, file: String, image: Picture) {
        self.place = place
        self.file = file
        self.image = image
    }

    package var id: SlotID { place.id }
    /// The page's, in which the text is needed.
    package var language: String { place.languages[0] }
    package var isByAuthor: Bool { place.alt != nil }
    /// What its text is kept under: pictures with the same key have the same text.
    package var altKey: Digest { AltRecord.key(image: image.digest, language: language) }

    /// Its text, as a plan names what will be written.
    package func writing(by describer: any ImageDescriber, maxLength: Int) -> ImagePlan.Writing {
        let request = DescriptionRequest(
            of: place, width: image.width, height: image.height, mediaType: image.mediaType, language: language,
            maxLength: maxLength, for: describer)
        return ImagePlan.Writing(
            language: language, provider: describer.name, model: describer.model, price: describer.price(of: request))
    }

    /// Those whose text neither an author nor lock nor store has, one for each picture and language. Asks for nothing
    /// and writes nothing.
    ///
    /// - Parameter author: who would write them; what that one was asked for in vain is left out.
    package static func undescribed(
        _ pictures: [LocalPicture], lock: SiteLock, store: ImageStore, by author: FailedWriting.Author? = nil
    ) throws(StoreError) -> [LocalPicture] {
        var known: Set<Digest> = []
        for (image, entries) in lock.entriesByImage {
            for alt in entries.flatMap(\.alts.values) where alt.source == .model || alt.source == .reviewed {
                known.insert(AltRecord.key(image: image, language: alt.language))
            }
        }
        for (id, alt) in lock.alts { known.insert(AltRecord.key(image: alt.image, language: id.language)) }
        var open: [LocalPicture] = []
        for picture in pictures where !picture.isByAuthor && known.insert(picture.altKey).inserted {
            let digest = picture.image.digest
            if let author,
                try store.failedWriting(.key(of: digest, language: picture.language, by: author)) != nil
            {
                continue
            }
            if try store.alt(of: digest, language: picture.language) == nil { open.append(picture) }
        }
        return open
    }
}
