/// Width to height, reduced: `3:2`.
package struct Aspect: Sendable, Hashable, Codable, CustomStringConvertible {
    package let width: Int
    package let height: Int

    package init?(width: Int, height: Int) {
        guard (1...10000).contains(width), (1...10000).contains(height) else { return nil }
        var (divisor, rest) = (width, height)
        while rest != 0 { (divisor, rest) = (rest, divisor % rest) }
        self.width = width / divisor
        self.height = height / divisor
    }

    /// Reads `16:9`, `16/9` and `16x9`.
    package init?(_ text: String) {
        guard let (width, height) = PictureSize.pair(text, separators: ":/xX") else { return nil }
        self.init(width: width, height: height)
    }

    /// The default of `images.aspect`.
    package static let standard = Aspect(reduced: 3, 2)

    private init(reduced width: Int, _ height: Int) {
        self.width = width
        self.height = height
    }

    package var ratio: Double { Double(width) / Double(height) }
    package var description: String { "\(width):\(height)" }
}

/// In pixels.
package struct PictureSize: Sendable, Hashable, Codable, CustomStringConvertible {
    package let width: Int
    package let height: Int

    package init?(width: Int, height: Int) {
        guard (1...16384).contains(width), (1...16384).contains(height) else { return nil }
        self.width = width
        self.height = height
    }

    /// Reads `1536x864`.
    package init?(_ text: String) {
        guard let (width, height) = Self.pair(text, separators: "xX×") else { return nil }
        self.init(width: width, height: height)
    }

    package var pixels: Int { width * height }
    package var ratio: Double { Double(width) / Double(height) }
    package var description: String { "\(width)x\(height)" }

    static func pair(_ text: String, separators: String) -> (Int, Int)? {
        let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) { separators.contains($0) }
        guard parts.count == 2 else { return nil }
        let numbers = parts.map { part in Int(part.filter { $0 != " " }) }
        guard let width = numbers[0], let height = numbers[1] else { return nil }
        return (width, height)
    }
}

/// What the author fixed: the proportion, or the very pixels.
package enum PictureShape: Sendable, Hashable, Codable {
    case aspect(Aspect)
    case size(PictureSize)

    package var ratio: Double {
        switch self {
        case .aspect(let aspect): aspect.ratio
        case .size(let size): size.ratio
        }
    }
}
