import FrontisCore
import FrontisText

/// Writes a text anew with marks in place of its shortcodes' tags, and calls the shortcodes.
struct ShortcodeWriter {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let tags: [ShortcodeTag]
    /// For each tag that begins a call the one that ends it.
    private let ends: [Int: Int]
    /// Where tags end, by where they begin, and the other way round.
    private let tagsByStart: [Int: Int]
    private let tagsByEnd: [Int: Int]
    private let source: SourceText
    private let lineOffset: Int
    private let shortcodes: Shortcodes

    private(set) var output: [UInt8] = []
    private(set) var marks: [ShortcodeText.Mark] = []
    private(set) var findings: [Diagnostic] = []
    /// How far the text is copied.
    private var position = 0
    /// Up to where lines are counted, and how many there were.
    private var counted = (position: 0, lines: 0)
    /// Bytes of markup.
    private var size = 0
    private var isExceeded = false

    init(
        _ bytes: UnsafeBufferPointer<UInt8>, _ tags: [ShortcodeTag], in source: SourceText, lineOffset: Int,
        _ shortcodes: Shortcodes
    ) {
        (self.bytes, self.tags, self.source) = (bytes, tags, source)
        (self.lineOffset, self.shortcodes) = (lineOffset, shortcodes)
        ends = Self.ends(of: tags)
        let ranges = tags.map(\.range)
        tagsByStart = Dictionary(ranges.map { ($0.lowerBound, $0.upperBound) }, uniquingKeysWith: { first, _ in first })
        tagsByEnd = Dictionary(ranges.map { ($0.upperBound, $0.lowerBound) }, uniquingKeysWith: { first, _ in first })
        output.reserveCapacity(bytes.count)
    }

    mutating func writeAll() { write(tags.indices, to: bytes.count, depth: 0) }

    private func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// For each tag that begins a call the one that ends it.
    private static func ends(of tags: [ShortcodeTag]) -> [Int: Int] {
        var ends: [Int: Int] = [:]
        var open: [Int] = []
        for (index, tag) in tags.enumerated() {
            switch tag.kind {
            case .call(_, let mayHaveEnd): if mayHaveEnd { open.append(index) }
            case .end:
                // Others that were begun in between have no end.
                guard
                    let place = open.lastIndex(where: { tag.name == nil ? tags[$0].isZola : tags[$0].name == tag.name })
                else { continue }
                ends[open[place]] = index
                open.removeSubrange(place...)
            case .escaped: continue
            }
        }
        return ends
    }

    // MARK: Writing

    /// - Parameter isRaw: whether nothing is called, and tags are text.
    private mutating func write(_ range: Range<Int>, to end: Int, depth: Int, isRaw: Bool = false) {
        var index = range.lowerBound
        while index < range.upperBound {
            let tag = tags[index]
            output += bytes[position..<tag.range.lowerBound]
            position = tag.range.upperBound
            let written = string(tag.range)
            switch tag.kind {
            case _ where isRaw: putText(written)
            // It ends nothing, and is text.
            case .end: output += written.utf8
            case .escaped(let shown): putText(shown)
            case .call(let arguments, _):
                let end = ends[index].flatMap { range.contains($0) ? $0 : nil }
                write(tag, arguments, at: index, endingAt: end, depth: depth)
                if let end { index = end }
            }
            index += 1
        }
        output += bytes[position..<end]
        position = end
    }

    private mutating func write(
        _ tag: ShortcodeTag, _ arguments: [String: ParamValue], at index: Int, endingAt end: Int?,
        depth: Int
    ) {
        let name = tag.name ?? ""
        let last = end.map { tags[$0].range }
        let inner = last.map { tag.range.upperBound..<$0.lowerBound }
        let whole = tag.range.lowerBound..<(last ?? tag.range).upperBound
        let call = Shortcodes.Call(
            name: name, arguments: arguments, text: inner.map { string($0) }, location: place(of: tag))
        switch shortcodes.computed(name) {
        case .highlight?:
            guard let code = call.text else { break }
            let text = Self.code(code, indentation: indentation(before: tag.range.lowerBound))
            return swallow(whole, .code(info: Self.info(of: call), text: text))
        case .raw?:
            guard let end, let last else { break }
            write((index + 1)..<end, to: last.lowerBound, depth: depth, isRaw: true)
            position = last.upperBound
            return
        case .ref?, .relref?, .post_url?:
            guard let page = call.argument("path")?.trimmed else { break }
            let address = NamedPage.address(of: page)
            if isAddress(tag.range) {
                output += address.utf8
            } else {
                let shown = MarkupText.escaped(page, for: .text)
                swallow(whole, .html("<a href=\"\(MarkupText.escaped(address, for: .doubleQuotes))\">\(shown)</a>"))
            }
            return
        case nil:
            guard let html = markup(of: call, depth: depth) else { return swallow(whole, .html("")) }
            if isAddress(whole) {
                position = whole.upperBound
                output += address(html, of: call).utf8
                return
            }
            let parts = html.split(separator: Shortcodes.content, omittingEmptySubsequences: false)
            guard parts.count > 1, let end, let last else { return swallow(whole, .html(parts.joined())) }
            if parts.count > 2 {
                report(.templateLimit, "the text of '\(name)' can stand in its template once only", at: call)
            }
            let opening = marks.count
            put(.html(String(parts[0])), tag.range)
            write((index + 1)..<end, to: last.lowerBound, depth: depth + 1)
            position = last.upperBound
            marks[opening].end = marks.count
            return put(.html(parts.dropFirst().joined()), last)
        }
        // A computed one without what it takes is text.
        output += bytes[tag.range]
    }

    private mutating func swallow(_ range: Range<Int>, _ meaning: ShortcodeText.Meaning) {
        position = range.upperBound
        put(meaning, range)
    }

    /// Nothing where there is too much of it.
    private mutating func markup(of call: Shortcodes.Call, depth: Int) -> String? {
        guard !isExceeded else { return nil }
        guard depth < ContentLimits.shortcodeDepth else {
            return exceed("shortcodes are nested more than \(ContentLimits.shortcodeDepth) deep", at: call)
        }
        do throws(Diagnostic) {
            let checked = ShortcodeMarkup.checked(try shortcodes.render(call).trimmed, of: call, shortcodes)
            for refusal in checked.refused { report(.shortcodeUnsafe, refusal.summary, at: call, help: refusal.help) }
            size += checked.html.utf8.count
            guard size <= ContentLimits.shortcodeMarkup else {
                let most = "\(ContentLimits.shortcodeMarkup >> 20) MiB"
                return exceed("shortcodes make more than \(most) of a page", at: call)
            }
            return checked.html
        } catch {
            var finding = error
            finding.location = call.location
            findings.append(finding)
            isExceeded = true
            return nil
        }
    }

    private mutating func exceed(_ summary: String, at call: Shortcodes.Call) -> String? {
        isExceeded = true
        findings.append(ContentLimits.finding(summary, line: call.location.line, in: source))
        return nil
    }

    private mutating func report(
        _ id: DiagnosticID, _ summary: String, at call: Shortcodes.Call, help: String? = nil
    ) {
        findings.append(
            Diagnostic(id, summary, at: call.location, in: source.line(call.location.line), help: help))
    }

    private mutating func place(of tag: ShortcodeTag) -> SourceLocation {
        let start = tag.range.lowerBound
        counted.lines += bytes[counted.position..<start].lazy.filter { $0 == Self.newline }.count
        counted.position = start
        let near = bytes[..<start].suffix(Self.farthest)
        let line = near.lastIndex(of: Self.newline).map { near[($0 + 1)...] } ?? near
        let isWhole = line.count < Self.farthest
        return SourceLocation(
            path: source.path, line: lineOffset + 1 + counted.lines,
            column: isWhole ? String(decoding: line, as: UTF8.self).count + 1 : 1,
            length: string(tag.range).prefix { !$0.isNewline }.count)
    }

    // MARK: Marks

    private static let newline = UInt8(ascii: "\n")
    /// How far a line is looked at.
    private static let farthest = 4_000

    /// Words that Markdown does not read.
    private mutating func putText(_ text: String) {
        output += "\u{1}S\(marks.count)\u{1}".utf8
        marks.append(ShortcodeText.Mark(source: text, meaning: .html(MarkupText.escaped(text, for: .text))))
    }

    private mutating func put(_ meaning: ShortcodeText.Meaning, _ range: Range<Int>) {
        let mark = "\u{1}S\(marks.count)\u{1}"
        marks.append(ShortcodeText.Mark(source: string(range), meaning: meaning))
        // Everything below keeps its line; among words no more than one break is possible.
        let breaks = bytes[range].lazy.filter { $0 == Self.newline }.count
        let isAlone = isAlone(range)
        output += (isAlone ? "<?\(mark)?>" : "<s m=\(mark)>").utf8
        output += Array(repeating: Self.newline, count: isAlone ? breaks : min(breaks, 1))
    }

    /// Whether there is nothing on its lines but itself, or other tags.
    private func isAlone(_ range: Range<Int>) -> Bool {
        var end = range.upperBound
        let last = min(bytes.count, end + Self.farthest)
        while end < last, bytes[end] != Self.newline {
            if let other = tagsByStart[end] {
                end = other
            } else if Self.isBlank(bytes[end]) {
                end += 1
            } else {
                return false
            }
        }
        var start = range.lowerBound
        let first = max(0, start - Self.farthest)
        while start > first, bytes[start - 1] != Self.newline {
            if let other = tagsByEnd[start] {
                start = other
            } else if Self.isBlank(bytes[start - 1]) || bytes[start - 1] == UInt8(ascii: ">") {
                start -= 1
            } else {
                return false
            }
        }
        return true
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }

    /// Whether it stands where a link's address begins, or that of an attribute.
    private func isAddress(_ range: Range<Int>) -> Bool {
        let near = bytes[..<range.lowerBound].suffix(Self.farthest)
        var before = Substring(
            String(
                decoding: near[(near.lastIndex(of: Self.newline).map { $0 + 1 } ?? near.startIndex)...], as: UTF8.self))
        func drop(_ isDropped: (Character) -> Bool) {
            while let last = before.last, isDropped(last) { before.removeLast() }
        }
        let isBehindBlank = before.last == " "
        drop { $0 == " " }
        if let last = before.last, "<\"'".contains(last), !isBehindBlank {
            before.removeLast()
            drop { $0 == " " }
        }
        if before.hasSuffix("](") { return true }
        // `[name]: address`
        if before.hasSuffix("]:") { return before.drop { $0 == " " }.first == "[" }
        guard before.last == "=" else { return false }
        before.removeLast()
        drop { $0 == " " }
        let name = before.reversed().prefix { $0.isLetter || $0 == "-" || $0 == ":" }
        return ShortcodeMarkup.addresses.contains(String(name.reversed()).lowercased()) && before.contains("<")
    }

    /// Markup in the place of an address: what a browser would show of it, without what would end it.
    private mutating func address(_ html: String, of call: Shortcodes.Call) -> String {
        let address = RawHTML.decoded(html.trimmed.replacing(Shortcodes.content, with: ""))
        if let refusal = ShortcodeMarkup.refusal(of: address, call, shortcodes) {
            report(.shortcodeUnsafe, refusal.summary, at: call, help: refusal.help)
            return "#"
        }
        return NamedPage.encoded(address)
    }

    // MARK: Code

    /// `go {linenos=table}` of `{{< highlight go "linenos=table" >}}`, and `ruby {linenos}` of `{% highlight ruby linenos %}`.
    private static func info(of call: Shortcodes.Call) -> String {
        let language = call.argument("lang") ?? ""
        var options: [String] = []
        if case .text(let text)? = call.arguments["1"] ?? call.arguments["options"] { options.append(text) }
        for (key, value) in call.arguments.sorted(by: { $0.key < $1.key })
        where Int(key) == nil && key != "lang" && key != "options" {
            if case .text(let text) = value { options.append("\(key)=\"\(text)\"") }
            if case .flag(let flag) = value { options.append("\(key)=\(flag)") }
        }
        return options.isEmpty ? language : "\(language) {\(options.joined(separator: ","))}"
    }

    /// What stands on the line before a tag, where it is what a list or a quote puts there.
    private func indentation(before place: Int) -> Int {
        let near = bytes[..<place].suffix(200)
        let start = near.lastIndex(of: Self.newline).map { $0 + 1 } ?? near.startIndex
        return near[start...].allSatisfy { " >-*+.)\t".utf8.contains($0) || (0x30...0x39).contains($0) }
            ? place - start : 0
    }

    /// Without the rest of the first tag's line, the beginning of the last one's, and what a list or a quote puts before
    /// every line.
    private static func code(_ text: String, indentation: Int) -> String {
        var lines = text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)[...]
        func isEmpty(_ line: Substring?) -> Bool { line?.allSatisfy { $0.isWhitespace || $0 == ">" } ?? true }
        if lines.count > 1, isEmpty(lines.first) { lines.removeFirst() }
        if lines.count > 1, isEmpty(lines.last) { lines.removeLast() }
        return lines.map { line in
            var (line, left) = (line, indentation)
            while left > 0, let first = line.first, first == " " || first == ">" {
                line.removeFirst()
                left -= 1
            }
            return line
        }.joined(separator: "\n") + "\n"
    }
}
