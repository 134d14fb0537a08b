import Foundation
import FrontisTestSupport
import Testing

/// What `frontis serve` shows of a site, while it is written and by what the command line says.
@Suite struct ServedContentTests {
    @Test func whatIsServedIsWhatABuildMakes() async throws {
        let site = try Serving.site()
        try site.post("draft", "A fox", body: "Not yet.", extra: "draft: true\n")
        try site.write("content/posts/later.md", "---\ntitle: Later\ndate: 2030-01-01\n---\nIn years.\n")
        let clean = try await site.run(
            "build", "--output", "clean", "--cache", "other", "--drafts", "--future", "--expired", "--offline", "--frozen")
        #expect(clean.status == 0, "\(clean.standardError)")
        let tree = try site.folder.tree(of: "clean").filter { $0.key != ".frontis-files" && $0.key != "404.html" }
        let folder = site.folder
        try await Serving.run(site) { (port: Int) async throws in
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
        try await Serving.run(site, ["--published"]) { (port: Int) async throws in
            #expect(try await Serving.ask(port, "/posts/a/").status == 200)
            #expect(try await Serving.ask(port, "/posts/draft/").status == 404)
            #expect(try await Serving.ask(port, "/posts/later/").status == 404)
        }
    }

    @Test func errorsAreToldAndGoAway() async throws {
        let site = try Serving.site()
        let folder = site.folder
        let good = try folder.read("content/posts/a.md")
        let run = try await Serving.run(site) { (port: Int) async throws in
            @Sendable func told() async throws -> String {
                String(
                    decoding: try await RawHTTPExchange.send(
                        to: port, "GET", "/_frontis/events?number=1", byteLimit: 500, limit: .milliseconds(200)
                    ).bytes, as: UTF8.self)
            }
            try folder.write("content/posts/a.md", good.replacingOccurrences(of: "2026-03-02", with: "soon"))
            let text = try await LongRun.until("error") { () async throws -> String? in
                let text = try await told()
                return text.contains("problems") ? text : nil
            }
            #expect(text.contains("content/posts/a.md:3:7</a>: error:"))
            #expect(text.contains("vscode://file/"))
            let page = try await Serving.ask(port, "/posts/a/")
            #expect(page.status == 200 && String(decoding: page.body, as: UTF8.self).contains("Words of a."))
            try folder.write("content/posts/a.md", good)
            _ = try await LongRun.until("mended") { try await told().contains("problems") ? nil : true }
        }
        #expect(run.standardError.contains("[front-matter-date]"))
        #expect(run.standardOutput.contains("Not built, pages are as they were"))
    }

    /// Whatever somebody else does to the output comes right by itself.
    @Test func whatIsTakenAwayComesBack() async throws {
        let site = try Serving.site()
        let folder = site.folder
        let link = folder.path("outside.txt")
        try folder.write("outside.txt", "SECRET")
        try await Serving.run(site) { (port: Int) async throws in
            let output = try #require(
                try FileManager.default.contentsOfDirectory(atPath: folder.path(".frontis/cache/served"))
                    .first { !$0.hasSuffix(".lock") })
            let page = folder.path(".frontis/cache/served/\(output)/posts/a/index.html")
            try FileManager.default.removeItem(atPath: page)
            #expect(try await Serving.ask(port, "/posts/a/").status == 404)
            _ = try await LongRun.until("file") { try await Serving.ask(port, "/posts/a/").status == 200 ? true : nil }
            // A link there leads nobody out.
            try FileManager.default.removeItem(atPath: page)
            try FileManager.default.createSymbolicLink(atPath: page, withDestinationPath: link)
            let answer = try await Serving.ask(port, "/posts/a/")
            #expect(answer.status == 404 && !String(decoding: answer.body, as: UTF8.self).contains("SECRET"))
            // The page is on its way back already, as it was asked for.
            try FileManager.default.removeItem(atPath: folder.path(".frontis"))
            _ = try await LongRun.until("all") { try await Serving.ask(port, "/posts/a/").status == 200 ? true : nil }
        }
    }

    @Test func twoServersOfOneSiteBothFollow() async throws {
        let site = try Serving.site()
        let folder = site.folder
        try await Serving.run(site) { (one: Int) async throws in
            let words = try LongRun.said(in: site)
            try await Serving.run(site, ["--published"]) { (other: Int) async throws in
                #expect(one != other, "\(words)")
                for number in 0..<3 {
                    try folder.write("content/posts/n\(number).md", "---\ntitle: N\ndate: 2026-03-02\n---\nText.\n")
                    try folder.write("content/posts/d\(number).md", "---\ntitle: D\ndraft: true\n---\nText.\n")
                    for port in [one, other] {
                        _ = try await LongRun.until("page") { () async throws -> Bool? in
                            try await Serving.ask(port, "/posts/n\(number)/").status == 200 ? true : nil
                        }
                    }
                    _ = try await LongRun.until("draft") { () async throws -> Bool? in
                        try await Serving.ask(one, "/posts/d\(number)/").status == 200 ? true : nil
                    }
                    #expect(try await Serving.ask(other, "/posts/d\(number)/").status == 404)
                }
            }
        }
        #expect(try LongRun.complained(in: site).isEmpty)
    }

    /// A server that begins again shows what the last one has left.
    @Test func theLastGoodPageOutlivesAServer() async throws {
        let site = try Serving.site()
        try await Serving.run(site) { (port: Int) async throws in
            #expect(try await Serving.ask(port, "/posts/a/").status == 200)
        }
        try site.post("b", nil, extra: "date: soon\n")
        try await Serving.run(site) { (port: Int) async throws in
            #expect(try await Serving.ask(port, "/posts/a/").status == 200)
            let events = try await RawHTTPExchange.send(
                to: port, "GET", "/_frontis/events", upTo: "problems", limit: .seconds(60))
            #expect(String(decoding: events.bytes, as: UTF8.self).contains("content/posts/b.md"))
        }
    }

    @Test func aSiteThatWasNeverWholeSaysWhy() async throws {
        let site = try SiteUnderTest()
        try site.post("a", nil, extra: "date: soon\n")
        let folder = site.folder
        try await Serving.run(site) { (port: Int) async throws in
            let page = try await Serving.ask(port, "/posts/a/")
            #expect(page.status == 503)
            #expect(String(decoding: page.body, as: UTF8.self).contains("/_frontis/live.js"))
            try folder.write("content/posts/a.md", "---\ntitle: a\ndate: 2026-03-02\n---\nWords.\n")
            _ = try await LongRun.until("built") { try await Serving.ask(port, "/posts/a/").status == 200 ? true : nil }
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
            let run = try await Serving.run(site) { (port: Int) async throws in
                #expect(try await Serving.ask(port, "/posts/a/").status == 200)
                try folder.write("content/posts/b.md", "---\ntitle: B\ndate: 2026-03-02\nai-image: auto\n---\nText.\n")
                _ = try await LongRun.until("edit") { try await Serving.ask(port, "/posts/b/").status == 200 ? true : nil }
                #expect(!folder.exists("public") && !folder.exists("frontis.lock"))
            }
            #expect(vendor.requests.isEmpty, "\(run.standardError)")
            #expect(run.standardError.isEmpty)
        }
    }

    // MARK: The command line

    @Test func theBrowserIsOpened() async throws {
        let site = try Serving.site()
        let folder = site.folder
        try folder.write("bin/xdg-open", "#!/bin/sh\necho \"$@\" > \"$HOME/opened.txt\"\n")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path("bin/xdg-open"))
        try await Serving.run(site, ["--open"], environment: ["PATH": folder.path("bin") + ":/usr/bin:/bin"]) {
            (port: Int) async throws in
            let opened = try await LongRun.until("address") { () -> String? in
                let text = try folder.read("opened.txt")
                return text.isEmpty ? nil : text
            }
            #expect(opened == "http://localhost:\(port)/\n")
        }
        let run = try await Serving.run(site, ["--open"], environment: ["PATH": folder.path("nothing")]) {
            (port: Int) async throws in
            _ = try await LongRun.until("note") { try LongRun.complained(in: site).isEmpty ? nil : true }
        }
        #expect(run.standardError.hasPrefix("note: no browser could be opened; the address is http://localhost:"))
    }

    /// Where nobody names one, the next that is free is taken.
    @Test func eachOfTwoServersHasAPort() async throws {
        let (one, other) = (try Serving.site(), try Serving.site())
        try await Serving.run(one, port: nil) { (port: Int) async throws in
            #expect(port >= 4000)
            try await Serving.run(other, port: nil) { (second: Int) async throws in
                #expect(second > port)
                #expect(try await Serving.ask(port, "/posts/a/").status == 200)
                #expect(try await Serving.ask(second, "/posts/a/").status == 200)
            }
        }
    }

    @Test func aPortThatIsTakenIsSaid() async throws {
        let site = try Serving.site()
        let path = site.folder.path
        try await Serving.run(site) { (port: Int) async throws in
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
        let site = try Serving.site()
        let run = try await ProgramRun.run(["serve"] + arguments, in: site.folder.path)
        #expect(run.status == status)
        #expect(run.standardError.hasPrefix(message), "\(run.standardError)")
    }
}
