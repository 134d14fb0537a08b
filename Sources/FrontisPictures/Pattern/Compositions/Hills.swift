/// Hills behind hills in the evening or morning air, with trees on the nearer ones.
struct Hills: Composition {
    let name = "hills"
    let subjects = Lexicon.words(
        """
        hill valley countryside meadow pasture field farmland vineyard landscape forest wood woodland
        hügel tal landschaft wiese feld weinberg wald colina valle paisaje campo prado viñedo bosque
        colline vallée paysage prairie champ vigne forêt vale paisagem vinha floresta collina paesaggio
        prato vigna foresta heuvel dal landschap weide veld bos
        """)
    let affinities: [Topic: Int] = [
        .hill: 7, .field: 5, .fog: 4, .village: 6, .south: 2, .forest: 3, .road: 3, .morning: 3, .evening: 3,
        .calm: 2, .spring: 2, .autumn: 2, .nostalgia: 1, .home: 3, .garden: 1, .animal: 1, .travel: 1, .mountain: 1,
    ]

    func draw(on canvas: inout Canvas) -> Drawn {
        let (width, height, unit, palette) = (canvas.width, canvas.height, canvas.unit, canvas.palette)
        canvas.sky(downTo: 0.62)
        let side = canvas.random.chance(0.5) ? 0.32 : 0.68
        canvas.starsAtNight(Int(width * height / (unit * unit) * 60), above: height * 0.5)
        canvas.celestialBody(
            at: canvas.point(side + canvas.random.number(-0.16...0.1), canvas.random.number(0.18...0.38)),
            radius: unit * canvas.random.number(0.07...0.16))
        canvas.someClouds()
        canvas.birds(
            5, about: canvas.point(1 - side, 0.24), palette.isDark ? palette.highlight.color : palette.near.color)

        let count = 7
        let colors = palette.depth(count)
        for layer in 0..<count {
            let near = Double(layer) / Double(count - 1)
            let line = height * (0.47 + 0.45 * near)
            let outline = canvas.ridge(
                at: line, relief: unit * (0.05 + 0.045 * near), waves: canvas.random.number(0.8...1.25))
            let color = colors[layer]
            if layer >= 3 { plant(on: &canvas, along: outline, near: near, color) }
            canvas.fill(
                Path(under: outline, bottom: height + 9),
                canvas.gradient(
                    color, color.mixed(with: palette.glow.color, 0.34 * (1 - near * 0.8)), from: line - unit * 0.08,
                    to: line + unit * 0.2))
            if layer == 4 { drawHouse(on: &canvas, on: outline, at: width * (1 - side)) }
        }
        let subject =
            canvas.isNight
            ? LocalizedText(
                en: "Layered hills with a lit house under a full moon",
                de: "Hügelketten mit einem hellen Haus unter dem Vollmond",
                es: "Colinas con una casa iluminada bajo la luna llena",
                fr: "Collines et maison éclairée sous la pleine lune",
                pt: "Colinas com uma casa iluminada sob a lua cheia",
                it: "Colline con una casa illuminata sotto la luna piena",
                nl: "Heuvels met een verlicht huis onder de volle maan")
            : LocalizedText(
                en: "Layered hills with trees and a small house under the sun",
                de: "Hügelketten mit Bäumen und kleinem Haus unter der Sonne",
                es: "Colinas con árboles y una casita bajo el sol",
                fr: "Collines, arbres et petite maison sous le soleil",
                pt: "Colinas com árvores e uma casinha sob o sol",
                it: "Colline con alberi e una casetta sotto il sole",
                nl: "Heuvels met bomen en een huisje onder de zon")
        return Drawn(subject: subject, colors: [palette.middle, palette.near, canvas.disc], backdrop: [canvas.air])
    }

    private func plant(on canvas: inout Canvas, along outline: [Point], near: Double, _ color: Color) {
        var path = Path()
        let groups = max(1, Int((canvas.width / canvas.unit * 1.6).rounded()))
        for _ in 0..<groups {
            let center = canvas.random.fraction() * canvas.width
            for _ in 0..<canvas.random.integer(3...6) {
                let x = center + canvas.random.number(-0.085...0.085) * canvas.unit
                let foot = Point(x, canvas.level(of: outline, at: x) + canvas.unit * 0.008)
                let size = canvas.unit * (0.035 + 0.055 * near * near) * canvas.random.number(0.75...1.25)
                Canvas.addFir(to: &path, at: foot, height: size)
            }
        }
        canvas.fill(path, color)
    }

    private func drawHouse(on canvas: inout Canvas, on outline: [Point], at x: Double) {
        let size = canvas.unit * 0.028
        let palette = canvas.palette
        let foot = Point(x, canvas.level(of: outline, at: x) + size * 0.5)
        canvas.rectangle(
            x: foot.x - size, y: foot.y - size * 1.3, width: size * 2, height: size * 1.5,
            palette.isDark ? palette.far.color : palette.highlight.color)
        canvas.fill(
            Path(polygon: [
                foot + Point(-size * 1.3, -size * 1.2), foot + Point(-size * 0.8, -size * 2.1),
                foot + Point(size * 0.8, -size * 2.1), foot + Point(size * 1.3, -size * 1.2),
            ]), palette.isDark ? palette.deep.color : canvas.sun.color)
        let lamp = canvas.sun == palette.accent ? palette.accent : palette.highlight
        let window = palette.isDark ? lamp.color : palette.near.color
        for offset in [-0.6, 0.15] {
            canvas.rectangle(
                x: foot.x + size * offset, y: foot.y - size * 0.9, width: size * 0.45, height: size * 0.5, window)
        }
    }
}
