/// An sRGB colour.
struct Color: Hashable {
    let red: Int
    let green: Int
    let blue: Int

    /// `0xRRGGBB`
    init(_ hex: UInt32) {
        red = Int(hex >> 16 & 0xFF)
        green = Int(hex >> 8 & 0xFF)
        blue = Int(hex & 0xFF)
    }

    private init(red: Int, green: Int, blue: Int) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// `share` of the other colour, from 0 to 1.
    func mixed(with other: Color, _ share: Double) -> Color {
        let part = Int((max(0, min(1, share)) * 1024).rounded())
        func mix(_ own: Int, _ others: Int) -> Int { (own * (1024 - part) + others * part + 512) / 1024 }
        return Color(red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue))
    }

    /// Roughly how bright it looks, from 0 to 255: the weights of ITU-R BT.601.
    var luma: Int { (299 * red + 587 * green + 114 * blue) / 1000 }

    /// `#rrggbb`
    var svg: String {
        let digits = String(red << 16 | green << 8 | blue, radix: 16)
        return "#" + String(repeating: "0", count: 6 - digits.count) + digits
    }

    /// Along a line of colours: 0 is the first, 1 the last.
    static func along(_ colors: [Color], _ place: Double) -> Color {
        guard let last = colors.last, colors.count > 1 else { return colors.first ?? Color(0) }
        let scaled = max(0, min(1, place)) * Double(colors.count - 1)
        let index = Int(scaled)
        guard index < colors.count - 1 else { return last }
        return colors[index].mixed(with: colors[index + 1], scaled - Double(index))
    }
}
