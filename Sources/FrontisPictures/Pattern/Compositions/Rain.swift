/// Slanting rain from heavy clouds, and somebody under an umbrella.
struct Rain: Composition {
    let name = "rain"
    let subjects = Lexicon.words(
        """
        rain drizzle downpour shower umbrella puddle storm regen regenschirm schauer gewitter lluvia
        paraguas tormenta pluie parapluie averse orage chuva temporal pioggia ombrello temporale
        regenbui paraplu
        """)
    let affinities: [Topic: Int] = [.rain: 12, .storm: 7, .fog: 2, .grey: 1, .wind: 2, .nostalgia: 1]

    func draw(on canvas: inout Canvas) -> Drawn {
        let (width, height, unit, palette) = (canvas.width, canvas.height, canvas.unit, canvas.palette)
        canvas.sky(downTo: 0.9)
        let ground = height * 0.8
        let wet = palette.isDark ? palette.deep : palette.middle
        canvas.fill(
            Path(polygon: [Point(0, ground), Point(width, ground), Point(width, height), Point(0, height)]),
            canvas.gradient(
                wet.color.mixed(with: palette.glow.color, 0.35), palette.near.color, from: ground, to: height))

        let rain = palette.isDark ? palette.highlight.color : palette.near.color
        for _ in 0..<Int(width * height / (unit * unit) * 120) {
            let start = canvas.point(canvas.random.number(-0.05...1.1), canvas.random.number(-0.05...0.9))
            let length = unit * canvas.random.number(0.03...0.1)
            var streak = Path()
            streak.move(to: start)
            streak.line(to: start.moved(length, towards: 1.83))
            canvas.stroke(
                streak, .translucent(rain, opacity: canvas.random.number(0.16...0.5)),
                width: unit * canvas.random.number(0.0022...0.004))
        }
        for (row, tone) in [palette.far, palette.middle, palette.near].enumerated() {
            drawClouds(
                on: &canvas, at: height * (0.17 - 0.06 * Double(row)), tone.color, size: 1.15 - 0.12 * Double(row))
        }
        let place = Point(width * canvas.random.pick([0.33, 0.38, 0.62, 0.67]), ground + unit * 0.055)
        for _ in 0..<Int(width / unit * 9) {
            let y = canvas.random.number(0...1)
            let center = Point(canvas.random.fraction() * width, ground + (height - ground) * (0.12 + 0.8 * y))
            let size = unit * (0.03 + 0.06 * y) * canvas.random.number(0.7...1.3)
            var ripple = Path()
            ripple.addEllipse(center, width: size, height: size * 0.28)
            canvas.stroke(ripple, .translucent(palette.highlight.color, opacity: 0.42), width: unit * 0.002)
        }
        drawWalker(on: &canvas, at: place)
        let umbrella = palette.accent
        return Drawn(
            subject: LocalizedText(
                en: "Slanting rain and a walker under an umbrella", de: "Schräger Regen und jemand unter einem Schirm",
                es: "Lluvia inclinada y alguien bajo un paraguas", fr: "Pluie oblique et passant sous un parapluie",
                pt: "Chuva inclinada e alguém sob um guarda-chuva", it: "Pioggia obliqua e un passante con l’ombrello",
                nl: "Schuine regen en iemand onder een paraplu"),
            colors: [palette.middle, palette.near, umbrella], backdrop: [canvas.air])
    }

    private func drawClouds(on canvas: inout Canvas, at line: Double, _ color: Color, size: Double) {
        let unit = canvas.unit
        var path = Path()
        path.addRectangle(x: -9, y: -9, width: canvas.width + 18, height: max(9, line - unit * 0.05 * size + 9))
        var x = -unit * canvas.random.number(0...0.1)
        while x < canvas.width + unit * 0.1 {
            let radius = unit * canvas.random.number(0.055...0.115) * size
            path.addCircle(Point(x, line - unit * 0.06 * size), radius: radius)
            x += radius * 1.25
        }
        canvas.fill(path, color)
    }

    private func drawWalker(on canvas: inout Canvas, at foot: Point) {
        let size = canvas.unit * 0.12
        let palette = canvas.palette
        let coat = palette.isDark ? palette.far.color : palette.deep.color
        func at(_ x: Double, _ y: Double) -> Point { foot + Point(x, y) * size }
        func addShadow(_ x: Double, _ y: Double, _ width: Double, _ color: Color, _ opacity: Double) {
            var path = Path()
            path.addEllipse(at(x, y), width: width * size, height: size * 0.09)
            canvas.fill(path, .translucent(color, opacity: opacity))
        }
        addShadow(0, 0.02, 0.8, palette.deep.color, 0.4)
        addShadow(0.02, 0.2, 1.1, palette.accent.color, 0.4)
        addShadow(-0.04, 0.33, 0.7, palette.accent.color, 0.28)
        for x in [-0.13, 0.05] {
            canvas.rectangle(
                x: foot.x + x * size, y: foot.y - 0.3 * size, width: 0.1 * size, height: 0.3 * size, coat)
        }
        var body = Path()
        body.move(to: at(-0.16, -0.95))
        body.curve(at(0, -1.12), to: at(0.16, -0.95))
        body.line(to: at(0.3, -0.24))
        body.line(to: at(-0.3, -0.24))
        body.close()
        canvas.fill(body, coat)
        canvas.circle(at(0, -1.15), radius: size * 0.14, palette.isDark ? palette.highlight.color : palette.glow.color)
        var handle = Path()
        handle.move(to: at(0.2, -0.6))
        handle.line(to: at(0.06, -1.75))
        canvas.stroke(handle, palette.deep.color, width: size * 0.035)
        var dome = Path()
        dome.move(to: at(-0.82, -1.16))
        dome.curve(at(-0.72, -1.86), at(0.82, -1.86), to: at(0.92, -1.16))
        for x in [0.485, 0.05, -0.385, -0.82] { dome.curve(at(x + 0.2175, -1.33), to: at(x, -1.16)) }
        dome.close()
        canvas.fill(dome, palette.accent.color)
        var shade = Path()
        shade.move(to: at(0.05, -1.685))
        shade.curve(at(0.62, -1.7), at(0.84, -1.5), to: at(0.92, -1.16))
        shade.curve(at(0.7, -1.33), to: at(0.485, -1.16))
        shade.curve(at(0.42, -1.5), to: at(0.05, -1.685))
        shade.close()
        canvas.fill(shade, .translucent(palette.deep.color, opacity: 0.22))
    }
}
