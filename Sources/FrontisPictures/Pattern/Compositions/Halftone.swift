/// A sphere and a swell of printer's dots that grow with the shadow.
struct Halftone: Composition {
    let name = "halftone"
    let affinities: [Topic: Int] = [
        .code: 5, .network: 6, .music: 4, .science: 4, .book: 4, .machine: 4, .space: 2, .nostalgia: 3,
        .geometry: 2, .black: 1, .energy: 2,
    ]

    func draw(on canvas: inout Canvas) -> Drawn {
        let (width, height, unit, palette) = (canvas.width, canvas.height, canvas.unit, canvas.palette)
        canvas.backdrop(.flat(palette.sky.color))
        let center = canvas.point(canvas.random.number(0.36...0.64), canvas.random.number(0.4...0.46))
        let radius = unit * canvas.random.number(0.27...0.31)
        let disc = palette.isDark ? palette.accent : canvas.sun
        let away = canvas.random.chance(0.5) ? 1.0 : -1.0
        canvas.circle(center + Point(-away * 0.24, -0.17) * unit, radius: radius * 0.62, disc.color)
        let ink = palette.isDark ? palette.far : palette.near
        let second = palette.isDark ? palette.highlight : palette.deep
        let light = center + Point(away * 0.5, -0.55) * radius
        let step = unit * 0.0235
        let noise = NoiseField(random: &canvas.random, octaves: 2)
        var (sphere, swell) = (Path(), Path())
        for (row, y) in stride(from: -step, through: height + step, by: step * 0.87).enumerated() {
            for x in stride(from: row % 2 == 0 ? 0 : step / 2, through: width + step, by: step) {
                let place = Point(x, y)
                let distance = (place - center).length
                if distance < radius + step {
                    let shade = min(1, (place - light).length / (radius * 1.7))
                    sphere.addCircle(place, radius: step * (0.16 + 0.48 * shade * shade))
                }
                let surface = 0.74 + 0.1 * noise.value(x / unit * 1.3, 0.5)
                let depth = (y / height - surface) / (1 - surface)
                if depth > 0 {
                    swell.addCircle(place, radius: step * (0.1 + 0.5 * min(1, depth * 1.05)))
                }
            }
        }
        var rim = Path()
        rim.addCircle(center, radius: radius)
        canvas.fill(rim, palette.sky.color.mixed(with: palette.glow.color, palette.isDark ? 0.35 : 1))
        canvas.clipped(to: rim) { $0.fill(sphere, ink.color) }
        canvas.fill(swell, second.color)
        return Drawn(
            subject: LocalizedText(
                en: "Sphere and swell of halftone dots before a disc",
                de: "Kugel und Woge aus Rasterpunkten vor einer Scheibe",
                es: "Esfera y ola de puntos de trama ante un disco",
                fr: "Sphère et houle de points de trame devant un disque",
                pt: "Esfera e onda de pontos de retícula diante de um disco",
                it: "Sfera e onda di punti a retino davanti a un disco",
                nl: "Bol en golf van rasterpunten voor een schijf"),
            colors: [ink, second, disc], backdrop: [palette.sky])
    }
}
