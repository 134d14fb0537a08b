/// A city in three layers against a large sun or moon, with lit windows.
struct Skyline: Composition {
    let name = "skyline"
    let subjects = Lexicon.words(
        """
        city skyline town metropolis skyscraper downtown building tower stadt großstadt hochhaus
        wolkenkratzer ciudad rascacielos ville gratte immeuble cidade arranha prédio città grattacielo
        stad wolkenkrabber manhattan
        """)
    let affinities: [Topic: Int] = [
        .city: 7, .road: 3, .machine: 4, .home: 2, .energy: 2, .music: 2, .evening: 2, .travel: 2, .elegance: 3,
        .night: 2, .rail: 2, .drink: 1,
    ]

    func draw(on canvas: inout Canvas) -> Drawn {
        let (width, height, unit, palette) = (canvas.width, canvas.height, canvas.unit, canvas.palette)
        canvas.sky(downTo: 0.85)
        let focus = canvas.random.number(0.34...0.66)
        canvas.starsAtNight(Int(width * height / (unit * unit) * 50), above: height * 0.5)
        canvas.celestialBody(
            at: canvas.point(focus, canvas.random.number(0.24...0.46)), radius: unit * canvas.random.number(0.1...0.24))
        canvas.someClouds()

        let colors = [
            palette.glow.color.mixed(with: palette.far.color, 0.75), palette.middle.color,
            palette.isDark ? palette.deep.color : palette.near.color.mixed(with: palette.deep.color, 0.45),
        ]
        for layer in 0..<3 {
            let near = Double(layer) / 2
            var x = -unit * canvas.random.number(0...0.06)
            while x < width {
                let breadth = unit * canvas.random.number(0.055...0.115) * (0.85 + 0.35 * near)
                let distance = abs((x + breadth / 2) / width - focus)
                let rise = (0.44 - 0.13 * near) * (1 - 0.75 * distance) * canvas.random.number(0.58...1.12)
                let top = max(height * 0.16, height * (0.93 - rise * 0.95) - (height - unit) * 0.12 * (1 - near))
                drawBuilding(
                    on: &canvas, x: x, top: top, width: breadth, color: colors[layer], layer: layer)
                x += breadth + (canvas.random.chance(0.3) ? unit * 0.012 : 0)
            }
        }
        canvas.rectangle(x: 0, y: height * 0.955, width: width, height: height * 0.05, palette.deep.color)
        let lamp = palette.isDark ? palette.accent.color : palette.highlight.color
        for x in stride(from: unit * 0.05, to: width, by: unit * 0.11) {
            canvas.circle(Point(x, height * 0.955), radius: unit * 0.0042, lamp)
        }
        let subject =
            canvas.isNight
            ? LocalizedText(
                en: "City skyline with lit windows before a large moon",
                de: "Stadtsilhouette mit hellen Fenstern vor großem Mond",
                es: "Perfil de ciudad con ventanas iluminadas ante una gran luna",
                fr: "Ville aux fenêtres éclairées devant une grande lune",
                pt: "Silhueta de cidade com janelas acesas e uma grande lua",
                it: "Profilo di città con finestre accese e una grande luna",
                nl: "Skyline met verlichte ramen voor een grote maan")
            : LocalizedText(
                en: "City skyline before a large sun", de: "Stadtsilhouette vor einer großen Sonne",
                es: "Perfil de ciudad ante un gran sol", fr: "Silhouette de ville devant un grand soleil",
                pt: "Silhueta de cidade diante de um grande sol", it: "Profilo di città davanti a un grande sole",
                nl: "Skyline voor een grote zon")
        return Drawn(
            subject: subject,
            colors: canvas.isNight
                ? [palette.deep, palette.middle, palette.accent] : [palette.near, palette.middle, canvas.disc],
            backdrop: [canvas.air])
    }

    private func drawBuilding(
        on canvas: inout Canvas, x: Double, top: Double, width: Double, color: Color, layer: Int
    ) {
        let unit = canvas.unit
        var path = Path()
        path.addRectangle(x: x, y: top, width: width + 0.5, height: canvas.height - top)
        let middle = x + width / 2
        switch canvas.random.integer(0...6) {
        case 0:
            path.addPolygon([Point(x, top + 1), Point(middle, top - width * 0.55), Point(x + width, top + 1)])
        case 1:
            path.addRectangle(x: x + width * 0.22, y: top - unit * 0.03, width: width * 0.56, height: unit * 0.04)
            path.addRectangle(
                x: middle - unit * 0.0025, y: top - unit * 0.085, width: unit * 0.005, height: unit * 0.07)
        case 2:
            path.addPolygon([Point(x, top + 1), Point(x, top - width * 0.42), Point(x + width, top + 1)])
        case 3:
            path.addCircle(Point(middle, top + 1), radius: width * 0.36)
            path.addRectangle(x: middle - unit * 0.002, y: top - width * 0.6, width: unit * 0.004, height: width * 0.4)
        case 4:
            path.addRectangle(x: x + width * 0.15, y: top - unit * 0.018, width: width * 0.7, height: unit * 0.03)
            path.addRectangle(x: x + width * 0.3, y: top - unit * 0.036, width: width * 0.4, height: unit * 0.03)
        default:
            break
        }
        canvas.fill(path, color)
        guard layer > 0 else { return }
        let palette = canvas.palette
        let lit = palette.isDark ? palette.accent.color : palette.highlight.color
        let unlit = color.mixed(with: palette.highlight.color, 0.1)
        let (cell, row) = (unit * 0.0165, unit * 0.025)
        let columns = Int((width - unit * 0.018) / cell)
        guard columns > 0 else { return }
        let left = x + (width - Double(columns) * cell) / 2 + cell * 0.22
        let share = layer == 2 ? 0.34 : 0.2
        for y in stride(from: top + unit * 0.024, to: canvas.height * 0.935, by: row) {
            for column in 0..<columns {
                let isLit = canvas.random.chance(share)
                canvas.rectangle(
                    x: left + Double(column) * cell, y: y, width: cell * 0.56, height: row * 0.52,
                    isLit ? .translucent(lit, opacity: layer == 2 ? 0.95 : 0.6) : .flat(unlit))
            }
        }
    }
}
