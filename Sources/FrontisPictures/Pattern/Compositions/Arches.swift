/// Nested arches: like paper rainbows on a shelf with a sun and a few stones, one large one, or rows like scales.
struct Arches: Composition {
    let name = "arches"

    private enum Layout: CaseIterable {
        case shelf, rainbow, scales
    }

    func draw(on canvas: inout Canvas) -> Drawn {
        switch canvas.random.pick(Layout.allCases) {
        case .shelf: drawShelf(on: &canvas)
        case .rainbow: drawRainbow(on: &canvas)
        case .scales: drawScales(on: &canvas)
        }
    }

    private func tones(of palette: Palette) -> [Palette.Swatch] {
        palette.isDark
            ? [palette.far, palette.highlight, palette.glow, palette.accent, palette.middle]
            : [palette.far, palette.near, palette.glow, palette.middle, palette.deep]
    }

    /// One or two that fill the picture.
    private func drawRainbow(on canvas: inout Canvas) -> Drawn {
        let (width, height, unit, palette) = (canvas.width, canvas.height, canvas.unit, canvas.palette)
        canvas.backdrop(.flat(palette.sky.color))
        let disc = palette.isDark ? palette.accent : canvas.sun
        let tones = canvas.random.shuffled(self.tones(of: palette))
        let isHanging = canvas.random.chance(0.3)
        let place = canvas.random.number(0.2...0.5)
        let radius = min(width * 0.62, height * 0.86) * canvas.random.number(0.7...1)
        let bands = canvas.random.integer(4...9)
        let share = canvas.random.number(0.28...0.6)
        let ground = isHanging ? 0 : height
        let band = radius * (1 - share) / Double(bands)
        for index in 0..<bands {
            canvas.ring(
                Point(width * place, ground), radius: radius - band * (Double(index) + 0.5),
                .flat(tones[index % tones.count].color), width: band + 0.8)
        }
        canvas.circle(
            Point(width * 0.85, height * (isHanging ? 0.78 : 0.22)), radius: unit * canvas.random.number(0.07...0.13),
            disc.color)
        return Drawn(
            subject: LocalizedText(
                en: "Large half circle of bands from the edge, and a disc",
                de: "Großer Halbkreis aus Bändern am Rand und eine Scheibe",
                es: "Gran semicírculo de bandas desde el borde y un disco",
                fr: "Grand demi-cercle de bandes au bord et un disque",
                pt: "Grande semicírculo de faixas a partir da borda e um disco",
                it: "Grande semicerchio di fasce dal bordo e un disco",
                nl: "Grote halve cirkel van banden vanaf de rand en een schijf"),
            colors: [tones[0], tones[1], disc], backdrop: [palette.sky])
    }

    /// Row upon row, each before the one above.
    private func drawScales(on canvas: inout Canvas) -> Drawn {
        let (width, height, unit, palette) = (canvas.width, canvas.height, canvas.unit, canvas.palette)
        canvas.backdrop(.flat(palette.sky.color))
        let tones = canvas.random.shuffled(self.tones(of: palette))
        let radius = unit * canvas.random.pick([0.11, 0.17, 0.27])
        let bands = canvas.random.integer(2...5)
        let step = radius * canvas.random.number(0.45...0.62)
        let top = height * canvas.random.pick([0, 0, 0.3, 0.5])
        let isRowwise = canvas.random.chance(0.5)
        for (row, y) in stride(from: top, through: height + radius, by: step).enumerated() {
            let shift = row % 2 == 0 ? 0 : radius
            for (column, x) in stride(from: -shift, through: width + radius, by: radius * 2).enumerated() {
                let turn = isRowwise ? row : canvas.random.integer(0...tones.count - 1)
                for band in 0..<bands {
                    let size = radius * (1 - Double(band) / Double(bands))
                    let isAccent = band == bands - 1 && (row * 7 + column * 5) % 11 == 3
                    let color = isAccent ? palette.accent : tones[(turn + band) % tones.count]
                    canvas.circle(Point(x, y + radius), radius: size, color.color)
                }
            }
        }
        return Drawn(
            subject: LocalizedText(
                en: "Rows of ringed arches that overlap like scales",
                de: "Reihen gestreifter Bögen, übereinander wie Schuppen",
                es: "Filas de arcos anillados superpuestos como escamas",
                fr: "Rangées d’arcs annelés superposés comme des écailles",
                pt: "Filas de arcos anelados sobrepostos como escamas",
                it: "File di archi ad anelli sovrapposti come scaglie",
                nl: "Rijen gestreepte bogen over elkaar, als schubben"),
            colors: [tones[0], tones[1], tones[2]], backdrop: [palette.sky])
    }

    private func drawShelf(on canvas: inout Canvas) -> Drawn {
        let (width, height, unit, palette) = (canvas.width, canvas.height, canvas.unit, canvas.palette)
        canvas.backdrop(.flat(palette.sky.color))
        let ground = height * canvas.random.number(0.72...0.9)
        let sun = canvas.point(canvas.random.number(0.15...0.85), canvas.random.number(0.16...0.3))
        let disc = palette.isDark ? palette.accent : canvas.sun
        canvas.circle(sun, radius: unit * 0.19, palette.glow.color)
        canvas.circle(sun, radius: unit * 0.115, disc.color)

        let tones = self.tones(of: palette)
        let shelf = palette.isDark ? palette.deep.color : palette.near.color
        let density = canvas.random.pick([1.4, 2.6, 4.2])
        let count = max(2, Int((width / unit * density).rounded()))
        let scale = (2.6 / density).squareRoot()
        let order = canvas.random.shuffled(Array(0..<count))
        let big = order[0]
        for index in order.reversed() {
            let center = Point(
                width * (Double(index) + 0.5 + canvas.random.number(-0.12...0.12)) / Double(count), ground)
            let radius = unit * scale * (index == big ? 0.31 : canvas.random.number(0.15...0.235))
            let legs = unit * canvas.random.number(0.03...0.2) * (height > width ? 1.7 : 1)
            let bands = index == big ? 5 : canvas.random.pick([3, 4])
            let shift = canvas.random.integer(0...tones.count - 1)
            for band in 0..<bands {
                let size = radius * (1 - Double(band) / (Double(bands) + 0.6))
                let color = tones[(band + shift) % tones.count].color
                canvas.fill(arch(center, radius: size, legs: legs), color)
            }
            let core = radius * (1 - Double(bands) / (Double(bands) + 0.6))
            if !canvas.isTransparent { canvas.fill(arch(center, radius: core, legs: legs), palette.sky.color) }
        }
        canvas.rectangle(x: 0, y: ground, width: width, height: height - ground, shelf)
        canvas.rectangle(
            x: 0, y: ground, width: width, height: unit * 0.012, shelf.mixed(with: palette.highlight.color, 0.3))
        let stones = palette.isDark ? palette.middle.color : palette.far.color
        for _ in 0..<Int(width / unit * 4) {
            let center = Point(
                canvas.random.fraction() * width, height - (height - ground) * canvas.random.number(0.15...0.7))
            var stone = Path()
            let size = unit * canvas.random.number(0.02...0.055)
            stone.addEllipse(center, width: size, height: size * 0.42)
            canvas.fill(stone, .translucent(stones, opacity: 0.75))
        }
        return Drawn(
            subject: LocalizedText(
                en: "Nested arches on a shelf under a disc of sun",
                de: "Ineinandergestellte Bögen unter einer Sonnenscheibe",
                es: "Arcos concéntricos bajo un sol redondo", fr: "Arches emboîtées sous un disque solaire",
                pt: "Arcos concêntricos sob um sol redondo", it: "Archi concentrici sotto un sole tondo",
                nl: "In elkaar geplaatste bogen onder een ronde zon"),
            colors: [tones[0], tones[1], disc], backdrop: [palette.sky])
    }

    private func arch(_ foot: Point, radius: Double, legs: Double) -> Path {
        var path = Path()
        path.move(to: foot + Point(-radius, 0))
        path.line(to: foot + Point(-radius, -legs))
        path.arc(radius: radius, to: foot + Point(radius, -legs))
        path.line(to: foot + Point(radius, 0))
        path.close()
        return path
    }
}
