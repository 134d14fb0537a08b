import CVips
package import FrontisCore

/// A picture drawn from a recipe: for nothing, without a network, the same every time.
///
/// The prompt's words choose palette and composition as far as they can; the key's digits choose the rest.
/// Drawing happens in the initialiser and takes about a millisecond; `png()` is the expensive part.
package struct PatternArt: Sendable {
    /// Pixels.
    package let width: Int
    package let height: Int
    /// The picture as a complete SVG document of those pixels.
    package let svg: String
    private let sentence: PatternSentence
    private let isTransparent: Bool

    /// The longer side where the recipe states only an aspect.
    private static let longSide = 1536

    /// - Parameter isDark: draws what it would draw in any case, in night's colours: the companion for dark mode.
    package init(recipe: Recipe, key: Digest, isDark: Bool = false) {
        let (composition, palette) = Self.choice(for: recipe, key: key)
        self.init(recipe: recipe, key: key, composition: composition, palette: isDark ? palette.darkened : palette)
    }

    /// The prompt's subject decides whether there is a scene for it, its other words which; the key's digits among what
    /// fits them about equally well, and among all shapes.
    static func choice(for recipe: Recipe, key: Digest) -> (composition: any Composition, palette: Palette) {
        let reading = PromptReading(recipe.prompt)
        var random = SeededGenerator(key: key, stream: 1)
        // What nobody here can draw is not drawn as something else: shapes in the prompt's colours contradict nothing.
        let scenes = Compositions.all.filter { reading.subject.isAmong($0.subjects) }
        let lit = scenes.isEmpty ? [] : Palettes.all.filter { reading.allows($0.light) }
        // Without a colour in the prompt there is room for more than the one palette that fits its thing best.
        let tolerance =
            scenes.isEmpty ? (reading.namesColor ? 0.8 : 0.35) : (reading.isAtNight && !reading.namesColor ? 0.4 : 0.6)
        let palette = reading.choose(
            among: lit.isEmpty ? Palettes.all : lit, tolerance: tolerance, affinities: \.affinities, random: &random)
        let composition =
            scenes.isEmpty
            ? random.pick(Compositions.all.filter(\.isAbstract))
            : reading.choose(among: scenes, tolerance: 0.85, affinities: \.affinities, random: &random)
        return (composition, palette)
    }

    /// With a composition and a palette of the caller's choice, for looking at all of them.
    init(recipe: Recipe, key: Digest, composition: any Composition, palette: Palette) {
        let size = Self.size(of: recipe.shape)
        let isTransparent = recipe.background == .transparent
        var canvas = Canvas(
            size: size, palette: palette, isTransparent: isTransparent,
            random: SeededGenerator(key: key, stream: 2))
        var sides = SeededGenerator(key: key, stream: 3)
        canvas.isMirrored = sides.chance(0.5)
        let drawn = composition.draw(on: &canvas)
        (width, height) = size
        svg = canvas.svg
        sentence = PatternSentence(subject: drawn.subject, colors: drawn.colorNames(isTransparent: isTransparent))
        self.isTransparent = isTransparent
    }

    /// The picture as a PNG of exactly `width` × `height` pixels, with alpha only where the recipe wants a
    /// transparent background. Throws `unavailable` or `notDrawn`.
    package func png() throws(PictureError) -> [UInt8] {
        try Vips.start()
        let bytes = Array(svg.utf8)
        let png = bytes.withUnsafeBytes { memory -> [UInt8]? in
            guard let drawn = VipsPicture({ frontis_svg_load(memory.baseAddress, memory.count, $0) }) else {
                return nil
            }
            return isTransparent ? drawn.png() : drawn.droppingAlpha()?.png()
        }
        guard let png else { throw .notDrawn(Vips.takeError()) }
        return png
    }

    /// What was drawn, and in which colours: true, and without the prompt. At most 125 characters.
    ///
    /// Falls back to English; `descriptionLanguage(for:)` tells.
    package func description(language: String) -> String {
        sentence.text(in: LocalizedText.Language(tag: language))
    }

    /// The language that `description(language:)` uses for a BCP 47 tag: `pt` for `pt-BR`, `en` for one it does
    /// not speak.
    package func descriptionLanguage(for language: String) -> String {
        LocalizedText.Language(tag: language).rawValue
    }

    /// The very size, or the aspect with a long side of 1536 and both sides even.
    private static func size(of shape: PictureShape) -> (width: Int, height: Int) {
        switch shape {
        case .size(let size): return (size.width, size.height)
        case .aspect(let aspect):
            let (long, short) = (max(aspect.width, aspect.height), min(aspect.width, aspect.height))
            let side = max(2, (longSide * short + long) / (2 * long) * 2)
            return aspect.width >= aspect.height ? (longSide, side) : (side, longSide)
        }
    }
}
