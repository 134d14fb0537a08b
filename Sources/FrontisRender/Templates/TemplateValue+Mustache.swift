import FrontisCore
import Mustache

// swift-mustache asks every value what it can do through casts, and falls back to `Mirror`, which is slow,
// on values that it cannot enter. So each value goes to it in a small type that answers for itself.

extension TemplateValue {
    /// The value as swift-mustache takes it. Nothing is wrapped in an optional.
    var mustache: Any {
        switch self {
        case .absent: MustacheAbsent()
        case .flag(let flag): flag
        case .object(let context): MustacheContextValue(context: context)
        case .objects(let contexts): MustacheContexts(contexts: contexts)
        case .texts, .values: MustacheItems(list: self)
        case .map(let map): MustacheMap(map: map)
        case .text, .integer, .number: MustacheScalar(value: self)
        }
    }

    fileprivate func filtered(by name: String) -> Any? {
        TemplateFilter.named(name)?.apply(self)?.mustache
    }
}

/// A name that is known and has no value: the search for it ends here, unlike with plain nothing.
private struct MustacheAbsent: MustacheCustomRepresentation, MustacheParent {
    var representation: Any? { nil }
    func child(named: String) -> Any? { nil }
}

/// A text or a number.
private struct MustacheScalar: MustacheParent, MustacheCustomRenderable, MustacheTransformable {
    let value: TemplateValue

    var renderText: String { value.printed }
    var isNull: Bool { false }
    func child(named: String) -> Any? { nil }
    func transform(_ name: String) -> Any? { value.filtered(by: name) }
}

/// A context; the root of a rendering is one.
struct MustacheContextValue: MustacheParent, MustacheCustomRenderable {
    let context: any TemplateContext

    var renderText: String { context.printedText ?? "" }
    var isNull: Bool { false }
    func child(named name: String) -> Any? { context.value(named: name)?.mustache }
}

private struct MustacheContexts: MustacheSequence, MustacheParent, MustacheTransformable {
    let contexts: [any TemplateContext]

    func makeIterator() -> some IteratorProtocol<MustacheContextValue> {
        contexts.lazy.map { MustacheContextValue(context: $0) }.makeIterator()
    }
    func child(named: String) -> Any? { nil }
    func transform(_ name: String) -> Any? { TemplateValue.objects(contexts).filtered(by: name) }
}

/// A list of texts, or one of the author's own with anything in it.
private struct MustacheItems: MustacheSequence, MustacheParent, MustacheCustomRenderable, MustacheTransformable {
    let list: TemplateValue

    func makeIterator() -> IndexingIterator<[Any]> {
        switch list {
        case .texts(let texts): texts.map { MustacheScalar(value: .text($0)) as Any }.makeIterator()
        case .values(let values): values.map { TemplateValue($0).mustache }.makeIterator()
        default: [].makeIterator()
        }
    }
    var renderText: String { list.printed }
    var isNull: Bool { false }
    func child(named: String) -> Any? { nil }
    func transform(_ name: String) -> Any? { list.filtered(by: name) }
}

private struct MustacheMap: MustacheParent, MustacheCustomRenderable, MustacheTransformable {
    let map: [String: ParamValue]

    var renderText: String { "" }
    var isNull: Bool { map.isEmpty }
    func child(named name: String) -> Any? { map[name].map { TemplateValue($0).mustache } }
    func transform(_ name: String) -> Any? { TemplateValue.map(map).filtered(by: name) }
}
