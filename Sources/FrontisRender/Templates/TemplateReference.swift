/// The reference page of the names that templates can use, written from the tables that the look-up uses.
package enum TemplateReference {
    package static func markdown(for names: TemplateNames) -> String {
        var sections: [String] = []
        for type in names.reachableTypes {
            let schema = type.schema
            let title = type == names.root ? "Roots" : schema.name
            var text = "## \(title)\n\n\(schema.summary)\n"
            if schema.isPrintable { text += "\nPrinted as it is, or entered for these:\n" }
            text +=
                "\n"
                + table(
                    ["name", "value", "meaning"],
                    names.fields(of: type).map { field in
                        ["`\(field.name)`", phrase(field.form), field.summary]
                    })
            sections.append(text)
        }
        let filters = TemplateFilter.all.sorted { $0.name < $1.name }.map { ["`\($0.name)(x)`", $0.summary] }
        sections.append("## Filters\n\n" + table(["filter", "gives"], filters))
        let positions = TemplateFilter.Position.allCases.map { ["`\($0.rawValue)()`", $0.summary] }
        sections.append(
            "## Places in a list\n\nDirectly in the section of a list:\n\n" + table(["name", "gives"], positions))
        return sections.joined(separator: "\n")
    }

    private static func phrase(_ form: ValueForm) -> String {
        switch form {
        case .text: "text"
        case .html: "HTML, with three braces"
        case .number: "number"
        case .flag: "flag"
        case .object(let type): "[\(type.schema.name)](#\(type.schema.name))"
        case .list(let element): "list of \(phrase(element))"
        case .open: "whatever the author wrote"
        }
    }

    private static func table(_ header: [String], _ rows: [[String]]) -> String {
        let lines = [header, header.map { _ in "---" }] + rows
        return lines.map { cells in
            "| "
                + cells.map { $0.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|") }
                .joined(separator: " | ") + " |\n"
        }.joined()
    }
}
