import FrontisCore

extension TemplateFilter {
    static let first = TemplateFilter(
        name: "first", summary: "a list's first item", form: element,
        apply: { value in
            switch value {
            case .objects(let objects): objects.first.map { .object($0) } ?? .absent
            case .texts(let texts): TemplateValue(text: texts.first)
            case .values(let values): values.first.map { TemplateValue($0) } ?? .absent
            default: nil
            }
        })

    static let last = TemplateFilter(
        name: "last", summary: "a list's last item", form: element,
        apply: { value in
            switch value {
            case .objects(let objects): objects.last.map { .object($0) } ?? .absent
            case .texts(let texts): TemplateValue(text: texts.last)
            case .values(let values): values.last.map { TemplateValue($0) } ?? .absent
            default: nil
            }
        })

    static let reversed = TemplateFilter(
        name: "reversed", summary: "a list or a text from its end to its beginning",
        form: { form in
            switch form {
            case .list, .open, .text: form
            default: nil
            }
        },
        apply: { value in
            switch value {
            case .objects(let objects): .objects(objects.reversed())
            case .texts(let texts): .texts(texts.reversed())
            case .values(let values): .values(values.reversed())
            case .text(let text): .text(String(text.reversed()))
            default: nil
            }
        })

    static let count = TemplateFilter(
        name: "count", summary: "how many items a list or a map has",
        form: { form in
            switch form {
            case .list, .open: .number
            default: nil
            }
        },
        apply: { value in size(of: value).map { .integer($0) } })

    static let empty = TemplateFilter(
        name: "empty", summary: "whether a list or a map has no items",
        form: { form in
            switch form {
            case .list, .open: .flag
            default: nil
            }
        },
        apply: { value in size(of: value).map { .flag($0 == 0) } })

    static let sorted = TemplateFilter(
        name: "sorted", summary: "a list of texts or numbers in order; a map's pairs by key",
        form: { form in
            switch form {
            case .list(of: .text), .open: form
            default: nil
            }
        },
        apply: { value in
            switch value {
            case .texts(let texts): .texts(texts.sorted())
            case .values(let values): .values(values.sorted { sortKey(of: $0) < sortKey(of: $1) })
            case .map(let map): .values(pairs(of: map))
            default: nil
            }
        })

    static let enumerated = TemplateFilter(
        name: "enumerated", summary: "a map's pairs, each with `key` and `value`, by key",
        form: { $0 == .open ? .open : nil },
        apply: { value in
            guard case .map(let map) = value else { return nil }
            return .values(pairs(of: map))
        })

    @Sendable private static func element(of form: ValueForm) -> ValueForm? {
        switch form {
        case .list(let element): element
        case .open: .open
        default: nil
        }
    }

    private static func size(of value: TemplateValue) -> Int? {
        switch value {
        case .objects(let objects): objects.count
        case .texts(let texts): texts.count
        case .values(let values): values.count
        case .map(let map): map.count
        default: nil
        }
    }

    /// In the order of their keys, as a dictionary's own order is another one in every run.
    private static func pairs(of map: [String: ParamValue]) -> [ParamValue] {
        map.sorted { $0.key < $1.key }.map { .map(["key": .text($0.key), "value": $0.value]) }
    }

    /// Numbers before texts, both in their own order.
    private static func sortKey(of value: ParamValue) -> (Int, Double, String) {
        switch value {
        case .integer(let integer): (0, Double(integer), "")
        case .number(let number): (0, number, "")
        default: (1, 0, TemplateValue(value).printed)
        }
    }
}
