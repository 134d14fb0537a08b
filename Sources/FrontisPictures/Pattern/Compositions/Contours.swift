/// A map of imaginary ground: contour lines of a noise field, and a path across it.
struct Contours: Composition {
    let name = "contours"
    let subjects = Lexicon.words(
        """
        map trail route contour cartography karte landkarte wanderkarte weg mapa carte mappa kaart
        plattegrond
        """)
    let affinities: [Topic: Int] = [
        .map: 9, .travel: 4, .mountain: 2, .island: 3, .science: 2, .desert: 2, .hill: 1, .field: 1, .road: 3,
    ]

    func draw(on canvas: inout Canvas) -> Drawn {
        let (width, height, unit, palette) = (canvas.width, canvas.height, canvas.unit, canvas.palette)
        let noise = NoiseField(random: &canvas.random, octaves: 2)
        let scale = canvas.random.number(0.44...0.54) * unit
        let lines = Isolines(width: width, height: height, step: unit / 64) { place in
            noise.value(place.x / scale, place.y / scale)
        }
        let ramp =
            palette.isDark
            ? [palette.sky.color, palette.near.color, palette.middle.color, palette.far.color]
            : [palette.sky.color, palette.glow.color, palette.far.color, palette.middle.color]
        let pen = palette.isDark ? palette.highlight.color : palette.deep.color
        canvas.backdrop(.flat(ramp[0]))
        let count = 9
        for index in 0..<count {
            var path = Path()
            for loop in lines.loops(above: -0.62 + 1.24 * Double(index + 1) / Double(count)) { path.addPolygon(loop) }
            canvas.fill(path, .flat(Color.along(ramp, Double(index + 1) / Double(count))), evenOdd: true)
            let isIndex = index % 3 == 1
            canvas.stroke(
                path, .translucent(pen, opacity: isIndex ? 0.6 : 0.28), width: unit * (isIndex ? 0.0024 : 0.0015))
        }

        let isWide = width >= height
        var stops: [Point] = []
        var aside = canvas.random.number(0.35...0.65)
        for step in 0...5 {
            let along = 0.14 + 0.72 * Double(step) / 5
            stops.append(isWide ? canvas.point(along, aside) : canvas.point(aside, along))
            aside = max(0.22, min(0.78, aside + canvas.random.number(-0.2...0.2)))
        }
        let trail = Path(through: stops)
        canvas.stroke(trail, .flat(palette.isDark ? palette.deep.color : palette.highlight.color), width: unit * 0.0145)
        canvas.stroke(trail, .flat(palette.accent.color), width: unit * 0.0068, dash: [unit * 0.02, unit * 0.0165])
        canvas.circle(stops[0], radius: unit * 0.019, palette.highlight.color)
        canvas.circle(stops[0], radius: unit * 0.01, palette.accent.color)
        drawPin(on: &canvas, at: stops[5])
        return Drawn(
            subject: LocalizedText(
                en: "Map with contour lines and a marked trail", de: "Landkarte mit Höhenlinien und markiertem Weg",
                es: "Mapa con curvas de nivel y un sendero marcado",
                fr: "Carte avec courbes de niveau et sentier tracé",
                pt: "Mapa com curvas de nível e um trilho marcado",
                it: "Mappa con curve di livello e un sentiero segnato",
                nl: "Kaart met hoogtelijnen en een gemarkeerd pad"),
            colors: palette.isDark
                ? [palette.middle, palette.near, palette.far] : [palette.far, palette.glow, palette.middle])
    }

    private func drawPin(on canvas: inout Canvas, at foot: Point) {
        let size = canvas.unit * 0.038
        let head = foot - Point(0, size * 1.75)
        var pin = Path()
        pin.move(to: foot)
        pin.curve(head + Point(-size * 0.35, size * 1.1), head + Point(-size, size * 0.8), to: head + Point(-size, 0))
        pin.arc(radius: size, to: head + Point(size, 0))
        pin.curve(head + Point(size, size * 0.8), head + Point(size * 0.35, size * 1.1), to: foot)
        pin.close()
        canvas.stroke(pin, canvas.palette.highlight.color, width: canvas.unit * 0.008)
        canvas.fill(pin, canvas.palette.accent.color)
        canvas.circle(head, radius: size * 0.42, canvas.palette.highlight.color)
    }
}
