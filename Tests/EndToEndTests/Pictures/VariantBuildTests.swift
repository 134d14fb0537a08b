import Foundation
import FrontisTestSupport
import Testing

/// Pictures in every size and format, as a reader's browser and an author's second build meet them.
@Suite(.timeLimit(.minutes(10))) struct VariantBuildTests {
    /// Of `Tests/Fixtures/pictures`.
    static func fixture(_ name: String) -> String {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Fixtures/pictures/\(name)").path
    }

    private static func add(_ names: String..., to site: SiteUnderTest, post: String = "a") throws {
        try FileManager.default.createDirectory(atPath: site.folder.path + "/content/posts/\(post)", withIntermediateDirectories: true)
        for name in names {
            try FileManager.default.copyItem(atPath: fixture(name), toPath: site.folder.path + "/content/posts/\(post)/\(name)")
        }
    }

    private static func post(_ site: SiteUnderTest, _ body: String, extra: String = "") throws {
        try site.write("content/posts/a/index.md", "---\ntitle: A\ndate: 2026-03-02\n\(extra)---\n\(body)\n")
    }

    private static func encoded(_ run: ProgramRun.Result) throws -> Int {
        try #require(VendorJSON(Array(run.standardOutput.utf8))?["variants"]?["encoded"]?.integer)
    }

    /// Every address in a `src`, `srcset` or `imagesrcset`, within the site.
    private static func addresses(in html: String) -> Set<String> {
        var addresses: Set<String> = []
        for match in html.matches(of: #/(?:src|srcset|imagesrcset)="([^"]*)"/#) {
            for candidate in match.1.split(separator: ", ") {
                if let address = candidate.split(separator: " ").first { addresses.insert(String(address)) }
            }
        }
        return addresses
    }

    @Test func aMadePictureIsThereInEverySizeAndEncodedOnce() async throws {
        try await withVendor { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            try site.post("a", "A fox in the snow")
            let first = try await site.run("build", "--format", "json")
            #expect(first.status == 0, "\(first.standardError)")
            #expect(try Self.encoded(first) > 0)
            let html = try site.page("posts/a/index.html")
            #expect(html.contains("<source type=\"image/avif\" srcset=\"/images/"))
            #expect(html.contains("<source type=\"image/webp\" srcset=\"/images/"))
            let addresses = Self.addresses(in: html)
            #expect(addresses.count >= 9)
            for address in addresses {
                #expect(FileManager.default.fileExists(atPath: site.folder.path + "/public" + address), "\(address)")
            }
            // One picture is what the reader waits for, and nothing else.
            #expect(html.ranges(of: "fetchpriority=\"high\"").count == 2)
            #expect(html.contains("<link rel=\"preload\" as=\"image\" imagesrcset="))
            // Without the shortcut of an unchanged site: a new output, and then another post.
            let elsewhere = try await site.run("build", "--format", "json", "--output", site.folder.path + "/elsewhere")
            #expect(try Self.encoded(elsewhere) == 0)
            try site.post("b", nil)
            #expect(try Self.encoded(try await site.run("build", "--format", "json")) == 0)
            #expect(vendor.requests(.images).count == 1)
        }
    }

    @Test func aCopiedCacheEncodesNothingElsewhere() async throws {
        let site = try SiteUnderTest()
        try Self.add("plain.png", "turned-with-position.jpg", to: site)
        try Self.post(site, "![One](plain.png)\n\n![Two](turned-with-position.jpg)", extra: "ai-image: A lighthouse\n")
        let first = try await site.run("build", "--format", "json")
        #expect(first.status == 0, "\(first.standardError)")
        let other = try TemporarySite()
        try FileManager.default.removeItem(atPath: other.path)
        try FileManager.default.copyItem(atPath: site.folder.path, toPath: other.path)
        try FileManager.default.removeItem(atPath: other.path + "/public")
        let second = try await ProgramRun.run(
            ["build", "--format", "json", "--now", "2026-06-01T12:00:00Z"], in: other.path, environment: [:])
        #expect(try Self.encoded(second) == 0)
        #expect(try other.tree(of: "public") == site.folder.tree(of: "public"))
        // Another quality encodes one format of the three pictures.
        let widths = Self.addresses(in: try site.page("posts/a/index.html")).filter { $0.hasSuffix(".webp") }.count
        try site.write(
            "frontis.yaml", "site: { title: Test, url: \"https://example.org/\" }\nimages: { variants: { quality: { webp: 60 } } }\n")
        #expect(try Self.encoded(try await site.run("build", "--format", "json")) == widths)
    }

    enum Damage: CaseIterable { case halved, oneByteShort, zeroed, zeroedAtTheEnd, emptied, lengthened, anotherPicture }

    /// A crash, a full disk or a copy that was cut off: what is in the cache is made anew, and never shown half.
    @Test(arguments: Damage.allCases) func damagedFilesInTheCacheAreMadeAnew(_ damage: Damage) async throws {
        let site = try SiteUnderTest()
        try Self.add("plain.png", "turned-with-position.jpg", to: site)
        try Self.post(site, "![One](plain.png)\n\n![Two](turned-with-position.jpg)", extra: "ai-image: A lighthouse\n")
        #expect(try await site.run("build").status == 0)
        let whole = try site.folder.tree(of: "public")
        var damaged = 0
        for folder in ["variants", "placeholders"] {
            for (name, bytes) in try site.folder.tree(of: ".frontis/cache/v1/" + folder) {
                let changed: [UInt8] =
                    switch damage {
                    case .halved: Array(bytes.prefix(bytes.count / 2))
                    case .oneByteShort: bytes.dropLast()
                    case .zeroed: [UInt8](repeating: 0, count: bytes.count)
                    case .zeroedAtTheEnd: bytes.prefix(bytes.count / 2) + [UInt8](repeating: 0, count: (bytes.count + 1) / 2)
                    case .emptied: []
                    case .lengthened: bytes + [UInt8](repeating: 0, count: 64)
                    case .anotherPicture: Array("<html>".utf8)
                    }
                try site.folder.write(".frontis/cache/v1/\(folder)/\(name)", changed)
                if folder == "variants" { damaged += 1 }
            }
        }
        try site.folder.remove("public")
        let run = try await site.run("build", "--format", "json")
        #expect(run.status == 0, "\(run.standardError)")
        #expect(try Self.encoded(run) == damaged)
        #expect(try site.folder.tree(of: "public") == whole)
        // What is there now is whole.
        try site.folder.remove("public")
        #expect(try Self.encoded(try await site.run("build", "--format", "json")) == 0)
    }

    @Test func copiesOfAPictureAreEncodedOnce() async throws {
        let site = try SiteUnderTest()
        for number in 0..<6 {
            try Self.add("photo.webp", to: site, post: "p\(number)")
            try site.write("content/posts/p\(number)/index.md", "---\ntitle: P\n---\n![One](photo.webp)\n")
        }
        let run = try await site.run("build", "--format", "json")
        #expect(run.status == 0, "\(run.standardError)")
        #expect(try Self.encoded(run) == 3)
        #expect(try site.folder.tree(of: "public/images").count == 3)
    }

    @Test func whatTheCameraWroteStaysAtHome() async throws {
        let site = try SiteUnderTest()
        try Self.add("turned-with-position.jpg", "plain.png", "photo.webp", to: site)
        try Self.post(
            site,
            "![One](turned-with-position.jpg)\n\n![Two](plain.png)\n\n[Two in full](plain.png)\n\n![Three](photo.webp#original)\n")
        #expect(try await site.run("build").status == 0)
        let html = try site.page("posts/a/index.html")
        // Upright: 144 × 96 in the file.
        #expect(html.contains("alt=\"One\" width=\"96\" height=\"144\""))
        #expect(html.contains("<img src=\"/posts/a/photo.webp#original\" alt=\"Three\" width=\"144\" height=\"96\""))
        let files = try FileManager.default.contentsOfDirectory(atPath: site.folder.path + "/public/posts/a").sorted()
        #expect(files == ["index.html", "photo.webp", "plain.png"])
        let images = try FileManager.default.contentsOfDirectory(atPath: site.folder.path + "/public/images")
        #expect(images.count >= 6)
        for file in images {
            let bytes = [UInt8](try Data(contentsOf: URL(filePath: site.folder.path + "/public/images/" + file)))
            #expect(bytes.firstRange(of: Array("Maker".utf8)) == nil, "\(file)")
        }
    }

    @Test func whatCannotGainIsShownAsItIs() async throws {
        let site = try SiteUnderTest()
        let names = ["animated.gif", "animated.webp", "animated.png", "one-pixel.png"]
        for name in names { try Self.add(name, to: site) }
        try site.write("content/posts/a/plan.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"30\" height=\"20\"/>")
        try Self.post(site, (names + ["plan.svg"]).map { "![A thing called \($0)](\($0))" }.joined(separator: "\n\n"))
        let run = try await site.run("build", "--format", "json")
        #expect(run.status == 0, "\(run.standardError)")
        #expect(try Self.encoded(run) == 0)
        #expect(run.standardError == "")
        let html = try site.page("posts/a/index.html")
        for (name, size) in zip(names + ["plan.svg"], [(144, 96), (144, 96), (144, 96), (1, 1), (30, 20)]) {
            let expected = "<img src=\"/posts/a/\(name)\" alt=\"A thing called \(name)\" width=\"\(size.0)\" height=\"\(size.1)\""
            #expect(html.contains(expected), "\(name)")
        }
    }

    @Test func authorsMayKeepTheirOwnMarkupAndTheirOwnFiles() async throws {
        let site = try SiteUnderTest(configuration: "images: { provider: pattern }\n")
        try Self.add("plain.png", "palette.png", "photo.webp", to: site)
        try Self.post(
            site,
            """
            <img src="plain.png" srcset="palette.png 2x" alt="Own set">

            <picture><source srcset="photo.webp"><img src="palette.png" alt="Own picture"></picture>

            <img src="plain.png" alt="Own size" width="60" loading="eager">

            ![Map](ai:map)
            """, extra: "ai-images: { map: { prompt: A map, variants: false } }\n")
        #expect(try await site.run("build").status == 0)
        let html = try site.page("posts/a/index.html")
        #expect(html.contains("<img src=\"/posts/a/plain.png\" alt=\"Own set\" width=\"144\" height=\"96\" srcset=\"/posts/a/palette.png 2x\""))
        #expect(html.contains("<picture><source srcset=\"/posts/a/photo.webp\"><img src=\"/posts/a/palette.png\" alt=\"Own picture\""))
        let own = try #require(html.firstMatch(of: #/<picture>(?:(?!<picture>).)*alt="Own size"[^>]*>/#)).0
        #expect(own.contains("<source type=\"image/avif\""))
        #expect(own.contains(" width=\"60\" loading=\"eager\">") && !own.contains("height="))
        #expect(html.contains("alt=\"Map\" width=\"1536\" height=\"1024\""))
        #expect(html.firstMatch(of: #/src="/images/[0-9a-f]{20}\.png" alt="Map"/#) != nil)
        let files = try FileManager.default.contentsOfDirectory(atPath: site.folder.path + "/public/posts/a").sorted()
        #expect(files == ["index.html", "palette.png", "photo.webp", "plain.png"])
    }

    @Test func aSiteMayDoWithout() async throws {
        let site = try SiteUnderTest(configuration: "images: { variants: false }\n")
        try Self.add("plain.png", to: site)
        try Self.post(site, "![One](plain.png)", extra: "ai-image: A lighthouse\n")
        let run = try await site.run("build", "--format", "json")
        #expect(try Self.encoded(run) == 0)
        let html = try site.page("posts/a/index.html")
        #expect(html.contains("<img src=\"/posts/a/plain.png\" alt=\"One\" width=\"144\" height=\"96\" decoding=\"async\" loading=\"lazy\">"))
        #expect(html.firstMatch(of: #/<picture><img src="/images/[0-9a-f]{20}\.png" /#) != nil)
        #expect(html.contains("<link rel=\"preload\" as=\"image\" href=\"/images/"))
    }

    @Test func picturesAreEncodedWhileOthersAreInTheMaking() async throws {
        try await withVendor { vendor in
            let site = try SiteUnderTest(vendor: vendor, configuration: "alt: { provider: pattern }\n")
            try site.post("a", "A fox in the snow")
            try site.post("b", "An owl in the snow")
            try Self.add("plain.png", to: site, post: "c")
            try site.write("content/posts/c/index.md", "---\ntitle: C\n---\n![One](plain.png)\n")
            let gate = VendorGate()
            vendor.always(.images) { _, index in index == 0 ? .normal : Behaviour.normal.held(by: gate) }
            async let run = site.run("build", "--format", "json")
            #expect(await gate.hasArrivals(1))
            // The site's own picture, and the one that has been made: eleven sizes and formats, and a card.
            let cache = ".frontis/cache/v1/variants"
            func encoded() throws -> Int {
                guard site.folder.exists(cache) else { return 0 }
                return try site.folder.tree(of: cache).keys.count { !$0.contains(".frontis-tmp") }
            }
            while try encoded() < 12 { try await Task.sleep(for: .milliseconds(20)) }
            #expect(vendor.requests(.images).count == 2)
            gate.open()
            let result = try await run
            #expect(result.status == 0, "\(result.standardError)")
        }
    }

    /// The bytes of an address in a page's head.
    private static func card(_ site: SiteUnderTest, _ page: String) throws -> [UInt8] {
        let html = try site.page(page)
        #expect(html.contains("<meta property=\"og:image:width\" content=\"1200\">\n<meta property=\"og:image:height\" content=\"630\">"))
        let match = try #require(html.firstMatch(of: #/property="og:image" content="https://example.org(/images/[0-9a-f]{20}\.jpg)"/#))
        return try site.folder.bytes("public" + match.1)
    }

    @Test func derivedFilesSayWhereTheyComeFrom() async throws {
        try await withVendor { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            let configuration = try site.folder.read("frontis.yaml")
            let social = configuration.replacingOccurrences(of: "provider: art }", with: "provider: art, social: { title: true } }")
            try site.write("frontis.yaml", social.replacingOccurrences(of: "title: Test", with: "title: Test, credit: Ana & Co"))
            try site.post("a", "A fox in the snow")
            try site.post("b", "A fox in the snow")
            let run = try await site.run("build", "--format", "json")
            #expect(run.status == 0, "\(run.standardError)")
            let trained = Array("/digitalsourcetype/trainedAlgorithmicMedia".utf8)
            let composite = Array("/digitalsourcetype/compositeWithTrainedAlgorithmicMedia".utf8)
            let images = try site.folder.tree(of: "public/images")
            // Four widths in three formats, and a card for each post: their titles are on them.
            #expect(images.count == 3 * 3 + 2 || images.count == 4 * 3 + 2, "\(images.keys.sorted())")
            // Two posts, one picture: nothing is encoded twice.
            #expect(try Self.encoded(run) == images.count)
            for (name, bytes) in images {
                let isCard = bytes.firstRange(of: composite) != nil
                #expect(isCard || bytes.firstRange(of: trained) != nil, "\(name)")
                #expect(bytes.firstRange(of: Array("Ana &amp; Co".utf8)) != nil, "\(name)")
                #expect(bytes.firstRange(of: Array("gpt-image-2".utf8)) != nil, "\(name)")
            }
            let (one, other) = (try Self.card(site, "posts/a/index.html"), try Self.card(site, "posts/b/index.html"))
            #expect(one != other)
            #expect(one.firstRange(of: composite) != nil && other.firstRange(of: composite) != nil)
            #expect(vendor.requests(.images).count == 1)
            // What was paid for is as it came.
            let stored = try #require(try site.folder.tree(of: ".frontis/store/v1/objects").values.first)
            #expect(stored.firstRange(of: trained) == nil)
        }
    }

    @Test func cropsAreMadeForTemplatesThatAskForThem() async throws {
        let site = try SiteUnderTest()
        try site.write(
            tree: """
                -- templates/post.mustache --
                <html><head>{{{page.head}}}</head><body>{{{page.hero.square}}}</body></html>
                -- templates/list.mustache --
                <html><head></head><body>{{#pages}}{{title}}{{/pages}}</body></html>
                -- templates/home.mustache --
                <html><head></head><body></body></html>
                """)
        try site.post("a", "{ prompt: A lighthouse, focus: 10% 90% }")
        #expect(try await site.run("build").status == 0)
        let html = try site.page("posts/a/index.html")
        #expect(html.contains(" 200w, ") && html.contains(" 400w\" sizes=\"12rem\""))
        #expect(html.contains("width=\"400\" height=\"400\""))
        let left = try site.folder.tree(of: "public/images")
        try site.post("a", "{ prompt: A lighthouse, focus: 90% 10% }")
        #expect(try await site.run("build").status == 0)
        // Another place to look at is another crop, of the same picture.
        #expect(try site.page("posts/a/index.html") != html)
        let right = try site.folder.tree(of: "public/images")
        #expect(Set(left.keys).intersection(right.keys).count > 6 && left.keys != right.keys)
        _ = try Self.card(site, "posts/a/index.html")
    }

    @Test func picturesThatAreNoneAreNamedWithTheirPost() async throws {
        let site = try SiteUnderTest()
        try Self.add("cmyk.jpg", to: site)
        let whole = try Data(contentsOf: URL(filePath: Self.fixture("turned-with-position.jpg")))
        let inks = try Data(contentsOf: URL(filePath: Self.fixture("cmyk.jpg")))
        let folder = site.folder.path + "/content/posts/a/"
        try inks.prefix(inks.count / 2).write(to: URL(filePath: folder + "cut.jpg"))
        try Data().write(to: URL(filePath: folder + "empty.png"))
        try Data("<!DOCTYPE html><p>404".utf8).write(to: URL(filePath: folder + "page.webp"))
        try whole.write(to: URL(filePath: folder + "mislabelled.png"))
        try Data(contentsOf: URL(filePath: Self.fixture("wide.png"))).write(to: URL(filePath: folder + "wide.png"))
        try site.write("content/posts/a/live.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"3\" height=\"2\"><script>1</script></svg>")
        try Self.post(
            site,
            ["cut.jpg", "empty.png", "page.webp", "mislabelled.png", "wide.png", "live.svg"].enumerated().map { "![Thing number \($0)](\($1))" }
                .joined(separator: "\n\n"))
        let run = try await site.run("build")
        #expect(run.status == 0)
        #expect(
            run.standardError == """
                content/posts/a/index.md:5:19: warning: 'content/posts/a/cut.jpg' is shown as it is: the JPEG picture is cut off before its end [picture-unusable]
                  5 | ![Thing number 0](cut.jpg)
                    |                   ^~~~~~~
                    help: a whole PNG, JPEG, WebP, AVIF or GIF file gets sizes and formats for every browser
                content/posts/a/index.md:7:19: warning: 'content/posts/a/empty.png' is shown as it is: the file is empty [picture-unusable]
                  7 | ![Thing number 1](empty.png)
                    |                   ^~~~~~~~~
                    help: a whole PNG, JPEG, WebP, AVIF or GIF file gets sizes and formats for every browser
                content/posts/a/index.md:9:19: warning: 'content/posts/a/page.webp' is shown as it is: the file is HTML, not a picture [picture-unusable]
                  9 | ![Thing number 2](page.webp)
                    |                   ^~~~~~~~~
                    help: a whole PNG, JPEG, WebP, AVIF or GIF file gets sizes and formats for every browser
                content/posts/a/index.md:15:19: warning: 'content/posts/a/live.svg' has a script in it [picture-active]
                  15 | ![Thing number 5](live.svg)
                     |                   ^~~~~~~~
                    help: browsers ignore it in a page, not in the file itself: take it out, or export the drawing anew
                4 warnings

                """)
        let html = try site.page("posts/a/index.html")
        #expect(html.contains("<img src=\"/posts/a/cut.jpg\" alt=\"Thing number 0\""))
        #expect(html.contains("alt=\"Thing number 3\" width=\"96\" height=\"144\""))
        #expect(html.contains("alt=\"Thing number 4\" width=\"1200\" height=\"1\""))
    }

    @Test func whatNoOutputShowsAnyMoreCanBeCleanedUp() async throws {
        let site = try SiteUnderTest()
        try Self.add("plain.png", "photo.webp", to: site)
        try Self.post(site, "![One](plain.png)\n\n![Two](photo.webp)")
        #expect(try await site.run("build").status == 0)
        try Self.post(site, "![One](plain.png)")
        #expect(try await site.run("build").status == 0)
        let young = try await site.run("store", "gc", "--dry-run")
        #expect(young.standardOutput == "Nothing to remove.\n")
        let dry = try await site.run("store", "gc", "--dry-run", "--now", "2099-01-01")
        let lines = dry.standardOutput.split(separator: "\n")
        #expect(lines.filter { $0.hasPrefix("variant ") }.count == 4, "\(dry.standardOutput)")
        #expect(try await site.run("store", "gc", "--now", "2099-01-01").status == 0)
        #expect(try Self.encoded(try await site.run("build", "--format", "json", "--output", site.folder.path + "/new")) == 0)
        try Self.post(site, "![One](plain.png)\n\n![Two](photo.webp)")
        #expect(try Self.encoded(try await site.run("build", "--format", "json")) == 3)
    }

    /// What a camera wrote into it stays at home, as for a picture in the text.
    @Test(arguments: [
        ("hero: p.jpg", false), ("image: p.jpg", false), ("cover: { image: p.jpg, alt: A }", false),
        ("hero: p.jpg\nother: p.jpg", true), ("hero: p.jpg\nthumbnail: [p.jpg]", true),
    ])
    func theOriginalOfAHeroIsPublishedWhereSomethingMayReadIt(extra: String, isPublished: Bool) async throws {
        let site = try SiteUnderTest()
        try Self.add("turned-with-position.jpg", to: site)
        try FileManager.default.moveItem(
            atPath: site.folder.path("content/posts/a/turned-with-position.jpg"), toPath: site.folder.path("content/posts/a/p.jpg"))
        try Self.post(site, "Text.", extra: extra + "\n")
        let run = try await site.run("build")
        #expect(run.status == 0, "\(run.standardError)")
        #expect(site.folder.exists("public/posts/a/p.jpg") == isPublished)
        #expect(run.standardError.contains("[picture-position]") == isPublished)
        #expect(try site.page("posts/a/index.html").contains("<source type=\"image/avif\""))
    }

    @Test(arguments: [("{{page.params.hero}}", true), ("{{page.params.other}}", false), ("{{#page.params}}{{hero}}{{/page.params}}", true)])
    func aTemplateMayReadTheKeyOfAHero(template: String, isPublished: Bool) async throws {
        let site = try SiteUnderTest()
        try Self.add("turned-with-position.jpg", to: site)
        try Self.post(site, "Text.", extra: "hero: turned-with-position.jpg\n")
        try site.write("templates/page.mustache", "<!DOCTYPE html><title>T</title>\(template){{{page.hero.picture}}}")
        #expect(try await site.run("build").status == 0)
        #expect(site.folder.exists("public/posts/a/turned-with-position.jpg") == isPublished)
    }
}
