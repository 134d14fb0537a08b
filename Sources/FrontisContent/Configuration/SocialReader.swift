import FrontisCore

/// Reads `images.social`.
enum SocialReader {
    /// Longer names are a mistake, whatever they say.
    private static let longestFont = 100

    static func read(_ node: SourceNode, _ reader: inout NodeReader) -> SiteConfiguration.Social {
        reader.checkKeys(
            of: node, known: ["title", "font", "font-file"], in: "images.social", id: .configurationUnknownKey)
        var social = SiteConfiguration.Social()
        social.title = reader.flag(node["title"], "images.social.title", id: .configurationValue) ?? false
        if let font = node["font"], let name = text(font, "images.social.font", &reader) {
            if isFont(name) {
                social.font = Located(name, at: font.location)
                social.fontLine = reader.source.line(font.location.line)
            } else {
                reader.report(
                    .configurationValue, "images.social.font '\(name.prefix(longestFont))' is not a font's name",
                    at: font.location, help: "write a family, and a weight if you want one: font: Inter Bold")
            }
        }
        if let file = node["font-file"], let path = text(file, "images.social.font-file", &reader) {
            social.fontFile = Located(path, at: file.location)
            social.fontFileLine = reader.source.line(file.location.line)
        }
        return social
    }

    private static func text(_ node: SourceNode, _ key: String, _ reader: inout NodeReader) -> String? {
        guard let text = reader.text(node, key, id: .configurationValue)?.trimmed, !text.isEmpty else { return nil }
        return text
    }

    /// Letters, digits and what joins them. Pango takes more for settings of the font.
    private static func isFont(_ name: String) -> Bool {
        name.count <= longestFont && name.first?.isLetter == true
            && name.allSatisfy { $0.isLetter || $0.isNumber || " -_.,'&".contains($0) }
    }
}
