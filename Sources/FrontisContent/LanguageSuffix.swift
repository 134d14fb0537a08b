/// Which endings of files' names are languages: `pt` in `night-train.pt.md`, and not `net` in `asp.net.md`.
struct LanguageSuffix {
    /// Those that the site names; nothing where it names none.
    let languages: [String]?

    /// - Parameter hasOriginal: whether the same name without the ending is a page beside it.
    func isLanguage(_ text: Substring, hasOriginal: () -> Bool) -> Bool {
        if let languages { return languages.contains { $0.lowercased() == text.lowercased() } }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let language = parts.first, Self.codes.contains(language), parts.count <= 2 else { return false }
        guard parts.count == 1 || Self.isRegion(parts[1]) else { return false }
        return hasOriginal()
    }

    /// `BR`, `419`, and `Hant`, which is a script.
    private static func isRegion(_ text: Substring) -> Bool {
        let isWord = text.utf8.allSatisfy { (0x61...0x7A).contains($0 | 0x20) }
        return isWord ? [2, 4].contains(text.utf8.count) : text.utf8.count == 3 && text.allSatisfy(\.isNumber)
    }

    /// ISO 639-1.
    private static let codes = Set(
        """
        aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de
        dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id
        ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu
        lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu
        rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to
        tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
        """.split { $0 == " " || $0 == "\n" })
}
