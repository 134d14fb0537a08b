import Foundation
import FrontisTestSupport
import Testing

/// What people do by hand or by a small program of their own today, as they would do it here.
@Suite struct ByHandTests {
    /// A small program that asks for words, makes the picture and says where it is, configured by an endpoint and a key
    /// in a file of settings.
    @Test func aPictureByWordsWithEndpointAndKeyInDotEnv() async throws {
        let key = "azure-key-0123456789abcdef"
        let door = AzureDoor(.key, secret: key)
        let azure = AzureVendor(door, deployments: ["pictures": "dall-e-3"], answersAddresses: true, makesSmallPictures: true)
        try await withVendor(azure) { vendor in
            let folder = try TemporarySite()
            try folder.write(".env", "AZURE_OPENAI_ENDPOINT=\(vendor.origin)/\nAZURE_OPENAI_API_KEY=\(key)\n")
            try folder.write(
                "frontis.yaml", "images: { provider: azure }\nproviders: { azure: { dialect: azure-openai, deployment: pictures, model: dall-e-3 } }\n")
            let run = try await ProgramRun.run(["image", "make", "A fox in the snow", "-o", "fox.png"], in: folder.path)
            #expect(run.status == 0, "\(run.standardError)")
            #expect(run.standardOutput.contains("fox.png"), "\(run.standardOutput)")
            #expect(try folder.bytes("fox.png").starts(with: [0x89, 0x50, 0x4E, 0x47]))
            #expect(vendor.requests(.images).count == 1 && vendor.violations.isEmpty)
            #expect(!(run.standardOutput + run.standardError).contains(key))
        }
    }

    /// A picture of what is shown and a picture of the style, both sent along: through edits, or as parts.
    @Test(arguments: ["openai", "gemini"])
    func aContentPictureAndAStylePicture(name: String) async throws {
        let dialect = try #require(DialectCase.all.first { $0.dialect == name })
        try await withVendor(dialect.vendor) { vendor in
            let site = try DialectSite(dialect, vendor, images: "style: ink")
            let configuration = try site.folder.read("frontis.yaml")
            try site.folder.write("frontis.yaml", configuration + "styles: { ink: { prefix: Ink drawing of, reference: [styles/ink.png] } }\n")
            let (viaduct, ink) = (TestPNG(width: 8, height: 8, text: "viaduct").bytes, TestPNG(width: 8, height: 8, text: "ink").bytes)
            try site.folder.write("content/posts/viaduct.png", viaduct)
            try site.folder.write("styles/ink.png", ink)
            try site.post("a", "{ prompt: a night train, reference: [viaduct.png] }")
            let run = try await site.build()
            #expect(run.status == 0, "\(run.standardError)")
            #expect(vendor.violations.isEmpty, "\(vendor.violations)")
            let sent = try #require(vendor.requests(.images).first).body
            for picture in [viaduct, ink] {
                let form = sent.firstRange(of: picture) != nil
                let part = String(decoding: sent, as: UTF8.self).contains(Data(picture).base64EncodedString())
                #expect(form || part)
            }
            // Another style picture is another picture.
            try site.folder.write("styles/ink.png", TestPNG(width: 8, height: 8, text: "other ink").bytes)
            let plan = try await ProgramRun.run(["plan"], in: site.folder.path, environment: dialect.environment)
            #expect(plan.standardOutput.contains("stale"), "\(plan.standardOutput)")
        }
    }
}
