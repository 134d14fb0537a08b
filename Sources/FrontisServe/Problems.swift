import FrontisCore
import FrontisRender
import FrontisText

/// What is wrong with a site, as HTML for its pages: the terminal's words, with places that open in an editor.
struct Problems: Sendable {
    private let site: String
    private let editor: EditorLink

    /// - Parameter site: its folder, absolute.
    init(site: String, editor: EditorLink) { (self.site, self.editor) = (site, editor) }

    /// Findings in a browser: enough to begin with.
    private static let most = 20

    /// Nothing where nothing has to be mended.
    func html(_ diagnostics: [Diagnostic]) -> String? {
        let errors = diagnostics.filter { $0.severity == .error }
        guard !errors.isEmpty else { return nil }
        var parts = errors.prefix(Self.most).map(html)
        if errors.count > Self.most { parts.append("… and \(errors.count - Self.most) more, see the terminal\n") }
        return parts.joined(separator: "\n")
    }

    private func html(_ error: Diagnostic) -> String {
        let text = DiagnosticFormatter().text(error)
        guard let location = error.location else { return HTML.escaped(text) }
        let place =
            "\(UntrustedText.visible(location.path, without: .turnsButTabs)):\(location.line):\(location.column)"
        guard text.hasPrefix(place),
            let address = editor.address(
                of: location.path.hasPrefix("/") ? location.path : "\(site)/\(location.path)", line: location.line,
                column: location.column)
        else { return HTML.escaped(text) }
        return "<a href=\"\(HTML.escaped(address))\">\(HTML.escaped(place))</a>"
            + HTML.escaped(String(text.dropFirst(place.count)))
    }
}
