package import FrontisCore

/// What the template of a shortcode begins with.
package final class ShortcodeContext: TemplateContext {
    private let name: String
    private let arguments: [String: ParamValue]
    private let content: String?
    private let text: String?

    /// - Parameters:
    ///   - arguments: by their names, or their places from `0`.
    ///   - content: stands for the call's text as HTML; nothing for a call that has none.
    ///   - text: as it is written.
    package init(name: String, arguments: [String: ParamValue], content: String?, text: String?) {
        (self.name, self.arguments, self.content, self.text) = (name, arguments, content, text)
    }

    package static let fields = ContextFields<ShortcodeContext>(
        "shortcode", "What a template in `shortcodes/` begins with: a call in a page's text.",
        [
            .text("name", "What was called: `figure`.") { $0.name },
            .open(
                "args",
                "Its arguments as text, by their names, or by their places from `0`: `args.src`, `args.0`. `true` and `false` without quotes are flags."
            ) { $0.arguments },
            .open("given", "Which arguments there are, also where they are empty: `given.alt`.") { call in
                call.arguments.mapValues { _ in .flag(true) }
            },
            .html("content", "The text between its two tags, read as Markdown; absent for a call of one tag.") {
                $0.content
            },
            .text("text", "The same as it is written.") { $0.text },
        ])
}
