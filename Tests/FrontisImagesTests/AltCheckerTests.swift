import FrontisTestSupport
import FrontisText
import FrontisContent
import FrontisCore
import FrontisStore
import Testing

@testable import FrontisImages

@Suite struct AltCheckerTests {
    private static func request(_ name: String, alt: String? = nil, line: Int = 2) -> ImageRequest {
        let place = SourceLocation(path: "content/a.md", line: line, column: 11)
        var request = ImageRequest(
            name: SlotName(given: name), prompt: Located("A \(name)", at: place), sourceLine: "ai-image: A \(name)")
        request.alt = alt
        if let alt {
            request.altLocation = SourceLocation(path: "content/a.md", line: line + 1, column: 8)
            request.altLine = "  alt: \(alt)"
        }
        return request
    }

    private static func page(
        _ requests: [ImageRequest], body: [(String, String?)] = [], source: String = "a.md", language: String = "en"
    ) -> Page {
        var page = Page(source: .file(source), kind: .page, section: "", slug: "a", title: "Night train", language: language)
        page.imageRequests = requests
        page.body.gaps = body.enumerated().map { index, picture in
            .init(
                offset: 0,
                filling: .picture(
                    BodyPicture(
                        target: .slot(SlotName(given: picture.0)), alt: picture.1,
                        location: SourceLocation(path: "content/" + source, line: 20 + index, column: 3),
                        sourceLine: "![\(picture.1 ?? "")](ai:\(picture.0))")))
        }
        return page
    }

    private static func collect(_ pages: [Page]) -> SlotCollector.Collection {
        SlotCollector(configuration: SiteConfiguration(), references: [:]).collect(from: PageWishes(of: pages).wishes)
    }

    private static func entry(_ picture: String, _ alts: [String: AltText], isPlaceholder: Bool = false) -> ImageCatalog.Entry {
        ImageCatalog.Entry(
            OutputPicture(
                Picture(digest: Digest.of(picture), mediaType: .png, width: 3, height: 2), path: PicturePath.path(of: Digest.of(picture), .png), file: "", length: 1, isPlaceholder: isPlaceholder, provenance: nil),
            alts: alts, caption: nil)
    }

    private static func check(
        _ slots: [Slot], _ entries: [ImageCatalog.Entry], _ requirement: SiteConfiguration.Requirement = .none
    ) -> [Diagnostic] {
        var catalog = ImageCatalog()
        for (slot, entry) in zip(slots, entries) { catalog.entries[slot.id] = entry }
        return AltChecker(maxLength: 125, requirement: requirement).findings(ofShown: slots, in: catalog)
    }

    private static func model(_ text: String, _ source: AltText.Source = .model, _ language: String = "en") -> [String: AltText] {
        [language: AltText(text: text, source: source, language: language)]
    }

    @Test func anAuthorsTextIsBlamedWhereItStands() {
        let diagnostics = Self.collect([Self.page([Self.request("hero", alt: "Photo of a fox")])]).diagnostics
        #expect(
            diagnostics.map(DiagnosticFormatter().text) == [
                """
                content/a.md:3:8: warning: alt text begins with 'Photo of' [alt-prefix]
                  3 |   alt: Photo of a fox
                    |        ^
                    help: begin with what is seen: that it is a picture is said by every screen reader

                """
            ])
    }

    @Test func wordsBetweenBracketsAreBlamedThere() {
        let page = Self.page([Self.request("map")], body: [("map", "A map of a valley,"), ("map", "A map of a valley,"), ("map", "Image of a map"), ("map", nil)])
        #expect(
            Self.collect([page]).diagnostics.map { "\($0.location?.line ?? 0) \($0.id.rawValue): \($0.summary)" } == [
                "20 alt-cut-off: alt text seems cut off: it ends with ','",
                "22 alt-prefix: alt text begins with 'Image of'",
            ])
    }

    @Test func aTranslationsOwnWordsAreInItsLanguage() {
        var translation = Self.page([], body: [("map", "Bild von einer Karte")], source: "a.de.md", language: "de")
        translation.original = "a.md"
        let collected = Self.collect([Self.page([Self.request("map", alt: "Bild von Zeitung")]), translation])
        #expect(collected.diagnostics.map(\.id) == [.altPrefix])
        #expect(collected.diagnostics.first?.location?.path == "content/a.de.md")
    }

    @Test func decorationAndSilenceAreNoFault() {
        #expect(Self.collect([Self.page([Self.request("hero", alt: ""), Self.request("map")])]).diagnostics.isEmpty)
    }

    @Test(arguments: [AltText.Source.model, .reviewed])
    func aModelsTextIsBlamedAtThePrompt(source: AltText.Source) {
        let slots = Self.collect([Self.page([Self.request("hero")])]).slots
        #expect(
            Self.check(slots, [Self.entry("x", Self.model("Image of <b>", source))]).map(DiagnosticFormatter().text) == [
                """
                content/a.md:2:11: warning: a.md#hero: the alt text in 'en' begins with 'Image of' [alt-prefix]
                  2 | ai-image: A hero
                    |           ^
                    help: it is: Image of <b>
                          begin with what is seen: that it is a picture is said by every screen reader; your own words \
                stand over it: alt: …

                """,
                """
                content/a.md:2:11: warning: a.md#hero: the alt text in 'en' has markup in it: '<b>' [alt-markup]
                  2 | ai-image: A hero
                    |           ^
                    help: it is: Image of <b>
                          write plain text: readers hear the signs and not what they do; your own words stand over it: alt: …

                """,
            ])
    }

    @Test func aFaultOfASharedTextIsNamedOnce() {
        let slots = Self.collect([Self.page([Self.request("hero"), Self.request("map")])]).slots
        let entry = Self.entry("x", Self.model("A fox and"))
        #expect(Self.check(slots, [entry, entry], .reviewed).map(\.id) == [.altCutOff, .altUnreviewed])
    }

    @Test func placeholdersAndAuthorsAreNotCheckedTwice() {
        let slots = Self.collect([Self.page([Self.request("hero"), Self.request("map", alt: "Image of")])]).slots
        let entries = [
            Self.entry("x", Self.model("Image of circles"), isPlaceholder: true),
            Self.entry("y", ["en": .byAuthor("Image of", language: "en")]),
        ]
        #expect(Self.check(slots, entries, .reviewed).isEmpty)
    }

    @Test func reviewedMeansThatAPersonHasLooked() {
        let slots = Self.collect([Self.page([Self.request("hero")])]).slots
        let entry = Self.entry("x", Self.model("A fox in snow."))
        #expect(Self.check(slots, [entry], .none).isEmpty)
        #expect(Self.check(slots, [entry], .any).isEmpty)
        #expect(Self.check(slots, [Self.entry("x", Self.model("A fox.", .reviewed))], .reviewed).isEmpty)
        #expect(Self.check(slots, [Self.entry("x", Self.model("", .decorative))], .reviewed).isEmpty)
        // Said once already, where it could not be made.
        #expect(Self.check(slots, [Self.entry("x", Self.model("", .missing))], .reviewed).isEmpty)
        #expect(
            Self.check(slots, [entry], .reviewed).map(DiagnosticFormatter().text) == [
                """
                content/a.md:2:11: error: a.md#hero: nobody has accepted the alt text in 'en' that a model wrote [alt-unreviewed]
                  2 | ai-image: A hero
                    |           ^
                    help: it is: A fox in snow.
                          look at the picture, then accept it: frontis alt accept a.md#hero
                          or set its source to "reviewed" in frontis.lock, or write your own: alt: …

                """
            ])
    }

    @Test func aPictureWithoutAPageNeedsNobodysConsent() {
        let wish = Wish(order: Self.request("hero"), language: "en")
        let slots = SlotCollector(configuration: SiteConfiguration(), references: [:]).collect(from: [wish]).slots
        #expect(slots.map(\.id.description) == ["'A hero'"])
        #expect(Self.check(slots, [Self.entry("x", Self.model("A fox in snow."))], .reviewed).isEmpty)
    }

    @Test func twoPicturesWithOneText() {
        let slots = Self.collect([Self.page([Self.request("hero"), Self.request("map", alt: "A fox")])]).slots
        let author = ["en": AltText.byAuthor("A fox", language: "en")]
        #expect(
            Self.check(slots, [Self.entry("x", Self.model("a fox.")), Self.entry("y", author)]).map(DiagnosticFormatter().text) == [
                """
                content/a.md:3:8: warning: a.md#map has the alt text of another picture, a.md#hero [alt-duplicate]
                  3 |   alt: A fox
                    |        ^
                    help: it is: A fox
                          say what tells the two apart

                """
            ])
        // One picture in two places, and decoration, may be alike.
        #expect(Self.check(slots, [Self.entry("x", Self.model("a fox.")), Self.entry("x", author)]).isEmpty)
        let decoration = ["en": AltText.byAuthor("", language: "en")]
        #expect(Self.check(slots, [Self.entry("x", decoration), Self.entry("y", decoration)]).isEmpty)
        // So may drawings that describe themselves.
        #expect(
            Self.check(
                slots,
                [
                    Self.entry("x", Self.model("Circles"), isPlaceholder: true),
                    Self.entry("y", Self.model("Circles"), isPlaceholder: true),
                ]
            ).isEmpty)
    }

    @Test func twoPagesMaySayTheSame() {
        let slots = Self.collect([Self.page([Self.request("hero")]), Self.page([Self.request("hero")], source: "b.md")]).slots
        #expect(
            Self.check(slots, [Self.entry("x", Self.model("A fox.")), Self.entry("y", Self.model("A fox."))]).isEmpty)
    }
}
