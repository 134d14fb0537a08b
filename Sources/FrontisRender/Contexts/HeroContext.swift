import FrontisCore

/// A page's picture.
package final class HeroContext: TemplateContext {
    let shown: PictureMarkup.Shown
    private let markup: PictureMarkup

    init(_ shown: PictureMarkup.Shown, markup: PictureMarkup) {
        self.shown = shown
        self.markup = markup
    }

    package static let fields = ContextFields<HeroContext>(
        "hero", "A page's picture.",
        [
            .html("picture", "A complete `<picture>` for the top of its page, in all sizes and formats.") {
                $0.markup.heroMarkup($0.shown)
            },
            .html("lead", "The same, cut for the first entry of a list.") {
                $0.markup.heroMarkup($0.shown, for: .lead)
            },
            .html("card", "The same, cut for an entry of a list.") { $0.markup.heroMarkup($0.shown, for: .card) },
            .html("square", "The same, cut to a small square.") { $0.markup.heroMarkup($0.shown, for: .square) },
            .text("src", "Root-relative address.") { $0.shown.src },
            .text("url", "Absolute address.") { $0.shown.absolute },
            .text("alt", "Alt text; absent for a decorative picture.") { $0.shown.alt },
            .number("width", "In pixels.") { $0.shown.size?.width },
            .number("height", "In pixels.") { $0.shown.size?.height },
            .text("srcset", "Widths for browsers to choose from; absent where there is one.") {
                $0.markup.srcset($0.shown)
            },
            .text("sizes", "How wide the page shows it, beside `srcset`.") {
                $0.shown.variants?.renditions[.hero]?.sizes
            },
            .text("preview", "Tiny stand-in while the picture loads, a `data:` address; absent where there is none.") {
                $0.shown.variants?.preview?.address
            },
            .text("color", "Its main colour, as `#rrggbb`; absent where there is none.") {
                $0.shown.variants?.preview?.color
            },
            .text("caption", "The author's caption.") { $0.shown.caption },
            .flag("has-caption", "Whether there is a caption.") { $0.shown.caption?.isEmpty == false },
            .flag("has-words", "Whether there is a caption, or something to say of how a machine made it.") {
                $0.shown.caption?.isEmpty == false || $0.shown.provenance != nil
            },
            .flag("is-placeholder", "Whether it is stand-in art.") { $0.shown.isPlaceholder },
            .object("generated", GeneratedContext.self, "How a machine made it; absent for the site's own files.") {
                $0.shown.provenance.map(GeneratedContext.init)
            },
        ])
}
