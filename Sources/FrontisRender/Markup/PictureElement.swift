import FrontisCore

/// Writes a complete `<picture>`: the best format that the browser knows, in the width that fits its screen.
struct PictureElement {
    let addresses: Addresses
    let picture: PictureMarkup.Shown
    let rendition: PictureRendition
    /// The same for dark mode, where the picture has a companion.
    var dark: PictureRendition?
    /// More attributes of the `<img>`, safe to write.
    var extra = ""
    /// Whether the author has given it a size or a look.
    var hasOwnSize = false
    var hasOwnStyle = false

    var markup: String {
        guard let fallback = rendition.fallback, let widest = fallback.variants.last else { return "" }
        let sizes = HTML.attribute("sizes", rendition.sizes)
        var markup = "<picture>"
        for set in dark?.sets ?? [] {
            markup += "<source media=\"(prefers-color-scheme: dark)\" type=\"\(set.mediaType.rawValue)\" "
            markup += "srcset=\"\(srcset(set))\"\(sizes)>"
        }
        for set in rendition.sets.dropLast() {
            markup += "<source type=\"\(set.mediaType.rawValue)\" srcset=\"\(srcset(set))\"\(sizes)>"
        }
        markup += "<img src=\"\(address(widest))\""
        if fallback.variants.count > 1 { markup += " srcset=\"\(srcset(fallback))\"\(sizes)" }
        markup += HTML.attribute("alt", picture.alt)
        if !hasOwnSize { markup += " width=\"\(widest.width)\" height=\"\(widest.height)\"" }
        // A light blur would flash before a dark picture.
        if !hasOwnStyle, dark == nil, let preview = picture.variants?.preview {
            markup += " style=\"background:\(Self.background(preview))\""
        }
        return markup + extra + "></picture>"
    }

    private func srcset(_ set: PictureRendition.FormatSet) -> String {
        Self.srcset(set, addresses)
    }

    /// The value of the attribute, escaped.
    static func srcset(_ set: PictureRendition.FormatSet, _ addresses: Addresses) -> String {
        set.variants.map { "\(address($0, addresses)) \($0.width)w" }.joined(separator: ", ")
    }

    private func address(_ variant: PictureVariant) -> String { Self.address(variant, addresses) }

    static func address(_ variant: PictureVariant, _ addresses: Addresses) -> String {
        HTML.escaped(addresses.relative("/" + variant.path.text))
    }

    /// What shows before the picture is there: a blur of it, on its main colour.
    static func background(_ preview: PicturePreview) -> String {
        "\(HTML.escaped(preview.color)) url(\(HTML.escaped(preview.address))) 50%/cover no-repeat"
    }
}
