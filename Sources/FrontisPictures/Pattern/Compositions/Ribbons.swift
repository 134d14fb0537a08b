/// Parallel stripes that sweep round wide bends, as on record sleeves of the seventies.
struct Ribbons: Composition {
    let name = "ribbons"
    let affinities: [Topic: Int] = [
        .music: 6, .nostalgia: 4, .road: 4, .energy: 5, .colorful: 4, .joy: 2, .river: 1, .craft: 4, .wind: 2,
        .geometry: 2, .play: 1,
    ]

    func draw(on canvas: inout Canvas) -> Drawn {
        let (unit, palette) = (canvas.unit, canvas.palette)
        canvas.backdrop(.flat(palette.sky.color))
        let stripes =
            palette.isDark
            ? [palette.highlight, palette.accent, palette.glow, palette.far, palette.middle]
            : [palette.glow, palette.far, palette.middle, palette.near, palette.deep]
        let band = unit * 0.052
        let flip = canvas.random.chance(0.5)
        let spine = self.spine(on: &canvas)
        let place = flip ? canvas.point(0.74, 0.3) : canvas.point(0.26, 0.3)
        let disc = palette.isDark ? palette.accent : canvas.sun
        canvas.circle(place, radius: unit * 0.17, disc.color)
        for (index, swatch) in stripes.enumerated() {
            let offset = (Double(index) - 2) * band
            let path = Path(through: offsetted(spine, by: offset).map { flip ? Point(canvas.width - $0.x, $0.y) : $0 })
            canvas.stroke(path, .flat(swatch.color), width: band + 0.8, isRound: false)
        }
        return Drawn(
            subject: LocalizedText(
                en: "Parallel stripes in a wide bend beside a disc",
                de: "Parallele Streifen in weitem Bogen neben einer Scheibe",
                es: "Franjas paralelas en una curva amplia junto a un disco",
                fr: "Bandes parallèles en large courbe près d’un disque",
                pt: "Faixas paralelas numa curva larga junto a um disco",
                it: "Strisce parallele in un’ampia curva accanto a un disco",
                nl: "Evenwijdige strepen in een wijde bocht naast een schijf"),
            colors: [stripes[2], stripes[3], disc], backdrop: [palette.sky])
    }

    /// From the left edge, round two or three bends, out at the right or the bottom.
    private func spine(on canvas: inout Canvas) -> [Point] {
        let (width, height, unit) = (canvas.width, canvas.height, canvas.unit)
        let first = height * canvas.random.number(0.66...0.74)
        let second = max(first - height * canvas.random.number(0.42...0.5), unit * 0.14)
        // Bends must be wider than the stripes; a low banner has no room for them and gets one slope.
        let isLow = first - second < unit * 0.33
        let radius = isLow ? unit * 0.2 : min(unit * canvas.random.number(0.22...0.26), (first - second) / 2)
        let half = isLow ? unit * 0.36 : radius
        let turn = width * canvas.random.number(0.4...0.5)
        var points: [Point] = []
        func addLine(_ start: Point, _ end: Point) {
            let count = max(1, Int((end - start).length / (unit * 0.04)))
            points += (0..<count).map { start.mixed(with: end, Double($0) / Double(count)) }
        }
        func addArc(_ center: Point, _ start: Double, _ end: Double) {
            points += (0..<24).map { center.moved(radius, towards: start + (end - start) * Double($0) / 24) }
        }
        // Along the bottom, up through an S, along the top, and down at the far side.
        let rise = max(0, first - second - 2 * radius)
        let quarter = Double.pi / 2
        addLine(Point(-unit * 0.2, first), Point(turn - half, first))
        if isLow {
            points += (0..<32).map { step in
                let share = Double(step) / 32
                let ease = share * share * (3 - 2 * share)
                return Point(turn + half * (2 * share - 1), first + (second - first) * ease)
            }
        } else {
            addArc(Point(turn - radius, first - radius), quarter, 0)
            addLine(Point(turn, first - radius), Point(turn, first - radius - rise))
            addArc(Point(turn + radius, second + radius), -2 * quarter, -quarter)
        }
        let far = max(turn + half, width - radius - unit * canvas.random.number(0.16...0.24))
        addLine(Point(turn + half, second), Point(far, second))
        addArc(Point(far, second + radius), -quarter, 0)
        addLine(Point(far + radius, second + radius), Point(far + radius, height + unit * 0.2))
        return points
    }

    private func offsetted(_ spine: [Point], by distance: Double) -> [Point] {
        spine.indices.map { index in
            let along = spine[min(index + 1, spine.count - 1)] - spine[max(index - 1, 0)]
            return spine[index] + Point(-along.y, along.x) * (distance / max(along.length, 0.001))
        }
    }
}
