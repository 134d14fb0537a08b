import Foundation
import FrontisTestSupport
import Testing

/// `frontis image compare` as a program.
@Suite(.timeLimit(.minutes(10))) struct CompareTests {
    private static let providers = """
        images: { provider: art, budget: 1 }
        styles: { ink: { prefix: Ink drawing of } }

        """

    /// `art` asks the vendor, `own` is a program, `drawn` costs nothing, `gone` has no program.
    private func site(_ vendor: VendorServer, _ extra: String = CompareTests.providers) throws -> SiteUnderTest {
        let site = try SiteUnderTest(
            configuration: extra + """
                providers:
                  art: { dialect: openai, model: gpt-image-2, base-url: "\(vendor.baseURL)", api-key: "${ART_KEY}" }
                  drawn: { dialect: pattern }
                  gone: { dialect: command, run: [./gone], price: 0 }
                  own: { dialect: command, run: [sh, own.sh], model: "local:7b", price: 0 }

                """)
        try site.folder.write("own.png", TestPNG(width: 48, height: 32, text: "own").bytes)
        try site.write(
            "own.sh",
            #"printf '{"images":["%s"],"revisedPrompt":"a <b>fox</b> & friends"}' "$(base64 < own.png | tr -d '\n')""#)
        return site
    }

    @Test func allProvidersSideBySide() async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let site = try site(vendor)
            let run = try await site.run("image", "compare", "A fox <in> \"snow\"", "-o", "sheet")
            #expect(run.status == 0, "\(run.standardError)")
            let table = run.standardOutput.split(separator: "\n").map { $0.split(separator: " ", omittingEmptySubsequences: true).map(String.init) }
            #expect(table[0] == ["provider", "model", "size", "bytes", "seconds", "price", "file"])
            let sizes = try site.folder.tree(of: "sheet").mapValues(\.count)
            #expect(Array(table[1].prefix(4)) == ["art", "gpt-image-2", "64×64", "\(try #require(sizes["1-art-gpt-image-2.png"]))"])
            #expect(table[1].suffix(1) == ["1-art-gpt-image-2.png"] && table[1].contains { $0.hasPrefix("$0.0") })
            #expect(table[1].contains { $0.wholeMatch(of: /\d+\.\d/) != nil })
            #expect(table[2].first == "drawn" && table[2].contains("free") && table[2].last == "2-drawn.png")
            #expect(run.standardOutput.contains("\ngone      –            program './gone' of provider 'gone' is not there\n"))
            #expect(table[4].first == "own" && table[4].contains("48×32") && table[4].last == "4-own-local-7b.png")
            #expect(run.standardOutput.contains("\n\nSide by side: sheet/index.html, $0.0"))
            #expect(sizes.keys.sorted() == ["1-art-gpt-image-2.png", "2-drawn.png", "4-own-local-7b.png", "index.html"])
            #expect(try site.folder.bytes("sheet/4-own-local-7b.png") == TestPNG(width: 48, height: 32, text: "own").bytes)

            let page = try site.folder.read("sheet/index.html")
            #expect(page.contains("<h1>A fox &lt;in&gt; &quot;snow&quot;</h1>"))
            #expect(page.contains("<dd>a &lt;b&gt;fox&lt;/b&gt; &amp; friends</dd>"))
            #expect(page.contains("<img src=\"1-art-gpt-image-2.png\" alt=\"Picture by art, gpt-image-2\" width=\"64\" height=\"64\">"))
            #expect(page.contains("<p class=\"failure\">program &#39;./gone&#39; of provider &#39;gone&#39; is not there</p>"))
            #expect(!page.contains("<script") && !page.contains("http"))

            // The ledger knows what was paid; nothing else of the site does.
            #expect(!site.folder.exists("frontis.lock"))
            #expect(try site.folder.tree(of: ".frontis").keys.sorted() == ["store/v1/spend.jsonl"])
            let ledger = try site.folder.read(".frontis/store/v1/spend.jsonl")
            #expect(ledger.contains("\"event\": \"paid\"") && ledger.contains("\"provider\": \"art\""))
            #expect(vendor.requests.map(\.kind) == [.images])
        }
    }

    @Test func onlyThoseThatAreNamed() async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let site = try site(vendor)
            let run = try await site.run(
                "image", "compare", "A fox", "--with", "art:gpt-image-1.5", "--with", "art", "--with", "drawn", "-o", "sheet", "--candidates", "2", "--style", "ink",
                "--aspect", "1:1", "--alt", "--language", "pt", "--format", "json")
            #expect(run.status == 0, "\(run.standardError)")
            let report = try #require(VendorJSON(Array(run.standardOutput.utf8)))
            let rows = try #require(report["rows"]?.array)
            #expect(rows.map { $0["model"]?.string } == ["gpt-image-1.5", "gpt-image-1.5", "gpt-image-2", "gpt-image-2", nil])
            #expect(rows.map { $0["candidate"]?.integer } == [1, 2, 1, 2, 1])
            #expect(rows.compactMap { $0["file"]?.string }.prefix(2) == ["1-art-gpt-image-1.5.png", "1-art-gpt-image-1.5-2.png"])
            #expect(rows[0]["alt"]?.string?.hasSuffix(" in pt.") == true && rows[1]["alt"] == nil)
            #expect(rows[4]["alt"]?.string?.isEmpty == false)
            #expect(report["prompt"]?.string == "A fox")
            let asked = vendor.requests(.images)
            #expect(Set(asked.compactMap { $0.json?["prompt"]?.string }) == ["Ink drawing of A fox"])
            #expect(asked.allSatisfy { $0.json?["n"]?.integer == 2 && $0.json?["size"]?.string?.isEmpty == false })
            let usd = try #require(report["cost"]?["usd"]?.number)
            #expect(abs(usd - vendor.ledger.usd) < 1e-9)
        }
    }

    /// One after the other would wait for ever.
    @Test func theyAreAskedAtTheSameTime() async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let site = try site(vendor)
            let gate = VendorGate()
            vendor.always(.images, Behaviour.normal.held(by: gate))
            async let run = site.run("image", "compare", "A fox", "--with", "art", "--with", "art:gpt-image-1.5", "-o", "sheet")
            #expect(await gate.hasArrivals(2))
            gate.open()
            #expect(try await run.status == 0)
        }
    }

    @Test func theBudgetHoldsForAllTogether() async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let site = try site(vendor, "images: { provider: art, budget: 0.05 }\n")
            let run = try await site.run("image", "compare", "A fox", "--with", "art", "--with", "art:gpt-image-1.5", "--with", "drawn", "-o", "sheet")
            #expect(run.status == 0)
            #expect(vendor.requests(.images).count == 1)
            #expect(run.standardOutput.contains("not made: the budget of this run is $0.05"))
        }
    }

    @Test func failuresAreRows() async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let site = try site(vendor)
            vendor.always(.images, .refused)
            let refused = try await site.run("image", "compare", "A fox", "--with", "art", "--with", "own", "-o", "one")
            #expect(refused.status == 0)
            #expect(refused.standardOutput.contains("art       gpt-image-2  provider 'art': refused: "))
            vendor.always(.images, .htmlPicture)
            let unusable = try await site.run("image", "compare", "A fox", "--with", "art", "-o", "two")
            #expect(unusable.status == 1)
            let kept = try site.folder.tree(of: "two/unusable")
            #expect(kept.contains { $0.key.hasPrefix("1-answer-") && $0.value == Array("<!DOCTYPE html><p>Gone.</p>".utf8) })
            #expect(unusable.standardError.contains("note: an answer of art is no picture; it is kept as two/unusable/1-answer-"))
            #expect(!site.folder.exists("two/.frontis-compare"))
        }
    }

    @Test func anAddressThatIsPaidForStays() async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let site = try site(vendor)
            vendor.always(.images, .addresses)
            vendor.always(.download, .status(404))
            let run = try await site.run("image", "compare", "A fox", "--with", "art", "-o", "sheet")
            #expect(run.standardError.contains("note: a picture of art is paid for and could not be fetched [provider-unusable]"))
            #expect(run.standardError.contains("/sheet/.frontis-compare/1/cache/pending and is good until "))
            #expect(!run.standardError.contains("image regenerate"), "\(run.standardError)")
            let names = try site.folder.tree(of: "sheet/.frontis-compare/1/cache/pending")
            #expect(names.count == 1)
            let address = try #require(vendor.requests(.download).first).path
            #expect(names.values.contains { String(decoding: $0, as: UTF8.self).contains(address) })
            #expect(!run.standardError.contains("signature"), "\(run.standardError)")
        }
    }

    @Test func withoutASite() async throws {
        let folder = try TemporarySite()
        let run = try await ProgramRun.run(["image", "compare", "A red fox", "--with", "pattern", "--with", "openai", "-o", "sheet"], in: folder.path)
        #expect(run.status == 0, "\(run.standardError)")
        #expect(try folder.tree().keys.sorted() == ["sheet/1-pattern.png", "sheet/index.html"])
        #expect(run.standardOutput.contains("environment variable OPENAI_API_KEY is not set"))
        let nobody = try await ProgramRun.run(["image", "compare", "A red fox", "-o", "other"], in: folder.path)
        #expect(nobody.status == 1)
        #expect(nobody.standardError.contains("error: there is nothing to compare: no provider is defined here [ai-image-unknown-provider]\n  help: name them: --with pattern --with openai:gpt-image-2\n"))
        #expect(!folder.exists("other"))
    }

    @Test(arguments: [
        (["--with", "artt", "-o", "new"], 1, "unknown provider 'artt'; did you mean 'art'?"), (["--style", "oil", "-o", "new"], 1, "unknown style 'oil'"),
        (["-o", "content"], 1, "content' is not empty [output-foreign]\n  help: name a new one: --output compare-2\n"),
        (["--with", "art:", "-o", "new"], 64, "--with 'art:' is neither a provider nor provider:model."), (["--candidates", "0", "-o", "new"], 64, "--candidates must be from 1 to 16."),
        (["--aspect", "wide", "-o", "new"], 64, "--aspect 'wide' is not a proportion such as 16:9."),
    ])
    func nothingIsPaidForWhereSomethingIsWrong(arguments: [String], status: Int32, words: String) async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let site = try site(vendor)
            try site.write("content/a.md", "Text.")
            let run = try await ProgramRun.run(["image", "compare", "A fox"] + arguments, in: site.folder.path, environment: ["ART_KEY": SiteUnderTest.key])
            #expect(run.status == status)
            #expect(run.standardError.contains(words), "\(run.standardError)")
            #expect(vendor.requests.isEmpty)
            #expect(!site.folder.exists("new") && !site.folder.exists(".frontis"))
        }
    }
}
