import Foundation
import FrontisTestSupport
import Testing

/// What networks and messengers show beside a link to a page.
@Suite(.timeLimit(.minutes(10))) struct PreviewPictureTests {
    private static func site(_ configuration: String = "") throws -> SiteUnderTest {
        let site = try SiteUnderTest(configuration: configuration)
        // The newest post has no picture.
        try site.write(
            tree: """
                -- content/posts/new.md --
                ---
                title: New
                date: 2026-04-01
                tags: [a]
                ---
                Text.
                -- content/posts/fox.md --
                ---
                title: fox
                date: 2026-03-02
                ai-image: A fox in the snow
                tags: [a]
                ---
                Text.
                -- content/about.md --
                ---
                title: About
                ---
                Text.
                """)
        return site
    }

    private static func image(_ site: SiteUnderTest, _ path: String, _ property: String = "image") throws -> String? {
        let head = "<meta property=\"og:\(property)\" content=\""
        guard let line = try site.page(path).split(separator: "\n").first(where: { $0.hasPrefix(head) }) else { return nil }
        return line.dropFirst(head.count).split(separator: "\"").first.map(String.init)
    }

    @Test func aListShowsItsFirstPicture() async throws {
        let site = try Self.site()
        let run = try await site.run("build")
        #expect(run.status == 0, "\(run.standardError)")
        let card = try #require(try Self.image(site, "posts/fox/index.html"))
        for path in ["index.html", "posts/index.html", "tags/a/index.html"] {
            #expect(try Self.image(site, path) == card, "\(path)")
            #expect(try Self.image(site, path, "image:width") == "1200", "\(path)")
            #expect(try site.page(path).contains("<meta name=\"twitter:card\" content=\"summary_large_image\">"), "\(path)")
        }
        for path in ["posts/new/index.html", "about/index.html", "tags/index.html", "404.html"] {
            #expect(try Self.image(site, path) == nil, "\(path)")
        }
    }

    /// Else a preview of the front page would have a post's title on it.
    @Test func aListDoesNotShowACardWithATitle() async throws {
        let site = try Self.site("images: { social: { title: true } }\n")
        let run = try await site.run("build")
        #expect(run.status == 0, "\(run.standardError)")
        let image = try #require(try Self.image(site, "index.html"))
        #expect(image != (try Self.image(site, "posts/fox/index.html")))
        #expect(try site.page("posts/fox/index.html").contains("<img src=\"\(image.dropFirst("https://example.org".count))\""))
    }

    @Test(arguments: ["cover.png", "{ image: cover.png, alt: Tiles, focus: top }"])
    func thePictureOfTheSiteIsForAllThatHaveNone(value: String) async throws {
        let site = try SiteUnderTest()
        try site.write("frontis.yaml", "site: { title: Test, url: \"https://example.org/\", image: \(value) }\n")
        try site.write("content/posts/new.md", "---\ndate: 2026-04-01\n---\nText.\n")
        try site.post("fox", "A fox in the snow")
        try FileManager.default.copyItem(
            atPath: VariantBuildTests.fixture("plain.png"), toPath: site.folder.path + "/content/cover.png")
        let run = try await site.run("build")
        #expect(run.status == 0, "\(run.standardError)")
        #expect(run.standardError == "")
        let image = try #require(try Self.image(site, "index.html"))
        #expect(image.hasSuffix(".jpg"))
        #expect(site.folder.exists("public" + image.dropFirst("https://example.org".count)))
        #expect(try Self.image(site, "index.html", "image:alt") == (value.contains("alt") ? "Tiles" : nil))
        for path in ["posts/index.html", "posts/new/index.html"] { #expect(try Self.image(site, path) == image, "\(path)") }
        #expect(try Self.image(site, "posts/fox/index.html") != image)
        #expect(try Self.image(site, "404.html") == nil)
        // What it was cut from is not published.
        #expect(!site.folder.exists("public/cover.png"))
    }

    @Test(arguments: ["/logo.png", "https://cdn.example.net/logo.png"])
    func thePictureOfTheSiteMayBeAnyAddress(address: String) async throws {
        let site = try SiteUnderTest()
        try site.write("frontis.yaml", "site: { url: \"https://example.org/\", image: \"\(address)\" }\nimages: { variants: false }\n")
        try site.write("static/logo.png", "no picture")
        #expect(try await site.run("build").status == 0)
        #expect(try Self.image(site, "index.html") == (address.hasPrefix("/") ? "https://example.org" + address : address))
    }

    @Test func aPictureOfTheSiteThatIsNotThereIsFound() async throws {
        let site = try SiteUnderTest()
        try site.write("frontis.yaml", "site:\n  url: https://example.org/\n  image: covre.png\n")
        let run = try await site.run("build")
        #expect(
            run.standardError.hasPrefix(
                """
                frontis.yaml:3:10: warning: picture 'covre.png': there is no such file [image-missing]
                  3 |   image: covre.png
                    |          ^~~~~~~~~
                """), "\(run.standardError)")
    }

    /// The theme cuts what is taller than the screen, in the browser.
    @Test func theFocusOfAPictureIsInItsMarkup() async throws {
        let site = try SiteUnderTest()
        try site.post("fox", "{ prompt: A fox in the snow, aspect: \"1:2\", focus: 30% top }")
        try site.post("owl", "An owl")
        #expect(try await site.run("build").status == 0)
        #expect(try site.page("posts/fox/index.html").contains(" style=\"object-position:30% 0%;background:#"))
        #expect(try !site.page("posts/owl/index.html").contains("object-position"))
        // Cards are cut already.
        #expect(try !site.page("index.html").contains("object-position"))
    }
}
