/// A train on a viaduct of one row of arches or two, on a trestle or on the ground, from the side or head-on, near or
/// far; hills behind, and clouds or mist where chance says.
struct Viaduct: Composition {
    let name: String
    let subjects: Set<String>
    let affinities: [Topic: Int]
    /// What the key chooses from.
    private let ways: [Way]

    private static let trains = Lexicon.words(
        """
        train railway railroad locomotive express zug nachtzug eisenbahn bahn tren ferrocarril comboio trem treno ferrovia trein
        nachttrein spoor
        """)
    private static let bridges = Lexicon.words(
        "viaduct bridge aqueduct viadukt brücke viaducto puente viaduc pont viaduto ponte viadotto brug")

    static let viaduct = Viaduct(
        name: "viaduct", subjects: trains.union(bridges),
        affinities: [
            .rail: 9, .bridge: 9, .travel: 4, .machine: 2, .nostalgia: 3, .hill: 2, .river: 2, .night: 1, .road: 1,
        ], ways: [.arches, .tiers])
    /// For trains of which no bridge is said.
    static let railway = Viaduct(
        name: "railway", subjects: trains,
        affinities: [.rail: 9, .travel: 4, .machine: 2, .nostalgia: 3, .hill: 2, .river: 2, .night: 1, .road: 1],
        ways: [.trestle, .ground, .front])

    /// What the train runs on.
    enum Way {
        case arches
        /// Large arches, and smaller ones on them.
        case tiers
        case trestle
        case ground
        /// On the ground too, and towards whoever looks.
        case front
    }

    func draw(on canvas: inout Canvas) -> Drawn {
        let way = canvas.random.pick(ways)
        let size = canvas.random.pick([0.75, 1.15, 1.7, 2.4])
        let (width, height, unit, palette) = (canvas.width, canvas.height, canvas.unit, canvas.palette)
        canvas.sky(downTo: 0.7)
        let side = (canvas.random.chance(0.5) ? 0.26 : 0.74) + canvas.random.number(-0.14...0.14)
        canvas.starsAtNight(Int(width * height / (unit * unit) * 80), above: height * 0.45)
        canvas.celestialBody(
            at: canvas.point(side, canvas.random.number(0.13...0.3)),
            radius: unit * canvas.random.pick([0.045, 0.07, 0.11, 0.17]))
        canvas.someClouds()
        let isMisty = canvas.random.chance(0.4)
        let lift = canvas.random.number(-0.1...0.05)
        let tones = palette.depth(6)
        let (relief, waves) = (unit * canvas.random.number(0.03...0.15), canvas.random.number(0.5...1.6))
        for (index, line) in [0.5 + lift, 0.58 + lift / 2, 0.67].enumerated() {
            let outline = canvas.ridge(at: height * line, relief: relief, waves: waves)
            canvas.fill(
                Path(under: outline, bottom: height + 9),
                canvas.gradient(
                    tones[index], tones[index].mixed(with: palette.glow.color, 0.4), from: height * line - unit * 0.07,
                    to: height * (line + 0.22)))
            if isMisty { drawMist(on: &canvas, at: height * (line + 0.03)) }
        }
        if way == .front {
            drawFront(on: &canvas, horizon: height * canvas.random.number(0.56...0.68), size: size)
            return drawn(way, on: canvas)
        }
        let range = way == .ground ? 0.6...0.8 : way == .tiers ? 0.36...0.5 : 0.4...0.64
        let deck = height * canvas.random.number(range)
        drawTrain(on: &canvas, rail: deck, heading: side < 0.5 ? 1 : -1, size: size)
        let stone = stone(on: canvas)
        switch way {
        case .arches:
            drawArches(on: &canvas, from: deck, to: height, spans: 0.14...0.36, stone.color)
        case .tiers:
            let lower = deck + (height - deck) * canvas.random.number(0.3...0.45)
            drawArches(on: &canvas, from: deck, to: lower, spans: 0.09...0.14, stone.color)
            drawArches(on: &canvas, from: lower, to: height, spans: 0.22...0.42, stone.color)
        case .trestle: drawTrestle(on: &canvas, deck: deck, stone.color)
        case .ground, .front:
            canvas.rectangle(
                x: 0, y: deck, width: width, height: height - deck,
                canvas.gradient(stone.color, palette.deep.color, from: deck, to: height))
        }
        for (index, line) in [0.86, 0.93].enumerated() {
            let outline = canvas.ridge(at: height * line, relief: unit * 0.045, waves: 0.7)
            let color = index == 0 ? tones[4] : palette.deep.color
            var firs = Path()
            for _ in 0..<Int(width / unit * canvas.random.pick([4, 9, 18])) {
                let x = canvas.random.fraction() * width
                Canvas.addFir(
                    to: &firs, at: Point(x, canvas.level(of: outline, at: x) + unit * 0.01),
                    height: unit * (0.06 + 0.05 * Double(index)) * canvas.random.number(0.7...1.25))
            }
            canvas.fill(firs, color)
            canvas.fill(Path(under: outline, bottom: height + 9), color)
        }
        return drawn(way, on: canvas)
    }

    private func stone(on canvas: Canvas) -> Palette.Swatch {
        canvas.palette.isDark ? canvas.palette.near : canvas.palette.middle
    }

    private func drawn(_ way: Way, on canvas: Canvas) -> Drawn {
        Drawn(
            subject: ViaductWords.words(for: way, isNight: canvas.isNight),
            colors: [stone(on: canvas), canvas.palette.far, canvas.disc], backdrop: [canvas.air])
    }

    /// Flat bands before the hills.
    private func drawMist(on canvas: inout Canvas, at line: Double) {
        let (width, unit) = (canvas.width, canvas.unit)
        let color = canvas.palette.highlight.color
        for _ in 0..<4 {
            let start = Point(
                canvas.random.number(-0.1...0.8) * width, line + unit * canvas.random.number(-0.02...0.05))
            var path = Path()
            path.move(to: start)
            path.line(to: start + Point(unit * canvas.random.number(0.3...0.8), 0))
            canvas.stroke(
                path, .translucent(color, opacity: 0.13), width: unit * canvas.random.number(0.02...0.045))
        }
    }

    private func drawArches(
        on canvas: inout Canvas, from deck: Double, to bottom: Double, spans: ClosedRange<Double>, _ stone: Color
    ) {
        let (width, unit, palette) = (canvas.width, canvas.unit, canvas.palette)
        let count = max(3, Int((width / (unit * canvas.random.number(spans))).rounded()))
        let span = width / Double(count)
        let pier = span * 0.24
        let crown = deck + unit * 0.055
        func wall(shift: Double) -> Path {
            var path = Path()
            path.addRectangle(x: -9, y: deck, width: width + 18, height: bottom - deck)
            for arch in 0..<count {
                let (left, right) = (Double(arch) * span + pier / 2, Double(arch + 1) * span - pier / 2)
                let radius = (right - left) / 2
                path.move(to: Point(left + shift, bottom + (bottom < canvas.height ? 0 : 9)))
                path.line(to: Point(left + shift, crown + radius))
                path.arc(radius: radius, to: Point(right + shift, crown + radius))
                path.line(to: Point(right + shift, bottom + (bottom < canvas.height ? 0 : 9)))
                path.close()
            }
            return path
        }
        // The inner side of the arches, seen at a slant, then the face.
        canvas.fill(wall(shift: span * 0.055), .flat(stone.mixed(with: palette.deep.color, 0.55)), evenOdd: true)
        canvas.fill(
            wall(shift: 0), canvas.gradient(stone, stone.mixed(with: palette.deep.color, 0.3), from: deck, to: bottom),
            evenOdd: true)
        let edge = stone.mixed(with: palette.highlight.color, 0.35)
        canvas.rectangle(x: 0, y: deck - unit * 0.004, width: width, height: unit * 0.012, edge)
        canvas.rectangle(
            x: 0, y: deck + unit * 0.03, width: width, height: unit * 0.0045,
            stone.mixed(with: palette.deep.color, 0.45))
        for arch in 0..<count {
            let (left, right) = (Double(arch) * span + pier / 2, Double(arch + 1) * span - pier / 2)
            let radius = (right - left) / 2
            var rim = Path()
            rim.move(to: Point(left, crown + radius))
            rim.arc(radius: radius, to: Point(right, crown + radius))
            canvas.stroke(rim, .flat(edge), width: unit * 0.004, isRound: false)
        }
    }

    /// Thin posts, joined crosswise.
    private func drawTrestle(on canvas: inout Canvas, deck: Double, _ wood: Color) {
        let (width, height, unit, palette) = (canvas.width, canvas.height, canvas.unit, canvas.palette)
        let count = max(4, Int((width / (unit * canvas.random.number(0.11...0.2))).rounded()))
        let span = width / Double(count)
        let shade = wood.mixed(with: palette.deep.color, 0.3)
        for post in 0...count {
            let x = Double(post) * span
            canvas.rectangle(x: x - unit * 0.008, y: deck, width: unit * 0.016, height: height - deck, shade)
            for level in 0..<5 {
                let (top, bottom) = (deck + span * Double(level), deck + span * Double(level + 1))
                for (start, end) in [(top, bottom), (bottom, top)] {
                    var brace = Path()
                    brace.move(to: Point(x, start))
                    brace.line(to: Point(x + span, end))
                    canvas.stroke(brace, .flat(shade), width: unit * 0.005, isRound: false)
                }
            }
        }
        canvas.rectangle(x: 0, y: deck - unit * 0.004, width: width, height: unit * 0.03, wood)
        canvas.rectangle(
            x: 0, y: deck - unit * 0.004, width: width, height: unit * 0.006,
            wood.mixed(with: palette.highlight.color, 0.35))
    }

    /// `heading` is 1 to the right and -1 to the left.
    private func drawTrain(on canvas: inout Canvas, rail: Double, heading: Double, size: Double) {
        let (width, unit, palette) = (canvas.width, canvas.unit * size, canvas.palette)
        let tall = unit * 0.05
        let long = unit * 0.165
        let nose = heading > 0 ? width * canvas.random.number(0.55...0.9) : width * canvas.random.number(0.1...0.45)
        let body = palette.deep.color
        let stripe = palette.accent.color
        let window = palette.isDark ? palette.accent.color : palette.highlight.color
        let bottom = rail - unit * 0.008
        func box(_ start: Double, _ length: Double, _ top: Double, _ height: Double, _ color: Color) {
            let x = heading > 0 ? nose - start - length : nose + start
            canvas.rectangle(x: x, y: bottom - top, width: length, height: height, color)
        }
        func wheel(_ place: Double, _ radius: Double) {
            canvas.circle(Point(nose - heading * place, bottom + unit * 0.004 - radius * 0.4), radius: radius, body)
        }
        // The engine: boiler, chimney, dome, cab.
        box(0, long * 0.62, tall * 0.82, tall * 0.62, body)
        box(long * 0.6, long * 0.36, tall * 1.22, tall * 1.05, body)
        box(long * 0.56, long * 0.44, tall * 1.28, tall * 0.12, stripe)
        box(long * 0.08, long * 0.075, tall * 1.3, tall * 0.6, body)
        box(long * 0.3, long * 0.1, tall * 1.0, tall * 0.3, body)
        box(long * 0.68, long * 0.16, tall * 1.05, tall * 0.36, window)
        box(-long * 0.02, long * 0.035, tall * 0.62, tall * 0.2, window)
        for place in [0.14, 0.32, 0.5, 0.78] { wheel(long * place, unit * 0.0105) }
        drawSteam(on: &canvas, from: Point(nose - heading * long * 0.12, bottom - tall * 1.5), heading: heading)
        // Carriages as far as the edge.
        var start = long * 1.04
        let room = heading > 0 ? nose : width - nose
        while start < room + long {
            box(start, long * 0.96, tall, tall * 0.82, body)
            box(start + long * 0.02, long * 0.92, tall * 1.1, tall * 0.14, body.mixed(with: palette.far.color, 0.4))
            box(start, long * 0.96, tall * 0.34, tall * 0.07, stripe)
            for pane in 0..<5 {
                box(start + long * (0.085 + 0.17 * Double(pane)), long * 0.11, tall * 0.82, tall * 0.36, window)
            }
            for place in [0.16, 0.28, 0.7, 0.82] { wheel(start + long * place, unit * 0.0075) }
            start += long * 1.02
        }
    }

    func drawSteam(on canvas: inout Canvas, from chimney: Point, heading: Double) {
        let color = canvas.palette.highlight.color
        for puff in 0..<9 {
            let age = Double(puff) / 8
            let place = chimney + Point(-heading * age * 0.42, -0.015 - 0.085 * age.squareRoot()) * canvas.unit
            let wobble = Point(canvas.random.number(-0.012...0.012), canvas.random.number(-0.012...0.012)) * canvas.unit
            canvas.circle(
                place + wobble, radius: canvas.unit * (0.012 + 0.03 * age),
                .translucent(color, opacity: 0.62 * (1 - age * 0.82)))
        }
    }
}
