/// Every name that templates can use: the root context with all that can be reached from it, and what
/// plug-ins add.
package struct TemplateNames: Sendable {
    /// The context that a template begins with; its fields are the roots `site`, `page` and so on.
    package let root: ContextType
    private let additions: [ContextType: [ContextField]]

    /// - Parameter additions: Names that `addedValue(named:)` of the given contexts answers.
    package init(root: any TemplateContext.Type, additions: [ContextType: [ContextField]] = [:]) {
        self.root = ContextType(root)
        self.additions = additions
    }

    /// The type's own fields, then the added ones.
    package func fields(of type: ContextType) -> [ContextField] {
        type.schema.fields + additions[type, default: []]
    }

    /// The root and every context that can be reached from it, each once, nearest first.
    package var reachableTypes: [ContextType] {
        var found = [root]
        var next = 0
        while next < found.count {
            for field in fields(of: found[next]) {
                var form = field.form
                while case .list(let element) = form { form = element }
                if case .object(let type) = form, !found.contains(type) { found.append(type) }
            }
            next += 1
        }
        return found
    }

    func form(of name: String, in type: ContextType) -> ValueForm? {
        fields(of: type).first { $0.name == name }?.form
    }
}
