import CVips
import FrontisText

/// Sets words in one font. To be used on a `TextThread`.
struct TitleWriter {
    struct Ink: Sendable, Hashable {
        /// Red, green, blue, alpha.
        var pixels: [UInt8]
        var width: Int
        var height: Int
        /// From the text's own corner.
        var left: Int
        var top: Int
    }

    /// Pango's description of the font, without a size.
    let font: String
    /// BCP 47; decides how characters look that languages share, such as Han.
    let language: String?

    init(font: String, language: String?) {
        self.font = font
        self.language = language.flatMap { tag in
            (1...35).contains(tag.utf8.count)
                && tag.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF) || $0 == 0x2D }
                ? tag : nil
        }
    }

    /// The lines one below the other, `pitch` pixels apart, white; emoji in their own colours.
    ///
    /// - Parameter size: pixels to the em.
    /// - Returns: nothing where there is no ink, as in text of blanks alone.
    func ink(_ lines: [String], size: Double, pitch: Int? = nil) -> Ink? {
        var attributes = "foreground=\"white\""
        if let language { attributes += " lang=\"\(language)\"" }
        // In 1024ths of a point, of which there are 72 to the inch here: pixels.
        if let pitch { attributes += " line_height=\"\(pitch * 1024)\"" }
        // Pango's markup is XML.
        let text = lines.map { MarkupText.escaped($0) }.joined(separator: "\n")
        let drawn = VipsPicture {
            frontis_text("<span \(attributes)>\(text)</span>", "\(font) \(Self.decimal(size))", nil, $0)
        }
        guard let drawn, let pixels = drawn.pixels() else {
            _ = Vips.takeError()
            return nil
        }
        return Ink(
            pixels: pixels, width: drawn.width, height: drawn.height,
            left: Int(frontis_image_x_offset(drawn.image)), top: Int(frontis_image_y_offset(drawn.image)))
    }

    /// How far the text moves the pen, in ems.
    func advance(_ text: String) -> Double {
        // Ink alone knows nothing of blanks: the same again between two strokes does.
        guard let wide = ink(["|" + text + "|"], size: Self.measuringSize),
            let narrow = ink(["||"], size: Self.measuringSize)
        else {
            // More than a drawing can be wide, 32,767 pixels, so that it has to be broken in any case.
            return Double(text.count)
        }
        return max(0, Double(wide.width - narrow.width)) / Self.measuringSize
    }

    /// Whether no font has the character, so that Pango would draw a box with its number.
    func isMissing(_ scalar: Unicode.Scalar, boxes: [Ink]) -> Bool {
        guard let ink = ink([String(Character(scalar))], size: Self.measuringSize) else { return false }
        return boxes.contains { $0.frame == ink.frame }
    }

    /// What Pango draws for characters that no font has, with four digits and with six.
    func boxesOfMissing() -> [Ink] {
        // Nothing has ever been assigned there.
        ["\u{0378}", "\u{10FF00}"].compactMap { ink([$0], size: Self.measuringSize) }
    }

    /// Large enough for the digits not to matter, small enough to be quick.
    private static let measuringSize = 40.0

    /// With a point and two digits, whatever the machine's language is.
    private static func decimal(_ size: Double) -> String {
        let hundredths = max(100, Int((size * 100).rounded()))
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest / 10)\(rest % 10)"
    }
}

extension TitleWriter.Ink {
    /// Place, size and the outermost pixels. What stands inside a box is a number, and differs.
    struct Frame: Hashable {
        var place: [Int]
        var edges: [UInt8]
    }

    var frame: Frame {
        var edges: [UInt8] = []
        for y in 0..<height {
            for x in 0..<width where x == 0 || y == 0 || x == width - 1 || y == height - 1 {
                edges.append(pixels[(y * width + x) * 4 + 3])
            }
        }
        return Frame(place: [left, top, width, height], edges: edges)
    }
}
