package import FrontisCore

/// The table of a context's names: what the value is, what it means, how to get it.
///
/// ```swift
/// static let fields = ContextFields<TermContext>("term", "A tag or category.", [
///     .text("name", "As the author wrote it.") { $0.name },
///     .number("count", "How many pages have it.") { $0.count },
/// ])
/// ```
package final class ContextFields<Context: TemplateContext>: Sendable {
    package let schema: ContextSchema
    private let getters: [String: @Sendable (Context) -> TemplateValue]
    private let printing: (@Sendable (Context) -> String)?

    /// - Parameters:
    ///   - name: What the reference page calls this kind of context; unique among them.
    ///   - printing: For a context that can be printed as well as entered, such as a date.
    ///   - fields: Each name once; a name that stands twice is a programming error and stops the program.
    package init(
        _ name: String, _ summary: String, printing: (@Sendable (Context) -> String)? = nil, _ fields: [Field]
    ) {
        schema = ContextSchema(
            name: name, summary: summary, isPrintable: printing != nil, fields: fields.map(\.declaration))
        getters = Dictionary(uniqueKeysWithValues: fields.map { ($0.declaration.name, $0.get) })
        self.printing = printing
    }

    func value(named name: String, of context: Context) -> TemplateValue? {
        getters[name]?(context)
    }

    func printedText(of context: Context) -> String? {
        printing?(context)
    }

    /// One row of the table. Empty text and nothing are both absent.
    package struct Field: Sendable {
        fileprivate let declaration: ContextField
        fileprivate let get: @Sendable (Context) -> TemplateValue

        /// Plain text, escaped by `{{name}}`.
        package static func text(
            _ name: String, _ summary: String, get: @escaping @Sendable (Context) -> String?
        ) -> Self {
            Self(declaration: ContextField(name, .text, summary)) { TemplateValue(text: get($0)) }
        }

        /// Markup that Frontis made itself, for `{{{name}}}`.
        package static func html(
            _ name: String, _ summary: String, get: @escaping @Sendable (Context) -> String?
        ) -> Self {
            Self(declaration: ContextField(name, .html, summary)) { TemplateValue(text: get($0)) }
        }

        package static func number(
            _ name: String, _ summary: String, get: @escaping @Sendable (Context) -> Int?
        ) -> Self {
            Self(declaration: ContextField(name, .number, summary)) { get($0).map(TemplateValue.integer) ?? .absent }
        }

        package static func flag(
            _ name: String, _ summary: String, get: @escaping @Sendable (Context) -> Bool
        ) -> Self {
            Self(declaration: ContextField(name, .flag, summary)) { .flag(get($0)) }
        }

        package static func object<Object: TemplateContext>(
            _ name: String, _ type: Object.Type, _ summary: String,
            get: @escaping @Sendable (Context) -> Object?
        ) -> Self {
            Self(declaration: ContextField(name, .object(ContextType(type)), summary)) {
                get($0).map { .object($0) } ?? .absent
            }
        }

        package static func list<Element: TemplateContext>(
            _ name: String, of type: Element.Type, _ summary: String,
            get: @escaping @Sendable (Context) -> [Element]
        ) -> Self {
            Self(declaration: ContextField(name, .list(of: .object(ContextType(type))), summary)) {
                .objects(get($0))
            }
        }

        /// A list of texts, whose items are `{{.}}`.
        package static func texts(
            _ name: String, _ summary: String, get: @escaping @Sendable (Context) -> [String]
        ) -> Self {
            Self(declaration: ContextField(name, .list(of: .text), summary)) { .texts(get($0)) }
        }

        /// The author's own keys: any name below is accepted.
        package static func open(
            _ name: String, _ summary: String, get: @escaping @Sendable (Context) -> [String: ParamValue]
        ) -> Self {
            Self(declaration: ContextField(name, .open, summary)) { .map(get($0)) }
        }
    }
}
