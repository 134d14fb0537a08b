import CVips

/// The colour that stands in for a picture until it is loaded.
package enum PictureColors {
    /// The colour that most of a picture has, as `#rrggbb`; nothing where all of it is transparent.
    ///
    /// The picture is made small, its pixels are counted in boxes of the colour cube, and the fullest
    /// neighbourhood of boxes gives the mean of its own pixels. So it is a colour that is there, and not a mud of all
    /// of them; strong colours win against greys that are about as frequent. Throws `notDrawn`.
    static func dominant(_ picture: borrowing VipsPicture) throws(PictureError) -> String? {
        guard let pixels = sample(of: picture) else { throw .notDrawn(Vips.takeError()) }
        let colors = stride(from: 0, to: pixels.count, by: 4).filter { pixels[$0 + 3] >= 128 }.map {
            Sample(red: Int(pixels[$0]), green: Int(pixels[$0 + 1]), blue: Int(pixels[$0 + 2]))
        }
        return dominant(of: colors)?.hex
    }

    struct Sample: Hashable {
        var red: Int
        var green: Int
        var blue: Int

        /// From 0 for greys to 1.
        var strength: Double { Double(max(red, green, blue) - min(red, green, blue)) / 255 }
        var hex: String {
            "#" + [red, green, blue].map { String($0 + 0x100, radix: 16).dropFirst() }.joined()
        }
    }

    static func dominant(of colors: [Sample]) -> Sample? {
        var boxes = [Box](repeating: Box(), count: side * side * side)
        for color in colors { boxes[index(of: color)].add(color) }
        // Colours that sit on the border of two boxes are one colour: each box is judged with its neighbours.
        var best: (score: Double, index: Int)?
        for index in boxes.indices where boxes[index].count > 0 {
            let around = boxes[index].count * 2 + neighbours(of: index).reduce(0) { $0 + boxes[$1].count }
            let score = Double(around) * (1 + boxes[index].mean.strength / 2)
            if score > best?.score ?? 0 { best = (score, index) }
        }
        guard let best else { return nil }
        var winner = boxes[best.index]
        for index in neighbours(of: best.index) { winner.add(boxes[index]) }
        return winner.mean
    }

    /// Boxes along each edge of the colour cube.
    private static let side = 16

    private struct Box {
        var count = 0
        var red = 0
        var green = 0
        var blue = 0

        mutating func add(_ color: Sample) {
            count += 1
            red += color.red
            green += color.green
            blue += color.blue
        }

        mutating func add(_ other: Box) {
            count += other.count
            red += other.red
            green += other.green
            blue += other.blue
        }

        var mean: Sample {
            let half = count / 2
            return Sample(red: (red + half) / count, green: (green + half) / count, blue: (blue + half) / count)
        }
    }

    private static func index(of color: Sample) -> Int {
        let width = 256 / side
        return (color.red / width * side + color.green / width) * side + color.blue / width
    }

    /// Those that share a face.
    private static func neighbours(of index: Int) -> [Int] {
        let place = [index / (side * side), index / side % side, index % side]
        let steps = [side * side, side, 1]
        return (0..<3).flatMap { axis in
            [-1, 1].compactMap { (0..<side).contains(place[axis] + $0) ? index + $0 * steps[axis] : nil }
        }
    }

    /// Pixels along the longer side of what is counted.
    private static let sampleSide = 64

    /// Red, green, blue, alpha.
    private static func sample(of picture: borrowing VipsPicture) -> [UInt8]? {
        let size = small(picture, longest: sampleSide)
        guard let srgb = picture.inSRGB(), let small = srgb.resized(toExactly: size.width, size.height),
            let pixels = small.pixels()
        else { return nil }
        guard small.bands == 3 else { return small.bands == 4 ? pixels : nil }
        var opaque: [UInt8] = []
        for index in stride(from: 0, to: pixels.count, by: 3) { opaque += pixels[index..<index + 3] + [255] }
        return opaque
    }

    /// Scaled down, never up.
    static func small(_ picture: borrowing VipsPicture, longest: Int) -> (width: Int, height: Int) {
        let factor = min(1, Double(longest) / Double(max(picture.width, picture.height)))
        func scaled(_ side: Int) -> Int { max(1, Int((Double(side) * factor).rounded())) }
        return (scaled(picture.width), scaled(picture.height))
    }
}
