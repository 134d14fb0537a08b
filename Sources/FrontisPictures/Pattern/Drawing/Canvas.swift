/// Where a composition draws: collects SVG elements in the order in which they lie on each other.
struct Canvas {
    /// Pixels.
    let width: Double
    let height: Double
    let palette: Palette
    /// The scene's backdrop is left out.
    let isTransparent: Bool
    var random: SeededGenerator
    /// Whether left and right change places when all is drawn.
    var isMirrored = false
    private var definitions = ""
    private var elements = ""
    private var gradientCount = 0

    init(
        size: (width: Int, height: Int), palette: Palette, isTransparent: Bool, random: SeededGenerator
    ) {
        width = Double(size.width)
        height = Double(size.height)
        self.palette = palette
        self.isTransparent = isTransparent
        self.random = random
    }

    /// The measure for parts that should look the same in any shape: the shorter side, or a sixth of the longer
    /// one where the picture is a ribbon, so that their number stays bounded.
    var unit: Double { max(min(width, height), max(width, height) / 6) }

    func point(_ x: Double, _ y: Double) -> Point { Point(x * width, y * height) }

    // MARK: Paint

    enum Paint {
        case flat(Color)
        /// A colour that lets through what lies below.
        case translucent(Color, opacity: Double)
        case gradient(id: Int)
    }

    /// From one colour at the top to another at the bottom, over a part of the canvas's height in pixels.
    mutating func gradient(_ top: Color, _ bottom: Color, from start: Double = 0, to end: Double? = nil) -> Paint {
        gradient([(0, top), (1, bottom)], from: start, to: end ?? height)
    }

    mutating func gradient(_ stops: [(Double, Color)], from start: Double, to end: Double) -> Paint {
        gradientCount += 1
        definitions +=
            "<linearGradient id=\"g\(gradientCount)\" gradientUnits=\"userSpaceOnUse\" x1=\"0\" x2=\"0\" "
            + "y1=\"\(Path.decimal(start))\" y2=\"\(Path.decimal(end))\">"
        for (place, color) in stops {
            definitions += "<stop offset=\"\(Self.hundredths(place))\" stop-color=\"\(color.svg)\"/>"
        }
        definitions += "</linearGradient>"
        return .gradient(id: gradientCount)
    }

    // MARK: Shapes

    /// Covers everything, unless the background is to be transparent.
    mutating func backdrop(_ paint: Paint) {
        guard !isTransparent else { return }
        var path = Path()
        path.addRectangle(x: 0, y: 0, width: width, height: height)
        fill(path, paint)
    }

    mutating func fill(_ path: Path, _ paint: Paint, evenOdd: Bool = false) {
        elements += "<path d=\"\(path.text)\" \(attributes("fill", paint))"
        elements += evenOdd ? " fill-rule=\"evenodd\"/>" : "/>"
    }

    mutating func fill(_ path: Path, _ color: Color) { fill(path, .flat(color)) }

    mutating func stroke(_ path: Path, _ paint: Paint, width: Double, isRound: Bool = true, dash: [Double] = []) {
        elements += "<path d=\"\(path.text)\" fill=\"none\" \(attributes("stroke", paint)) "
        elements += "stroke-width=\"\(Self.hundredths(width))\""
        if isRound { elements += " stroke-linecap=\"round\" stroke-linejoin=\"round\"" }
        if !dash.isEmpty { elements += " stroke-dasharray=\"\(dash.map(Path.decimal).joined(separator: " "))\"" }
        elements += "/>"
    }

    mutating func stroke(_ path: Path, _ color: Color, width: Double) { stroke(path, .flat(color), width: width) }

    mutating func circle(_ center: Point, radius: Double, _ paint: Paint) {
        elements += "<circle cx=\"\(Path.decimal(center.x))\" cy=\"\(Path.decimal(center.y))\" "
        elements += "r=\"\(Self.hundredths(radius))\" \(attributes("fill", paint))/>"
    }

    mutating func circle(_ center: Point, radius: Double, _ color: Color) {
        circle(center, radius: radius, .flat(color))
    }

    mutating func ring(_ center: Point, radius: Double, _ paint: Paint, width: Double) {
        var path = Path()
        path.addCircle(center, radius: radius)
        stroke(path, paint, width: width)
    }

    mutating func rectangle(x: Double, y: Double, width: Double, height: Double, _ paint: Paint) {
        var path = Path()
        path.addRectangle(x: x, y: y, width: width, height: height)
        fill(path, paint)
    }

    mutating func rectangle(x: Double, y: Double, width: Double, height: Double, _ color: Color) {
        rectangle(x: x, y: y, width: width, height: height, .flat(color))
    }

    // MARK: Groups

    /// What `draw` draws, turned upside down about a horizontal line: a reflection.
    mutating func mirrored(at line: Double, opacity: Double = 1, _ draw: (inout Canvas) -> Void) {
        elements += "<g transform=\"matrix(1 0 0 -1 0 \(Path.decimal(2 * line)))\""
        elements += opacity < 1 ? " opacity=\"\(Self.hundredths(opacity))\">" : ">"
        draw(&self)
        elements += "</g>"
    }

    /// What `draw` draws, inside a path only.
    mutating func clipped(to path: Path, _ draw: (inout Canvas) -> Void) {
        gradientCount += 1
        let id = "c\(gradientCount)"
        definitions += "<clipPath id=\"\(id)\"><path d=\"\(path.text)\"/></clipPath>"
        elements += "<g clip-path=\"url(#\(id))\">"
        draw(&self)
        elements += "</g>"
    }

    enum Blend: String {
        /// As inks do on paper.
        case multiply
        /// As lights do in the dark.
        case screen
    }

    /// What `draw` draws, each part mixed with what lies below it.
    mutating func blended(_ blend: Blend, _ draw: (inout Canvas) -> Void) {
        let before = elements
        elements = ""
        draw(&self)
        let style = " style=\"mix-blend-mode:\(blend.rawValue)\"/>"
        elements = before + elements.replacing("/>", with: style)
    }

    // MARK: Result

    var svg: String {
        let (width, height) = (Path.decimal(width), Path.decimal(height))
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"\(height)\" "
            + "viewBox=\"0 0 \(width) \(height)\"><defs>\(definitions)</defs>"
            + (isMirrored ? "<g transform=\"matrix(-1 0 0 1 \(width) 0)\">\(elements)</g></svg>" : "\(elements)</svg>")
    }

    private func attributes(_ name: String, _ paint: Paint) -> String {
        switch paint {
        case .flat(let color): "\(name)=\"\(color.svg)\""
        case .translucent(let color, let opacity):
            "\(name)=\"\(color.svg)\" \(name)-opacity=\"\(Self.hundredths(opacity))\""
        case .gradient(let id): "\(name)=\"url(#g\(id))\""
        }
    }

    /// Two decimals, by integer arithmetic.
    private static func hundredths(_ number: Double) -> String {
        let value = Int((max(0, min(1e7, number)) * 100).rounded())
        let (whole, rest) = (value / 100, value % 100)
        if rest == 0 { return "\(whole)" }
        return rest % 10 == 0 ? "\(whole).\(rest / 10)" : "\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }
}
