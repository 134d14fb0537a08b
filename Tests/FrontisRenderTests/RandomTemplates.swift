import FrontisTestSupport
import FrontisCore
import FrontisRender

/// Makes templates and contexts in which swift-mustache and the renderer agree on purpose.
///
/// Left out, as the renderer means something else there:
/// - `{{^list}}`: swift-mustache opens the empty list as a context, so that `{{.}}` is the list.
/// - Lists of several items in something indented: swift-mustache indents the lines of the first item only.
/// - Windows' line ends in something indented: swift-mustache does not indent after them.
/// - A combining mark behind a tag or an escaped character, and a brace at a template's end.
struct RandomTemplates {
    var random: SeededNumbers
    /// Whether partials, parents and blocks stand behind blanks.
    let isIndented: Bool

    init(seed: UInt64) {
        random = SeededNumbers(seed: seed)
        isIndented = random.next() % 2 == 0
    }

    private mutating func pick<T>(_ values: [T]) -> T { values[Int(random.next() % UInt64(values.count))] }

    private mutating func chance(_ percent: UInt64) -> Bool { random.next() % 100 < percent }

    mutating func templates() -> [String: String] {
        [
            "p0": body(depth: 2, partials: []), "p1": body(depth: 2, partials: ["p0"]),
            "base": body(depth: 2, partials: ["p0"], blocks: ["a", "b"]),
            "middle": parent("base", blocks: ["b", "c"]),
            "home": body(depth: 3, partials: ["p0", "p1"]) + parent(pick(["base", "middle"]))
                + body(depth: 1, partials: ["p1"]),
        ]
    }

    /// With `blocks`, its own fillings can be filled in turn.
    private mutating func parent(_ parent: String, blocks: [String] = []) -> String {
        var text = indentation() + "{{<\(parent)}}" + pick(["", "\n", " \n"])
        for name in ["a", "b"] where chance(70) {
            text += pick(["", "  ", "\n"]) + "{{$\(name)}}" + pick(["", "\n", "\n    "])
            text += body(depth: 2, partials: ["p0", "p1"], blocks: blocks.filter { $0 != name })
            text += "{{/\(name)}}" + pick(["", "\n", "{{! why }}\n"])
        }
        return text + "{{/\(parent)}}" + pick(["", "\n", " "])
    }

    private mutating func indentation() -> String { isIndented ? pick(["", "  ", "\n  ", "\t"]) : "\n" }

    private mutating func text() -> String {
        let lineEnd = isIndented ? "\n" : "\r\n"
        return pick(["", "\n", " ", "  ", "\n\n", "<p>", "é 👩‍🚀", "x\n", "\n  y", " z ", "{ ", "}", lineEnd])
    }

    private mutating func name(isLocal: Bool) -> String {
        let names = [
            "page.title", "title", "page", "site.title", "pages", "page.tags", "tags", "name", "page.description",
            "page.date", "date.long", "year", "page.reading-time", "page.draft", "draft", "page.authors", "section",
            "page.section.description", "page.params.list", "page.params.map", "params.map.k", "page.params.number",
            "page.content", "k", "missing", "page.missing.deep", "page.word-count", "page.params.empty",
        ]
        let local = [".", ".title", ".name", ".k", ".params.map"]
        return isLocal && chance(30) ? pick(local) : pick(names)
    }

    private mutating func reference(isLocal: Bool) -> String {
        if isLocal, chance(12) {
            return pick(["index()", "first()", "last()", "even()", "odd()", "plusone(index())"])
        }
        let filters = [
            "uppercased", "reversed", "count", "first", "last", "empty", "sorted", "plusone", "enumerated", "odd",
        ]
        var name = name(isLocal: isLocal)
        while chance(15) { name = pick(filters) + "(\(name))" }
        return name
    }

    private mutating func body(
        depth: Int, partials: [String], blocks: [String] = [], isLocal: Bool = false, isInverted: Bool = false
    ) -> String {
        var text = ""
        for _ in 0..<(1 + random.next() % 6) {
            text += self.text()
            let reference = reference(isLocal: isLocal)
            switch random.next() % 10 {
            case 0, 1: text += "{{\(reference)}}"
            case 2: text += pick(["{{{\(reference)}}}", "{{&\(reference)}}", "{{{ \(reference) }}}"])
            case 3 where depth > 0, 4 where depth > 0:
                let inside = body(
                    depth: depth - 1, partials: partials, blocks: blocks, isLocal: !isInverted, isInverted: isInverted)
                text += "{{#\(reference)}}\(self.text())\(inside)\(self.text()){{/\(reference)}}"
            case 5 where depth > 0:
                let inside = body(depth: depth - 1, partials: [], isInverted: true)
                text += "{{^\(reference)}}\(self.text())\(inside)\(self.text()){{/\(reference)}}"
            case 6 where !partials.isEmpty: text += indentation() + "{{> \(pick(partials))}}" + pick(["", "\n", " \n"])
            case 7 where !blocks.isEmpty && !isInverted:
                let name = pick(blocks)
                let inside = body(depth: 0, partials: partials)
                text += indentation() + "{{$\(name)}}" + pick(["", "\n"]) + inside + "{{/\(name)}}"
            case 8: text += pick(["{{! note }}", "{{=<% %>=}}<%page.title%><%={{ }}=%>", "{{=| |=}}\n|={{ }}=|"])
            case 9 where chance(30): text += pick(["{{% CONTENT_TYPE: TEXT }}", "{{% CONTENT_TYPE:HTML}}"])
            default: text += "{{\(reference)}}"
            }
        }
        return text + pick(["", "\n", "."])
    }

    // MARK: Contexts

    mutating func root() -> SampleRoot {
        SampleRoot(
            site: SampleSite(title: words()), page: page(), pages: items { $0.page() })
    }

    private mutating func items<T>(_ make: (inout Self) -> T) -> [T] {
        (0..<Int(random.next() % (isIndented ? 2 : 4))).map { _ in make(&self) }
    }

    private mutating func words() -> String {
        pick(["Night", "Fish & \"chips\" <3", "it's", "é<👩‍🚀>", "", "two\nlines\n", "&amp;", "a"])
    }

    private mutating func page() -> SamplePage {
        SamplePage(
            title: words(), description: chance(50) ? words() : nil, content: "<p>\n  \(words())</p>\n",
            date: chance(50) ? SampleDate() : nil, readingTime: Int(random.next() % 3), isDraft: chance(50),
            section: chance(50) ? SampleSection(description: words()) : nil, tags: items { $0.words() },
            authors: items { _ in "Ana" },
            params: [
                "list": .list(items { $0.value() }), "map": .map(["k": value()]), "empty": .map([:]),
                "number": .number(2.5),
            ], values: chance(50) ? ["word-count": .integer(7)] : [:])
    }

    private mutating func value() -> ParamValue {
        switch random.next() % 7 {
        case 0: .null
        case 1: .flag(chance(50))
        case 2: .integer(3)
        case 3: .number(1)
        case 4: .map(["k": .text(words())])
        case 5: .list(items { .text($0.words()) })
        default: .text(words())
        }
    }
}
