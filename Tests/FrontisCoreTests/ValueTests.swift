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
            ("2026.3.2", "2026-03-02T00:00:00Z"), ("20260302", "2026-03-02T00:00:00Z"), ("20261302", nil),
            ("2026-03-02 1:02:03 PM", "2026-03-02T13:02:03Z"), ("2026-03-02 12:00 am", "2026-03-02T00:00:00Z"),
            ("2026-03-02 13:00 pm", nil), ("2026-03-02 9:5:3", "2026-03-02T09:05:03Z"),
            ("2026-03-02 10:15:00 EST", "2026-03-02T10:15:00-05:00"), ("2026-03-02 10:15 XYZ", nil),
            ("2026-03-02 10:15:00 America/New_York", nil), ("2026-03-02 10:15:00 EST+0100", nil),
            ("2026-03-02 10:15:00 +0000 UTC", "2026-03-02T10:15:00Z"),
            ("2026-03-02 10:15:00 -0700 MST", "2026-03-02T10:15:00-07:00"),
        ] as [(String, String?)])
    func datesAreReadInTheUsualForms(text: String, expected: String?) {
        #expect(PageDate(text)?.rfc3339 == expected)
    }

    /// As other generators, mail and JavaScript print them.
    @Test(
        arguments: [
            ("Jul 08 2022", "2022-07-08T00:00:00Z"), ("July 8, 2022", "2022-07-08T00:00:00Z"),
            ("8 July 2022", "2022-07-08T00:00:00Z"), ("July 8th, 2022", "2022-07-08T00:00:00Z"),
            ("Sept. 1, 2022", "2022-09-01T00:00:00Z"), ("1st Sep 2022", "2022-09-01T00:00:00Z"),
            ("Fri, 08 Jul 2022 13:00:35 +0200", "2022-07-08T13:00:35+02:00"),
            ("Fri, 08 Jul 2022 13:00:35 GMT", "2022-07-08T13:00:35Z"), ("Friday, 8 July 2022", "2022-07-08T00:00:00Z"),
            ("Fri Jul  8 13:00:35 2022", "2022-07-08T13:00:35Z"), ("Fri Jul  8 13:00:35 PDT 2022", "2022-07-08T13:00:35-07:00"),
            ("Fri Jul 08 2022 13:00:35 GMT+0200 (Central European Summer Time)", "2022-07-08T13:00:35+02:00"),
            ("July 8, 2022 1:05 PM", "2022-07-08T13:05:00Z"),
            ("05/08/2012", nil), ("08-05-2012", nil), ("2012-05", nil), ("Jul 8 22", nil), ("Jul 32 2022", nil),
            ("8 Ju 2022", nil), ("Friday", nil), ("Fri, 08 Jul", nil), ("Jul 8 2022 tomorrow", nil),
            ("Jul 8 2022 13:00 (", nil), ("8 8 2022", nil), ("Last Modified", nil),
        ] as [(String, String?)])
    func datesWithNamesAreRead(text: String, expected: String?) {
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
