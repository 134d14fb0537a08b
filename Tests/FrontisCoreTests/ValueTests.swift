import FrontisCore
import Testing

@Suite struct ValueTests {
    @Test(arguments: [
        "../x", "a/../b", "/a", "a//b", "a/", "", ".", "..", ".frontis-files", "a/./b", "a\\b", "a\u{0}b", "a\nb",
        String(repeating: "x", count: 256), "a/..",
    ])
    func pathsThatLeaveTheOutputAreNoPaths(_ text: String) {
        #expect(SitePath(text) == nil)
    }

    @Test(
        arguments: [
            ("/", "index.html"), ("/posts/a/", "posts/a/index.html"), ("/404.html", "404.html"),
            ("/ä/ö/", "ä/ö/index.html"), ("/.well-known/x", nil), ("posts/", nil), ("//evil/", nil), ("/../x/", nil),
        ] as [(String, String?)])
    func addressesNameFiles(address: String, path: String?) {
        #expect(SitePath(urlPath: address)?.text == path)
    }

    @Test(
        arguments: [
            ("2026-03-02", "2026-03-02T00:00:00Z"), ("2026-3-2", "2026-03-02T00:00:00Z"),
            ("2026/03/02", "2026-03-02T00:00:00Z"), ("2026-03-02 10:15", "2026-03-02T10:15:00Z"),
            ("2026-03-02T10:15:30Z", "2026-03-02T10:15:30Z"), ("2026-03-02 10:15:30 +0100", "2026-03-02T10:15:30+01:00"),
            ("2026-03-02T10:15:30.25-03:30", "2026-03-02T10:15:30-03:30"), ("2026-03-02 10:15:00 UTC", "2026-03-02T10:15:00Z"),
            ("2026-02-29", nil), ("2024-02-29", "2024-02-29T00:00:00Z"), ("2026-13-01", nil), ("March 2", nil),
            ("2026-03-02x", nil), ("2026-03-02 25:00", nil), ("2026-03/02", nil), ("", nil), ("2026", nil),
        ] as [(String, String?)])
    func datesAreReadInTheUsualForms(text: String, expected: String?) {
        #expect(PageDate(text)?.rfc3339 == expected)
    }

    @Test(arguments: [-86_401, -1, 0, 951_782_400, 1_772_446_500, 4_102_444_800])
    func secondsAndDatesAgree(seconds: Int) {
        #expect(PageDate(secondsSince1970: seconds).secondsSince1970 == seconds)
    }

    @Test func datesAreWrittenAsFeedsWantThem() {
        let date = PageDate("2026-03-02 10:15:00 +0100")
        #expect(date?.rfc822 == "Mon, 02 Mar 2026 10:15:00 +0100")
        #expect(date?.secondsSince1970 == 1_772_442_900)
    }

    @Test func secretsPrintRedacted() {
        let secret = Secret("sk-12345")
        var dumped = ""
        dump(secret, to: &dumped)
        #expect("\(secret) \(String(reflecting: secret)) \(dumped)".contains("12345") == false)
        #expect("\([secret])" == "[<redacted>]")
        #expect(secret.redacted(from: "bad key sk-12345!") == "bad key <redacted>!")
        #expect(secret.reveal() == "sk-12345")
    }

    @Test(
        arguments: [
            ("promt", "prompt"), ("titel", "title"), ("xyz", nil), ("Title", "title"), ("prmopt", "prompt"),
        ] as [(String, String?)])
    func suggestsWhatIsNear(written: String, nearest: String?) {
        #expect(Suggestion.nearest(to: written, among: ["title", "prompt", "style"]) == nearest)
    }

    @Test(arguments: [
        ("Hello, World!", "hello-world"), ("Don’t  stop", "dont-stop"), ("Čeština & ß", "čeština-ß"),
        ("日本語 テスト", "日本語-テスト"), ("--a--", "a"), ("C++", "c"), ("", ""), ("e\u{301}t\u{e9}", "été"),
    ])
    func slugsKeepLettersOfAnyScript(text: String, slug: String) {
        #expect(Slug.make(text) == slug)
    }

    @Test(
        arguments: [
            ("16:9", "16:9"), ("32:18", "16:9"), ("3/2", "3:2"), (" 4 : 3 ", "4:3"), ("0:1", nil), ("wide", nil),
            ("1:", nil), ("99999:1", nil),
        ] as [(String, String?)])
    func aspectsAreReduced(text: String, expected: String?) {
        #expect(Aspect(text)?.description == expected)
    }
}

@Suite struct RecipeTests {
    private static let base = Recipe(prompt: "A  fox\n in snow", shape: .aspect(Aspect.standard))

    @Test func canonicalJSONIsPinned() {
        #expect(Self.base.canonicalJSON == #"{"aspect":"3:2","prompt":"A fox in snow","version":1}"#)
        let full = Recipe(
            prompt: "e\u{301} \"q\"", negative: " text,  watermark ", shape: .size(PictureSize("1536x864")!),
            background: .transparent, seed: 7, references: [Digest(hex: String(repeating: "a", count: 64))!])
        #expect(
            full.canonicalJSON
                == #"{"background":"transparent","negative":"text, watermark","prompt":"é \"q\"","references":[""#
                + String(repeating: "a", count: 64) + #""],"seed":7,"size":"1536x864","version":1}"#)
    }

    /// Only a dark companion's recipe has the member, so that the keys of all others are what they were.
    @Test func theLightKeyIsOneFieldMore() {
        let light = String(repeating: "b", count: 64)
        let dark = Recipe(prompt: "A fox at night", shape: .aspect(.standard), light: Digest(hex: light)!)
        #expect(dark.canonicalJSON == #"{"aspect":"3:2","light":"\#(light)","prompt":"A fox at night","version":1}"#)
    }

    @Test func everyFieldCounts() {
        var variants = [Self.base.canonicalJSON]
        var recipe = Self.base
        recipe.prompt = "A fox"
        variants.append(recipe.canonicalJSON)
        recipe = Self.base
        recipe.negative = "text"
        variants.append(recipe.canonicalJSON)
        recipe = Self.base
        recipe.shape = .size(PictureSize("300x200")!)
        variants.append(recipe.canonicalJSON)
        recipe = Self.base
        recipe.background = .opaque
        variants.append(recipe.canonicalJSON)
        recipe = Self.base
        recipe.seed = 0
        variants.append(recipe.canonicalJSON)
        recipe = Self.base
        recipe.references = [Digest(hex: String(repeating: "0", count: 64))!]
        variants.append(recipe.canonicalJSON)
        recipe = Self.base
        recipe.light = Digest(hex: String(repeating: "0", count: 64))!
        variants.append(recipe.canonicalJSON)
        #expect(Set(variants).count == 8)
    }

    @Test func whiteSpaceAndCompositionDoNotCount() {
        #expect(Recipe(prompt: "A fox in snow ", shape: Self.base.shape) == Self.base)
        #expect(
            Recipe(prompt: "cafe\u{301}", shape: Self.base.shape).canonicalJSON
                == Recipe(prompt: "café", shape: Self.base.shape).canonicalJSON)
    }
}
