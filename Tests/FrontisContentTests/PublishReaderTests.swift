import FrontisText
import FrontisCore
import Testing

@testable import FrontisContent

/// The block `publish:` of `frontis.yaml`.
@Suite struct PublishReaderTests {
    private func read(_ text: String) -> (Publishing?, [String]) {
        let (configuration, diagnostics) = ConfigurationReader.read(text)
        return (configuration.publish, diagnostics.map { DiagnosticFormatter().text($0) })
    }

    @Test func readsAllOfIt() throws {
        let (publishing, diagnostics) = read(
            """
            publish:
              to: gs://my-pictures/blog/2026/
              credentials: "${GCS_KEY}"
              endpoint: http://gateway.example.org/
              public-url: https://pictures.example.org/blog
              allow-insecure-http: true
            """)
        #expect(diagnostics == [])
        let block = try #require(publishing)
        #expect(block.bucket == "my-pictures")
        #expect(block.prefix == "blog/2026")
        #expect(block.credentials?.value == "${GCS_KEY}")
        #expect(block.credentials?.location.line == 3)
        #expect(block.address == "http://gateway.example.org")
        #expect(block.publicURL == "https://pictures.example.org/blog/")
        #expect(block.allowsInsecureHTTP)
        #expect(block.location.line == 2)
        #expect(block.shown == "gs://my-pictures/blog/2026")
        #expect(block.objectName(of: "images/a.png") == "blog/2026/images/a.png")
    }

    @Test(arguments: ["gs://my-pictures", "gs://my-pictures/"])
    func aBucketIsEnough(to: String) throws {
        let (publishing, diagnostics) = read("publish: { to: \"\(to)\" }")
        #expect(diagnostics == [])
        let block = try #require(publishing)
        #expect(block.address == "https://storage.googleapis.com")
        #expect(block.shown == "gs://my-pictures")
        #expect(block.objectName(of: "a") == "a")
        #expect(block.credentials == nil && block.publicURL == nil && !block.allowsInsecureHTTP)
    }

    @Test func noBlock() {
        #expect(read("publish:").0 == nil)
        #expect(read("publish:").1 == [])
    }

    @Test(arguments: [
        (
            "publish: { too: gs://my-pictures }",
            ["unknown key 'too' in publish; did you mean 'to'?", "publish does not say where to"]
        ),
        ("publish: { to: [a] }", ["publish.to must be text, not a list"]),
        ("publish: { to: s3://my-pictures }", ["publish.to 's3://my-pictures' is not a bucket of Google Cloud Storage"]),
        ("publish: { to: \"gs://My_Pictures\" }", ["'My_Pictures' in publish.to is not a bucket's name"]),
        ("publish: { to: gs://a }", ["'a' in publish.to is not a bucket's name"]),
        ("publish: { to: \"gs://\" }", ["'' in publish.to is not a bucket's name"]),
        ("publish: { to: gs://my-pictures/a//b }", ["'a//b' in publish.to cannot stand before the names of files"]),
        ("publish: { to: gs://my-pictures/../b }", ["'../b' in publish.to cannot stand before the names of files"]),
        (
            "publish: { to: gs://my-pictures, public-url: pictures.example.org }",
            ["publish.public-url 'pictures.example.org' is not an absolute web address"]
        ),
        (
            "publish: { to: gs://my-pictures, endpoint: \"https://u:p@example.org\" }",
            ["publish.endpoint 'https://<redacted>@example.org' is not an absolute web address"]
        ),
        (
            "publish: { to: gs://my-pictures, endpoint: \"${GATEWAY}\" }",
            ["publish.endpoint '${GATEWAY}' is not an absolute web address"]
        ),
        ("publish: { to: gs://my-pictures, allow-insecure-http: 7 }", ["publish.allow-insecure-http must be true or false"]),
        ("publish: gs://my-pictures", ["publish must be a map, not text"]),
    ])
    func whatIsWrong(text: String, expected: [String]) {
        let (_, diagnostics) = read(text)
        #expect(diagnostics.count == expected.count, "\(diagnostics)")
        for (diagnostic, words) in zip(diagnostics, expected) { #expect(diagnostic.contains(words)) }
    }

    /// What stands where a path belongs is a key that others have; no finding quotes the line.
    @Test(arguments: [
        "publish: { to: gs://my-pictures, creds: 1, credentials: '{\"private_key\": \"-----BEGIN PRIVATE KEY-----topsecret\"}' }",
        "publish: { to: gs://my-pictures, creds: 1, credentials: { private_key: topsecret } }",
        "publish: { to: s3://my-pictures, creds: 1, credentials: { key: { private_key: topsecret } } }",
    ])
    func aKeyIsQuotedNowhere(text: String) {
        let (_, diagnostics) = read(text)
        #expect(
            diagnostics.contains {
                $0.contains("warning: credentials of publish is written out in frontis.yaml [configuration-secret]")
            })
        #expect(diagnostics.contains { $0.contains("unknown key 'creds' in publish") })
        for diagnostic in diagnostics { #expect(!diagnostic.contains("topsecret"), "\(diagnostic)") }
    }
}
