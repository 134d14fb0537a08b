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
    ]

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
