import Foundation
import FrontisTestSupport
import Testing

/// The ways of asking Azure, through the built program: a picture, its alt text, and a second build that asks nobody.
@Suite struct AzureTests {
    private static let cases = DialectCase.all.filter { $0.dialect.hasPrefix("azure") }
    static let names = cases.map(\.description)

    private func site(_ item: DialectCase, _ vendor: VendorServer, _ extra: String = "") throws -> SiteUnderTest {
        let site = try SiteUnderTest(
            configuration: """
                images: { provider: art }
                providers:
                  art: \(item.settings(vendor.origin))
                alt: \(item.alt)
                \(extra)

                """)
        for (path, text) in item.files(vendor.origin) { try site.write(path, text) }
        return site
    }

    private func item(_ name: String) throws -> DialectCase { try #require(Self.cases.first { $0.description == name }) }

    @Test(arguments: names)
    func aPictureIsMadeAndDescribedOnce(name: String) async throws {
        let item = try item(name)
        try await withVendor(item.vendor) { vendor in
            let site = try site(item, vendor)
            try site.post("a", "A fox in fresh snow")
            let plan = try await site.run("plan", environment: item.environment)
            #expect(plan.status == 0, "\(plan.standardError)")
            #expect(vendor.requests.isEmpty)
            let run = try await site.run("build", "--verbose", environment: item.environment)
            #expect(run.status == 0, "\(run.standardError)")
            #expect(vendor.requests(.images).count == 1)
            #expect(vendor.requests(.chat).count == (item.describes ? 1 : 0))
            #expect(vendor.requests(.token).count == (name.contains("token") ? 1 : 0))
            #expect(vendor.violations == [])
            let html = try site.page("posts/a/index.html")
            #expect(html.contains("<picture>"))
            if item.describes { #expect(html.contains("alt=\"Test picture ")) }
            let asked = vendor.requests.count
            let again = try await site.run("build", environment: [:])
            #expect(again.status == 0, "\(again.standardError)")
            #expect(vendor.requests.count == asked)
            let lock = try site.folder.read("frontis.lock")
            #expect(lock.contains("\"dialect\": \"\(item.dialect)\""))
            for secret in item.secrets {
                for (path, bytes) in try site.folder.tree() {
                    #expect(!String(decoding: bytes, as: UTF8.self).contains(secret), "\(path)")
                }
                #expect(!run.standardError.contains(secret) && !run.standardOutput.contains(secret))
            }
        }
    }

    @Test(arguments: names)
    func aBusyVendorIsAskedAgainAndARefusalIsNot(name: String) async throws {
        let item = try item(name)
        try await withVendor(item.vendor) { vendor in
            let site = try site(item, vendor)
            try site.post("a", "A fox in fresh snow")
            vendor.script(.images, [.failing(.rateLimited), .refused])
            let run = try await site.run("build", environment: item.environment)
            #expect(run.status == 1)
            #expect(run.standardError.contains("[provider-refused]"), "\(run.standardError)")
            #expect(run.standardError.contains("content/posts/a.md:4:11: error: "))
            #expect(vendor.requests(.images).count == 2)
        }
    }

    /// What the lab of 2023 did not look for: an operation that succeeds without all of its pictures.
    @Test func partOfAnOperationMayBeRefused() async throws {
        let item = try item("azure-openai-async")
        try await withVendor(item.vendor) { vendor in
            let site = try site(item, vendor)
            try site.write(
                "content/posts/a.md", "---\ntitle: a\ndate: 2026-03-02\nai-image: { prompt: A fox, candidates: 3, alt: A fox }\n---\nText.\n")
            vendor.script(.images, [.partlyRefused])
            _ = try await site.run("build", environment: item.environment)
            let lock = try site.folder.read("frontis.lock")
            #expect(lock.contains("\"candidate\": 1"))
            #expect(try site.folder.tree(of: ".frontis/store/v1/objects").count >= 2)
        }
    }

    @Test func aRejectedTokenRequestNamesTheSetting() async throws {
        let item = try item("azure-openai, Entra token")
        try await withVendor(item.vendor) { vendor in
            let site = try site(item, vendor)
            try site.post("a", "A fox")
            let run = try await site.run("build", environment: ["ART_SECRET": "wrong-secret-123"])
            #expect(run.status == 1)
            #expect(run.standardError.contains("no token: (status 401) invalid_client: AADSTS7000215: Invalid client secret provided."))
            #expect(run.standardError.contains("[provider-credentials]"))
            #expect(run.standardError.contains("check token.client-id and token.client-secret of provider 'art'"))
            #expect(!run.standardError.contains("wrong-secret-123"))
            #expect(vendor.requests(.images).isEmpty)
        }
    }

    /// Nobody has said which deployment looks at pictures, so none is asked, and the page says what it lacks.
    @Test func withoutADeploymentThatLooksNobodyIsAsked() async throws {
        let item = try item("azure-openai, key")
        try await withVendor(item.vendor) { vendor in
            let site = try SiteUnderTest(
                configuration: "images: { provider: art }\nproviders: { art: \(item.settings(vendor.origin)) }\n")
            try site.post("a", "A fox")
            let run = try await site.run("build", environment: item.environment)
            #expect(run.status == 0)
            let summary = "posts/a.md#hero has no alt text in 'en': there is no describer [alt-not-made]"
            #expect(run.standardError.contains("content/posts/a.md:4:11: warning: \(summary)"))
            #expect(vendor.requests(.chat).isEmpty)
        }
    }

    @Test func settingsThatLackSomethingAreOneErrorAtTheirPlace() async throws {
        let site = try SiteUnderTest(
            configuration: """
                images: { provider: art }
                providers:
                  art: { dialect: azure-openai, endpoint: "https://a.openai.azure.com/" }

                """)
        try site.post("a", "A fox")
        try site.post("b", "A bear")
        let run = try await site.run("build")
        #expect(run.status == 1)
        #expect(run.standardError.components(separatedBy: ": error: ").count == 2, "\(run.standardError)")
        #expect(
            run.standardError.contains(
                "frontis.yaml:4:19: error: provider 'art' names no deployment that draws [configuration-value]"))
        #expect(!site.folder.exists("public/index.html"))
    }
}
