import Foundation
import FrontisTestSupport
import Testing

/// `frontis serve` as browsers and strangers meet it.
@Suite struct ServeTests {
    // MARK: Answers

    @Test func filesAreAnsweredAsTheWebHasThem() async throws {
        let site = try Serving.site()
        let run = try await Serving.run(site) { (port: Int) async throws in
            let page = try await Serving.ask(port, "/posts/a/")
            #expect(page.status == 200)
            #expect(page.header("content-type") == "text/html; charset=utf-8")
            #expect(page.header("x-content-type-options") == "nosniff")
            #expect(String(decoding: page.body, as: UTF8.self).contains("Words of a."))
            for (path, place) in [("/posts/a", "/posts/a/"), ("/about?x=1", "/about/?x=1")] {
                let answer = try await Serving.ask(port, path)
                #expect(answer.status == 302 && answer.header("location") == place, "\(path)")
            }
            let missing = try await Serving.ask(port, "/nothing/")
            #expect(missing.status == 404)
            #expect(String(decoding: missing.body, as: UTF8.self).contains("Page not found"))
            for headers in [[:], ["accept-encoding": "gzip"]] {
                let head = try await Serving.ask(port, "/posts/a/", "HEAD", headers)
                #expect(head.status == 200 && head.body.isEmpty)
                #expect(head.header("content-length") == "\(page.body.count)")
                #expect(head.header("vary") == "Accept-Encoding")
            }
            for method in ["POST", "PUT", "DELETE", "OPTIONS"] {
                let answer = try await Serving.ask(port, "/posts/a/", method)
                #expect(answer.status == 405 && answer.header("allow") == "GET, HEAD", "\(method)")
            }
        }
        #expect(run.status == 130)
        #expect(run.standardError.isEmpty)
    }

    @Test func partsAndCopiesOfFilesAreAnswered() async throws {
        let site = try Serving.site()
        try await Serving.run(site) { (port: Int) async throws in
            let whole = try await Serving.ask(port, "/picture.png")
            #expect(whole.header("accept-ranges") == "bytes")
            #expect(whole.header("content-type") == "image/png")
            let tag = whole.header("etag") ?? ""
            let date = whole.header("last-modified") ?? ""
            #expect(tag.hasPrefix("\"") && date.hasSuffix(" GMT"))
            let part = try await Serving.ask(port, "/picture.png", "GET", ["range": "bytes=10-13"])
            #expect(part.status == 206 && part.body == Array("0123".utf8))
            #expect(part.header("content-range") == "bytes 10-13/1000")
            let end = try await Serving.ask(port, "/picture.png", "GET", ["range": "bytes=-3"])
            #expect(end.status == 206 && end.body == Array("789".utf8))
            let past = try await Serving.ask(port, "/picture.png", "GET", ["range": "bytes=1000-"])
            #expect(past.status == 416 && past.header("content-range") == "bytes */1000")
            for (condition, isMet) in [(tag, true), (date, true), ("\"other\"", false)] {
                let answer = try await Serving.ask(
                    port, "/picture.png", "GET", ["range": "bytes=0-1", "if-range": condition])
                #expect(answer.status == (isMet ? 206 : 200), "\(condition)")
            }
            for headers in [["if-none-match": tag], ["if-none-match": "\"x\", W/\(tag)"], ["if-modified-since": date]] {
                let answer = try await Serving.ask(port, "/picture.png", "GET", headers)
                #expect(answer.status == 304 && answer.body.isEmpty, "\(headers)")
            }
            let nothing = try await Serving.ask(
                port, "/long.txt", "GET", ["range": "bytes=99999999-", "accept-encoding": "gzip"])
            #expect(nothing.status == 416 && nothing.body.isEmpty && nothing.header("content-encoding") == nil)
            #expect(try await Serving.ask(port, "/picture.png", "GET", ["if-none-match": "\"x\""]).status == 200)
        }
    }

    @Test func textsAreCompressedForThoseWhoTakeThat() async throws {
        let site = try Serving.site()
        try await Serving.run(site) { (port: Int) async throws in
            let plain = try await Serving.ask(port, "/long.txt")
            #expect(plain.header("content-encoding") == nil && plain.body.count == 400 * 37)
            let packed = try await Serving.ask(port, "/long.txt", "GET", ["accept-encoding": "gzip, br"])
            #expect(packed.header("content-encoding") == "gzip")
            #expect(packed.body.count < plain.body.count / 10)
            let page = try await Serving.ask(port, "/posts/a/", "GET", ["accept-encoding": "gzip"])
            #expect(page.header("content-encoding") == "gzip")
            let picture = try await Serving.ask(port, "/picture.png", "GET", ["accept-encoding": "gzip"])
            #expect(picture.header("content-encoding") == nil)
            let part = try await Serving.ask(
                port, "/long.txt", "GET", ["accept-encoding": "gzip", "range": "bytes=0-9"])
            #expect(part.header("content-encoding") == nil && part.body == Array("A line of ".utf8))
        }
    }

    @Test func aSiteBelowAFolderIsServedThere() async throws {
        let site = try SiteUnderTest()
        try site.write("frontis.yaml", "site: { title: Test, url: \"https://example.org/blog\" }\n")
        try site.post("a", nil)
        let run = try await Serving.run(site) { (port: Int) async throws in
            #expect(try await Serving.ask(port, "/").header("location") == "/blog/")
            #expect(try await Serving.ask(port, "/blog").header("location") == "/blog/")
            #expect(try await Serving.ask(port, "/blog/posts/a/").status == 200)
            #expect(try await Serving.ask(port, "/posts/a/").status == 404)
        }
        #expect(run.standardOutput.contains("/blog/ until Ctrl-C\n"))
    }

    // MARK: Strangers

    @Test func nothingButTheOutputIsServed() async throws {
        let site = try Serving.site()
        try site.write(".env", "SECRET=1\n")
        try await Serving.run(site) { (port: Int) async throws in
            let ways = [
                "/../frontis.yaml", "/..%2f..%2f..%2f..%2ffrontis.yaml", "/%2e%2e/%2e%2e/.env", "/posts/../../.env",
                "/.frontis-files", "/.env", "/frontis.yaml", "/content/about.md", "//etc/passwd", "/%2Fetc%2Fpasswd",
                "/posts/a/index.html%00.png", "/..\\..\\frontis.yaml", "/posts/a/index.html/", "/_frontis/",
                "/_frontis/../frontis.yaml", "/_frontis/live.js/x", "http://127.0.0.1/../.env", "*",
            ]
            for way in ways {
                let answer = try await Serving.ask(port, way)
                #expect(answer.status != 200, "\(way)")
                #expect(!String(decoding: answer.body, as: UTF8.self).contains("SECRET"), "\(way)")
            }
            #expect(try await Serving.ask(port, "/posts/a/").status == 200)
        }
    }

    @Test func strangersAreNotAnswered() async throws {
        let site = try Serving.site()
        try await Serving.run(site) { (port: Int) async throws in
            for path in ["/", "/_frontis/events", "/_frontis/live.js", "/posts/a/"] {
                for headers in [
                    ["host": "evil.example"], ["host": "evil.example:\(port)"], ["origin": "http://evil.example"],
                    ["origin": "null"], ["host": "127.0.0.1.nip.io"],
                    ["sec-fetch-site": "cross-site", "sec-fetch-mode": "cors"],
                ] {
                    let answer = try await Serving.ask(port, path, "GET", headers)
                    #expect(answer.status == 403, "\(path) \(headers)")
                    #expect(!String(decoding: answer.body, as: UTF8.self).contains("Words"), "\(path) \(headers)")
                }
            }
            #expect(try await Serving.ask(port, "/", "GET", ["origin": "http://127.0.0.1:\(port)"]).status == 200)
        }
        try await Serving.run(site, ["--allow-host", "tunnel.example"]) { (port: Int) async throws in
            #expect(try await Serving.ask(port, "/", "GET", ["host": "tunnel.example"]).status == 200)
        }
    }

    /// Each on a connection of its own: nobody behind the parser hears of such a request.
    @Test(
        arguments: [
            ("GET", "/", ["x y": "1"]), ("GET", "/", ["transfer-encoding": "chunked", "content-length": "3"]),
            ("F(O", "/", [:]), ("\u{16}\u{3}\u{1}", "/", [:]), ("GET", "/ /", [:]), ("GET", "/\u{1}", [:]),
            ("GET", "/", ["content-length": "-1"]), ("GET", "/", ["transfer-encoding": "nothing"]),
            ("GET", "/", ["x": String(repeating: "y", count: 200_000)]), ("GET", "/" + String(repeating: "a", count: 200_000), [:]),
        ] as [(String, String, [String: String])])
    func whatIsNoHTTPEndsNothingButItsConnection(
        _ method: String, _ path: String, _ headers: [String: String]
    ) async throws {
        let site = try Serving.site()
        let run = try await Serving.run(site) { (port: Int) async throws in
            for _ in 0..<3 {
                let answer = try await RawHTTPExchange.send(
                    to: port, method, path, headers: headers, limit: .seconds(30))
                #expect(answer.status != 200)
                #expect(answer.ending != .leftOpen)
            }
            #expect(try await Serving.ask(port, "/posts/a/").status == 200)
        }
        #expect(run.status == 130)
    }

    @Test func whatNoBrowserSendsIsSurvived() async throws {
        let site = try Serving.site()
        try await Serving.run(site) { (port: Int) async throws in
            for (path, headers) in [
                ("/" + String(repeating: "a", count: 200_000), [:]), ("/%", [:]), ("/?" + String(repeating: "&", count: 9000), [:]),
                ("/", ["range": String(repeating: "1", count: 70_000)]), ("/_frontis/events?number=99999999999999999999", [:]),
                ("/", ["x": String(repeating: "y", count: 70_000)]),
            ] as [(String, [String: String])] {
                _ = try await RawHTTPExchange.send(
                    to: port, "GET", path, headers: headers, byteLimit: 100, limit: .seconds(5))
            }
            #expect(try await Serving.ask(port, "/posts/a/").status == 200)
        }
    }

    // MARK: Many

    @Test func aThousandRequestsAtOnceAreAnswered() async throws {
        let site = try Serving.site()
        try await Serving.run(site) { (port: Int) async throws in
            let statuses = try await withThrowingTaskGroup(of: Int?.self) { group in
                for number in 0..<1000 {
                    group.addTask { try await Serving.ask(port, number.isMultiple(of: 2) ? "/posts/a/" : "/picture.png").status }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(statuses.filter { $0 == 200 }.count == 1000)
        }
    }

    @Test func allOpenPagesAreToldAndMayGo() async throws {
        let site = try Serving.site()
        let folder = site.folder
        let run = try await Serving.run(site) { (port: Int) async throws in
            // They read until news of the page has come, and go.
            let texts = try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<50 {
                    group.addTask {
                        let exchange = try await RawHTTPExchange.send(
                            to: port, "GET", "/_frontis/events?number=1", upTo: "posts/a/index.html")
                        return String(decoding: exchange.bytes, as: UTF8.self)
                    }
                }
                try await Task.sleep(for: .milliseconds(500))
                try folder.write("content/posts/a.md", "---\ntitle: a\ndate: 2026-03-02\n---\nOther words.\n")
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(texts.filter { $0.contains("\"posts/a/index.html\"") }.count == 50)
            #expect(texts.allSatisfy { $0.contains("text/event-stream") })
            #expect(try await Serving.ask(port, "/posts/a/").status == 200)
        }
        #expect(run.status == 130)
    }
}
