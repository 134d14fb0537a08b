/// Bars of many lengths in rows, as lines of a text from far away: lying, standing, aslant or cut from one block.
struct Bars: Composition {
    let name = "bars"

    private enum Layout: CaseIterable {
        case lying, standing, slanting, blocks
    }

    func draw(on canvas: inout Canvas) -> Drawn {
        let palette = canvas.palette
        canvas.backdrop(.flat(palette.sky.color))
        let layout = canvas.random.pick(Layout.allCases)
        let tones = canvas.random.shuffled(
            palette.isDark
                ? [palette.far, palette.middle, palette.near, palette.glow]
                : [palette.far, palette.middle, palette.near, palette.deep])
        let areas =
            switch layout {
            case .lying, .slanting: drawRows(on: &canvas, tones, isSlanting: layout == .slanting)
            case .standing: drawColumns(on: &canvas, tones)
            case .blocks: drawBlocks(on: &canvas, tones)
            }
        return Drawn(subject: words(for: layout), colors: areas.byArea, backdrop: [palette.sky])
    }

    /// Indented in steps, now and then with an empty row.
    private func drawRows(
        on canvas: inout Canvas, _ tones: [Palette.Swatch], isSlanting: Bool
    ) -> ColorAreas {
        var areas = ColorAreas()
        let (unit, palette) = (canvas.unit, canvas.palette)
        let step = unit * canvas.random.pick([0.075, 0.115, 0.17])
        let thick = step * canvas.random.number(0.45...0.8)
        let angle = isSlanting ? canvas.random.pick([-0.7, -0.4, 0.4, 0.7]) : 0
        let (middle, reach) = (canvas.point(0.5, 0.5), canvas.point(1, 1).length / 2)
        let (half, down) = isSlanting ? (reach, reach) : (canvas.width / 2, canvas.height / 2)
        let margin = isSlanting ? 0 : unit * canvas.random.number(0.04...0.1)
        var indent = 0
        for (row, v) in stride(from: -down + step * 0.7, through: down, by: step).enumerated() {
            indent = max(0, min(4, indent + canvas.random.integer(-1...1)))
            if canvas.random.chance(isSlanting ? 0.05 : 0.14) { continue }
            var start = -half + margin + Double(isSlanting ? 0 : indent) * step * 1.1
            let end = isSlanting ? half : half - unit * canvas.random.number(0.05...0.6)
            var part = 0
            while start < end, part < 60 {
                let long = unit * canvas.random.number(0.07...0.42)
                let color = canvas.random.chance(0.1) ? palette.accent : tones[(row * 3 + part) % tones.count]
                var bar = Path()
                let at = middle.moved(v, towards: angle + .pi / 2)
                bar.move(to: at.moved(start + thick / 2, towards: angle))
                bar.line(to: at.moved(start + max(long, thick * 1.2) - thick / 2, towards: angle))
                canvas.stroke(bar, .flat(color.color), width: thick)
                areas.add(long * thick, of: color)
                start += max(long, thick * 1.2) + step * 0.4
                part += 1
            }
        }
        return areas
    }

    /// On the ground or hanging, their lengths a swell.
    private func drawColumns(on canvas: inout Canvas, _ tones: [Palette.Swatch]) -> ColorAreas {
        var areas = ColorAreas()
        let (width, height, unit, palette) = (canvas.width, canvas.height, canvas.unit, canvas.palette)
        let step = unit * canvas.random.pick([0.055, 0.09, 0.15])
        let thick = step * canvas.random.number(0.5...0.86)
        let (phase, bends) = (canvas.random.number(0...Angle.fullTurn), canvas.random.number(0.5...1.6))
        let isHanging = canvas.random.chance(0.35)
        let isFloating = canvas.random.chance(0.4)
        let chosen = Int(width / step * canvas.random.number(0.2...0.8))
        for (column, x) in stride(from: step / 2, through: width, by: step).enumerated() {
            let swell = 0.5 + 0.32 * Angle.sine(x / width * Angle.fullTurn * bends + phase)
            let long = height * max(0.06, swell + canvas.random.number(-0.13...0.13))
            let color = column == chosen ? palette.accent : tones[column % tones.count]
            let top = isFloating ? (height - long) / 2 : isHanging ? 0 : height - long
            canvas.rectangle(x: x - thick / 2, y: top, width: thick, height: long, color.color)
            areas.add(long * thick, of: color)
        }
        return areas
    }

    /// Halves of halves, cut where chance says.
    private func drawBlocks(on canvas: inout Canvas, _ tones: [Palette.Swatch]) -> ColorAreas {
        var areas = ColorAreas()
        let (unit, palette) = (canvas.unit, canvas.palette)
        let smallest = unit * canvas.random.pick([0.09, 0.14, 0.22])
        let gap = unit * canvas.random.pick([0.008, 0.016, 0.03])
        func fill(_ x: Double, _ y: Double, _ width: Double, _ height: Double, on canvas: inout Canvas) {
            let isSplit = max(width, height) > smallest * 2.4 || canvas.random.chance(0.35)
            let cut = canvas.random.number(0.3...0.7)
            if isSplit, max(width, height) > smallest * 1.5 {
                if width > height {
                    fill(x, y, width * cut, height, on: &canvas)
                    fill(x + width * cut, y, width * (1 - cut), height, on: &canvas)
                } else {
                    fill(x, y, width, height * cut, on: &canvas)
                    fill(x, y + height * cut, width, height * (1 - cut), on: &canvas)
                }
                return
            }
            let isAccent = canvas.random.chance(0.09)
            let color = isAccent ? palette.accent : (tones + [palette.glow])[canvas.random.integer(0...tones.count)]
            canvas.rectangle(
                x: x + gap / 2, y: y + gap / 2, width: max(1, width - gap), height: max(1, height - gap), color.color)
            areas.add(width * height, of: color)
        }
        fill(-gap, -gap, canvas.width + 2 * gap, canvas.height + 2 * gap, on: &canvas)
        return areas
    }

    private func words(for layout: Layout) -> LocalizedText {
        switch layout {
        case .lying:
            LocalizedText(
                en: "Rounded bars in rows, indented like lines of a text",
                de: "Runde Balken in Reihen, eingerückt wie Textzeilen",
                es: "Barras redondeadas en filas, como líneas de un texto",
                fr: "Barres arrondies en rangées, comme les lignes d’un texte",
                pt: "Barras arredondadas em filas, como linhas de um texto",
                it: "Barre arrotondate in file, come righe di un testo",
                nl: "Ronde balken in rijen, ingesprongen als tekstregels")
        case .standing:
            LocalizedText(
                en: "Upright bars side by side, longer and shorter by turns",
                de: "Senkrechte Balken nebeneinander, mal länger, mal kürzer",
                es: "Barras verticales contiguas, unas largas y otras cortas",
                fr: "Barres verticales côte à côte, tantôt longues, tantôt courtes",
                pt: "Barras verticais lado a lado, umas longas, outras curtas",
                it: "Barre verticali affiancate, ora lunghe ora corte",
                nl: "Staande balken naast elkaar, nu eens lang, dan weer kort")
        case .slanting:
            LocalizedText(
                en: "Rounded bars in slanting rows", de: "Runde Balken in schrägen Reihen",
                es: "Barras redondeadas en filas inclinadas", fr: "Barres arrondies en rangées obliques",
                pt: "Barras arredondadas em filas inclinadas", it: "Barre arrotondate in file oblique",
                nl: "Ronde balken in schuine rijen")
        case .blocks:
            LocalizedText(
                en: "Rectangles of many sizes that fill the picture",
                de: "Rechtecke vieler Größen, die das Bild füllen",
                es: "Rectángulos de muchos tamaños que llenan la imagen",
                fr: "Rectangles de toutes tailles qui remplissent l’image",
                pt: "Retângulos de muitos tamanhos que enchem a imagem",
                it: "Rettangoli di molte misure che riempiono l’immagine",
                nl: "Rechthoeken van allerlei maten die het beeld vullen")
        }
    }
}
