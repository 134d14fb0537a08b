import FrontisCore

/// Writes a complete `<picture>`: the best format that the browser knows, in the width that fits its screen.
struct PictureElement {
    let pages: PictureMarkup
    let picture: PictureMarkup.Shown
    let rendition: PictureRendition
    /// The same for dark mode, where the picture has a companion.
    var dark: PictureRendition?
    /// Of a whole picture, for style sheets that cut it.
    var focus: FocalPoint?
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
        var style = focus.map { ["object-position:\($0)"] } ?? []
        if dark == nil, let preview = picture.variants?.preview {
            style.append("background:\(Self.background(preview))")
        }
        if !hasOwnStyle, !style.isEmpty { markup += " style=\"\(style.joined(separator: ";"))\"" }
        return markup + extra + "></picture>"
    }

    /// The value of the attribute, escaped.
    private func srcset(_ set: PictureRendition.FormatSet) -> String { pages.srcset(set) }

    private func address(_ variant: PictureVariant) -> String { HTML.escaped(pages.relative(variant.path)) }

    /// What shows before the picture is there: a blur of it, on its main colour.
    static func background(_ preview: PicturePreview) -> String {
        "\(HTML.escaped(preview.color)) url(\(HTML.escaped(preview.address))) 50%/cover no-repeat"
    }
}
