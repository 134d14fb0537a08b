/// Nested arches like paper rainbows on a shelf, with a sun and a few stones.
struct Arches: Composition {
    let name = "arches"
    let affinities: [Topic: Int] = [
        .home: 5, .play: 4, .colorful: 4, .craft: 4, .joy: 4, .calm: 3, .love: 4, .desert: 3, .south: 3,
        .bridge: 2, .elegance: 2, .geometry: 2, .book: 2, .nostalgia: 2,
    ]

    func draw(on canvas: inout Canvas) -> Drawn {
        let (width, height, unit, palette) = (canvas.width, canvas.height, canvas.unit, canvas.palette)
        canvas.backdrop(.flat(palette.sky.color))
        let ground = height * 0.8
        let sun = canvas.point(canvas.random.pick([0.24, 0.76]), 0.27)
        let disc = palette.isDark ? palette.accent : canvas.sun
        canvas.circle(sun, radius: unit * 0.19, palette.glow.color)
        canvas.circle(sun, radius: unit * 0.115, disc.color)

        let tones =
            palette.isDark
            ? [palette.far, palette.highlight, palette.glow, palette.accent, palette.middle]
            : [palette.far, palette.near, palette.glow, palette.middle, palette.deep]
        let shelf = palette.isDark ? palette.deep.color : palette.near.color
        let count = max(3, Int((width / unit * 2.6).rounded()))
        let order = canvas.random.shuffled(Array(0..<count))
        let big = order[0]
        for index in order.reversed() {
            let center = Point(
                width * (Double(index) + 0.5 + canvas.random.number(-0.12...0.12)) / Double(count), ground)
            let radius = unit * (index == big ? 0.31 : canvas.random.number(0.15...0.235))
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
            let center = Point(canvas.random.fraction() * width, canvas.random.number(0.86...0.97) * height)
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
