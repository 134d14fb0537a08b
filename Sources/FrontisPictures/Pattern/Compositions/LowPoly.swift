/// A mesh of triangles, coarse or fine, that catch the light of one bright place, of one side or of a band.
struct LowPoly: Composition {
    let name = "low-poly"

    /// Where the light comes from.
    private enum Light: CaseIterable {
        case center, side, band
    }

    func draw(on canvas: inout Canvas) -> Drawn {
        let (width, height, unit, palette) = (canvas.width, canvas.height, canvas.unit, canvas.palette)
        let light = canvas.random.pick(Light.allCases)
        let cell = unit / canvas.random.pick([2.4, 3.6, 5.4, 8])
        // Tall splinters, even triangles or flat ones.
        let tall = 0.87 * canvas.random.pick([0.55, 1, 1, 1.9])
        let columns = Int((width / cell).rounded(.up)) + 2
        let rows = Int((height / (cell * tall)).rounded(.up)) + 2
        var grid: [[Point]] = []
        for row in 0...rows {
            let shift = row % 2 == 0 ? 0.0 : 0.5
            grid.append(
                (0...columns).map { column in
                    Point(
                        (Double(column) - 1 + shift + canvas.random.number(-0.3...0.3)) * cell,
                        (Double(row) - 1 + canvas.random.number(-0.3...0.3)) * cell * tall)
                })
        }
        let focus = canvas.point(canvas.random.number(0.1...0.9), canvas.random.number(0.1...0.9))
        let towards = canvas.random.number(0...Angle.fullTurn)
        let reach =
            max(
                (canvas.point(0, 1) - focus).length, (canvas.point(1, 1) - focus).length,
                (canvas.point(0, 0) - focus).length, (canvas.point(1, 0) - focus).length) * 0.92
        let (middle, diagonal) = (canvas.point(0.5, 0.5), canvas.point(1, 1).length)
        /// From 0 in full light to 1 in the dark.
        func shade(_ place: Point) -> Double {
            let way = light == .side ? place - middle : place - focus
            let along = way.x * Angle.cosine(towards) + way.y * Angle.sine(towards)
            return switch light {
            case .center: way.length / reach
            case .side: 0.5 + along / (diagonal * 0.9)
            case .band: abs(along) * 1.3 / reach
            }
        }
        let ramp = [
            palette.highlight.color, palette.isDark ? palette.accent.color : palette.glow.color,
            palette.isDark ? palette.glow.color : palette.far.color, palette.middle.color, palette.near.color,
            palette.deep.color,
        ]
        let gem = min(width, height) * 0.46
        func addTriangle(_ corners: [Point], on canvas: inout Canvas) {
            let center = (corners[0] + corners[1] + corners[2]) * (1 / 3.0)
            if canvas.isTransparent, (center - canvas.point(0.5, 0.5)).length > gem { return }
            let slope = (corners[1].y - corners[0].y + corners[2].x - corners[1].x) / cell
            let place = shade(center) + 0.035 * slope + canvas.random.number(-0.085...0.085)
            let color = Color.along(ramp, 0.1 + 0.9 * place)
            let path = Path(polygon: corners)
            canvas.fill(path, color)
            // Hides the hairline that anti-aliasing leaves between neighbours.
            canvas.stroke(path, color, width: 0.8)
        }
        for row in 0..<rows {
            for column in 0..<columns {
                let (a, b) = (grid[row][column], grid[row][column + 1])
                let (c, d) = (grid[row + 1][column], grid[row + 1][column + 1])
                if row % 2 == 0 {
                    addTriangle([a, b, c], on: &canvas)
                    addTriangle([b, d, c], on: &canvas)
                } else {
                    addTriangle([a, b, d], on: &canvas)
                    addTriangle([a, d, c], on: &canvas)
                }
            }
        }
        return Drawn(
            subject: words(for: light),
            colors: palette.isDark
                ? [palette.middle, palette.accent, palette.near] : [palette.far, palette.middle, palette.near])
    }

    private func words(for light: Light) -> LocalizedText {
        switch light {
        case .center:
            LocalizedText(
                en: "Mesh of triangles round a bright spot", de: "Netz aus Dreiecken um einen hellen Fleck",
                es: "Malla de triángulos en torno a una zona clara",
                fr: "Mosaïque de triangles autour d’une zone claire",
                pt: "Malha de triângulos em volta de uma zona clara",
                it: "Maglia di triangoli attorno a una zona chiara",
                nl: "Netwerk van driehoeken rond een lichte plek")
        case .side:
            LocalizedText(
                en: "Mesh of triangles that darkens from one side to the other",
                de: "Netz aus Dreiecken, das von einer Seite zur anderen dunkler wird",
                es: "Malla de triángulos que se oscurece de un lado al otro",
                fr: "Mosaïque de triangles qui s’assombrit d’un côté à l’autre",
                pt: "Malha de triângulos que escurece de um lado ao outro",
                it: "Maglia di triangoli che si scurisce da un lato all’altro",
                nl: "Netwerk van driehoeken dat naar één kant donkerder wordt")
        case .band:
            LocalizedText(
                en: "Mesh of triangles with a bright band across it",
                de: "Netz aus Dreiecken mit einem hellen Streifen darin",
                es: "Malla de triángulos con una banda clara que la cruza",
                fr: "Mosaïque de triangles traversée d’une bande claire",
                pt: "Malha de triângulos atravessada por uma faixa clara",
                it: "Maglia di triangoli attraversata da una fascia chiara",
                nl: "Netwerk van driehoeken met een lichte baan erdoor")
        }
    }
}
