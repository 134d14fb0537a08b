extension Viaduct {
    /// A straight track from the horizon to the lower edge, and the engine on it, its lamps towards whoever looks.
    func drawFront(on canvas: inout Canvas, horizon: Double, size: Double) {
        let (width, height, unit, palette) = (canvas.width, canvas.height, canvas.unit, canvas.palette)
        let ground = palette.isDark ? palette.near.color : palette.middle.color
        canvas.rectangle(
            x: 0, y: horizon, width: width, height: height - horizon,
            canvas.gradient(ground, palette.deep.color, from: horizon, to: height))
        let far = Point(width * canvas.random.number(0.34...0.66), horizon)
        let near = Point(width * canvas.random.number(0.3...0.7), height * 1.08)
        let gauge = unit * 0.5
        func at(_ depth: Double, _ aside: Double) -> Point { far.mixed(with: near + Point(gauge * aside, 0), depth) }
        drawFirs(on: &canvas, horizon: horizon, from: far)
        drawTrack(on: &canvas, at)
        // Nearer is larger, and lower.
        let depth = 0.24 + 0.14 * size
        let foot = at(depth, 0)
        let gap = gauge * depth
        drawSteam(on: &canvas, from: foot - Point(0, gap * 1.5), heading: canvas.random.chance(0.5) ? 0.6 : -0.6)
        var beam = Path()
        beam.addPolygon([
            foot - Point(gap * 0.3, 0), foot + Point(gap * 0.3, 0), at(1, 0.9), at(1, -0.9),
        ])
        canvas.fill(beam, .translucent(palette.accent.color, opacity: palette.isDark ? 0.22 : 0.1))
        drawEngine(on: &canvas, foot, gap)
    }

    private func drawFirs(on canvas: inout Canvas, horizon: Double, from far: Point) {
        let (width, height, unit, palette) = (canvas.width, canvas.height, canvas.unit, canvas.palette)
        var firs = [Path(), Path()]
        for _ in 0..<Int(width / unit * canvas.random.pick([8, 16, 26])) {
            let depth = canvas.random.number(0.02...0.5)
            let side = canvas.random.chance(0.5) ? 1.0 : -1.0
            let x = far.x + side * (unit * 0.1 + width * canvas.random.number(0.1...0.62))
            let foot = Point(x, horizon + (height - horizon) * depth)
            Canvas.addFir(
                to: &firs[depth < 0.2 ? 0 : 1], at: foot, height: unit * (0.07 + 0.3 * depth))
        }
        canvas.fill(firs[0], palette.near.color.mixed(with: palette.deep.color, 0.5))
        canvas.fill(firs[1], palette.deep.color)
    }

    private func drawTrack(on canvas: inout Canvas, _ at: (Double, Double) -> Point) {
        let palette = canvas.palette
        let bed = palette.deep.color.mixed(with: palette.far.color, 0.2)
        canvas.fill(Path(polygon: [at(0, 0), at(1, 0.85), at(1, -0.85)]), bed)
        var sleepers = Path()
        for sleeper in 0..<26 {
            let near = 1 / (1 + Double(sleeper) * 0.34)
            let (top, bottom) = (near * 0.93, near)
            sleepers.addPolygon([at(top, -0.68), at(top, 0.68), at(bottom, 0.68), at(bottom, -0.68)])
        }
        canvas.fill(sleepers, palette.deep.color)
        let steel = palette.highlight.color.mixed(with: palette.far.color, 0.45)
        for side in [-0.5, 0.5] {
            canvas.fill(Path(polygon: [at(0, 0), at(1, side - 0.035), at(1, side + 0.035)]), steel)
        }
    }

    /// - Parameter gap: between the rails where it stands, in pixels.
    private func drawEngine(on canvas: inout Canvas, _ foot: Point, _ gap: Double) {
        let palette = canvas.palette
        let (body, lamp) = (palette.deep.color, palette.isDark ? palette.accent.color : palette.highlight.color)
        let plate = body.mixed(with: palette.far.color, 0.35)
        func box(_ x: Double, _ y: Double, _ wide: Double, _ tall: Double, _ color: Color) {
            canvas.rectangle(
                x: foot.x + (x - wide / 2) * gap, y: foot.y - (y + tall) * gap, width: wide * gap, height: tall * gap,
                color)
        }
        // Cab, tanks, boiler, chimney, beam; then what shines.
        box(0, 0.3, 1.24, 1.16, body.mixed(with: palette.near.color, 0.3))
        box(0, 1.42, 1.36, 0.09, palette.accent.color)
        for side in [-0.45, 0.45] { box(side, 1.08, 0.2, 0.22, lamp) }
        box(0, 0.25, 1.1, 0.36, body)
        box(0, 1.2, 0.22, 0.36, body)
        box(0, 1.52, 0.3, 0.07, plate)
        canvas.circle(foot - Point(0, gap * 0.82), radius: gap * 0.45, body)
        canvas.circle(foot - Point(0, gap * 0.82), radius: gap * 0.37, plate)
        canvas.circle(foot - Point(0, gap * 0.82), radius: gap * 0.05, body)
        for side in [-0.5, 0.5] { box(side, 0, 0.13, 0.26, body) }
        box(0, 0.18, 1.3, 0.16, palette.accent.color)
        for side in [-0.42, 0.42] {
            canvas.circle(foot + Point(side, -0.26) * gap, radius: gap * 0.075, body)
            canvas.circle(foot + Point(side, -0.43) * gap, radius: gap * 0.16, .translucent(lamp, opacity: 0.3))
            canvas.circle(foot + Point(side, -0.43) * gap, radius: gap * 0.085, lamp)
        }
        canvas.circle(foot - Point(0, gap * 1.22), radius: gap * 0.2, .translucent(lamp, opacity: 0.3))
        canvas.circle(foot - Point(0, gap * 1.22), radius: gap * 0.1, lamp)
    }
}
