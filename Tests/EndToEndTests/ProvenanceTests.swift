import Foundation
import FrontisTestSupport
import Testing

/// What a site says of its generated pictures, through the built program.
@Suite struct ProvenanceTests {
    /// A picture with a credential in it, from a program of the owner's.
    private func site(_ configuration: String = "") throws -> SiteUnderTest {
        let site = try SiteUnderTest(
            configuration: """
                images: { provider: own\(configuration) }
                alt: { provider: pattern }
                providers:
                  own: { dialect: command, run: [cat, own.png], model: flux-2, price: 0 }

                """)
        try site.folder.write("own.png", Self.picture)
        try site.post("a", "{ prompt: A fox, alt: A fox in snow }", body: "Text.\n\n![A map & more](<ai:a map of the wood>)")
        return site
    }

    private static let picture: [UInt8] = {
        let plain = TestPNG(width: 48, height: 32, text: "own").bytes
        func number(_ number: Int) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * $0)) } }
        func box(_ type: String, _ content: [UInt8]) -> [UInt8] { number(content.count + 8) + Array(type.utf8) + content }
        func superbox(_ label: String, _ children: [UInt8]) -> [UInt8] {
            let description = Array(repeating: UInt8(1), count: 16) + [3] + Array(label.utf8) + [0]
            return box("jumb", box("jumd", description) + children)
        }
        var claim: [UInt8] = [0xA1, 0x6F]
        claim += Array("claim_generator".utf8)
        claim += [0x67]
        claim += Array("Foxes/1".utf8)
        let store = superbox("c2pa", superbox("urn:uuid:1", superbox("c2pa.claim", box("cbor", claim))))
        let content = Array("caBX".utf8) + store
        let sum = content.reduce(UInt32.max) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        // Behind the header chunk.
        return Array(plain[..<33]) + number(store.count) + content + number(Int(~sum)) + Array(plain[33...])
    }()

    /// The one picture in the store.
    private func stored(_ site: SiteUnderTest) throws -> (path: String, bytes: [UInt8]) {
        let objects = try site.folder.tree(of: ".frontis/store/v1/objects")
        #expect(objects.count == 1)
        let object = try #require(objects.first)
        return (object.key, object.value)
    }

    @Test func theCredentialIsReportedAndItsBytesAreNeverEdited() async throws {
        let site = try site(", publish-originals: true")
        let run = try await site.run("build", "--format", "json")
        #expect(run.status == 0, "\(run.standardError)")
        let report = try #require(VendorJSON(Array(run.standardOutput.utf8)))
        #expect(report["pictures"]?["credentials"]?.integer == 1)
        let object = try stored(site)
        #expect(object.bytes == Self.picture)
        let digest = try #require(object.path.split(separator: "/").last)

        let text = try await site.run("image", "list")
        #expect(text.standardOutput.contains("\n  content credential by Foxes/1, \(Self.length) bytes, not checked\n"))
        let json = try await site.run("image", "list", "--format", "json")
        let slot = try #require(VendorJSON(Array(json.standardOutput.utf8))?["slots"]?[0])
        #expect(slot["credential"]?["generator"]?.string == "Foxes/1")
        #expect(slot["credential"]?["length"]?.integer == Self.length)

        #expect(try site.folder.bytes("public/originals/\(digest.prefix(20)).png") == Self.picture)
        #expect(try stored(site).bytes == Self.picture)
        // Another build, from what is there, says the same.
        let list = try site.page("ai-images.json")
        try FileManager.default.removeItem(atPath: site.folder.path + "/.frontis/cache")
        #expect(try await site.run("build").status == 0)
        #expect(try site.page("ai-images.json") == list)
    }

    private static let length = picture.count - TestPNG(width: 48, height: 32, text: "own").bytes.count - 12

    @Test(arguments: [false, true]) func everyGeneratedPictureIsListed(published: Bool) async throws {
        let site = try site(published ? ", publish-originals: true" : "")
        try site.post("b", "{ prompt: Drawn, provider: pattern, alt: \"\" }")
        #expect(try await site.run("build").status == 0)
        let list = try #require(VendorJSON(Array(try site.page("ai-images.json").utf8)))
        #expect(list["version"]?.integer == 1)
        #expect(list["credit"]?.string == "Test")
        let images = try (0..<3).map { try #require(list["images"]?[$0]) }
        #expect(list["images"]?[3] == nil)
        let digest = try #require(try stored(site).path.split(separator: "/").last)
        let hero = images[0]
        #expect(hero["slot"]?.string == "posts/a.md#hero")
        #expect(hero["page"]?.string == "https://example.org/posts/a/")
        #expect(hero["alt"]?.string == "A fox in snow")
        #expect(hero["digest"]?.string == String(digest))
        #expect(hero["dialect"]?.string == "command" && hero["model"]?.string == "flux-2")
        #expect(hero["created"]?.string == "2026-06-01T12:00:00Z")
        #expect(hero["credential"] == true && hero["credentialGenerator"]?.string == "Foxes/1")
        #expect(hero["digitalSourceType"]?.string == "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia")
        #expect(hero["placeholder"] == false && hero["language"]?.string == "en")
        #expect(hero["original"]?.string == (published ? "https://example.org/originals/\(digest.prefix(20)).png" : nil))
        #expect(site.folder.exists("public/originals") == published)
        #expect(images[1]["slot"]?.string?.hasPrefix("posts/a.md#ai-") == true)
        #expect(images[1]["alt"]?.string == "A map & more")
        let drawn = images[2]
        #expect(drawn["slot"]?.string == "posts/b.md#hero")
        #expect(drawn["digitalSourceType"]?.string == "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia")
        #expect(drawn["created"] == nil && drawn["model"] == nil && drawn["credential"] == false && drawn["placeholder"] == true)
        #expect(!(try site.page("ai-images.json")).contains("\"own\""))
    }

    @Test func pagesSayIt() async throws {
        let site = try site()
        try site.post("b", "{ prompt: Drawn, provider: pattern }")
        try site.post("c", nil)
        #expect(try await site.run("build").status == 0)
        let page = try site.page("posts/a/index.html")
        #expect(page.contains("<span class=\"made\" lang=\"en\">Picture made by AI (flux-2)</span>"))
        #expect(page.contains("\"creditText\":\"Test\",\"digitalSourceType\":\"https://schema.org/TrainedAlgorithmicMediaDigitalSource\""))
        #expect(try site.page("posts/b/index.html").contains("<span class=\"made\" lang=\"en\">Picture drawn by a program</span>"))
        #expect(!(try site.page("posts/c/index.html")).contains("class=\"made\""))
        #expect(try site.page("index.html").contains("\"@type\":\"WebSite\""))
    }

    @Test func withoutGeneratedPicturesThereIsNoList() async throws {
        let site = try SiteUnderTest(configuration: "images: { publish-originals: true }\n")
        try site.post("a", nil)
        #expect(try await site.run("build").status == 0)
        #expect(!site.folder.exists("public/ai-images.json") && !site.folder.exists("public/originals"))
    }

    // MARK: Positions

    /// 1 × 1 pixel would do: only the head is read. Latitude and longitude in a big-endian GPS directory.
    private static let located: [UInt8] = {
        func entry(_ tag: UInt8, _ type: UInt8, _ count: UInt8, _ value: [UInt8]) -> [UInt8] { [0, tag, 0, type, 0, 0, 0, count] + value }
        var tiff: [UInt8] = [0x4D, 0x4D, 0, 0x2A, 0, 0, 0, 8, 0, 1, 0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 26, 0, 0, 0, 0]
        tiff += [0, 2] + entry(2, 5, 3, [0, 0, 0, 56])
        tiff += entry(4, 5, 3, [0, 0, 0, 56]) + [0, 0, 0, 0]
        for degrees in [UInt8(41), 8, 30] { tiff += [0, 0, 0, degrees, 0, 0, 0, 1] }
        let content = Array("Exif".utf8) + [0, 0] + tiff
        return [0xFF, 0xD8, 0xFF, 0xE1, 0, UInt8(content.count + 2)] + content + [0xFF, 0xD9]
    }()

    @Test func aPhotographThatSaysWhereItWasTakenIsAWarning() async throws {
        let site = try SiteUnderTest()
        try site.folder.write("content/posts/a/quay.jpg", Self.located)
        try site.folder.write("content/posts/a/beside.jpg", Self.located)
        try site.folder.write("static/me.jpg", Self.located)
        try site.folder.write("static/plain.jpg", Array(Self.located.prefix(2)))
        try site.write("content/posts/a/index.md", "---\ntitle: A\ndate: 2026-03-02\n---\nText.\n\n![The quay](quay.jpg)\n")
        let run = try await site.run("build")
        #expect(run.status == 0, "\(run.standardError)")
        #expect(
            run.standardError.contains(
                """
                content/posts/a/index.md:7:13: warning: content/posts/a/quay.jpg says where it was taken, and is published as it is [picture-position]
                  7 | ![The quay](quay.jpg)
                    |             ^~~~~~~~
                    help: take the position out of it: exiftool -gps:all= -xmp:geotag= content/posts/a/quay.jpg

                """))
        #expect(
            run.standardError.contains(
                "content/posts/a/index.md:1:1: warning: content/posts/a/beside.jpg says where it was taken, and is published as it is [picture-position]\n"))
        #expect(run.standardError.contains("static/me.jpg:1:1: warning: static/me.jpg says where it was taken, and is published as it is [picture-position]\n"))
        #expect(run.standardError.split(separator: "\n").filter { $0.contains("[picture-position]") }.count == 3)
    }
}
