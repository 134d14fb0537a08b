import FrontisContent
import FrontisCore
import FrontisRender
import FrontisStore

/// The templates of shortcodes: the site's own under `templates/shortcodes/`, and the built-in ones of other names.
enum SiteShortcodes {
    /// What their templates' names begin with.
    static let folder = "shortcodes/"

    /// - Parameter own: the site's.
    /// - Returns: none where templates are so broken that none of them can be rendered.
    static func load(_ own: [TemplateSource]) -> (shortcodes: Shortcodes, findings: [Diagnostic]) {
        let names = Set(own.map(\.name))
        let sources = own + builtIn.filter { !names.contains($0.name) }
        let (set, findings) = TemplateSet.load(sources, names: TemplateNames(root: ShortcodeContext.self))
        let digest = Digest.of(
            own.sorted { $0.name < $1.name }.map { "\($0.name) \(Digest.of($0.text).hex)\n" }.joined())
        guard let set else { return (Shortcodes(names: [], digest: digest.hex) { _ in "" }, findings) }
        let called = sources.map { String($0.name.dropFirst(folder.count)) }.filter { !isPartial($0) }
        let schemes = Set(
            own.flatMap { $0.text.matches(of: /["'=]([A-Za-z][A-Za-z0-9+.\-]*):/).map { $0.1.lowercased() } })
        let shortcodes = Shortcodes(names: Set(called), digest: digest.hex, schemes: schemes) {
            (call) throws(Diagnostic) in
            let context = ShortcodeContext(
                name: call.name, arguments: call.arguments,
                content: call.text.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : Shortcodes.content },
                text: call.text)
            return try set.render(folder + call.name, context)
        }
        return (shortcodes, findings)
    }

    private static func isPartial(_ name: String) -> Bool { (name.split(separator: "/").last ?? "").hasPrefix("_") }

    private static var builtIn: [TemplateSource] {
        BuiltInFiles.shortcodes.map { TemplateSource(name: folder + $0.path, path: $0.path, text: $0.text) }
    }
}
