/// Large discs that overlap like printed inks, with rings between them.
struct Discs: Composition {
    let name = "discs"
    let affinities: [Topic: Int] = [
        .geometry: 4, .music: 3, .play: 4, .joy: 3, .colorful: 4, .calm: 2, .food: 3, .love: 2, .elegance: 2,
        .drink: 3, .science: 1, .bright: 1,
    ]

    func draw(on canvas: inout Canvas) -> Drawn {
        let (unit, palette) = (canvas.unit, canvas.palette)
        canvas.backdrop(.flat(palette.sky.color))
        let isWide = canvas.width >= canvas.height
        let length = max(canvas.width, canvas.height)
        let count = max(7, Int((length / unit * 5).rounded()))
        let sizes = [0.29, 0.12, 0.21, 0.075, 0.25, 0.15, 0.1]
        let offset = canvas.random.integer(0...sizes.count - 1)
        let phase = canvas.random.number(0...Angle.fullTurn)
        let tones = canvas.random.shuffled(
            palette.isDark
                ? [palette.far, palette.glow, palette.middle, palette.accent]
                : [palette.far, palette.middle, palette.near, palette.accent])
        var discs: [(center: Point, radius: Double)] = []
        for index in 0..<count {
            let along = 0.06 + 0.88 * (Double(index) + 0.5 + canvas.random.number(-0.25...0.25)) / Double(count)
            let across =
                0.5 + 0.19 * Angle.sine(along * Angle.fullTurn * 1.2 + phase) + canvas.random.number(-0.08...0.08)
            let center = isWide ? canvas.point(along, across) : canvas.point(across, along)
            let size = sizes[(index + offset) % sizes.count] * canvas.random.number(0.9...1.12)
            discs.append((center, unit * size))
        }
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
        for (index, disc) in discs.enumerated() where index % 3 == 1 {
            for ring in 1...3 {
                canvas.ring(
                    disc.center, radius: disc.radius + unit * 0.022 * Double(ring),
                    .flat(palette.isDark ? palette.highlight.color : palette.deep.color), width: unit * 0.0032)
            }
        }
        for (index, disc) in discs.enumerated() where index % 3 == 0 {
            canvas.circle(disc.center, radius: disc.radius * 0.09, palette.highlight.color)
        }
        func area(_ tone: Palette.Swatch) -> Double {
            discs.enumerated().reduce(0) { sum, disc in
                sum + (tones[disc.offset % tones.count] == tone ? disc.element.radius * disc.element.radius : 0)
            }
        }
        let byArea = tones.sorted { area($0) > area($1) }
        return Drawn(
            subject: LocalizedText(
                en: "Overlapping translucent discs and fine rings", de: "Durchscheinende Kreise und feine Ringe",
                es: "Discos translúcidos superpuestos y anillos finos",
                fr: "Disques translucides superposés et fins anneaux",
                pt: "Discos translúcidos sobrepostos e anéis finos",
                it: "Dischi traslucidi sovrapposti e anelli sottili",
                nl: "Overlappende doorschijnende schijven en fijne ringen"),
            colors: byArea, backdrop: [palette.sky])
    }
}
