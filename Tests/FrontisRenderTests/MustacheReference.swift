import FrontisCore
import FrontisRender
import Mustache

/// The same templates and values in swift-mustache, to compare with.
enum MustacheReference {
    static func render(_ texts: [String: String], _ root: some TemplateContext) throws -> String? {
        let templates = try texts.mapValues { try MustacheTemplate(string: $0) }
        let value = TemplateValue.object(root).mustache
        return MustacheLibrary(templates: templates).render(value, withTemplate: "home")
    }
}

extension TemplateValue {
    fileprivate var mustache: Any {
        switch self {
        case .absent: Absent()
        case .flag(let flag): flag
        case .objects(let objects): Items(list: self, items: objects.map { Single(value: .object($0)) })
        case .texts(let texts): Items(list: self, items: texts.map { Single(value: .text($0)) })
        case .values(let values): Items(list: self, items: values.map { TemplateValue($0).mustache })
        case .text, .integer, .number, .object, .map: Single(value: self)
        }
    }

    /// `first` and `last` of an empty list are nothing, as everywhere.
    fileprivate func filtered(by name: String) -> Any? {
        guard let value = TemplateFilter.named(name)?.apply(self) else { return nil }
        if case .absent = value { return nil }
        return value.mustache
    }
}

/// A name that is known and has no value: the search for it ends here.
private struct Absent: MustacheCustomRepresentation, MustacheParent {
    var representation: Any? { nil }
    func child(named: String) -> Any? { nil }
}

private struct Single: MustacheParent, MustacheCustomRenderable, MustacheTransformable {
    let value: TemplateValue

    var renderText: String { value.printed }
    var isNull: Bool {
        if case .map(let map) = value { map.isEmpty } else { false }
    }
    func child(named name: String) -> Any? {
        switch value {
        case .object(let context): context.value(named: name)?.mustache
        case .map(let map): map[name].map { TemplateValue($0).mustache }
        default: nil
        }
    }
    func transform(_ name: String) -> Any? { value.filtered(by: name) }
}

private struct Items: MustacheSequence, MustacheParent, MustacheCustomRenderable, MustacheTransformable {
    let list: TemplateValue
    let items: [Any]

    var renderText: String { list.printed }
    var isNull: Bool { false }
    func makeIterator() -> IndexingIterator<[Any]> { items.makeIterator() }
    func child(named: String) -> Any? { nil }
    func transform(_ name: String) -> Any? { list.filtered(by: name) }
}
