package import FrontisCore
import Mustache

/// The templates of a site, checked and compiled once; renders from many threads.
package struct TemplateSet: Sendable {
    private let library: MustacheLibrary
    /// Sorted.
    package let names: [String]

    /// Checks all templates and compiles them.
    ///
    /// Every finding of every template is returned, by place, each once. There is a set whenever rendering it
    /// is safe: an unknown name alone, which prints nothing, does not stand in the way of finding more in the
    /// same run; a syntax error or a cycle does. What is an error is for the configuration's severities to say.
    package static func load(
        _ sources: [TemplateSource], names: TemplateNames
    ) -> (set: TemplateSet?, findings: [Diagnostic]) {
        let scanned = sources.map(TemplateScanner.scan)
        var findings = TemplateChecker.check(scanned, names: names)
        var templates: [String: MustacheTemplate] = [:]
        for template in scanned where template.findings.isEmpty {
            do throws(Diagnostic) {
                templates[template.source.name] = try compile(template)
            } catch {
                findings.append(error)
            }
        }
        guard !findings.contains(where: { $0.id == .templateSyntax || $0.id == .templateCycle }) else {
            return (nil, findings.sorted())
        }
        return (TemplateSet(library: MustacheLibrary(templates: templates), names: templates.keys.sorted()), findings)
    }

    package func contains(_ name: String) -> Bool {
        library.getTemplate(named: name) != nil
    }

    /// Nothing if there is no such template. The root is of the type that `load` was given.
    package func render(_ name: String, _ root: some TemplateContext) -> String? {
        library.render(MustacheContextValue(context: root), withTemplate: name)
    }

    /// The scanner has read the same text before, so this hardly fails: on a brace that a combining mark has
    /// made part of another character, for one.
    private static func compile(_ template: ScannedTemplate) throws(Diagnostic) -> MustacheTemplate {
        // swift-mustache 2.1.1 refuses a text whose last character could begin a tag.
        let text = template.source.text
        do {
            return try MustacheTemplate(string: text.hasSuffix("{") ? text + "\n" : text)
        } catch {
            var location = SourceLocation(path: template.source.path)
            var line: String?
            if let error = error as? MustacheTemplate.ParserError {
                location.line = error.context.lineNumber
                location.column = error.context.columnNumber
                line = error.context.line
            }
            throw Diagnostic(.templateSyntax, "a tag cannot be read here", at: location, in: line)
        }
    }
}
