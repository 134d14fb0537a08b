import Foundation
import FrontisTestSupport
import Testing

/// Pictures that a vendor names by an address: paid for before they are there, and never again, whatever happens to
/// fetching them.
@Suite(.timeLimit(.minutes(10))) struct FetchedPictureTests {
    /// What can go wrong on the way, once.
    static let faults: [(name: String, behaviour: Behaviour)] = [
        ("503", .status(503)), ("429", .status(429, headers: ["retry-after-ms": "5"])), ("500", .status(500)),
        ("408", .status(408)), ("reset", .resetBeforeReply), ("cut body", .bodyCutShort),
        ("reset midway", .resetMidway), ("404", .status(404)), ("403", .status(403)), ("a login page", .html()),
        ("an empty body", .status(200, body: "")), ("damaged", .status(200, body: "\u{89}PNG\r\n")),
        // The vendor's own address is as good as before, whatever stands in between.
        ("a login wall's redirect", .redirect(to: "http://10.0.0.1/login")),
        ("a redirect to a file", .redirect(to: "file:///etc/passwd")),
    ]
    static let vendors = DialectCase.all.filter { ["openai", "azure-openai", "azure-openai-async"].contains($0.dialect) }

    private static func requests(_ server: VendorServer) -> Int { server.requests(.images).count }

    private static func pending(_ site: DialectSite) -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: site.folder.path + "/.frontis/cache/v1/pending")) ?? []
    }

    /// A site whose only picture is paid for and could not be fetched.
    private func withUnfetched(_ story: (DialectSite, VendorServer) async throws -> Void) async throws {
        let vendor = try #require(Self.vendors.first { $0.dialect == "openai" })
        try await withVendor(vendor.vendor) { server in
            let site = try DialectSite(vendor, server)
            try site.post("a", "A fox in fresh snow")
            server.always(.images, .addresses)
            server.always(.download, .status(404))
            #expect(try await site.build().status == 1)
            try await story(site, server)
        }
    }

    /// As if the address had been good until 2001.
    private static func expire(at path: String, in site: DialectSite) throws {
        let text = try site.folder.read(path)
        let end = try #require(text.firstMatch(of: /"expires": (\d+)/))
        try site.folder.write(path, text.replacing(end.0, with: "\"expires\": 1000000000"))
    }

    @Test(arguments: vendors, Array(faults.indices))
    func aFaultOnTheWayCostsNothing(vendor: DialectCase, fault: Int) async throws {
        try await withVendor(vendor.vendor) { server in
            let site = try DialectSite(vendor, server)
            try site.post("a", "A fox in fresh snow")
            server.always(.images, .addresses)
            server.script(.download, [Self.faults[fault].behaviour])
            let run = try await site.build()
            #expect(run.status == 0, "\(Self.faults[fault].name): \(run.standardError)")
            #expect(Self.requests(server) == 1)
            #expect(server.requests(.download).count == 2)
            #expect(Self.pending(site).isEmpty)
            #expect(try await site.build().status == 0)
            #expect(Self.requests(server) == 1)
        }
    }

    @Test(arguments: vendors)
    func whatCannotBeFetchedIsFetchedByTheNextBuild(vendor: DialectCase) async throws {
        try await withVendor(vendor.vendor) { server in
            let site = try DialectSite(vendor, server)
            try site.post("a", "A fox in fresh snow")
            server.always(.images, .addresses)
            server.always(.download, .status(404))
            let failed = try await site.build()
            #expect(failed.status == 1)
            #expect(failed.standardError.contains("could not be fetched: status 404 [provider-busy]"))
            #expect(failed.standardError.contains("it is paid for, and every build until "))
            #expect(failed.standardError.contains("or pay for another: frontis image regenerate posts/a.md#hero"))
            let files = Self.pending(site)
            #expect(files.count == 1)
            let path = site.folder.path + "/.frontis/cache/v1/pending/" + (files.first ?? "")
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect(mode == 0o600)
            let address = try #require(server.requests(.download).first)
            try site.neverShows(address.path, in: failed)
            let plan = try await site.run("plan")
            #expect(plan.standardOutput.contains("paid for on 2026-06-01, still to be fetched"))
            // Offline nothing is sent, and nothing is lost.
            #expect(try await site.build("--offline").status == 0)
            let asked = server.requests.count
            #expect(Self.pending(site).count == 1)
            #expect(try await site.build("--offline").status == 0)
            #expect(server.requests.count == asked)
            // A frozen build may fetch it, as that costs nothing.
            server.always(.download, .normal)
            let run = try await site.build("--frozen")
            #expect(run.status == 0, "\(run.standardError)")
            #expect(Self.requests(server) == 1)
            #expect(Self.pending(site).isEmpty)
            #expect(try await site.build().status == 0)
            #expect(Self.requests(server) == 1)
            #expect(server.violations.isEmpty)
        }
    }

    /// Login walls and proxies repeat the address that they were asked for, each in its own spelling.
    static let echoes: [@Sendable (String) -> String] = [
        { "<html><a href=\"https://files.example.net\($0)\">back</a></html>" },
        { "<html>You asked for \($0.replacing("&", with: "&amp;"))</html>" },
        { "<meta content=\"0; url=/login?next=\($0.replacing("%", with: "%25").replacing("&", with: "%26"))\">" },
        { "{\"the query\": \"\($0.drop { $0 != "?" }.dropFirst())\"}" },
        { "<input name=sig value='\(($0.removingPercentEncoding ?? "").drop { $0 != "?" }.dropFirst(13))'>" },
    ]

    @Test(arguments: vendors, Array(echoes.indices))
    func anAddressThatIsEchoedIsKeptNowhere(vendor: DialectCase, echo: Int) async throws {
        try await withVendor(vendor.vendor) { server in
            let site = try DialectSite(vendor, server)
            try site.post("a", "A fox in fresh snow")
            server.always(.images, .addresses)
            server.always(.download) { request, _ in
                .status(200, headers: ["content-type": "text/html"], body: Self.echoes[echo](request.path + "?" + (request.query ?? "")))
            }
            // In the run that asks, and in one that only fetches.
            for _ in 1...2 {
                let run = try await site.build()
                #expect(run.status == 1)
                let kept = try site.folder.tree(of: ".frontis/store/v1/quarantine")
                #expect(kept.contains { String(decoding: $0.value, as: UTF8.self).contains("<redacted>") })
                try site.neverShows("", in: run)
                try site.folder.remove(".frontis/store/v1/quarantine")
            }
            #expect(Self.requests(server) == 1)
        }
    }

    /// Damage that a person does, and what a newer version writes.
    @Test(
        arguments: [
            ("\"kind\"", "\"kynd\"", "'kind' is missing"), ("\"version\": 1", "\"version\": 2", "written by a newer Frontis"),
            ("\"address\"", "address", "not valid JSON"),
        ], [["build"], ["plan"], ["image", "list"]])
    func aDamagedAnswerShowsNoAddress(damage: (String, String, String), command: [String]) async throws {
        try await withUnfetched { site, server in
            let path = ".frontis/cache/v1/pending/" + (try #require(Self.pending(site).first))
            try site.folder.write(path, try site.folder.read(path).replacing(damage.0, with: damage.1))
            for format in [[], ["--format", "json"]] {
                let run = try await ProgramRun.run(command + format, in: site.folder.path, environment: site.environment)
                #expect(run.status == 1)
                try site.neverShows("", in: run)
                guard format.isEmpty else { continue }
                #expect(run.standardError.contains("error: \(damage.2)"), "\(run.standardError)")
                let help =
                    damage.2.hasPrefix("written")
                    ? "update Frontis"
                    : "put it right by hand, or delete it to give up the picture that it leads to, which is paid for"
                #expect(run.standardError.contains("[store-unreadable]\n  help: \(help)\n"), "\(run.standardError)")
            }
            #expect(Self.requests(server) == 1)
        }
    }

    /// One that fails for good has to be said before anybody pays again.
    @Test func anAddressThatExpiresIsNoReasonToPayAgain() async throws {
        try await withUnfetched { site, server in
            let name = try #require(Self.pending(site).first)
            try Self.expire(at: ".frontis/cache/v1/pending/" + name, in: site)
            #expect(try await site.build().status == 1)
            #expect(Self.pending(site).isEmpty)
            let again = try await site.build()
            #expect(again.status == 1)
            #expect(
                again.standardError.contains(
                    "the picture that provider 'art' made on 2026-06-01 could not be fetched in time: "))
            #expect(Self.requests(server) == 1)
            server.always(.download, .normal)
            #expect(try await site.build("--retry-failed").status == 0)
            #expect(Self.requests(server) == 2)
        }
    }

    /// A provider with another name fetches what the old one has paid for; where there is none of its kind, that is said
    /// until the address has expired.
    @Test(arguments: ["renamed", "gone", "expired"])
    func theProviderOfAnAddressIsGone(story: String) async throws {
        try await withUnfetched { site, server in
            server.always(.download, .normal)
            let path = ".frontis/cache/v1/pending/" + (try #require(Self.pending(site).first))
            if story == "expired" { try Self.expire(at: path, in: site) }
            var configuration = try site.folder.read("frontis.yaml")
            configuration = configuration.replacing("art:", with: "painter:").replacing("provider: art", with: "provider: painter")
            if story != "renamed" {
                configuration += "  other: { dialect: command, run: [./draw], price: 1 }\n"
                configuration = configuration.replacing("provider: painter", with: "provider: other")
            }
            try site.folder.write("frontis.yaml", configuration)
            let run = try await site.build()
            #expect(run.status == (story == "renamed" ? 0 : 1), "\(run.standardError)")
            #expect(Self.pending(site).isEmpty == (story != "gone"))
            if story != "renamed" {
                #expect(
                    run.standardError.contains(
                        "a picture that was asked of provider 'art' is to be fetched, and there is no such provider any more"),
                    "\(run.standardError)")
            }
            #expect(run.standardError.contains("put it back into frontis.yaml\n") == (story == "gone"))
            #expect(run.standardError.contains("tries to fetch it again") == (story == "gone"), "\(run.standardError)")
            let again = try await site.build()
            #expect(again.standardError.contains("could not be fetched in time") == (story == "expired"), "\(again.standardError)")
            #expect(Self.requests(server) == 1)
        }
    }

    @Test func regenerateBuysAnotherAndKeepsTheFirst() async throws {
        try await withUnfetched { site, server in
            server.always(.download) { request, _ in request.path.contains("/files/0-") ? .status(404) : .normal }
            let run = try await site.run("image", "regenerate", "posts/a.md#hero")
            #expect(run.status == 0, "\(run.standardError)")
            #expect(Self.requests(server) == 2)
            #expect(Self.pending(site).count == 1)
            server.always(.download, .normal)
            let last = try await site.build()
            #expect(last.status == 0, "\(last.standardError)")
            #expect(Self.requests(server) == 2)
            #expect(Self.pending(site).isEmpty)
        }
    }

    /// Killed at any moment between the request and the end of the build, with a vendor that answers by address.
    @Test func aKillOnTheWayCostsNothing() async throws {
        let seed = UInt64.random(in: 1...1_000_000)
        print("seed \(seed)")
        var numbers = SeededNumbers(seed: seed)
        for vendor in Self.vendors {
            for _ in 0..<4 {
                try await withVendor(vendor.vendor) { server in
                    let site = try DialectSite(vendor, server)
                    try site.post("a", "A fox in fresh snow")
                    server.always(.images, .addresses)
                    let gate = VendorGate()
                    server.script(.download, [Behaviour.normal.held(by: gate)])
                    let opens = Bool.random(using: &numbers)
                    _ = try await ProgramRun.run(
                        ["build", "--now", "2026-06-01T12:00:00Z"], in: site.folder.path,
                        environment: vendor.environment, sending: SIGKILL
                    ) {
                        _ = await gate.hasArrivals(1)
                        if opens { gate.open() }
                    }
                    gate.open()
                    #expect(try await site.build().status == 0)
                    #expect(Self.requests(server) == 1)
                    #expect(Self.pending(site).isEmpty)
                }
            }
        }
    }
}

extension DialectSite {
    fileprivate func run(_ arguments: String...) async throws -> ProgramRun.Result {
        try await ProgramRun.run(
            arguments + ["--now", "2026-06-01T12:00:00Z"], in: folder.path, environment: environment)
    }

    /// The signed part of an address is in no message and in no file that is committed or published.
    fileprivate func neverShows(_ path: String, in run: ProgramRun.Result) throws {
        #expect(!(run.standardError + run.standardOutput).contains("signature"))
        let root = URL(fileURLWithPath: folder.path)
        let files = try #require(FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil))
        var looked = 0
        defer { #expect(looked > 1) }
        for case let file as URL in files where !file.path.contains("/cache/v1/pending/") {
            guard let data = try? Data(contentsOf: file) else { continue }
            looked += 1
            #expect(data.firstRange(of: Data("signature".utf8)) == nil, "\(file.path)")
        }
    }
}
