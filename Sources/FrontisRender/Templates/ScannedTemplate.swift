import FrontisCore

/// What the scanner has found in a template.
struct ScannedTemplate: Sendable {
    let source: TemplateSource
    let text: TemplateText
    let nodes: [TemplateNode]
    /// What is wrong with its tags. If there is anything, `nodes` is a best guess.
    let findings: [Diagnostic]
}
