/// A sky full of stars over dark firs, with one lit tent.
struct NightSky: Composition {
    let name = "night-sky"
    let subjects = Lexicon.words(
        """
        star sky night constellation tent camp camping meteor stern sterne sternenhimmel nachthimmel
        nacht zelt estrella cielo noche tienda étoile ciel nuit tente estrela céu noite tenda stella
        cielo notte tenda ster sterren sterrenhemel nacht tent
        """)
    let affinities: [Topic: Int] = [
        .stars: 7, .night: 5, .moon: 5, .space: 3, .north: 4, .dark: 3, .mystery: 3, .winter: 1, .forest: 2,
        .calm: 1, .fire: 1,
    ]

    func draw(on canvas: inout Canvas) -> Drawn {
        let (width, height, unit, palette) = (canvas.width, canvas.height, canvas.unit, canvas.palette)
        let isNight = canvas.isNight
        let top = isNight ? palette.sky : palette.deep
        let low = isNight ? palette.glow : palette.near
        canvas.backdrop(canvas.gradient(top.color, low.color, from: height * 0.05, to: height * 0.82))
        drawMilkyWay(on: &canvas)
        canvas.stars(Int(width * height / (unit * unit) * 230), above: height * 0.8)
        for _ in 0..<9 {
            canvas.sparkle(
                at: canvas.point(canvas.random.fraction(), canvas.random.number(0.04...0.55)),
                radius: unit * canvas.random.number(0.01...0.024), palette.highlight.color)
        }
        let side = canvas.random.chance(0.5) ? 0.26 : 0.74
        drawCrescent(on: &canvas, at: canvas.point(side, 0.25), radius: unit * canvas.random.number(0.09...0.115))

        let dark = isNight ? palette.deep.color : palette.deep.color.mixed(with: Color(0x05060A), 0.55)
        let grounds = [low.color.mixed(with: dark, 0.45), low.color.mixed(with: dark, 0.72), dark]
        for (index, color) in grounds.enumerated() {
            let line = height * (0.76 + 0.075 * Double(index))
            let outline = canvas.ridge(at: line, relief: unit * 0.04, waves: 0.8)
            if index == 2 {
                drawTent(on: &canvas, at: Point(width * (1 - side), canvas.level(of: outline, at: width * (1 - side))))
            }
            var firs = Path()
            let spacing = unit * (0.022 + 0.014 * Double(index))
            for x in stride(from: 0, through: width, by: spacing) {
                let place = x + canvas.random.number(-0.4...0.4) * spacing
                let size = unit * (0.05 + 0.035 * Double(index)) * canvas.random.number(0.55...1.3)
                if index == 2, abs(place - width * (1 - side)) < unit * 0.13 { continue }
                Canvas.addFir(to: &firs, at: Point(place, canvas.level(of: outline, at: place) + 4), height: size)
            }
            canvas.fill(firs, color)
            canvas.fill(Path(under: outline, bottom: height + 9), color)
        }
        return Drawn(
            subject: LocalizedText(
                en: "Starry sky with a crescent moon over firs and a lit tent",
                de: "Sternenhimmel mit Mondsichel über Tannen und hellem Zelt",
                es: "Cielo estrellado, luna creciente, abetos y tienda de campaña",
                fr: "Ciel étoilé et croissant de lune, sapins et tente éclairée",
                pt: "Céu estrelado com lua crescente sobre abetos e uma tenda",
                it: "Cielo stellato con falce di luna, abeti e una tenda accesa",
                nl: "Sterrenhemel met maansikkel boven sparren en een tent"),
            colors: canvas.isTransparent
                ? [palette.deep, palette.highlight, palette.accent] : [top, low, palette.highlight])
    }

    private func drawMilkyWay(on canvas: inout Canvas) {
        let start = canvas.point(canvas.random.number(0.05...0.35), 0)
        let end = canvas.point(canvas.random.number(0.65...0.95), 0.75)
        for _ in 0..<420 {
            let along = start.mixed(with: end, canvas.random.fraction())
            let spread = (canvas.random.fraction() + canvas.random.fraction() - 1) * 0.2 * canvas.unit
            canvas.circle(
                along + Point(spread, -spread), radius: canvas.unit * 0.0013,
                .translucent(canvas.palette.highlight.color, opacity: canvas.random.number(0.2...0.6)))
        }
    }

    private func drawCrescent(on canvas: inout Canvas, at center: Point, radius: Double) {
        canvas.circle(center, radius: radius * 1.7, .translucent(canvas.palette.highlight.color, opacity: 0.07))
        let tilt = canvas.random.number(-0.9 ... -0.3)
        let (first, last) = (center.moved(radius, towards: tilt), center.moved(radius, towards: tilt + .pi))
        var path = Path()
        path.move(to: first)
        path.arc(radius: radius, to: last, isLarge: true)
        path.arc(radius: radius * 1.25, to: first, isClockwise: false)
        path.close()
        canvas.fill(path, canvas.palette.highlight.color)
    }

    private func drawTent(on canvas: inout Canvas, at foot: Point) {
        let size = canvas.unit * 0.06
        let palette = canvas.palette
        let glow = palette.isDark ? palette.accent.color : canvas.sun.color
        canvas.circle(foot + Point(0, -size * 0.3), radius: size * 2.1, .translucent(glow, opacity: 0.14))
        canvas.circle(foot + Point(0, -size * 0.3), radius: size * 1.5, .translucent(glow, opacity: 0.16))
        let top = foot + Point(0, -size * 1.05)
        canvas.fill(Path(polygon: [foot + Point(-size, size * 0.3), top, foot + Point(size, size * 0.3)]), glow)
        canvas.fill(
            Path(polygon: [foot + Point(-size * 0.22, size * 0.3), top, foot + Point(size * 0.22, size * 0.3)]),
            palette.highlight.color)
    }
}
