/// All that pages can say of pictures, as bytes that differ wherever anything differs. Where the bytes of a picture are
/// is none of it: pages name the file by what is in it.
extension ImageCatalog {
    package func say(into said: inout PackedWriter) {
        Self.add(entries, to: &said) { said, entry in
            Self.add(entry.shown, to: &said)
            said.add(entry.alts) { Self.add($1, to: &$0) }
            said.add(entry.caption)
            Self.add(entry.focus, to: &said)
            said.add(entry.dark != nil)
            if let dark = entry.dark { Self.add(dark, to: &said) }
        }
        Self.add(localAlts, to: &said) { Self.add($1, to: &$0) }
        Self.add(variants, to: &said) { Self.add($1, to: &$0) }
        said.add(published) { $0.add($1) }
    }

    private static func add<Value>(
        _ values: [SlotID: Value], to said: inout PackedWriter, _ each: (inout PackedWriter, Value) -> Void
    ) {
        said.add(values.map { ($0.key.text, $0.value) }.sorted { $0.0 < $1.0 }) { said, entry in
            said.add(entry.0)
            each(&said, entry.1)
        }
    }

    private static func add(_ picture: OutputPicture, to said: inout PackedWriter) {
        for text in [picture.picture.digest.hex, picture.picture.mediaType.rawValue, picture.path.text] {
            said.add(text)
        }
        for number in [picture.picture.width, picture.picture.height, picture.length] { said.add(number) }
        said.add(picture.isPlaceholder)
        said.add(picture.provenance != nil)
        guard let provenance = picture.provenance else { return }
        for text in [
            provenance.slot.text, provenance.digest.hex, provenance.provider, provenance.dialect,
            provenance.source.rawValue,
        ] {
            said.add(text)
        }
        for text in [provenance.model, provenance.credential?.generator] { said.add(text) }
        for number in [provenance.created?.secondsSince1970, provenance.credential?.length] { said.add(number) }
    }

    private static func add(_ alt: AltText, to said: inout PackedWriter) {
        for text in [alt.text, alt.source.rawValue, alt.language] { said.add(text) }
    }

    private static func add(_ focus: FocalPoint?, to said: inout PackedWriter) {
        said.add(focus != nil)
        if let focus { for number in [focus.x, focus.y] { said.add(number) } }
    }

    private static func add(_ variants: PictureVariants, to said: inout PackedWriter) {
        said.add(variants.renditions.sorted { $0.key < $1.key }) { said, rendition in
            said.add(rendition.key.rawValue)
            said.add(rendition.value.sizes)
            said.add(rendition.value.sets) { said, set in
                said.add(set.mediaType.rawValue)
                said.add(set.variants) { add($1, to: &$0) }
            }
        }
        for text in [variants.preview?.color, variants.preview?.address] { said.add(text) }
        said.add(variants.social != nil)
        if let social = variants.social { add(social, to: &said) }
    }

    private static func add(_ variant: PictureVariant, to said: inout PackedWriter) {
        for text in [variant.path.text, variant.mediaType.rawValue] { said.add(text) }
        for number in [variant.width, variant.height] { said.add(number) }
        said.add(variant.length)
    }
}
