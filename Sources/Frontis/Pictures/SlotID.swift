/// Names a slot: the page, and the slot's name within it, `posts/night-train.md#hero`.
public struct SlotID: Sendable, Hashable, Codable, Comparable, CustomStringConvertible {
    /// The page, or whoever else asks.
    public var source: SourceID
    /// Its name within the page.
    public var name: SlotName

    /// A slot of a page.
    public init(source: SourceID, name: SlotName) {
        self.source = source
        self.name = name
    }

    /// The slot of the dark companion: `posts/night-train.md#hero.dark`.
    package var dark: SlotID { SlotID(source: source, name: .dark(name)) }

    /// Reads the form that is kept; the last `#` divides.
    public init?(_ text: String) {
        guard let mark = text.lastIndex(of: "#"), mark != text.startIndex, text.index(after: mark) != text.endIndex
        else { return nil }
        self.init(
            source: SourceID(text: text[..<mark]), name: SlotName(String(text[text.index(after: mark)...])))
    }

    /// The form that is kept and read again.
    package var text: String { "\(source.text)#\(name)" }

    /// The form that people read and write. An order has one picture, and a name for that.
    public var description: String {
        if case .order(let picture) = source, name == .hero { picture } else { "\(source)#\(name)" }
    }

    /// By what is kept.
    public static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}
