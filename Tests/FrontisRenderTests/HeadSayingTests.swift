import FrontisCore
import FrontisTestSupport
import Testing

@testable import FrontisRender

/// A head is not written to find out whether it would be another one: what it is said to be made of differs wherever its
/// text does. Whoever adds something to heads and does not say it is found here.
@Suite struct HeadSayingTests {
    private struct Case: Sendable {
        var configuration = SiteConfiguration()
        var page = Page(source: "a.md", kind: .page, section: "", slug: "a", title: "A", language: "en")
        var parts = PageContext.Parts(title: "A", path: "/a/", role: .page, language: "en")
        var shown: PictureMarkup.Shown?
        var preview: PictureMarkup.Shown?

        func context() -> PageContext {
            let site = SiteContext(configuration: configuration, structure: SiteStructure(pages: [page]))
            let resolver = ReferenceResolver(pages: [page], files: [], basePath: configuration.basePath)
            let markup = PictureMarkup(
                addresses: site.addresses, resolver: resolver, pictures: ShownPictures(of: [page], published: [:], resolver),
                catalog: ImageCatalog(entries: [:]), sizes: [:])
            var parts = parts
            parts.page = page
            parts.hero = shown.map { HeroContext($0, markup: markup) }
            parts.preview = preview ?? shown
            return PageContext(parts, site: site, markup: markup)
        }
    }

    private static func whole() throws -> Case {
        var whole = Case()
        whole.configuration.url = "https://example.org/blog/"
        whole.configuration.description = "About it."
        whole.page.date = PageDate(year: 2026, month: 3, day: 2)
        whole.parts.description = "What it is."
        let digest = try #require(Digest(hex: String(repeating: "a", count: 64)))
        whole.shown = PictureMarkup.Shown(
            src: "/x.png", absolute: "https://example.org/x.png", alt: "A train", size: PictureSize(width: 3, height: 2),
            caption: "C", isPlaceholder: false, mediaType: .png, length: 9,
            provenance: PictureProvenance(
                slot: SlotID(source: "a.md", name: .hero), digest: digest, provider: "art", dialect: "openai", model: "m"))
        return whole
    }

    private static let changes: [(String, @Sendable (inout Case) -> Void)] = [
        ("title", { $0.parts.title = "B" }), ("path", { $0.parts.path = "/b/" }),
        ("role", { $0.parts.role = .notFound }), ("home", { ($0.parts.role, $0.parts.path, $0.parts.feedFolder) = (.home, "/", "/") }),
        ("language", { $0.parts.language = "de-AT" }), ("description", { $0.parts.description = "Else." }),
        ("summary", { ($0.parts.description, $0.parts.summary) = (nil, "Begins.") }),
        ("no summary", { $0.parts.description = nil }), ("feeds", { $0.parts.feedFolder = "/tags/a/" }),
        ("date", { $0.page.date = PageDate(year: 2025, month: 3, day: 2) }), ("no date", { $0.page.date = nil }),
        ("updated", { $0.page.updated = PageDate(year: 2026, month: 4, day: 2) }),
        ("authors", { $0.page.authors = ["Ana", "Bo"] }),
        ("tags", { $0.page.terms = ["tags": [Located("rail", at: SourceLocation(path: "a"))]] }),
        ("translation", { $0.parts.translations = [TranslationContext(language: "de", name: "Deutsch", title: "A", url: "/de/a/")] }),
        (
            "page's address",
            {
                $0.parts.translations = [TranslationContext(language: "de", name: "Deutsch", title: "A", url: "/de/a/")]; $0.page.url = "/c/"
            }
        ),
        (
            "page's language",
            {
                $0.parts.translations = [TranslationContext(language: "de", name: "Deutsch", title: "A", url: "/de/a/")]; $0.page.language = "fr"
            }
        ),
        ("no picture", { $0.shown = nil }), ("picture's address", { $0.shown?.absolute = "https://example.org/y.png" }),
        ("alt", { $0.shown?.alt = "A boat" }), ("width", { $0.shown?.size = PictureSize(width: 4, height: 2) }),
        ("height", { $0.shown?.size = PictureSize(width: 3, height: 4) }), ("no size", { $0.shown?.size = nil }),
        ("caption", { $0.shown?.caption = nil }), ("type", { $0.shown?.mediaType = .webp }),
        ("provenance", { $0.shown?.provenance = nil }),
        ("card", { $0.shown?.social = PictureMarkup.Social(absolute: "https://example.org/c.jpg", width: 12, height: 6) }),
        (
            "preview",
            {
                $0.preview = $0.shown; $0.preview?.absolute = "https://example.org/p.png"
            }
        ),
        ("site's title", { $0.configuration.title = "Other" }), ("site's address", { $0.configuration.url = "https://example.com/blog/" }),
        ("base path", { $0.configuration.url = "https://example.org/" }), ("site's author", { $0.configuration.author = "Ana" }),
        ("site's credit", { $0.configuration.credit = "The press" }),
        (
            "site's description",
            {
                $0.parts.description = nil; $0.configuration.description = "Other."
            }
        ),
    ]

    @Test func whateverChangesTheTextIsSaid() throws {
        var seen: [(name: String, text: String, said: [UInt8])] = []
        let nothing: (String, @Sendable (inout Case) -> Void) = ("nothing", { _ in })
        for (name, change) in [nothing] + Self.changes {
            var changed = try Self.whole()
            change(&changed)
            let context = changed.context()
            var said = PackedWriter()
            HeadMarkup.say(of: context, into: &said)
            seen.append((name, HeadMarkup.text(for: context), said.bytes))
        }
        for one in seen {
            for other in seen where one.text != other.text {
                #expect(one.said != other.said, "'\(one.name)' and '\(other.name)' have other heads and say the same")
            }
        }
        // Each of them does change something.
        #expect(Set(seen.map(\.text)).count > Self.changes.count - 2)
    }
}
