/// A smooth random landscape: gradient noise after Ken Perlin, in a few octaves. Values lie about 0, mostly
/// between -0.7 and 0.7.
struct NoiseField {
    private let seed: UInt64
    private let octaves: Int
    /// Eight directions round the compass.
    private static let directions: [Point] = (0..<16).map { index in
        Point(Angle.cosine(Double(index) * .pi / 8), Angle.sine(Double(index) * .pi / 8))
    }

    init(random: inout SeededGenerator, octaves: Int = 3) {
        seed = random.next()
        self.octaves = octaves
    }

    func value(_ x: Double, _ y: Double) -> Double {
        var (sum, size, scale) = (0.0, 1.0, 1.0)
        for octave in 0..<octaves {
            sum += size * layer(x * scale + Double(octave) * 37.7, y * scale - Double(octave) * 19.3)
            size *= 0.45
            scale *= 2.1
        }
        return sum
    }

    private func layer(_ x: Double, _ y: Double) -> Double {
        let (column, row) = (x.rounded(.down), y.rounded(.down))
        let (dx, dy) = (x - column, y - row)
        func corner(_ right: Double, _ down: Double) -> Double {
            let direction = direction(Int(column + right), Int(row + down))
            return direction.x * (dx - right) + direction.y * (dy - down)
        }
        func ease(_ t: Double) -> Double { t * t * t * (t * (t * 6 - 15) + 10) }
        let top = corner(0, 0) + (corner(1, 0) - corner(0, 0)) * ease(dx)
        let bottom = corner(0, 1) + (corner(1, 1) - corner(0, 1)) * ease(dx)
        return (top + (bottom - top) * ease(dy)) * 1.4
    }

    private func direction(_ column: Int, _ row: Int) -> Point {
        var hash = seed ^ UInt64(bitPattern: Int64(column)) &* 0x9E37_79B9_7F4A_7C15
        hash = (hash ^ UInt64(bitPattern: Int64(row))) &* 0xBF58_476D_1CE4_E5B9
        hash = (hash ^ (hash >> 29)) &* 0x94D0_49BB_1331_11EB
        return Self.directions[Int((hash ^ (hash >> 32)) & 15)]
    }
}
