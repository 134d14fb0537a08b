/// Sorts a template's text, between its tags, into what is shown and what is layout of the template itself: a
/// line that holds nothing but a tag for sections, partials or comments vanishes with its blanks and its end.
///
/// There is one for each open section. The rules are swift-mustache's to the byte, its odd ones included: after
/// a section the line counts as begun exactly if the section's opening tag did not stand alone.
struct TemplateLines {
    /// Shown text that no node holds yet.
    private(set) var text: [UInt8] = []
    /// Blanks that begin the line, whose fate the next tag decides.
    private(set) var blanks: Range<Int> = 0..<0
    private(set) var isAtLineStart = true
    /// Whether this is inside a block that fills a parent's; such a block loses the indentation of its first line.
    private var isFilling = false
    private var isParent = false
    private var lostIndentation: Int?

    /// For the inside of a section or block.
    func opening(standingAlone: Bool) -> Self {
        var inner = self
        inner.text = []
        inner.blanks = 0..<0
        inner.isAtLineStart = standingAlone
        inner.isParent = false
        return inner
    }

    /// For the inside of `{{<x}}`.
    func openingParent() -> Self {
        var inner = opening(standingAlone: true)
        inner.isFilling = true
        inner.isParent = true
        return inner
    }

    /// Takes in the text up to the next tag or the end.
    mutating func read(_ range: Range<Int>, of bytes: [UInt8]) {
        var position = range.lowerBound
        while true {
            if isAtLineStart { readBlanks(from: &position, to: range.upperBound, of: bytes) }
            guard let newline = bytes[position..<range.upperBound].firstIndex(of: UInt8(ascii: "\n")) else { break }
            showBlanks(of: bytes)
            text += bytes[position...newline]
            position = newline + 1
            isAtLineStart = true
        }
        guard position < range.upperBound else { return }
        showBlanks(of: bytes)
        text += bytes[position..<range.upperBound]
        isAtLineStart = false
    }

    private mutating func readBlanks(from position: inout Int, to end: Int, of bytes: [UInt8]) {
        let start = position
        while position < end, Self.isBlank(bytes[position]) { position += 1 }
        guard isFilling, !isParent else {
            blanks = start..<position
            return
        }
        guard let lostIndentation else {
            lostIndentation = position - start
            return
        }
        blanks = min(start + lostIndentation, position)..<position
    }

    /// Shows the blanks before a tag that needs its line, and begins the line.
    mutating func showBlanks(of bytes: [UInt8]) {
        text += bytes[blanks]
        blanks = 0..<0
    }

    /// Whether the tag that ends at `position` is alone on its line; if so, `position` moves to the next line.
    func standsAlone(to position: inout Int, in bytes: [UInt8]) -> Bool {
        guard isAtLineStart else { return false }
        guard position < bytes.count else { return true }
        var end = position
        while end < bytes.count, Self.isBlank(bytes[end]) { end += 1 }
        if end + 1 < bytes.count, bytes[end] == UInt8(ascii: "\r") { end += 1 }
        guard end < bytes.count, bytes[end] == UInt8(ascii: "\n") else { return false }
        position = end + 1
        return true
    }

    mutating func endTag(standingAlone: Bool) {
        isAtLineStart = standingAlone
    }

    mutating func takeText() -> [UInt8] {
        defer { text = [] }
        return text
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
    }
}
