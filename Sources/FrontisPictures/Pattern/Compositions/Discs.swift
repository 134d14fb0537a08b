/// Large discs that overlap like printed inks: in a chain, round a centre, in rows or within each other.
struct Discs: Composition {
    let name = "discs"

    private enum Layout: CaseIterable {
        case chain, rosette, rows, nested
    }

    private typealias Disc = (center: Point, radius: Double)

    func draw(on canvas: inout Canvas) -> Drawn {
        let (unit, palette) = (canvas.unit, canvas.palette)
        canvas.backdrop(.flat(palette.sky.color))
        let layout = canvas.random.pick(Layout.allCases)
        let tones = canvas.random.shuffled(
            palette.isDark
                ? [palette.far, palette.glow, palette.middle, palette.accent]
                : [palette.far, palette.middle, palette.near, palette.accent])
        let discs =
            switch layout {
            case .chain: chain(on: &canvas)
            case .rosette: rosette(on: &canvas)
            case .rows: rows(on: &canvas)
            case .nested: nested(on: &canvas)
            }
        // What lies within another disc would be drowned by it in a mixture.
        if layout == .nested {
            for (index, disc) in discs.enumerated() {
                canvas.circle(disc.center, radius: disc.radius, tones[index % tones.count].color)
            }
        } else {
            canvas.blended(palette.isDark ? .screen : .multiply) { canvas in
                for (index, disc) in discs.enumerated() where tones[index % tones.count] != palette.accent {
                    let color = tones[index % tones.count].color
                    canvas.circle(disc.center, radius: disc.radius, .translucent(color, opacity: 0.92))
                }
            }
            // The accent would drown in the mixture.
            for (index, disc) in discs.enumerated() where tones[index % tones.count] == palette.accent {
                canvas.circle(disc.center, radius: disc.radius, .translucent(palette.accent.color, opacity: 0.9))
            }
        }
        for (index, disc) in discs.enumerated() where layout == .chain && index % 3 == 1 {
            for ring in 1...3 {
                canvas.ring(
                    disc.center, radius: disc.radius + unit * 0.022 * Double(ring),
                    .flat(palette.isDark ? palette.highlight.color : palette.deep.color), width: unit * 0.0032)
            }
        }
        for (index, disc) in discs.enumerated() where layout != .nested && index % 3 == 0 {
            canvas.circle(disc.center, radius: disc.radius * 0.09, palette.highlight.color)
        }
        func area(_ tone: Palette.Swatch) -> Double {
            discs.enumerated().reduce(0) { sum, disc in
                sum + (tones[disc.offset % tones.count] == tone ? disc.element.radius * disc.element.radius : 0)
            }
        }
        let byArea = tones.sorted { area($0) > area($1) }
        return Drawn(subject: words(for: layout), colors: byArea, backdrop: [palette.sky])
    }

    private func chain(on canvas: inout Canvas) -> [Disc] {
        let unit = canvas.unit
        let isWide = canvas.width >= canvas.height
        let length = max(canvas.width, canvas.height)
        let density = canvas.random.pick([2.6, 4, 6])
        let count = max(5, Int((length / unit * density).rounded()))
        let sizes = [0.29, 0.12, 0.21, 0.075, 0.25, 0.15, 0.1].map { $0 * (4.2 / density).squareRoot() }
        let offset = canvas.random.integer(0...sizes.count - 1)
        let phase = canvas.random.number(0...Angle.fullTurn)
        let (swing, bends) = (canvas.random.number(0.05...0.3), canvas.random.number(0.5...2))
        return (0..<count).map { index in
            let along = 0.06 + 0.88 * (Double(index) + 0.5 + canvas.random.number(-0.25...0.25)) / Double(count)
            let across =
                0.5 + swing * Angle.sine(along * Angle.fullTurn * bends + phase) + canvas.random.number(-0.08...0.08)
            let center = isWide ? canvas.point(along, across) : canvas.point(across, along)
            return (center, unit * sizes[(index + offset) % sizes.count] * canvas.random.number(0.9...1.12))
        }
    }

    private func rosette(on canvas: inout Canvas) -> [Disc] {
        let unit = canvas.unit
        let center = canvas.point(canvas.random.number(0.2...0.5), canvas.random.number(0.3...0.7))
        let count = canvas.random.pick([5, 7, 10])
        let reach = unit * canvas.random.number(0.22...0.4)
        let radius = reach * canvas.random.number(0.5...0.95)
        let turn = canvas.random.fraction()
        return (0..<count).map { index in
            (center.moved(reach, towards: Angle.fullTurn * (Double(index) + turn) / Double(count)), radius)
        }
    }

    private func rows(on canvas: inout Canvas) -> [Disc] {
        let (unit, middle) = (canvas.unit, canvas.point(0.5, 0.5))
        let step = unit * canvas.random.pick([0.22, 0.32, 0.45])
        let angle = canvas.random.pick([0, 0.26, 0.52, 0.785])
        let share = canvas.random.number(0.5...0.68)
        let count = Int(canvas.point(1, 1).length / 2 / step) + 1
        var discs: [Disc] = []
        for row in -count...count {
            for column in -count...count {
                let place = middle.moved(step * Double(column), towards: angle)
                    .moved(step * Double(row), towards: angle + .pi / 2)
                let isNear =
                    place.x > -step && place.y > -step && place.x < canvas.width + step
                    && place.y < canvas.height + step
                if isNear, canvas.random.chance(0.78) { discs.append((place, step * share)) }
            }
        }
        return discs.isEmpty ? [(middle, step)] : discs
    }

    private func nested(on canvas: inout Canvas) -> [Disc] {
        let unit = canvas.unit
        let count = canvas.random.integer(4...8)
        let towards = canvas.random.number(0...Angle.fullTurn)
        var disc: Disc = (
            canvas.point(canvas.random.number(0.25...0.6), canvas.random.number(0.35...0.65)),
            unit * canvas.random.number(0.36...0.75)
        )
        return (0..<count).map { _ in
            let outer = disc
            disc.radius *= 1 - 1 / (Double(count) * 0.7 + 1)
            disc.center = disc.center.moved((outer.radius - disc.radius) * 0.8, towards: towards)
            return outer
        }
    }

    private func words(for layout: Layout) -> LocalizedText {
        switch layout {
        case .chain:
            LocalizedText(
                en: "Overlapping translucent discs and fine rings", de: "Durchscheinende Kreise und feine Ringe",
                es: "Discos translúcidos superpuestos y anillos finos",
                fr: "Disques translucides superposés et fins anneaux",
                pt: "Discos translúcidos sobrepostos e anéis finos",
                it: "Dischi traslucidi sovrapposti e anelli sottili",
                nl: "Overlappende doorschijnende schijven en fijne ringen")
        case .rosette:
            LocalizedText(
                en: "Translucent discs set in a circle like petals",
                de: "Durchscheinende Kreise, im Rund angeordnet wie Blütenblätter",
                es: "Discos translúcidos dispuestos en círculo como pétalos",
                fr: "Disques translucides disposés en cercle comme des pétales",
                pt: "Discos translúcidos dispostos em círculo como pétalas",
                it: "Dischi traslucidi disposti in cerchio come petali",
                nl: "Doorschijnende schijven in een kring, als bloemblaadjes")
        case .rows:
            LocalizedText(
                en: "Rows of translucent discs that touch and overlap",
                de: "Reihen durchscheinender Kreise, die sich überlappen",
                es: "Filas de discos translúcidos que se superponen",
                fr: "Rangées de disques translucides qui se chevauchent",
                pt: "Filas de discos translúcidos que se sobrepõem",
                it: "File di dischi traslucidi che si sovrappongono",
                nl: "Rijen doorschijnende schijven die elkaar overlappen")
        case .nested:
            LocalizedText(
                en: "Discs within discs, each off centre", de: "Scheiben in Scheiben, jede aus der Mitte gerückt",
                es: "Discos dentro de discos, cada uno descentrado", fr: "Disques dans des disques, chacun décentré",
                pt: "Discos dentro de discos, cada um descentrado", it: "Dischi dentro dischi, ognuno fuori centro",
                nl: "Schijven in schijven, elk uit het midden")
        }
    }
}
