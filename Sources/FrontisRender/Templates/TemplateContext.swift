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

    /// The one way by which templates read a context; whoever wants to know what a page has read listens here.
    ///
    /// Nothing for a name that this context does not have, so that the search goes on further out; `absent`
    /// for one that it has but that is empty, so that it does not.
    ///
    /// A requirement only so that the compiler makes a look-up of its own for each context; none replaces it.
    func value(named name: String) -> TemplateValue?
}

extension TemplateContext {
    package func addedValue(named name: String) -> TemplateValue? { nil }

    package static var schema: ContextSchema { fields.schema }

    package func value(named name: String) -> TemplateValue? {
        if let value = Self.fields.value(named: name, of: self) { return value }
        return addedValue(named: name)
    }

    /// What `{{name}}` prints for the context as a whole, for contexts that can be printed.
    package var printedText: String? { Self.fields.printedText(of: self) }
}
