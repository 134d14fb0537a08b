/// Traces where a field crosses a level: marching squares, joined into closed loops. What lies outside the grid
/// counts as low, so every loop encloses high ground.
struct Isolines {
    private let columns: Int
    private let rows: Int
    private let step: Double
    private let values: [Double]

    /// Samples the field every `step` pixels, one step beyond the canvas on all sides.
    init(width: Double, height: Double, step: Double, field: (Point) -> Double) {
        self.step = step
        columns = Int((width / step).rounded(.up)) + 5
        rows = Int((height / step).rounded(.up)) + 5
        var values: [Double] = []
        values.reserveCapacity(columns * rows)
        for row in 0..<rows {
            for column in 0..<columns {
                let isRim = row == 0 || column == 0 || row == rows - 1 || column == columns - 1
                let place = Point(Double(column - 2) * step, Double(row - 2) * step)
                values.append(isRim ? -1e3 : field(place))
            }
        }
        self.values = values
    }

    /// Loops round all ground above a level, corners cut once.
    func loops(above level: Double) -> [[Point]] {
        // A crossing lies on an edge of the grid: first all horizontal edges, then all vertical ones.
        let verticals = columns * rows
        var next = [Int](repeating: -1, count: 2 * verticals)
        for row in 0..<rows - 1 {
            for column in 0..<columns - 1 {
                let index = row * columns + column
                let corners = [index, index + 1, index + columns + 1, index + columns]
                var kind = 0
                for (bit, corner) in corners.enumerated() where values[corner] > level { kind |= 1 << bit }
                guard kind != 0, kind != 15 else { continue }
                let edges = [index, verticals + index + 1, index + columns, verticals + index]
                let middle = corners.reduce(0) { $0 + values[$1] } / 4
                for (from, to) in Self.segments(kind, middleIsHigh: middle > level) { next[edges[from]] = edges[to] }
            }
        }
        var loops: [[Point]] = []
        for start in next.indices where next[start] >= 0 {
            var loop: [Point] = []
            var edge = start
            while next[edge] >= 0 {
                loop.append(crossing(edge, level))
                let following = next[edge]
                next[edge] = -1
                edge = following
            }
            if loop.count > 3 { loops.append(Self.smoothed(loop)) }
        }
        return loops
    }

    /// Which of a cell's edges (0 top, 1 right, 2 bottom, 3 left) are joined, high ground on the left hand.
    private static func segments(_ kind: Int, middleIsHigh: Bool) -> [(Int, Int)] {
        switch kind {
        case 1: [(3, 0)]
        case 2: [(0, 1)]
        case 3: [(3, 1)]
        case 4: [(1, 2)]
        case 5: middleIsHigh ? [(1, 0), (3, 2)] : [(3, 0), (1, 2)]
        case 6: [(0, 2)]
        case 7: [(3, 2)]
        case 8: [(2, 3)]
        case 9: [(2, 0)]
        case 10: middleIsHigh ? [(0, 3), (2, 1)] : [(0, 1), (2, 3)]
        case 11: [(2, 1)]
        case 12: [(1, 3)]
        case 13: [(1, 0)]
        default: [(0, 3)]
        }
    }

    private func crossing(_ edge: Int, _ level: Double) -> Point {
        let isVertical = edge >= columns * rows
        let start = isVertical ? edge - columns * rows : edge
        let end = start + (isVertical ? columns : 1)
        // The rim is a cliff; the middle of its edges is as good a place as any.
        let isCliff = min(values[start], values[end]) < -100
        let share = isCliff ? 0.5 : (level - values[start]) / (values[end] - values[start])
        let origin = Point(Double(start % columns - 2) * step, Double(start / columns - 2) * step)
        return isVertical ? Point(origin.x, origin.y + share * step) : Point(origin.x + share * step, origin.y)
    }

    /// Chaikin's corner cutting, once round.
    private static func smoothed(_ loop: [Point]) -> [Point] {
        loop.indices.flatMap { index in
            let (start, end) = (loop[index], loop[(index + 1) % loop.count])
            return [start.mixed(with: end, 0.25), start.mixed(with: end, 0.75)]
        }
    }
}
