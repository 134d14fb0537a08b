import FrontisCore

extension AltRules {
    // MARK: Cut off

    /// Where a text stops in the middle: models do at a limit of tokens, people when they paste.
    func cut(_ text: String, _ context: Context) -> Finding? {
        guard let how = Self.cut(text, language: context.language, maxLength: maxLength) else { return nil }
        return Finding(.altCutOff, "seems cut off: \(how)", "finish the sentence")
    }

    private static func cut(_ text: String, language: String, maxLength: Int) -> String? {
        guard let last = text.last else { return nil }
        if ",;:，、；：،".contains(last) { return "it ends with '\(last)'" }
        if "-–—‐".contains(last) {
            // "1990–" and a mark of "C-" are whole.
            let before = text.dropLast()
            let isWhole =
                before.last?.isNumber == true
                || (before.last?.isLetter == true && AltWords(String(before)).words.last?.folded.count == 1)
            if !isWhole { return "it ends with '\(last)'" }
        }
        // In a short text they are a manner of speaking; in one that is too long that is what is said.
        let isNearLimit = text.count <= maxLength && text.count * 5 >= maxLength * 4
        if text.hasSuffix("…") || text.hasSuffix("..."), isNearLimit {
            return "it ends with '\(last == "…" ? "…" : "...")' near the limit"
        }
        if let word = AltWords(text).words.last, word.range.upperBound == text.endIndex,
            // A capital is a name: "Platform A".
            word.folded == text[word.range].replacing("’", with: "'"),
            AltPhrases.of(language)?.joints.contains(word.folded) == true
        {
            return "it ends with '\(text[word.range])'"
        }
        return unclosed(text)
    }

    /// Marks of one family are counted together, as languages turn them differently: „so“, “so”, ”so”, »so«, «so».
    private static func unclosed(_ text: String) -> String? {
        var (curly, angled, straight, depth) = (0, 0, 0, 0)
        var hasInches = false
        var previous: Character = " "
        for character in text {
            switch character {
            case "“", "”", "„": curly += 1
            case "«", "»": angled += 1
            case "\"":
                straight += 1
                hasInches = hasInches || previous.isNumber
            case "(", "[", "{", "（", "「", "『", "《", "〈", "【":
                // A sad face is not a bracket.
                if !(character == "(" && (previous == ":" || previous == ";" || previous == "-")) { depth += 1 }
            case ")", "]", "}", "）", "」", "』", "》", "〉", "】":
                // One that nothing has opened is a list's: "1) the bridge".
                depth = max(0, depth - 1)
            default: break
            }
            previous = character
        }
        if depth > 0 { return "a bracket is not closed" }
        if curly % 2 != 0 || angled % 2 != 0 || (straight % 2 != 0 && !hasInches) {
            return "a quotation mark is not closed"
        }
        return nil
    }

    // MARK: Markup

    func markup(_ text: String) -> Finding? {
        guard let mark = Self.mark(in: text) else { return nil }
        return Finding(
            .altMarkup, "has markup in it: '\(Self.quoted(mark))'",
            "write plain text: readers hear the signs and not what they do")
    }

    private static func mark(in text: String) -> Substring? {
        // Most texts have none of these signs, and expressions are slow.
        if text.contains("<"), let tag = text.firstMatch(of: /<\/?[A-Za-z][^<>]*>|<!--/) { return tag.output }
        if text.contains("&"),
            let entity = text.firstMatch(of: /&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});/)
        {
            return entity.output
        }
        if text.contains("]"), let link = text.firstMatch(of: /!?\[[^\[\]]*\](?:\([^()]*\)|\[[^\[\]]*\])/) {
            return link.output
        }
        if text.contains("`"), let code = text.firstMatch(of: /`[^`]+`/) { return code.output }
        if text.contains("*") || text.contains("_"),
            let emphasis = text.firstMatch(
                of: /(?:^|[\s\("'“\[])((\*{1,3}|_{1,3})(?=[^\s*_])[^*_]*[^\s*_]\2)(?:$|[\s\)\].,;:!?"'”])/)
        {
            return emphasis.output.1
        }
        if text.hasPrefix("#"), let heading = text.firstMatch(of: /^#{1,6} (?=\p{L})/) {
            return heading.output.dropLast()
        }
        if text.contains("://") || text.lowercased().contains("www."),
            let address = text.firstMatch(of: /(?:[A-Za-z][A-Za-z0-9+.\-]*:\/\/|[wW]{3}\.)[^\s<>"]+/)
        {
            return address.output
        }
        return nil
    }
}
