/// Sine and cosine made of additions and multiplications, whose results IEEE 754 fixes to the last bit. Those of
/// the system's C library may differ between machines, and so would the bytes of a picture.
enum Angle {
    static let fullTurn = 2 * Double.pi

    static func sine(_ radians: Double) -> Double {
        var angle = radians - fullTurn * (radians / fullTurn).rounded()
        if angle > .pi / 2 { angle = .pi - angle }
        if angle < -.pi / 2 { angle = -.pi - angle }
        let square = angle * angle
        var term = angle
        var sum = angle
        for index in 1...8 {
            term *= -square / Double(2 * index * (2 * index + 1))
            sum += term
        }
        return sum
    }

    static func cosine(_ radians: Double) -> Double { sine(radians + .pi / 2) }
}
