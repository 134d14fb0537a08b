import FrontisCore
import FrontisText

/// A block of code on its way into the page.
struct CodeBlock {
    let fence: CodeFence
    /// As it is written.
    let code: String

    /// - Parameters:
    ///   - style: how the site shows code.
    ///   - highlight: gives the code with marks in it; nothing where nobody can.
    func html(_ style: CodeStyle, _ highlight: CodeHighlighting?) -> String {
        let marked = style.highlights && !fence.language.isEmpty ? highlight?(code, fence.language) : nil
        var content = marked ?? MarkupText.escaped(code, for: .doubleQuotes)
        let isNumbered = fence.numbersLines ?? style.numbersLines
        if isNumbered || !fence.markedLines.isEmpty { content = lines(of: content) }
        var html = ""
        if let title = fence.title {
            html += "<figure class=\"code\">\n<figcaption>\(MarkupText.escaped(title, for: .text))</figcaption>\n"
        }
        html += "<pre tabindex=\"0\""
        if isNumbered {
            html += " class=\"numbered\""
            let last = fence.firstNumber + code.utf8.count { $0 == UInt8(ascii: "\n") } - 1
            let wide = last > 99 ? "--digits: \(String(last).count)" : nil
            let first = fence.firstNumber == 1 ? nil : "--first-line: \(fence.firstNumber - 1)"
            let style = [first, wide].compactMap(\.self).joined(separator: "; ")
            if !style.isEmpty { html += " style=\"\(style)\"" }
        }
        let language = MarkupText.escaped(fence.language, for: .doubleQuotes)
        html += language.isEmpty ? "><code>" : "><code class=\"language-\(language)\">"
        return html + content + "</code></pre>" + (fence.title == nil ? "" : "\n</figure>")
    }

    /// Each line in a `<span class="line">`; what is marked across lines is marked in each.
    private func lines(of content: String) -> String {
        var lines = content.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
        // Tags that close what was opened above are no line.
        if let last = lines.last, !Self.hasText(last) { lines.removeLast() }
        var open: [Substring] = []
        var html = ""
        for (index, line) in lines.enumerated() {
            let isMarked = fence.markedLines.contains { $0.contains(index + 1) }
            html += "<span class=\"line\(isMarked ? " marked" : "")\">" + open.joined()
            html += line
            Self.follow(line, &open)
            html += String(repeating: "</span>", count: open.count) + "</span>\n"
        }
        return html
    }

    private static func hasText(_ line: Substring) -> Bool {
        var isInTag = false
        return line.utf8.contains { byte in
            if byte == UInt8(ascii: "<") { isInTag = true }
            defer { if byte == UInt8(ascii: ">") { isInTag = false } }
            return !isInTag
        }
    }

    /// The tags that are open where the line ends.
    private static func follow(_ line: Substring, _ open: inout [Substring]) {
        var rest = line
        while let start = rest.utf8.firstIndex(of: UInt8(ascii: "<")) {
            rest = rest[start...]
            guard let end = rest.utf8.firstIndex(of: UInt8(ascii: ">")) else { return }
            let tag = rest[...end]
            if tag.hasPrefix("</") { _ = open.popLast() } else { open.append(tag) }
            rest = rest[rest.index(after: end)...]
        }
    }
}
