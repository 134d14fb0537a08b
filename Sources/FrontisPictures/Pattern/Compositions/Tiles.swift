/// Square tiles: of all motifs, or of one kind that joins into flowers or bands; large or small.
struct Tiles: Composition {
    let name = "tiles"

    private enum Motif: CaseIterable {
        case quarter, quarterRings, leaf, twoQuarters, disc, half, diamond, dots
    }

    private enum Layout: CaseIterable {
        case mixed, flowers, bands, beads

        /// What is said of it, and so has to be there.
        var named: [Motif] {
            switch self {
            case .mixed: [.quarter, .leaf]
            case .flowers: [.leaf]
            case .bands: [.quarterRings]
            case .beads: [.disc, .diamond, .dots]
            }
        }

        /// What chance chooses from, tile by tile.
        func motifs(_ random: inout SeededGenerator) -> [Motif] {
            self == .mixed ? Array(random.shuffled(Motif.allCases).prefix(4)) + named : named
        }
    }

    func draw(on canvas: inout Canvas) -> Drawn {
        let layout = canvas.random.pick(Layout.allCases)
        let (width, height, unit, palette) = (canvas.width, canvas.height, canvas.unit, canvas.palette)
        canvas.backdrop(.flat(palette.sky.color))
        let columns = max(
            2, Int((width / unit * canvas.random.pick(layout == .mixed ? [2.8, 4, 6] : [3, 4.5, 7])).rounded()))
        // Whole pixels, so that neighbours meet without a seam.
        let size = (width / Double(columns)).rounded(.up)
        let rows = Int((height / size).rounded(.up))
        let top = ((height - Double(rows) * size) / 2).rounded()
        let motifs = layout.motifs(&canvas.random)
        let all = [palette.sky, palette.sky, palette.glow, palette.far, palette.near, palette.deep]
        // What joins from tile to tile needs quiet ground, of one colour or of two.
        let pair = [palette.sky, canvas.random.pick([palette.sky, palette.glow, palette.deep])]
        let grounds = layout == .mixed ? all : pair
        let inks = [palette.middle, palette.near, palette.far, palette.deep, palette.highlight, palette.middle]
        let quiet = canvas.random.integer(0...max(0, columns * rows - 1))
        var areas = ColorAreas()
        for row in 0..<rows {
            for column in 0..<columns {
                let origin = Point(Double(column) * size, top + Double(row) * size)
                let ground = canvas.isTransparent ? palette.sky : canvas.random.pick(grounds)
                if ground != palette.sky {
                    canvas.rectangle(
                        x: origin.x, y: origin.y, width: size, height: size, ground.color)
                    areas.add(0.6, of: ground)
                }
                let fitting = inks.filter { abs($0.color.luma - ground.color.luma) > 42 }
                var ink = fitting.isEmpty ? palette.highlight : canvas.random.pick(fitting)
                if canvas.random.chance(0.12) { ink = palette.accent }
                let second = canvas.random.pick(fitting.isEmpty ? [palette.accent] : fitting)
                let chosen = canvas.random.pick(motifs)
                // The first tiles after the quiet one show what is said of all.
                let place = (row * columns + column - quiet - 1 + columns * rows) % (columns * rows)
                let motif = place < layout.named.count ? layout.named[place] : chosen
                let turn = layout == .flowers ? (row + column) % 2 : canvas.random.integer(0...3)
                areas.add(1, of: row * columns + column == quiet ? palette.accent : ink)
                if row * columns + column == quiet {
                    canvas.circle(
                        origin + Point(size / 2, size / 2), radius: size * 0.36, palette.accent.color)
                } else {
                    draw(motif, turn: turn, at: origin, size: size, ink.color, second.color, on: &canvas)
                }
            }
        }
        return Drawn(
            subject: words(for: layout),
            colors: areas.byArea, backdrop: [palette.sky])
    }

    private func draw(
        _ motif: Motif, turn: Int, at origin: Point, size: Double, _ ink: Color, _ second: Color,
        on canvas: inout Canvas
    ) {
        let corners = [Point(0, 0), Point(size, 0), Point(size, size), Point(0, size)].map { origin + $0 }
        func corner(_ index: Int) -> Point { corners[(index + turn) % 4] }
        let center = origin + Point(size / 2, size / 2)
        func quarter(_ index: Int, _ radius: Double) -> Path {
            let (point, before, after) = (corner(index), corner(index + 3), corner(index + 1))
            var path = Path()
            path.move(to: point)
            path.line(to: point.mixed(with: after, radius / size))
            path.arc(radius: radius, to: point.mixed(with: before, radius / size))
            path.close()
            return path
        }
        switch motif {
        case .quarter:
            canvas.fill(quarter(0, size), ink)
        case .quarterRings:
            for (index, share) in [1.0, 0.75, 0.5, 0.25].enumerated() {
                canvas.fill(quarter(0, size * share), index % 2 == 0 ? ink : second)
            }
        case .leaf:
            var path = Path()
            path.move(to: corner(0))
            path.arc(radius: size, to: corner(2))
            path.arc(radius: size, to: corner(0))
            path.close()
            canvas.fill(path, ink)
        case .twoQuarters:
            canvas.fill(quarter(0, size / 2), ink)
            canvas.fill(quarter(2, size / 2), second)
        case .disc:
            canvas.circle(center, radius: size * 0.38, ink)
            canvas.circle(center, radius: size * 0.17, second)
        case .half:
            for (start, color) in [(0, ink), (2, second)] {
                let (a, b) = (corner(start), corner(start + 1))
                var path = Path()
                path.move(to: a)
                path.arc(radius: size / 2, to: b, isClockwise: false)
                path.close()
                canvas.fill(path, color)
            }
        case .diamond:
            let middles = (0..<4).map { corner($0).mixed(with: corner($0 + 1), 0.5) }
            canvas.fill(Path(polygon: middles), ink)
        case .dots:
            for row in 0..<3 {
                for column in 0..<3 {
                    let place = origin + Point(Double(column) * 2 + 1, Double(row) * 2 + 1) * (size / 6)
                    canvas.circle(place, radius: size * 0.085, ink)
                }
            }
        }
    }

    private func words(for layout: Layout) -> LocalizedText {
        switch layout {
        case .mixed:
            LocalizedText(
                en: "Geometric tiles of quarter circles and leaf shapes",
                de: "Geometrische Kacheln aus Viertelkreisen und Blattformen",
                es: "Azulejos geométricos de cuartos de círculo y hojas",
                fr: "Carreaux géométriques de quarts de cercle et de feuilles",
                pt: "Azulejos geométricos de quartos de círculo e folhas",
                it: "Piastrelle geometriche di quarti di cerchio e foglie",
                nl: "Geometrische tegels met kwartcirkels en bladvormen")
        case .flowers:
            LocalizedText(
                en: "Tiles of leaf shapes that join into flowers", de: "Kacheln aus Blattformen, die Blüten ergeben",
                es: "Azulejos de hojas que forman flores", fr: "Carreaux de feuilles qui forment des fleurs",
                pt: "Azulejos de folhas que formam flores", it: "Piastrelle di foglie che formano fiori",
                nl: "Tegels met bladvormen die bloemen vormen")
        case .bands:
            LocalizedText(
                en: "Tiles of quarter rings that meet in winding bands",
                de: "Kacheln aus Viertelringen, die sich zu Bändern fügen",
                es: "Azulejos de cuartos de anillo que forman bandas sinuosas",
                fr: "Carreaux de quarts d’anneau qui forment des rubans",
                pt: "Azulejos de quartos de anel que formam faixas sinuosas",
                it: "Piastrelle di quarti d’anello che formano nastri",
                nl: "Tegels met kwartringen die slingerende banden vormen")
        case .beads:
            LocalizedText(
                en: "Tiles of discs, diamonds and rows of dots", de: "Kacheln aus Scheiben, Rauten und Punktreihen",
                es: "Azulejos de discos, rombos e hileras de puntos",
                fr: "Carreaux de disques, de losanges et de points alignés",
                pt: "Azulejos de discos, losangos e fileiras de pontos",
                it: "Piastrelle di dischi, rombi e file di punti", nl: "Tegels met schijven, ruiten en rijen stippen")
        }
    }
}
