/// A place on the canvas, in pixels from its top left corner.
struct Point: Hashable {
    var x: Double
    var y: Double

    init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }

    static func + (left: Point, right: Point) -> Point { Point(left.x + right.x, left.y + right.y) }
    static func - (left: Point, right: Point) -> Point { Point(left.x - right.x, left.y - right.y) }
    static func * (left: Point, factor: Double) -> Point { Point(left.x * factor, left.y * factor) }

    var length: Double { (x * x + y * y).squareRoot() }

    /// At a distance in a direction: 0 is to the right, a quarter turn is down.
    func moved(_ distance: Double, towards angle: Double) -> Point {
        Point(x + distance * Angle.cosine(angle), y + distance * Angle.sine(angle))
    }

    func mixed(with other: Point, _ share: Double) -> Point {
        Point(x + (other.x - x) * share, y + (other.y - y) * share)
    }
}
