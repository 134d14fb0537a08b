/// The part of a picture that every crop keeps: 0 is the left or upper edge, 1 the right or lower one.
///
/// A crop is centred on it as far as the picture's edges let it, so `top` keeps the upper edge.
package struct FocalPoint: Sendable, Hashable, Codable {
    package let x: Double
    package let y: Double

    package static let center = FocalPoint(clamping: 0.5, 0.5)

    package init?(x: Double, y: Double) {
        guard (0...1).contains(x), (0...1).contains(y) else { return nil }
        self.init(clamping: x, y)
    }

    private init(clamping x: Double, _ y: Double) {
        self.x = min(1, max(0, x))
        self.y = min(1, max(0, y))
    }

    /// Reads what CSS takes for `object-position`, without lengths in pixels, as there is no one size:
    /// `30% 60%`, `25%`, `top`, `bottom left`, `center 20%`, `right 10% top 30%`. Words and percentages may stand
    /// in any order that leaves no doubt.
    package init?(_ text: String) {
        guard let parts = Self.parts(of: text) else { return nil }
        var horizontal: Double?
        var vertical: Double?
        var free: [Double] = []
        for part in parts {
            switch part {
            case .horizontal(let position):
                guard horizontal == nil else { return nil }
                horizontal = position
            case .vertical(let position):
                guard vertical == nil else { return nil }
                vertical = position
            case .either(let position): free.append(position)
            }
        }
        // What names no side takes what is left, across first.
        for position in free {
            if horizontal == nil {
                horizontal = position
            } else if vertical == nil {
                vertical = position
            } else {
                return nil
            }
        }
        self.init(clamping: horizontal ?? 0.5, vertical ?? 0.5)
    }

    private enum Part {
        case horizontal(Double)
        case vertical(Double)
        case either(Double)
    }

    /// Of three and four words, a percentage counts from the edge before it.
    private static func parts(of text: String) -> [Part]? {
        let words = text.lowercased().split(whereSeparator: \.isWhitespace)
        guard (1...4).contains(words.count) else { return nil }
        var parts: [Part] = []
        var index = words.startIndex
        while index < words.endIndex {
            let word = words[index]
            index += 1
            var inset = 0.0
            if words.count > 2, word != "center", index < words.endIndex, let offset = fraction(words[index]) {
                inset = offset
                index += 1
            }
            switch word {
            case "left": parts.append(.horizontal(inset))
            case "right": parts.append(.horizontal(1 - inset))
            case "top": parts.append(.vertical(inset))
            case "bottom": parts.append(.vertical(1 - inset))
            case "center": parts.append(.either(0.5))
            default:
                guard words.count <= 2, let position = fraction(word) else { return nil }
                parts.append(.either(position))
            }
        }
        return parts.count <= 2 ? parts : nil
    }

    private static func fraction(_ word: Substring) -> Double? {
        guard word.hasSuffix("%"), word.first?.isNumber == true,
            word.dropLast().allSatisfy({ $0.isNumber || $0 == "." }),
            let number = Double(word.dropLast()), (0...100).contains(number)
        else { return nil }
        return number / 100
    }
}

extension FocalPoint: CustomStringConvertible {
    /// As CSS takes it for `object-position`, to a tenth of a percent.
    package var description: String { "\(Self.percent(x)) \(Self.percent(y))" }

    private static func percent(_ fraction: Double) -> String {
        let tenths = Int((fraction * 1000).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)%" : "\(tenths / 10).\(tenths % 10)%"
    }
}
