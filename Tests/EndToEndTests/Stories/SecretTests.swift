import Foundation
import FrontisTestSupport
import Testing

/// The key is in no output and in no file, whatever the vendor does with it.
@Suite struct SecretTests {
    private static let message = "{\"error\":{\"message\":\"Incorrect API key provided: \(SiteUnderTest.key)\",\"code\":\"invalid_api_key\"}}"
    private static let page = "<html><body>Denied: Bearer \(SiteUnderTest.key)</body></html>"

    static let answers: [(name: String, behaviour: Behaviour, status: Int32)] = [
        ("a picture", .normal, 0), ("401 with the key in its message", .status(401, body: message), 1),
        ("400 with the key in its message", .status(400, body: message), 1),
        ("a page instead of an answer", .status(403, headers: ["content-type": "text/html"], body: page), 1),
        ("a page that claims success", .status(200, headers: ["content-type": "text/html"], body: page), 1),
        ("refused", .refused, 1), ("no picture", .htmlPicture, 1),
        ("a picture and the key as its prompt", good(revised: "A fox, \(SiteUnderTest.key), in detail"), 0),
        ("the key in an escape", good(revised: "\\u0073\(SiteUnderTest.key.dropFirst())"), 0),
        ("the key as the picture", good(picture: Array("your key: \(SiteUnderTest.key)\n".utf8)), 1),
        (
            "the key after a picture's first bytes",
            good(
                picture: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
                    + Array(SiteUnderTest.key.utf8)), 1
        ),
    ]

    private static func good(revised: String = "", picture: [UInt8]? = nil) -> Behaviour {
        let bytes = picture ?? TestPNG(width: 16, height: 16, text: "good").bytes
        let data = Data(bytes).base64EncodedString()
        return .status(
            200, headers: ["content-type": "application/json"],
            body: #"{"created":1,"data":[{"b64_json":"\#(data)","revised_prompt":"\#(revised)"}],"quality":"\#(SiteUnderTest.key)"}"#)
    }

    /// Alt texts and the names of models go into lock, store and pages.
    @Test(arguments: [
        #"{"alt":"A fox beside \#(SiteUnderTest.key) in the snow.","decorative":false}"#,
        "A fox beside \(SiteUnderTest.key) in the snow.",
    ])
    func aDescriptionWithTheKeyIsCleaned(answer: String) async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            try site.post("a", "A fox")
            vendor.always(.chat, .text(answer))
            let run = try await site.run("build")
            #expect(run.status == 0, "\(run.standardError)")
            #expect(try site.page("posts/a/index.html").contains("A fox beside &lt;redacted&gt; in the snow."))
            for (path, bytes) in try site.folder.tree() {
                #expect(!String(decoding: bytes, as: UTF8.self).contains(SiteUnderTest.key), "\(path)")
            }
        }
    }

    /// Findings about `frontis.yaml` quote its lines, whether it can be read or not.
    @Test(
        arguments: [
            "providers:\n  art: { dialect: openai, api-key: KEY\n",
            "providers:\n  art: { dialect: openai, api-key: \"KEY }\n",
            "providers:\n  art:\n    dialect: openai\n    api-key \"KEY\"\n    model: x\n",
            "providers:\n  art:\n    dialect: openai\n    api-key: KEY: x\n",
            "providers:\n  art: { dialect: openai, api-key: KEY, modle: x }\n",
            "site: { url: \"https://user:KEY@example.org/\" }\n", "site: { url: \"https://KEY@example.org/ x\" }\n",
            "publish: { to: \"gs://bucket-x/a\", public-url: \"https://u:KEY@example.org/\" }\n",
        ], [["--verbose"], ["--format", "json"]])
    func noLineShowsAKey(configuration: String, options: [String]) async throws {
        let site = try SiteUnderTest()
        try site.write("frontis.yaml", configuration.replacing("KEY", with: SiteUnderTest.key))
        try site.post("a", nil)
        let run = try await ProgramRun.run(["build"] + options, in: site.folder.path, environment: [:])
        #expect(run.status == 1, "\(run.standardOutput)")
        #expect(!(run.standardOutput + run.standardError).contains(SiteUnderTest.key), "\(run.standardError)")
        #expect(!site.folder.exists("public"))
    }

    @Test func anAddressWithAUserIsNotPublished() async throws {
        let site = try SiteUnderTest()
        try site.write("frontis.yaml", "site: { url: \"https://ana:hunter2@example.org/\" }\n")
        try site.post("a", nil)
        let run = try await site.run("build")
        #expect(
            run.standardError.contains(
                """
                frontis.yaml:1:14: error: site.url names a user, and every page, feed and sitemap would show it [configuration-value]
                  1 | site: { url: "https://***********@example.org/" }
                    |              ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
                    help: write it without user and password: url: https://example.org/

                """), "\(run.standardError)")
        #expect(run.status == 1)
        #expect(!run.standardError.contains("hunter2"))
        let other = try SiteUnderTest()
        try other.post("a", nil)
        let flag = try await other.run("build", "--base-url", "https://ana:hunter2@example.org/")
        #expect(flag.status == 1)
        #expect(flag.standardError.contains("error: --base-url 'https://<redacted>@example.org/' names a user, which pages would show [configuration-value]"))
        #expect(!flag.standardError.contains("hunter2"))
    }

    @Test(arguments: answers.indices, [["--verbose"], ["--verbose", "--format", "json"]])
    func theKeyIsNowhere(_ index: Int, _ options: [String]) async throws {
        let (name, behaviour, status) = Self.answers[index]
        try await withVendor(makesSmallPictures: true) { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            try site.post("a", "A fox")
            vendor.always(.images, behaviour)
            let run = try await ProgramRun.run(
                ["build"] + options, in: site.folder.path, environment: ["ART_KEY": SiteUnderTest.key])
            #expect(run.status == status, "\(name): \(run.standardError)")
            #expect(vendor.requests(.images).first?.header("authorization") == "Bearer \(SiteUnderTest.key)")
            #expect(!run.standardOutput.contains(SiteUnderTest.key), "\(name)")
            #expect(!run.standardError.contains(SiteUnderTest.key), "\(name)")
            for (path, bytes) in try site.folder.tree() {
                #expect(!String(decoding: bytes, as: UTF8.self).contains(SiteUnderTest.key), "\(name): \(path)")
            }
        }
    }
}
