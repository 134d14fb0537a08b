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
    private let indices: [String: Int]
    private let fields: [Field]
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
        precondition(fields.count <= ReadRecorder.mostFields, "a context with that many names needs another record")
        indices = Dictionary(uniqueKeysWithValues: fields.enumerated().map { ($1.declaration.name, $0) })
        self.fields = fields
        self.printing = printing
    }

    func read(_ name: String, of context: Context) -> ReadValue? {
        indices[name].map { ReadValue(value: fields[$0].get(context), field: $0) }
    }

    /// Adds what the names say, and what those say that are below them.
    func say(_ shape: ReadShape, of context: Context, into said: inout PackedWriter) {
        for read in shape.fields where fields.indices.contains(read.index) {
            let field = fields[read.index]
            if let say = field.say {
                say(context, &said)
            } else {
                said.say(field.get(context), read.below)
            }
        }
    }

    func printedText(of context: Context) -> String? {
        printing?(context)
    }

    /// One row of the table. Empty text and nothing are both absent.
    package struct Field: Sendable {
        fileprivate let declaration: ContextField
        fileprivate let get: @Sendable (Context) -> TemplateValue
        /// What the value is made of, where that is less work than the value; nothing says the value itself.
        fileprivate var say: Saying?

        package typealias Saying = @Sendable (Context, inout PackedWriter) -> Void

        /// Plain text, escaped by `{{name}}`.
        package static func text(
            _ name: String, _ summary: String, get: @escaping @Sendable (Context) -> String?
        ) -> Self {
            Self(declaration: ContextField(name, .text, summary)) { TemplateValue(text: get($0)) }
        }

        /// Markup that Frontis made itself, for `{{{name}}}`.
        ///
        /// - Parameter saying: adds all that the markup is made of, where that is less work than to make it.
        package static func html(
            _ name: String, _ summary: String, saying: Saying? = nil, get: @escaping @Sendable (Context) -> String?
        ) -> Self {
            var field = Self(declaration: ContextField(name, .html, summary)) { TemplateValue(text: get($0)) }
            field.say = saying
            return field
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
