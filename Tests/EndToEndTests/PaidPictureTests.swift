import Foundation
import FrontisTestSupport
import Testing

/// The road from a prompt to a page, through the built program and over real HTTP.
@Suite struct PaidPictureTests {
    private func twelvePosts(_ vendor: VendorServer) throws -> SiteUnderTest {
        let site = try SiteUnderTest(vendor: vendor)
        for number in 1...11 { try site.post("post-\(number)", "A picture of number \(number)") }
        // White space is no difference.
        try site.post("post-12", "A  picture of number 7")
        return site
    }

    @Test func elevenPicturesForTwelvePostsAndNeverAgain() async throws {
        try await withVendor { vendor in
            let site = try twelvePosts(vendor)
            let first = try await site.run("build", "--format", "json")
            #expect(first.status == 0, "\(first.standardError)")
            #expect(vendor.requests(.images).count == 11)
            #expect(vendor.requests(.chat).count == 11)
            #expect(vendor.violations == [])
            let report = try #require(VendorJSON(Array(first.standardOutput.utf8)))
            #expect(report["pictures"]?["made"]?.integer == 11)
            #expect(report["pictures"]?["kept"]?.integer == 1)
            #expect(report["alts"]?["made"]?.integer == 11)
            let html = try site.page("posts/post-3/index.html")
            #expect(html.contains("<picture><source type=\"image/avif\" srcset=\"/images/"))
            #expect(html.contains("alt=\"Test picture"))

            let before = try site.folder.modificationTimes(of: "public")
            let second = try await site.run("build")
            #expect(second.status == 0)
            #expect(vendor.requests.count == 22)
            #expect(try site.folder.modificationTimes(of: "public") == before)

            // Without the shortcut of an unchanged site as well.
            try FileManager.default.removeItem(atPath: site.folder.path + "/.frontis/cache")
            let third = try await site.run("build")
            #expect(third.status == 0)
            #expect(vendor.requests.count == 22)
            #expect(try site.folder.modificationTimes(of: "public") == before)

            try site.post("post-5", "Another picture altogether")
            let fourth = try await site.run("build")
            #expect(fourth.status == 0)
            #expect(vendor.requests(.images).count == 12)
            #expect(vendor.requests(.chat).count == 12)
        }
    }

    @Test func aCloneWithLockAndStoreNeedsNoKeyAndNoRequest() async throws {
        try await withVendor { vendor in
            let site = try twelvePosts(vendor)
            #expect(try await site.run("build").status == 0)
            let made = vendor.requests.count
            for folder in ["public", ".frontis/cache"] {
                try FileManager.default.removeItem(atPath: site.folder.path + "/" + folder)
            }
            let clone = try await site.run("build", environment: ["CI": "true"])
            #expect(clone.status == 0, "\(clone.standardError)")
            #expect(vendor.requests.count == made)

            // The lock can be lost: the store knows what was made.
            let lock = try site.folder.read("frontis.lock")
            try FileManager.default.removeItem(atPath: site.folder.path + "/frontis.lock")
            #expect(try await site.run("build").status == 0)
            #expect(vendor.requests.count == made)
            #expect(try site.folder.read("frontis.lock") == lock)

            // A post may be renamed.
            try FileManager.default.moveItem(
                atPath: site.folder.path + "/content/posts/post-1.md",
                toPath: site.folder.path + "/content/posts/renamed.md")
            #expect(try await site.run("build").status == 0)
            #expect(vendor.requests.count == made)
        }
    }

    @Test func lostBytesAreAnErrorAndNoRequest() async throws {
        try await withVendor { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            try site.post("a", "A fox")
            #expect(try await site.run("build").status == 0)
            let made = vendor.requests.count
            try FileManager.default.removeItem(atPath: site.folder.path + "/.frontis/store/v1/objects")
            try site.post("b", nil)
            let run = try await site.run("build")
            #expect(run.status == 1)
            #expect(run.standardError.contains("are not in the store [picture-lost]"))
            #expect(vendor.requests.count == made)
        }
    }

    @Test func theAuthorsAltTextIsNeverAskedFor() async throws {
        try await withVendor { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            try site.write(
                "content/posts/a.md",
                """
                ---
                title: a
                ai-image: { prompt: A fox, alt: "<b>Mine</b> & \\"yours\\"" }
                ai-images: { map: A map }
                ---
                ![Hand-drawn map](ai:map)

                ![](<ai:a bear in the rain>)
                """)
            let run = try await site.run("build")
            #expect(run.status == 0, "\(run.standardError)")
            #expect(vendor.requests(.images).count == 3)
            #expect(vendor.requests(.chat).count == 1)
            let html = try site.page("posts/a/index.html")
            #expect(html.contains("alt=\"&lt;b&gt;Mine&lt;/b&gt; &amp; &quot;yours&quot;\""))
            #expect(html.contains("alt=\"Hand-drawn map\""))
            #expect(
                run.standardError == """
                    content/posts/a.md:3:33: warning: alt text has markup in it: '<b>' [alt-markup]
                      3 | ai-image: { prompt: A fox, alt: "<b>Mine</b> & \\"yours\\"" }
                        |                                 ^~~~~~~~~~~~~~~~~~~~~
                        help: write plain text: readers hear the signs and not what they do

                    """)
            #expect(!html.contains("<b>Mine"))
        }
    }

    @Test func aModelsAltTextCannotBreakThePage() async throws {
        try await withVendor { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            try site.post("a", "A fox")
            vendor.always(.chat, .text("{\"alt\":\"\\\"><script>x</script>\\u0007\\nline\",\"decorative\":false}"))
            let run = try await site.run("build")
            #expect(run.status == 0)
            let headline = "a.md:4:11: warning: posts/a.md#hero: the alt text in 'en' has markup in it: '<script>' [alt-markup]"
            #expect(run.standardError.contains(headline))
            // Asked once more with a picture that is paid for, and not again by the next build, which says it again.
            #expect(vendor.requests(.chat).count == 2)
            #expect(try await site.run("build").standardError.contains(headline))
            #expect(vendor.requests(.chat).count == 2)
            let html = try site.page("posts/a/index.html")
            #expect(html.contains("alt=\"&quot;&gt;&lt;script&gt;x&lt;/script&gt; line\""))
        }
    }

    @Test func textsThatAPersonMustAccept() async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let site = try SiteUnderTest(
                vendor: vendor, configuration: "alt: { require: reviewed }\ndiagnostics: { alt-prefix: ignored }\n")
            try site.post("a", "A fox")
            vendor.always(.chat, .text("{\"alt\":\"Image of a fox.\",\"decorative\":false}"))
            let run = try await site.run("build")
            #expect(run.status == 1)
            #expect(
                run.standardError == """
                    content/posts/a.md:4:11: error: posts/a.md#hero: nobody has accepted the alt text in 'en' that a model \
                    wrote [alt-unreviewed]
                      4 | ai-image: A fox
                        |           ^~~~~
                        help: it is: Image of a fox.
                              look at the picture, then accept it: frontis alt accept posts/a.md#hero
                              or set its source to "reviewed" in frontis.lock, or write your own: alt: …

                    """)
            // The text is in the lock all the same, to be looked at.
            let lock = try site.folder.read("frontis.lock")
            #expect(lock.contains("\"source\": \"model\""))
            try site.write("frontis.lock", lock.replacingOccurrences(of: "\"model\",", with: "\"reviewed\","))
            #expect(try await site.run("build", "--frozen").status == 0)
            #expect(try site.page("posts/a/index.html").contains("alt=\"Image of a fox.\""))
            #expect(vendor.requests(.images).count == 1)
        }
    }

    @Test func aTranslationShowsTheSamePictureInItsLanguage() async throws {
        try await withVendor { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            try site.post("a", "A fox")
            try site.write("content/posts/a.pt.md", "---\ntitle: Um\ndate: 2026-03-02\n---\nTexto.\n")
            #expect(try await site.run("build").status == 0)
            #expect(vendor.requests(.images).count == 1)
            #expect(vendor.requests(.chat).count == 2)
            #expect(try site.page("pt/posts/a/index.html").contains(" in pt"))
            #expect(try site.page("posts/a/index.html").contains(" in en"))
        }
    }

    @Test func busyVendorsAreAskedAgain() async throws {
        try await withVendor { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            try site.post("a", "A fox")
            let busy = "{\"error\":{\"message\":\"Rate limit\",\"type\":\"requests\",\"param\":null,\"code\":\"rate_limit_exceeded\"}}"
            vendor.script(
                .images,
                [
                    .status(429, headers: ["retry-after-ms": "5"], body: busy),
                    .status(500, headers: ["retry-after-ms": "5"], body: "<html>oops</html>"), .resetBeforeReply, .normal,
                ])
            vendor.script(.chat, [.status(408, headers: ["retry-after-ms": "5"]), .normal])
            let run = try await site.run("build")
            #expect(run.status == 0, "\(run.standardError)")
            #expect(vendor.requests(.images).count == 4)
            #expect(vendor.requests(.chat).count == 2)
        }
    }

    @Test func picturesAnsweredAsAddressesAreFetchedWithoutTheKey() async throws {
        try await withVendor { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            try site.post("a", "A fox")
            vendor.always(.images, .addresses)
            let run = try await site.run("build")
            #expect(run.status == 0, "\(run.standardError)")
            let downloads = vendor.requests(.download)
            #expect(downloads.count == 1)
            #expect(downloads.first?.header("authorization") == nil)
        }
    }

    @Test func whatArrivedIsKeptWhenANeighbourFails() async throws {
        try await withVendor { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            try site.post("a", "A fox")
            try site.post("b", "A bear")
            vendor.always(.images) { request, _ in
                String(decoding: request.body, as: UTF8.self).contains("bear") ? .refused : .normal
            }
            let first = try await site.run("build")
            #expect(first.status == 1)
            #expect(!site.folder.exists("public/index.html"))
            let asked = vendor.requests(.images).count
            #expect(asked == 2)
            // The refusal is remembered and the fox is there.
            #expect(try await site.run("build").status == 1)
            #expect(vendor.requests(.images).count == asked)
            try site.post("b", "A friendlier bear")
            vendor.always(.images, .normal)
            #expect(try await site.run("build").status == 0)
            #expect(vendor.requests(.images).count == asked + 1)
        }
    }

    @Test func nothingThatIsLeftBehindHoldsTheKey() async throws {
        try await withVendor { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            try site.post("a", "A fox")
            try site.post("b", "A bear")
            vendor.script(
                .images,
                [
                    .status(
                        401,
                        body: "{\"error\":{\"message\":\"Incorrect API key provided: \(SiteUnderTest.key)\",\"code\":\"invalid_api_key\"}}"),
                    .normal,
                ])
            let failing = try await site.run("build", "--verbose")
            let succeeding = try await site.run("build", "--verbose", "--format", "json")
            #expect(failing.status == 1 && succeeding.status == 0, "\(succeeding.standardError)")
            for text in [failing, succeeding].flatMap({ [$0.standardOutput, $0.standardError] }) {
                #expect(!text.contains(SiteUnderTest.key))
            }
            let files = try site.folder.tree(of: "")
            #expect(files.count > 10)
            for (path, bytes) in files {
                #expect(!String(decoding: bytes, as: UTF8.self).contains(SiteUnderTest.key), "\(path)")
            }
        }
    }

    @Test func twoBuildsAtOnceAskOnce() async throws {
        try await withVendor { vendor in
            let site = try twelvePosts(vendor)
            vendor.always(.images, Behaviour.normal.after(.milliseconds(100)))
            async let first = site.run("build")
            async let second = site.run("build", "--output", "other")
            let statuses = try await [first.status, second.status]
            #expect(statuses == [0, 0])
            #expect(vendor.requests(.images).count == 11)
        }
    }

    @Test func theBudgetIsHard() async throws {
        try await withVendor { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            let text = try site.folder.read("frontis.yaml").replacingOccurrences(
                of: "provider: art }", with: "provider: art, budget: 0.01 }")
            try site.write("frontis.yaml", text)
            try site.post("a", "A fox")
            let run = try await site.run("build")
            #expect(run.status == 1)
            #expect(run.standardError.contains("frontis.yaml:2:34: error: 1 picture was not made: the budget of this run is $0.01"))
            #expect(vendor.requests.isEmpty)
        }
    }
}
