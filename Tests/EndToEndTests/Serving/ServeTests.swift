import Foundation
import FrontisTestSupport
import Synchronization
import Testing

/// `frontis serve` as browsers and strangers meet it.
@Suite struct ServeTests {
    private static let said = "said.txt"
    private static let complained = "complained.txt"

    private enum Failure: Error { case never(String) }

    /// Waits as long as it takes on any machine.
    private static func until<Value>(_ what: String, _ value: @Sendable () async throws -> Value?) async throws -> Value {
        let end = ContinuousClock.now + .seconds(300)
        while ContinuousClock.now < end {
            // A file that is read may be replaced at that moment.
            if let value = try? await value() { return value }
            try await Task.sleep(for: .milliseconds(20))
        }
        throw Failure.never(what)
    }

    /// The server while `work` is done with its port; then it is told to end.
    @discardableResult
    private func serving(
        _ site: SiteUnderTest, _ arguments: [String] = [], port: Int? = 0, environment: [String: String] = [:],
        _ work: @escaping @Sendable (Int) async throws -> Void
    ) async throws -> (status: Int32, standardOutput: String, standardError: String) {
        let failure = Mutex<(any Error)?>(nil)
        let folder = site.folder
        if folder.exists(Self.said) { try folder.remove(Self.said) }
        let run = try await ProgramRun.run(
            ["serve", "--now", "2026-06-01T12:00:00Z"] + (port.map { ["--port", "\($0)"] } ?? []) + arguments,
            in: folder.path,
            environment: ["ART_KEY": SiteUnderTest.key].merging(environment) { $1 }, sayingInto: (Self.said, Self.complained), sending: SIGINT
        ) {
            do {
                let port = try await Self.until("address") { () -> Int? in
                    let words = try folder.read(Self.said)
                    // As soon as the first build has said what came of it.
                    guard words.contains("uilt"), let colon = words.range(of: "localhost:") else { return nil }
                    return Int(words[colon.upperBound...].prefix { $0.isNumber })
                }
                try await work(port)
            } catch {
                failure.withLock { $0 = error }
            }
        }
        if let failure = failure.withLock({ $0 }) { throw failure }
        return (run.status, try folder.read(Self.said), try folder.read(Self.complained))
    }

    private static func ask(
        _ port: Int, _ path: String, _ method: String = "GET", _ headers: [String: String] = [:]
    ) async throws -> RawHTTPExchange {
        try await RawHTTPExchange.send(to: port, method, path, headers: headers)
    }

    private func site(configuration: String = "") throws -> SiteUnderTest {
        let site = try SiteUnderTest(configuration: configuration)
        try site.post("a", nil, body: "Words of a.")
        try site.write("content/about.md", "---\ntitle: About\n---\nMe.\n")
        try site.write("static/picture.png", String(repeating: "0123456789", count: 100))
        try site.write("static/long.txt", String(repeating: "A line of a text that says the same.\n", count: 400))
        return site
    }

    // MARK: Answers

    @Test func filesAreAnsweredAsTheWebHasThem() async throws {
        let site = try site()
        let run = try await serving(site) { (port: Int) async throws in
            let page = try await Self.ask(port, "/posts/a/")
            #expect(page.status == 200)
            #expect(page.header("content-type") == "text/html; charset=utf-8")
            #expect(page.header("x-content-type-options") == "nosniff")
            #expect(String(decoding: page.body, as: UTF8.self).contains("Words of a."))
            for (path, place) in [("/posts/a", "/posts/a/"), ("/about?x=1", "/about/?x=1")] {
                let answer = try await Self.ask(port, path)
                #expect(answer.status == 302 && answer.header("location") == place, "\(path)")
            }
            let missing = try await Self.ask(port, "/nothing/")
            #expect(missing.status == 404)
            #expect(String(decoding: missing.body, as: UTF8.self).contains("Page not found"))
            for headers in [[:], ["accept-encoding": "gzip"]] {
                let head = try await Self.ask(port, "/posts/a/", "HEAD", headers)
                #expect(head.status == 200 && head.body.isEmpty)
                #expect(head.header("content-length") == "\(page.body.count)")
                #expect(head.header("vary") == "Accept-Encoding")
            }
            for method in ["POST", "PUT", "DELETE", "OPTIONS"] {
                let answer = try await Self.ask(port, "/posts/a/", method)
                #expect(answer.status == 405 && answer.header("allow") == "GET, HEAD", "\(method)")
            }
        }
        #expect(run.status == 130)
        #expect(run.standardError.isEmpty)
    }

    @Test func partsAndCopiesOfFilesAreAnswered() async throws {
        let site = try site()
        try await serving(site) { (port: Int) async throws in
            let whole = try await Self.ask(port, "/picture.png")
            #expect(whole.header("accept-ranges") == "bytes")
            #expect(whole.header("content-type") == "image/png")
            let tag = whole.header("etag") ?? ""
            let date = whole.header("last-modified") ?? ""
            #expect(tag.hasPrefix("\"") && date.hasSuffix(" GMT"))
            let part = try await Self.ask(port, "/picture.png", "GET", ["range": "bytes=10-13"])
            #expect(part.status == 206 && part.body == Array("0123".utf8))
            #expect(part.header("content-range") == "bytes 10-13/1000")
            let end = try await Self.ask(port, "/picture.png", "GET", ["range": "bytes=-3"])
            #expect(end.status == 206 && end.body == Array("789".utf8))
            let past = try await Self.ask(port, "/picture.png", "GET", ["range": "bytes=1000-"])
            #expect(past.status == 416 && past.header("content-range") == "bytes */1000")
            for (condition, isMet) in [(tag, true), (date, true), ("\"other\"", false)] {
                let answer = try await Self.ask(
                    port, "/picture.png", "GET", ["range": "bytes=0-1", "if-range": condition])
                #expect(answer.status == (isMet ? 206 : 200), "\(condition)")
            }
            for headers in [["if-none-match": tag], ["if-none-match": "\"x\", W/\(tag)"], ["if-modified-since": date]] {
                let answer = try await Self.ask(port, "/picture.png", "GET", headers)
                #expect(answer.status == 304 && answer.body.isEmpty, "\(headers)")
            }
            let nothing = try await Self.ask(
                port, "/long.txt", "GET", ["range": "bytes=99999999-", "accept-encoding": "gzip"])
            #expect(nothing.status == 416 && nothing.body.isEmpty && nothing.header("content-encoding") == nil)
            #expect(try await Self.ask(port, "/picture.png", "GET", ["if-none-match": "\"x\""]).status == 200)
        }
    }

    @Test func textsAreCompressedForThoseWhoTakeThat() async throws {
        let site = try site()
        try await serving(site) { (port: Int) async throws in
            let plain = try await Self.ask(port, "/long.txt")
            #expect(plain.header("content-encoding") == nil && plain.body.count == 400 * 37)
            let packed = try await Self.ask(port, "/long.txt", "GET", ["accept-encoding": "gzip, br"])
            #expect(packed.header("content-encoding") == "gzip")
            #expect(packed.body.count < plain.body.count / 10)
            let page = try await Self.ask(port, "/posts/a/", "GET", ["accept-encoding": "gzip"])
            #expect(page.header("content-encoding") == "gzip")
            let picture = try await Self.ask(port, "/picture.png", "GET", ["accept-encoding": "gzip"])
            #expect(picture.header("content-encoding") == nil)
            let part = try await Self.ask(
                port, "/long.txt", "GET", ["accept-encoding": "gzip", "range": "bytes=0-9"])
            #expect(part.header("content-encoding") == nil && part.body == Array("A line of ".utf8))
        }
    }

    @Test func aSiteBelowAFolderIsServedThere() async throws {
        let site = try SiteUnderTest()
        try site.write("frontis.yaml", "site: { title: Test, url: \"https://example.org/blog\" }\n")
        try site.post("a", nil)
        let run = try await serving(site) { (port: Int) async throws in
            #expect(try await Self.ask(port, "/").header("location") == "/blog/")
            #expect(try await Self.ask(port, "/blog").header("location") == "/blog/")
            #expect(try await Self.ask(port, "/blog/posts/a/").status == 200)
            #expect(try await Self.ask(port, "/posts/a/").status == 404)
        }
        #expect(run.standardOutput.contains("/blog/ until Ctrl-C\n"))
    }

    // MARK: Strangers

    @Test func nothingButTheOutputIsServed() async throws {
        let site = try site()
        try site.write(".env", "SECRET=1\n")
        try await serving(site) { (port: Int) async throws in
            let ways = [
                "/../frontis.yaml", "/..%2f..%2f..%2f..%2ffrontis.yaml", "/%2e%2e/%2e%2e/.env", "/posts/../../.env",
                "/.frontis-files", "/.env", "/frontis.yaml", "/content/about.md", "//etc/passwd", "/%2Fetc%2Fpasswd",
                "/posts/a/index.html%00.png", "/..\\..\\frontis.yaml", "/posts/a/index.html/", "/_frontis/",
                "/_frontis/../frontis.yaml", "/_frontis/live.js/x", "http://127.0.0.1/../.env", "*",
            ]
            for way in ways {
                let answer = try await Self.ask(port, way)
                #expect(answer.status != 200, "\(way)")
                #expect(!String(decoding: answer.body, as: UTF8.self).contains("SECRET"), "\(way)")
            }
            #expect(try await Self.ask(port, "/posts/a/").status == 200)
        }
    }

    @Test func strangersAreNotAnswered() async throws {
        let site = try site()
        try await serving(site) { (port: Int) async throws in
            for path in ["/", "/_frontis/events", "/_frontis/live.js", "/posts/a/"] {
                for headers in [
                    ["host": "evil.example"], ["host": "evil.example:\(port)"], ["origin": "http://evil.example"],
                    ["origin": "null"], ["host": "127.0.0.1.nip.io"],
                    ["sec-fetch-site": "cross-site", "sec-fetch-mode": "cors"],
                ] {
                    let answer = try await Self.ask(port, path, "GET", headers)
                    #expect(answer.status == 403, "\(path) \(headers)")
                    #expect(!String(decoding: answer.body, as: UTF8.self).contains("Words"), "\(path) \(headers)")
                }
            }
            #expect(try await Self.ask(port, "/", "GET", ["origin": "http://127.0.0.1:\(port)"]).status == 200)
        }
        try await serving(site, ["--allow-host", "tunnel.example"]) { (port: Int) async throws in
            #expect(try await Self.ask(port, "/", "GET", ["host": "tunnel.example"]).status == 200)
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
        let site = try site()
        let run = try await serving(site) { (port: Int) async throws in
            for _ in 0..<3 {
                let answer = try await RawHTTPExchange.send(
                    to: port, method, path, headers: headers, limit: .seconds(30))
                #expect(answer.status != 200)
                #expect(answer.ending != .leftOpen)
            }
            #expect(try await Self.ask(port, "/posts/a/").status == 200)
        }
        #expect(run.status == 130)
    }

    @Test func whatNoBrowserSendsIsSurvived() async throws {
        let site = try site()
        try await serving(site) { (port: Int) async throws in
            for (path, headers) in [
                ("/" + String(repeating: "a", count: 200_000), [:]), ("/%", [:]), ("/?" + String(repeating: "&", count: 9000), [:]),
                ("/", ["range": String(repeating: "1", count: 70_000)]), ("/_frontis/events?number=99999999999999999999", [:]),
                ("/", ["x": String(repeating: "y", count: 70_000)]),
            ] as [(String, [String: String])] {
                _ = try await RawHTTPExchange.send(
                    to: port, "GET", path, headers: headers, byteLimit: 100, limit: .seconds(5))
            }
            #expect(try await Self.ask(port, "/posts/a/").status == 200)
        }
    }

    // MARK: Many

    @Test func aThousandRequestsAtOnceAreAnswered() async throws {
        let site = try site()
        try await serving(site) { (port: Int) async throws in
            let statuses = try await withThrowingTaskGroup(of: Int?.self) { group in
                for number in 0..<1000 {
                    group.addTask { try await Self.ask(port, number.isMultiple(of: 2) ? "/posts/a/" : "/picture.png").status }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(statuses.filter { $0 == 200 }.count == 1000)
        }
    }

    @Test func allOpenPagesAreToldAndMayGo() async throws {
        let site = try site()
        let folder = site.folder
        let run = try await serving(site) { (port: Int) async throws in
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
            #expect(try await Self.ask(port, "/posts/a/").status == 200)
        }
        #expect(run.status == 130)
    }

    // MARK: The site

    @Test func whatIsServedIsWhatABuildMakes() async throws {
        let site = try site()
        try site.post("draft", "A fox", body: "Not yet.", extra: "draft: true\n")
        try site.write("content/posts/later.md", "---\ntitle: Later\ndate: 2030-01-01\n---\nIn years.\n")
        let clean = try await site.run(
            "build", "--output", "clean", "--cache", "other", "--drafts", "--future", "--expired", "--offline", "--frozen")
        #expect(clean.status == 0, "\(clean.standardError)")
        let tree = try site.folder.tree(of: "clean").filter { $0.key != ".frontis-files" && $0.key != "404.html" }
        let folder = site.folder
        try await serving(site) { (port: Int) async throws in
            for (path, bytes) in tree {
                var body = try await RawHTTPExchange.send(to: port, "GET", "/" + path, byteLimit: 1 << 26).body
                if path.hasSuffix(".html") {
                    let text = String(decoding: body, as: UTF8.self)
                    let script = try #require(text.range(of: "<script src=\"/_frontis/live.js\"", options: .backwards))
                    #expect(text[script.lowerBound...].hasSuffix("data-file=\"\(path)\" defer></script>\n"))
                    body = Array(text[..<script.lowerBound].utf8)
                }
                #expect(body == bytes, "\(path)")
            }
            let events = try await RawHTTPExchange.send(
                to: port, "GET", "/_frontis/events?number=1", limit: .seconds(1))
            let text = String(decoding: events.bytes, as: UTF8.self)
            #expect(text.contains(#""posts/draft/index.html":"draft""#) && text.contains(#""posts/later/index.html":"future""#))
            #expect(!folder.exists("public") && !folder.exists("frontis.lock"))
        }
        try await serving(site, ["--published"]) { (port: Int) async throws in
            #expect(try await Self.ask(port, "/posts/a/").status == 200)
            #expect(try await Self.ask(port, "/posts/draft/").status == 404)
            #expect(try await Self.ask(port, "/posts/later/").status == 404)
        }
    }

    @Test func errorsAreToldAndGoAway() async throws {
        let site = try site()
        let folder = site.folder
        let good = try folder.read("content/posts/a.md")
        let run = try await serving(site) { (port: Int) async throws in
            @Sendable func told() async throws -> String {
                String(
                    decoding: try await RawHTTPExchange.send(
                        to: port, "GET", "/_frontis/events?number=1", byteLimit: 500, limit: .milliseconds(200)
                    ).bytes, as: UTF8.self)
            }
            try folder.write("content/posts/a.md", good.replacingOccurrences(of: "2026-03-02", with: "soon"))
            let text = try await Self.until("error") { () async throws -> String? in
                let text = try await told()
                return text.contains("problems") ? text : nil
            }
            #expect(text.contains("content/posts/a.md:3:7</a>: error:"))
            #expect(text.contains("vscode://file/"))
            let page = try await Self.ask(port, "/posts/a/")
            #expect(page.status == 200 && String(decoding: page.body, as: UTF8.self).contains("Words of a."))
            try folder.write("content/posts/a.md", good)
            _ = try await Self.until("mended") { try await told().contains("problems") ? nil : true }
        }
        #expect(run.standardError.contains("[front-matter-date]"))
        #expect(run.standardOutput.contains("Not built, pages are as they were"))
    }

    /// Whatever somebody else does to the output comes right by itself.
    @Test func whatIsTakenAwayComesBack() async throws {
        let site = try site()
        let folder = site.folder
        let link = folder.path("outside.txt")
        try folder.write("outside.txt", "SECRET")
        try await serving(site) { (port: Int) async throws in
            let output = try #require(
                try FileManager.default.contentsOfDirectory(atPath: folder.path(".frontis/cache/served"))
                    .first { !$0.hasSuffix(".lock") })
            let page = folder.path(".frontis/cache/served/\(output)/posts/a/index.html")
            try FileManager.default.removeItem(atPath: page)
            #expect(try await Self.ask(port, "/posts/a/").status == 404)
            _ = try await Self.until("file") { try await Self.ask(port, "/posts/a/").status == 200 ? true : nil }
            // A link there leads nobody out.
            try FileManager.default.removeItem(atPath: page)
            try FileManager.default.createSymbolicLink(atPath: page, withDestinationPath: link)
            let answer = try await Self.ask(port, "/posts/a/")
            #expect(answer.status == 404 && !String(decoding: answer.body, as: UTF8.self).contains("SECRET"))
            try FileManager.default.removeItem(atPath: page)
            try FileManager.default.removeItem(atPath: folder.path(".frontis"))
            #expect(try await Self.ask(port, "/posts/a/").status == 404)
            _ = try await Self.until("all") { try await Self.ask(port, "/posts/a/").status == 200 ? true : nil }
        }
    }

    @Test func twoServersOfOneSiteBothFollow() async throws {
        let site = try site()
        let folder = site.folder
        try await serving(site) { (one: Int) async throws in
            let words = try folder.read(Self.said)
            try await serving(site, ["--published"]) { (other: Int) async throws in
                #expect(one != other, "\(words)")
                for number in 0..<3 {
                    try folder.write("content/posts/n\(number).md", "---\ntitle: N\ndate: 2026-03-02\n---\nText.\n")
                    try folder.write("content/posts/d\(number).md", "---\ntitle: D\ndraft: true\n---\nText.\n")
                    for port in [one, other] {
                        _ = try await Self.until("page") { () async throws -> Bool? in
                            try await Self.ask(port, "/posts/n\(number)/").status == 200 ? true : nil
                        }
                    }
                    _ = try await Self.until("draft") { () async throws -> Bool? in
                        try await Self.ask(one, "/posts/d\(number)/").status == 200 ? true : nil
                    }
                    #expect(try await Self.ask(other, "/posts/d\(number)/").status == 404)
                }
            }
        }
        #expect(try folder.read(Self.complained).isEmpty)
    }

    /// A server that begins again shows what the last one has left.
    @Test func theLastGoodPageOutlivesAServer() async throws {
        let site = try site()
        try await serving(site) { (port: Int) async throws in
            #expect(try await Self.ask(port, "/posts/a/").status == 200)
        }
        try site.post("b", nil, extra: "date: soon\n")
        try await serving(site) { (port: Int) async throws in
            #expect(try await Self.ask(port, "/posts/a/").status == 200)
            let events = try await RawHTTPExchange.send(
                to: port, "GET", "/_frontis/events", upTo: "problems", limit: .seconds(60))
            #expect(String(decoding: events.bytes, as: UTF8.self).contains("content/posts/b.md"))
        }
    }

    @Test func aSiteThatWasNeverWholeSaysWhy() async throws {
        let site = try SiteUnderTest()
        try site.post("a", nil, extra: "date: soon\n")
        let folder = site.folder
        try await serving(site) { (port: Int) async throws in
            let page = try await Self.ask(port, "/posts/a/")
            #expect(page.status == 503)
            #expect(String(decoding: page.body, as: UTF8.self).contains("/_frontis/live.js"))
            try folder.write("content/posts/a.md", "---\ntitle: a\ndate: 2026-03-02\n---\nWords.\n")
            _ = try await Self.until("built") { try await Self.ask(port, "/posts/a/").status == 200 ? true : nil }
        }
    }

    /// Also where the site wants missing pictures made.
    @Test func nothingIsPaidFor() async throws {
        try await withVendor { vendor in
            let site = try SiteUnderTest(vendor: vendor, configuration: "alt: { describe: all }\n")
            let text = try site.folder.read("frontis.yaml").replacingOccurrences(
                of: "provider: art }", with: "provider: art, on-missing: make }")
            try site.write("frontis.yaml", text)
            try site.post("a", "A fox")
            let folder = site.folder
            let run = try await serving(site) { (port: Int) async throws in
                #expect(try await Self.ask(port, "/posts/a/").status == 200)
                try folder.write("content/posts/b.md", "---\ntitle: B\ndate: 2026-03-02\nai-image: auto\n---\nText.\n")
                _ = try await Self.until("edit") { try await Self.ask(port, "/posts/b/").status == 200 ? true : nil }
                #expect(!folder.exists("public") && !folder.exists("frontis.lock"))
            }
            #expect(vendor.requests.isEmpty, "\(run.standardError)")
            #expect(run.standardError.isEmpty)
        }
    }

    // MARK: The command line

    @Test func theBrowserIsOpened() async throws {
        let site = try site()
        let folder = site.folder
        try folder.write("bin/xdg-open", "#!/bin/sh\necho \"$@\" > \"$HOME/opened.txt\"\n")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path("bin/xdg-open"))
        try await serving(site, ["--open"], environment: ["PATH": folder.path("bin") + ":/usr/bin:/bin"]) {
            (port: Int) async throws in
            let opened = try await Self.until("address") { () -> String? in
                let text = try folder.read("opened.txt")
                return text.isEmpty ? nil : text
            }
            #expect(opened == "http://localhost:\(port)/\n")
        }
        let run = try await serving(site, ["--open"], environment: ["PATH": folder.path("nothing")]) {
            (port: Int) async throws in
            _ = try await Self.until("note") { try folder.read(Self.complained).isEmpty ? nil : true }
        }
        #expect(run.standardError.hasPrefix("note: no browser could be opened; the address is http://localhost:"))
    }

    /// Where nobody names one, the next that is free is taken.
    @Test func eachOfTwoServersHasAPort() async throws {
        let (one, other) = (try site(), try site())
        try await serving(one, port: nil) { (port: Int) async throws in
            #expect(port >= 4000)
            try await serving(other, port: nil) { (second: Int) async throws in
                #expect(second > port)
                #expect(try await Self.ask(port, "/posts/a/").status == 200)
                #expect(try await Self.ask(second, "/posts/a/").status == 200)
            }
        }
    }

    @Test func aPortThatIsTakenIsSaid() async throws {
        let site = try site()
        let path = site.folder.path
        try await serving(site) { (port: Int) async throws in
            let run = try await ProgramRun.run(["serve", "--port", "\(port)"], in: path)
            #expect(run.status == 1)
            #expect(
                run.standardError
                    == "error: port \(port) is taken by another program\n  help: end that program, or choose another port with --port\n")
        }
    }

    @Test(arguments: [
        (["--output", "public"], 64, "Error: serve has an output of its own, with drafts and drawn pictures in it; what is published is made by build.\n"),
        (["--allow-host", "https://tunnel.example"], 64, "Error: --allow-host 'https://tunnel.example' is no name of a server as browsers send it, such as blog.example or xn--….\n"),
        (["--allow-host", "*.example"], 64, "Error: --allow-host '*.example' is no name of a server as browsers send it, such as blog.example or xn--….\n"),
        (["--port", "70000"], 64, "Error: --port must be from 1 to 65535.\n"),
        (["--format", "json"], 64, "Error: serve has no result that --format json could print.\n"),
        (["--host", "192.0.2.7"], 1, "error: '192.0.2.7' is no address of this machine\n  help: --host 0.0.0.0 listens at all of them\n"),
    ])
    func whatCannotBeIsSaid(_ arguments: [String], _ status: Int32, _ message: String) async throws {
        let site = try site()
        let run = try await ProgramRun.run(["serve"] + arguments, in: site.folder.path)
        #expect(run.status == status)
        #expect(run.standardError.hasPrefix(message), "\(run.standardError)")
    }
}
