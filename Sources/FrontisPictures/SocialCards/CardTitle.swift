/// A page's title made fit to be set on a picture: one line of bounded length without anything that is no text.
struct CardTitle: Sendable, Hashable {
    let text: String
    /// From Arabic, Hebrew and their like.
    let isRightToLeft: Bool

    /// More than three lines of the smallest letters can hold.
    private static let mostCharacters = 300
    /// Of one character with its marks and joiners; families of emoji have ten.
    private static let mostScalars = 16

    /// Nothing where there is no letter, digit or sign left.
    init?(_ title: String) {
        var text = ""
        var count = 0
        var isAfterBlank = true
        for character in title {
            guard count < Self.mostCharacters else { break }
            if character.unicodeScalars.contains(where: \.isBreak) {
                if !isAfterBlank { text.unicodeScalars.append(" ") }
                isAfterBlank = true
                continue
            }
            let scalars = character.unicodeScalars.filter(\.isWritten).prefix(Self.mostScalars)
            guard !scalars.isEmpty else { continue }
            text.unicodeScalars.append(contentsOf: scalars)
            isAfterBlank = false
            count += 1
        }
        while text.last == " " { text.removeLast() }
        guard text.unicodeScalars.contains(where: \.isVisible) else { return nil }
        self.text = text
        isRightToLeft = text.unicodeScalars.lazy.compactMap(\.isRightToLeft).first ?? false
    }

    /// Written before each line, so that lines of one title run one way, even one that begins with a foreign name.
    var mark: String { isRightToLeft ? "\u{200F}" : "\u{200E}" }

    /// Without the characters that hold any of `scalars`.
    func without(_ scalars: Set<Unicode.Scalar>) -> CardTitle? {
        CardTitle(String(text.filter { character in !character.unicodeScalars.contains(where: scalars.contains) }))
    }
}

extension Unicode.Scalar {
    /// Blanks, tabs and line breaks, but not what is there to hold two words together.
    fileprivate var isBreak: Bool { properties.isWhitespace && value != 0xA0 && value != 0x202F }

    /// Neither a control character, nor one that is no character, nor one that turns the direction of what follows.
    fileprivate var isWritten: Bool {
        switch properties.generalCategory {
        case .control, .surrogate, .lineSeparator, .paragraphSeparator: false
        case .format:
            // Joiners, which emoji, Persian and Indian languages need, marks of direction, soft hyphens, and what
            // flags of regions are made of.
            [0x00AD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x061C].contains(value)
                || (0xE0020...0xE007F).contains(value)
        default: !properties.isNoncharacterCodePoint
        }
    }

    /// Whether it makes ink by itself.
    fileprivate var isVisible: Bool {
        switch properties.generalCategory {
        case .format, .nonspacingMark, .enclosingMark, .spaceSeparator, .unassigned: false
        default: !properties.isDefaultIgnorableCodePoint
        }
    }

    /// Nothing for what has no direction of its own.
    fileprivate var isRightToLeft: Bool? {
        switch value {
        case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
            properties.isAlphabetic ? true : nil
        default: properties.isAlphabetic ? false : nil
        }
    }

    /// Whether a card that lacks it says something else: a picture of a train may go, a letter may not.
    var isEssential: Bool {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber:
            true
        default: false
        }
    }
}
