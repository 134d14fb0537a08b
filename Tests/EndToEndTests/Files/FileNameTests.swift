import FrontisTestSupport
import Testing

/// Files are found and published whatever is in their names.
@Suite struct FileNameTests {
    private static let picture = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"3\"><path d=\"M0 0h4\"/></svg>"
    /// `café`, with `é` as one character and as two.
    private static let composed = "caf\u{e9}"
    private static let decomposed = "cafe\u{301}"

    private func site(_ files: [String: String]) async throws -> (site: SiteUnderTest, said: String) {
        let site = try SiteUnderTest()
        for (path, text) in files { try site.write(path, text) }
        let run = try await site.run("build", environment: [:])
        #expect(run.status == 0, "\(run.standardError)")
        return (site, run.standardError)
    }

    /// The output's files by their very bytes.
    private func published(_ site: SiteUnderTest) throws -> Set<[UInt8]> {
        Set(try site.folder.tree(of: "public").keys.map { Array($0.utf8) })
    }

    @Test(arguments: [(composed, decomposed), (decomposed, composed)], [".svg", ".pdf"])
    func composedAndDecomposedLettersAreTheSame(names: (file: String, link: String), ending: String) async throws {
        let (file, link) = (names.file + ending, names.link + ending)
        let (site, said) = try await site([
            "content/posts/a.md": "---\ntitle: A\n---\n![A sun](\(link)) [beside](\(link)) [static](/\(link))\n",
            "content/posts/\(file)": Self.picture, "static/\(file)": Self.picture,
        ])
        #expect(said == "")
        let html = try site.page("posts/a/index.html")
        #expect(html.contains("<img src=\"/posts/a/caf%C3%A9\(ending)\" alt=\"A sun\""))
        #expect(html.contains("<a href=\"/posts/a/caf%C3%A9\(ending)\">beside</a>"))
        #expect(html.contains("<a href=\"/caf%C3%A9\(ending)\">static</a>"))
        let published = try published(site)
        #expect(published.contains(Array("posts/a/caf\u{e9}\(ending)".utf8)))
        #expect(published.contains(Array("caf\u{e9}\(ending)".utf8)))
    }

    @Test func pagesAreFoundInEitherForm() async throws {
        let (site, said) = try await site([
            "content/posts/\(Self.decomposed).md": "---\ntitle: A\nhero: { image: \(Self.composed).svg, alt: A sun }\n---\n",
            "content/posts/\(Self.decomposed).svg": Self.picture,
            "content/posts/b.md": "---\ntitle: B\n---\n[A](\(Self.composed).md) [A](/posts/\(Self.decomposed)/)\n",
        ])
        #expect(said == "")
        let html = try site.page("posts/b/index.html")
        #expect(html.contains("<a href=\"/posts/caf%C3%A9/\">A</a> <a href=\"/posts/caf%C3%A9/\">A</a>"))
        #expect(try published(site).contains(Array("posts/caf\u{e9}/caf\u{e9}.svg".utf8)))
    }

    /// Path, query and fragment are encoded one by one, wherever an address is made.
    @Test(arguments: [
        ("C# notes.pdf", "C%23%20notes.pdf"), ("why?.pdf", "why%3F.pdf"), ("100%.pdf", "100%25.pdf"),
        ("%41.pdf", "%2541.pdf"), ("a+b's~1.0.pdf", "a+b&#39;s~1.0.pdf"), ("a&b;c.pdf", "a&amp;b;c.pdf"),
    ])
    func namesMayHoldWhatMeansSomethingInAddresses(file: String, address: String) async throws {
        let link = address.replacing("&#39;", with: "'").replacing("&amp;", with: "&")
        let (site, said) = try await site([
            "content/posts/a.md": "---\ntitle: A\ndate: 2026-03-02\n---\n[x](\(link)?v=1#page=2) [y](/\(link))\n",
            "content/posts/\(file)": "words", "static/\(file)": "words",
        ])
        #expect(said == "")
        let html = try site.page("posts/a/index.html")
        #expect(html.contains("<a href=\"/posts/a/\(address)?v=1#page=2\">x</a> <a href=\"/\(address)\">y</a>"))
        #expect(try published(site).isSuperset(of: ["posts/a/\(file)", file].map { Array($0.utf8) }))
        let feed = try site.page("atom.xml")
        #expect(feed.contains("https://example.org/posts/a/\(address.replacing("&", with: "&amp;"))?v=1#page=2"))
    }

    @Test func twoFilesWithOneNameAreAnError() async throws {
        let site = try SiteUnderTest()
        try site.write("content/posts/\(Self.composed).md", "---\ntitle: A\n---\n")
        try site.write("content/posts/\(Self.decomposed).md", "---\ntitle: B\n---\n")
        let run = try await site.run("build", environment: [:])
        #expect(run.status == 1)
        #expect(
            run.standardError
                == """
                content/posts/café.md:1:1: error: two files have this name, one with composed and one with decomposed \
                letters [file-twice]
                    help: keep one of them: macOS takes both for the same file; 'ls -b' tells them apart

                """.replacing("    help", with: "  help"))
    }
}
