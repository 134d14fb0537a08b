/// One kind of picture that pattern art can draw. A new one is a type in a file of its own under
/// `Compositions/` and a line in `Compositions.all`.
///
/// Draw with `canvas.random` and nothing else that varies; measure in `canvas.unit` and shares of width and
/// height, so that the picture holds from a tall phone screen to a wide banner; leave one quiet area and one
/// place for the eye.
protocol Composition: Sendable {
    var name: String { get }
    /// How well it suits a topic, from 1 to 10. None for shapes: the key alone chooses among them, so that posts about one
    /// thing do not all get one.
    var affinities: [Topic: Int] { get }
    /// Nouns of what it shows, folded: only a prompt whose subject is one of them gets it. None for one that shows
    /// nothing but shapes, which any other prompt may get.
    var subjects: Set<String> { get }
    /// Draws, and says what was drawn.
    func draw(on canvas: inout Canvas) -> Drawn
}

extension Composition {
    var affinities: [Topic: Int] { [:] }
    var subjects: Set<String> { [] }
    var isAbstract: Bool { subjects.isEmpty }
}

/// What a composition has put on the canvas.
struct Drawn {
    /// Begins a sentence that goes on with "in" and colours; at most 70 characters in any language.
    var subject: LocalizedText
    /// The most important first; the backdrop's stand in `backdrop`.
    var colors: [Palette.Swatch]
    /// Colours that are only in the backdrop, named after the others where there is one.
    var backdrop: [Palette.Swatch] = []

    /// At most three names, each once.
    func colorNames(isTransparent: Bool) -> [ColorName] {
        var names: [ColorName] = []
        let shown = isTransparent ? colors : Array(colors.prefix(2) + backdrop + Array(colors.dropFirst(2)))
        for swatch in shown where !names.contains(swatch.name) { names.append(swatch.name) }
        return Array(names.prefix(3))
    }
}

/// How much of each colour is on the canvas, so that only what is there is named.
struct ColorAreas {
    private var areas: [(swatch: Palette.Swatch, area: Double)] = []

    /// In any unit that is the same for all.
    mutating func add(_ area: Double, of swatch: Palette.Swatch) {
        if let index = areas.firstIndex(where: { $0.swatch == swatch }) {
            areas[index].area += area
        } else {
            areas.append((swatch, area))
        }
    }

    /// The largest first.
    var byArea: [Palette.Swatch] {
        areas.enumerated().sorted { ($1.element.area, $0.offset) < ($0.element.area, $1.offset) }
            .map(\.element.swatch)
    }
}
