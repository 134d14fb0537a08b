import FrontisCore

/// One thing that a template has read, as people tell it from others: a name of a context that it began with, or that
/// context as a whole.
struct ReadPart: Sendable {
    let name: ReadName
    /// Of where the template began, with nothing else in it.
    let shape: ReadShape
}

extension ReadShape {
    /// All that was read, part by part.
    ///
    /// - Parameter root: the kind of context that the template began with.
    func parts(of root: ContextSchema) -> [ReadPart] {
        fields.filter { root.fields.indices.contains($0.index) }.flatMap { field -> [ReadPart] in
            let declared = root.fields[field.index]
            guard case .object(let type) = declared.form, let below = field.below else {
                return [
                    ReadPart(
                        name: ReadName(declared.name, field.below?.details(in: declared.form) ?? []),
                        shape: ReadShape(only: field))
                ]
            }
            func part(_ name: ReadName, _ shape: ReadShape) -> ReadPart {
                ReadPart(name: name, shape: ReadShape(only: Field(index: field.index, below: shape)))
            }
            let schema = type.schema
            var parts = below.fields.filter { schema.fields.indices.contains($0.index) }.map { inner in
                let form = schema.fields[inner.index]
                return part(
                    ReadName("\(declared.name).\(form.name)", inner.below?.details(in: form.form) ?? []),
                    ReadShape(only: inner))
            }
            parts += below.names.map { name in
                part(
                    ReadName("\(declared.name).\(name.text)"),
                    ReadShape(fields: [], names: [name], isWhole: false, isPrinted: false))
            }
            if below.isPrinted || parts.isEmpty {
                let shape = ReadShape(fields: [], names: [], isWhole: below.isWhole, isPrinted: below.isPrinted)
                parts.append(part(ReadName(declared.name), shape))
            }
            return parts
        }
    }

    private convenience init(only field: Field) {
        self.init(fields: [field], names: [], isWhole: false, isPrinted: false)
    }

    /// Names that were read of a value, or of all elements of a list.
    private func details(in form: ValueForm) -> [String] {
        switch form {
        case .object(let type):
            let fields = type.schema.fields
            let own = self.fields.filter { fields.indices.contains($0.index) }.map { fields[$0.index].name }
            return (own + names.map(\.text)).sorted()
        case .list(let element): return details(in: element)
        case .open: return isWhole ? [] : names.map(\.text)
        case .text, .html, .number, .flag: return []
        }
    }
}
