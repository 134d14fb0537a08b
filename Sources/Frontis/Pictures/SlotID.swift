/// Names a slot: the page's path under `content/` and the slot's name, `posts/night-train.md#hero`.
public struct SlotID: Sendable, Hashable, Codable, Comparable, CustomStringConvertible {
    /// The page's path under `content/`.
    public var source: String
    /// Its name within the page.
    public var name: SlotName

    /// A slot of a page.
    public init(source: String, name: SlotName) {
        self.source = source
        self.name = name
    }

    /// The slot of the dark companion: `posts/night-train.md#hero.dark`.
    package var dark: SlotID { SlotID(source: source, name: .dark(name)) }

    /// Reads the form that is printed; the last `#` divides.
    public init?(_ text: String) {
        guard let mark = text.lastIndex(of: "#"), mark != text.startIndex, text.index(after: mark) != text.endIndex
        else { return nil }
        self.init(source: String(text[..<mark]), name: SlotName(String(text[text.index(after: mark)...])))
    }

    /// The form that is read and printed.
    public var description: String { "\(source)#\(name)" }
    /// By what is printed.
    public static func < (left: Self, right: Self) -> Bool { left.description < right.description }
}
