import FrontisCore
import FrontisRender
import Testing

@testable import FrontisBuild

/// Which crops of a page's own picture templates ask for, in whatever way they write it.
@Suite struct HeroUsesTests {
    @Test(
        arguments: [
            ("{{{page.hero.picture}}}", []), ("{{{page.hero.card}}}", [.card]), ("{{&page.hero.card}}", [.card]),
            ("{{=<% %>=}}<%& page.hero.card %>", [.card]), ("{{=| |=}}|#page.hero||& square||/page.hero|", [.square]),
            ("{{#pages}}{{#hero}}{{{lead}}}{{/hero}}{{/pages}}", [.lead]),
            ("{{#pages}}{{^hero}}{{{hero.lead}}}{{/hero}}{{/pages}}", [.lead]),
            ("{{$box}}{{{page.hero.square}}}{{/box}}", [.square]),
            ("{{<base}}{{$box}}{{{page.hero.card}}}{{/box}}{{/base}}", [.card]),
            ("{{! page.hero.card }} card, square {{{page.hero.picture}}}", []),
            ("<p class=\"card\">{{page.title}}</p>", []),
        ] as [(String, Set<PictureUse>)])
    func followFromTheNamesThatAreMentioned(text: String, crops: Set<PictureUse>) throws {
        let sources = [
            TemplateSource(name: "page", path: "templates/page.mustache", text: text),
            TemplateSource(name: "base", path: "templates/base.mustache", text: "{{$box}}{{/box}}"),
        ]
        let set = try #require(TemplateSet.load(sources, names: SiteRendering.names(with: [])).set)
        #expect(SiteRendering.heroUses(of: set) == crops.union([.hero]))
    }
}
