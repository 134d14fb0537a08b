import Foundation
import FrontisTestSupport
import Testing

/// What is said of money against what the vendor thinks it is owed.
@Suite(.timeLimit(.minutes(10))) struct MoneyTests {
    private static func nanos(_ value: VendorJSON?) -> Int? {
        value?["usd"]?.number.map { Int(($0 * 1e9).rounded()) }
    }

    private static func json(_ run: ProgramRun.Result) throws -> VendorJSON {
        try #require(VendorJSON(Array(run.standardOutput.utf8)), "\(run.standardOutput) \(run.standardError)")
    }

    private static func site(_ vendor: VendorServer, _ settings: String = "") throws -> SiteUnderTest {
        let site = try SiteUnderTest()
        let block = "dialect: openai, base-url: \"\(vendor.baseURL)\", api-key: \"${ART_KEY}\""
        try site.write(
            "frontis.yaml",
            """
            site: { title: Test, url: "https://example.org/" }
            images: { provider: art\(settings) }
            alt: { provider: art, model: gpt-4o }
            providers:
              art: { \(block), model: gpt-image-2 }
              old: { \(block), model: dall-e-3 }
              cheap: { \(block), model: gpt-image-1, quality: low }

            """)
        return site
    }

    /// As many pictures at a time as a shell lets a program have open files.
    @Test(arguments: [false, true]) func aLowLimitOfOpenFilesLosesNothing(answersByAddress: Bool) async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            let text = try site.folder.read("frontis.yaml")
            try site.write("frontis.yaml", text.replacing("provider: art }", with: "provider: art, concurrency: 64 }"))
            for number in 0..<64 { try site.post("p\(number)", "Number \(number)") }
            vendor.always(.images, answersByAddress ? .addresses : .normal)
            let command = "ulimit -n 64 && exec '\(try ProgramRun.location())' build --now 2026-06-01T12:00:00Z"
            let run = try await ProgramRun.run(
                program: "/bin/bash", ["-c", command], in: site.folder.path,
                environment: ["ART_KEY": SiteUnderTest.key, "HOME": site.folder.path], limit: .seconds(300))
            #expect(run.status == 0, "\(run.standardError)")
            #expect(vendor.requests(.images).count == 64)
            #expect(try await site.run("store", "verify").status == 0)
        }
    }

    /// The ledger breaks between the request and the answer.
    @Test func whatCannotBeNotedIsKept() async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            try site.post("a", "A fox")
            let gate = VendorGate()
            vendor.script(.images, [Behaviour.normal.held(by: gate)])
            let ledger = site.folder.path + "/.frontis/store/v1/spend.jsonl"
            async let building = site.run("build")
            #expect(await gate.hasArrivals(1))
            try FileManager.default.removeItem(atPath: ledger)
            try FileManager.default.createDirectory(atPath: ledger, withIntermediateDirectories: false)
            gate.open()
            let run = try await building
            #expect(
                run.standardError.contains("warning: the end of a paid call could not be noted in the ledger: "),
                "\(run.standardError)")
            try FileManager.default.removeItem(atPath: ledger)
            #expect(try await site.run("build").status == 0)
            #expect(vendor.requests(.images).count == 1)
        }
    }

    static let painters = ["gpt-image-1", "gpt-image-1-mini", "gpt-image-1.5", "gpt-image-2", "dall-e-3"]
    static let describers = [
        "gpt-4o", "gpt-4o-mini", "gpt-4.1", "gpt-4.1-mini", "gpt-5-mini", "gpt-5.4", "gpt-5.4-mini", "gpt-6-sol",
    ]

    /// The figure of the plan, before anything is known of the site, and again once its ledger says what its calls
    /// come to.
    @Test(
        arguments: painters.map { ($0, "gpt-4o-mini") } + describers.map { ("gpt-image-2", $0) } + [
            ("gpt-image-1", "gpt-4o"), ("gpt-image-1-mini", "gpt-5.4"),
        ])
    func aPlanIsWhatTheBillWillBe(painter: String, describer: String) async throws {
        try await withVendor(OpenAIVendor(key: SiteUnderTest.key, isGateway: true)) { vendor in
            let site = try Self.site(vendor)
            let text = try site.folder.read("frontis.yaml")
            try site.write(
                "frontis.yaml",
                text.replacing("model: gpt-4o }", with: "model: \(describer) }")
                    .replacing("model: gpt-image-2 }", with: "model: \(painter) }"))
            var spent = 0.0
            for (round, bar) in [0.05, 0.02].enumerated() {
                for number in 0..<4 { try site.post("p\(round)-\(number)", "A fox in the snow, number \(round) \(number)") }
                let plan = try Self.json(try await site.run("plan", "--format", "json"))
                let total = try #require(plan["total"]?["usd"]?.number)
                let build = try await site.run("build")
                #expect(build.status == 0, "\(build.standardError)")
                let bill = vendor.ledger.usd - spent
                spent = vendor.ledger.usd
                #expect(abs(total - bill) <= bar * bill, "round \(round): \(total) announced, \(bill) billed")
            }
        }
    }

    @Test func everyCentIsWhereItBelongs() async throws {
        try await withVendor(OpenAIVendor(key: SiteUnderTest.key, isGateway: true)) { vendor in
            let site = try Self.site(vendor)
            try site.post("a", "{ prompt: A fox in the snow, candidates: 3 }")
            try site.post("b", "{ prompt: A bear, provider: old, candidates: 2, aspect: \"16:9\" }")
            try site.post("c", "{ prompt: A hen, provider: cheap }")
            try site.post("d", "auto", body: "A long story about boats.")
            vendor.script(.images, [.failing(.rateLimited), .normal, .failing(.rateLimited)])
            vendor.script(.chat, [.failing(.rateLimited)])

            let plan = try Self.json(try await site.run("plan", "--format", "json"))
            let low = try #require(plan["total"]?["low"]?.number)
            let high = try #require(plan["total"]?["high"]?.number)
            let build = try await site.run("build", "--format", "json")
            #expect(build.status == 0, "\(build.standardError)")
            // What was announced before is what it came to.
            #expect(low <= vendor.ledger.usd && vendor.ledger.usd <= high, "\(low) \(vendor.ledger.usd) \(high)")
            #expect(Self.nanos(try Self.json(build)["cost"]) == vendor.ledger.nanodollars)

            #expect(try await site.run("alt", "redo", "posts/a.md#hero").status == 0)
            #expect(try await site.run("image", "regenerate", "posts/c.md#hero").status == 0)
            let list = try Self.json(try await site.run("image", "list", "--format", "json"))
            let money = try #require(list["money"])
            let total = try #require(Self.nanos(money["total"]))
            #expect(total == vendor.ledger.nanodollars)
            let parts = ["pictures", "candidates", "alts", "prompts", "unknown"].map { Self.nanos(money[$0]) ?? -1 }
            #expect(parts.reduce(0, +) == total)
            #expect(parts.prefix(4).allSatisfy { $0 > 0 }, "\(parts)")
            #expect(parts[4] == 0)
            // What each text has cost adds up as well: two for the first picture.
            let slots = list["slots"]?.array ?? []
            let texts = slots.compactMap { Self.nanos($0["altCost"]) }
            #expect(texts.count == 4)
            let shown = slots.compactMap { Self.nanos($0["cost"]) }
            #expect(shown.reduce(0, +) == parts[0])
            let text = try await site.run("image", "list")
            let digits = String(total).replacing(/0+$/, with: "")
            #expect(text.standardOutput.contains("spent               $0.\(digits), partly estimated\n"), "\(text.standardOutput)")
            #expect(text.standardOutput.contains(" · alt text $0.00"), "\(text.standardOutput)")
            for name in ["pictures shown", "other candidates", "alt texts", "prompts"] {
                #expect(text.standardOutput.contains("\n  \(name) "))
            }
            #expect(vendor.violations == [])
        }
    }

    @Test func anAnswerThatNeverCameIsAPartOfItsOwn() async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let site = try Self.site(vendor)
            try site.post("a", "{ prompt: A fox, alt: A fox. }")
            vendor.script(.images, [.resetMidway])
            #expect(try await site.run("build").status == 0)
            let money = try Self.json(try await site.run("image", "list", "--format", "json"))["money"]
            let paid = try #require(Self.nanos(money?["pictures"]))
            let unknown = try #require(Self.nanos(money?["unknown"]))
            #expect(paid > 0 && unknown >= paid)
            #expect(money?["unknown"]?["estimated"] == true)
            #expect(money?["pictures"]?["estimated"] == false)
            #expect(Self.nanos(money?["total"]) == paid + unknown)
        }
    }

    @Test func aPlanPricesPicturesTextsAndPrompts() async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let site = try Self.site(vendor, ", budget: 0.05")
            try site.post("a", "A fox")
            try site.post("b", "{ prompt: A bear, alt: A bear. }")
            try site.post("c", "auto", body: "A long story about boats.")
            let plan = try await site.run("plan")
            let lines = plan.standardOutput.split(separator: "\n").map(String.init)
            #expect(lines.count == 5, "\(plan.standardOutput)")
            #expect(
                lines[0].firstMatch(
                    of: /^make  posts\/a.md#hero  new \(art, gpt-image-2, \$0.0412\) \+ alt text \(up to \$0\.01\d+\)$/) != nil,
                "\(lines[0])")
            #expect(lines[1] == "make  posts/b.md#hero  new (art, gpt-image-2, $0.0412)")
            #expect(
                lines[2].firstMatch(
                    of: /prompt to be written \(art, gpt-image-2, about \$0\.04\d+, at most \$0\.04\d+\) \+ prompt \(up to \$0\.0\d+\) \+ alt text \(up to \$0\.01\d+\)$/)
                    != nil, "\(lines[2])")
            #expect(
                lines[3].firstMatch(
                    of: /^3 make, 1 prompt, 2 alt texts, about \$0\.12\d+, at most \$0\.1\d+ \(prices of 2026-11-28\)$/) != nil, "\(lines[3])")
            #expect(
                lines[4] == "The budget of a run is $0.05, so that one may not make all of it; raise it with --budget.")
            let json = try Self.json(try await site.run("plan", "--format", "json"))
            #expect(json["pricesOf"]?.string == "2026-11-28")
            #expect(json["budget"]?.number == 0.05)
            #expect(json["slots"]?[2]?["prompt"]?["model"]?.string == "gpt-4o")
            #expect(json["slots"]?[0]?["alts"]?[0]?["language"]?.string == "en")
            let sum = ["pictures", "alts", "prompts"].compactMap { json[$0]?["high"]?.number }.reduce(0, +)
            #expect(abs(sum - (json["total"]?["high"]?.number ?? 0)) < 3e-6)
            let roomy = try await site.run("plan", "--budget", "5").standardOutput
            #expect(!roomy.contains("The budget"))
            #expect(vendor.requests.isEmpty)
        }
    }

    @Test func theBudgetOfTheCommandLineIsHard() async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let site = try Self.site(vendor)
            for number in 1...5 { try site.post("p\(number)", "{ prompt: Number \(number), alt: A number. }") }
            vendor.always(.images, Behaviour.normal.after(.milliseconds(20)))
            let run = try await site.run("build", "--budget", "0.1")
            #expect(run.status == 1)
            #expect(vendor.requests(.images).count == 2)
            #expect(
                run.standardError.contains(
                    "error: 3 pictures were not made: the budget of this run is $0.10, $0.0823 of it is spent, and they may "
                        + "cost up to $0.1236 [budget-reached]"), "\(run.standardError)")
            #expect(run.standardError.components(separatedBy: "error: ").count == 2, "\(run.standardError)")
            // What was made is kept, and the rest is another run's.
            #expect(try await site.run("build").status == 0)
            #expect(vendor.requests(.images).count == 5)
            #expect(try await site.run("image", "regenerate", "posts/p1.md", "--budget", "0.01").status == 1)
            #expect(try await site.run("alt", "redo", "posts/p1.md", "--budget", "-1").status == 64)
            #expect(vendor.requests(.images).count == 5)
        }
    }

    @Test func textsAreHeldToItToo() async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let site = try Self.site(vendor)
            try site.post("a", "A fox")
            let run = try await site.run("build", "--budget", "0.0413")
            #expect(run.status == 0, "\(run.standardError)")
            #expect(vendor.requests(.images).count == 1)
            #expect(vendor.requests(.chat).count == 0)
            #expect(run.standardError.hasPrefix("warning: 1 alt text was not made: the budget of this run is $0.0413"))
            #expect(try await site.run("alt", "redo", "posts/a.md", "--budget", "0.001").status == 0)
            #expect(vendor.requests(.chat).count == 0)
            #expect(try await site.run("build").status == 0)
            #expect(vendor.requests(.chat).count == 1)
        }
    }

    @Test func aTextWithoutAPriceIsNotAskedFor() async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let site = try Self.site(vendor)
            let text = try site.folder.read("frontis.yaml")
            try site.write("frontis.yaml", text.replacing("model: gpt-4o }", with: "model: gpt-4o-2 }"))
            try site.post("a", "A fox")
            let run = try await site.run("build")
            #expect(run.status == 0)
            #expect(
                run.standardError.contains(
                    "warning: posts/a.md#hero has no alt text in 'en': describer 'art': no price is known for model 'gpt-4o-2', "
                        + "and the budget needs one [alt-not-made]"), "\(run.standardError)")
            #expect(vendor.requests(.chat).isEmpty)
            try site.write("frontis.yaml", text.replacing("model: gpt-4o }", with: "model: gpt-4o, price: 0.002 }"))
            #expect(try await site.run("build").status == 0)
            #expect(vendor.requests(.chat).count == 1)
        }
    }

    @Test(arguments: [("low", 512, 512), ("high", 2048, 768)])
    func theDescriberSeesWhatItsVendorBills(detail: String, longest: Int, shortest: Int) async throws {
        try await withVendor { vendor in
            let site = try Self.site(vendor)
            let text = try site.folder.read("frontis.yaml")
            try site.write("frontis.yaml", text.replacing("model: gpt-4o }", with: "model: gpt-4o, detail: \(detail) }"))
            try site.post("a", "{ prompt: A fox, size: 2048x1152 }", body: "In the **woods** of Sintra.")
            #expect(try await site.run("build").status == 0)
            let body = try #require(vendor.requests(.chat).first?.json)
            let parts = body["messages"]?[1]?["content"]
            #expect(parts?[0]?["text"]?.string?.contains("text: In the woods of Sintra.") == true)
            let url = try #require(parts?[1]?["image_url"]?["url"]?.string)
            let picture = Array(try #require(Data(base64Encoded: String(url.split(separator: ",")[1]))))
            func side(_ offset: Int) -> Int { picture[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } }
            let (width, height) = (side(16), side(20))
            #expect(max(width, height) <= longest && min(width, height) <= shortest)
            #expect(width == longest || height == shortest)
        }
    }

    @Test func modelsPastTheirDateAreSaidOnce() async throws {
        let site = try SiteUnderTest()
        try site.write(
            "frontis.yaml",
            """
            site: { title: Test, url: "https://example.org/" }
            images: { provider: openai }
            alt: { model: gpt-4o }
            providers:
              openai: { model: gpt-image-1 }

            """)
        try site.post("a", "A fox")
        try site.post("b", "A bear")
        let plan = try await ProgramRun.run(
            ["plan", "--now", "2027-02-01T00:00:00Z"], in: site.folder.path, environment: ["OPENAI_API_KEY": "x"])
        let findings = plan.standardError.split(separator: "\n").filter { $0.contains("[model-retired]") }.map(String.init)
        #expect(
            findings == [
                "content/posts/a.md:4:11: warning: alt texts: model gpt-4o has been switched off by its vendor on 2027-01-14 "
                    + "[model-retired]",
                "content/posts/a.md:4:11: warning: model gpt-image-1 has been switched off by its vendor on 2026-10-23 "
                    + "[model-retired]",
            ])
        #expect(plan.standardError.contains("write model: gpt-5.4-mini, its successor, under alt: in frontis.yaml"))
        let today = try await site.run("plan").standardError
        #expect(!today.contains("gpt-4o"))
    }
}
