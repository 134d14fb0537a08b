/// A mesh of triangles that catch the light of one bright place.
struct LowPoly: Composition {
    let name = "low-poly"
    let affinities: [Topic: Int] = [
        .network: 5, .code: 4, .geometry: 4, .science: 3, .machine: 3, .energy: 3, .winter: 2, .mystery: 2,
        .storm: 2, .elegance: 1, .fire: 3,
    ]

    func draw(on canvas: inout Canvas) -> Drawn {
        let (width, height, unit, palette) = (canvas.width, canvas.height, canvas.unit, canvas.palette)
        let cell = unit / canvas.random.number(5.2...6.6)
        let columns = Int((width / cell).rounded(.up)) + 2
        let rows = Int((height / (cell * 0.87)).rounded(.up)) + 2
        var grid: [[Point]] = []
        for row in 0...rows {
            let shift = row % 2 == 0 ? 0.0 : 0.5
            grid.append(
                (0...columns).map { column in
                    Point(
                        (Double(column) - 1 + shift + canvas.random.number(-0.3...0.3)) * cell,
                        (Double(row) - 1 + canvas.random.number(-0.3...0.3)) * cell * 0.87)
                })
        }
        let focus = canvas.point(canvas.random.number(0.28...0.72), canvas.random.number(0.26...0.5))
        let reach =
            max(
                (canvas.point(0, 1) - focus).length, (canvas.point(1, 1) - focus).length) * 0.92
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
            let place = (center - focus).length / reach + 0.035 * slope + canvas.random.number(-0.085...0.085)
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
            subject: LocalizedText(
                en: "Mesh of triangles round a bright centre", de: "Netz aus Dreiecken um eine helle Mitte",
                es: "Malla de triángulos en torno a un centro claro",
                fr: "Mosaïque de triangles autour d’un centre clair",
                pt: "Malha de triângulos em volta de um centro claro",
                it: "Maglia di triangoli attorno a un centro chiaro",
                nl: "Netwerk van driehoeken rond een licht midden"),
            colors: palette.isDark
                ? [palette.middle, palette.accent, palette.near] : [palette.far, palette.middle, palette.near])
    }
}
