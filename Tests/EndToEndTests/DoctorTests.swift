import Foundation
import FrontisTestSupport
import Testing

/// `frontis doctor` as a program.
@Suite struct DoctorTests {
    @Test func anEmptyFolderIsToldWhatToDo() async throws {
        let folder = try TemporarySite()
        let run = try await ProgramRun.run(["doctor"], in: folder.path, environment: ["PATH": "/nowhere"])
        #expect(run.status == 0)
        #expect(run.standardError.isEmpty)
        #expect(
            run.standardOutput == """
                site .
                  note     there is no frontis.yaml here: the defaults count, pictures are drawn offline
                           frontis new DIR makes a site; --site DIR names another folder
                  ok       there is no frontis.lock yet: the first picture that is made writes it
                  ok       there is no store yet
                  note     chafa is not installed: 'frontis image list' shows no pictures in the terminal

                provider pattern: makes the pictures
                  ok       needs no key and sends nothing

                alt texts
                  ok       pattern describes what it has drawn

                Nothing is wrong. Nobody was asked: --online finds out whether keys and models are right, for nothing.

                """)
        #expect(try folder.tree() == [:])
    }

    @Test func aSiteThatIsWell() async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            try site.post("a", "A fox")
            try site.post("b", "{ prompt: An owl, provider: openai }")
            #expect(try await site.run("build", "--offline").status == 0)
            let before = vendor.requests.count
            let offline = try await site.run("doctor", "--now", "2026-11-21", environment: ["ART_KEY": SiteUnderTest.key, "OPENAI_API_KEY": "sk-other-1234"])
            #expect(offline.status == 0, "\(offline.standardOutput)")
            #expect(vendor.requests.count == before)
            #expect(offline.standardOutput.contains("provider art (openai): makes the pictures\n  ok       model gpt-image-2\n"))
            #expect(offline.standardOutput.contains("provider openai: pinned by 1 picture\n"))
            #expect(offline.standardOutput.contains("  ok       api-key: ART_KEY in the environment\n"))
            #expect(offline.standardOutput.contains("alt texts: by provider art\n  ok       model gpt-5.4-mini\n"))
            let online = try await site.run("doctor", "--online", "--format", "json")
            #expect(!online.standardOutput.contains(SiteUnderTest.key))
            let report = try #require(VendorJSON(Array(online.standardOutput.utf8)))
            #expect(report["isOnline"]?.bool == true)
            let art = try #require(report["sections"]?.array?.first { $0["provider"]?.string == "art" && $0["kind"]?.string == "provider" })
            #expect(art["uses"] == ["makes the pictures"] && art["dialect"] == "openai" && art["model"] == "gpt-image-2")
            #expect(art["checks"]?.array?.contains { $0["subject"] == "answer" && $0["state"] == "ok" } == true)
            let asked = vendor.requests.dropFirst(before)
            #expect(!asked.isEmpty && asked.allSatisfy { $0.kind == .question })
            #expect(vendor.violations.isEmpty)
            #expect(vendor.ledger.nanodollars == 0)
        }
    }

    @Test(arguments: [
        ("{ dialect: openai, api-key: \"${NO_KEY}\" }", "  error    api-key: environment variable NO_KEY is not set\n           export NO_KEY=… before you build"),
        ("{ dialect: openai, api-key: \"${EMPTY}\" }", "  error    api-key: environment variable EMPTY is set, but empty\n"),
        ("{ dialect: openai, api-key: \"${BROKEN}\" }", "  error    api-key of provider 'art' must be one line of text\n"),
        ("{ dialect: openai, api-key: k, base-url: \"http://192.0.2.1/v1\" }", "  error    base-url: plain http to 192.0.2.1 would show the request to everyone on the way\n"),
        ("{ dialect: openai, api-key: \"${ART_KEY}\", model: flux }", "  error    no price is known, and the budget needs one\n"),
        ("{ dialect: opnai }", "  error    frontis.yaml:4:"), ("{ dialect: command, price: 0 }", "  error    provider 'art' has no program to run\n"),
        ("{ dialect: command, run: [./gone.py], price: 0 }", "  error    program './gone.py' of provider 'art' is not there\n"),
    ])
    func whatIsBroken(block: String, words: String) async throws {
        let site = try SiteUnderTest(configuration: "images: { provider: art }\nproviders:\n  art: \(block)\n")
        let run = try await site.run("doctor", environment: ["ART_KEY": SiteUnderTest.key, "EMPTY": "", "BROKEN": "sk-ab\ncd"])
        #expect(run.status == 1, "\(run.standardOutput)")
        #expect(run.standardOutput.contains(words), "\(run.standardOutput)")
        let quiet = try await site.run("doctor", "--quiet", environment: ["ART_KEY": SiteUnderTest.key, "EMPTY": "", "BROKEN": "sk-ab\ncd"])
        #expect(!quiet.standardOutput.contains("  ok  ") && quiet.standardOutput.contains(words))
    }

    @Test func aModelPastItsDateIsAWarning() async throws {
        let site = try SiteUnderTest(configuration: "images: { provider: openai }\nproviders: { openai: { model: dall-e-3 } }\n")
        let run = try await site.run("doctor", environment: ["OPENAI_API_KEY": "sk-test-1234"])
        #expect(run.status == 0)
        #expect(run.standardOutput.contains("  warning  model dall-e-3 was switched off by its vendor on 2026-05-12\n           write model: gpt-image-2.5-sunburst, its successor\n"))
        #expect(run.standardOutput.contains("\n1 warning. Nobody was asked"))
    }

    @Test func whatTheVendorSaysIsWrong() async throws {
        try await withVendor { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            let run = try await site.run("doctor", "--online", environment: ["ART_KEY": "sk-wrong-0123456789"])
            #expect(run.status == 1)
            #expect(run.standardOutput.contains("  error    credentials not accepted (status 401): Incorrect API key provided: <redacted>."))
            #expect(!run.standardOutput.contains("sk-wrong"))
            vendor.always(.question, .html(status: 404))
            let page = try await site.run("doctor", "--online")
            #expect(page.status == 1)
            #expect(page.standardOutput.contains("  error    rejected (status 404): the answer is HTML\n"))
        }
    }

    @Test func nobodyWritesAltTexts() async throws {
        let site = try SiteUnderTest(configuration: "alt: { provider: pattern, require: any }\n")
        let run = try await site.run("doctor")
        #expect(run.status == 1)
        #expect(run.standardOutput.contains("  error    provider pattern cannot look at pictures, so nobody writes alt texts\n"))
    }

    // MARK: Files

    @Test func aDotEnvThatGitWouldTake() async throws {
        let site = try SiteUnderTest()
        try site.write(".env", "ART_KEY=sk-test-1234567890\nOTHER=2\n")
        func envLine() async throws -> String? {
            let run = try await site.run("doctor")
            #expect(!run.standardOutput.contains("sk-test"))
            return run.standardOutput.split(separator: "\n").first { $0.contains(".env") }.map(String.init)
        }
        #expect(try await envLine() == "  ok       .env sets 2 variables")
        func git(_ arguments: String...) async throws {
            let run = try await ProgramRun.run(
                program: "/usr/bin/env", ["git"] + arguments, in: site.folder.path,
                environment: ["PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": site.folder.path])
            #expect(run.status == 0, "\(run.standardError)")
        }
        try await git("init", "--quiet")
        #expect(try await envLine() == "  warning  .env is not ignored by git: the next 'git add' takes the keys with it")
        try site.write(".gitignore", ".env\n")
        #expect(try await envLine() == "  ok       .env sets 2 variables, and git ignores it")
        try await git("add", "--force", ".env")
        #expect(try await envLine() == "  error    .env is in git: whoever has the repository has the keys")
        #expect(try await site.run("doctor").status == 1)
    }

    @Test func aSecretInPlainText() async throws {
        let site = try SiteUnderTest(configuration: "images: { provider: art }\nproviders:\n  art: { dialect: openai, api-key: sk-plain-1234567890 }\n")
        let run = try await site.run("doctor")
        #expect(run.status == 0)
        #expect(run.standardOutput.contains("  warning  frontis.yaml:4: api-key of provider 'art' is written out in frontis.yaml\n"))
        #expect(!run.standardOutput.contains("sk-plain"))
    }

    @Test func lockAndStore() async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            try site.post("a", "A fox")
            #expect(try await site.run("build").status == 0)
            let well = try await site.run("doctor", environment: ["ART_KEY": SiteUnderTest.key, "CI": "1"])
            #expect(well.standardOutput.contains("  ok       frontis.lock names 1 picture\n  ok       the store holds 1 picture, "))
            #expect(well.standardOutput.contains("  note     CI is set: builds make no picture that costs money\n"))
            let object = try #require(site.folder.tree(of: ".frontis/store/v1/objects").keys.min())
            try site.folder.remove(".frontis/store/v1/objects/" + object)
            let lost = try await site.run("doctor")
            #expect(lost.status == 1)
            #expect(lost.standardOutput.contains("  error    frontis.lock names 1 picture that is not in the store: posts/a.md#hero\n"))
            try site.write("frontis.lock", "<<<<<<< ours\n{}\n")
            let broken = try await site.run("doctor")
            #expect(broken.status == 1)
            #expect(broken.standardOutput.contains("  error    frontis.lock:1: "))
        }
    }
}
