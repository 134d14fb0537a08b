/// Breaks a title into lines and chooses how large it is set. Pure: what words measure is told from outside.
struct TitleLayout: Sendable, Hashable {
    var lines: [String]
    /// Pixels to the em.
    var size: Double
    /// Whether the end did not fit, and dots stand for it.
    var isCut: Bool

    /// How many lines may be used at which sizes, the preferred first: a short title is large, a long one rather
    /// takes a third line than small letters.
    private static let steps: [(lines: Int, sizes: [Double])] = [
        (1, [84, 78, 72, 68]), (2, [84, 78, 72, 66, 60]), (3, [66, 60, 56, 52, 48, 44]),
    ]
    static let smallest = 44.0
    static let mostLines = 3
    static let ellipsis = "…"

    /// - Parameters:
    ///   - width: pixels that a line may take.
    ///   - advance: how far a text moves the pen, in ems.
    init(_ text: String, width: Double, advance: (String) -> Double) {
        let pieces = TitlePieces(text, advance: advance)
        for step in Self.steps {
            for size in step.sizes {
                if let lines = pieces.balanced(lines: step.lines, width: width / size) {
                    self.init(lines: lines, size: size, isCut: false)
                    return
                }
            }
        }
        // Words that are longer than a line, or too many of them.
        let broken = pieces.broken(to: width / Self.smallest, advance: advance)
        if let lines = broken.balanced(lines: Self.mostLines, width: width / Self.smallest) {
            self.init(lines: lines, size: Self.smallest, isCut: false)
        } else {
            let lines = broken.cut(
                lines: Self.mostLines, width: width / Self.smallest, ellipsis: Self.ellipsis,
                ellipsisWidth: advance(Self.ellipsis))
            self.init(lines: lines, size: Self.smallest, isCut: true)
        }
    }

    init(lines: [String], size: Double, isCut: Bool) {
        self.lines = lines
        self.size = size
        self.isCut = isCut
    }

    /// Pixels from one line to the next.
    var pitch: Int { Int((size * 1.18).rounded()) }
}
