import Foundation
import FrontisTestSupport
import Testing

/// `images.on-failure: placeholder`: one picture that cannot be made does not keep the site from being built.
@Suite(.timeLimit(.minutes(10))) struct OnFailureTests {
    private static let words = "until it is there a drawing is shown, as images.on-failure is placeholder"

    private func site(_ vendor: VendorServer, _ mode: String = "placeholder", _ more: String = "") throws -> SiteUnderTest {
        let site = try SiteUnderTest(vendor: vendor, configuration: more)
        let text = try site.folder.read("frontis.yaml")
        try site.write("frontis.yaml", text.replacing("provider: art }", with: "provider: art, on-failure: \(mode) }"))
        return site
    }

    private func counts(_ run: ProgramRun.Result) throws -> [String: Int] {
        let pictures = try #require(VendorJSON(Array(run.standardOutput.utf8))?["pictures"])
        return try ["kept", "made", "placeholder", "failed"].reduce(into: [:]) { counts, name in
            counts[name] = try #require(pictures[name]?.integer)
        }
    }

    /// What may happen to a picture, the finding, and whether the next build asks again.
    @Test(arguments: [
        ("refused", Behaviour.refused, "provider-refused", false),
        ("busy", .failing(.overloaded), "provider-busy", true), ("quota", .failing(.outOfQuota), "provider-quota", true),
        ("credentials", .failing(.keyRejected), "provider-credentials", true),
        ("unusable", .htmlPicture, "provider-unusable", false),
    ])
    func aDrawingStandsInAndTheNextBuildAsksAgain(
        name: String, behaviour: Behaviour, id: String, asksAgain: Bool
    ) async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let site = try site(vendor)
            try site.post("a", "A fox")
            vendor.always(.images, behaviour)
            let run = try await site.run("build", "--format", "json")
            #expect(run.status == 0, "\(run.standardError)")
            #expect(run.standardError.contains("warning: provider 'art'"), "\(run.standardError)")
            #expect(run.standardError.contains("[\(id)]") && run.standardError.contains(Self.words))
            #expect(try counts(run) == ["kept": 0, "made": 0, "placeholder": 1, "failed": 1])
            #expect(try site.page("posts/a/index.html").contains("<picture"))
            // Nothing that would be kept as an answer.
            #expect(!site.folder.exists("frontis.lock"))
            let asked = vendor.requests(.images).count
            let again = try await site.run("build", "--format", "json")
            #expect(again.status == 0)
            #expect((vendor.requests(.images).count > asked) == asksAgain)
            #expect(try counts(again) == ["kept": 0, "made": 0, "placeholder": 1, "failed": 1])
            #expect(again.standardError.contains("[\(id)]"), "\(again.standardError)")
            guard asksAgain else {
                vendor.always(.images, .normal)
                let retried = try await site.run("build", "--retry-failed", "--format", "json")
                #expect(try counts(retried) == ["kept": 0, "made": 1, "placeholder": 0, "failed": 0])
                return
            }
            vendor.always(.images, .normal)
            let made = try await site.run("build", "--format", "json")
            #expect(try counts(made) == ["kept": 0, "made": 1, "placeholder": 0, "failed": 0])
        }
    }

    @Test func aKeyThatIsNotSetAndABudgetThatIsTooSmall() async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let site = try site(vendor)
            try site.post("a", "A fox")
            let keyless = try await site.run("build", environment: [:])
            #expect(keyless.status == 0 && keyless.standardError.contains("[environment-unset]"), "\(keyless.standardError)")
            let poor = try await site.run("build", "--budget", "0.0001")
            #expect(poor.status == 0 && poor.standardError.contains("warning: 1 picture was not made: "), "\(poor.standardError)")
            #expect(poor.standardError.contains("[budget-reached]") && !poor.standardError.contains("provider-quota"))
            #expect(vendor.requests(.images).isEmpty)
        }
    }

    /// With `error`, and in what it does not cover, the site is not built.
    @Test func whatItDoesNotCover() async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let strict = try site(vendor, "error")
            try strict.post("a", "A fox")
            vendor.always(.images, .failing(.overloaded))
            #expect(try await strict.run("build").status == 1)

            let site = try site(vendor)
            try site.post("a", "A fox")
            let frozen = try await site.run("build", "--frozen")
            #expect(frozen.status == 1 && frozen.standardError.contains("[picture-frozen]"))
            // A request that is wrong is the site's own fault.
            vendor.always(.images, .failing(.modelGone))
            #expect(try await site.run("build").status == 1)
            // Whoever asks for a picture by hand is told that there is none.
            vendor.always(.images, .failing(.overloaded))
            #expect(try await site.run("image", "regenerate", "posts/a.md#hero").status == 1)

            vendor.always(.images, .normal)
            #expect(try await site.run("build").status == 0)
            for object in try site.folder.tree(of: ".frontis/store/v1/objects").keys {
                try site.folder.remove(".frontis/store/v1/objects/" + object)
            }
            let lost = try await site.run("build")
            #expect(lost.status == 1 && lost.standardError.contains("[picture-lost]"))

            let texts = try self.site(vendor, "placeholder", "alt: { require: any }\n")
            try texts.post("a", "A fox")
            vendor.always(.chat, .failing(.overloaded))
            let silent = try await texts.run("build")
            #expect(silent.status == 1 && silent.standardError.contains("[alt-not-made]"), "\(silent.standardError)")
        }
    }

    /// A companion of a drawing is a drawing; beside a picture that was made there is none.
    @Test func darkCompanions() async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let site = try site(vendor)
            try site.post("a", "{ prompt: A fox, dark: true }")
            vendor.always(.images, .failing(.overloaded))
            let none = try await site.run("build", "--format", "json")
            #expect(none.status == 0, "\(none.standardError)")
            #expect(try counts(none) == ["kept": 0, "made": 0, "placeholder": 2, "failed": 2])
            #expect(try site.page("posts/a/index.html").contains("prefers-color-scheme: dark"))
            // The companion's request has the light picture with it, and so is a form.
            vendor.always(.images) { request, _ in request.json == nil ? .failing(.overloaded) : .normal }
            let half = try await site.run("build", "--format", "json")
            #expect(half.status == 0, "\(half.standardError)")
            #expect(try counts(half) == ["kept": 0, "made": 1, "placeholder": 0, "failed": 1])
            #expect(!(try site.page("posts/a/index.html").contains("prefers-color-scheme: dark")))
        }
    }

    /// The light picture alone is what such a page shows: nothing is drawn, counted or encoded beside it, today or later.
    @Test(arguments: [Behaviour.refused, .failing(.overloaded)])
    func aCompanionThatIsNotMadeIsNoDrawing(behaviour: Behaviour) async throws {
        let alone = "until it is there the light picture is shown alone, as images.on-failure is placeholder"
        try await withVendor { vendor in
            let site = try site(vendor)
            try site.post("a", "A fox")
            #expect(try await site.run("build").status == 0)
            let encoded = try site.folder.tree(of: ".frontis/cache/v1/variants").keys.sorted()
            try site.post("a", "{ prompt: A fox, dark: true }")
            vendor.always(.images) { request, _ in request.json == nil ? behaviour : .normal }
            for number in 1...3 {
                try site.post("b", nil, body: "Another page \(number).")
                let run = try await site.run("build", "--format", "json")
                #expect(run.status == 0, "\(run.standardError)")
                #expect(try counts(run) == ["kept": 1, "made": 0, "placeholder": 0, "failed": 1])
                #expect(VendorJSON(Array(run.standardOutput.utf8))?["pictures"]?["standIn"]?.integer == 0)
                #expect(run.standardError.contains(alone) && !run.standardError.contains(Self.words), "\(run.standardError)")
                #expect(try site.folder.tree(of: ".frontis/cache/v1/variants").keys.sorted() == encoded)
                #expect(!site.folder.exists(".frontis/cache/v1/placeholders"))
                #expect(!(try site.page("posts/a/index.html").contains("prefers-color-scheme: dark")))
            }
            // Offline and with the light picture there, neither.
            let offline = try await site.run("build", "--offline", "--format", "json")
            #expect(try counts(offline)["placeholder"] == 0, "\(offline.standardOutput)")
        }
    }

    @Test func aPromptThatCannotBeWritten() async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let site = try site(vendor)
            try site.post("a", "auto", body: "A long text about foxes in the snow.")
            vendor.always(.prompt, .failing(.overloaded))
            let run = try await site.run("build", "--format", "json")
            #expect(run.status == 0, "\(run.standardError)")
            #expect(try counts(run) == ["kept": 0, "made": 0, "placeholder": 1, "failed": 1])
            #expect(vendor.requests(.images).isEmpty)
            #expect(try site.page("posts/a/index.html").contains("<picture"))
            vendor.always(.prompt, .normal)
            let again = try await site.run("build", "--format", "json")
            #expect(try counts(again) == ["kept": 0, "made": 1, "placeholder": 0, "failed": 0])
        }
    }
}

/// What concerns a whole account is one finding, at the provider's own line.
@Suite(.timeLimit(.minutes(10))) struct ToldOnceTests {
    private func run(
        posts: Int, _ behaviour: Behaviour, key: String? = SiteUnderTest.key, prompt: String = "Number", _ options: String...
    ) async throws -> String {
        var said = ""
        try await withVendor(makesSmallPictures: true) { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            for number in 1...posts { try site.post("p\(number)", prompt == "auto" ? "auto" : "\(prompt) \(number)") }
            vendor.always(.images, behaviour)
            vendor.always(.prompt, behaviour)
            let environment = key.map { ["ART_KEY": $0] } ?? [:]
            let run = try await ProgramRun.run(["build"] + options, in: site.folder.path, environment: environment)
            #expect(run.status == 1)
            said = run.standardError
        }
        #expect(said.components(separatedBy: "error: ").count == 2, "\(said)")
        return said
    }

    @Test(arguments: [
        (Behaviour.failing(.keyRejected), "[provider-credentials]"), (.failing(.outOfQuota), "[provider-quota]"),
    ])
    func atTheProvidersLine(behaviour: Behaviour, id: String) async throws {
        let said = try await run(posts: 37, behaviour)
        #expect(said.contains("frontis.yaml:4:3: error: provider 'art': "), "\(said)")
        #expect(said.contains(" (for 37 pictures) \(id)"), "\(said)")
    }

    @Test func aKeyThatIsNotSet() async throws {
        let said = try await run(posts: 12, .normal, key: nil)
        #expect(said.contains("frontis.yaml:4:3: error: "), "\(said)")
        #expect(said.contains(" (for 12 pictures) [environment-unset]"), "\(said)")
        let prompts = try await run(posts: 3, .normal, key: nil, prompt: "auto")
        #expect(prompts.contains(" (for 3 prompts) [environment-unset]"), "\(prompts)")
    }

    @Test func theBudget() async throws {
        let said = try await run(posts: 9, .normal, "--budget", "0.0001")
        #expect(said.contains("error: 9 pictures were not made: the budget of this run is $0.0001, "), "\(said)")
        #expect(said.contains("[budget-reached]") && !said.contains("provider-quota"))
    }

    @Test func altTexts() async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            for number in 1...12 { try site.post("p\(number)", "{ prompt: Number \(number), alt: A number. }") }
            #expect(try await site.run("build").status == 0)
            for number in 1...12 { try site.post("p\(number)", "Number \(number)") }
            vendor.always(.chat, .failing(.outOfQuota))
            let run = try await site.run("build")
            #expect(run.status == 0)
            #expect(run.standardError.contains("frontis.yaml:4:3: warning: describer 'art': "), "\(run.standardError)")
            #expect(run.standardError.contains(" (for 12 alt texts) [alt-not-made]"))
            #expect(run.standardError.components(separatedBy: "warning: ").count == 2)
        }
    }

    /// A block with the key in its line is pointed at, and not repeated.
    @Test func aKeyIsNotRepeated() async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            let text = try site.folder.read("frontis.yaml")
            try site.write("frontis.yaml", text.replacing("${ART_KEY}", with: "sk-written-out-0123456789"))
            try site.post("a", "A fox")
            let run = try await site.run("build")
            #expect(run.status == 1 && run.standardError.contains("frontis.yaml:4:3: error: provider 'art': "))
            #expect(!run.standardError.contains("sk-written-out-0123456789"))
        }
    }
}
