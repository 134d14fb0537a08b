/// Colours that go together, by the part they play.
struct Palette: Sendable {
    /// Which light a landscape in these colours stands in.
    enum Light: Sendable {
        case day
        /// Sky darker than the horizon, a low sun.
        case dusk
        /// A dark sky with a moon.
        case night
    }

    struct Swatch: Sendable, Hashable {
        let color: Color
        let name: ColorName

        init(_ color: Color, _ name: ColorName) {
            self.color = color
            self.name = name
        }

        init(_ hex: UInt32, _ name: ColorName) {
            color = Color(hex)
            self.name = name
        }
    }

    let name: String
    let light: Light
    /// The backdrop, or the top of the sky.
    let sky: Swatch
    /// Its companion: the horizon, an alternate ray.
    let glow: Swatch
    /// From far to near; the first should stand out from the sky, the last is the darkest.
    let far, middle, near, deep: Swatch
    /// Used little: where the eye should go.
    let accent: Swatch
    /// Foam, snow, moon, lit windows.
    let highlight: Swatch
    let affinities: [Topic: Int]
    /// Whether it shows by night what another palette shows by day or at dusk: then nothing that chance decides may
    /// come out otherwise than there.
    var showsDayByNight = false

    init(
        _ name: String, _ light: Light, sky: Swatch, glow: Swatch, tones: (Swatch, Swatch, Swatch, Swatch),
        accent: Swatch, highlight: Swatch, for affinities: [Topic: Int]
    ) {
        self.name = name
        self.light = light
        self.sky = sky
        self.glow = glow
        (far, middle, near, deep) = tones
        self.accent = accent
        self.highlight = highlight
        self.affinities = affinities
    }

    var isDark: Bool { light != .day }

    /// From the horizon to the foreground, in `count` steps: far hills take on the colour of the air.
    func depth(_ count: Int) -> [Color] {
        let line = [glow.color.mixed(with: far.color, 0.6), far.color, middle.color, near.color, deep.color]
        return (0..<count).map { Color.along(line, count == 1 ? 1 : Double($0) / Double(count - 1)) }
    }
}
