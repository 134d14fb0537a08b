/// The parts of a title between which a line may end.
struct TitlePieces {
    struct Piece: Hashable {
        var text: String
        /// In ems, without what stands round it.
        var width: Double
        /// Whether a blank parts it from the piece before it on the same line.
        var isAfterBlank: Bool
        /// What is added where a line ends after it: a hyphen in a broken word.
        var ending = ""
        var endingWidth = 0.0
    }

    private(set) var pieces: [Piece] = []
    private let blank: Double
    private let hyphen: Double

    private static let hyphenText = "-"

    init(_ text: String, advance: (String) -> Double) {
        blank = advance("\u{00A0}")
        hyphen = advance(Self.hyphenText)
        // Of Han and kana there are many alike, and each is a piece.
        var widths: [String: Double] = [:]
        for word in text.split(separator: " ") {
            for (index, part) in Self.parts(of: word).enumerated() {
                let text = String(part.text)
                let width = widths[text] ?? advance(text)
                widths[text] = width
                var piece = Piece(text: text, width: width, isAfterBlank: index == 0 && !pieces.isEmpty)
                if part.isHyphenated { (piece.ending, piece.endingWidth) = (Self.hyphenText, hyphen) }
                pieces.append(piece)
            }
        }
    }

    private init(_ pieces: [Piece], like other: TitlePieces) {
        self.pieces = pieces
        blank = other.blank
        hyphen = other.hyphen
    }

    // MARK: Lines

    /// The text on so many lines or fewer, as few as possible and then as even as possible; nothing where it needs
    /// more.
    func balanced(lines most: Int, width: Double) -> [String]? {
        for count in 1...most {
            if let breaks = breaks(lines: count, width: width) { return texts(of: breaks) }
        }
        return nil
    }

    /// Where to end lines so that the free ends are alike: the sum of their squares is least.
    private func breaks(lines count: Int, width: Double) -> [Int]? {
        guard !pieces.isEmpty else { return nil }
        let end = pieces.count
        // costs[i]: the best that can be done with the pieces before `i`, on the lines so far.
        var costs = [Double?](repeating: nil, count: end + 1)
        costs[0] = 0
        var origins: [[Int]] = []
        for _ in 0..<count {
            var next = [Double?](repeating: nil, count: end + 1)
            var origin = [Int](repeating: 0, count: end + 1)
            for start in 0..<end {
                guard let cost = costs[start] else { continue }
                var line = 0.0
                for index in start..<end {
                    let piece = pieces[index]
                    line += piece.width + (index > start && piece.isAfterBlank ? blank : 0)
                    let free = width - line - (index + 1 < end ? piece.endingWidth : 0)
                    if line > width { break }
                    guard free >= 0 else { continue }
                    let total = cost + free * free
                    if total < next[index + 1] ?? .infinity {
                        next[index + 1] = total
                        origin[index + 1] = start
                    }
                }
            }
            origins.append(origin)
            costs = next
        }
        guard costs[end] != nil else { return nil }
        var breaks = [end]
        for origin in origins.reversed() { breaks.insert(origin[breaks[0]], at: 0) }
        return breaks
    }

    private func texts(of breaks: [Int]) -> [String] {
        zip(breaks, breaks.dropFirst()).map { start, end in
            let isLast = end == pieces.count
            return text(start..<end) + (isLast ? "" : pieces[end - 1].ending)
        }
    }

    private func text(_ range: Range<Int>) -> String {
        var text = ""
        for index in range {
            if index > range.lowerBound, pieces[index].isAfterBlank { text += " " }
            text += pieces[index].text
        }
        return text
    }

    /// As much as fits on the lines, with dots at the end for the rest.
    func cut(lines count: Int, width: Double, ellipsis: String, ellipsisWidth: Double) -> [String] {
        var lines: [String] = []
        var start = 0
        while lines.count < count, start < pieces.count {
            let isLast = lines.count == count - 1
            var end = start
            var line = 0.0
            var fitting = start
            while end < pieces.count {
                let piece = pieces[end]
                line += piece.width + (end > start && piece.isAfterBlank ? blank : 0)
                if line > width { break }
                end += 1
                if line + (isLast ? ellipsisWidth : piece.endingWidth) <= width { fitting = end }
            }
            // A piece that is wider than the line takes it all the same: nothing can be done about it here.
            fitting = max(fitting, start + 1)
            let text = text(start..<fitting)
            lines.append(isLast ? Self.trimmed(text) + ellipsis : text + pieces[fitting - 1].ending)
            start = fitting
        }
        return lines
    }

    /// No comma or dash before the dots.
    private static func trimmed(_ text: String) -> String {
        var text = text
        while let last = text.last, text.count > 1, last == " " || ",;:.-–—、，；：・…".contains(last) {
            text.removeLast()
        }
        return text
    }

    // MARK: Breaking words

    /// With pieces of more than `width` broken between characters, as evenly as may be.
    func broken(to width: Double, advance: (String) -> Double) -> TitlePieces {
        var broken: [Piece] = []
        for piece in pieces {
            guard piece.width > width else {
                broken.append(piece)
                continue
            }
            let characters = Array(piece.text)
            // Where words are written with hyphens, a broken one shows one.
            let isHyphenated = characters.contains { $0.isCased }
            let room = max(width - (isHyphenated ? hyphen : 0), width / 4)
            let count = max(1, Int((Double(characters.count) * room / piece.width).rounded(.down)))
            for start in stride(from: 0, to: characters.count, by: count) {
                let end = min(start + count, characters.count)
                let text = String(characters[start..<end])
                var part = Piece(
                    text: text, width: advance(text), isAfterBlank: start == 0 && piece.isAfterBlank)
                if end == characters.count {
                    (part.ending, part.endingWidth) = (piece.ending, piece.endingWidth)
                } else if isHyphenated, characters[end - 1].isLetter, characters[end].isLetter {
                    (part.ending, part.endingWidth) = (Self.hyphenText, hyphen)
                }
                broken.append(part)
            }
        }
        return TitlePieces(broken, like: self)
    }

    /// A word's parts between which a line may end.
    private static func parts(of word: Substring) -> [(text: Substring, isHyphenated: Bool)] {
        var parts: [(text: Substring, isHyphenated: Bool)] = []
        var start = word.startIndex
        var index = word.startIndex
        while index < word.endIndex {
            let next = word.index(after: index)
            guard next < word.endIndex else { break }
            let (last, first) = (word[index], word[next])
            if isSoftHyphen(last) || last == "\u{200B}" {
                if start < index { parts.append((word[start..<index], isSoftHyphen(last))) }
                start = next
            } else if breaks(after: word[...index], before: first) {
                parts.append((word[start..<next], false))
                start = next
            }
            index = next
        }
        if start < word.endIndex { parts.append((word[start...], false)) }
        return parts
    }

    private static func isSoftHyphen(_ character: Character) -> Bool { character == "\u{00AD}" }

    private static func breaks(after start: Substring, before first: Character) -> Bool {
        guard let last = start.last else { return false }
        if "-‐–—/".contains(last) {
            return first.isLetter && start.dropLast().last.map { $0.isLetter || $0.isNumber } ?? false
        }
        guard last.isIdeographic || first.isIdeographic else { return false }
        return !noLineBegins.contains(first) && !noLineEnds.contains(last)
    }

    /// As Japanese and Chinese typesetters have it.
    private static let noLineBegins = Set<Character>(
        "、。，．・：；？！ヽヾゝゞ々ー）］｝〕〉》」』】〙〗〟’”…‥,.:;?!)]}»›%‰°℃ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ")
    private static let noLineEnds = Set<Character>("（［｛〔〈《「『【〘〖〝‘“([{«‹#$¥£€@")
}

extension Character {
    /// Han, kana and what is set among them: each stands for itself, and a line may end after any.
    fileprivate var isIdeographic: Bool {
        guard let value = unicodeScalars.first?.value else { return false }
        switch value {
        case 0x2E80...0x312F, 0x3190...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFF01...0xFFEF, 0x1B000...0x1B2FF,
            0x20000...0x3FFFF:
            return true
        default: return false
        }
    }
}
