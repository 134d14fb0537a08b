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
            .html("picture", "A complete `<picture>` with alt text, width and height.") {
                $0.markup.heroMarkup($0.shown)
            },
            .text("src", "Root-relative address.") { $0.shown.src },
            .text("url", "Absolute address.") { $0.shown.absolute },
            .text("alt", "Alt text; absent for a decorative picture.") { $0.shown.alt },
            .number("width", "In pixels.") { $0.shown.size?.width },
            .number("height", "In pixels.") { $0.shown.size?.height },
            .text("srcset", "Sizes for browsers to choose from; absent where there is one.") { _ in nil },
            .text("preview", "Tiny stand-in while the picture loads; absent where there is none.") { _ in nil },
            .text("caption", "The author's caption.") { $0.shown.caption },
            .flag("has-caption", "Whether there is a caption.") { $0.shown.caption?.isEmpty == false },
            .flag("is-placeholder", "Whether it is stand-in art.") { $0.shown.isPlaceholder },
            .object("generated", GeneratedContext.self, "How a machine made it; absent for the site's own files.") {
                $0.shown.provenance.map(GeneratedContext.init)
            },
        ])
}
