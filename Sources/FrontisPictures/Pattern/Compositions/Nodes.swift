/// Dots that lines join: each with its neighbours, along right angles, or all with one in the middle.
struct Nodes: Composition {
    let name = "nodes"

    private enum Layout: CaseIterable {
        case net, tracks, spokes
    }

    func draw(on canvas: inout Canvas) -> Drawn {
        let palette = canvas.palette
        canvas.backdrop(.flat(palette.sky.color))
        let layout = canvas.random.pick(Layout.allCases)
        let line = palette.isDark ? palette.middle : palette.far
        let dot = palette.isDark ? palette.far : palette.near
        var colors = [dot, line, palette.accent]
        switch layout {
        case .net: drawNet(on: &canvas, line.color, dot.color)
        case .tracks:
            let tones = [dot, line, palette.isDark ? palette.highlight : palette.deep]
            colors = drawTracks(on: &canvas, tones).byArea
        case .spokes: drawSpokes(on: &canvas, line.color, dot.color)
        }
        return Drawn(subject: words(for: layout), colors: colors, backdrop: [palette.sky])
    }

    /// One place in each cell of a grid, so that none are too near each other.
    private func drawNet(on canvas: inout Canvas, _ line: Color, _ dot: Color) {
        let (width, height, unit, palette) = (canvas.width, canvas.height, canvas.unit, canvas.palette)
        let cell = unit * canvas.random.pick([0.17, 0.26, 0.4])
        let (columns, rows) = (Int((width / cell).rounded(.up)), Int((height / cell).rounded(.up)))
        var places: [Point] = []
        for row in 0...rows {
            for column in 0...columns {
                guard canvas.random.chance(0.86) else { continue }
                places.append(
                    Point(
                        (Double(column) + canvas.random.number(-0.4...0.4)) * cell,
                        (Double(row) + canvas.random.number(-0.4...0.4)) * cell))
            }
        }
        let reach = cell * canvas.random.number(1.15...1.6)
        var lines = Path()
        for (index, place) in places.enumerated() {
            for other in places[(index + 1)...].prefix(2 * columns + 4) where (other - place).length < reach {
                lines.move(to: place)
                lines.line(to: other)
            }
        }
        canvas.stroke(lines, .flat(line), width: unit * canvas.random.number(0.004...0.01))
        let aim = canvas.point(canvas.random.number(0.2...0.8), canvas.random.number(0.25...0.75))
        let heart = places.indices.min { (places[$0] - aim).length < (places[$1] - aim).length }
        for (index, place) in places.enumerated() {
            let size = cell * canvas.random.number(0.05...0.16)
            canvas.circle(
                place, radius: index == heart ? cell * 0.3 : size, index == heart ? palette.accent.color : dot)
        }
    }

    /// Lines that run side by side and bend together, as on a circuit board or the map of an underground.
    private func drawTracks(on canvas: inout Canvas, _ tones: [Palette.Swatch]) -> ColorAreas {
        var areas = ColorAreas()
        let (unit, palette) = (canvas.unit, canvas.palette)
        let isWide = canvas.width >= canvas.height
        let (long, short) = isWide ? (canvas.width, canvas.height) : (canvas.height, canvas.width)
        let step = unit * canvas.random.pick([0.05, 0.08, 0.13])
        let isUpright = canvas.random.chance(0.4)
        let (along, across) = isUpright ? (short, long) : (long, short)
        func at(_ x: Double, _ y: Double) -> Point { isWide != isUpright ? Point(x, y) : Point(y, x) }
        let bend = short * canvas.random.number(0.12...0.3) * (canvas.random.chance(0.5) ? 1 : -1)
        let place = along * canvas.random.number(0.25...0.6)
        let from = min(0, -bend) - step
        for (index, y) in stride(from: from, through: across + max(0, -bend) + step, by: step).enumerated() {
            let start = canvas.random.chance(0.5) ? -step : along * canvas.random.number(0...0.3)
            let end = canvas.random.chance(0.4) ? along + step : along * canvas.random.number(0.65...1)
            // At 45 degrees, each a little later than the one above.
            let turn = place + (bend > 0 ? -1 : 1) * (y - across / 2) * 0.41
            let color = canvas.random.chance(0.12) ? palette.accent : tones[index % tones.count]
            var track = Path()
            track.move(to: at(start, y))
            if turn > start, turn + abs(bend) < end {
                track.line(to: at(turn, y))
                track.line(to: at(turn + abs(bend), y + bend))
                track.line(to: at(end, y + bend))
            } else {
                track.line(to: at(end, y))
            }
            canvas.stroke(track, .flat(color.color), width: step * 0.22)
            areas.add(end - start, of: color)
            let isBent = turn > start && turn + abs(bend) < end
            for stop in [at(start, y), at(end, isBent ? y + bend : y)] {
                canvas.circle(stop, radius: step * 0.34, color.color)
                canvas.circle(stop, radius: step * 0.15, palette.sky.color)
            }
        }
        return areas
    }

    private func drawSpokes(on canvas: inout Canvas, _ line: Color, _ dot: Color) {
        let (unit, palette) = (canvas.unit, canvas.palette)
        let center = canvas.point(canvas.random.number(0.15...0.5), canvas.random.number(0.2...0.8))
        let count = canvas.random.pick([9, 17, 32])
        let turn = canvas.random.fraction()
        let far = max(canvas.width, canvas.height) * canvas.random.number(0.4...0.7)
        let size = unit * (count > 20 ? 0.024 : count > 10 ? 0.04 : 0.065)
        let thick = unit * canvas.random.number(0.004...0.012)
        for spoke in 0..<count {
            let angle = Angle.fullTurn * (Double(spoke) + turn) / Double(count)
            let end = center.moved(far * canvas.random.number(0.35...1), towards: angle)
            var path = Path()
            path.move(to: center)
            path.line(to: end)
            canvas.stroke(path, .flat(line), width: thick)
            canvas.circle(
                end, radius: size * canvas.random.number(0.7...1.4), spoke % 5 == 1 ? palette.accent.color : dot)
        }
        canvas.circle(center, radius: unit * canvas.random.number(0.07...0.16), palette.accent.color)
    }

    private func words(for layout: Layout) -> LocalizedText {
        switch layout {
        case .net:
            LocalizedText(
                en: "Net of dots that lines join to their neighbours",
                de: "Netz aus Punkten, die Linien mit den Nachbarn verbinden",
                es: "Red de puntos unidos por líneas a sus vecinos",
                fr: "Réseau de points que des lignes relient à leurs voisins",
                pt: "Rede de pontos unidos por linhas aos vizinhos",
                it: "Rete di punti uniti da linee ai loro vicini",
                nl: "Net van punten die door lijnen met hun buren verbonden zijn")
        case .tracks:
            LocalizedText(
                en: "Parallel lines with round ends that bend together",
                de: "Parallele Linien mit runden Enden, die gemeinsam abbiegen",
                es: "Líneas paralelas de extremos redondos que giran juntas",
                fr: "Lignes parallèles à bouts ronds qui tournent ensemble",
                pt: "Linhas paralelas de pontas redondas que viram juntas",
                it: "Linee parallele con estremi tondi che girano insieme",
                nl: "Evenwijdige lijnen met ronde uiteinden die samen afbuigen")
        case .spokes:
            LocalizedText(
                en: "Dots on lines that all start from one disc",
                de: "Punkte an Linien, die von einer Scheibe ausgehen",
                es: "Puntos en líneas que parten de un disco", fr: "Points au bout de lignes parties d’un disque",
                pt: "Pontos em linhas que partem de um disco", it: "Punti su linee che partono da un disco",
                nl: "Stippen aan lijnen die vanuit één schijf vertrekken")
        }
    }
}
