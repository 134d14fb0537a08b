/// A template's text and what it is called.
package struct TemplateSource: Sendable {
    /// What partials and pages call it: `post`.
    package let name: String
    /// For messages, relative to the site: `templates/post.mustache`.
    package let path: String
    /// Without a byte order mark.
    package let text: String

    package init(name: String, path: String, text: String) {
        self.name = name
        self.path = path
        self.text = text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text
    }

    /// The folder that `path` is in, with a slash at its end.
    var folder: String {
        guard let slash = path.lastIndex(of: "/") else { return "./" }
        return String(path[...slash])
    }
}
