package import FrontisCore

/// A thing that templates can look into: the site, a page, a term.
///
/// Contexts are final classes with constant properties: a look-up then costs a retain, never a copy of
/// everything that a page knows. What templates may ask for stands once, in `fields`; the checker, the
/// look-up and the reference page all read that table.
package protocol TemplateContext: AnyObject, Sendable {
    /// The names that templates can use here, with how to get each value. Make it a `static let`.
    static var fields: ContextFields<Self> { get }

    /// Values of names that are only known at run time, such as those that plug-ins add to pages. They are
    /// declared to the checker as additions to `TemplateNames`. Nothing for a name that is not one of them.
    func addedValue(named name: String) -> TemplateValue?

    /// Whether `addedValue` knows any name at all.
    static var takesAdditions: Bool { get }

    /// The one way by which templates read a context.
    ///
    /// Nothing for a name that this context does not have, so that the search goes on further out; `absent`
    /// for one that it has but that is empty, so that it does not.
    ///
    /// A requirement only so that the compiler makes a look-up of its own for each context; none replaces it.
    func read(_ name: String) -> ReadValue?

    /// Adds what the context says to a template that has read these names of it: another text, where the template would see
    /// another page.
    ///
    /// A requirement as `read` is.
    func say(_ shape: ReadShape, into said: inout PackedWriter)
}

/// What a template finds under a name.
package struct ReadValue {
    let value: TemplateValue
    /// Which of the context's own names it was; nothing for an added one.
    let field: Int?
}

extension TemplateContext {
    package func addedValue(named name: String) -> TemplateValue? { nil }

    package static var schema: ContextSchema { fields.schema }

    package static var takesAdditions: Bool { false }

    package func read(_ name: String) -> ReadValue? {
        if let found = Self.fields.read(name, of: self) { return found }
        return addedValue(named: name).map { ReadValue(value: $0, field: nil) }
    }

    package func say(_ shape: ReadShape, into said: inout PackedWriter) {
        Self.fields.say(shape, of: self, into: &said)
        for name in shape.names { said.say(addedValue(named: name.text) ?? .absent, name.below) }
        if shape.isPrinted { said.add(printedText ?? "") }
    }

    package func value(named name: String) -> TemplateValue? { read(name)?.value }

    /// What `{{name}}` prints for the context as a whole, for contexts that can be printed.
    package var printedText: String? { Self.fields.printedText(of: self) }
}
