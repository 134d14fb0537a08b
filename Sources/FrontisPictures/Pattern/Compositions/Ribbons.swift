/// Parallel stripes, as on record sleeves of the seventies: round wide bends, straight, about a corner or in waves.
struct Ribbons: Composition {
    let name = "ribbons"

    private enum Layout: CaseIterable {
        case bend, slant, corner, swell
    }

    func draw(on canvas: inout Canvas) -> Drawn {
        let palette = canvas.palette
        canvas.backdrop(.flat(palette.sky.color))
        let layout = canvas.random.pick(Layout.allCases)
        let stripes =
            palette.isDark
            ? [palette.highlight, palette.accent, palette.glow, palette.far, palette.middle]
            : [palette.glow, palette.far, palette.middle, palette.near, palette.deep]
        let disc = palette.isDark ? palette.accent : canvas.sun
        let isReversed = canvas.random.chance(0.5)
        let tones = (isReversed ? stripes.reversed() : stripes).map(\.color)
        switch layout {
        case .bend: drawBend(on: &canvas, tones, disc.color)
        case .slant: drawSlant(on: &canvas, tones, disc.color)
        case .corner: drawCorner(on: &canvas, tones, disc.color)
        case .swell: drawSwell(on: &canvas, tones, disc.color)
        }
        return Drawn(subject: words(for: layout), colors: [stripes[2], stripes[3], disc], backdrop: [palette.sky])
    }

    private func drawBend(on canvas: inout Canvas, _ tones: [Color], _ disc: Color) {
        let unit = canvas.unit
        let band = unit * canvas.random.number(0.036...0.056)
        let flip = canvas.random.chance(0.5)
        let isUpsideDown = canvas.random.chance(0.5)
        let spine = self.spine(on: &canvas)
        func placed(_ point: Point) -> Point {
            Point(flip ? canvas.width - point.x : point.x, isUpsideDown ? canvas.height - point.y : point.y)
        }
        canvas.circle(
            placed(canvas.point(0.26, canvas.random.number(0.26...0.36))),
            radius: unit * canvas.random.number(0.1...0.19), disc)
        for (index, tone) in tones.enumerated() {
            let path = Path(through: offsetted(spine, by: (Double(index) - 2) * band).map(placed))
            canvas.stroke(path, .flat(tone), width: band + 0.8, isRound: false)
        }
    }

    private func drawSlant(on canvas: inout Canvas, _ tones: [Color], _ disc: Color) {
        let (unit, reach) = (canvas.unit, canvas.point(1, 1).length)
        let angle = canvas.random.pick([0.4, 0.8, 1.15, 1.57])
        let band = unit * canvas.random.pick([0.04, 0.07, 0.12])
        let gap = band * canvas.random.pick([0, 0, 0.4, 0.9])
        let middle = canvas.point(canvas.random.number(0.35...0.65), canvas.random.number(0.35...0.65))
        let side = canvas.random.chance(0.5) ? 1.0 : -1.0
        let size = unit * canvas.random.number(0.12...0.24)
        canvas.circle(
            middle.moved(side * (2.5 * (band + gap) + size * 0.4), towards: angle + .pi / 2), radius: size, disc)
        for (index, tone) in tones.enumerated() {
            let start = middle.moved((Double(index) - 2) * (band + gap), towards: angle + .pi / 2)
            var path = Path()
            path.move(to: start.moved(-reach, towards: angle))
            path.line(to: start.moved(reach, towards: angle))
            canvas.stroke(path, .flat(tone), width: band + 0.8, isRound: false)
        }
    }

    private func drawCorner(on canvas: inout Canvas, _ tones: [Color], _ disc: Color) {
        let unit = canvas.unit
        let corner = canvas.random.pick([canvas.point(0, 0), canvas.point(0, 1)])
        let across = canvas.point(0.74, corner.y > 0 ? 0.26 : 0.74)
        let band = unit * canvas.random.pick([0.06, 0.1, 0.15])
        let core = unit * canvas.random.number(0.12...0.5)
        canvas.circle(across, radius: unit * canvas.random.number(0.07...0.17), disc)
        for (index, tone) in tones.enumerated() {
            canvas.ring(corner, radius: core + band * (Double(index) + 0.5), .flat(tone), width: band + 0.8)
        }
    }

    private func drawSwell(on canvas: inout Canvas, _ tones: [Color], _ disc: Color) {
        let (width, height, unit) = (canvas.width, canvas.height, canvas.unit)
        let band = unit * canvas.random.pick([0.045, 0.075, 0.115])
        let length = unit * canvas.random.number(0.7...1.8)
        let rise = min(length * 0.14, height * canvas.random.number(0.07...0.2))
        let phase = canvas.random.number(0...Angle.fullTurn)
        let isUpsideDown = canvas.random.chance(0.35)
        let line = height * canvas.random.number(0.5...0.68)
        func placed(_ point: Point) -> Point { Point(point.x, isUpsideDown ? height - point.y : point.y) }
        canvas.circle(
            placed(Point(width * canvas.random.number(0.2...0.5), height * 0.2)),
            radius: unit * canvas.random.number(0.09...0.17), disc)
        let spine = stride(from: -unit * 0.2, through: width + unit * 0.2, by: unit * 0.06).map { x in
            Point(x, line + rise * Angle.sine(x / length * Angle.fullTurn + phase))
        }
        for (index, tone) in tones.enumerated() {
            let shift = Point(0, (Double(index) - 1.5) * band)
            canvas.stroke(
                Path(through: spine.map { placed($0 + shift) }), .flat(tone), width: band + 0.8, isRound: false)
        }
    }

    private func words(for layout: Layout) -> LocalizedText {
        switch layout {
        case .bend:
            LocalizedText(
                en: "Parallel stripes in a wide bend beside a disc",
                de: "Parallele Streifen in weitem Bogen neben einer Scheibe",
                es: "Franjas paralelas en una curva amplia junto a un disco",
                fr: "Bandes parallèles en large courbe près d’un disque",
                pt: "Faixas paralelas numa curva larga junto a um disco",
                it: "Strisce parallele in un’ampia curva accanto a un disco",
                nl: "Evenwijdige strepen in een wijde bocht naast een schijf")
        case .slant:
            LocalizedText(
                en: "Straight stripes across the picture before a disc",
                de: "Gerade Streifen quer durchs Bild vor einer Scheibe",
                es: "Franjas rectas que cruzan la imagen ante un disco",
                fr: "Bandes droites en travers de l’image devant un disque",
                pt: "Faixas retas que atravessam a imagem diante de um disco",
                it: "Strisce dritte attraverso l’immagine davanti a un disco",
                nl: "Rechte strepen dwars door het beeld voor een schijf")
        case .corner:
            LocalizedText(
                en: "Striped arcs round one corner and a disc", de: "Gestreifte Bögen um eine Ecke und eine Scheibe",
                es: "Arcos a rayas en torno a una esquina y un disco",
                fr: "Arcs rayés autour d’un coin et un disque", pt: "Arcos às riscas em volta de um canto e um disco",
                it: "Archi a strisce attorno a un angolo e un disco",
                nl: "Gestreepte bogen om een hoek en een schijf")
        case .swell:
            LocalizedText(
                en: "Wavy stripes from side to side and a disc",
                de: "Wellige Streifen von Rand zu Rand und eine Scheibe",
                es: "Franjas onduladas de lado a lado y un disco",
                fr: "Bandes ondulées d’un bord à l’autre et un disque",
                pt: "Faixas onduladas de lado a lado e um disco",
                it: "Strisce ondulate da un lato all’altro e un disco",
                nl: "Golvende strepen van rand tot rand en een schijf")
        }
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
