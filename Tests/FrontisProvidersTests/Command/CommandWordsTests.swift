import FrontisCore
import FrontisTestSupport
import Testing

@testable import FrontisProviders

/// Alt texts and prompts by a program.
@Suite(.timeLimit(.minutes(10))) struct CommandWordsTests {
    private func describer(_ program: ProgramFixture, _ alt: [String: String] = [:]) throws -> any ImageDescriber {
        try #require(try program.registry.describer(for: altSettings(alt), images: Located("art", at: place)))
    }

    private func writer(_ program: ProgramFixture) throws -> any PromptWriter {
        try #require(try program.registry.promptWriter(for: altSettings([:]), images: Located("art", at: place)))
    }

    private func description(objection: String? = nil) -> DescriptionRequest {
        DescriptionRequest(
            image: [1, 2, 3], mediaType: .png, width: 64, height: 48, language: "pt", pageTitle: "Night <trains>", pageSummary: "Why",
            nearbyText: "They leave.", maxLength: 125, objection: objection)
    }

    private let promptRequest = PromptRequest(
        pageTitle: "Night trains", pageSummary: "Why", text: "They leave at ten.", tags: ["rail"], language: "pt", style: "ink", maxLength: 300)

    @Test func whatADescriberIsAsked() async throws {
        let program = try ProgramFixture("cat > request.json; echo '{\"alt\":\"Um comboio.\",\"decorative\":false,\"model\":\"llava\"}'")
        let answer = try await describer(program, ["model": "llava:7b"]).describe(description(objection: "begins with 'Image of'"))
        #expect(answer == Description(text: "Um comboio.", isDecorative: false, model: "llava", cost: Cost(usd: 0, estimated: false)))
        let request = try #require(VendorJSON(try program.site.bytes("request.json")))
        #expect(request["version"] == 1)
        #expect(request["task"] == "describe")
        #expect(request["image"]?["mediaType"] == "image/png")
        #expect(request["image"]?["base64"] == "AQID")
        #expect(request["width"] == 64 && request["height"] == 48)
        #expect(request["language"] == "pt" && request["maxLength"] == 125)
        #expect(request["page"] == ["title": "Night <trains>", "summary": "Why", "text": "They leave."])
        #expect(request["objection"] == "begins with 'Image of'")
        #expect(request["model"] == "llava:7b")
        #expect(request["instructions"]?.string?.contains("BCP 47 tag is pt") == true)
        #expect(request["question"]?.string?.contains("title: Night ‹trains›") == true)
    }

    @Test(arguments: [
        ("echo 'A fox in snow.'", "A fox in snow.", false), ("echo '{\"alt\":\"\",\"decorative\":true}'", "", true),
        ("printf '```json\\n{\"alt\":\"A fox.\"}\\n```'", "A fox.", false),
    ])
    func answersInJSONAndInPlainWords(script: String, text: String, isDecorative: Bool) async throws {
        let program = try ProgramFixture(script)
        let answer = try await describer(program).describe(description())
        withExtendedLifetime(program) {}
        #expect(answer.text == text)
        #expect(answer.isDecorative == isDecorative)
        #expect(answer.model == nil)
    }

    @Test(arguments: [
        ("true", ProviderFailure.Kind.unusable, "the answer of program './art.sh' is empty"), ("cat picture.png", .unusable, "the answer of program './art.sh' is no text"),
        ("echo '{\"images\":[\"AQID\"]}'", .unusable, "the answer of program './art.sh' is no text"), ("echo", .unusable, "the description is empty"),
        ("echo '{\"text\":\"A fox\"}'", .unusable, "the description is not the JSON that was asked for"),
        ("echo '{\"error\":{\"kind\":\"refused\",\"message\":\"no faces\"}}'", .refused, "refused: no faces"), ("exit 75", .busy, "program './art.sh' is busy (status 75)"),
    ])
    func descriptionsThatFail(script: String, kind: ProviderFailure.Kind, message: String) async throws {
        let program = try ProgramFixture(script)
        defer { withExtendedLifetime(program) {} }
        let describer = try describer(program)
        do throws(ProviderFailure) {
            let answer = try await describer.describe(description())
            throw ProviderFailure(.rejected, "answered: \(answer.text)")
        } catch {
            #expect(error.kind == kind)
            #expect(error.message == message)
        }
    }

    @Test func whatAPromptWriterIsAsked() async throws {
        let program = try ProgramFixture("cat > request.json; echo '{\"prompt\":\"A night train crossing a viaduct.\",\"cost\":{\"usd\":0.001}}'")
        let prompt = try await writer(program).writePrompt(promptRequest)
        #expect(prompt == WrittenPrompt(text: "A night train crossing a viaduct.", model: nil, cost: Cost(usd: 0.001, estimated: false)))
        let request = try #require(VendorJSON(try program.site.bytes("request.json")))
        #expect(request["task"] == "prompt" && request["version"] == 1)
        #expect(request["page"] == ["title": "Night trains", "summary": "Why", "text": "They leave at ten.", "tags": ["rail"]])
        #expect(request["slot"] == "hero" && request["language"] == "pt" && request["maxLength"] == 300 && request["style"] == "ink")
        #expect(request["instructions"]?.string?.contains("You write the prompt") == true)
    }

    @Test func aPromptInPlainWordsPassesTheRules() async throws {
        let quoting = try ProgramFixture("echo '\"A night train crossing a viaduct.\"'")
        #expect(try await writer(quoting).writePrompt(promptRequest).text == "A night train crossing a viaduct.")
        let program = try ProgramFixture("echo '<b>A night train crossing a viaduct</b>'")
        defer { withExtendedLifetime((quoting, program)) {} }
        let writer = try writer(program)
        await #expect(throws: ProviderFailure.self) { try await writer.writePrompt(promptRequest) }
    }

    /// A picture's price is not that of a text.
    @Test func whatWordsCostHasToBeStated() throws {
        #expect(try describer(try ProgramFixture("")).price(of: description()) == Price(0))
        #expect(try describer(try ProgramFixture("", ["price": "0.04"])).price(of: description()) == nil)
        #expect(try writer(try ProgramFixture("")).price(of: promptRequest) == Price(0))
    }
}
