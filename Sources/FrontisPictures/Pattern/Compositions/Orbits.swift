/// Planets on their orbits round a sun that is partly out of the picture.
struct Orbits: Composition {
    let name = "orbits"
    let subjects = Lexicon.words(
        """
        planet orbit galaxy cosmos universe saturn jupiter planeten weltall weltraum umlaufbahn galaxie
        sonnensystem planeta órbita galaxia universo planète orbite espace galaxie univers galáxia
        pianeta orbita galassia planeet heelal ruimte space
        """)
    let affinities: [Topic: Int] = [
        .space: 10, .science: 5, .stars: 2, .mystery: 1, .energy: 1, .network: 2, .play: 1,
    ]

    func draw(on canvas: inout Canvas) -> Drawn {
        let (width, height, unit, palette) = (canvas.width, canvas.height, canvas.unit, canvas.palette)
        let sky = palette.isDark ? palette.sky : palette.deep
        let line = palette.isDark ? palette.glow : palette.near
        canvas.backdrop(.flat(sky.color))
        canvas.stars(Int(width * height / (unit * unit) * 90), above: height)
        let corner = canvas.random.pick([(0.08, 0.95), (0.92, 0.95), (0.06, 0.1), (0.94, 0.1)])
        let sun = canvas.point(corner.0, corner.1)
        let body = palette.isDark ? palette.accent : canvas.sun
        let middle = canvas.point(0.5, 0.5) - sun
        let aim = direction(of: middle)
        let reach = (canvas.point(1 - corner.0.rounded(), 1 - corner.1.rounded()) - sun).length
        canvas.circle(sun, radius: unit * 0.31, .translucent(body.color, opacity: 0.16))
        canvas.circle(sun, radius: unit * 0.255, .translucent(body.color, opacity: 0.25))
        canvas.circle(sun, radius: unit * 0.2, body.color)

        let count = max(5, Int((reach / unit * 3.4).rounded()))
        let tones = [palette.far, palette.glow, palette.highlight, palette.middle].filter {
            abs($0.color.luma - sky.color.luma) > 24
        }
        let ringed = canvas.random.integer(count / 2...count - 1)
        for orbit in 0..<count {
            let radius = unit * 0.36 + (reach - unit * 0.42) * Double(orbit) / Double(count)
            canvas.ring(sun, radius: radius, .translucent(line.color, opacity: 0.75), width: unit * 0.0026)
            let size = unit * canvas.random.number(0.03...0.066) * (orbit == ringed ? 1.7 : 1)
            // Most of an outer orbit is out of the picture.
            let places = (0..<12).map { _ in sun.moved(radius, towards: aim + canvas.random.number(-0.75...0.75)) }
            let margin = size * 1.6
            guard
                let place = places.first(where: {
                    $0.x > margin && $0.x < width - margin && $0.y > margin && $0.y < height - margin
                })
            else { continue }
            let tone = tones[orbit % tones.count].color
            drawPlanet(on: &canvas, at: place, radius: size, tone, sky.color, isRinged: orbit == ringed)
            if canvas.random.chance(0.4) {
                canvas.circle(
                    place.moved(size * 1.9, towards: canvas.random.number(0...Angle.fullTurn)), radius: size * 0.2,
                    palette.highlight.color)
            }
        }
        return Drawn(
            subject: LocalizedText(
                en: "Planets on orbits round a large sun", de: "Planeten auf Umlaufbahnen um eine große Sonne",
                es: "Planetas en órbita alrededor de un gran sol", fr: "Planètes en orbite autour d’un grand soleil",
                pt: "Planetas em órbita à volta de um grande sol", it: "Pianeti in orbita attorno a un grande sole",
                nl: "Planeten in een baan om een grote zon"),
            colors: [body, tones[0]], backdrop: [sky])
    }

    /// The angle at which a way leads, found by halving.
    private func direction(of way: Point) -> Double {
        var (low, high) = (0.0, Double.pi)
        let target = way.x / max(way.length, 0.001)
        for _ in 0..<40 {
            let middle = (low + high) / 2
            if Angle.cosine(middle) > target { low = middle } else { high = middle }
        }
        return way.y < 0 ? -low : low
    }

    private func drawPlanet(
        on canvas: inout Canvas, at center: Point, radius: Double, _ color: Color, _ sky: Color, isRinged: Bool
    ) {
        if !canvas.isTransparent { canvas.circle(center, radius: radius * 1.35, sky) }
        canvas.circle(center, radius: radius, color)
        var disc = Path()
        disc.addCircle(center, radius: radius)
        let shade = color.mixed(with: sky, 0.35)
        let isBanded = canvas.random.chance(0.5)
        canvas.clipped(to: disc) { canvas in
            if isBanded {
                for (y, tall) in [(-0.45, 0.16), (0.05, 0.26), (0.55, 0.14)] {
                    canvas.rectangle(
                        x: center.x - radius, y: center.y + y * radius, width: radius * 2, height: tall * radius,
                        .translucent(sky, opacity: 0.22))
                }
            }
            var night = Path()
            night.addCircle(center, radius: radius * 1.3)
            night.addCircle(center + Point(-0.35, -0.3) * radius, radius: radius * 1.12)
            canvas.fill(night, .translucent(shade, opacity: 0.85), evenOdd: true)
        }
        guard isRinged else { return }
        var ring = Path()
        ring.move(to: center + Point(-radius * 0.99, radius * 0.02))
        ring.curve(
            center + Point(-radius * 2.6, radius * 0.75), center + Point(radius * 1.4, radius * 0.25),
            to: center + Point(radius * 0.97, -radius * 0.22))
        ring.curve(
            center + Point(radius * 2.7, -radius * 0.85), center + Point(-radius * 0.1, radius * 0.95),
            to: center + Point(-radius * 1.7, radius * 0.62))
        canvas.stroke(ring, canvas.palette.highlight.color, width: radius * 0.1)
    }
}
