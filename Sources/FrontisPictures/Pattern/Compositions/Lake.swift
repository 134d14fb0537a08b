/// Mountains with snow on them, doubled in a still lake.
struct Lake: Composition {
    let name = "lake"
    let subjects = Lexicon.words(
        """
        lake mountain peak summit alp range fjord tarn massif see bergsee berg gebirge gipfel alpen lago
        montaña cima sierra cumbre lac montagne montanha serra monte meer bergmeer bergen himalaya
        """)
    let affinities: [Topic: Int] = [
        .mountain: 8, .lake: 8, .winter: 4, .north: 4, .river: 4, .morning: 2, .calm: 3, .travel: 2, .island: 1,
        .forest: 1, .fog: 2,
    ]

    private struct Mountain {
        var outline: Path
        var shade: Path
        var snow: Path
        var color: Color
        var dark: Color
    }

    func draw(on canvas: inout Canvas) -> Drawn {
        let (width, height, unit, palette) = (canvas.width, canvas.height, canvas.unit, canvas.palette)
        let shore = height * canvas.random.number(0.54...0.68)
        canvas.sky(downTo: 0.6)
        let side = canvas.random.chance(0.5) ? 0.3 : 0.7
        canvas.starsAtNight(Int(width * height / (unit * unit) * 70), above: shore * 0.8)
        let sun = canvas.point(side + canvas.random.number(-0.14...0.08), canvas.random.number(0.13...0.27))
        let radius = unit * canvas.random.number(0.05...0.1)
        canvas.celestialBody(at: sun, radius: radius)
        canvas.someClouds()

        let tones = palette.depth(5)
        let (low, high) = (canvas.random.number(0.2...0.32), canvas.random.number(0.36...0.48))
        let breadth = canvas.random.number(0.34...0.6)
        let ranges = [
            range(on: &canvas, shore: shore, rise: low, breadth: 0.36, focus: side, tones[0]),
            range(on: &canvas, shore: shore, rise: high, breadth: breadth, focus: 1 - side, tones[1]),
        ]
        for range in ranges { draw(range, on: &canvas) }
        let foothills = canvas.ridge(at: shore - unit * 0.065, relief: unit * 0.045, waves: 1.1)
        let bank = canvas.ridge(at: shore - unit * 0.022, relief: unit * 0.014, waves: 1.4)
        var firs = Path()
        for x in stride(from: 0, through: width, by: unit * 0.011) {
            let foot = Point(x, canvas.level(of: bank, at: x) + unit * 0.006)
            Canvas.addFir(to: &firs, at: foot, height: unit * canvas.random.number(0.012...0.042))
        }
        func drawBank(_ canvas: inout Canvas) {
            canvas.fill(Path(under: foothills, bottom: shore), tones[2])
            canvas.fill(firs, tones[3])
            canvas.fill(Path(under: bank, bottom: shore), tones[3])
        }
        drawBank(&canvas)

        let water = palette.isDark ? palette.near.color : palette.glow.color.mixed(with: palette.far.color, 0.55)
        canvas.rectangle(
            x: 0, y: shore, width: width, height: height - shore,
            canvas.gradient(water, palette.near.color.mixed(with: water, 0.35), from: shore, to: height))
        var lake = Path()
        lake.addRectangle(x: 0, y: shore, width: width, height: height - shore)
        canvas.clipped(to: lake) { canvas in
            canvas.mirrored(at: shore, opacity: 0.5) { canvas in
                for range in ranges { draw(range, on: &canvas) }
                drawBank(&canvas)
            }
        }
        drawGlints(on: &canvas, shore: shore, below: sun.x)
        drawForeground(on: &canvas, side: side)
        return Drawn(
            subject: LocalizedText(
                en: "Snowy mountains mirrored in a still lake",
                de: "Verschneite Berge, gespiegelt in einem stillen See",
                es: "Montañas nevadas reflejadas en un lago en calma",
                fr: "Montagnes enneigées reflétées dans un lac calme",
                pt: "Montanhas nevadas refletidas num lago calmo",
                it: "Montagne innevate riflesse in un lago calmo",
                nl: "Besneeuwde bergen weerspiegeld in een stil meer"),
            colors: [palette.far, palette.deep, canvas.disc], backdrop: [canvas.air])
    }

    /// Mountains in a row, the highest near `focus`, the lowest first.
    private func range(
        on canvas: inout Canvas, shore: Double, rise: Double, breadth: Double, focus: Double, _ color: Color
    ) -> [Mountain] {
        let (width, unit) = (canvas.width, canvas.unit)
        let tall = min(canvas.height * rise, unit * rise * 1.35)
        let dark = color.mixed(with: canvas.palette.deep.color, 0.3)
        var mountains: [(height: Double, Mountain)] = []
        // Counted from the edge so that one peak stands near the focus.
        var x = width * focus
        while x > 0 { x -= unit * breadth * 0.6 }
        x += unit * canvas.random.number(-0.04...0.04)
        while x < width + unit * breadth {
            let distance = min(1, abs(x - width * focus) / unit * 1.15)
            let high = tall * (1.02 - 0.62 * distance) * canvas.random.number(0.86...1.06)
            let half = max(high * 0.8, unit * breadth * 0.5) * canvas.random.number(0.95...1.2)
            let mountain = mountain(
                on: &canvas, peak: Point(x, shore - high), shore: shore, half: half, color: color, dark: dark)
            mountains.append((high, mountain))
            x += unit * breadth * canvas.random.number(0.5...0.68) * (1.1 - 0.3 * distance)
        }
        return mountains.sorted { $0.height < $1.height }.map(\.1)
    }

    private func mountain(
        on canvas: inout Canvas, peak: Point, shore: Double, half: Double, color: Color, dark: Color
    ) -> Mountain {
        let high = shore - peak.y
        // Each slope is broken twice, so that no two mountains are alike.
        func slope(_ side: Double) -> [Point] {
            [0.3, 0.62].map { share in
                Point(
                    peak.x + side * half * (share - canvas.random.number(0.02...0.1)),
                    peak.y + high * (share + canvas.random.number(-0.03...0.06)))
            }
        }
        let (left, right) = (slope(-1), slope(1))
        let feet = (Point(peak.x - half, shore), Point(peak.x + half, shore))
        let ridge = [
            Point(peak.x + half * 0.07, peak.y + high * 0.24), Point(peak.x - half * 0.08, peak.y + high * 0.5),
            Point(peak.x + half * 0.1, peak.y + high * 0.72), Point(peak.x - half * 0.05, shore),
        ]
        let shade = [peak] + right + [feet.1] + ridge.reversed()
        let line = canvas.random.number(0.75...1.05)
        let (snowLeft, snowRight) = (peak.mixed(with: left[0], line), peak.mixed(with: right[0], line))
        let drop = max(snowLeft.y, snowRight.y) - peak.y
        let reach = snowRight.x - peak.x
        let snow = [
            peak, snowRight, Point(peak.x + reach * 0.62, peak.y + drop * 0.72),
            Point(peak.x + reach * 0.3, peak.y + drop * 1.22), Point(peak.x - reach * 0.05, peak.y + drop * 0.74),
            Point(peak.x - reach * 0.4, peak.y + drop * 1.12), Point(peak.x - reach * 0.66, peak.y + drop * 0.78),
            snowLeft,
        ]
        return Mountain(
            outline: Path(polygon: [feet.0] + left.reversed() + [peak] + right + [feet.1]),
            shade: Path(polygon: shade), snow: Path(polygon: snow), color: color, dark: dark)
    }

    private func draw(_ mountains: [Mountain], on canvas: inout Canvas) {
        for mountain in mountains {
            canvas.fill(mountain.outline, mountain.color)
            canvas.clipped(to: mountain.outline) { canvas in
                canvas.fill(mountain.shade, mountain.dark)
                canvas.fill(mountain.snow, canvas.palette.highlight.color)
            }
        }
    }

    private func drawGlints(on canvas: inout Canvas, shore: Double, below x: Double) {
        let light = canvas.palette.highlight.color
        let depth = canvas.height - shore
        for row in 0..<16 {
            let near = Double(row) / 15
            let y = shore + depth * (0.06 + 0.86 * near * near + 0.04 * near)
            for glint in 0..<2 {
                let reach = canvas.unit * (0.04 + 0.1 * near)
                let center =
                    glint == 0
                    ? x + canvas.random.number(-0.6...0.6) * reach : canvas.random.fraction() * canvas.width
                let half = reach * canvas.random.number(0.25...0.8)
                var line = Path()
                line.move(to: Point(center - half, y))
                line.line(to: Point(center + half, y))
                canvas.stroke(
                    line, .translucent(light, opacity: glint == 0 ? 0.6 : 0.24),
                    width: canvas.unit * (0.002 + 0.002 * near))
            }
        }
    }

    private func drawForeground(on canvas: inout Canvas, side: Double) {
        let (width, height, unit) = (canvas.width, canvas.height, canvas.unit)
        let color = canvas.palette.deep.color
        let right = side < 0.5
        // A headland from one corner, where the sun is not.
        let reach = min(width * 0.62, unit * 0.8)
        let outline = (0...12).map { step -> Point in
            let share = Double(step) / 12
            let x = right ? width - reach * (1 - share) : reach * share
            let rise = right ? share : 1 - share
            return Point(x, height * 1.005 - unit * (0.015 + 0.15 * rise * rise))
        }
        var firs = Path()
        for _ in 0..<12 {
            let share = 1 - canvas.random.fraction() * canvas.random.fraction() * 0.9
            let x = right ? width - reach * (1 - share) : reach * (1 - share)
            let size = unit * (0.08 + 0.24 * share * share) * canvas.random.number(0.7...1.1)
            Canvas.addFir(to: &firs, at: Point(x, canvas.level(of: outline, at: x) + unit * 0.012), height: size)
        }
        canvas.fill(firs, color)
        canvas.fill(Path(under: outline, bottom: height + 9), color)
    }
}
