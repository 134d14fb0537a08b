import Testing

import FrontisBuild
@testable import FrontisServe

/// Addresses lead to files of the output, and to nothing else.
@Suite struct ServedOutputTests {
    private static let files: Set = [
        "index.html", "posts/index.html", "posts/a/index.html", "about.html", "frontis.css", "caf\u{E9}/index.html",
        "a b.txt", "404.html",
    ]

    @Test(arguments: [
        ("/", ServedOutput.Place.file("index.html")), ("/index.html", .file("index.html")),
        ("/posts/", .file("posts/index.html")), ("/posts", .elsewhere("/posts/")), ("/posts/a", .elsewhere("/posts/a/")),
        ("/about", .file("about.html")), ("/frontis.css", .file("frontis.css")), ("/a%20b.txt", .file("a b.txt")),
        ("/caf%C3%A9/", .file("caf\u{E9}/index.html")), ("/cafe%CC%81/", .file("caf\u{E9}/index.html")),
        ("/caf%C3%A9", .elsewhere("/caf%C3%A9/")), ("/nothing", .nothing("nothing")), ("/no/", .nothing("no/index.html")),
        ("/../frontis.yaml", .nothing("../frontis.yaml")), ("/%2e%2e/frontis.yaml", .nothing("../frontis.yaml")),
        ("/posts/../index.html", .nothing("posts/../index.html")), ("/.frontis-files", .nothing(".frontis-files")),
        ("//posts", .nothing("/posts")), ("/%FF", .nothing("")), ("/posts%00", .nothing("posts\0")),
        ("/posts%2Fa/", .file("posts/a/index.html")), ("/Posts/", .nothing("Posts/index.html")),
        ("*", .nothing("")),
    ])
    func anAddressLeads(_ path: String, _ place: ServedOutput.Place) {
        let site = ServedOutput(folder: "/output", basePath: "/", files: Self.files)
        #expect(site.place(of: path, query: nil) == place)
    }

    @Test(arguments: [
        ("/blog/", ServedOutput.Place.file("index.html")), ("/blog/posts/", .file("posts/index.html")),
        ("/blog", .elsewhere("/blog/")), ("/", .elsewhere("/blog/")), ("/posts/", .nothing("")),
        ("/blog/posts", .elsewhere("/blog/posts/")), ("/blogs/", .nothing("")),
    ])
    func aSiteBelowAFolder(_ path: String, _ place: ServedOutput.Place) {
        let site = ServedOutput(folder: "/output", basePath: "/blog/", files: Self.files)
        #expect(site.place(of: path, query: nil) == place)
    }

    @Test func aFolderMayHaveAnyName() {
        let site = ServedOutput(folder: "/output", basePath: "/caf%C3%A9/", files: Self.files)
        #expect(site.place(of: "/caf%C3%A9/posts/", query: nil) == .file("posts/index.html"))
        #expect(site.place(of: "/cafe%CC%81/posts/", query: nil) == .file("posts/index.html"))
        #expect(site.place(of: "/", query: nil) == .elsewhere("/caf%C3%A9/"))
    }

    /// Two slashes would name another server.
    @Test(arguments: ["//evil.example/posts", "///posts", "//posts"])
    func noAddressLeadsToAnotherServer(_ path: String) {
        let files: Set = ["/evil.example/posts/index.html", "posts/index.html", "/posts/index.html", "//posts/index.html"]
        let site = ServedOutput(folder: "/output", basePath: "/", files: files)
        guard case .elsewhere(let address) = site.place(of: path, query: nil) else {
            Issue.record("\(path) leads nowhere")
            return
        }
        #expect(!address.hasPrefix("//"))
        let other = ServedOutput(folder: "/output", basePath: "//evil.example/", files: files)
        #expect(other.place(of: "/", query: nil) == .elsewhere("/evil.example/"))
    }

    @Test func aNameMayBeginWithAMark() {
        let site = ServedOutput(folder: "/output", basePath: "/", files: ["\u{301}comb.txt"])
        #expect(site.place(of: "/%CC%81comb.txt", query: nil) == .file("\u{301}comb.txt"))
    }

    @Test func whatIsAskedGoesAlong() {
        let site = ServedOutput(folder: "/output", basePath: "/", files: Self.files)
        #expect(site.place(of: "/posts", query: "a=b") == .elsewhere("/posts/?a=b"))
    }
}
