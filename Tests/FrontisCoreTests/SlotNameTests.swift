import FrontisCore
import Testing

/// Names of slots stand in locks, stores and on command lines: what is printed is read again as the same.
struct SlotNameTests {
    static let names: [(text: String, name: SlotName)] = [
        ("hero", .hero), ("map", .named("map")), ("dark", .named("dark")), ("a_b-1", .named("a_b-1")),
        ("ai-0123abcd", .inline("0123abcd")), ("ai-0123456789abcdef", .inline("0123456789abcdef")),
        ("ai:a fox. in snow", .words("a fox. in snow")), ("photo.jpg", .file("photo.jpg")),
        ("../figs/ai-fox.png", .file("../figs/ai-fox.png")), ("hero.dark", .dark(.hero)),
        ("map.dark", .dark(.named("map"))), ("ai-0123abcd.dark", .dark(.inline("0123abcd"))),
        ("hero.dark.dark", .dark(.dark(.hero))),
    ]

    @Test(arguments: names) func whatIsPrintedIsRead(name: (text: String, name: SlotName)) throws {
        #expect(SlotName(name.text) == name.name)
        #expect(name.name.description == name.text)
        let id = try #require(SlotID("posts/a#b.md#" + name.text))
        #expect(id == SlotID(source: .file("posts/a#b.md"), name: name.name))
        #expect(id.description == "posts/a#b.md#" + name.text)
        #expect(id.dark.description == "posts/a#b.md#" + name.text + ".dark")
    }

    @Test(arguments: ["", "#", "a.md#", "#hero", "a.md"]) func thatIsNoSlot(text: String) {
        #expect(SlotID(text) == nil)
    }

    /// An author's name can be told from all others.
    @Test(arguments: ["hero", "", "ai-map", "a.b", "a b", "ai:map", "a#b"]) func noAuthorMayCallAPictureSo(name: String) {
        #expect(!SlotName.isGivable(name))
    }

    @Test(arguments: ["map", "Karte_1", "größe", "dark", "ai"]) func anAuthorMay(name: String) {
        #expect(SlotName.isGivable(name))
        #expect(SlotName(name) == .named(name))
        #expect(SlotName(given: name) == .named(name))
    }
}
