import Foundation
import FrontisTestSupport
import Testing

/// Sites whose pictures come from a program or a server of one's own.
@Suite struct CommandProviderTests {
    private func site(_ settings: String, script: String) throws -> SiteUnderTest {
        let site = try SiteUnderTest(configuration: "images: { provider: own }\nproviders:\n  own: \(settings)\n")
        try site.folder.write("own.png", TestPNG(width: 48, height: 32, text: "own").bytes)
        try site.write("own.sh", script)
        try site.post("a", "A fox")
        return site
    }

    /// Draws for one task and writes for the other, and keeps count.
    private static let script = """
        read -r request
        case "$request" in
          *'"task":"generate"'*) echo drawn >> asked.txt; cat own.png ;;
          *'"task":"describe"'*) echo described >> asked.txt; echo '{"alt":"A fox looks back from a snowy wood."}' ;;
        esac
        """

    @Test func aProgramsPictureIsMadeOnce() async throws {
        let site = try site("{ dialect: command, run: [sh, own.sh], model: flux, price: 0 }", script: Self.script + "\n")
        let first = try await site.run("build")
        #expect(first.status == 0, "\(first.standardError)")
        #expect(first.standardOutput.contains("1 picture (1 made)"))
        #expect(try site.folder.read("asked.txt") == "drawn\ndescribed\n")
        #expect(try site.page("posts/a/index.html").contains("A fox looks back from a snowy wood."))
        let lock = try site.folder.read("frontis.lock")
        #expect(lock.contains("\"dialect\": \"command\"") && lock.contains("\"model\": \"flux\"") && lock.contains("\"provider\": \"own\""))
        #expect(try await site.run("build").status == 0)
        #expect(try site.folder.read("asked.txt") == "drawn\ndescribed\n")
    }

    @Test func whatItCostsHasToBeStated() async throws {
        let site = try site("{ dialect: command, run: [sh, own.sh] }", script: Self.script)
        let run = try await site.run("build")
        #expect(run.status == 1)
        #expect(run.standardError.contains("error: no price is known for a picture of provider 'own', and the budget needs one [ai-image-unsupported]\n"))
        #expect(run.standardError.contains("help: say what a picture costs, in US dollars: price: 0.04 in the provider's settings, or price: 0 for a program or server of your own\n"))
        #expect(!site.folder.exists("asked.txt"))
    }

    @Test func itsComplaintStandsAtThePrompt() async throws {
        let site = try site("{ dialect: command, run: [sh, own.sh], price: 0, pass-environment: [ART_KEY] }", script: "echo \"no model, key $ART_KEY\" >&2; exit 3\n")
        let run = try await site.run("build")
        #expect(run.status == 1)
        #expect(run.standardError.contains("content/posts/a.md:4:11: error: provider 'own': program 'sh' ended with status 3: no model, key <redacted> [provider-rejected]\n"))
        #expect(!run.standardError.contains(SiteUnderTest.key))
    }

    @Test func aPromptIsWrittenByIt() async throws {
        let site = try site(
            "{ dialect: command, run: [sh, own.sh], price: 0 }",
            script: """
                read -r request
                case "$request" in
                  *'"task":"prompt"'*) echo '{"prompt":"A red fox in a snowy wood, looking back."}' ;;
                  *'"task":"generate"'*) cat own.png ;;
                  *) echo 'A red fox looks back.' ;;
                esac

                """)
        try site.post("a", "auto")
        #expect(try await site.run("build").status == 0)
        #expect(try site.folder.read("frontis.lock").contains("A red fox in a snowy wood, looking back."))
    }

    /// The example of the documentation: no key, no price list, plain http on this machine.
    @Test func aServerOfOnesOwnThatSpeaksOpenAI() async throws {
        try await withVendor(LocalServer()) { server in
            let site = try SiteUnderTest(
                configuration: """
                    images: { provider: local }
                    alt: { provider: pattern }
                    providers:
                      local:
                        dialect: openai
                        base-url: "\(server.baseURL)"
                        model: flux.1-schnell
                        price: 0

                    """)
            try site.post("a", "A fox")
            let run = try await site.run("build", environment: ["OPENAI_API_KEY": "sk-not-for-you"])
            #expect(run.status == 0, "\(run.standardError)")
            let request = try #require(server.requests.first)
            #expect(request.header("authorization") == nil)
            #expect(request.path == "/v1/images/generations")
            #expect(request.json?["model"]?.string == "flux.1-schnell")
            #expect(try site.folder.read("frontis.lock").contains("\"model\": \"flux.1-schnell\""))
        }
    }
}

/// What LocalAI, vLLM and others answer: a picture in base64 and nothing else.
private struct LocalServer: VendorDialect {
    let basePath = "/v1"
    func kind(method: String, path: String) -> VendorRequest.Kind { path == "/v1/images/generations" ? .images : .other }
    func objection(to request: VendorRequest) -> VendorReply? { nil }

    func reply(to request: VendorRequest, answer: Behaviour.Answer, origin: String) -> VendorReply {
        let picture = Data(TestPNG(width: 48, height: 32, text: "local").bytes).base64EncodedString()
        return VendorReply(json: ["data": [["b64_json": .string(picture)]]])
    }
}
