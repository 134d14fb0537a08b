package import FrontisCore

/// What the checker and the reference page know of a kind of context, without its values.
package struct ContextSchema: Sendable {
    /// `page`, `term`, `date`.
    package let name: String
    package let summary: String
    /// Whether `{{name}}` prints the context itself, as a date does.
    package let isPrintable: Bool
    package let fields: [ContextField]
}

/// One name of a context.
package struct ContextField: Sendable {
    package let name: String
    package let form: ValueForm
    /// One line for the reference page.
    package let summary: String

    package init(_ name: String, _ form: ValueForm, _ summary: String) {
        self.name = name
        self.form = form
        self.summary = summary
    }

    /// A name that a plug-in adds to pages.
    package init(_ declaration: PageValueDeclaration) {
        let form: ValueForm =
            switch declaration.form {
            case .text: .text
            case .html: .html
            case .number: .number
            case .flag: .flag
            }
        self.init(declaration.name, form, declaration.summary)
    }
}

/// What is known of a value before it is there.
package indirect enum ValueForm: Sendable, Hashable {
    case text
    case html
    case number
    case flag
    case object(ContextType)
    case list(of: ValueForm)
    /// Below `params`: nothing is known, everything is accepted.
    case open

    /// With its article, for messages: `a text`, `a list`.
    var phrase: String {
        switch self {
        case .text: "a text"
        case .html: "markup"
        case .number: "a number"
        case .flag: "a flag"
        case .object: "an object"
        case .list: "a list"
        case .open: "open"
        }
    }
}

/// A context's type as a value that can be compared. The schema is looked up when it is needed, so that
/// contexts can hold contexts of their own kind.
package struct ContextType: Sendable, Hashable {
    private let type: any TemplateContext.Type

    package init(_ type: any TemplateContext.Type) {
        self.type = type
    }

    package var schema: ContextSchema { type.schema }

    package static func == (left: Self, right: Self) -> Bool {
        ObjectIdentifier(left.type) == ObjectIdentifier(right.type)
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(ObjectIdentifier(type))
    }
}
