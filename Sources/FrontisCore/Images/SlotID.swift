/// Names a slot: the page's path under `content/` and the slot's name, `posts/night-train.md#hero`.
package struct SlotID: Sendable, Hashable, Comparable, CustomStringConvertible {
    package var source: String
    package var name: SlotName

    package init(source: String, name: SlotName) {
        self.source = source
        self.name = name
    }

    /// The slot of the dark companion: `posts/night-train.md#hero.dark`.
    package var dark: SlotID { SlotID(source: source, name: .dark(name)) }

    /// Reads the form that is printed; the last `#` divides.
    package init?(_ text: String) {
        guard let mark = text.lastIndex(of: "#"), mark != text.startIndex, text.index(after: mark) != text.endIndex
        else { return nil }
        self.init(source: String(text[..<mark]), name: SlotName(String(text[text.index(after: mark)...])))
    }

    package var description: String { "\(source)#\(name)" }
    package static func < (left: Self, right: Self) -> Bool { left.description < right.description }
}
