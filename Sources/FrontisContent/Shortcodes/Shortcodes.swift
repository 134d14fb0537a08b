package import FrontisCore

/// The shortcodes that a site has: what its pages may call, and what comes of it.
package struct Shortcodes: Sendable {
    /// Makes markup of a call; where the call's text belongs, `content` stands in it.
    ///
    /// - Throws: a finding where the markup is beyond all bounds.
    package typealias Render = @Sendable (Call) throws(Diagnostic) -> String

    /// Stands in the markup for the call's own text, which becomes HTML with the rest of the page.
    package static let content = "\u{1}I\u{1}"

    /// None: whatever looks like a call is text.
    package static let none = Shortcodes(names: [], digest: "") { _ in "" }

    /// Those that have a template.
    private let templates: Set<String>
    /// Those that a text may call.
    let names: Set<String>
    /// Of all that decides what comes of a call: other shortcodes are another digest.
    let digest: String
    /// What templates' own addresses begin with: `tel`.
    let schemes: Set<String>
    let render: Render

    /// - Parameters:
    ///   - names: of all templates.
    ///   - schemes: what addresses begin with that stand in templates; arguments may begin so, too.
    package init(names: Set<String>, digest: String, schemes: Set<String> = [], render: @escaping Render) {
        templates = names.filter(Self.isName)
        self.names = templates.isEmpty ? [] : templates.union(Computed.allCases.map(\.rawValue))
        (self.digest, self.schemes, self.render) = (digest, schemes, render)
    }

    /// What no template can make.
    enum Computed: String, CaseIterable {
        /// A block of code: `{{< highlight go >}}…{{< /highlight >}}`.
        case highlight
        /// Text in which nothing is called.
        case raw
        /// The address of a page that is named by its file.
        case ref
        case relref
        case post_url
    }

    /// A template of the site's own stands over it.
    func computed(_ name: String) -> Computed? { templates.contains(name) ? nil : Computed(rawValue: name) }

    /// Whether a name cannot lead out of the folder of templates.
    package static func isName(_ name: String) -> Bool {
        !name.isEmpty && !name.hasPrefix("/") && !name.hasSuffix("/") && !name.contains("//")
            && name.utf8.allSatisfy(ShortcodeScanner.isNameByte)
    }
}

extension Shortcodes: Hashable {
    package static func == (left: Shortcodes, right: Shortcodes) -> Bool { left.digest == right.digest }
    package func hash(into hasher: inout Hasher) { hasher.combine(digest) }
}

extension Shortcodes {
    /// A call of a shortcode in a page's text: `{{< figure src="a.jpg" >}}`, in any of the ways in which it may be written.
    package struct Call: Sendable {
        /// Letters, digits, `-`, `_` and `/`, as its template is called.
        package var name: String
        /// By their names; those without one by their places, from `0`. Text, as it is written; `true` and `false` without
        /// quotes are flags. Nothing is evaluated.
        package var arguments: [String: ParamValue]
        /// What stands between its two tags, as it is written; nothing for a call of one tag.
        package var text: String?
        /// Of its first tag.
        package var location: SourceLocation

        package init(name: String, arguments: [String: ParamValue], text: String?, location: SourceLocation) {
            (self.name, self.arguments, self.text, self.location) = (name, arguments, text, location)
        }

        /// The argument of the name, or the first that has none.
        func argument(_ name: String) -> String? {
            for key in [name, "0"] { if case .text(let text) = arguments[key] { return text } }
            return nil
        }
    }
}
