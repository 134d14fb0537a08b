/// Printer's dots that grow with the shadow: a sphere and a swell, several spheres, a field or circles of them.
struct Halftone: Composition {
    let name = "halftone"

    private enum Layout: CaseIterable {
        case sphere, spheres, field, circles
    }

    func draw(on canvas: inout Canvas) -> Drawn {
        let palette = canvas.palette
        canvas.backdrop(.flat(palette.sky.color))
        let layout = canvas.random.pick(Layout.allCases)
        let subject =
            switch layout {
            case .sphere: drawSphere(on: &canvas)
            case .spheres: drawSpheres(on: &canvas)
            case .field: drawField(on: &canvas)
            case .circles: drawCircles(on: &canvas)
            }
        return Drawn(
            subject: subject, colors: [ink(of: palette), second(of: palette), disc(of: canvas)],
            backdrop: [palette.sky])
    }

    private func ink(of palette: Palette) -> Palette.Swatch { palette.isDark ? palette.far : palette.near }
    private func second(of palette: Palette) -> Palette.Swatch { palette.isDark ? palette.highlight : palette.deep }
    private func disc(of canvas: Canvas) -> Palette.Swatch {
        canvas.palette.isDark ? canvas.palette.accent : canvas.sun
    }

    /// The places of a screen of dots that is turned by an angle, as printers turn theirs, and a little beyond the canvas.
    private func screen(on canvas: Canvas, step: Double, angle: Double) -> [Point] {
        let (center, reach) = (canvas.point(0.5, 0.5), canvas.point(1, 1).length / 2 + step)
        var places: [Point] = []
        for (row, v) in stride(from: -reach, through: reach, by: step * 0.87).enumerated() {
            for u in stride(from: -reach + (row % 2 == 0 ? 0 : step / 2), through: reach, by: step) {
                let place = center.moved(u, towards: angle).moved(v, towards: angle + .pi / 2)
                guard place.x > -step, place.x < canvas.width + step, place.y > -step, place.y < canvas.height + step
                else { continue }
                places.append(place)
            }
        }
        return places
    }

    private func shadedSphere(
        on canvas: inout Canvas, _ center: Point, radius: Double, lightFrom angle: Double, _ screen: [Point],
        step: Double, _ ink: Color
    ) {
        let palette = canvas.palette
        let light = center.moved(radius * 0.72, towards: angle)
        var (dots, rim) = (Path(), Path())
        for place in screen where (place - center).length < radius + step {
            let shade = min(1, (place - light).length / (radius * 1.7))
            dots.addCircle(place, radius: step * (0.16 + 0.48 * shade * shade))
        }
        rim.addCircle(center, radius: radius)
        canvas.fill(rim, palette.sky.color.mixed(with: palette.glow.color, palette.isDark ? 0.35 : 1))
        canvas.clipped(to: rim) { $0.fill(dots, ink) }
    }

    private func drawSphere(on canvas: inout Canvas) -> LocalizedText {
        let (width, height, unit, palette) = (canvas.width, canvas.height, canvas.unit, canvas.palette)
        let center = canvas.point(canvas.random.number(0.26...0.5), canvas.random.number(0.34...0.5))
        let radius = unit * canvas.random.number(0.17...0.36)
        let step = unit * canvas.random.pick([0.0235, 0.032, 0.042])
        let away = canvas.random.number(0...Angle.fullTurn)
        canvas.circle(
            center.moved(radius * 0.95, towards: away), radius: radius * canvas.random.number(0.35...0.85),
            disc(of: canvas).color)
        let places = screen(on: canvas, step: step, angle: canvas.random.number(0...1.5))
        let noise = NoiseField(random: &canvas.random, octaves: 2)
        let line = canvas.random.number(0.56...0.8)
        var swell = Path()
        for place in places {
            let surface = line + 0.14 * noise.value(place.x / unit * 1.3, 0.5)
            let depth = (place.y / height - surface) / (1 - surface)
            if depth > 0, place.x < width + step {
                swell.addCircle(place, radius: step * (0.1 + 0.5 * min(1, depth * 1.05)))
            }
        }
        shadedSphere(
            on: &canvas, center, radius: radius, lightFrom: away + .pi, places, step: step, ink(of: palette).color)
        canvas.fill(swell, second(of: palette).color)
        return LocalizedText(
            en: "Sphere and swell of halftone dots before a disc",
            de: "Kugel und Woge aus Rasterpunkten vor einer Scheibe",
            es: "Esfera y ola de puntos de trama ante un disco",
            fr: "Sphère et houle de points de trame devant un disque",
            pt: "Esfera e onda de pontos de retícula diante de um disco",
            it: "Sfera e onda di punti a retino davanti a un disco",
            nl: "Bol en golf van rasterpunten voor een schijf")
    }

    private func drawSpheres(on canvas: inout Canvas) -> LocalizedText {
        let (unit, palette) = (canvas.unit, canvas.palette)
        let isWide = canvas.width >= canvas.height
        let length = max(canvas.width, canvas.height) / unit
        let count = max(3, Int((length * canvas.random.number(1.9...3.4)).rounded()))
        let light = canvas.random.number(0...Angle.fullTurn)
        let step = unit * canvas.random.pick([0.02, 0.028, 0.036])
        let places = screen(on: canvas, step: step, angle: canvas.random.number(0...1.5))
        let tilt = canvas.random.number(-0.34...0.34)
        for index in 0..<count {
            let along = (Double(index) + 0.5) / Double(count)
            let across = 0.5 + tilt * (2 * along - 1) + canvas.random.number(-0.14...0.14)
            let center = isWide ? canvas.point(along, across) : canvas.point(across, along)
            let radius = unit * length / Double(count) * canvas.random.number(0.36...0.62)
            let color = [ink(of: palette), second(of: palette)][index % 2].color
            if index == count / 2 {
                canvas.circle(center.moved(radius, towards: light), radius: radius * 0.6, disc(of: canvas).color)
            }
            shadedSphere(on: &canvas, center, radius: radius, lightFrom: light, places, step: step, color)
        }
        return LocalizedText(
            en: "Row of spheres in halftone dots, a disc behind one",
            de: "Kugelreihe aus Rasterpunkten, eine Scheibe dahinter",
            es: "Fila de esferas de puntos de trama con un disco detrás",
            fr: "Rangée de sphères en points de trame, un disque derrière",
            pt: "Fila de esferas em pontos de retícula com um disco atrás",
            it: "Fila di sfere in punti a retino con un disco dietro",
            nl: "Rij bollen van rasterpunten met een schijf erachter")
    }

    private func drawField(on canvas: inout Canvas) -> LocalizedText {
        let (unit, palette) = (canvas.unit, canvas.palette)
        let step = unit * canvas.random.pick([0.034, 0.05, 0.07])
        let towards = canvas.random.number(0...Angle.fullTurn)
        let (center, reach) = (canvas.point(0.5, 0.5), canvas.point(1, 1).length / 2)
        let place = center.moved(-unit * canvas.random.number(0.12...0.3), towards: towards)
        canvas.circle(place, radius: unit * canvas.random.number(0.12...0.3), disc(of: canvas).color)
        let noise = NoiseField(random: &canvas.random, octaves: 1)
        var dots = [Path(), Path()]
        for place in screen(on: canvas, step: step, angle: canvas.random.number(0...1.5)) {
            let way = place - center
            let along = (way.x * Angle.cosine(towards) + way.y * Angle.sine(towards)) / reach
            let size = 0.45 + 0.55 * along + 0.4 * noise.value(place.x / unit * 1.6, place.y / unit * 1.6)
            guard size > 0.05 else { continue }
            dots[size > 0.72 ? 1 : 0].addCircle(place, radius: step * min(0.56, 0.62 * size))
        }
        canvas.fill(dots[0], ink(of: palette).color)
        canvas.fill(dots[1], second(of: palette).color)
        return LocalizedText(
            en: "Field of halftone dots that grow to one side over a disc",
            de: "Rasterpunkte, die zu einer Seite wachsen, über einer Scheibe",
            es: "Puntos de trama que crecen hacia un lado sobre un disco",
            fr: "Points de trame qui grandissent d’un côté sur un disque",
            pt: "Pontos de retícula que crescem para um lado sobre um disco",
            it: "Punti a retino che crescono verso un lato sopra un disco",
            nl: "Rasterpunten die naar één kant groeien over een schijf")
    }

    private func drawCircles(on canvas: inout Canvas) -> LocalizedText {
        let (unit, palette) = (canvas.unit, canvas.palette)
        let center = canvas.point(canvas.random.number(0.1...0.5), canvas.random.number(0.15...0.85))
        let step = unit * canvas.random.pick([0.055, 0.08, 0.11])
        let core = unit * canvas.random.number(0.07...0.2)
        let reach = canvas.point(1, 1).length
        canvas.circle(center, radius: core, disc(of: canvas).color)
        var dots = [Path(), Path()]
        for (ring, radius) in stride(from: core + step, through: reach, by: step).enumerated() {
            let count = max(6, Int(Angle.fullTurn * radius / step))
            let turn = canvas.random.number(0...1)
            for dot in 0..<count {
                let place = center.moved(radius, towards: Angle.fullTurn * (Double(dot) + turn) / Double(count))
                guard place.x > -step, place.x < canvas.width + step, place.y > -step, place.y < canvas.height + step
                else { continue }
                dots[ring % 3 == 2 ? 1 : 0].addCircle(place, radius: step * (0.16 + 0.28 * min(1, radius / unit)))
            }
        }
        canvas.fill(dots[0], ink(of: palette).color)
        canvas.fill(dots[1], second(of: palette).color)
        return LocalizedText(
            en: "Dots on widening circles round a disc", de: "Punkte auf weiter werdenden Kreisen um eine Scheibe",
            es: "Puntos en círculos crecientes en torno a un disco",
            fr: "Points sur des cercles croissants autour d’un disque",
            pt: "Pontos em círculos crescentes em volta de um disco",
            it: "Punti su cerchi crescenti attorno a un disco", nl: "Stippen op steeds wijdere kringen rond een schijf")
    }
}
