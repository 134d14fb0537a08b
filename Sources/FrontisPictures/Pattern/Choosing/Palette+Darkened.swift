extension Palette {
    /// What is left of all colours when it gets dark.
    private static let ink = Color(0x070A18)

    /// The same colours by night, in the order of brightness of the palettes for nights: a dark sky, a horizon that
    /// glows a little, far things lighter than it and near ones darker; light and lamps as they are, a little dimmed.
    var darkened: Palette {
        func dimmed(_ swatch: Swatch, _ share: Double) -> Swatch {
            Swatch(swatch.color.mixed(with: Self.ink, share), swatch.name)
        }
        let isDay = light == .day
        let tones =
            isDay
            ? (dimmed(middle, 0.42), dimmed(near, 0.45), dimmed(deep, 0.4), dimmed(deep, 0.78))
            : (dimmed(far, 0.45), dimmed(middle, 0.5), dimmed(near, 0.5), dimmed(deep, 0.6))
        var dark = Palette(
            name, .night, sky: isDay ? dimmed(deep, 0.55) : dimmed(sky, 0.5),
            glow: isDay ? dimmed(near, 0.5) : dimmed(glow, 0.55), tones: tones, accent: dimmed(accent, 0.15),
            highlight: dimmed(highlight, 0.12), for: affinities)
        dark.showsDayByNight = light != .night
        return dark
    }
}
