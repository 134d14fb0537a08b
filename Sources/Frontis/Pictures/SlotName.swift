/// How a picture is called within its page. Printed and read as it stands in the lock, in messages and on the command
/// line; nothing decides by the printed form.
public enum SlotName: Sendable, Hashable, Codable, CustomStringConvertible {
    /// The page's own picture: `ai-image`, or a file that the front matter names.
    case hero
    /// A key of `ai-images`.
    case named(String)
    /// A prompt in the text, by the beginning of its recipe's digest: `ai-0123abcd`.
    case inline(String)
    /// A prompt in the text, by its words, as the page shows it; such a name stands in no file.
    case words(String)
    /// A file of the site's own, by the address as the page writes it. It has a place and words, and is never made.
    case file(String)
    /// What is shown in the place of another in dark mode: `hero.dark`.
    indirect case dark(SlotName)

    private static let inlinePrefix = "ai-"
    private static let wordsPrefix = "ai:"
    private static let darkSuffix = ".dark"

    /// What a page calls a picture: a name of `ai-images`, or the page's own.
    package init(given name: String) {
        self = name == "hero" ? .hero : .named(name)
    }

    /// Reads the form that is printed. An author's name has no dot and does not begin with `ai-`; a file's has a dot.
    public init(_ text: String) {
        if text.hasSuffix(Self.darkSuffix), text.utf8.count > Self.darkSuffix.utf8.count {
            self = .dark(SlotName(String(text.dropLast(Self.darkSuffix.count))))
        } else if text.hasPrefix(Self.wordsPrefix) {
            self = .words(String(text.dropFirst(Self.wordsPrefix.count)))
        } else if text.utf8.contains(UInt8(ascii: ".")) {
            self = .file(text)
        } else if text.hasPrefix(Self.inlinePrefix) {
            self = .inline(String(text.dropFirst(Self.inlinePrefix.count)))
        } else {
            self.init(given: text)
        }
    }

    /// The form that is read and printed.
    public var description: String {
        switch self {
        case .hero: "hero"
        case .named(let name), .file(let name): name
        case .inline(let digits): Self.inlinePrefix + digits
        case .words(let words): Self.wordsPrefix + words
        case .dark(let light): light.description + Self.darkSuffix
        }
    }

    package var isInline: Bool { if case .inline = self { true } else { false } }
    package var isWords: Bool { if case .words = self { true } else { false } }
    package var isFile: Bool { if case .file = self { true } else { false } }

    /// Whether an author may call a picture so.
    package static func isGivable(_ name: String) -> Bool {
        guard !name.isEmpty, name != "hero", !name.hasPrefix(inlinePrefix) else { return false }
        return name.unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "-" || $0 == "_"
        }
    }
}
