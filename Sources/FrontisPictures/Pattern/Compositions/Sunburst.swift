/// Rays from a low sun over rolling ground, as on an old railway poster.
struct Sunburst: Composition {
    let name = "sunburst"
    let subjects = Lexicon.words(
        """
        sun sunrise sunset sunburst sunshine sunbeam sunray dawn dusk sonne sonnenaufgang
        sonnenuntergang sol amanecer atardecer soleil aube crépuscule aurora nascer pôr sole alba
        tramonto zon zonsopgang zonsondergang
        """)
    let affinities: [Topic: Int] = [
        .sun: 7, .summer: 4, .morning: 4, .joy: 3, .energy: 3, .desert: 4, .field: 4, .fire: 2, .bright: 3,
        .south: 2, .tropics: 2, .evening: 2, .beach: 2,
    ]

    func draw(on canvas: inout Canvas) -> Drawn {
        let (width, height, unit, palette) = (canvas.width, canvas.height, canvas.unit, canvas.palette)
        canvas.backdrop(.flat(palette.sky.color))
        let sun = canvas.point(canvas.random.number(0.36...0.64), canvas.random.number(0.54...0.62))
        let count = canvas.random.pick([20, 24, 28])
        let start = canvas.random.number(0...Angle.fullTurn)
        let reach = (width + height) * 1.1
        var rays = Path()
        for ray in 0..<count {
            let angle = start + Angle.fullTurn * Double(ray) / Double(count)
            rays.addPolygon([
                sun, sun.moved(reach, towards: angle), sun.moved(reach, towards: angle + .pi / Double(count)),
            ])
        }
        canvas.fill(rays, palette.isDark ? palette.sky.color.mixed(with: palette.glow.color, 0.5) : palette.glow.color)
        let radius = unit * canvas.random.number(0.13...0.17)
        let body = palette.isDark ? palette.accent : canvas.sun
        for (size, share) in [(2.15, 0.35), (1.75, 0.6), (1.38, 0.85)] {
            canvas.circle(sun, radius: radius * size, palette.highlight.color.mixed(with: body.color, 1 - share))
        }
        canvas.circle(sun, radius: radius, body.color)

        let colors = [palette.far.color, palette.middle.color, palette.near.color, palette.deep.color]
        for (index, color) in colors.enumerated() {
            let line = height * (0.66 + 0.085 * Double(index))
            let outline = canvas.ridge(at: line, relief: unit * 0.035, waves: 0.75)
            canvas.fill(Path(under: outline, bottom: height + 9), color)
            let light = color.mixed(with: palette.highlight.color, 0.22)
            for furrow in 1...3 where index < 3 {
                let shift = Point(0, unit * 0.021 * Double(furrow))
                canvas.stroke(Path(through: outline.map { $0 + shift }), light, width: unit * 0.0024)
            }
        }
        return Drawn(
            subject: LocalizedText(
                en: "Low sun with rays over rolling fields", de: "Tiefe Sonne mit Strahlen über sanften Feldern",
                es: "Sol bajo con rayos sobre campos ondulados",
                fr: "Soleil bas et ses rayons sur des champs vallonnés",
                pt: "Sol baixo com raios sobre campos ondulados", it: "Sole basso con raggi su campi ondulati",
                nl: "Lage zon met stralen boven golvende velden"),
            colors: [body, palette.middle, palette.near], backdrop: [palette.sky])
    }
}
