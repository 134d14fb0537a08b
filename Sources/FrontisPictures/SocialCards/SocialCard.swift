import CVips
import FrontisCore

/// The picture that networks show beside a link: 1200 × 630 pixels, made from a page's picture, with the page's
/// title over it if the site wants that.
package enum SocialCard {
    /// To be raised when the same picture, title and font would give another card, so that kept ones are made anew.
    package static let version = 1
    package static let width = 1200
    package static let height = 630

    package struct Title: Sendable, Hashable {
        package var text: String
        /// BCP 47, of the page.
        package var language: String?
        package var font: SocialFont

        package init(text: String, language: String?, font: SocialFont) {
            self.text = text
            self.language = language
            self.font = font
        }
    }

    struct Card: ~Copyable {
        /// Exactly `width` × `height`, three bands, in memory.
        let picture: VipsPicture
        /// Whether the title is on it; then it is no longer only what a model drew.
        let hasTitle: Bool
        /// Letters and digits of the title that no font has, or its signs where it has nothing else. If there are any,
        /// the card has no title.
        let missing: [Character]
    }

    /// Any picture will do, down to a single pixel: see `CardGround` for how it fills the card.
    ///
    /// The picture is upright and should be in memory. Nothing of a title is trusted. Throws `notDrawn`.
    static func draw(
        _ picture: borrowing VipsPicture, focus: FocalPoint?, title: Title?
    ) throws(PictureError) -> Card {
        guard let ground = CardGround.draw(picture, focus: focus) else { throw .notDrawn(Vips.takeError()) }
        guard let title, let text = CardTitle(title.text) else {
            return Card(picture: ground, hasTitle: false, missing: [])
        }
        let written = TextThread.run(file: title.font.file) { lettering(text, title) }
        guard let written, let ink = written.ink else {
            return Card(picture: ground, hasTitle: false, missing: written?.missing ?? [])
        }
        guard let done = overlaid(ground, with: ink, written) else { throw .notDrawn(Vips.takeError()) }
        return Card(picture: done, hasTitle: true, missing: [])
    }

    // MARK: Title

    /// From either side. Networks round the corners off and some cut the sides a little.
    static let sideMargin = 76
    /// Wider than a cut to 2 : 1 takes away, and than the label that X lays over the lower edge.
    static let bottomMargin = 80

    struct Lettering: Sendable {
        var ink: TitleWriter.Ink?
        var layout: TitleLayout?
        var isRightToLeft = false
        var missing: [Character] = []
    }

    /// Runs on a text thread.
    static func lettering(_ title: CardTitle, _ request: Title) -> Lettering {
        let writer = TitleWriter(font: request.font.name, language: request.language)
        let boxes = writer.boxesOfMissing()
        var known: [Unicode.Scalar: Bool] = [:]
        for scalar in title.text.unicodeScalars where known[scalar] == nil {
            known[scalar] = writer.isMissing(scalar, boxes: boxes)
        }
        let missing = Set(known.filter(\.value).keys)
        let rest = missing.isEmpty ? title : title.without(missing)
        // A title may lose its emoji, but neither a letter nor all there is of it.
        guard let title = rest, missing.allSatisfy({ !$0.isEssential }) else {
            var named: [Character] = []
            for scalar in title.text.unicodeScalars
            where missing.contains(scalar) && (scalar.isEssential || rest == nil) {
                if !named.contains(Character(scalar)) { named.append(Character(scalar)) }
            }
            return Lettering(missing: named)
        }
        let room = Double(width - 2 * sideMargin)
        var layout = TitleLayout(title.text, width: room, advance: writer.advance)
        var ink: TitleWriter.Ink?
        // Letters that lean out of their line, and rounding, may take a little more than their words measured.
        for _ in 0..<4 {
            ink = writer.ink(layout.lines.map { title.mark + $0 }, size: layout.size, pitch: layout.pitch)
            guard let width = ink?.width, Double(width) > room else { break }
            layout.size *= max(0.5, (room - 1) / Double(width))
        }
        // What still does not fit is cut at the margin's outer edge by the card itself.
        return Lettering(ink: ink, layout: layout, isRightToLeft: title.isRightToLeft)
    }

    private static func overlaid(
        _ ground: borrowing VipsPicture, with ink: TitleWriter.Ink, _ lettering: Lettering
    ) -> VipsPicture? {
        guard let layout = lettering.layout else { return nil }
        let top = height - bottomMargin - layout.lines.count * layout.pitch
        let left = lettering.isRightToLeft ? width - sideMargin - ink.width : sideMargin
        guard let shade = CardShade.draw(above: top)?.spread(to: width, height),
            let letters = VipsPicture(pixels: ink.pixels, width: ink.width, height: ink.height, bands: 4),
            let shaded = ground.overlaid(with: shade, left: 0, top: 0),
            let written = shaded.overlaid(with: letters, left: left, top: top + ink.top)
        else { return nil }
        return written.droppingAlpha()?.inMemory()
    }
}
