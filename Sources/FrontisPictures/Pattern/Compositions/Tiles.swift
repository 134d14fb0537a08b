/// Square tiles of quarter circles, arcs and dots.
struct Tiles: Composition {
    let name = "tiles"
    let affinities: [Topic: Int] = [
        .geometry: 6, .code: 4, .craft: 5, .south: 4, .play: 4, .home: 3, .colorful: 5, .machine: 2, .book: 2,
        .city: 1, .nostalgia: 2, .music: 1,
    ]

    private enum Motif: CaseIterable {
        case quarter, quarterRings, leaf, twoQuarters, disc, half, diamond, dots
    }

    func draw(on canvas: inout Canvas) -> Drawn {
        let (width, height, unit, palette) = (canvas.width, canvas.height, canvas.unit, canvas.palette)
        canvas.backdrop(.flat(palette.sky.color))
        let columns = max(2, Int((width / unit * canvas.random.pick([4, 5])).rounded()))
        // Whole pixels, so that neighbours meet without a seam.
        let size = (width / Double(columns)).rounded(.up)
        let rows = Int((height / size).rounded(.up))
        let top = ((height - Double(rows) * size) / 2).rounded()
        let motifs = Array(canvas.random.shuffled(Motif.allCases).prefix(4)) + [.quarter, .leaf]
        let grounds = [palette.sky, palette.sky, palette.glow, palette.far, palette.near, palette.deep]
        let inks = [palette.middle, palette.near, palette.far, palette.deep, palette.highlight, palette.middle]
        let quiet = canvas.random.integer(0...max(0, columns * rows - 1))
        for row in 0..<rows {
            for column in 0..<columns {
                let origin = Point(Double(column) * size, top + Double(row) * size)
                let ground = canvas.isTransparent ? palette.sky : canvas.random.pick(grounds)
                if ground != palette.sky {
                    canvas.rectangle(
                        x: origin.x, y: origin.y, width: size, height: size, ground.color)
                }
                let fitting = inks.filter { abs($0.color.luma - ground.color.luma) > 42 }
                var ink = fitting.isEmpty ? palette.highlight : canvas.random.pick(fitting)
                if canvas.random.chance(0.12) { ink = palette.accent }
                let second = canvas.random.pick(fitting.isEmpty ? [palette.accent] : fitting)
                let motif = canvas.random.pick(motifs)
                let turn = canvas.random.integer(0...3)
                if row * columns + column == quiet {
                    canvas.circle(
                        origin + Point(size / 2, size / 2), radius: size * 0.36, palette.accent.color)
                } else {
                    draw(motif, turn: turn, at: origin, size: size, ink.color, second.color, on: &canvas)
                }
            }
        }
        return Drawn(
            subject: LocalizedText(
                en: "Geometric tiles of quarter circles and leaf shapes",
                de: "Geometrische Kacheln aus Viertelkreisen und Blattformen",
                es: "Azulejos geométricos de cuartos de círculo y hojas",
                fr: "Carreaux géométriques de quarts de cercle et de feuilles",
                pt: "Azulejos geométricos de quartos de círculo e folhas",
                it: "Piastrelle geometriche di quarti di cerchio e foglie",
                nl: "Geometrische tegels met kwartcirkels en bladvormen"),
            colors: [palette.middle, palette.near, palette.far], backdrop: [palette.sky])
    }

    private func draw(
        _ motif: Motif, turn: Int, at origin: Point, size: Double, _ ink: Color, _ second: Color,
        on canvas: inout Canvas
    ) {
        let corners = [Point(0, 0), Point(size, 0), Point(size, size), Point(0, size)].map { origin + $0 }
        func corner(_ index: Int) -> Point { corners[(index + turn) % 4] }
        let center = origin + Point(size / 2, size / 2)
        func quarter(_ index: Int, _ radius: Double) -> Path {
            let (point, before, after) = (corner(index), corner(index + 3), corner(index + 1))
            var path = Path()
            path.move(to: point)
            path.line(to: point.mixed(with: after, radius / size))
            path.arc(radius: radius, to: point.mixed(with: before, radius / size))
            path.close()
            return path
        }
        switch motif {
        case .quarter:
            canvas.fill(quarter(0, size), ink)
        case .quarterRings:
            for (index, share) in [1.0, 0.75, 0.5, 0.25].enumerated() {
                canvas.fill(quarter(0, size * share), index % 2 == 0 ? ink : second)
            }
        case .leaf:
            var path = Path()
            path.move(to: corner(0))
            path.arc(radius: size, to: corner(2))
            path.arc(radius: size, to: corner(0))
            path.close()
            canvas.fill(path, ink)
        case .twoQuarters:
            canvas.fill(quarter(0, size / 2), ink)
            canvas.fill(quarter(2, size / 2), second)
        case .disc:
            canvas.circle(center, radius: size * 0.38, ink)
            canvas.circle(center, radius: size * 0.17, second)
        case .half:
            for (start, color) in [(0, ink), (2, second)] {
                let (a, b) = (corner(start), corner(start + 1))
                var path = Path()
                path.move(to: a)
                path.arc(radius: size / 2, to: b, isClockwise: false)
                path.close()
                canvas.fill(path, color)
            }
        case .diamond:
            let middles = (0..<4).map { corner($0).mixed(with: corner($0 + 1), 0.5) }
            canvas.fill(Path(polygon: middles), ink)
        case .dots:
            for row in 0..<3 {
                for column in 0..<3 {
                    let place = origin + Point(Double(column) * 2 + 1, Double(row) * 2 + 1) * (size / 6)
                    canvas.circle(place, radius: size * 0.085, ink)
                }
            }
        }
    }
}
