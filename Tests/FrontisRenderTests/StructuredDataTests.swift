import Foundation
import FrontisCore
import FrontisTestSupport
import Testing

@testable import FrontisRender

/// The JSON-LD in a page's head, read with a parser of its own.
@Suite struct StructuredDataTests {
    private static func context(
        title: String = "The night train", change: (inout Page, inout SiteConfiguration) -> Void = { _, _ in },
        role: PageRole = .page, dialect: String? = "openai"
    ) throws -> PageContext {
        var configuration = SiteConfiguration()
        configuration.title = "Night Trains"
        configuration.url = "https://e.org/blog/"
        var page = Page(source: "a.md", kind: .page, section: "", slug: "a", title: title, language: "en")
        page.url = "/a/"
        page.date = PageDate(year: 2026, month: 3, day: 2)
        page.imageRequests = [ImageRequest(name: .hero, prompt: Located("A train", at: page.location))]
        change(&page, &configuration)
        let digest = try #require(Digest(hex: String(repeating: "a", count: 64)))
        let slot = SlotID(source: "a.md", name: .hero)
        let entry = ImageCatalog.Entry(
            OutputPicture(
                Picture(digest: digest, mediaType: .png, width: 3, height: 2), path: try #require(SitePath("images/x.png")), file: "/x", length: 9, isPlaceholder: false,
                provenance: dialect.map { PictureProvenance(slot: slot, digest: digest, provider: "art", dialect: $0, model: "gpt-image-2") }), alts: ["en": AltText(text: "A train", source: .model, language: "en")],
            caption: "C")
        let structure = SiteStructure(pages: [page])
        let site = SiteContext(configuration: configuration, structure: structure)
        let resolver = ReferenceResolver(pages: [page], files: [], basePath: "/blog")
        let markup = PictureMarkup(
            addresses: site.addresses, resolver: resolver, pictures: ShownPictures(of: [page], published: [:], resolver),
            catalog: ImageCatalog(entries: [slot: entry]), sizes: [:])
        var parts = PageContext.Parts(title: title, path: "/a/", role: role, language: "en")
        parts.page = page
        parts.description = page.description
        parts.hero = markup.hero(of: page).map { HeroContext($0, markup: markup) }
        if role == .home {
            parts.path = "/"
            parts.feedFolder = "/"
        }
        return PageContext(parts, site: site, markup: markup)
    }

    /// Sorted, so that two texts can be compared.
    private static func parsed(_ context: PageContext) throws -> String {
        let script = try #require(StructuredData.script(for: context))
        let start = "<script type=\"application/ld+json\">"
        #expect(script.hasPrefix(start) && script.hasSuffix("</script>"))
        let json = script.dropFirst(start.count).dropLast("</script>".count)
        #expect(!json.contains("<"))
        return try sorted(String(json))
    }

    private static func sorted(_ json: String) throws -> String {
        let value = try JSONSerialization.jsonObject(with: Data(json.utf8))
        let data = try JSONSerialization.data(withJSONObject: value, options: [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes])
        return String(decoding: data, as: UTF8.self)
    }

    @Test func aPostSaysWhatItIsAndWhereItsPictureComesFrom() throws {
        let context = try Self.context(change: { page, configuration in
            page.updated = PageDate(year: 2026, month: 4, day: 1)
            page.description = "By rail"
            page.authors = ["Ana", "Bo"]
            page.tags = ["rail"]
            configuration.credit = "Night Trains, made by machine"
        })
        #expect(
            try Self.parsed(context)
                == Self.sorted(
                    """
                    {
                      "@context" : "https://schema.org",
                      "@type" : "BlogPosting",
                      "author" : [
                        {
                          "@type" : "Person",
                          "name" : "Ana"
                        },
                        {
                          "@type" : "Person",
                          "name" : "Bo"
                        }
                      ],
                      "dateModified" : "2026-04-01T00:00:00Z",
                      "datePublished" : "2026-03-02T00:00:00Z",
                      "description" : "By rail",
                      "headline" : "The night train",
                      "image" : {
                        "@type" : "ImageObject",
                        "caption" : "C",
                        "contentUrl" : "https://e.org/blog/images/x.png",
                        "creditText" : "Night Trains, made by machine",
                        "description" : "A train",
                        "digitalSourceType" : "https://schema.org/TrainedAlgorithmicMediaDigitalSource",
                        "encodingFormat" : "image/png",
                        "height" : 2,
                        "url" : "https://e.org/blog/images/x.png",
                        "width" : 3
                      },
                      "inLanguage" : "en",
                      "keywords" : [
                        "rail"
                      ],
                      "mainEntityOfPage" : "https://e.org/blog/a/",
                      "url" : "https://e.org/blog/a/"
                    }
                    """))
    }

    @Test(arguments: [
        "</script><script>alert(1)</script>", "<!--<script>", "]]>", "\"}\\", "\u{2028}\u{2029}\u{0}\u{1F}", "</ScRiPt\n>", "&lt;/script&gt;",
    ])
    func noTextBreaksOut(text: String) throws {
        let context = try Self.context(
            title: text,
            change: { page, configuration in
                page.description = text
                page.authors = [text]
                page.tags = [text]
                configuration.credit = text
            })
        let json = try Self.parsed(context)
        let value = try #require(JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        #expect(value["headline"] as? String == text)
        #expect(value["description"] as? String == text)
        #expect((value["image"] as? [String: Any])?["creditText"] as? String == text)
    }

    @Test(arguments: [("pattern", "https://schema.org/AlgorithmicMediaDigitalSource"), (nil, nil)] as [(String?, String?)])
    func onlyGeneratedPicturesHaveASource(dialect: String?, term: String?) throws {
        let json = try Self.parsed(try Self.context(dialect: dialect))
        let value = try #require(JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        let image = try #require(value["image"] as? [String: Any])
        #expect(image["digitalSourceType"] as? String == term)
        #expect((image["creditText"] as? String == "Night Trains") == (term != nil))
    }

    @Test func theFrontPageIsTheSiteAndOtherListsAreNothing() throws {
        #expect(
            try Self.parsed(try Self.context(role: .home)) == """
                {
                  "@context" : "https://schema.org",
                  "@type" : "WebSite",
                  "inLanguage" : "en",
                  "name" : "Night Trains",
                  "url" : "https://e.org/blog/"
                }
                """)
        #expect(StructuredData.script(for: try Self.context(role: .section)) == nil)
        #expect(StructuredData.script(for: try Self.context(change: { page, _ in page.date = nil })) == nil)
    }
}

@Suite struct GeneratedContextTests {
    @Test(
        arguments: [
            ("openai", "gpt-image-2", "Picture made by AI (gpt-image-2)", true), ("command", nil, "Picture made by AI", true),
            ("pattern", nil, "Picture drawn by a program", false),
        ] as [(String, String?, String, Bool)])
    func theLabelSaysThatAMachineMadeIt(dialect: String, model: String?, label: String, isByModel: Bool) throws {
        let digest = try #require(Digest(hex: String(repeating: "a", count: 64)))
        let context = GeneratedContext(
            PictureProvenance(
                slot: SlotID(source: "a.md", name: .hero), digest: digest, provider: "art", dialect: dialect, model: model,
                created: "2026-03-02T10:15:00Z", credential: ContentCredential(length: 9, generator: nil)))
        #expect(context.printedText == label)
        #expect(context.value(named: "label")?.printed == label)
        #expect(context.value(named: "is-by-ai")?.printed == "\(isByModel)")
        #expect(context.value(named: "date")?.printed == "2026-03-02")
        #expect(context.value(named: "has-credential")?.printed == "true")
        #expect(context.value(named: "model")?.printed == model ?? "")
    }
}
