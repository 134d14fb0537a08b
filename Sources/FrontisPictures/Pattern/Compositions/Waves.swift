/// Rows of crested waves under a low sun or moon, with a small boat.
struct Waves: Composition {
    let name = "waves"
    let subjects = Lexicon.words(
        """
        sea ocean wave surf tide boat sailboat sailing yacht meer ozean welle brandung segelboot boot
        mar océano ola velero barco mer océan vague voilier bateau oceano onda veleiro barco barca vela
        zee oceaan golf zeilboot
        """)
    let affinities: [Topic: Int] = [
        .sea: 6, .wind: 3, .island: 3, .beach: 3, .river: 2, .storm: 3, .travel: 1, .calm: 1, .tropics: 2,
    ]

    func draw(on canvas: inout Canvas) -> Drawn {
        let (width, height, unit, palette) = (canvas.width, canvas.height, canvas.unit, canvas.palette)
        canvas.sky(downTo: 0.55)
        let side = canvas.random.chance(0.5) ? 0.3 : 0.7
        let sun = canvas.point(side + canvas.random.number(-0.16...0.1), canvas.random.number(0.2...0.38))
        canvas.celestialBody(at: sun, radius: unit * canvas.random.number(0.08...0.17))
        canvas.someClouds()

        let count = 7
        let boatRow = 2
        let colors = canvas.palette.depth(count)
        for row in 0..<count {
            let near = Double(row) / Double(count - 1)
            let line = height * (0.47 + 0.46 * near * (0.6 + 0.4 * near))
            let length = unit * (0.16 + 0.24 * near) * canvas.random.number(0.92...1.08)
            let crest = length / Angle.fullTurn * canvas.random.number(0.62...0.78)
            let outline = crests(
                at: line, length: length, crest: crest, phase: canvas.random.fraction(), width: width)
            if row == boatRow { drawBoat(on: &canvas, at: Point(width * (1 - side), line - crest * 0.2)) }
            canvas.fill(
                Path(under: outline, bottom: height + unit * 0.05),
                canvas.gradient(
                    colors[row], colors[row].mixed(with: palette.deep.color, 0.22), from: line - crest,
                    to: line + unit * 0.22))
            let foam = palette.highlight.color
            for echo in 0..<3 {
                let shift = Point(0, unit * (0.004 + 0.013 * Double(echo)) * (0.5 + near))
                canvas.stroke(
                    Path(through: outline.map { $0 + shift }),
                    .translucent(foam, opacity: [0.85, 0.32, 0.16][echo] * (0.55 + 0.45 * near)),
                    width: unit * [0.0052, 0.003, 0.0024][echo] * (0.5 + 0.7 * near))
            }
        }
        let subject =
            canvas.isNight
            ? LocalizedText(
                en: "Waves with a small sailing boat under a full moon",
                de: "Wellen mit einem kleinen Segelboot unter dem Vollmond",
                es: "Olas y un pequeño velero bajo la luna llena",
                fr: "Vagues et petit voilier sous la pleine lune",
                pt: "Ondas e um pequeno veleiro sob a lua cheia",
                it: "Onde e una piccola barca a vela sotto la luna piena",
                nl: "Golven met een kleine zeilboot onder de volle maan")
            : LocalizedText(
                en: "Waves with a small sailing boat under a round sun",
                de: "Wellen mit einem kleinen Segelboot unter runder Sonne",
                es: "Olas y un pequeño velero bajo un sol redondo",
                fr: "Vagues et petit voilier sous un soleil rond",
                pt: "Ondas e um pequeno veleiro sob um sol redondo",
                it: "Onde e una piccola barca a vela sotto un sole tondo",
                nl: "Golven met een kleine zeilboot onder een ronde zon")
        return Drawn(subject: subject, colors: [palette.middle, palette.near, canvas.disc], backdrop: [canvas.air])
    }

    /// A trochoid, the shape of waves in deep water: round in the trough, narrow at the crest.
    private func crests(at line: Double, length: Double, crest: Double, phase: Double, width: Double) -> [Point] {
        let step = Angle.fullTurn / 10
        let turns = (width / length).rounded(.up) + 2
        return stride(from: -Angle.fullTurn, through: turns * Angle.fullTurn, by: step).map { angle in
            Point(
                (angle / Angle.fullTurn - phase) * length - crest * Angle.sine(angle),
                line - crest * Angle.cosine(angle))
        }
    }

    private func drawBoat(on canvas: inout Canvas, at place: Point) {
        let size = canvas.unit * 0.075
        let sail = canvas.palette.highlight.color
        func at(_ x: Double, _ y: Double) -> Point { place + Point(x, y) * size }
        var main = Path()
        main.move(to: at(0.05, -1.5))
        main.curve(at(0.75, -0.9), to: at(0.7, -0.22))
        main.line(to: at(0.05, -0.22))
        main.close()
        canvas.fill(main, sail)
        var jib = Path()
        jib.move(to: at(-0.05, -1.35))
        jib.curve(at(-0.5, -0.75), to: at(-0.55, -0.22))
        jib.line(to: at(-0.05, -0.22))
        jib.close()
        canvas.fill(jib, canvas.isNight ? canvas.palette.accent.color : canvas.sun.color)
        var hull = Path()
        hull.move(to: at(-0.85, -0.14))
        hull.line(to: at(0.95, -0.14))
        hull.curve(at(0.75, 0.3), to: at(0.3, 0.32))
        hull.line(to: at(-0.4, 0.32))
        hull.curve(at(-0.75, 0.25), to: at(-0.85, -0.14))
        hull.close()
        canvas.fill(hull, canvas.palette.deep.color)
    }
}
