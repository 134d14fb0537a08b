/// A post as the random edits have left it, and its front matter.
struct RandomPost: Hashable {
    /// Under `content/`, without the ending.
    var path: String
    var title: String
    var body = 0
    /// As written; `{{title}}` may be in it. Nothing for `auto`.
    var prompt: String?
    var style: String?
    var candidates: Int?
    /// The pinned model.
    var model: String?
    var alt: String?
    var isDraft = false
    var isTranslated = false

    var slot: String { path + ".md#hero" }
    var page: String { path + "/index.html" }
    var languages: [String] { isTranslated ? ["en", "pt"] : ["en"] }

    var text: String {
        var image = ["prompt: '\(prompt ?? "auto")'"]
        if let style { image.append("style: \(style)") }
        if let candidates { image.append("candidates: \(candidates)") }
        if let model { image.append("model: \(model)") }
        if let alt { image.append("alt: '\(alt)'") }
        // `auto` as a word of its own and with an alt text: both forms have to work.
        let entry = image.map { "  \($0)\n" }.joined()
        return "---\ntitle: \(title)\ndate: 2026-03-02\n\(isDraft ? "draft: true\n" : "")ai-image:\n\(entry)---\n"
            + "Text \(body) of \(path).\n"
    }

    var translation: String { "---\ntitle: \(title), em português\ndate: 2026-03-02\n---\nTexto.\n" }
}
