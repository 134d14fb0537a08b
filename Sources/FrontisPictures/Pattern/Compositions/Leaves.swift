/// Sprays of leaves, ferns and berries in front of a large pale disc.
struct Leaves: Composition {
    let name = "leaves"
    let subjects = Lexicon.words(
        """
        leaf leaves fern plant foliage herb flower bouquet blossom botanical garden forest jungle branch
        blatt blätter farn pflanze blume laub garten wald hoja helecho planta flor jardín bosque feuille
        fougère plante fleur jardin forêt folha feto planta flor jardim floresta foglia felce pianta
        fiore giardino foresta blad bladeren varen plant bloem tuin bos
        """)
    let affinities: [Topic: Int] = [
        .plant: 8, .flower: 6, .garden: 7, .forest: 4, .animal: 6, .spring: 4, .autumn: 4, .tropics: 5, .food: 3,
        .green: 1, .love: 2, .drink: 2, .calm: 1, .home: 1,
    ]

    func draw(on canvas: inout Canvas) -> Drawn {
        let (width, height, unit, palette) = (canvas.width, canvas.height, canvas.unit, canvas.palette)
        canvas.backdrop(.flat(palette.sky.color))
        let center = canvas.point(canvas.random.number(0.38...0.62), 0.42)
        canvas.circle(center, radius: unit * 0.34, palette.glow.color)
        canvas.circle(
            center + Point(canvas.random.number(-0.05...0.05), canvas.random.number(-0.03...0.05)) * unit,
            radius: unit * 0.15, palette.isDark ? palette.accent.color : canvas.sun.color)

        let count = max(9, Int((width / unit * 8).rounded()))
        let tones =
            palette.isDark
            ? [palette.middle, palette.far, palette.accent, palette.highlight]
            : [palette.far, palette.middle, palette.near, palette.deep]
        let kinds = canvas.random.shuffled([0, 1, 2, 3, 0, 1])
        for layer in 0..<2 {
            for index in 0..<count where index % 2 == layer {
                let share = (Double(index) + 0.5) / Double(count)
                let x = width * (share + canvas.random.number(-0.035...0.035))
                let rise = min(height * 0.86, unit * 1.3) * (layer == 0 ? 1 : 0.68)
                let length = rise * canvas.random.number(0.78...1.04) * (0.72 + 0.4 * abs(share - 0.5) * 2)
                let lean = (share - 0.5) * 0.55 + canvas.random.number(-0.16...0.16)
                let tone = tones[layer * 2 + index / 2 % 2].color
                let stem = Stem(
                    base: Point(x, height + unit * 0.03), length: length, lean: lean,
                    bend: canvas.random.number(-0.35...0.35))
                switch (kinds[index % kinds.count]) {
                case 0: drawBroad(stem, tone, on: &canvas)
                case 1: drawFern(stem, tone, on: &canvas)
                case 2: drawRound(stem, tone, on: &canvas)
                default: drawBerries(stem, tone, on: &canvas)
                }
            }
        }
        return Drawn(
            subject: LocalizedText(
                en: "Leaves, ferns and berries before a pale disc",
                de: "Blätter, Farne und Beeren vor einer hellen Scheibe",
                es: "Hojas, helechos y bayas ante un disco claro",
                fr: "Feuilles, fougères et baies devant un disque clair",
                pt: "Folhas, fetos e bagas diante de um disco claro",
                it: "Foglie, felci e bacche davanti a un disco chiaro",
                nl: "Bladeren, varens en bessen voor een lichte schijf"),
            colors: [tones[1], tones[2], canvas.sun], backdrop: [palette.sky])
    }

    /// A curved line to hang leaves on.
    private struct Stem {
        let base: Point
        let length: Double
        let lean: Double
        let bend: Double

        func point(_ share: Double) -> Point { base.moved(length * share, towards: angle(share * 0.5)) }
        /// A quarter turn back is straight up.
        func angle(_ share: Double) -> Double { -.pi / 2 + lean + bend * share * 1.6 }
        var path: Path { Path(through: (0...10).map { point(Double($0) / 10) }) }
    }

    private func draw(_ stem: Stem, _ color: Color, on canvas: inout Canvas) {
        canvas.stroke(stem.path, color, width: canvas.unit * 0.0055)
    }

    private func drawBroad(_ stem: Stem, _ color: Color, on canvas: inout Canvas) {
        draw(stem, color, on: &canvas)
        let vein = color.mixed(with: canvas.palette.isDark ? canvas.palette.deep.color : canvas.palette.sky.color, 0.42)
        let shade = color.mixed(with: canvas.palette.deep.color, canvas.palette.isDark ? 0.3 : 0.2)
        for step in 3...8 {
            let share = Double(step) / 8.4
            let size = canvas.unit * 0.2 * (1.15 - 0.7 * share)
            for side in step == 8 ? [0.0] : [-1.0, 1.0] {
                let base = stem.point(share + side * 0.018)
                let tip = base.moved(size, towards: stem.angle(share) + side * 0.82)
                var leaf = Path()
                leaf.addLeaf(from: base, to: tip, width: size * 0.46)
                canvas.fill(leaf, color)
                var half = Path()
                half.addHalfLeaf(from: base, to: tip, width: size * 0.46)
                canvas.fill(half, shade)
                var rib = Path()
                rib.move(to: base)
                rib.line(to: base.mixed(with: tip, 0.82))
                canvas.stroke(rib, vein, width: canvas.unit * 0.0026)
            }
        }
    }

    private func drawFern(_ stem: Stem, _ color: Color, on canvas: inout Canvas) {
        draw(stem, color, on: &canvas)
        var path = Path()
        for step in 4...30 {
            let share = Double(step) / 30
            let size = canvas.unit * 0.17 * (1.02 - share) * min(1, share * 3.2) + canvas.unit * 0.012
            for side in [-1.0, 1.0] {
                let base = stem.point(share)
                path.addLeaf(
                    from: base, to: base.moved(size, towards: stem.angle(share) + side * 1.05), width: size * 0.2)
            }
        }
        canvas.fill(path, color)
    }

    private func drawRound(_ stem: Stem, _ color: Color, on canvas: inout Canvas) {
        draw(stem, color, on: &canvas)
        for step in 4...15 {
            let share = Double(step) / 15
            let size = canvas.unit * 0.046 * (1.2 - 0.66 * share)
            let side = step % 2 == 0 ? 1.0 : -1.0
            let joint = stem.point(share)
            let center = joint.moved(size * 1.15, towards: stem.angle(share) + side * 1.1)
            canvas.circle(center, radius: size, color)
        }
    }

    private func drawBerries(_ stem: Stem, _ color: Color, on canvas: inout Canvas) {
        draw(stem, color, on: &canvas)
        let berry = canvas.palette.isDark ? canvas.palette.highlight.color : canvas.palette.accent.color
        for step in 4...12 {
            let share = Double(step) / 12
            let size = canvas.unit * 0.1 * (1.15 - 0.6 * share)
            for side in [-1.0, 1.0] {
                let base = stem.point(share)
                let tip = base.moved(size, towards: stem.angle(share) + side * 0.62)
                var twig = Path()
                twig.move(to: base)
                twig.line(to: tip)
                canvas.stroke(twig, color, width: canvas.unit * 0.0036)
                canvas.circle(tip, radius: canvas.unit * 0.0125, berry)
            }
        }
    }
}
