import FrontisCore

/// How a generated picture came to be, for templates that say so.
package final class GeneratedContext: TemplateContext {
    private let provenance: PictureProvenance

    init(_ provenance: PictureProvenance) {
        self.provenance = provenance
    }

    package static let fields = ContextFields<GeneratedContext>(
        "generated", "How a generated picture came to be.", printing: { $0.provenance.label },
        [
            .text("label", "A line for people, in English: `Picture made by AI (gpt-image-2)`.") {
                $0.provenance.label
            },
            .flag("is-by-ai", "Whether a trained model made it; otherwise a program drew it.") {
                $0.provenance.source.isByModel
            },
            .text("model", "The model's name; absent where none is known.") { $0.provenance.model },
            .text("dialect", "The vendor's protocol: `openai`.") { $0.provenance.dialect },
            .text("date", "When it was made: `2026-03-02`; absent for drawn art.") {
                $0.provenance.created.map(\.day)
            },
            .text("source-type", "The address of its IPTC digital source type.") { $0.provenance.source.newsCode },
            .flag("has-credential", "Whether the original has a C2PA credential.") {
                $0.provenance.credential != nil
            },
        ])
}
