import FrontisTestSupport
import Testing

/// Files are found and published whatever is in their names.
@Suite struct FileNameTests {
    private static let picture = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"3\"><path d=\"M0 0h4\"/></svg>"
    /// `café`, with `é` as one character and as two.
    private static let composed = "caf\u{e9}"
    private static let decomposed = "cafe\u{301}"

    private func site(tree: String) async throws -> (site: SiteUnderTest, said: String) {
        let site = try SiteUnderTest()
        try site.write(tree: tree)
        let run = try await site.run("build", environment: [:])
        #expect(run.status == 0, "\(run.standardError)")
        return (site, run.standardError)
    }

    /// The output's files by their very bytes.
    private func published(_ site: SiteUnderTest) throws -> Set<[UInt8]> {
        Set(try site.folder.tree(of: "public").keys.map { Array($0.utf8) })
    }

    @Test(arguments: [(composed, decomposed), (decomposed, composed)], [".svg", ".bin"])
    func composedAndDecomposedLettersAreTheSame(names: (file: String, link: String), ending: String) async throws {
        let (file, link) = (names.file + ending, names.link + ending)
        let (site, said) = try await site(
            tree: """
                -- content/posts/a.md --
                ---
                title: A
                ---
                ![A sun](\(link)) [beside](\(link)) [static](/\(link))
                -- content/posts/\(file) --
                \(Self.picture)
                -- static/\(file) --
                \(Self.picture)
                """)
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
        let (site, said) = try await site(
            tree: """
                -- content/posts/\(Self.decomposed).md --
                ---
                title: A
                hero: { image: \(Self.composed).svg, alt: A sun }
                ---
                -- content/posts/\(Self.decomposed).svg --
                \(Self.picture)
                -- content/posts/b.md --
                ---
                title: B
                ---
                [A](\(Self.composed).md) [A](/posts/\(Self.decomposed)/)
                """)
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
        let (site, said) = try await site(
            tree: """
                -- content/posts/a.md --
                ---
                title: A
                date: 2026-03-02
                ---
                [x](\(link)?v=1#page=2) [y](/\(link))
                -- content/posts/\(file) --
                words
                -- static/\(file) --
                words
                """)
        #expect(said == "")
        let html = try site.page("posts/a/index.html")
        #expect(html.contains("<a href=\"/posts/a/\(address)?v=1#page=2\">x</a> <a href=\"/\(address)\">y</a>"))
        #expect(try published(site).isSuperset(of: ["posts/a/\(file)", file].map { Array($0.utf8) }))
        let feed = try site.page("atom.xml")
        #expect(feed.contains("https://example.org/posts/a/\(address.replacing("&", with: "&amp;"))?v=1#page=2"))
    }

    /// A folder's list is where its pages are.
    @Test func aFolderHasOneAddress() async throws {
        let (site, said) = try await site(
            tree: """
                -- content/Field Notes/kestrel.md --
                ---
                title: Kestrel
                date: 2026-03-02
                tags: [C#]
                ---
                Text.
                -- content/about.md --
                [Notes](/field-notes/) [C#](/tags/c%23/)
                """)
        #expect(said == "")
        #expect(site.folder.exists("public/field-notes/index.html") && site.folder.exists("public/field-notes/atom.xml"))
        #expect(!site.folder.exists("public/Field Notes"))
        let html = try site.page("field-notes/kestrel/index.html")
        #expect(html.contains("href=\"/field-notes/\"") && html.contains("href=\"/tags/c%23/\""))
        #expect(site.folder.exists("public/tags/c#/index.html"))
        let feed = try site.page("tags/c#/atom.xml")
        #expect(feed.contains("<link rel=\"alternate\" href=\"https://example.org/tags/c%23/\"") || feed.contains("tags/c%23/"))
        #expect(try site.page("sitemap.xml").contains("<loc>https://example.org/tags/c%23/</loc>"))
    }

    @Test func twoFoldersWithOneAddressAreAnError() async throws {
        let site = try SiteUnderTest()
        try site.write(
            tree: """
                -- content/Field Notes/a.md --
                ---
                title: A
                ---
                -- content/field-notes/b.md --
                ---
                title: B
                ---
                """)
        let run = try await site.run("build", environment: [:])
        #expect(run.status == 1)
        #expect(
            run.standardError.hasPrefix(
                "content/field-notes/b.md:1:1: error: address /field-notes/ of the list 'Field notes' belongs to the list "
                    + "'Field Notes' already [page-url-conflict]\n"), "\(run.standardError)")
    }

    @Test func aliasesWithoutAFileAreSaidAndTheOthersAreDecoded() async throws {
        let (site, said) = try await site(
            tree: """
                -- content/a.md --
                ---
                title: A
                aliases: ["/?p=123", "/2016/old%20name/", /v1.2, /x.php]
                ---
                Text.
                """)
        #expect(said.hasPrefix("content/a.md:3:11: warning: alias '/?p=123' has a query"))
        let pages = try site.folder.tree(of: "public").keys.filter { $0.hasSuffix(".html") }.sorted()
        #expect(
            pages == [
                "2016/old name/index.html", "404.html", "a/index.html", "index.html", "v1.2/index.html", "x.php/index.html",
            ])
    }

    @Test(arguments: ["figs//a.svg", "./figs/a.svg", "figs/./a.svg", "x/../figs/a.svg", "figs%2Fa.svg"])
    func whatAFileIsCalledByDoesNotMatter(address: String) async throws {
        let (site, said) = try await site(
            tree: """
                -- content/posts/a.md --
                ---
                title: A
                ---
                ![A sun](\(address))
                -- content/posts/figs/a.svg --
                \(Self.picture)
                """)
        #expect(said == "")
        #expect(try site.page("posts/a/index.html").contains("<img src=\"/posts/a/figs/a.svg\""))
        #expect(site.folder.exists("public/posts/a/figs/a.svg"))
    }

    /// The nearest page above a file owns it.
    @Test func aPageInAPagesFolderOwnsItsFiles() async throws {
        let (site, said) = try await site(
            tree: """
                -- content/guide/index.md --
                ---
                title: Guide
                ---
                ![A sun](top.svg) ![A sun](install/shot.svg)
                -- content/guide/top.svg --
                \(Self.picture)
                -- content/guide/install/index.md --
                ---
                title: Install
                ---
                ![A sun](shot.svg) ![A sun](../top.svg)
                -- content/guide/install/shot.svg --
                \(Self.picture)
                -- content/guide/install/more/b.txt --
                b
                -- content/guide/plain/c.txt --
                c
                """)
        #expect(said == "")
        #expect(try site.page("guide/index.html").contains("<img src=\"/guide/install/shot.svg\""))
        #expect(try site.page("guide/install/index.html").contains("<img src=\"/guide/top.svg\""))
        let files = try site.folder.tree(of: "public/guide").keys.filter { !$0.hasSuffix(".html") && !$0.hasSuffix(".xml") }
        #expect(files.sorted() == ["install/more/b.txt", "install/shot.svg", "plain/c.txt", "top.svg"])
    }

    @Test func sectionsHavePatternsOfTheirOwn() async throws {
        let site = try SiteUnderTest(configuration: "permalinks: { posts: /:year/:slug/, nots: /n/:slug/ }\n")
        try site.write(
            tree: """
                -- content/posts/a.md --
                ---
                title: A
                date: 2026-03-02
                ---
                [B](../notes/b.md) ![A sun](sun.svg)
                -- content/posts/sun.svg --
                \(Self.picture)
                -- content/notes/b.md --
                ---
                title: B
                ---
                [A](/2026/a/)
                """)
        let run = try await site.run("build", environment: [:])
        #expect(
            run.standardError
                == "frontis.yaml:2:37: warning: permalinks: no page is in a section 'nots'; did you mean 'notes'? "
                + "[configuration-value]\n")
        #expect(try site.page("2026/a/index.html").contains("<a href=\"/notes/b/\">B</a>"))
        #expect(site.folder.exists("public/2026/a/sun.svg") && site.folder.exists("public/posts/index.html"))
    }

    /// Whatever was a file and is a folder now, or the other way round, Frontis wrote it and may remove it.
    @Test(arguments: [("/guide/v1.html", "/guide/v1.html/"), ("/guide.txt", "/guide.txt/deep/er/")])
    func filesBecomeFoldersAndFoldersFiles(first: String, second: String) async throws {
        let site = try SiteUnderTest()
        for url in [first, second, first] {
            try site.write("content/a.md", "---\ntitle: A\nurl: \(url)\n---\nText at \(url)\n")
            let run = try await site.run("build", environment: [:])
            #expect(run.status == 0, "\(url): \(run.standardError)")
            let path = url.dropFirst() + (url.hasSuffix("/") ? "index.html" : "")
            #expect(try site.page(String(path)).contains("Text at \(url)"))
        }
    }

    @Test func aNameThatIsNotEncodedIsSaid() async throws {
        let (_, said) = try await site(
            tree: """
                -- content/posts/a.md --
                ---
                title: A
                ---
                [x](<C# notes.pdf>)
                -- content/posts/C# notes.pdf --
                words
                """)
        #expect(
            said.hasPrefix(
                "content/posts/a.md:4:6: warning: link to 'C# notes.pdf': leads nowhere in this site; a '#', '?' or '%' in a "
                    + "name is encoded: 'C%23%20notes.pdf' [link-dead]\n"))
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
