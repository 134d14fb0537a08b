/// The `d` attribute of an SVG path, written with one decimal so that the text is the same everywhere.
struct Path {
    private(set) var text = ""

    init() {}

    /// Straight lines through all points, closed.
    init(polygon points: [Point]) {
        addPolygon(points)
    }

    /// A soft curve through all points.
    init(through points: [Point]) {
        guard let first = points.first else { return }
        move(to: first)
        curve(through: points)
    }

    /// A soft curve from the first point to the last, and then down to the bottom and back: a hill, a wave.
    init(under points: [Point], bottom: Double) {
        guard let first = points.first, let last = points.last else { return }
        move(to: Point(first.x, bottom))
        line(to: first)
        curve(through: points)
        line(to: Point(last.x, bottom))
        close()
    }

    mutating func move(to point: Point) { text += "M" + Self.pair(point) }
    mutating func line(to point: Point) { text += "L" + Self.pair(point) }
    mutating func close() { text += "Z" }

    mutating func curve(_ first: Point, _ second: Point, to point: Point) {
        text += "C" + Self.pair(first) + " " + Self.pair(second) + " " + Self.pair(point)
    }

    mutating func curve(_ control: Point, to point: Point) {
        text += "Q" + Self.pair(control) + " " + Self.pair(point)
    }

    /// Part of a circle, less than a half unless `isLarge`; clockwise on the screen if `isClockwise`.
    mutating func arc(radius: Double, to point: Point, isLarge: Bool = false, isClockwise: Bool = true) {
        let size = Self.decimal(radius)
        text += "A\(size) \(size) 0 \(isLarge ? 1 : 0) \(isClockwise ? 1 : 0) " + Self.pair(point)
    }

    mutating func addPolygon(_ points: [Point]) {
        guard let first = points.first else { return }
        move(to: first)
        for point in points.dropFirst() { line(to: point) }
        close()
    }

    mutating func addCircle(_ center: Point, radius: Double) {
        move(to: Point(center.x - radius, center.y))
        arc(radius: radius, to: Point(center.x + radius, center.y))
        arc(radius: radius, to: Point(center.x - radius, center.y))
        close()
    }

    mutating func addEllipse(_ center: Point, width: Double, height: Double) {
        let size = Self.decimal(width / 2) + " " + Self.decimal(height / 2)
        let (left, right) = (Point(center.x - width / 2, center.y), Point(center.x + width / 2, center.y))
        move(to: left)
        text += "A\(size) 0 0 1 \(Self.pair(right))A\(size) 0 0 1 \(Self.pair(left))Z"
    }

    /// A leaf, a petal, a flame: pointed at both ends, `width` across its widest part.
    mutating func addLeaf(from base: Point, to tip: Point, width: Double) {
        let along = tip - base
        let across = Point(-along.y, along.x) * (width / max(along.length, 0.001))
        let middle = base.mixed(with: tip, 0.45)
        move(to: base)
        curve(middle + across, to: tip)
        curve(middle - across, to: base)
        close()
    }

    /// The left half of `addLeaf`, as far as the midrib.
    mutating func addHalfLeaf(from base: Point, to tip: Point, width: Double) {
        let along = tip - base
        let across = Point(-along.y, along.x) * (width / max(along.length, 0.001))
        move(to: base)
        curve(base.mixed(with: tip, 0.45) + across, to: tip)
        close()
    }

    mutating func addRectangle(x: Double, y: Double, width: Double, height: Double) {
        addPolygon([Point(x, y), Point(x + width, y), Point(x + width, y + height), Point(x, y + height)])
    }

    /// A Catmull-Rom spline through the points, the first of which is where the path stands.
    mutating func curve(through points: [Point]) {
        guard points.count > 1 else { return }
        for index in 1..<points.count {
            let before = points[max(0, index - 2)]
            let start = points[index - 1]
            let end = points[index]
            let after = points[min(points.count - 1, index + 1)]
            curve(start + (end - before) * (1 / 6.0), end - (after - start) * (1 / 6.0), to: end)
        }
    }

    private static func pair(_ point: Point) -> String { decimal(point.x) + " " + decimal(point.y) }

    /// One decimal, by integer arithmetic.
    static func decimal(_ number: Double) -> String {
        let tenths = Int((max(-1e7, min(1e7, number)) * 10).rounded())
        let (whole, rest) = (abs(tenths) / 10, abs(tenths) % 10)
        return (tenths < 0 ? "-" : "") + (rest == 0 ? "\(whole)" : "\(whole).\(rest)")
    }
}
