import FrontisCore

/// Finds the tags of a template, by swift-mustache's grammar, and the text between them. Goes on after a mistake
/// so that one run shows them all.
///
/// Works on bytes: delimiters may be any text, names are ASCII.
struct TemplateScanner {
    /// Deeper templates could exhaust the stack of the thread that renders them.
    static let depthLimit = 64
    /// After so many mistakes the rest is not read: each quotes its line, and a template may be one line.
    static let findingLimit = 100
    /// Bytes of a template.
    static let sizeLimit = 4 << 20
    /// Bytes of a delimiter, which is compared with the text at each of its bytes.
    private static let delimiterLimit = 16

    private let text: TemplateText
    private var frames: [TemplateFrame]
    private var findings: [Diagnostic] = []
    private var position = 0

    static func scan(_ source: TemplateSource) -> ScannedTemplate {
        var scanner = TemplateScanner(TemplateText(source))
        scanner.scan()
        return ScannedTemplate(
            source: source, text: scanner.text, nodes: scanner.frames[0].nodes, findings: scanner.findings)
    }

    private init(_ text: TemplateText) {
        self.text = text
        frames = [
            TemplateFrame(
                opening: .template, key: "", tag: 0..<0, open: Array("{{".utf8), close: Array("}}".utf8),
                lines: TemplateLines())
        ]
    }

    private var bytes: [UInt8] { text.bytes }
    private var top: TemplateFrame { frames[frames.count - 1] }

    // MARK: The walk over the text

    private mutating func scan() {
        guard bytes.count <= Self.sizeLimit else {
            return reportLimit("template has more than \(Self.sizeLimit >> 20) MiB", at: 0..<0)
        }
        while let start = text.find(top.open, from: position) {
            readText(in: position..<start)
            position = start + top.open.count
            guard frames.count <= Self.depthLimit else {
                report("sections are nested more than \(Self.depthLimit) deep", at: start..<position)
                return
            }
            guard findings.count < Self.findingLimit else {
                return reportLimit(
                    "tags have \(Self.findingLimit) mistakes, and the rest of the template is not read",
                    at: start..<position)
            }
            scanTag(from: start)
        }
        readText(in: position..<bytes.count)
        while frames.count > 1 { closeUnclosed() }
        flushText()
    }

    private mutating func scanTag(from start: Int) {
        let sigil = position < bytes.count ? bytes[position] : 0
        switch sigil {
        case UInt8(ascii: "!"): scanComment(from: start)
        case UInt8(ascii: "="): scanDelimiters(from: start)
        case UInt8(ascii: "%"): scanPragma(from: start)
        case UInt8(ascii: "#"), UInt8(ascii: "^"): scanSection(from: start, isInverted: sigil == UInt8(ascii: "^"))
        case UInt8(ascii: "/"): scanClosing(from: start)
        case UInt8(ascii: "$"): scanBlock(from: start)
        case UInt8(ascii: ">"), UInt8(ascii: "<"): scanPartial(from: start, isParent: sigil == UInt8(ascii: "<"))
        case UInt8(ascii: "{"): scanVariable(from: start, sigil: 1, extra: [UInt8(ascii: "}")])
        case UInt8(ascii: "&"): scanVariable(from: start, sigil: 1)
        default: scanVariable(from: start, sigil: 0)
        }
    }

    private mutating func scanComment(from start: Int) {
        guard let end = text.find(top.close, from: position + 1) else {
            reportUnclosed(start..<min(start + top.open.count + 1, bytes.count), missing: top.close)
            position = bytes.count
            return
        }
        position = end + top.close.count
        endLayoutTag()
    }

    /// `{{=<% %>=}}`
    private mutating func scanDelimiters(from start: Int) {
        guard let end = text.find([UInt8(ascii: "=")] + top.close, from: position + 1) else {
            reportUnclosed(start..<position + 1, missing: [UInt8(ascii: "=")] + top.close)
            position += 1
            return
        }
        let words = bytes[position + 1..<end].split(whereSeparator: TemplateText.isBlank)
        position = end + 1 + top.close.count
        guard words.count == 2,
            !words.contains(where: { $0.contains(UInt8(ascii: "=")) || $0.count > Self.delimiterLimit })
        else {
            report(
                "'\(text.shown(start..<position))' sets no delimiters", at: start..<position, help: "write {{=<% %>=}}")
            return
        }
        guard allowsTag(start..<position) else { return }
        frames[frames.count - 1].open = Array(words[0])
        frames[frames.count - 1].close = Array(words[1])
        endLayoutTag()
    }

    /// `{{% CONTENT_TYPE: TEXT }}`, the one pragma that swift-mustache has.
    private mutating func scanPragma(from start: Int) {
        guard let end = text.find(top.close, from: position + 1) else {
            reportUnclosed(start..<position + 1, missing: top.close)
            position += 1
            return
        }
        let setting = String(text.string(position + 1..<end).filter { !$0.isWhitespace })
        position = end + top.close.count
        guard setting == "CONTENT_TYPE:TEXT" || setting == "CONTENT_TYPE:HTML" else {
            report(
                "'\(text.shown(start..<position))' is not known", at: start..<position,
                help: "there are {{% CONTENT_TYPE: TEXT }} and {{% CONTENT_TYPE: HTML }}")
            return
        }
        guard allowsTag(start..<position) else { return }
        append(.escaping(setting == "CONTENT_TYPE:HTML"))
        endLayoutTag()
    }

    private mutating func scanVariable(from start: Int, sigil: Int, extra: [UInt8] = []) {
        guard let (name, range) = readName(from: start, sigil: sigil, extra: extra),
            let reference = reference(name, at: range), allowsTag(start..<position)
        else { return }
        showBlanks()
        append(sigil == 0 ? .variable(reference) : .unescaped(reference))
        frames[frames.count - 1].lines.endTag(standingAlone: false)
    }

    private mutating func scanSection(from start: Int, isInverted: Bool) {
        guard let (name, range) = readName(from: start), allowsTag(start..<position),
            let reference = reference(name, at: range)
        else { return push(.broken, key: nil, tag: start..<position) }
        let tag = start..<position
        let standsAlone = readLineEnd()
        if !standsAlone { showBlanks() }
        push(isInverted ? .inverted(reference) : .section(reference), key: name, tag: tag, standsAlone: standsAlone)
    }

    private mutating func scanBlock(from start: Int) {
        guard let (name, range) = readName(from: start) else {
            return push(.broken, key: nil, tag: start..<position)
        }
        if name.contains("(") {
            report("'\(name)' is not a block's name: blocks have no filters", at: range)
        }
        let tag = start..<position
        let indentation = top.isParent ? [] : showBlanks()
        let standsAlone = readLineEnd()
        push(.block(name, range, indentation: indentation), key: name, tag: tag, standsAlone: standsAlone)
    }

    private mutating func scanPartial(from start: Int, isParent: Bool) {
        guard let (name, range) = readName(from: start, allowsSlash: true), allowsTag(start..<position) else {
            if isParent { push(.broken, key: nil, tag: start..<position) }
            return
        }
        let tag = start..<position
        if name.hasPrefix("*") {
            report(
                "'\(text.shown(tag))' chooses a template while rendering, which cannot be checked", at: tag,
                help: "write the template's name, in a section for each case")
            if isParent { push(.broken, key: nil, tag: tag) }
        } else if isParent {
            if name.contains("/") { report("the name of a parent has no '/': '\(name)'", at: range) }
            let indentation = showBlanks()
            let standsAlone = readLineEnd()
            push(
                .parent(name, range, indentation: indentation), key: name, tag: tag, standsAlone: standsAlone)
        } else {
            let indentation = showBlanks()
            let standsAlone = readLineEnd()
            append(.partial(name, range, indentation: standsAlone ? indentation : []))
            frames[frames.count - 1].lines.endTag(standingAlone: standsAlone)
        }
    }

    private mutating func scanClosing(from start: Int) {
        let name = readName(from: start, allowsSlash: true)
        let tag = start..<position
        if frames.count > 1, name != nil, !readLineEnd() { showBlanks() }
        if frames.count > 1, top.key == nil || name == nil {
            pop()
        } else if let (key, range) = name {
            close(with: key, at: range, tag: tag)
        }
    }

    private mutating func close(with key: String, at range: Range<Int>, tag: Range<Int>) {
        guard frames.count > 1, let wanted = top.key else {
            report("'\(text.shown(tag))' closes nothing", at: tag)
            return
        }
        if wanted != key, frames.dropFirst().contains(where: { $0.key == key }) {
            while top.key != key { closeUnclosed() }
        } else if wanted != key {
            report(
                "'\(text.shown(tag))' does not close '\(text.shown(top.tag))' of line \(text.line(at: top.tag.lowerBound))",
                at: range, help: "write \(tagText("/" + wanted))")
        }
        pop()
    }

    // MARK: Sections

    private mutating func append(_ node: TemplateNode) {
        flushText()
        frames[frames.count - 1].nodes.append(node)
    }

    private mutating func push(_ opening: TemplateOpening, key: String?, tag: Range<Int>, standsAlone: Bool = false) {
        var frame = TemplateFrame(
            opening: opening, key: key, tag: tag, open: top.open, close: top.close,
            lines: top.lines.opening(standingAlone: standsAlone), standsAlone: standsAlone)
        if frame.isParent { frame.lines = top.lines.openingParent() }
        frames.append(frame)
    }

    private mutating func pop() {
        flushText()
        let frame = frames.removeLast()
        frames[frames.count - 1].lines.endTag(standingAlone: frame.standsAlone)
        switch frame.opening {
        case .template, .broken: break
        case .section(let reference): append(.section(reference, frame.nodes))
        case .inverted(let reference): append(.inverted(reference, frame.nodes))
        case .block(let name, let range, let indentation):
            append(
                .block(TemplateBlock(name: name, range: range, nodes: frame.nodes, indentation: indentation)))
        case .parent(let name, let range, let indentation):
            let blocks = frame.nodes.compactMap { node -> TemplateBlock? in
                if case .block(let block) = node { block } else { nil }
            }
            append(.parent(name, range, blocks, indentation: indentation))
        }
    }

    private mutating func closeUnclosed() {
        if let key = top.key {
            report("'\(text.shown(top.tag))' is not closed: '\(tagText("/" + key))' is missing", at: top.tag)
        }
        pop()
    }

    /// In a parent only blocks count; swift-mustache refuses other tags there.
    private mutating func allowsTag(_ tag: Range<Int>) -> Bool {
        guard top.isParent else { return true }
        report(
            "'\(text.shown(tag))' stands outside the blocks of '\(text.shown(top.tag))'", at: tag,
            help: "put it between \(tagText("$name")) and \(tagText("/name"))")
        return false
    }

    /// Text directly in a parent would vanish without a word.
    private mutating func reportStrayText(in range: Range<Int>) {
        guard top.isParent, let first = bytes[range].firstIndex(where: { !TemplateText.isBlank($0) }),
            let last = bytes[range].lastIndex(where: { !TemplateText.isBlank($0) })
        else { return }
        report(
            "text outside the blocks of '\(text.shown(top.tag))' is never shown", at: first..<last + 1,
            help: "put it between \(tagText("$name")) and \(tagText("/name"))")
    }

    // MARK: Text

    private mutating func readText(in range: Range<Int>) {
        reportStrayText(in: range)
        frames[frames.count - 1].lines.read(range, of: bytes)
    }

    private mutating func flushText() {
        let shown = frames[frames.count - 1].lines.takeText()
        if !shown.isEmpty { frames[frames.count - 1].nodes.append(.text(shown)) }
    }

    /// The blanks before a tag, which are text after all.
    @discardableResult private mutating func showBlanks() -> [UInt8] {
        let blanks = Array(bytes[top.lines.blanks])
        frames[frames.count - 1].lines.showBlanks(of: bytes)
        return blanks
    }

    /// Goes on at the next line, if the tag before `position` has its line for itself.
    private mutating func readLineEnd() -> Bool {
        let lines = top.lines
        let bytes = bytes
        return lines.standsAlone(to: &position, in: bytes)
    }

    /// After a tag that is shown nowhere.
    private mutating func endLayoutTag() {
        let standsAlone = readLineEnd()
        frames[frames.count - 1].lines.endTag(standingAlone: standsAlone)
    }

    // MARK: Names

    /// Reads a name up to the end of its tag. On a mistake: reports it and goes on after the tag.
    private mutating func readName(
        from start: Int, sigil: Int = 1, extra: [UInt8] = [], allowsSlash: Bool = false
    ) -> (String, Range<Int>)? {
        let close = top.close
        let ending = extra.isEmpty ? close : extra + close
        var cursor = position + sigil
        while cursor < bytes.count, TemplateText.isBlank(bytes[cursor]) { cursor += 1 }
        let first = cursor
        while cursor < bytes.count,
            TemplateText.isNameByte(bytes[cursor]) || allowsSlash && bytes[cursor] == UInt8(ascii: "/")
        {
            cursor += 1
        }
        let range = first..<cursor
        while cursor < bytes.count, TemplateText.isBlank(bytes[cursor]) { cursor += 1 }
        // swift-mustache reads the third brace after the closing delimiter: the same thing for braces only.
        if text.starts(with: extra.isEmpty ? close : close + extra, at: cursor) {
            position = cursor + ending.count
            guard range.isEmpty else { return (text.string(range), range) }
            report("'\(text.shown(start..<position))' has no name", at: start..<position)
            return nil
        }
        let nextOpen = text.find(top.open, from: cursor) ?? bytes.count
        guard let end = text.find(close, from: cursor), end < nextOpen, !text.starts(with: close, at: cursor) else {
            reportUnclosed(start..<range.upperBound, missing: extra.isEmpty ? close : close + extra)
            position = max(cursor, start + 1)
            return nil
        }
        position = end + close.count
        if !extra.isEmpty, text.starts(with: extra, at: position) { position += extra.count }
        reportBadName(in: first..<end)
        return nil
    }

    private mutating func reference(_ name: String, at range: Range<Int>) -> NameReference? {
        if let reference = NameReference(name, at: range.lowerBound) { return reference }
        report("'\(name)' is not a name", at: range, help: "filters are written {{uppercased(page.title)}}")
        return nil
    }

    private mutating func reportBadName(in range: Range<Int>) {
        let end = bytes[range].lastIndex { !TemplateText.isBlank($0) }.map { $0 + 1 } ?? range.upperBound
        let written = range.lowerBound..<end
        let sigil = "#^/><$&!".first { $0.asciiValue == bytes[range.lowerBound] }
        report(
            "'\(text.shown(written))' is not a name", at: written,
            help: sigil.map { "no blank stands between '\(string(top.open))' and '\($0)'" }
                ?? "a tag holds one name, of the letters a to z, digits, '-', '_' and '.'")
    }

    private mutating func reportUnclosed(_ range: Range<Int>, missing: [UInt8]) {
        report("'\(text.shown(range))' is not closed: '\(string(missing))' is missing", at: range)
    }

    private mutating func report(_ summary: String, at range: Range<Int>, help: String? = nil) {
        findings.append(text.finding(.templateSyntax, summary, at: range, help: help))
    }

    private mutating func reportLimit(_ summary: String, at range: Range<Int>) {
        findings.append(text.finding(.templateLimit, summary, at: range))
    }

    // MARK: Bytes

    /// A tag in the delimiters that are in force.
    private func tagText(_ inner: String) -> String { string(top.open) + inner + string(top.close) }

    private func string(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
