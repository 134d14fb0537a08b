/// What several landscapes share.
extension Canvas {
    /// Whether the picture shows a night: its colours decide, so that a moon never stands in a pink sky.
    var isNight: Bool { palette.light == .night }

    /// The sun's colour: the accent if that is a warm one.
    var sun: Palette.Swatch {
        let accent = palette.accent
        return accent.color.red > accent.color.blue + 40 ? accent : palette.middle
    }

    /// The colour of the sun, or of the moon.
    var disc: Palette.Swatch { isNight ? palette.highlight : sun }

    /// The colour that most of `sky(downTo:)` has.
    var air: Palette.Swatch { palette.light == .dusk ? palette.far : palette.sky }

    mutating func sky(downTo horizon: Double = 1) {
        let paint =
            if palette.light == .dusk {
                gradient(
                    [(0, palette.sky.color), (0.55, palette.far.color), (1, palette.glow.color)], from: 0,
                    to: height * horizon)
            } else {
                gradient(palette.sky.color, palette.glow.color, from: height * 0.1, to: height * horizon)
            }
        backdrop(paint)
    }

    /// A moon at night, else a sun, in a halo.
    mutating func celestialBody(at center: Point, radius: Double) {
        let halo = palette.highlight.color
        let strength = isNight ? 0.08 : 0.22
        circle(center, radius: radius * 2.1, .translucent(halo, opacity: strength))
        circle(center, radius: radius * 1.5, .translucent(halo, opacity: strength))
        circle(center, radius: radius, disc.color)
        if isNight {
            let shade = palette.highlight.color.mixed(with: palette.glow.color, 0.25)
            for (x, y, size) in [(-0.35, -0.2, 0.2), (0.3, 0.3, 0.26), (0.15, -0.5, 0.11), (-0.25, 0.5, 0.13)] {
                circle(center + Point(x, y) * radius, radius: radius * size, shade)
            }
        }
    }

    /// Stars above a line where it is night.
    mutating func starsAtNight(_ count: Int, above line: Double) {
        guard isNight else { return }
        // The same scene by day has none, and what is drawn after them must not move.
        let before = random
        stars(count, above: line)
        if palette.showsDayByNight { random = before }
    }

    /// Stars above a line, fewer towards it.
    mutating func stars(_ count: Int, above line: Double) {
        for _ in 0..<count {
            let height = random.fraction()
            let place = Point(random.fraction() * width, height * height.squareRoot() * line)
            let size = unit * random.pick([0.0013, 0.0013, 0.002, 0.002, 0.003, 0.0042])
            circle(place, radius: size, .translucent(palette.highlight.color, opacity: random.number(0.45...1)))
        }
    }

    /// A star with four long points.
    mutating func sparkle(at center: Point, radius: Double, _ color: Color) {
        var path = Path()
        path.move(to: center + Point(0, -radius))
        for (x, y) in [(1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0)] {
            path.curve(center, to: center + Point(x, y) * radius)
        }
        path.close()
        fill(path, color)
    }

    /// The outline of rolling ground from edge to edge, `relief` pixels high about a line.
    mutating func ridge(at line: Double, relief: Double, waves: Double = 1) -> [Point] {
        let length = unit / waves
        let waves = (0..<3).map { index in
            (
                size: [1, 0.45, 0.2][index] * random.number(0.75...1.1),
                length: length * [1.15, 0.52, 0.27][index] * random.number(0.8...1.2),
                phase: random.number(0...Angle.fullTurn)
            )
        }
        let step = length / 14
        return stride(from: -step * 2, through: width + step * 2, by: step).map { x in
            let height = waves.reduce(0.0) { sum, wave in
                sum + wave.size * Angle.sine(x / wave.length * Angle.fullTurn + wave.phase)
            }
            return Point(x, line - relief * height / 1.65)
        }
    }

    /// The height of an outline at some place.
    func level(of outline: [Point], at x: Double) -> Double {
        guard let next = outline.firstIndex(where: { $0.x >= x }), next > 0 else { return outline.last?.y ?? height }
        let (start, end) = (outline[next - 1], outline[next])
        return start.y + (end.y - start.y) * (x - start.x) / max(end.x - start.x, 0.001)
    }

    /// A fir in three tiers, standing on a point.
    static func addFir(to path: inout Path, at foot: Point, height: Double) {
        let width = height * 0.36
        path.addRectangle(
            x: foot.x - width * 0.06, y: foot.y - height * 0.2, width: width * 0.12, height: height * 0.22)
        for (bottom, top, share) in [(0.1, 0.52, 1.0), (0.34, 0.76, 0.78), (0.58, 1.0, 0.54)] {
            path.addPolygon([
                Point(foot.x - width / 2 * share, foot.y - height * bottom), Point(foot.x, foot.y - height * top),
                Point(foot.x + width / 2 * share, foot.y - height * bottom),
            ])
        }
    }

    /// None, or a few flat clouds: how many, how high and how large is the key's choice.
    mutating func someClouds() {
        let color = palette.highlight.color
        for _ in 0..<random.pick([0, 0, 2, 3, 4]) {
            let center = point(random.number(0.05...0.95), random.number(0.06...0.34))
            let long = unit * random.number(0.12...0.34)
            for (share, shift, line) in [(1.0, 0.0, 0.0), (0.62, 0.12, -1.0), (0.4, -0.2, 1.0)] {
                var path = Path()
                let thick = unit * 0.021
                path.move(to: center + Point(long * (shift - share / 2), line * thick * 0.9))
                path.line(to: center + Point(long * (shift + share / 2), line * thick * 0.9))
                stroke(path, .translucent(color, opacity: isNight ? 0.14 : 0.5), width: thick)
            }
        }
    }

    /// A few gulls, far away.
    mutating func birds(_ count: Int, about center: Point, _ color: Color) {
        for _ in 0..<count {
            let place = center + Point(random.number(-0.14...0.14), random.number(-0.06...0.06)) * unit
            let wing = unit * random.number(0.009...0.016)
            var path = Path()
            path.move(to: place + Point(-wing, -wing * 0.45))
            path.curve(place + Point(-wing * 0.4, -wing * 0.6), to: place)
            path.curve(place + Point(wing * 0.4, -wing * 0.6), to: place + Point(wing, -wing * 0.45))
            stroke(path, color, width: unit * 0.0028)
        }
    }
}
